module Program

open System
open System.Collections.Generic
open System.Linq

type Order =
    { Id: int
      Customer: string
      Total: decimal
      Items: string list }

let orders =
    [ { Id = 1; Customer = "ann"; Total = 12.50M; Items = [ "pen"; "ink" ] }
      { Id = 2; Customer = "bob"; Total = 3.00M; Items = [ "cup" ] }
      { Id = 3; Customer = "ann"; Total = 7.25M; Items = [] }
      { Id = 4; Customer = "cy"; Total = 12.50M; Items = [ "pen"; "cup"; "mat" ] } ]

let show (items: seq<'T>) = items |> Seq.map string |> String.concat " "

let attempt (name: string) (work: unit -> 'T) =
    try
        printfn "%s: %O" name (work ())
    with e ->
        printfn "%s: %s: %s" name (e.GetType().Name) e.Message

let projections () =
    let numbers = [| 5; 3; 8; 1; 9; 2 |]
    printfn "%s" (show (numbers.Where(fun n -> n > 2).Select(fun n -> n * n)))
    printfn "%s" (show (numbers.Where(fun n at -> n > at).Select(fun n at -> n * 10 + at)))
    printfn "%s" (show (orders.SelectMany(fun order -> order.Items :> seq<string>)))
    printfn "%s" (show (orders.SelectMany((fun order -> order.Items :> seq<string>), (fun order item -> $"{order.Id}{item}"))))
    printfn "%s" (show (numbers.Take(2).Concat(numbers.TakeLast 2).Append(0).Prepend(7)))
    printfn "%s | %s" (show (numbers.Skip 4)) (show (numbers.SkipLast 4))
    printfn "%s | %s" (show (numbers.SkipWhile(fun n -> n <> 8))) (show (numbers.TakeWhile(fun n at -> n > at)))
    printfn "%s" (numbers.Chunk(4).Select(fun part -> show part).Aggregate(fun a b -> a + "/" + b))
    printfn "%s" (show (numbers.Zip([ "a"; "b"; "c" ], fun n s -> $"{n}{s}")))
    printfn "%s" (show (numbers.Zip([ 'x'; 'y' ])))
    printfn "%s" (show (Enumerable.Range(3, 4).Reverse()))
    printfn "%s [%s]" (show (Enumerable.Repeat("ho", 3))) (show (Enumerable.Empty<int>()))
    printfn "%s" (show ([ box 1; box "two"; box 3; null ].OfType<int>()))
    printfn "%s" (show ([ 1; 2 ].Where(fun n -> n > 5).DefaultIfEmpty()))
    printfn "%s" (show ("hello".Distinct().OrderByDescending(fun c -> c)))

let sets () =
    let a, b = [ 1; 2; 2; 3; 4 ], [ 4; 2; 6; 6 ]
    printfn "%s | %s | %s" (show (a.Union b)) (show (a.Intersect b)) (show (a.Except b))
    let words = [ "Ann"; "bob"; "ANN"; "Bob"; "cy" ]
    printfn "%s" (show (words.Distinct StringComparer.OrdinalIgnoreCase))
    printfn "%s" (show (words.DistinctBy(fun word -> word.Length)))
    printfn "%b %b" (a.Contains 3) (words.Contains("CY", StringComparer.OrdinalIgnoreCase))
    printfn "%b %b" (a.SequenceEqual [ 1; 2; 2; 3; 4 ]) (a.SequenceEqual [ 1; 2 ])

let ordering () =
    let sorted = orders.OrderByDescending(fun order -> order.Total).ThenBy(fun order -> order.Customer.Length)
    printfn "%s" (show (sorted.Select(fun order -> order.Id)))
    printfn "%s" (show (orders.OrderBy(fun order -> order.Customer).ThenByDescending(fun order -> order.Total).Select(fun order -> order.Id)))
    printfn "%s" (show ([ 3; 1; 2 ].Order()))
    let byLast = { new IComparer<int> with member _.Compare(x, y) = compare (x % 10) (y % 10) }
    printfn "%s" (show ([ 21; 12; 31; 11; 42 ].OrderBy((fun n -> n), byLast)))
    printfn "%d %d" (orders.MaxBy(fun order -> order.Total)).Id (orders.MinBy(fun order -> order.Items.Length)).Id

let grouping () =
    for group in orders.GroupBy(fun order -> order.Customer) do
        printfn "%s %d %M" group.Key (group.Count()) (group.Sum(fun order -> order.Total))
    for length, total in orders.GroupBy((fun order -> order.Items.Length), (fun order -> order.Total), (fun length (totals: seq<decimal>) -> length, totals.Sum())) do
        printfn "%d: %M" length total
    let lookup = orders.ToLookup((fun order -> order.Customer), (fun order -> order.Id))
    printfn "%d %s [%s] %b" lookup.Count (show lookup.["ann"]) (show lookup.["dee"]) (lookup.Contains "cy")
    let prices = [ "pen", 2; "cup", 5 ]
    let joined = orders.SelectMany(fun order -> order.Items :> seq<string>).Join(prices, (fun item -> item), fst, (fun item (_, price) -> $"{item}={price}"))
    printfn "%s" (show joined)
    let grouped = prices.GroupJoin(orders, fst, (fun order -> Seq.tryHead order.Items |> Option.defaultValue ""), (fun (name, _) found -> $"{name}:{found.Count()}"))
    printfn "%s" (show grouped)
    let totals = orders.ToDictionary((fun order -> order.Id), (fun order -> order.Total))
    printfn "%d %M" totals.Count totals.[3]
    printfn "%s" (show ("banana".CountBy(fun c -> c).Select(fun pair -> $"{pair.Key}{pair.Value}")))

let values () =
    let numbers = [ 4; 8; 15; 16; 23; 42 ]
    printfn "%d %d %d %.3f %d" (numbers.Sum()) (numbers.Max()) (numbers.Min()) (numbers.Average()) (numbers.Count(fun n -> n % 2 = 0))
    printfn "%b %b %b" (numbers.Any()) (numbers.Any(fun n -> n > 50)) (numbers.All(fun n -> n > 3))
    printfn "%d %d %d" (numbers.First()) (numbers.Last(fun n -> n < 20)) (numbers.FirstOrDefault(fun n -> n > 100))
    printfn "%d %s" (numbers.ElementAt 2) (match [ "a" ].ElementAtOrDefault 4 with null -> "null" | text -> text)
    printfn "%d %s" (numbers.Aggregate(1, (fun product n -> product * n % 1000))) (numbers.Aggregate("", (fun text n -> text + string n), (fun text -> text.PadRight 12 + "|")))
    printfn "%.1f %M %d" (orders.Average(fun order -> float order.Total)) (orders.Max(fun order -> order.Total)) (orders.Sum(fun order -> order.Items.Length))
    attempt "first" (fun () -> Seq.empty<int>.First())
    attempt "first with" (fun () -> numbers.First(fun n -> n > 100))
    attempt "single" (fun () -> numbers.Single())
    attempt "single with" (fun () -> numbers.Single(fun n -> n > 20))
    attempt "single" (fun () -> numbers.Single(fun n -> n > 30))
    attempt "last" (fun () -> Enumerable.Empty<string>().LastOrDefault("none"))
    attempt "max" (fun () -> Enumerable.Empty<int>().Max())
    attempt "average" (fun () -> Enumerable.Empty<float>().Average())
    attempt "aggregate" (fun () -> Enumerable.Empty<int>().Aggregate(fun a b -> a + b))
    attempt "element" (fun () -> numbers.ElementAt 9)
    attempt "sum" (fun () -> [ Int32.MaxValue; 1 ].Sum())
    attempt "range" (fun () -> Enumerable.Range(1, -1))
    attempt "chunk" (fun () -> numbers.Chunk 0)
    attempt "null" (fun () -> (null: seq<int>).Select(fun n -> n))
    attempt "twice" (fun () -> orders.ToDictionary(fun order -> order.Customer))

let laziness () =
    let log = List<string>()
    let source = [ 1; 2; 3; 4 ]
    let query = source.Where(fun n -> log.Add $"w{n}"; n % 2 = 0).Select(fun n -> log.Add $"s{n}"; n * 10)
    log.Add "made"
    printfn "%d" (query.First())
    printfn "%s" (show (query.ToList()))
    printfn "%s" (show log)
    let growing = List<int> [ 1; 2 ]
    let later = growing.Select(fun n -> n + 1)
    growing.Add 9
    printfn "%s" (show later)
    let unique = growing.ToHashSet()
    unique.UnionWith [ 9; 10 ]
    printfn "%s" (show (unique.OrderByDescending(fun n -> n).ToArray()))

projections ()
sets ()
ordering ()
grouping ()
values ()
laziness ()
