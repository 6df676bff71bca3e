/// Recursion that is not in tail position, a million frames deep.
/// .NET needs a thread with a large stack for it.
module DeepRecursion

#if !FUSABI
open System.Threading
#endif

type Chain =
    | End
    | Link of value: int * rest: Chain

type Nest =
    | Leaf
    | Wrap of Nest

let rec sum n =
    if n = 0 then 0L else int64 n + sum (n - 1)

let rec build n =
    if n = 0 then End else Link(n, build (n - 1))

let rec length chain =
    match chain with
    | End -> 0
    | Link(_, rest) -> 1 + length rest

let rec map f chain =
    match chain with
    | End -> End
    | Link(value, rest) -> Link(f value, map f rest)

let rec foldBack f chain state =
    match chain with
    | End -> state
    | Link(value, rest) -> f value (foldBack f rest state)

/// Two functions that call each other, neither in tail position.
let rec hailstone n =
    if n <= 0 then 0
    elif n % 2 = 0 then 1 + descend (n / 2) (n - 1)
    else descend n (n - 1) + 1

and descend weight n = weight % 3 + hailstone n

let rec depth nest =
    match nest with
    | Leaf -> 0
    | Wrap inner -> max 0 (depth inner) + 1

/// The handler keeps every frame alive until the exception has passed it.
let rec unwind n =
    if n = 0 then
        failwith "bottom"
    else
        try
            unwind (n - 1) + 1
        with
        | Failure message when n % 500 = 0 && n < 2_000 -> failwithf "%s, %d" message n

let run () =
    printfn "sum 10 = %d" (sum 10)
    printfn "sum 1000000 = %d" (sum 1_000_000)

    let chain = build 200_000
    printfn "length = %d" (length chain)
    printfn "length of map = %d" (map (fun x -> x * 2) chain |> length)

    let total = foldBack (fun value state -> int64 value + state) chain 0L
    printfn "total = %d" total

    printfn "hailstone = %d" (hailstone 100_000)

    let nest = Seq.fold (fun inner _ -> Wrap inner) Leaf (seq { 1..300_000 })
    printfn "depth = %d" (depth nest)

    try
        printfn "unwind = %d" (unwind 2_000)
    with Failure message ->
        printfn "unwind failed: %s" message

    try
        printfn "unwind = %d" (unwind 50)
    with e ->
        printfn "unwind failed: %s" e.Message

[<EntryPoint>]
let main _ =
#if FUSABI
    run ()
#else
    let thread = Thread(run, 1 <<< 30)
    thread.Start()
    thread.Join()
#endif
    0
