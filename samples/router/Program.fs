module Router.Program

open System
open System.Text.RegularExpressions
type Verb = GET | POST | DELETE
type Request = { Verb: Verb; Path: string; Query: Map<string, string>; Body: string }
type Response = { Code: int; Text: string }
let (|Segments|) (path: string) = path.Trim('/').Split '/' |> Array.filter ((<>) "") |> List.ofArray
let (|Int|_|) (s: string) = match Int32.TryParse s with | true, n -> Some n | _ -> None
let (|Guid|_|) (s: string) = match Guid.TryParse s with | true, g -> Some g | _ -> None
[<return: Struct>]
let (|Positive|_|) n = if n > 0 then ValueSome n else ValueNone
let (|Match|_|) pattern input =
    let m = Regex.Match(input, pattern)
    if m.Success then Some [ for g in Seq.skip 1 m.Groups -> g.Value ] else None
let (|Param|_|) key (q: Map<string, string>) = q.TryFind key
let (|Even|Odd|) n = if n % 2 = 0 then Even else Odd
let parse (line: string) =
    let verb, rest = match line.Split(' ', 2) with [| v; r |] -> v, r | _ -> failwithf "bad request %A" line
    let target, body = match rest.IndexOf " " with -1 -> rest, "" | i -> rest.[.. i - 1], rest.[i + 1 ..]
    let path, query =
        match target.Split '?' with
        | [| p; q |] -> p, q.Split '&' |> Array.map (fun kv -> let i = kv.IndexOf '=' in kv.[.. i - 1], Uri.UnescapeDataString kv.[i + 1 ..]) |> Map.ofArray
        | _ -> target, Map.empty
    let verb = match verb with "GET" -> GET | "POST" -> POST | "DELETE" -> DELETE | v -> invalidArg (nameof verb) $"unknown verb {v}"
    { Verb = verb; Path = path; Query = query; Body = body }
let ok text = { Code = 200; Text = text }
let route request =
    match request with
    | { Verb = GET; Path = Segments [] } -> ok "home"
    | { Verb = GET; Path = Segments [ "users" ]; Query = Param "name" name & Param "limit" (Int limit) } -> ok $"search {name} first {limit}"
    | { Verb = GET; Path = Segments [ "users" ] } -> ok "all users"
    | { Verb = GET; Path = Segments [ "users"; Int(Positive id) ] } -> ok (sprintf "user %d (%s)" id (match id with Even -> "even" | Odd -> "odd"))
    | { Verb = GET; Path = Segments [ "users"; Guid g ] } -> ok $"user {g:D}"
    | { Path = Segments("users" :: Int id :: rest) } when id <= 0 -> { Code = 400; Text = sprintf "bad id %d, %d more" id rest.Length }
    | { Verb = POST; Path = Segments [ "users" ]; Body = Match @"^(\w+)\s*,\s*(\d+)$" [ name; Int age ] } -> { Code = 201; Text = sprintf "created %s aged %d" name age }
    | { Verb = POST; Path = Segments [ "users" ]; Body = b } -> { Code = 422; Text = "cannot read " + b }
    | { Verb = DELETE; Path = Segments("users" :: ids) } when ids |> List.forall (function Int _ -> true | _ -> false) -> ok ("deleted " + String.Join(",", ids))
    | { Verb = v; Path = p } -> { Code = 404; Text = sprintf "%A %s" v p }
[<EntryPoint>]
let main _ =
    for line in
        [ "GET /"; "GET /users/"; "GET /users?name=J%C3%BCrgen%20M&limit=5"; "GET /users?limit=x"; "GET /users/42"; "GET /users/7"; "GET /users/-7/x/y"
          "GET /users/0f8fad5b-d9cb-469f-a165-70867728950e"; "POST /users ann, 33"; "POST /users ann"; "DELETE /users/1/2/3"; "DELETE /users/1/x"; "PATCH /x"; "nonsense" ] do
        try
            let r = route (parse line)
            printfn "%-45s %d %s" line r.Code r.Text
        with
        | :? ArgumentException as e -> printfn "%-45s ! %s" line e.Message
        | Failure m -> printfn "%-45s !! %s" line m
    printfn "%A" (parse "GET /a?x=1&y=b%26c body text")
    0
