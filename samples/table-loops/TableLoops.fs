module TableLoops

open System
open System.Collections.Generic

type Point = { X: int; Y: int }

type Inventory() =
    let stock = Dictionary<string, int>()
    let seen = HashSet<Point>()
    member _.Add(name, count) = stock.[name] <- (match stock.TryGetValue name with | true, n -> n + count | _ -> count)
    member _.Visit point = seen.Add point
    member _.Total =
        let mutable total = 0
        for kv in stock do total <- total + kv.Value
        total
    member _.Names = String.Join(",", [ for name in stock.Keys -> name ])
    member _.Farthest =
        let mutable best = 0
        for p in seen do best <- max best (abs p.X + abs p.Y)
        best
    member _.Stock = stock

let attempt name f =
    try
        f ()
        printfn "%s done" name
    with e -> printfn "%s %s: %s" name (e.GetType().Name) e.Message

let sumOf (table: IDictionary<string, int>) =
    let mutable total = 0
    for kv in table do total <- total + kv.Value
    total

/// Entries that were removed are filled again, last in first out.
let order () =
    let table = Dictionary<int, string>()
    for i in 0 .. 7 do table.[i] <- string (i * i)
    for i in [ 1; 4; 6 ] do table.Remove i |> ignore
    table.[20] <- "x"
    table.[21] <- "y"
    for KeyValue(k, v) in table do printf "%d=%s " k v
    for k in table.Keys do printf "%d " k
    for v in table.Values do printf "%s " v
    printfn "%d" table.Count

let changing () =
    let table = Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    for name in [ "a"; "B"; "c" ] do table.[name] <- name.Length
    attempt "remove" (fun () -> for kv in table do if kv.Key = "B" then table.Remove "b" |> ignore)
    attempt "add" (fun () -> for kv in table do table.[kv.Key + "!"] <- 1)
    attempt "change" (fun () -> for k in table.Keys do table.[k] <- table.[k] + 1)
    attempt "clear" (fun () -> for v in table.Values do table.Clear())
    let set = HashSet<int>([ 3; 1; 2 ])
    attempt "set remove" (fun () -> for x in set do if x < 3 then set.Remove x |> ignore)
    attempt "set add" (fun () -> for x in set do set.Add(x + 1) |> ignore)
    printfn "%d %d" table.Count set.Count

let nested () =
    let groups = Dictionary<Point, ResizeArray<string>>()
    for word in "one two three four five six seven".Split ' ' do
        let key = { X = word.Length; Y = int word.[0] % 2 }
        match groups.TryGetValue key with
        | true, words -> words.Add word
        | _ -> groups.[key] <- ResizeArray [ word ]
    for kv in groups do
        for other in groups do
            if kv.Key.X < other.Key.X then printf "%d%d:%d " kv.Key.X kv.Key.Y (kv.Value.Count * other.Value.Count)
    printfn ""
    let longest = [ for kv in groups do for word in kv.Value do if word.Length > 3 then word.ToUpper() ]
    printfn "%A" longest

let early () =
    let table = Dictionary<int, int>()
    for i in 1 .. 10 do table.[i] <- i * 3
    let find limit =
        let mutable found = -1
        let mutable steps = 0
        for kv in table do
            steps <- steps + 1
            if found < 0 && kv.Value > limit then found <- kv.Key
        found, steps
    let enumerator = table.GetEnumerator()
    let mutable e = enumerator
    let mutable sum = 0
    while e.MoveNext() do sum <- sum + e.Current.Key * e.Current.Value
    printfn "%A %A %d" (find 10) (find 100) sum

[<EntryPoint>]
let main _ =
    let inventory = Inventory()
    for name, count in [ "nut", 3; "bolt", 5; "nut", 4 ] do inventory.Add(name, count)
    for x in -2 .. 2 do inventory.Visit { X = x; Y = x * 2 } |> ignore
    printfn "%d %s %d %d" inventory.Total inventory.Names inventory.Farthest (sumOf inventory.Stock)
    order ()
    changing ()
    nested ()
    early ()
    attempt "null" (fun () -> for kv in (null: Dictionary<int, int>) do printfn "%d" kv.Key)
    0
