/// Values whose types are known only when the program runs: cells of a table read by column types, untyped collections, dates with offsets.
module Conversions

open System
open System.Collections
open System.Collections.Generic

type Column = { Name: string; Kind: Type }

let attempt (what: string) (f: unit -> 'T) : unit =
    try
        printfn "%s: %A" what (f ())
    with error ->
        printfn "%s: %s (%s)" what (error.GetType().Name) error.Message

let columns =
    [ { Name = "id"; Kind = typeof<int> }
      { Name = "price"; Kind = typeof<float> }
      { Name = "active"; Kind = typeof<bool> }
      { Name = "grade"; Kind = typeof<char> }
      { Name = "small"; Kind = typeof<byte> } ]

let readRow (line: string) : unit =
    for column, cell in List.zip columns (List.ofArray (line.Split ';')) do
        attempt column.Name (fun () ->
            let value = Convert.ChangeType(cell, column.Kind)
            sprintf "%O is %s" value (value.GetType().Name))

/// What some serializers do: look at a value without knowing its type.
let rec describe (value: obj) : string =
    match value with
    | null -> "null"
    | :? string as text -> "\"" + text + "\""
    | :? IEnumerable as items -> "[" + String.Join(", ", [ for item in items -> describe item ]) + "]"
    | :? char as c -> sprintf "char %c" c
    | :? byte as b -> sprintf "byte %d" b
    | :? int as n -> sprintf "int %d" n
    | other -> sprintf "%s %O" (other.GetType().Name) other

let typeName (value: 'T) : string = value.GetType().Name
let second (items: IReadOnlyList<'T>) : 'T = items.[1]

readRow "7;2.5;true;A;200"
readRow "x;2.5e3;yes;AB;300"
[ box [| 1; 2 |]; box [| 'a'; 'b' |]; box [| 1uy |]; box (ResizeArray [ 1.5 ]); box [ "a"; null ]; box [| [| 3 |] |] ]
|> List.iter (describe >> printfn "%s")
printfn "%d" (Seq.sum (Seq.cast<int> [ box 1; box 2 ]))
attempt "cast" (fun () -> Seq.sum (Seq.cast<int> [ box 1; box "2" ]))
printfn "%s %s %s" (typeName 1) (typeName 'c') (typeName 2.5f)
printfn "%d %d %s" (second [ 1; 2 ]) (second [| 3; 4 |]) (second (ResizeArray [ "a"; "b" ]))
printfn "%A" (List.partitionWith (fun n -> if n % 2 = 0 then Choice1Of2 n else Choice2Of2(string n)) [ 1 .. 5 ])
printfn "%d %d" ("abcdBc".IndexOf("b", 3, StringComparison.OrdinalIgnoreCase)) ("abcdbc".LastIndexOf("b", 3, StringComparison.Ordinal))
for text in [ "2021-11-08-08:00"; "05/01/2008 +3:00"; "2021-11-08 +0830" ] do
    printfn "%s" (DateTimeOffset.Parse(text).ToString "o")
for text in [ "24:0:0"; "25:1:1"; "0:60:0"; "1:2:3:4" ] do
    attempt text (fun () -> TimeSpan.Parse(text).ToString())
