// Continuations, trampolines, generators made of closures, and a program as data with an interpreter.
module Continuations

type Tree =
    | Leaf
    | Node of Tree * int * Tree

let rec build low high =
    if low > high then
        Leaf
    else
        let middle = (low + high) / 2
        Node(build low (middle - 1), middle, build (middle + 1) high)

let rec sumK tree k =
    match tree with
    | Leaf -> k 0
    | Node(left, value, right) -> sumK left (fun a -> sumK right (fun b -> k (a + value + b)))

let rec fibK n k =
    if n < 2 then k n else fibK (n - 1) (fun a -> fibK (n - 2) (fun b -> k (a + b)))

/// Two continuations: of success and of failure.
let rec pathTo tree wanted found missing =
    match tree with
    | Leaf -> missing ()
    | Node(left, value, right) when value = wanted -> found [ value ]
    | Node(left, value, right) ->
        pathTo left wanted (fun path -> found (value :: path)) (fun () -> pathTo right wanted (fun path -> found (value :: path)) missing)

// many calls in tail position behind each other, with more arguments than one
let rec even n (trail: string) k = if n = 0 then k true trail else odd (n - 1) trail k
and odd n trail k = if n = 0 then k false trail else even (n - 1) trail k

type Bounce<'a> =
    | Done of 'a
    | More of (unit -> Bounce<'a>)

let rec trampoline bounce =
    match bounce with
    | Done result -> result
    | More next -> trampoline (next ())

let rec countdown n = if n = 0 then Done "landed" else More(fun () -> countdown (n - 1))

type Generator<'a> = unit -> 'a option

let range low high : Generator<int> =
    let mutable next = low

    fun () ->
        if next > high then
            None
        else
            next <- next + 1
            Some(next - 1)

let map f (generator: Generator<_>) : Generator<_> =
    fun () ->
        match generator () with
        | Some x -> Some(f x)
        | None -> None

let filter keep (generator: Generator<_>) : Generator<_> =
    let rec next () =
        match generator () with
        | Some x when keep x -> Some x
        | Some _ -> next ()
        | None -> None

    next

let rec fold f acc (generator: Generator<_>) =
    match generator () with
    | Some x -> fold f (f acc x) generator
    | None -> acc

type Script<'a> =
    | Return of 'a
    | Read of string * (int -> Script<'a>)
    | Write of string * int * (unit -> Script<'a>)

let rec bind f script =
    match script with
    | Return x -> f x
    | Read(name, next) -> Read(name, (fun value -> bind f (next value)))
    | Write(name, value, next) -> Write(name, value, (fun () -> bind f (next ())))

type ScriptBuilder() =
    member _.Bind(script, f) = bind f script
    member _.Return x = Return x
    member _.ReturnFrom(script: Script<'a>) = script
    member _.Zero() = Return()

let script = ScriptBuilder()
let read name = Read(name, Return)
let write name value = Write(name, value, Return)

let rec steps n =
    script {
        if n = 0 then
            return! read "x"
        else
            let! x = read "x"
            let! y = read "y"
            do! write "x" ((x * 3 + y) % 1009)
            do! write "y" (x % 97)
            return! steps (n - 1)
    }

let rec execute (store: Map<string, int>) script =
    match script with
    | Return x -> x, store
    | Read(name, next) -> execute store (next (defaultArg (Map.tryFind name store) 1))
    | Write(name, value, next) -> execute (Map.add name value store) (next ())

[<EntryPoint>]
let main _ =
    let tree = build 1 50
    printfn "sum %d, fib %d" (sumK tree id) (fibK 10 (fun x -> x * 2))

    for wanted in [ 7; 25; 51 ] do
        let text = pathTo tree wanted (fun path -> String.concat " " (List.map string path)) (fun () -> "nowhere")
        printfn "%d: %s" wanted text

    for n in [ 500; 501 ] do
        printfn "%s" (even n "asked" (fun answer trail -> sprintf "%d %s: %b" n trail answer))

    printfn "%s" (trampoline (countdown 300))
    let nested = range 1 5 |> map (fun x -> if x % 2 = 0 then Some x else None)
    printfn "%A" (fold (fun acc x -> x :: acc) [] nested)
    printfn "%d" (range 1 60 |> filter (fun x -> x % 3 <> 0) |> map (fun x -> x * x) |> fold (+) 0)
    let result, store = execute Map.empty (steps 12)
    printfn "%d %A" result (Map.toList store)

    let failing =
        try
            fibK 6 (fun x -> if x = 8 then failwithf "continued with %d" x else x)
        with Failure message ->
            printfn "failed: %s" message
            -1

    failing + 1
