module LazyStages

open System
open System.Collections.Generic

// Which stage sees which element when, what is opened and what is disposed of: none of it may change when stages become one loop.
let trace = List<string>()
let note (text: string) = trace.Add text

let show title =
    printfn "%s: %s" title (String.Join(" ", trace))
    trace.Clear()

let noted name f x =
    note $"{name}{x}"
    f x

let source name count =
    seq {
        use _ = { new IDisposable with member _.Dispose() = note $"-{name}" }
        note $"+{name}"

        for i in 1..count do
            yield i
    }

let order () =
    let total =
        source "a" 4
        |> Seq.map (noted "m" (fun x -> x * 10))
        |> Seq.filter (noted "f" (fun x -> x % 20 = 0))
        |> Seq.sum

    show $"lazy {total}"

    let total = [ 1..4 ] |> List.map (noted "m" (fun x -> x * 10)) |> List.filter (noted "f" (fun x -> x % 20 = 0)) |> List.sum
    show $"strict {total}"
    let found = source "a" 9 |> Seq.map (noted "m" (fun x -> x * x)) |> Seq.tryFind (fun x -> x > 10)
    show $"found {found}"
    let some = source "a" 9 |> Seq.exists (noted "e" (fun x -> x = 2))
    show $"exists {some}"
    let some = source "a" 3 |> Seq.forall (noted "e" (fun x -> x < 9))
    show $"forall {some}"

let limits () =
    let all name (xs: seq<int>) =
        let text = try xs |> Seq.map string |> String.concat "," with error -> error.GetType().Name
        show $"{name} {text}"

    source "a" 5 |> Seq.truncate 2 |> all "truncate"
    source "a" 5 |> Seq.truncate 0 |> all "truncate none"
    source "a" 2 |> Seq.take 2 |> all "take"
    source "a" 2 |> Seq.take 3 |> all "take more"
    source "a" 0 |> Seq.take 0 |> all "take none"
    source "a" 4 |> Seq.skip 3 |> all "skip"
    source "a" 2 |> Seq.skip 3 |> all "skip more"
    source "a" 5 |> Seq.takeWhile (noted "w" (fun x -> x < 3)) |> all "takeWhile"
    source "a" 5 |> Seq.skipWhile (noted "w" (fun x -> x < 3)) |> all "skipWhile"
    source "a" 4 |> Seq.mapi (fun i x -> i * x) |> Seq.scan (+) 100 |> all "scan"
    source "a" 4 |> Seq.pairwise |> Seq.map (fun (a, b) -> a * b) |> all "pairwise"
    Seq.init 4 (noted "i" (fun i -> i + 1)) |> Seq.truncate 2 |> all "init"
    Seq.initInfinite (fun i -> i * i) |> Seq.skip 3 |> Seq.takeWhile (fun x -> x < 60) |> all "infinite"
    Seq.unfold (fun s -> if s > 40 then None else Some(s, s * 3)) 1 |> all "unfold"
    Seq.append (source "a" 2) (source "b" 2) |> Seq.truncate 3 |> all "append"
    source "a" 2 |> Seq.collect (fun i -> source (string i) i) |> Seq.truncate 2 |> all "collect"

let failing () =
    let guarded =
        seq {
            try
                yield 1
                yield 2
                failwith "inside"
            with _ ->
                yield 99
        }

    let outcome =
        try
            guarded |> Seq.map (fun x -> if x = 2 then failwith "of the consumer" else x) |> Seq.sum |> string
        with error ->
            error.Message

    printfn "%s, %d" outcome (Seq.sum guarded)
    let missing: seq<int> = null

    for run in [ (fun () -> Seq.length missing); (fun () -> missing |> Seq.map id |> Seq.length); (fun () -> Seq.max (Seq.filter (fun x -> x > 5) [ 1; 2 ])) ] do
        try
            printfn "%d" (run ())
        with
        | :? ArgumentNullException -> printfn "null"
        | :? ArgumentException -> printfn "empty"

    let items = List [ 1; 2; 3 ]

    try
        items |> Seq.filter (fun x -> x < 9) |> Seq.iter (fun x -> items.Add x)
    with :? InvalidOperationException ->
        printfn "modified at %d" items.Count

    try
        [ 6; 3; 0; 1 ] |> List.map (noted "d" (fun x -> 12 / x)) |> List.filter (noted "f" (fun x -> x > 3)) |> List.length |> printfn "%d"
    with :? DivideByZeroException ->
        show "divided"

    try
        [ Int32.MaxValue; 1 ] |> Seq.map (noted "m" id) |> Seq.sum |> printfn "%d"
    with :? OverflowException ->
        show "overflow"

let ranges () =
    let last = Int32.MaxValue
    printfn "%A %A" [ last - 1 .. last ] (Seq.length (seq { Int32.MinValue .. Int32.MinValue + 2 }))
    printfn "%A %A %A" [ 10..-4..-3 ] [ 5..1 ] [ last - 5 .. 4 .. last ]
    printfn "%A %A" [ for i in -2 .. 2 .. 3 -> i * i ] [| for c in 'a' .. 'e' do if c <> 'c' then yield c |]
    printfn "%A" [ for i in 1..3 do for j in i..3 do if (i + j) % 2 = 0 then yield (i, j) else yield (0, j) ]
    printfn "%A" [ yield 0; yield! [ 1; 2 ]; for x in seq { 3; 4 } do yield x; yield! Set.ofList [ 9; 8 ] ]
    let step = int (DateTime(2024, 1, 1).Day) - 1

    try
        printfn "%A" [ 1..step..5 ]
    with :? ArgumentException ->
        printfn "no step"

let mixed () =
    let text = "the quick brown fox"
    let vowels = text |> Seq.filter (fun c -> "aeiou".Contains c) |> Seq.countBy id |> Seq.sortBy fst |> Seq.map (fun (c, n) -> $"{c}{n}")
    printfn "%s" (String.Join(" ", vowels))
    let values = [| 3; 1; 4; 1; 5; 9; 2; 6 |]
    let smallest, largest = values |> Array.fold (fun (a, b) x -> min a x, max b x) (Int32.MaxValue, Int32.MinValue)
    printfn "%d %d %d" smallest largest (values |> Seq.mapi (fun i x -> i * x) |> Seq.filter (fun x -> x % 2 = 1) |> Seq.sum)
    let ages = dict [ "ann", 31; "bob", 17; "eve", 45 ]
    let adults = ages |> Seq.filter (fun pair -> pair.Value >= 18) |> Seq.map (fun pair -> pair.Key) |> Seq.toList
    printfn "%A %d" adults (ages.Values |> Seq.sum)
    let mutable steps = 0
    let counted = Seq.initInfinite (fun i -> steps <- steps + 1; i) |> Seq.filter (fun i -> i % 7 = 3) |> Seq.head
    printfn "%d after %d" counted steps

[<EntryPoint>]
let main _ =
    order ()
    limits ()
    failing ()
    ranges ()
    mixed ()
    0
