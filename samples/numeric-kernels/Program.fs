module Program

open System
open Kernels

let attempt name action =
    try
        printfn "%s: %d" name (action ())
    with
    | :? IndexOutOfRangeException -> printfn "%s: outside" name
    | :? NullReferenceException -> printfn "%s: nothing there" name

/// Elements of every kind, inside and on both sides outside.
let bounds () =
    let ints = [| 1; 2; 3 |]
    let floats = [| 1.5; 2.5 |]
    let flags = [| true; false |]
    let bytes = [| 250uy; 251uy |]
    let words = [| "a"; null |]
    let longs = [| 1L; Int64.MaxValue |]
    let unsigned = [| 4000000000u |]
    for i in [ 0; 1; -1; 3; Int32.MinValue ] do
        attempt $"ints[{i}]" (fun () -> ints[i])
        attempt $"floats[{i}]" (fun () -> int floats[i])
        attempt $"flags[{i}]" (fun () -> if flags[i] then 1 else 0)
        attempt $"bytes[{i}]" (fun () -> int bytes[i])
        attempt $"words[{i}]" (fun () -> words[i].Length)
        attempt $"longs[{i}]" (fun () -> int (longs[i] >>> 40))
        attempt $"unsigned[{i}]" (fun () -> int (unsigned[i] >>> 4))
        attempt $"set ints[{i}]" (fun () -> ints[i] <- 9; ints[0])
        attempt $"set floats[{i}]" (fun () -> floats[i] <- 0.5; int floats[0])
        attempt $"set words[{i}]" (fun () -> words[i] <- "zz"; 0)
    let missing: int[] = null
    attempt "missing" (fun () -> missing[0])
    let generic (items: 'a[]) (value: 'a) = (items[0] <- value; items.Length)
    attempt "generic" (fun () -> generic (Array.zeroCreate<float> 2) 1.0 + generic [| 'x' |] 'y' + generic [| None |] (Some 1))

/// The ends of a range are evaluated once, and each turn has its own variable.
let ranges () =
    let items = ResizeArray [ 1; 2; 3 ]
    for i in 0 .. items.Count - 1 do
        items.Add(items[i] * 10)
    printfn "%A" (List.ofSeq items)
    let mutable last = 3
    let mutable turns = 0
    for _ in 0 .. last do
        last <- last + 1
        turns <- turns + 1
    for _ in last .. -1 .. last - 2 do
        last <- last - 1
        turns <- turns + 1
    let mutable order = []
    let ask name value = (order <- name :: order; value)
    for i in ask "first" 1 .. ask "last" 3 do
        order <- string i :: order
    printfn "%d %d %A" last turns (List.rev order)
    let functions = ResizeArray<unit -> int>()
    for i in 1 .. 4 do
        functions.Add(fun () -> i * i)
    printfn "%A" [ for f in functions -> f () ]

[<EntryPoint>]
let main _ =
    let weights = Array.init 20 (fun i -> 3 + i * 7 % 23)
    let values = Array.init 20 (fun i -> 10 + i * 13 % 37)
    printfn "knapsack %d" (knapsack weights values 60)
    printfn "subsequence %d" (commonSubsequence "the quick brown fox jumps" "over the lazy dog quickly")
    let re = Array.init 64 (fun i -> float (i * 37 % 11))
    let im = Array.zeroCreate<float> 64
    fft re im
    printfn "fft %.6f %.6f %.6f" re[0] re[5] im[63]
    printfn "%s" (caesar 13 (caesar 13 "Hello, World"))
    printfn "%s" (caesar 3 "xyz ABC é")
    let primes = sieve 500
    printfn "primes %d, the last %d" primes.Length (Array.last primes)
    printfn "hash %u" (hash32 (Array.init 300 (fun i -> byte (i * 7))))
    let next = generator 42UL
    printfn "random %A" [ for _ in 1 .. 4 -> next () % 1000 ]
    printfn "fall %A" (fall 1000)
    bounds ()
    ranges ()
    0
