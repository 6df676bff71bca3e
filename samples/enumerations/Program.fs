module Enumerations

open System
open System.Collections.Generic

// `for … in` over everything there is to enumerate, left in every way there is.
type Item = { Name: string; Count: int; Price: float }

let items =
    [ { Name = "bolt"; Count = 40; Price = 0.25 }
      { Name = "nut"; Count = 0; Price = 0.1 }
      { Name = "gear"; Count = 7; Price = 12.5 }
      { Name = "axle"; Count = 2; Price = 80.0 } ]

let firstOver limit (xs: int list) =
    let mutable found = -1
    let mutable index = 0

    for x in xs do
        if found < 0 && x > limit then
            found <- index

        index <- index + 1

    found

let loops () =
    let mutable total = 0.0

    for item in items do
        total <- total + float item.Count * item.Price

    printfn "%.2f %d %d" total (firstOver 5 [ 1; 9; 3 ]) (firstOver 5 [])
    let growing = List<int>()

    for i in 0..3..20 do
        growing.Add i

    for i in 9 .. -4 .. -5 do
        growing.Add i

    let mutable sum = 0

    for x in growing do
        sum <- sum * 3 + x

    printfn "%d %d" growing.Count sum
    let mutable upper = 0

    for c in "Hello, World" do
        if Char.IsUpper c then
            upper <- upper + int c

    printfn "%d" upper
    let actions = List<unit -> int>()

    for x in [ 10; 20; 30 ] do
        let mutable seen = x
        ignore seen
        actions.Add(fun () -> x + 1)

    printfn "%s" (String.Join(",", actions |> Seq.map (fun action -> string (action ()))))

    for a in [ 1; 2 ] do
        for b in [| 3; 4 |] do
            for c in "xy" do
                printf "%d%d%c " a b c

    printfn ""

let tables () =
    let stock = Map.ofList [ for item in items -> item.Name, item.Count ]

    for KeyValue(name, count) in stock do
        if count > 0 then
            printf "%s=%d " name count

    let counts = Dictionary<char, int>()

    for c in "mississippi" do
        counts[c] <- (match counts.TryGetValue c with | true, n -> n | _ -> 0) + 1

    for pair in counts do
        printf "%c=%d " pair.Key pair.Value

    for x in Set.ofList [ 5; 1; 3; 1 ] do
        printf "%d " x

    for x in HashSet [ 4; 4; 2 ] do
        printf "%d " x

    printfn ""

let rec search (path: string list) (xs: int list list) =
    for x in xs do
        for y in x do
            if y < 0 then
                failwithf "negative %d after %s" y (String.concat "/" (List.rev path))

    if xs.Length > 1 then search (string xs.Length :: path) xs.Tail else path.Length

let leaving () =
    for xs in [ [ [ 1 ]; [ 2; 3 ]; [ 4 ] ]; [ [ 1 ]; [ 2; -3 ] ] ] do
        try
            printfn "%d" (search [] xs)
        with Failure message ->
            printfn "%s" message

    let changing = List [ 1; 2; 3 ]

    try
        for x in changing do
            if x = 2 then
                changing.Add 9
    with :? InvalidOperationException as error ->
        printfn "%s" (error.GetType().Name)

    let text: string = null

    try
        for c in text do
            printfn "%c" c
    with :? NullReferenceException ->
        printfn "no text"

    let mutable n = 0

    for x in items do
        try
            n <- n + 100 / x.Count
        with :? DivideByZeroException ->
            n <- n + 1000

    printfn "%d" n

let folds () =
    let low, high, sum = items |> List.fold (fun (low, high, sum) item -> min low item.Price, max high item.Price, sum + item.Count) (infinity, 0.0, 0)
    printfn "%g %g %d" low high sum
    let evens, odds = [ 1..9 ] |> List.fold (fun (evens, odds) x -> if x % 2 = 0 then x :: evens, odds else evens, x :: odds) ([], [])
    printfn "%A %A" evens odds
    let state = Array.fold (fun (i, acc) x -> i + 1, acc + i * x) (0, 0) [| 5; 6; 7 |]
    printfn "%A" state
    let best = items |> Seq.fold (fun best item -> match best with | Some b when b.Price >= item.Price -> best | _ -> Some item) None
    printfn "%A" (best |> Option.map _.Name)

[<EntryPoint>]
let main _ =
    loops ()
    tables ()
    leaving ()
    folds ()
    0
