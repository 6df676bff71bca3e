module OrderedMaps
type K = { A: int; B: string }
[<EntryPoint>]
let main _ =
    let mutable m = Map.empty
    let mutable seed = 7
    for i in 0 .. 999 do
        seed <- (seed * 1103 + 12345) % 65536
        m <- Map.add (seed % 500) i m
        if i % 3 = 0 then m <- Map.remove (seed % 77) m
    printfn "%d %A" m.Count (m |> Map.toList |> List.truncate 5)
    printfn "%d" (Map.foldBack (fun k v s -> (s * 31 + k * 7 + v) % 1000003) m 1)
    printfn "%d" (Map.fold (fun s k v -> (s * 31 + k * 7 + v) % 1000003) 1 m)
    let a, b = Map.partition (fun k v -> (k + v) % 2 = 0) m
    printfn "%d %d" a.Count b.Count
    printfn "%A" (Map.tryFind 3 m, Map.containsKey 4 m, Map.tryFindKey (fun _ v -> v > 990) m)
    let f = Map.ofList [ 1.5, "x"; nan, "n"; -0.0, "z"; infinity, "i" ]
    printfn "%A" (Map.toList f)
    printfn "%A" (Map.tryFind nan f, Map.tryFind 0.0 f)
    let s = Map.ofList [ "b", 1; "a", 2; "B", 3; "", 4; "ab", 5 ]
    printfn "%A %A" s (s |> Map.map (fun k v -> k.Length + v) |> Map.filter (fun _ v -> v > 2))
    let r = Map.ofSeq [ { A = 2; B = "x" }, 1; { A = 1; B = "z" }, 2; { A = 1; B = "a" }, 3 ]
    for KeyValue(k, v) in r do printfn "%d%s %d" k.A k.B v
    let t = [ for i in 1 .. 40 -> (i % 7, i % 5), i ] |> Map.ofList
    printfn "%d %A" t.Count (Map.keys t |> Seq.toList |> List.rev |> List.truncate 3)
    let t2 = Map.change (3, 3) (Option.map ((+) 100)) t |> Map.change (9, 9) (fun _ -> Some 5)
    printfn "%A %A %A" (t2.[(3, 3)]) (t2.TryFind(9, 9)) (Map.minKeyValue t2, Map.maxKeyValue t2)
    (try printfn "%d" (Map.find 12345 m) with :? System.Collections.Generic.KeyNotFoundException as e -> printfn "%s" e.Message)
    let o = Map.ofList [ Some 1, "s"; None, "n"; Some 0, "t" ]
    printfn "%A %b" (Map.toList o) (o = Map.ofList [ None, "n"; Some 0, "t"; Some 1, "s" ])
    let c = Map.ofList [ 'z', 1; 'a', 2; 'M', 3 ]
    printfn "%A" (Map.toArray c)
    let nested = Map.ofList [ 1, None; 2, Some 3 ]
    printfn "%A %A" (Map.tryFind 1 nested) (Map.tryFind 2 nested)
    printfn "%b %d" (m > Map.add 1 2 m) (compare (Map.ofList [1, 2]) (Map.ofList [1, 3]))
    let u = Map.ofList [ 3uy, 1; 250uy, 2; 7uy, 3 ]
    let l = Map.ofList [ 3L, 1; -250L, 2; 7000000000L, 3 ]
    printfn "%A %A" (Map.toList u) (Map.toList l)
    m |> Map.toSeq |> Seq.filter (fun (k, _) -> k % 100 = 0) |> Seq.iter (fun (k, v) -> printf "%d:%d " k v)
    printfn ""
    printfn "%A" (Map.exists (fun k _ -> k = 5) m, Map.forall (fun k _ -> k >= 0) m, Map.pick (fun k v -> if v > 900 then Some k else None) m)
    0
