/// What a host gives a program beyond .NET's own library: a log, a clock, random numbers, texts that outlive the run, requests, and its own functions.
/// On fusabi the host answers, as far as it grants it; on .NET the stand-ins do, which tests may set.
namespace Fusabi.Host

open System

type HttpRequest =
    { Method: string
      Url: string
      Headers: (string * string) list
      Body: string }

type HttpResponse =
    { Status: int
      /// Names in lower case.
      Headers: (string * string) list
      Body: string }

#if FUSABI

module internal Granted =
    open Fable.Core

    [<Import("log", "fusabi")>]
    let log (level: string, text: string) : unit = jsNative

    [<Import("random", "fusabi")>]
    let random () : float = jsNative

    [<Import("state_get", "fusabi")>]
    let get (key: string) : string option = jsNative

    [<Import("state_set", "fusabi")>]
    let set (key: string, value: string) : unit = jsNative

    [<Import("state_remove", "fusabi")>]
    let remove (key: string) : unit = jsNative

    [<Import("state_keys", "fusabi")>]
    let packedKeys () : string = jsNative

    [<Import("fetch", "fusabi")>]
    let fetch (verb: string, url: string, headers: string, body: string) : Async<string> = jsNative

    let now () = DateTimeOffset.UtcNow

    /// Each key comes behind its length and a colon.
    let keys () =
        let packed = packedKeys ()

        let rec unpack (start: int) keys =
            if start = packed.Length then
                List.rev keys
            else
                let colon = packed.IndexOf(':', start)
                let length = int (packed.Substring(start, colon - start))
                unpack (colon + 1 + length) (packed.Substring(colon + 1, length) :: keys)

        unpack 0 []

    /// The status, the headers as lines, and the body behind an empty line.
    let send (request: HttpRequest) =
        async {
            let headers = request.Headers |> List.map (fun (name, value) -> name + ": " + value)
            let! answer = fetch (request.Method, request.Url, String.Join("\n", headers), request.Body)
            let gap = answer.IndexOf "\n\n"
            let lines = answer.Substring(0, gap).Split('\n') |> List.ofArray

            let header (line: string) =
                let colon = line.IndexOf ": "
                line.Substring(0, colon), line.Substring(colon + 2)

            return
                { Status = int lines.Head
                  Headers = lines.Tail |> List.map header
                  Body = answer.Substring(gap + 2) }
        }

#else

/// What answers on .NET.
module StandIn =
    let mutable log: string -> string -> unit = fun level text -> eprintfn "%s: %s" level text
    let mutable now: unit -> DateTimeOffset = fun () -> DateTimeOffset.UtcNow
    let mutable random = Random()
    let state = Collections.Generic.SortedDictionary<string, string>(StringComparer.Ordinal)

    let private client = lazy (new Net.Http.HttpClient())

    let mutable send: HttpRequest -> Async<HttpResponse> =
        fun request ->
            async {
                use message = new Net.Http.HttpRequestMessage(Net.Http.HttpMethod request.Method, request.Url)

                if request.Body <> "" then
                    message.Content <- new Net.Http.StringContent(request.Body)

                for name, value in request.Headers do
                    message.Headers.TryAddWithoutValidation(name, value) |> ignore

                use! answer = client.Value.SendAsync message |> Async.AwaitTask
                let! body = answer.Content.ReadAsStringAsync() |> Async.AwaitTask

                return
                    { Status = int answer.StatusCode
                      Headers = [ for header in answer.Headers -> header.Key.ToLowerInvariant(), String.Join(", ", header.Value) ]
                      Body = body }
            }

module internal Granted =
    let log (level, text) = StandIn.log level text
    let random () = StandIn.random.NextDouble()
    let now () = StandIn.now ()

    let get key =
        match StandIn.state.TryGetValue key with
        | true, value -> Some value
        | _ -> None

    let set (key, value) = StandIn.state[key] <- value
    let remove key = StandIn.state.Remove(key: string) |> ignore
    let keys () = List.ofSeq StandIn.state.Keys
    let send request = StandIn.send request

#endif

/// The host's own functions.
[<RequireQualifiedAccess>]
module Host =
    /// Whether the program runs on fusabi.
#if FUSABI
    let isThere = true
#else
    let isThere = false
#endif

    /// A function that the host provides and what stands for it on .NET:
    ///
    ///     [<Import("price", "host")>]
    ///     let private hostPrice (article: string) : decimal = jsNative
    ///     let price = Host.func hostPrice (fun article -> 1.50m)
    let inline func (imported: 'a -> 'b) (standIn: 'a -> 'b) : 'a -> 'b =
#if FUSABI
        imported
#else
        standIn
#endif

[<RequireQualifiedAccess>]
module Log =
    let debug (text: string) = Granted.log ("debug", text)
    let info (text: string) = Granted.log ("info", text)
    let warn (text: string) = Granted.log ("warn", text)
    let error (text: string) = Granted.log ("error", text)

/// Needs the capability `clock`.
[<RequireQualifiedAccess>]
module Clock =
    let now () : DateTimeOffset = Granted.now ()
    let unixMilliseconds () : int64 = (now ()).ToUnixTimeMilliseconds()

/// Needs the capability `random`.
[<RequireQualifiedAccess>]
module Rng =
    /// A number of [0, 1).
    let float () : float = Granted.random ()

    /// A whole number from 0 to below the bound.
    let int (below: int) : int =
        if below <= 0 then
            invalidArg (nameof below) "there is no number below the bound"

        Operators.int (floor (float () * Operators.float below))

    let pick (items: 'a list) : 'a = List.item (int items.Length) items

    /// The same items in another order, each as likely as any other.
    let shuffle (items: 'a list) : 'a list =
        let all = Array.ofList items

        for last in all.Length - 1 .. -1 .. 1 do
            let other = int (last + 1)
            let held = all[last]
            all[last] <- all[other]
            all[other] <- held

        List.ofArray all

/// Texts by key, which the host keeps when the run is over.
[<RequireQualifiedAccess>]
module State =
    let tryGet (key: string) : string option = Granted.get key
    let set (key: string) (value: string) : unit = Granted.set (key, value)
    let remove (key: string) : unit = Granted.remove key
    /// In the order of their code units.
    let keys () : string list = Granted.keys ()

    /// A value of a type of its own under a key.
    type Entry<'a> =
        { Key: string
          Initial: 'a
          Write: 'a -> string
          Read: string -> 'a }

        member this.Value
            with get () = tryGet this.Key |> Option.map this.Read |> Option.defaultValue this.Initial
            and set (value: 'a) = set this.Key (this.Write value)

        member this.Update(change: 'a -> 'a) = this.Value <- change this.Value

    let text (key: string) (initial: string) : Entry<string> =
        { Key = key; Initial = initial; Write = id; Read = id }

    let int (key: string) (initial: int) : Entry<int> =
        { Key = key; Initial = initial; Write = string; Read = Operators.int }

/// Needs the capability `net` for the hosts that it asks.
[<RequireQualifiedAccess>]
module Http =
    let send (request: HttpRequest) : Async<HttpResponse> = Granted.send request

    let get (url: string) : Async<HttpResponse> =
        send { Method = "GET"; Url = url; Headers = []; Body = "" }

    let post (url: string) (body: string) : Async<HttpResponse> =
        send { Method = "POST"; Url = url; Headers = []; Body = body }
