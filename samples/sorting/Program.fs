module Sorting.Program

open Sorting.Algorithms

type Suit =
    | Clubs
    | Diamonds
    | Hearts
    | Spades

[<Struct>]
type Card = { Rank: int; Suit: Suit }

/// Linear congruential numbers; 64 bits, so that nothing wraps.
let numbers seed count =
    Array.unfold (fun (left, x) -> if left = 0 then None else Some(x % 1000L |> int, (left - 1, (x * 48271L) % 2147483647L))) (count, seed)

let show items = items |> Seq.map string |> String.concat " "

let algorithms: (string * ((int -> int -> int) -> int[] -> int[])) list =
    [ "insertion", insertion; "quick", quick; "heap", heap; "merge", merge ]

let small = numbers 42L 12
printfn "unsorted:  %s" (show small)

for name, sort in algorithms do
    printfn "%-10s %s" (name + ":") (show (sort compare small))

printfn "%-10s %s" "radix:" (show (radix uint32 small))

let large = numbers 1L 400
let expected = Array.sort large

let counted sort =
    let mutable count = 0

    let comparer a b =
        count <- count + 1
        compare a b

    sort comparer large = expected, count

for name, sort in algorithms do
    let right, count = counted sort
    printfn "%s: right %b, %d comparisons" name right count

let cards =
    [| for rank, suit in [ 7, Hearts; 2, Spades; 7, Clubs; 13, Diamonds; 2, Hearts; 13, Clubs; 7, Spades ] ->
           { Rank = rank; Suit = suit } |]

let showCards cards =
    cards |> Seq.map (fun c -> sprintf "%d%c" c.Rank ((string c.Suit)[0])) |> String.concat " "

let by key a b = compare (key a) (key b)
let descending compare a b = compare b a

/// The first comparison that tells them apart decides.
let thenBy second first a b =
    match first a b with
    | 0 -> second a b
    | n -> n

printfn "natural:   %s" (showCards (Array.sort cards))
printfn "by rank:   %s" (showCards (merge (by (fun c -> c.Rank)) cards))
printfn "by suit:   %s" (showCards (insertion (by (fun c -> c.Suit)) cards))
printfn "both:      %s" (showCards (quick (descending (by (fun c -> c.Rank)) |> thenBy (by (fun c -> c.Suit))) cards))
printfn "sortBy:    %s" (showCards (cards |> List.ofArray |> List.sortBy (fun c -> c.Suit)))
printfn "sortWith:  %s" (showCards (cards |> List.ofArray |> List.sortWith (by (fun c -> -c.Rank))))

let words = [ "pear"; "Apple"; "fig"; "apple"; "Fig"; "banana"; "" ]
printfn "%A" (List.sort words)
printfn "%A" (List.sortBy (fun (w: string) -> w.Length, w) words)
printfn "%A" (List.sortDescending [ 3.5; -1.0; infinity; 0.0 ])
printfn "%A" (List.sort [ Some 3; None; Some 1 ])
printfn "%A" (List.sort [ [ 2 ]; [ 1; 5 ]; []; [ 1 ] ])
printfn "%A" (Array.sort [| (2, 'b'); (1, 'z'); (2, 'a') |])

let sorted = [| 2; 3; 5; 7; 11; 13 |]
printfn "%s" ([ 2; 7; 13; 4; 0; 99 ] |> List.map (fun n -> search n sorted) |> show)
