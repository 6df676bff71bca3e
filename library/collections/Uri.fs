namespace System

open System
open System.Text

type UriKind =
    | RelativeOrAbsolute = 0
    | Absolute = 1
    | Relative = 2

type UriHostNameType =
    | Unknown = 0
    | Basic = 1
    | Dns = 2
    | IPv4 = 3
    | IPv6 = 4

type UriPartial =
    | Scheme = 0
    | Authority = 1
    | Path = 2
    | Query = 3

/// How texts become parts of an address and back.
module internal UriText =
    let unreserved = "-_.~"
    let reserved = ":/?#[]@!$&'()*+,;="
    let hexDigits = "0123456789ABCDEF"
    let isHex (c: char) = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')
    let valueOf (c: char) = hexDigits.IndexOf(Char.ToUpperInvariant c)
    let isPlain (c: char) = c < '\128' && Char.IsLetterOrDigit c
    let isEscape (text: string) (at: int) = text.[at] = '%' && at + 2 < text.Length && isHex text.[at + 1] && isHex text.[at + 2]

    /// Writes what is neither a letter, a digit nor in `kept` as its bytes in UTF-8; escapes stay where `escapes` says so.
    let escape (kept: string) (escapes: bool) (text: string) : string =
        let result = StringBuilder()
        let mutable at = 0

        while at < text.Length do
            let size = if Char.IsHighSurrogate text.[at] && at + 1 < text.Length then 2 else 1
            let part = text.Substring(at, size)

            if isPlain part.[0] || kept.Contains part || (escapes && isEscape text at) then
                result.Append part |> ignore
            else
                for unit in Encoding.UTF8.GetBytes part do
                    result.Append('%').Append(hexDigits.[int unit >>> 4]).Append(hexDigits.[int unit &&& 15]) |> ignore

            at <- at + size

        result.ToString()

    /// Reads escapes back, but for those of characters in `kept`.
    let unescape (kept: string) (text: string) : string =
        let result = StringBuilder()
        let bytes = ResizeArray<byte>()
        let mutable at = 0

        while at < text.Length do
            bytes.Clear()

            while at < text.Length && isEscape text at do
                bytes.Add(byte (valueOf text.[at + 1] * 16 + valueOf text.[at + 2]))
                at <- at + 3

            if bytes.Count > 0 then
                for c in Encoding.UTF8.GetString(bytes.ToArray()) do
                    if kept.IndexOf c >= 0 then result.Append('%').Append(hexDigits.[int c >>> 4]).Append(hexDigits.[int c &&& 15]) |> ignore
                    else result.Append c |> ignore
            else
                result.Append text.[at] |> ignore
                at <- at + 1

        result.ToString()

    /// Takes away `.` and `..` from an absolute path.
    let compress (path: string) : string =
        let parts = path.Split '/'
        let kept = ResizeArray<string>()

        for at in 1 .. parts.Length - 1 do
            let isLast = at = parts.Length - 1

            match parts.[at] with
            | "." -> if isLast then kept.Add ""
            | ".." ->
                if kept.Count > 0 then kept.RemoveAt(kept.Count - 1)
                if isLast then kept.Add ""
            | part -> kept.Add part

        "/" + String.Join("/", kept)

    let defaultPort (scheme: string) =
        match scheme with
        | "http" | "ws" -> 80
        | "https" | "wss" -> 443
        | "ftp" -> 21
        | _ -> -1

    let isScheme (text: string) = text <> "" && Char.IsLetter text.[0] && text |> Seq.forall (fun c -> isPlain c || "+-.".IndexOf c >= 0)

    /// The text up to the first of some characters, and the rest.
    let cut (text: string) (ends: string) : struct (string * string) =
        match text.IndexOfAny(ends.ToCharArray()) with
        | -1 -> struct (text, "")
        | at -> struct (text.Substring(0, at), text.Substring at)

/// The parts of an absolute address.
type internal UriParts =
    { Scheme: string
      HasAuthority: bool
      UserInfo: string
      Host: string
      Port: int
      Path: string
      Query: string
      Fragment: string }

    member this.Authority =
        this.Host + (if this.Port >= 0 && this.Port <> UriText.defaultPort this.Scheme then ":" + string this.Port else "")

    member this.Start =
        this.Scheme + (if this.HasAuthority then "://" + (if this.UserInfo = "" then "" else this.UserInfo + "@") + this.Authority else ":")

module internal UriParser =
    let private pathChars = UriText.unreserved + "/:@!$&'()*+,;=%[]"
    let invalid = "Invalid URI: The format of the URI could not be determined."

    let private port (text: string) (scheme: string) : Result<int, string> =
        if text = "" then
            Ok(UriText.defaultPort scheme)
        else
            match Int32.TryParse text with
            | true, number when number >= 0 && number <= 65535 -> Ok number
            | _ -> Error "Invalid URI: Invalid port specified."

    let private rest (parts: UriParts) (text: string) : UriParts =
        let struct (path, more) = UriText.cut text "?#"
        let struct (query, fragment) = UriText.cut more "#"
        let path = UriText.escape pathChars true path

        { parts with
            Path = (if parts.HasAuthority then UriText.compress (if path = "" then "/" else path) else path)
            Query = (if query = "?" then "?" else UriText.escape (UriText.unreserved + UriText.reserved) true query)
            Fragment = UriText.escape (UriText.unreserved + UriText.reserved) true fragment }

    /// The parts of an absolute address, or why it is none.
    let parse (text: string) : Result<UriParts, string> =
        let text = text.Trim()
        let colon = text.IndexOf ':'
        let scheme = if colon > 0 then text.Substring(0, colon).ToLowerInvariant() else ""
        let none = { Scheme = scheme; HasAuthority = false; UserInfo = ""; Host = ""; Port = -1; Path = ""; Query = ""; Fragment = "" }

        if text.StartsWith '/' && not (text.StartsWith "//") then
            Ok(rest { none with Scheme = "file"; HasAuthority = true } text)
        elif text = "" then
            Error "Invalid URI: The URI is empty."
        elif not (UriText.isScheme scheme) then
            Error invalid
        else
            let after = text.Substring(colon + 1)

            if not (after.StartsWith "//") then
                if UriText.defaultPort scheme >= 0 then Error "Invalid URI: The Authority/Host could not be parsed."
                else Ok(rest none after)
            else
                let struct (authority, more) = UriText.cut (after.Substring 2) "/?#"
                let at = authority.LastIndexOf '@'
                let address = authority.Substring(at + 1)
                let split = if address.EndsWith ']' then -1 else address.LastIndexOf ':'
                let host = if split < 0 then address else address.Substring(0, split)

                if host = "" && scheme <> "file" then
                    Error "Invalid URI: The hostname could not be parsed."
                elif host |> Seq.exists (fun c -> " <>\"{}|\\^`".IndexOf c >= 0) then
                    Error "Invalid URI: The hostname could not be parsed."
                else
                    port (if split < 0 then "" else address.Substring(split + 1)) scheme
                    |> Result.map (fun number ->
                        rest
                            { none with
                                HasAuthority = true
                                UserInfo = (if at < 0 then "" else authority.Substring(0, at))
                                Host = host.ToLowerInvariant()
                                Port = number }
                            more)

[<AllowNullLiteral>]
type Uri private (original: string, found: UriParts option) =
    static let read (text: string, kind: UriKind) : Result<UriParts option, string> =
        match kind, UriParser.parse text with
        | UriKind.Relative, Ok parts when not (text.StartsWith '/') && parts.Scheme <> "" -> Error "A relative URI cannot be created because the 'uriString' parameter represents an absolute URI."
        | UriKind.Relative, _ -> Ok None
        | _, Ok parts -> Ok(Some parts)
        | UriKind.RelativeOrAbsolute, Error _ -> Ok None
        | _, Error problem -> Error problem

    static let make (text: string, kind: UriKind) : UriParts option =
        if isNull text then raise (ArgumentNullException "uriString")

        match read (text, kind) with
        | Ok parts -> parts
        | Error problem -> raise (UriFormatException problem)

    static let join (start: UriParts) (relative: string) : string =
        let struct (path, more) = UriText.cut relative "?#"
        let folder = start.Path.Substring(0, start.Path.LastIndexOf '/' + 1)

        if relative.StartsWith "//" then start.Scheme + ":" + relative
        elif path.StartsWith '/' then start.Start + relative
        elif path <> "" then start.Start + folder + relative
        elif more.StartsWith '?' then start.Start + start.Path + relative
        elif relative = "" then start.Start + start.Path + start.Query
        else start.Start + start.Path + start.Query + relative

    let absolute () =
        match found with
        | Some parts -> parts
        | None -> raise (InvalidOperationException "This operation is not supported for a relative URI.")

    new(uriString: string) = Uri(uriString, Uri.Make(uriString, UriKind.Absolute))
    new(uriString: string, uriKind: UriKind) = Uri(uriString, Uri.Make(uriString, uriKind))
    new(baseUri: Uri, relativeUri: string) = Uri(Uri.Join(baseUri, relativeUri))
    new(baseUri: Uri, relativeUri: Uri) = Uri(Uri.Join(baseUri, relativeUri.OriginalString))

    static member private Make(text: string, kind: UriKind) : UriParts option = make (text, kind)

    static member private Join(start: Uri, relative: string) : string =
        let colon = relative.IndexOfAny [| ':'; '/'; '?'; '#' |]
        let isAbsolute = colon > 0 && relative.[colon] = ':' && UriText.isScheme (relative.Substring(0, colon))
        if isAbsolute then relative else join start.Parts relative

    member internal _.Parts: UriParts = absolute ()
    member _.OriginalString = original
    member _.IsAbsoluteUri = found.IsSome
    member _.Scheme = absolute().Scheme
    member _.UserInfo = absolute().UserInfo
    member _.Host = absolute().Host
    member _.DnsSafeHost = absolute().Host.Trim('[', ']')
    member _.IdnHost = absolute().Host.Trim('[', ']')
    member _.Port = absolute().Port
    member _.IsDefaultPort = (let parts = absolute () in parts.Port = UriText.defaultPort parts.Scheme)
    member _.IsFile = absolute().Scheme = "file"
    member _.IsLoopback = (let host = absolute().Host in host = "localhost" || host = "127.0.0.1" || host = "[::1]" || host = "" && absolute().Scheme = "file")
    member _.Authority = absolute().Authority
    member _.AbsolutePath = absolute().Path
    member _.LocalPath = UriText.unescape "" (absolute().Path)
    member _.Query = absolute().Query
    member _.Fragment = absolute().Fragment
    member _.PathAndQuery = (let parts = absolute () in parts.Path + parts.Query)
    member _.AbsoluteUri = (let parts = absolute () in parts.Start + parts.Path + parts.Query + parts.Fragment)

    member _.Segments: string[] =
        let path = absolute().Path
        let pieces = path.Split '/'
        pieces |> Array.mapi (fun i piece -> if i < pieces.Length - 1 then piece + "/" else piece) |> Array.filter (fun piece -> piece <> "")

    member _.HostNameType: UriHostNameType =
        let host = absolute().Host

        if host.StartsWith '[' then UriHostNameType.IPv6
        elif host = "" then UriHostNameType.Basic
        elif host.Split('.').Length = 4 && host.Split '.' |> Array.forall (fun part -> part <> "" && part.Length < 4 && Seq.forall Char.IsDigit part) then UriHostNameType.IPv4
        else UriHostNameType.Dns

    member this.GetLeftPart(part: UriPartial) : string =
        let parts = absolute ()

        match part with
        | UriPartial.Scheme -> parts.Scheme + (if parts.HasAuthority then "://" else ":")
        | UriPartial.Authority -> if parts.HasAuthority then parts.Start else ""
        | UriPartial.Path -> parts.Start + parts.Path
        | _ -> parts.Start + parts.Path + parts.Query

    member this.IsBaseOf(uri: Uri) : bool =
        let parts = absolute ()
        let folder = parts.Path.Substring(0, parts.Path.LastIndexOf '/' + 1)
        uri.IsAbsoluteUri && uri.GetLeftPart UriPartial.Authority = this.GetLeftPart UriPartial.Authority && uri.AbsolutePath.StartsWith(folder, StringComparison.Ordinal)

    member this.MakeRelativeUri(uri: Uri) : Uri =
        if this.GetLeftPart UriPartial.Authority <> uri.GetLeftPart UriPartial.Authority then
            uri
        else
            let from = this.AbsolutePath.Split '/'
            let toward = uri.AbsolutePath.Split '/'
            let folders = min from.Length toward.Length - 1
            let shared = seq { 0 .. folders - 1 } |> Seq.takeWhile (fun i -> from.[i] = toward.[i]) |> Seq.length
            let up = String.replicate (from.Length - 1 - shared) "../"
            let down = String.Join("/", Array.skip shared toward)
            let path = if this.AbsolutePath = uri.AbsolutePath then "" else up + down
            Uri(path + uri.Query + uri.Fragment, UriKind.Relative)

    override _.ToString() =
        match found with
        | None -> original
        | Some parts -> parts.Start + UriText.unescape ("%" + UriText.reserved + "\\") (parts.Path + parts.Query + parts.Fragment)

    override this.Equals(other: obj) =
        match other with
        | :? Uri as uri ->
            this.IsAbsoluteUri = uri.IsAbsoluteUri
            && (if this.IsAbsoluteUri then this.GetLeftPart UriPartial.Query = uri.GetLeftPart UriPartial.Query
                else this.OriginalString = uri.OriginalString)
        | _ -> false

    override this.GetHashCode() = hash (if this.IsAbsoluteUri then this.GetLeftPart UriPartial.Query else original)

    static member UriSchemeHttp = "http"
    static member UriSchemeHttps = "https"
    static member UriSchemeFile = "file"
    static member UriSchemeFtp = "ftp"
    static member UriSchemeMailto = "mailto"
    static member SchemeDelimiter = "://"

    static member TryCreate(uriString: string, uriKind: UriKind, [<System.Runtime.InteropServices.Out>] result: byref<Uri>) : bool =
        match (if isNull uriString then Error "" else read (uriString, uriKind)) with
        | Ok parts ->
            result <- Uri(uriString, parts)
            true
        | Error _ ->
            result <- null
            false

    static member TryCreate(baseUri: Uri, relativeUri: string, [<System.Runtime.InteropServices.Out>] result: byref<Uri>) : bool =
        if isNull baseUri || isNull relativeUri then
            result <- null
            false
        else
            Uri.TryCreate(Uri.Join(baseUri, relativeUri), UriKind.Absolute, &result)

    static member IsWellFormedUriString(uriString: string, uriKind: UriKind) : bool =
        match (if isNull uriString then Error "" else read (uriString, uriKind)) with
        | Ok(Some parts) -> uriString |> Seq.forall (fun c -> UriText.isPlain c || (UriText.unreserved + UriText.reserved + "%").IndexOf c >= 0) && not (uriString.StartsWith '/')
        | Ok None -> uriString |> Seq.forall (fun c -> UriText.isPlain c || (UriText.unreserved + UriText.reserved + "%").IndexOf c >= 0)
        | Error _ -> false

    static member CheckSchemeName(schemeName: string) : bool = not (isNull schemeName) && UriText.isScheme schemeName
    static member IsHexDigit(character: char) : bool = UriText.isHex character
    static member HexEscape(character: char) : string = UriText.escape "" false (string character)
    static member EscapeDataString(stringToEscape: string) : string = UriText.escape UriText.unreserved false stringToEscape
    static member EscapeUriString(stringToEscape: string) : string = UriText.escape (UriText.unreserved + UriText.reserved) true stringToEscape
    static member UnescapeDataString(stringToUnescape: string) : string = UriText.unescape "" stringToUnescape
