module BooleanTables.Program

open System
open System.Collections.Generic

/// Primes up to n by the sieve of Eratosthenes.
let primes (n: int) =
    let composite = Array.create (n + 1) false
    [ for i in 2 .. n do
          if not composite[i] then
              yield i
              let mutable j = i + i
              while j <= n do
                  composite[j] <- true
                  j <- j + i ]

/// Which sums can be made of some of the weights.
let reachable (weights: int[]) (limit: int) =
    let can: bool[] = Array.zeroCreate (limit + 1)
    can[0] <- true
    for w in weights do
        for sum in limit .. -1 .. w do
            if can[sum - w] then can[sum] <- true
    can

/// Steps from the top left corner to each open square of a maze.
let flood (maze: string[]) =
    let height = maze.Length
    let width = maze[0].Length
    let seen = Array2D.create height width false
    let queue = Queue<struct (int * int * int)>()
    queue.Enqueue(struct (0, 0, 0))
    seen[0, 0] <- true
    let mutable farthest = 0
    while queue.Count > 0 do
        let struct (y, x, steps) = queue.Dequeue()
        farthest <- max farthest steps
        for dy, dx in [ 0, 1; 1, 0; 0, -1; -1, 0 ] do
            let y2 = y + dy
            let x2 = x + dx
            if y2 >= 0 && y2 < height && x2 >= 0 && x2 < width && maze[y2][x2] = '.' && not seen[y2, x2] then
                seen[y2, x2] <- true
                queue.Enqueue(struct (y2, x2, steps + 1))
    farthest, seen

type Switchboard(size: int) =
    let lamps = Array.zeroCreate<bool> size
    member _.Toggle step =
        let mutable i = step - 1
        while i < lamps.Length do
            lamps[i] <- not lamps[i]
            i <- i + step
    member _.Lamps = lamps
    member _.Item
        with get (i: int) = lamps[i]
        and set (i: int) (on: bool) = lamps[i] <- on

type Mask = { Name: string; Bits: bool[] }

let describe (bits: bool[]) = bits |> Array.map (fun b -> if b then "1" else "0") |> String.concat ""
let swap (items: 'a[]) i j =
    let t = items[i]
    items[i] <- items[j]
    items[j] <- t

[<EntryPoint>]
let main _ =
    printfn "%A" (primes 50)
    let sums = reachable [| 3; 5; 11 |] 20
    printfn "%s" (describe sums)
    printfn "%A" (sums |> Array.indexed |> Array.filter snd |> Array.map fst)
    let farthest, seen = flood [| "..#."; ".#.."; "...#"; "#..." |]
    printfn "%d %b %b" farthest seen[3, 3] seen[0, 3]
    printfn "%A" seen
    let mutable reached = 0
    seen |> Array2D.iter (fun s -> if s then reached <- reached + 1)
    printfn "%d %A" reached (Array2D.map not seen).[0, *]

    let board = Switchboard 10
    for step in 1 .. 10 do board.Toggle step
    printfn "%s %b %b" (describe board.Lamps) board[8] board[9]
    board[9] <- true
    printfn "%A" board.Lamps

    // what any array can do
    let bits = Array.create 6 true
    bits[1] <- false
    Array.set bits 4 false
    printfn "%A %d %O" bits bits.Length bits
    printfn "%b %b %b" (Array.contains false bits) (Array.exists not bits) (Array.forall id bits)
    printfn "%d %d %A" (Array.IndexOf(bits, false)) (Array.LastIndexOf(bits, false)) (Array.tryFindIndex not bits)
    printfn "%A %A" (Array.rev bits) (Array.sort bits)
    printfn "%A %A" (Array.append bits [| true; false |]) (Array.sub bits 1 3)
    printfn "%A %A" (bits[2..4]) (Array.concat [ bits; bits[..1] ])
    printfn "%A" (Array.countBy id bits)
    printfn "%A %A" (List.ofArray bits) (Set.ofArray bits)
    printfn "%A" (Seq.zip bits (seq { 1..6 }) |> Seq.toList)
    printfn "%b %b %d" (bits = Array.copy bits) (bits = Array.create 6 true) (compare bits (Array.create 6 true))
    printfn "%b" (hash bits = hash (Array.copy bits))
    printfn "%s" (String.Join(",", bits))
    printfn "%s" (bits |> Seq.map string |> String.concat " ")
    let copied = Array.create 4 false
    Array.blit bits 0 copied 1 3
    Array.fill bits 0 2 true
    printfn "%A %A" copied bits
    swap bits 0 4
    printfn "%A %A" bits (Array.partition id bits)
    let list = ResizeArray bits
    list.Add true
    printfn "%d %b" list.Count list[6]
    printfn "%A" (Array.map2 (&&) bits (Array.rev bits))
    printfn "%A" (Array.fold (fun n b -> if b then 2 * n + 1 else 2 * n) 0 bits)
    printfn "%A" (Array.updateAt 1 false bits, Array.insertAt 0 false bits, Array.removeAt 0 bits)
    let masks = [ { Name = "a"; Bits = Array.create 2 true }; { Name = "b"; Bits = Array.zeroCreate 2 } ]
    printfn "%A %b" masks (masks[0] = { Name = "a"; Bits = [| true; true |] })
    printfn "%A" (masks |> List.map (fun m -> box m.Bits :? bool[], m.Bits[0]))
    let jagged = Array.init 3 (fun i -> Array.create (i + 1) (i % 2 = 0))
    printfn "%A %A" jagged (Array.collect id jagged)
    let some = Array.tryItem 1 jagged[2]
    printfn "%A %A %A" some (Array.tryHead bits) (Array.last bits)
    for at in [ -1; 6 ] do
        try
            bits[at] <- true
            printfn "stored"
        with :? IndexOutOfRangeException as e -> printfn "%s" e.Message
    try printfn "%b" bits[6]
    with :? IndexOutOfRangeException -> printfn "outside"
    for b in bits do printf "%c" (if b then '#' else '.')
    printfn ""
    0
