module Sorting.Algorithms

/// Works on a copy; stable.
let insertion (compare: 'T -> 'T -> int) (items: 'T[]) =
    let a = Array.copy items

    for i in 1 .. a.Length - 1 do
        let item = a[i]
        let mutable j = i - 1

        while j >= 0 && compare a[j] item > 0 do
            a[j + 1] <- a[j]
            j <- j - 1

        a[j + 1] <- item

    a

let private swap (a: 'T[]) i j =
    let t = a[i]
    a[i] <- a[j]
    a[j] <- t

let quick (compare: 'T -> 'T -> int) (items: 'T[]) =
    let a = Array.copy items

    let rec sort low high =
        if low < high then
            let pivot = a[low + (high - low) / 2]
            let mutable i = low
            let mutable j = high

            while i <= j do
                while compare a[i] pivot < 0 do
                    i <- i + 1

                while compare a[j] pivot > 0 do
                    j <- j - 1

                if i <= j then
                    swap a i j
                    i <- i + 1
                    j <- j - 1

            sort low j
            sort i high

    sort 0 (a.Length - 1)
    a

let heap (compare: 'T -> 'T -> int) (items: 'T[]) =
    let a = Array.copy items

    let rec sink i last =
        let child = 2 * i + 1

        if child <= last then
            let child = if child < last && compare a[child] a[child + 1] < 0 then child + 1 else child

            if compare a[i] a[child] < 0 then
                swap a i child
                sink child last

    for i in a.Length / 2 .. -1 .. 0 do
        sink i (a.Length - 1)

    for last = a.Length - 1 downto 1 do
        swap a 0 last
        sink 0 (last - 1)

    a

/// Stable, on lists.
let rec mergeList (compare: 'T -> 'T -> int) items =
    let rec merge left right merged =
        match left, right with
        | [], rest
        | rest, [] -> List.rev merged @ rest
        | l :: ls, r :: _ when compare l r <= 0 -> merge ls right (l :: merged)
        | _, r :: rs -> merge left rs (r :: merged)

    match items with
    | []
    | [ _ ] -> items
    | _ ->
        let left, right = List.splitAt (items.Length / 2) items
        merge (mergeList compare left) (mergeList compare right) []

let merge compare items =
    items |> List.ofArray |> mergeList compare |> Array.ofList

/// For keys of 32 bits without sign: four passes of counting sort.
let radix (key: 'T -> uint32) (items: 'T[]) =
    let pass (from: 'T[]) shift =
        let digit item = int ((key item >>> shift) &&& 0xFFu)
        let starts = Array.zeroCreate 257

        for item in from do
            starts[digit item + 1] <- starts[digit item + 1] + 1

        for d in 1..256 do
            starts[d] <- starts[d] + starts[d - 1]

        let target = Array.copy from

        for item in from do
            let d = digit item
            target[starts[d]] <- item
            starts[d] <- starts[d] + 1

        target

    List.fold pass items [ 0; 8; 16; 24 ]

/// The index of an item, or the complement of where it would go.
let search (item: 'T) (sorted: 'T[]) =
    let rec go low high =
        if low > high then
            ~~~low
        else
            let middle = (low + high) >>> 1

            match compare sorted[middle] item with
            | 0 -> middle
            | n when n < 0 -> go (middle + 1) high
            | _ -> go low (middle - 1)

    go 0 (sorted.Length - 1)
