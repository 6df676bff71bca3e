module EventQueue

open System
open System.Collections.Concurrent
open System.Collections.Generic

/// A simulation of a small shop: events by time, a recency list of customers, sales by product, tills that share a queue.
type Event =
    | Arrive of customer: string
    | Buy of customer: string * product: string * amount: decimal
    | Leave of customer: string

let simulate () =
    let queue = PriorityQueue<Event, TimeSpan>()
    let at (minutes: float) event = queue.Enqueue(event, TimeSpan.FromMinutes minutes)
    at 5.0 (Arrive "ann")
    at 1.0 (Arrive "bob")
    at 7.5 (Buy("ann", "tea", 3.20m))
    at 7.5 (Buy("bob", "scone", 3.10m))
    at 7.5 (Buy("bob", "cake", 4.75m))
    at 30.0 (Leave "ann")
    at 12.0 (Leave "bob")
    let sales = SortedDictionary<string, decimal>()
    let ordinal = SortedDictionary<string, int>(StringComparer.Ordinal)
    let recent = LinkedList<string>()
    let touch (name: string) =
        recent.Remove name |> ignore
        recent.AddFirst name |> ignore
    let mutable running = true
    while running do
        match queue.TryDequeue() with
        | true, event, time ->
            match event with
            | Arrive name -> touch name
            | Leave name -> recent.Remove name |> ignore
            | Buy(name, product, amount) ->
                touch name
                sales.[product] <- (match sales.TryGetValue product with | true, sum -> sum + amount | _ -> amount)
                ordinal.[product] <- ordinal.Count
            printfn "%O %A recent=%A" time event (List.ofSeq recent)
        | _ -> running <- false
    for KeyValue(product, sum) in sales do
        printfn "%-5s %M" product sum
    printfn "%A" [ for entry in ordinal -> entry.Key ]
    printfn "%A" (Seq.toList sales.Keys, Seq.sum sales.Values)

let numbers () =
    let queue = PriorityQueue<string, int>(Comparer<int>.Create(fun a b -> compare b a))
    for i in 1..12 do queue.Enqueue($"job{i}", i % 4)
    printfn "%s" (String.Join(" ", [ while queue.Count > 0 do queue.Dequeue() ]))
    let primes = SortedSet<int>([ 13; 2; 7; 3; 11; 5; 7 ])
    printfn "%b %b %d" (primes.Add 17) (primes.Add 2) primes.Count
    printfn "%A %d %d" (List.ofSeq (primes.GetViewBetween(3, 11))) primes.Min primes.Max
    printfn "%A" (List.ofSeq (primes.Reverse()))
    primes.IntersectWith [ 2; 3; 4; 5 ]
    primes.UnionWith [ 1; 100 ]
    printfn "%A %b" (List.ofSeq primes) (primes.IsSupersetOf [ 1; 2 ])
    let list = SortedList<float, string>()
    for x in [ 2.5; -1.0; 9.75 ] do list.Add(x, string (x * 2.0))
    list.[2.5] <- "half"
    printfn "%A %A %d %s" (List.ofSeq list.Keys) (List.ofSeq list.Values) (list.IndexOfKey 9.75) (list.GetValueAtIndex 0)
    list.RemoveAt 0
    printfn "%d %b" list.Count (list.ContainsKey -1.0)

let shared () =
    let counts = ConcurrentDictionary<string, int>()
    for word in "the cat and the dog and the bird".Split ' ' do
        counts.AddOrUpdate(word, 1, (fun _ n -> n + 1)) |> ignore
    printfn "%A" (counts |> Seq.map (fun pair -> pair.Key, pair.Value) |> Seq.sort |> Seq.toList)
    printfn "%d %d" (counts.GetOrAdd("fish", fun name -> name.Length)) (counts.GetOrAdd("the", 0))
    printfn "%A %A" (counts.TryRemove "the") (counts.TryRemove "nobody")
    let queue = ConcurrentQueue<int>([ 1; 2 ])
    queue.Enqueue 3
    let stack = ConcurrentStack<int>(queue)
    printfn "%A %A %A" (queue.TryDequeue()) (stack.TryPop()) (Seq.toList stack)

let faults () =
    let attempt (action: unit -> unit) =
        try action ()
        with error -> printfn "%s: %s" (error.GetType().Name) error.Message
    attempt (fun () -> PriorityQueue<int, int>().Dequeue() |> ignore)
    attempt (fun () -> LinkedList<int>().RemoveLast())
    attempt (fun () -> SortedDictionary<string, int>().["nothing"] |> ignore)
    attempt (fun () ->
        let list = SortedList<int, string>()
        list.Add(1, "a")
        list.Add(1, "b"))
    attempt (fun () ->
        let set = SortedSet [ 1; 2; 3 ]
        for item in set do set.Remove item |> ignore)
    attempt (fun () ->
        let names = LinkedList [ "a" ]
        names.AddAfter(LinkedList([ "b" ]).First, "c") |> ignore)

[<EntryPoint>]
let main _ =
    simulate ()
    numbers ()
    shared ()
    faults ()
    0
