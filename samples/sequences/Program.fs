/// Laziness, generators and memoisation.
module Sequences

// `primes` and `paths` refer to themselves while they are being defined.
#nowarn "40"

open System.Collections.Generic

let trace name x =
    printf "<%s %O>" name x
    x

// Nothing runs until someone asks.
let squares = seq { 1..1000 } |> Seq.map (trace "map" >> fun x -> x * x)
printfn "defined"
squares |> Seq.filter (fun x -> x % 2 = 0) |> Seq.truncate 2 |> List.ofSeq |> printfn " %A"

// Each enumeration starts again, unless cached.
let cached = Seq.init 4 (trace "init") |> Seq.cache
printfn " first %d" (Seq.item 1 cached)
printfn " all %d" (Seq.sum cached)
printfn " again %d" (Seq.length cached)

let naturals = Seq.initInfinite id
let fibonacci = Seq.unfold (fun (a, b) -> Some(a, (b, a + b))) (0I, 1I)
printfn "%A" (naturals |> Seq.skip 10 |> Seq.takeWhile (fun n -> n < 15) |> List.ofSeq)
printfn "%s" (fibonacci |> Seq.take 12 |> Seq.map string |> String.concat " ")
printfn "%s" (fibonacci |> Seq.item 150 |> string)

let rec primes =
    seq {
        yield 2
        yield! Seq.initInfinite (fun i -> 2 * i + 3) |> Seq.filter isPrime
    }

and isPrime n =
    primes |> Seq.takeWhile (fun p -> p * p <= n) |> Seq.forall (fun p -> n % p <> 0)

let cachedPrimes = Seq.cache primes
printfn "%A" (cachedPrimes |> Seq.take 15 |> Array.ofSeq)
printfn "%A" (cachedPrimes |> Seq.tryFind (fun p -> p > 1000))

let rec walk depth path =
    seq {
        if depth = 0 then
            yield List.rev path
        else
            for step in [ 'L'; 'R' ] do
                if path |> List.tryHead <> Some step || step = 'L' then
                    yield! walk (depth - 1) (step :: path)
    }

walk 4 [] |> Seq.map (List.toArray >> System.String) |> String.concat " " |> printfn "%s"

let collatz n =
    seq {
        let mutable n = n

        while n <> 1 do
            yield n
            n <- if n % 2 = 0 then n / 2 else 3 * n + 1

        yield 1
    }

printfn "%A" (collatz 6 |> Seq.toList)
printfn "%d" (seq { 1..30 } |> Seq.maxBy (collatz >> Seq.length))

let resource name =
    printf "[open %s]" name
    { new System.IDisposable with
        member _.Dispose() = printf "[close %s]" name }

let lines name count =
    seq {
        use _ = resource name
        for i in 1..count do
            yield sprintf "%s%d" name i
    }

printfn " %A" (lines "a" 3 |> Seq.head)
printfn " %A" (Seq.zip (lines "b" 2) (lines "c" 5) |> Seq.toList)

try
    lines "d" 3
    |> Seq.iter (fun line -> if line = "d2" then failwith "stop" else printf "%s" line)
with e ->
    printfn " %s" e.Message

let chunks = [ 1..10 ] |> Seq.chunkBySize 4 |> Seq.map Seq.sum |> List.ofSeq
let windows = [ 1; 4; 9; 16; 25 ] |> Seq.windowed 2 |> Seq.map (fun w -> w[1] - w[0]) |> List.ofSeq
printfn "%A %A" chunks windows
printfn "%A" ([ 1; 4; 9 ] |> Seq.pairwise |> Seq.toList)
printfn "%A" (Seq.scan (*) 1 [ 1; 2; 3; 4 ] |> Seq.toList)
printfn "%A" (Seq.distinct [ 3; 1; 3; 2; 1 ] |> Seq.toList)
printfn "%A" (Seq.allPairs [ 1; 2 ] [ "x"; "y" ] |> Seq.toList)
printfn "%A" (Seq.fold2 (fun acc a b -> acc + a * b) 0 [ 1; 2; 3 ] [ 4; 5; 6 ])
printfn "%b %b" (Seq.isEmpty Seq.empty<int>) (Seq.exists ((=) 3) naturals)

/// Remembers every answer; `calls` counts the real work.
let memoize (f: 'a -> 'b) =
    let known = Dictionary<'a, 'b>()
    let mutable calls = 0

    let remembered x =
        match known.TryGetValue x with
        | true, y -> y
        | _ ->
            calls <- calls + 1
            let y = f x
            known[x] <- y
            y

    remembered, (fun () -> calls)

let slowSquare, slowCalls = memoize (fun (x, y) -> x * x + y)
let answers = [ 1, 2; 3, 4; 1, 2; 3, 4; 1, 2 ] |> List.map slowSquare
printfn "%A after %d calls" answers (slowCalls ())

let rec paths: int * int -> int64 =
    let compute (x, y) = if x = 0 || y = 0 then 1L else paths (x - 1, y) + paths (x, y - 1)
    let known = Dictionary()

    fun point ->
        match known.TryGetValue point with
        | true, n -> n
        | _ ->
            let n = compute point
            known.Add(point, n)
            n

printfn "%d ways" (paths (16, 16))

let table = lazy (printf "(computed) "; [ 1..5 ] |> List.map (fun x -> x * x))
printfn "%b" table.IsValueCreated
printfn "%A" (table.Force())
printfn "%A %b" table.Value table.IsValueCreated

let firstThree () =
    use e = (naturals |> Seq.map (fun x -> x * 10)).GetEnumerator()
    let next () = if e.MoveNext() then e.Current else -1
    let a = next ()
    let b = next ()
    a, b, next ()

printfn "%A" (firstThree ())
