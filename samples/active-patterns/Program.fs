/// Pattern matching in its many forms: active patterns, lists, arrays, strings, nested unions.
module ActivePatterns

open System

let (|Even|Odd|) n = if n % 2 = 0 then Even else Odd

let (|DivisibleBy|_|) divisor n =
    if n % divisor = 0 then Some(n / divisor) else None

let (|Int|_|) (text: string) =
    match Int32.TryParse text with
    | true, n -> Some n
    | false, _ -> None

let (|Prefix|_|) (prefix: string) (text: string) =
    if text.StartsWith prefix then Some(text.Substring prefix.Length) else None

let (|Words|) (text: string) =
    text.Split([| ' ' |], StringSplitOptions.RemoveEmptyEntries) |> List.ofArray

let (|Trimmed|) (text: string) = text.Trim()

[<return: Struct>]
let (|Small|_|) n =
    if abs n < 10 then ValueSome n else ValueNone

let (|Sorted|Reversed|Mixed|) (items: int list) =
    if items = List.sort items then Sorted
    elif items = List.sortDescending items then Reversed
    else Mixed(List.min items, List.max items)

let fizz n =
    match n with
    | DivisibleBy 3 _ & DivisibleBy 5 _ -> "FizzBuzz"
    | DivisibleBy 3 third -> sprintf "Fizz(%d)" third
    | DivisibleBy 5 _ -> "Buzz"
    | Even -> sprintf "%d!" n
    | Odd -> string n

type Direction = North | East | South | West

type Command =
    | Move of Direction * int
    | Turn of Direction
    | Repeat of times: int * Command list
    | Say of string
    | Nothing

let direction =
    function
    | "n" | "north" -> Some North
    | "e" | "east" -> Some East
    | "s" | "south" -> Some South
    | "w" | "west" -> Some West
    | _ -> None

let rec parse line =
    match line with
    | Trimmed "" -> Ok Nothing
    | Prefix "say " rest -> Ok(Say rest)
    | Words("repeat" :: Int n :: (_ :: _ as rest)) when n > 0 ->
        rest |> String.concat " " |> parse |> Result.map (fun inner -> Repeat(n, [ inner ]))
    | Words [ "go"; word; Int n ] ->
        match direction word with
        | Some d -> Ok(Move(d, n))
        | None -> Error(sprintf "no direction: %s" word)
    | Words([ "turn"; word ] | [ "face"; word ]) ->
        direction word |> Option.map (Turn >> Ok) |> Option.defaultValue (Error "turn where?")
    | Words(first :: _) -> Error(sprintf "unknown command: %s" first)
    | _ -> Error "nothing to do"

/// Rewrites until nothing changes; deep patterns with aliases and guards.
let rec simplify command =
    match command with
    | Repeat(_, []) | Repeat(_, [ Nothing ]) | Move(_, 0) -> Nothing
    | Repeat(1, [ single ]) -> simplify single
    | Repeat(n, [ Repeat(m, inner) ]) -> simplify (Repeat(n * m, inner))
    | Repeat(n, [ Move(d, k) ]) -> Move(d, n * k)
    | Repeat(_, [ Turn _ as turn ]) -> turn
    | Move((North | West) as d, k) when k < 0 -> Move((if d = North then South else East), -k)
    | other -> other

let rec summary items =
    match items with
    | [] -> "empty"
    | [ x ] -> sprintf "one: %d" x
    | [ x; y ] -> sprintf "two: %d and %d" x y
    | x :: y :: _ when x = y -> sprintf "starts with a double %d" x
    | 0 :: rest -> "zero, then " + summary rest
    | x :: _ -> sprintf "%d items from %d" items.Length x

let shape (cells: int[]) =
    match cells with
    | [||] -> "nothing"
    | [| 0 |] -> "a zero"
    | [| a; b |] when a = b -> "a pair"
    | [| _; 1; _ |] -> "one in the middle"
    | cells when cells.Length > 3 -> sprintf "long (%d)" cells.Length
    | _ -> "something"

let key c =
    match c with
    | 'a' | 'e' | 'i' | 'o' | 'u' -> "vowel"
    | c when Char.IsLetter c && Char.IsUpper c -> "capital"
    | c when c >= '0' && c <= '9' -> "digit"
    | ' ' | '\t' -> "space"
    | _ -> "other"

let compareTuples pair =
    match pair with
    | (0, _) | (_, 0) -> "touches an axis"
    | (x, y) when x = y -> "diagonal"
    | (Small x, Small y) -> sprintf "near (%d)" (x * y)
    | (Even, Even) -> "even"
    | _ -> "far"

for n in [ 1; 3; 4; 10; 15; 21; 30 ] do
    printf "%s " (fizz n)

printfn ""

[ "go north 3"; "go up 1"; "turn w"; "face east"; "turn"; "say hello there"; "   "
  "repeat 3 go e 2"; "repeat 2 repeat 4 say hi"; "repeat 0 turn n"; "repeat 5 turn s"
  "go west -7"; "repeat 1 go n 0"; "dance now" ]
|> List.iter (fun line ->
    match parse line with
    | Ok command -> printfn "%-26s %A" line (simplify command)
    | Error message -> printfn "%-26s error: %s" line message)

[ []; [ 7 ]; [ 1; 2 ]; [ 4; 4; 4 ]; [ 0; 0; 5 ]; [ 0; 2; 2; 9 ]; [ 9; 8; 7; 6 ] ]
|> List.iter (fun items ->
    let order =
        match items with
        | Sorted -> "sorted"
        | Reversed -> "reversed"
        | Mixed(low, high) -> sprintf "mixed %d..%d" low high

    printfn "%s; %s" (summary items) order)

[ [||]; [| 0 |]; [| 5; 5 |]; [| 0; 1; 0 |]; [| 1; 2 |]; Array.zeroCreate 9 ]
|> List.map shape
|> String.concat ", "
|> printfn "%s"

"Hi u2 - ok" |> Seq.countBy key |> Seq.iter (fun (k, n) -> printf "%s:%d " k n)
printfn ""

[ 0, 5; 4, 4; 2, -3; 20, 40; 21, 40 ]
|> List.iter (fun pair -> printfn "%A %s" pair (compareTuples pair))
