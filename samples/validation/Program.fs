module Validation.Program

open System

type Validation<'T> = Result<'T, string list>

type ValidationBuilder() =
    member _.Return x : Validation<_> = Ok x
    member _.ReturnFrom(x: Validation<_>) = x
    member _.Bind(x: Validation<'a>, f: 'a -> Validation<'b>) = Result.bind f x
    member _.BindReturn(x: Validation<'a>, f: 'a -> 'b) : Validation<'b> = Result.map f x
    member _.MergeSources(a: Validation<'a>, b: Validation<'b>) : Validation<'a * 'b> =
        match a, b with
        | Ok a, Ok b -> Ok(a, b)
        | Error a, Error b -> Error(a @ b)
        | Error e, _ | _, Error e -> Error e
    member _.Zero() : Validation<unit> = Ok()
let validation = ValidationBuilder()

type MaybeBuilder() =
    member _.Bind(x, f) = Option.bind f x
    member _.Return x = Some x
    member _.ReturnFrom(x: _ option) = x
    member _.Zero() = None
    member _.Delay f = f
    member _.Run f = f ()
    member _.Combine(a: 'a option, b: unit -> 'a option) = match a with Some _ -> a | None -> b ()
    member _.For(xs: seq<'a>, f: 'a -> 'b option) = Seq.tryPick f xs
let maybe = MaybeBuilder()

type Email = private Email of string
module Email =
    let create (s: string) : Validation<Email> =
        match s.Split '@' with
        | [| name; domain |] when name <> "" && domain.Contains '.' -> Ok(Email(s.ToLowerInvariant()))
        | _ -> Error [ sprintf "%A is no e-mail address" s ]
    let value (Email e) = e

type Account = { Name: string; Age: int; Email: Email; Born: DateOnly option }

let notBlank field (s: string) : Validation<string> = if String.IsNullOrWhiteSpace s then Error [ field + " is blank" ] else Ok(s.Trim())
let number field (low, high) (s: string) : Validation<int> =
    match Int32.TryParse s with
    | true, n when n >= low && n <= high -> Ok n
    | true, n -> Error [ $"{field} {n} is not within {low}..{high}" ]
    | false, _ -> Error [ $"{field} '{s}' is no number" ]
let date (s: string) : Validation<DateOnly option> =
    if s = "" then Ok None
    else
        match DateOnly.TryParseExact(s, "yyyy-MM-dd") with
        | true, d -> Ok(Some d)
        | _ -> Error [ "bad date " + s ]

let account (name, age, email, born) =
    validation {
        let! name = notBlank "name" name
        and! age = number "age" (0, 150) age
        and! email = Email.create email
        and! born = date born
        return { Name = name; Age = age; Email = email; Born = born }
    }

let lookup (tables: Map<string, Map<string, string>>) table key =
    maybe {
        let! rows = Map.tryFind table tables
        if key = "*" then return! Map.tryPick (fun _ v -> Some v) rows
        for k in [ key; key.ToUpperInvariant() ] do
            return! Map.tryFind k rows
    }

[<EntryPoint>]
let main _ =
    for input in
        [ " Ann ", "33", "Ann@Example.org", "1990-12-31"
          "", "abc", "nobody", "31.12.1990"
          "Bob", "151", "bob@x", ""
          "Cy", "7", "cy@c.d", "" ] do
        match account input with
        | Ok a -> printfn "%s, %d, %s, %A" a.Name a.Age (Email.value a.Email) a.Born
        | Error errors -> printfn "%d error(s): %s" errors.Length (String.concat "; " errors)
    printfn "%A" (account ("D", "1", "d@e.f", ""))
    let tables = Map [ "colours", Map [ "RED", "#f00"; "green", "#0f0" ] ]
    for t, k in [ "colours", "red"; "colours", "green"; "colours", "blue"; "sizes", "s"; "colours", "*" ] do
        printfn "%s.%s = %s" t k (lookup tables t k |> Option.defaultValue "?")
    let doubled = account (" Eve ", "41", "eve@f.g", "") |> Result.map (fun a -> a.Age * 2)
    printfn "%b %b %d" (Result.contains 82 doubled) (Result.contains 41 doubled) (Result.count doubled)
    printfn "%A %A" (Result.toList doubled) (Result.toOption doubled)
    0
