/// Pipelines over lists, arrays, maps, sets and sequences of records.
module SalesReport

type Region =
    | North
    | South
    | Export of country: string

type Sale =
    { Id: int
      Product: string
      Region: Region
      Units: int
      Price: decimal
      Tags: Set<string> }

    member sale.Revenue = decimal sale.Units * sale.Price

let sale id product region units price tags =
    { Id = id
      Product = product
      Region = region
      Units = units
      Price = price
      Tags = Set.ofList tags }

let sales =
    [ sale 1 "lamp" North 3 19.90M [ "light"; "home" ]
      sale 2 "desk" South 1 249.00M [ "home"; "office" ]
      sale 3 "chair" North 6 89.50M [ "office" ]
      sale 4 "lamp" (Export "Peru") 20 15.25M [ "light"; "bulk" ]
      sale 5 "chair" (Export "Chad") 12 80.00M [ "office"; "bulk" ]
      sale 6 "rug" South 2 120.75M [ "home" ]
      sale 7 "desk" North 2 239.99M []
      sale 8 "lamp" South 1 19.90M [ "light"; "home" ] ]

let regionName =
    function
    | North -> "north"
    | South -> "south"
    | Export country -> "export to " + country

let title text = printfn "== %s" text

title "revenue by product"

sales
|> List.groupBy (fun s -> s.Product)
|> List.map (fun (product, sales) -> product, sales |> List.sumBy (fun s -> s.Revenue))
|> List.sortByDescending snd
|> List.iter (fun (product, revenue) -> printfn "%-6s %10.2f" product revenue)

title "by region"

let byRegion =
    sales
    |> Seq.fold
        (fun totals s -> totals |> Map.change s.Region (fun t -> Some(defaultArg t 0 + s.Units)))
        Map.empty

for KeyValue(region, units) in byRegion do
    printfn "%s: %d" (regionName region) units

title "tags"
let allTags = sales |> List.map (fun s -> s.Tags) |> Set.unionMany
let common = sales |> List.filter (fun s -> s.Product = "lamp") |> List.map (fun s -> s.Tags) |> Set.intersectMany
printfn "%s | %s" (String.concat " " allTags) (String.concat " " common)

allTags
|> Seq.map (fun tag -> tag, sales |> List.filter (fun s -> s.Tags.Contains tag) |> List.map (fun s -> s.Id))
|> Map.ofSeq
|> Map.filter (fun _ ids -> ids.Length > 2)
|> Map.iter (printfn "%s -> %A")

title "statistics"
let prices = sales |> List.map (fun s -> float s.Price) |> Array.ofList
let mean = Array.average prices
let deviation = prices |> Array.averageBy (fun p -> (p - mean) ** 2.0) |> sqrt

let median =
    let sorted = Array.sort prices
    let middle = sorted.Length / 2
    if sorted.Length % 2 = 1 then sorted[middle] else (sorted[middle - 1] + sorted[middle]) / 2.0

printfn "mean %.3f, median %.3f, deviation %.3f" mean median deviation
printfn "from %.2f to %.2f" (Array.min prices) (Array.max prices)

title "list functions"
let cheap, expensive = sales |> List.partition (fun s -> s.Price < 100M)
printfn "%d cheap, %d expensive" cheap.Length expensive.Length
let ids, names = sales |> List.map (fun s -> s.Id, s.Product) |> List.unzip
printfn "%A" (List.zip (List.rev ids) names |> List.filter (fun (i, _) -> i % 3 = 0))
printfn "%A" (names |> List.distinct |> List.mapi (fun i n -> sprintf "%d.%s" (i + 1) n))
printfn "%A" (names |> List.countBy id |> List.sort)
printfn "%A" (ids |> List.scan (+) 0)
printfn "%A" (ids |> List.chunkBySize 3 |> List.map List.sum)
printfn "%A" (List.foldBack (fun n acc -> if n % 2 = 0 then n :: acc else acc) ids [])
printfn "%A" (sales |> List.tryFind (fun s -> s.Units > 100) |> Option.map (fun s -> s.Id))
printfn "%A" (sales |> List.tryPick (fun s -> match s.Region with Export c -> Some(c, s.Id) | _ -> None))
printfn "%A" (List.allPairs [ 1; 2 ] [ 'a'; 'b' ] |> List.map (fun (n, c) -> String.replicate n (string c)))
printfn "%A %A" (List.splitAt 2 [ 1..5 ]) (List.takeWhile (fun n -> n < 4) [ 1..9 ])
printfn "%A" (List.transpose [ [ 1; 2; 3 ]; [ 4; 5; 6 ] ])
printfn "%b %b" (List.forall (fun s -> s.Units > 0) sales) (List.exists (fun s -> s.Tags.IsEmpty) sales)

title "array functions"
printfn "%A" (Array.init 6 (fun i -> i * i) |> Array.rev |> Array.map ((+) 1))
printfn "%A" (sales |> Array.ofList |> Array.collect (fun s -> Array.replicate (min s.Units 2) s.Id))
printfn "%A" (Array.fold2 (fun acc a b -> acc + a * b) 0 [| 1; 2; 3 |] [| 4; 5; 6 |])
printfn "%A" ([| "b"; "C"; "a" |] |> Array.sortWith (fun a b -> compare (a.ToLower()) (b.ToLower())))
printfn "%A" (Array.mapFold (fun sum x -> sum + x, sum + x) 0 [| 1..5 |])

title "maps and sets"
let stock = Map [ "lamp", 4; "desk", 0; "rug", 9 ]
let updated = stock |> Map.add "chair" 2 |> Map.remove "desk" |> Map.map (fun _ n -> n * 10)
printfn "%A" (Map.toList updated)
printfn "%A %A" (updated.TryFind "rug") (updated.TryFind "sofa")
printfn "%A" (Map.tryFindKey (fun _ n -> n = 0) stock)
printfn "%d" (Map.fold (fun sum key n -> sum + String.length key * n) 0 stock)
let a, b = set [ 1..6 ], set [ 4..9 ]
printfn "%A %A %A" (a + b) (a - b) (Set.intersect a b)
printfn "%b %b %d" (Set.isSubset (set [ 4; 5 ]) a) (a = set [ 6; 5; 4; 3; 2; 1; 1 ]) (Set.maxElement b)
printfn "%A" (compare (Map [ 1, "x" ]) (Map [ 1, "y" ]))
printfn "%A" (sales |> List.maxBy (fun s -> s.Revenue))
