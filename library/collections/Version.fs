namespace System

open System

[<AllowNullLiteral; Sealed>]
type Version private (parts: int[]) =
    static let check (name: string, value: int) =
        if value < 0 then
            raise (ArgumentOutOfRangeException(name, "Version's parameters must be greater than or equal to zero."))

        value

    /// The number of a part, or what refuses it.
    static let readPart (part: string) : Result<int, exn> =
        match Int32.TryParse part with
        | true, number when number >= 0 -> Ok number
        | true, _ -> Error(ArgumentOutOfRangeException("input", "Version's parameters must be greater than or equal to zero."))
        | _ when part.Trim() <> "" && Seq.forall Char.IsDigit (part.Trim()) -> Error(OverflowException "Value was either too large or too small for an Int32.")
        | _ -> Error(FormatException("The input string '" + part + "' was not in a correct format."))

    static let read (text: string) : Result<int[], exn> =
        if isNull text then
            Error(ArgumentNullException "input")
        else
            let parts = text.Split '.'

            if parts.Length < 2 || parts.Length > 4 then
                Error(ArgumentException("Version string portion was too short or too long.", "input"))
            else
                let numbers = Array.map readPart parts

                match numbers |> Array.tryPick (function Error problem -> Some problem | Ok _ -> None) with
                | Some problem -> Error problem
                | None -> Ok(Array.choose (function Ok number -> Some number | Error _ -> None) numbers)

    static let parse (text: string) =
        match read text with
        | Ok numbers -> numbers
        | Error problem -> raise problem

    new() = Version([| 0; 0 |])
    new(version: string) = Version(Version.Numbers version)
    new(major: int, minor: int) = Version([| Version.Check("major", major); Version.Check("minor", minor) |])
    new(major: int, minor: int, build: int) = Version([| Version.Check("major", major); Version.Check("minor", minor); Version.Check("build", build) |])

    new(major: int, minor: int, build: int, revision: int) =
        Version([| Version.Check("major", major); Version.Check("minor", minor); Version.Check("build", build); Version.Check("revision", revision) |])

    static member private Check(name: string, value: int) : int = check (name, value)
    static member private Numbers(text: string) : int[] = parse text

    /// A part that was not given is -1.
    member private _.At(index: int) = if index < parts.Length then parts.[index] else -1
    member this.Major = this.At 0
    member this.Minor = this.At 1
    member this.Build = this.At 2
    member this.Revision = this.At 3
    member this.MajorRevision = int16 (this.Revision >>> 16)
    member this.MinorRevision = int16 this.Revision

    static member Parse(input: string) : Version = Version(parse input)

    static member TryParse(input: string, [<System.Runtime.InteropServices.Out>] result: byref<Version>) : bool =
        match read input with
        | Ok numbers ->
            result <- Version numbers
            true
        | Error _ ->
            result <- null
            false

    member this.CompareTo(other: Version) : int =
        if isNull other then
            1
        else
            seq { 0..3 }
            |> Seq.map (fun index -> compare (this.At index) (other.At index))
            |> Seq.tryFind (fun order -> order <> 0)
            |> Option.defaultValue 0

    member this.Equals(other: Version) : bool = not (isNull other) && this.CompareTo other = 0
    member _.Clone() : obj = box (Version(Array.copy parts))

    member _.ToString(fieldCount: int) : string =
        if fieldCount < 0 || fieldCount > parts.Length then
            raise (ArgumentException("Argument must be between 0 and " + string (if fieldCount > 4 then 4 else parts.Length) + ".", "fieldCount"))

        String.Join(".", Array.sub parts 0 fieldCount)

    override this.ToString() = this.ToString parts.Length

    override this.Equals(other: obj) =
        match other with
        | :? Version as version -> this.Equals version
        | _ -> false

    override _.GetHashCode() = hash parts

    interface IComparable with
        member this.CompareTo(other: obj) =
            match other with
            | null -> 1
            | :? Version as version -> this.CompareTo version
            | _ -> raise (ArgumentException "Object must be of type Version.")

    interface IComparable<Version> with
        member this.CompareTo(other: Version) = this.CompareTo other

    interface IEquatable<Version> with
        member this.Equals(other: Version) = this.Equals other
