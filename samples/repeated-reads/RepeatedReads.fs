module RepeatedReads

open System
open System.Collections.Generic

type Cell = { mutable Value: int; mutable Marks: int }

type Account(owner: string) =
    let mutable balance = 0
    let history = ResizeArray<int>()
    member _.Owner = owner
    member _.Balance = balance
    member _.History = history
    member this.Deposit amount =
        balance <- balance + amount
        history.Add this.Balance
        balance <- balance + history.[history.Count - 1] % 3

type Node = { Key: int; mutable Next: Node option }

/// The same object under two names: a write through one is read through the other.
let alias (a: Cell) (b: Cell) =
    let before = a.Value
    b.Value <- b.Value + 10
    let after = a.Value
    b.Marks <- a.Marks + after - before
    a.Marks + b.Marks + a.Value + b.Value

let elements (xs: int[]) (ys: int[]) i =
    let first = xs.[i] + ys.[i]
    ys.[i] <- xs.[i] * 2
    let second = xs.[i] + ys.[i]
    xs.[i] <- ys.[i] + 1
    first, second, xs.[i] + ys.[i]

let mutable counter = 0

let bump (cell: Cell) =
    counter <- counter + 1
    cell.Value <- cell.Value + counter
    cell.Value

/// Calls between reads, in operands too.
let calls (cell: Cell) =
    let a = cell.Value + bump cell + cell.Value
    let b = cell.Value * bump cell - cell.Value
    let c = if cell.Value > 10 && bump cell > 0 then cell.Value else -cell.Value
    a, b, c, cell.Value

let branches (cells: Cell[]) n =
    let mutable total = 0
    for i in 0 .. n - 1 do
        let k = i % cells.Length
        if cells.[k].Value % 2 = 0 then
            cells.[k].Value <- cells.[k].Value + 3
        elif cells.[k].Marks < 5 then
            cells.[k] <- { Value = cells.[k].Value * 2; Marks = cells.[k].Marks + 1 }
        total <- total + cells.[k].Value * cells.[k].Marks
    total

/// Slots and lengths that a loop changes, read before, in and behind it.
let loops (xs: ResizeArray<int>) =
    let start = xs.Count
    let mutable i = 0
    while i < xs.Count && xs.Count < start + 4 do
        if xs.[i] % 2 = 0 then xs.Add(xs.[i] + xs.Count)
        i <- i + 1
    start, xs.Count, i, xs.[xs.Count - 1]

let rec walk (node: Node) steps =
    match node.Next with
    | Some next when steps > 0 ->
        if node.Key > next.Key then node.Next <- None
        walk next (steps - 1)
    | Some next -> node.Key + next.Key
    | None -> node.Key

/// What raises the first time is not reached a second time; what does not raise once raises never.
let guarded (xs: int[]) i =
    try
        let a = if i >= 0 then xs.[i] else 0
        xs.[i] / a + xs.[i]
    with
    | :? IndexOutOfRangeException -> -1
    | :? DivideByZeroException -> xs.[i] - 2

let inHandler (cell: Cell) (xs: int[]) =
    try
        cell.Value <- xs.[0] / cell.Marks
        cell.Value
    with _ ->
        cell.Marks <- cell.Marks + 1
        let again = cell.Value + cell.Marks
        cell.Value <- again
        cell.Value + cell.Marks

let tokens (text: string) =
    let found = ResizeArray<string>()
    let mutable i = 0
    while i < text.Length do
        if Char.IsDigit text.[i] then
            let from = i
            while i < text.Length && Char.IsDigit text.[i] do i <- i + 1
            found.Add(text.Substring(from, i - from))
        else
            if text.[i] <> ' ' then found.Add(string text.[i])
            i <- i + 1
    String.Join("|", found)

let closures () =
    let cell = { Value = 1; Marks = 1 }
    let add n = cell.Value <- cell.Value + n
    let seen = [ for n in 1 .. 4 -> (add n; cell.Value * cell.Value) ]
    let mutable local = 5
    let grow = (fun () -> cell.Marks <- cell.Marks + cell.Value)
    grow ()
    local <- local * local + cell.Marks * local
    let first = local * local % 1000
    local <- local + 1
    seen, first, local * local % 1000, cell.Marks

let wide (a: int64) (b: int64) =
    let x = a * b + a * b
    let y = (a * b) % 1000003L
    x + y * (a * b)

let grid (width: int) (data: float[]) x y =
    data.[y * width + x] <- data.[y * width + x] * 0.5 + data.[y * width + (x + 1) % width] * 0.5
    data.[y * width + x]

[<EntryPoint>]
let main _ =
    let one = { Value = 1; Marks = 2 }
    printfn "%d %d %d" (alias one one) (alias one { Value = 3; Marks = 4 }) one.Value
    let xs = [| 1; 2; 3 |]
    printfn "%A %A" (elements xs xs 1) (elements xs [| 7; 8; 9 |] 2)
    printfn "%A" (calls { Value = 4; Marks = 0 })
    printfn "%d" (branches (Array.init 5 (fun i -> { Value = i; Marks = i % 3 })) 40)
    printfn "%A %A" (loops (ResizeArray [ 2; 3; 4 ])) (loops (ResizeArray [ 1 ]))
    let last = { Key = 1; Next = None }
    let middle = { Key = 9; Next = Some last }
    let head = { Key = 4; Next = Some middle }
    printfn "%d %d %d" (walk head 0) (walk head 5) (walk head 1)
    printfn "%A" [ for i in -1 .. 3 -> guarded [| 4; 0; 6 |] i ]
    printfn "%d %d" (inHandler { Value = 3; Marks = 0 } [| 8 |]) (inHandler { Value = 3; Marks = 2 } [| 8 |])
    printfn "%s" (tokens "let x1 = 42+(7 * 300)")
    printfn "%A" (closures ())
    printfn "%d" (wide 3000000019L 4000000007L)
    let data = Array.init 12 (fun i -> float (i * i))
    printfn "%A" [ for y in 0 .. 2 do for x in 0 .. 3 -> grid 4 data x y ]
    let account = Account "Ada"
    for amount in [ 5; 7; 11 ] do account.Deposit amount
    printfn "%s %d %A" account.Owner account.Balance (List.ofSeq account.History)
    let counts = Dictionary<string, int>()
    for word in "a b a c b a".Split ' ' do
        counts.[word] <- (if counts.ContainsKey word then counts.[word] else 0) + 1
    printfn "%d %d %d" counts.["a"] counts.["b"] counts.Count
    0
