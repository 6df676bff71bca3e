module KeyTables

open System
open System.Collections.Generic
open System.Text

// tables whose keys decide for themselves: structs, tuples, records, unions; entries that are freed and used again
[<Struct>]
type Cell = { Row: int; Column: int }

type Shape =
    | Circle of radius: float
    | Box of width: int * height: int
    | Empty

let grid () =
    let seen = HashSet<Cell>()
    let steps = Dictionary<struct (int * int), int>()

    for i in 0..199 do
        let cell = { Row = i * 7 % 23; Column = i * 5 % 17 }

        if seen.Add cell then
            steps[struct (cell.Row, cell.Column)] <- i

    for i in 0..3..199 do
        seen.Remove { Row = i * 7 % 23; Column = i * 5 % 17 } |> ignore

    seen.Add { Row = 100; Column = 1 } |> ignore
    seen.Add { Row = 101; Column = 1 } |> ignore
    printfn "%d %d" seen.Count steps.Count
    printfn "%s" (String.Join(" ", seen |> Seq.truncate 8 |> Seq.map (fun c -> $"{c.Row},{c.Column}")))

    match steps.TryGetValue(struct (7, 5)) with
    | true, at -> printfn "step %d" at
    | _ -> printfn "no step"

let shapes () =
    let areas = Dictionary<Shape, int>()

    for shape in [ Circle 1.5; Box(2, 3); Empty; Circle 1.5; Box(3, 2); Empty; Circle -0.0; Circle 0.0 ] do
        areas[shape] <- (match areas.TryGetValue shape with | true, n -> n + 1 | _ -> 1)

    for KeyValue(shape, count) in areas do
        printfn "%A %d" shape count

    areas.Remove(Box(2, 3)) |> ignore
    areas.Remove Empty |> ignore
    areas.Add(Box(9, 9), 9)
    areas.Add(Box(8, 8), 8)
    areas.Add(Circle 3.0, 3)
    printfn "%s" (areas.Values |> Seq.map string |> String.concat ",")

    try
        areas.Add(Box(9, 9), 0)
    with :? ArgumentException as e ->
        printfn "%s" (e.GetType().Name)

    areas.Clear()
    areas[Empty] <- 1
    printfn "%d %b" areas.Count (areas.ContainsKey(Box(9, 9)))

// the same short words over and over, some of them not ASCII
let words () =
    let text = "Straße alpha ALPHA Alpha ÉCOLE école beta, beta. BETA x1 X1 x1 ñandú ÑANDÚ  end"
    let counts = Dictionary<string, int>()

    for word in text.Split ' ' do
        let key = word.ToLowerInvariant() |> String.filter Char.IsLetterOrDigit

        if counts.ContainsKey key then
            counts[key] <- counts[key] + 1
        else
            counts[key] <- 1

    for pair in counts |> Seq.sortBy (fun pair -> -pair.Value, pair.Key.Length) do
        printfn "%s=%d/%s" pair.Key pair.Value (pair.Key.ToUpperInvariant())

    let classes = [ Char.IsLetter; Char.IsDigit; Char.IsUpper; Char.IsLower; Char.IsWhiteSpace; Char.IsPunctuation; Char.IsLetterOrDigit ]

    for c in "aZ5_ é٣Ⅷ-\t" do
        printfn "%d %s" (int c) (classes |> List.map (fun test -> if test c then "1" else "0") |> String.concat "")

let orders () =
    let numbers = [ for i in 0..40 -> (i * 7919 % 101) - 50 ]
    printfn "%A" (List.sort numbers |> List.truncate 6)
    printfn "%A" (List.sortDescending numbers |> List.truncate 6)
    let named = numbers |> List.mapi (fun i n -> n / 10, i)
    printfn "%A" (named |> List.sortBy fst |> List.map snd)
    printfn "%A" (named |> List.sortByDescending fst |> List.map snd)
    let extremes = [ Int32.MaxValue, "a"; Int32.MinValue, "b"; 0, "c"; Int32.MinValue, "d"; -1, "e" ]
    printfn "%A" (extremes |> List.sortBy fst)
    printfn "%A" (extremes |> List.sortByDescending fst)
    printfn "%A" (List.sort [ 2.5; nan; -1.0; infinity; 0.0; -infinity ])
    printfn "%A" (List.sort [ 3000000000u; 1u; 4000000000u ])
    printfn "%A" ([ "b"; "B"; "a"; ""; "ab"; "Z" ] |> List.sort)
    printfn "%A" (Array.sortBy (fun (s: string) -> s.Length) [| "ccc"; "a"; "bb"; "d"; "" |])

let builders () =
    let out = StringBuilder()

    for i in 0..120 do
        out.Append(i).Append(if i % 10 = 9 then '\n' else ' ') |> ignore

    out.Append(String('x', 300)).Append("tail").Append(0).Append(-0.0).Append(1.5).Append(true) |> ignore
    printfn "%d %c %s" out.Length out[40] (out.ToString(out.Length - 20, 20))
    out.Insert(0, "<").Replace("x", "") |> ignore
    out.Length <- 30
    printfn "%s|" (out.ToString())
    out.Clear().Append("again") |> ignore
    printfn "%O %d" out out.Length

grid ()
shapes ()
words ()
orders ()
builders ()
