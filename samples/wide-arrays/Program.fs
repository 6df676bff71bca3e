module Program
open System.Collections.Generic
let inline all (name: string) (x: ^T) (y: ^T) (zero: ^T) =
    let xs = [ y; x; y ]
    let a = Array.ofSeq (seq { x; y })
    let show (v: 'b) = printfn "%s %A" name v
    show a
    show (Array.ofList xs, Array.ofSeq xs, List.toArray xs, Seq.toArray (Set.ofList xs), Seq.toArray xs)
    show (ResizeArray xs, (ResizeArray xs).ToArray(), (HashSet xs |> Seq.toArray), (Queue xs).ToArray(), (Stack xs).ToArray())
    show (Array.zeroCreate<^T> 2, Array.create 2 x, Array.init 2 (fun _ -> y), Array.replicate 2 x, Array.singleton x, Array.empty<^T>)
    show (Array.append a a, Array.concat [ a; a ], Array.rev a, Array.sub a 1 1, a.[0..0], Array.copy a, Array.sort [| y; x |], Array.sortDescending [| x; y |])
    show (Array.map id a, Array.mapi (fun _ v -> v) a, Array.filter (fun v -> v = x) a, Array.choose Some a, Array.collect (fun v -> [| v; v |]) a, Array.distinct [| x; x; y |])
    show (Array.partition (fun v -> v = x) a, Array.splitAt 1 a, Array.chunkBySize 1 a, Array.windowed 2 a, Array.pairwise a, Array.allPairs a a, Array.zip a a, Array.unzip [| x, y |])
    show (Array.scan (fun _ v -> v) zero a, Array.scanBack (fun v _ -> v) a zero, Array.fold (fun _ v -> v) zero a, Array.reduce (fun _ v -> v) a, Array.foldBack (fun v _ -> v) a zero)
    show (Array.groupBy id a, Array.countBy id a, Array.max a, Array.min a, Array.head a, Array.last a, Array.tail a, Array.skip 1 a, Array.take 1 a, Array.truncate 9 a)
    show (Array.insertAt 0 zero a, Array.removeAt 0 a, Array.updateAt 0 zero a, Array.contains x a, Array.indexed a, Array.transpose [ a; a ], Array.permute (fun i -> 1 - i) a, Array.splitInto 2 a)
    show (Array.unfold (fun n -> if n > 2 then None else Some(x, n + 1)) 0, Array.tryHead a, Array.tryLast a, Array.tryFind (fun v -> v = y) a, Array.findIndex (fun v -> v = y) a)
    let d = Dictionary<^T, ^T>()
    d.[x] <- y
    show (d.[x], d.ContainsKey y, Seq.toArray d.Keys, Seq.toArray d.Values, Map.ofList [ x, y ], Set.ofList xs)
    let m = Array2D.create 2 2 x
    m.[0, 1] <- y
    show (m, m.[0, *], Array2D.map id m |> Seq.cast<^T> |> Seq.toArray)
    let b = [| x; y; zero |]
    System.Array.Reverse b
    show b
    System.Array.Sort b
    show b
    Array.fill b 0 2 zero
    Array.blit a 0 b 1 2
    show (b, System.Array.IndexOf(b, y), Array.compareWith compare a b, (a = b), hash x = hash x, Seq.sort xs |> Seq.toList, List.sortDescending xs)
    let ra = ResizeArray<^T>()
    ra.Add x
    ra.AddRange a
    ra.Insert(0, zero)
    ra.Sort()
    show (ra, ra.IndexOf y, ra.Contains zero, ra.GetRange(0, 2), ra.Count)
    show (struct (x, y), Some x, (Ok x: Result<^T, string>), lazy x |> fun l -> l.Force(), box x, (box x :?> ^T), (box a :?> ^T[]))
    show (string x, sprintf "%O" y, $"{x}", (match box x with :? ^T as v -> Some v | _ -> None))
    let mutable sum = zero
    for v in a do sum <- v
    for i in 0 .. a.Length - 1 do sum <- a.[i]
    show (sum, Seq.windowed 2 xs |> Seq.toArray, Seq.pairwise xs |> Seq.toList, Array.sumBy (fun _ -> 1) a, xs |> List.map (fun v -> v) |> List.rev |> Array.ofList)
    show (Array.exists (fun v -> v = x) a, Array.forall2 (fun p q -> p = q) a a, Array.map2 (fun p _ -> p) a a, Array.mapFold (fun s v -> v, s) 0 a, Array.except [ x ] a, Array.sortBy id a, Array.sortWith compare a, Array.tryItem 5 a, a |> Array.toSeq |> Seq.toArray, Array.minBy id a, Array.ofSeq (Seq.init 2 (fun _ -> x)))
all "int64" 3L -4L 0L
all "uint64" 3UL 18446744073709551615UL 0UL

// NaN is neither less nor greater.
for xs in [ [ 3.5; nan ]; [ nan; 3.5 ]; [ 2.0; nan; 1.0 ] ] do
    let array, items = List.toArray xs, List.toSeq xs
    printfn "%A %A %A %A %A %A" (List.max xs) (List.min xs) (Array.max array) (Array.min array) (Seq.max items) (Seq.min items)
    printfn "%A %A %A" (List.maxBy id xs) (Array.minBy id array) (Seq.minBy id items)

// A sequence of an array is no array to who prints it; one of a set is the set.
printfn "%A %A" (Seq.ofArray [| 1 .. 6 |]) (Set.toSeq (set [ 2; 1 ]))
