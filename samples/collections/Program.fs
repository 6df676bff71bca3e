/// The mutable collections of .NET, and how they mix with F#'s own.
module Collections

open System
open System.Collections.Generic
open System.Text

let show (items: seq<'T>) = items |> Seq.map (fun x -> x.ToString()) |> String.concat " "

type Item =
    { Name: string
      mutable Count: int }

[<Struct>]
type Point =
    { X: int
      Y: int }
    override p.ToString() = sprintf "(%d;%d)" p.X p.Y

// Dictionary
let inventory = Dictionary<string, Item>()

let add name n =
    match inventory.TryGetValue name with
    | true, item -> item.Count <- item.Count + n
    | _ -> inventory[name] <- { Name = name; Count = n }

[ "bolt", 10; "nut", 5; "bolt", 7; "cog", 1; "nut", -2 ] |> List.iter (fun (n, c) -> add n c)

for KeyValue(name, item) in inventory do
    printfn "%s = %d" name item.Count

printfn "%b %b %d" (inventory.ContainsKey "cog") (inventory.Remove "cog") inventory.Count
printfn "%b" (inventory.Remove "cog")
printfn "%s" (show inventory.Keys)
printfn "%d" (inventory.Values |> Seq.sumBy (fun i -> i.Count))
let byPoint = Dictionary<Point, string>()
byPoint[{ X = 1; Y = 2 }] <- "old"
byPoint[{ Y = 2; X = 1 }] <- "new"
printfn "%d %s" byPoint.Count byPoint[{ X = 1; Y = 2 }]

// HashSet
let evens = HashSet [ 0..2..10 ]
let threes = HashSet(seq { 0..3..12 })
printfn "%b %b %d" (evens.Add 4) (evens.Add 14) evens.Count
evens.IntersectWith threes
printfn "%s" (evens |> Seq.sort |> show)
threes.UnionWith [ 100; 3 ]
threes.ExceptWith evens
printfn "%s, %b" (threes |> Seq.sort |> show) (threes.Contains 9)

// Queue and Stack
let queue = Queue<string>()
[ "a"; "b"; "c" ] |> List.iter queue.Enqueue
printfn "%s %s %d" (queue.Dequeue()) (queue.Peek()) queue.Count
let stack = Stack<char>()

let balanced (text: string) =
    stack.Clear()

    let ok =
        text
        |> Seq.forall (fun c ->
            match c with
            | '(' | '[' ->
                stack.Push c
                true
            | ')' -> stack.Count > 0 && stack.Pop() = '('
            | ']' -> stack.Count > 0 && stack.Pop() = '['
            | _ -> true)

    ok && stack.Count = 0

printfn "%A" ([ "(a[b])"; "(]"; "(("; "" ] |> List.map balanced)

// ResizeArray
let numbers = ResizeArray [ 5; 3; 8; 1 ]
numbers.Add 9
numbers.AddRange [ 2; 2 ]
numbers.Insert(1, 42)
numbers.RemoveAt 0
printfn "%b %d" (numbers.Remove 2) (numbers.IndexOf 8)
printfn "%s" (show numbers)
numbers.Sort()
printfn "%s" (show numbers)
numbers.Sort(fun a b -> compare b a)
numbers.Reverse()
printfn "%s, removed %d" (show numbers) (numbers.RemoveAll(fun n -> n > 8))
printfn "%d %b %d" (numbers.FindIndex(fun n -> n = 3)) (numbers.Exists(fun n -> n > 7)) numbers[numbers.Count - 1]

// StringBuilder
let text = StringBuilder("start")
text.Append(' ').Append(12).Append(" end").AppendLine() |> ignore
for i in 1..3 do text.AppendFormat("{0}-", i) |> ignore
text.Replace("-", "+").Append(true) |> ignore
printfn "%s (%d)" (text.ToString().Replace("\n", "/")) text.Length

// Arrays in place
let cells = Array.zeroCreate<int> 8
for i in 0 .. cells.Length - 1 do cells[i] <- (i * 5) % 8
printfn "%A" cells
Array.sortInPlace cells
Array.sortInPlaceBy (fun n -> n ^^^ 5) cells
printfn "%A" cells
printfn "%A %A" cells[2..4] cells[6..]
let copy = Array.copy cells
copy[0] <- 99
Array.fill copy 5 3 -1
Array.blit cells 0 copy 2 2
printfn "%A; still %d" copy cells[0]
printfn "%d %d" (Array.IndexOf(cells, 3)) (Array.findIndexBack (fun n -> n < 3) cells)

// ref cells and closures sharing them
let counter = ref 0
let increments = [ for step in 1..3 -> fun () -> counter.Value <- counter.Value + step ]
for f in increments @ increments do f ()
printfn "%d" counter.Value

let makeAccount initial =
    let mutable balance = initial
    (fun amount -> balance <- balance + amount), (fun () -> balance)

let deposit, balance = makeAccount 100
deposit 50
deposit -30
printfn "%d" (balance ())

// Matrix as jagged arrays
let multiply (a: int[][]) (b: int[][]) =
    Array.init a.Length (fun i -> Array.init b[0].Length (fun j -> Array.sum (Array.init b.Length (fun k -> a[i][k] * b[k][j]))))

let rec power m n =
    if n = 1 then m
    elif n % 2 = 0 then (let half = power m (n / 2) in multiply half half)
    else multiply m (power m (n - 1))

printfn "%A" (power [| [| 1; 1 |]; [| 1; 0 |] |] 30)
printfn "%A" (Array.transpose [| [| 1; 2; 3 |]; [| 4; 5; 6 |] |])

// A sieve
let sieve = Array.create 50 true
for i in 2..7 do
    if sieve[i] then
        for j in i * i .. i .. 49 do sieve[j] <- false

printfn "%s" (seq { 2..49 } |> Seq.filter (fun i -> sieve[i]) |> show)
