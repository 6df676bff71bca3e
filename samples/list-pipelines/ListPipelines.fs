module ListPipelines

open System

type Item = { Name: string; Price: decimal; Count: int; Tags: string list }

type Counter = { mutable Seen: int }

let items =
    [ for i in 1 .. 12 ->
        { Name = $"item{i}"; Price = decimal (i * 7 % 5) + 0.25m; Count = i % 4; Tags = [ if i % 2 = 0 then "even"; if i % 3 = 0 then "third" ] } ]

// Nothing can be seen of the order in these.
let quiet () =
    let total = items |> List.filter (fun x -> x.Count > 1) |> List.sumBy (fun x -> x.Price * decimal x.Count)
    let tags = items |> List.collect (fun x -> x.Tags) |> List.filter (fun t -> t.Length = 4) |> List.length
    let squares = List.init 10 (fun i -> i * i) |> List.map (fun x -> x + 1) |> List.filter (fun x -> x % 2 = 1)
    let chosen = [ 1..20 ] |> List.choose (fun x -> if x % 3 = 0 then Some(string x) else None) |> List.map (fun s -> s + "!")
    let any = items |> List.map (fun x -> x.Name) |> List.exists (fun n -> n.EndsWith "7")
    let nth = items |> List.mapi (fun i x -> i * x.Count) |> List.fold (fun acc x -> (acc * 7 + x) % 1009) 1
    printfn "%M %d %A %A %b %d" total tags squares chosen any nth

let arrays () =
    let xs = [| 3; 1; 4; 1; 5; 9; 2; 6 |]
    let doubled = xs |> Array.map (fun x -> x * 2) |> Array.filter (fun x -> x > 5)
    let sum = xs |> Array.map (fun x -> x * x) |> Array.sum
    let halves = xs |> Array.map (fun x -> float x / 2.0) |> Array.sumBy (fun x -> x + 0.5)
    let bytes = [| 200uy; 100uy |] |> Array.map (fun b -> b + b) |> Array.fold (fun acc b -> acc * 300 + int b) 0
    let words = "the quick brown fox".Split ' ' |> Array.map (fun w -> w.Length) |> Array.exists (fun n -> n > 5)
    printfn "%A %d %g %d %b" doubled sum halves bytes words

// Effects keep their order: all of one stage come before the next.
let loud () =
    [ 1; 2; 3 ] |> List.map (fun x -> printfn "map %d" x; x * 2) |> List.filter (fun x -> printfn "filter %d" x; x > 2) |> List.iter (printfn "iter %d")
    let counter = { Seen = 0 }
    let count x =
        counter.Seen <- counter.Seen + 1
        x
    let late = [ 5; 6; 7 ] |> List.map count |> List.map (fun x -> x * 10 + counter.Seen) |> List.sum
    let early = [ 5; 6; 7 ] |> List.map (fun x -> x * 10 + counter.Seen) |> List.map count |> List.sum
    let one = [ 5; 6; 7 ] |> List.map count |> List.map (fun x -> x * 10) |> List.sum
    printfn "%d %d %d %d" late early one counter.Seen
    let mutable seen = 0
    for x in [ 1; 2; 3; 4 ] |> List.map (fun x -> x * x) |> List.filter (fun x -> x > 1) do
        seen <- seen + x
    let cells = [| 1; 2; 3 |]
    cells |> Array.map (fun x -> x * 10) |> Array.iteri (fun i x -> cells.[(i + 1) % 3] <- x)
    printfn "%d %A" seen cells

let attempt name f =
    try
        printfn "%s %d" name (f ())
    with e ->
        printfn "%s %s: %s" name (e.GetType().Name) (e.Message.Replace("\n", " ").Replace("\r", ""))

// Which exception it is, and what happened before it.
let failing () =
    attempt "first" (fun () -> [ 2; 1; 0 ] |> List.map (fun x -> 10 / x) |> List.filter (fun x -> if x = 5 then failwith "five" else true) |> List.length)
    attempt "second" (fun () -> [ 2; 1 ] |> List.map (fun x -> 10 / x) |> List.filter (fun x -> if x = 5 then failwith "five" else true) |> List.length)
    attempt "overflow" (fun () -> [ Int32.MaxValue; 1 ] |> List.map (fun x -> x + 0) |> List.sum)
    attempt "late" (fun () -> [ Int32.MaxValue; 1; 0 ] |> List.map (fun x -> 7 / x) |> List.map (fun x -> x * 1) |> List.sum)
    attempt "found" (fun () -> [ 4; 0 ] |> List.map (fun x -> 8 / x) |> List.tryFind (fun x -> x = 2) |> Option.defaultValue -1)
    attempt "printed" (fun () -> [ 3; 0 ] |> List.map (fun x -> 9 / x) |> List.map (fun x -> printf "<%d>" x; x) |> List.sum)
    attempt "negative" (fun () -> List.init -2 (fun i -> i) |> List.map (fun x -> x + 1) |> List.sum)
    attempt "null" (fun () -> (null: int[]) |> Array.map (fun x -> x + 1) |> Array.sum)
    attempt "text" (fun () -> [ "ab"; null; "" ] |> List.map (fun s -> s.Length) |> List.sumBy (fun n -> n + 1))
    attempt "either" (fun () -> [ "ab"; null ] |> List.map (fun s -> s.Length) |> List.sumBy (fun n -> 4 / (n - 2)))

let rec depth n = if n = 0 then 0 else 1 + ([ n ] |> List.map (fun x -> depth (x - 1)) |> List.filter (fun x -> x >= 0) |> List.sum)

[<EntryPoint>]
let main _ =
    quiet ()
    arrays ()
    loud ()
    failing ()
    printfn "%d" (depth 30)
    0
