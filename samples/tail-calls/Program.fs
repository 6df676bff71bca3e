/// Loops written as calls: none of these may use more stack with more turns.
module TailCalls

type Turnstile =
    | Locked
    | Unlocked
    | Broken

let rec even n = if n = 0 then true else odd (n - 1)
and odd n = if n = 0 then false else even (n - 1)

let rec countdown steps n =
    if n <= 0 then steps else countdown (steps + 1) (n - 3)

/// A state machine: each state is a function.
let machine (inputs: int -> char) last =
    let rec locked at coins =
        if at = last then Locked, coins
        else
            match inputs at with
            | 'c' -> unlocked (at + 1) (coins + 1)
            | _ -> locked (at + 1) coins

    and unlocked at coins =
        if at = last then Unlocked, coins
        else
            match inputs at with
            | 'c' -> unlocked (at + 1) (coins + 1)
            | 'p' -> locked (at + 1) coins
            | _ -> broken at coins

    and broken _ coins = Broken, coins

    locked 0 0

/// Continuation passing: every call here is a tail call, most of them to an unknown function.
let rec sumThen n (k: int64 -> int64) =
    if n = 0 then k 0L else sumThen (n - 1) (fun rest -> k (rest + int64 n))

type Tree =
    | Tip
    | Node of Tree * int * Tree

let rec leaning n tree = if n = 0 then tree else leaning (n - 1) (Node(tree, n, Tip))

let size tree =
    let rec go tree k =
        match tree with
        | Tip -> k 0
        | Node(left, _, right) -> go left (fun l -> go right (fun r -> k (l + r + 1)))

    go tree id

/// A tail call through a value that changes.
let bounce n =
    let mutable table: (int -> int -> int)[] = [||]
    let step f = fun n acc -> if n = 0 then acc else table[n % 3] (n - 1) (f acc)
    table <- [| step ((+) 1); step (fun x -> x ^^^ 0x55); step (fun x -> x - 2) |]
    table[0] n 0

let rec gcd a b = if b = 0 then a else gcd b (a % b)

type Walker(limit: int) =
    member this.Left(position, visited) =
        if visited = limit then position else this.Right(position - 1, visited + 1)

    member this.Right(position, visited) =
        if visited % 7 = 0 then this.Right(position + 2, visited + 1)
        elif visited >= limit then position
        else this.Left(position + 1, visited + 1)

[<EntryPoint>]
let main _ =
    printfn "even 10 = %b, odd 10 = %b" (even 10) (odd 10)
    printfn "even 10000000 = %b" (even 10_000_000)
    printfn "odd 9999999 = %b" (odd 9_999_999)
    printfn "countdown = %d" (countdown 0 3_000_000)
    printfn "turnstile: %A" (machine (fun i -> if i % 3 = 0 then 'c' else 'p') 300_001)
    printfn "turnstile: %A" (machine (fun i -> if i = 100 then '?' elif i % 2 = 0 then 'c' else 'p') 1000)
    printfn "turnstile: %A" (machine (fun i -> if i = 101 then '?' elif i % 2 = 0 then 'c' else 'p') 1000)
    printfn "sumThen = %d" (sumThen 300_000 id)
    printfn "size = %d" (size (leaning 200_000 Tip))
    printfn "bounce = %d" (bounce 300_000)
    printfn "gcd = %d" (gcd 1_134_903_170 701_408_733)
    printfn "walker: %d" (Walker(500_000).Left(0, 1))
    0
