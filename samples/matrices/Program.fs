module Matrices

/// Matrices of floats on F#'s own two-dimensional arrays.
type Matrix(items: float[,]) =
    member _.Rows = Array2D.length1 items
    member _.Columns = Array2D.length2 items
    member _.Item with get (i, j) = items[i, j]
    member _.Items = items
    member _.Row i = items[i, *]
    member _.Column j = items[*, j]
    member _.Transposed = Matrix(Array2D.init (Array2D.length2 items) (Array2D.length1 items) (fun i j -> items[j, i]))

    static member Identity n = Matrix(Array2D.init n n (fun i j -> if i = j then 1.0 else 0.0))

    static member (*)(a: Matrix, b: Matrix) =
        if a.Columns <> b.Rows then
            invalidArg "b" (sprintf "%d rows where %d columns meet them" b.Rows a.Columns)

        Matrix(Array2D.init a.Rows b.Columns (fun i j -> Seq.sum (seq { for k in 0 .. a.Columns - 1 -> a[i, k] * b[k, j] })))

/// Gauss's elimination; the array is changed.
let determinant (matrix: float[,]) =
    let m = Array2D.copy matrix
    let n = m.GetLength 0
    let mutable result = 1.0

    for column in 0 .. n - 1 do
        let pivot = seq { column .. n - 1 } |> Seq.maxBy (fun row -> abs m[row, column])

        if m[pivot, column] = 0.0 then
            result <- 0.0
        else
            if pivot <> column then
                let held = m[pivot, *]
                m[pivot, *] <- m[column, *]
                m[column, *] <- held
                result <- -result

            result <- result * m[column, column]

            for row in column + 1 .. n - 1 do
                let factor = m[row, column] / m[column, column]

                for k in column .. n - 1 do
                    m[row, k] <- m[row, k] - factor * m[column, k]

    result

type Cell =
    | Wall
    | Floor
    | Step of int

let parse (lines: string list) =
    array2D [ for line in lines -> [ for c in line -> if c = '#' then Wall else Floor ] ]

/// Fills a maze with the number of steps from a corner.
let flood (maze: Cell[,]) =
    let rec spread front n =
        let next =
            [ for (r, c) in front do
                  for (dr, dc) in [ (0, 1); (1, 0); (0, -1); (-1, 0) ] do
                      let r, c = r + dr, c + dc
                      let inside = r >= 0 && c >= 0 && r < Array2D.length1 maze && c < Array2D.length2 maze

                      if inside && maze[r, c] = Floor then
                          maze[r, c] <- Step n
                          yield (r, c) ]

        if not next.IsEmpty then
            spread next (n + 1)

    maze[0, 0] <- Step 0
    spread [ (0, 0) ] 1

let draw (maze: Cell[,]) =
    for r in 0 .. Array2D.length1 maze - 1 do
        for c in 0 .. Array2D.length2 maze - 1 do
            match maze[r, c] with
            | Wall -> printf " ##"
            | Floor -> printf "  ."
            | Step n -> printf "%3d" n

        printfn ""

[<EntryPoint>]
let main _ =
    let a = Matrix(array2D [ [ 1.0; 2.0; 3.0 ]; [ 4.0; 5.0; 6.0 ] ])
    printfn "%A" a.Items
    printfn "%A" a.Transposed.Items
    printfn "%A" (a * a.Transposed).Items
    printfn "%b" ((a * Matrix.Identity 3).Items = a.Items)
    printfn "%A %A" (a.Row 1) (a.Column 2)

    try
        a * a |> ignore
    with e ->
        printfn "%s" e.Message

    printfn "%g" (determinant (array2D [ [ 0.0; 2.0; 1.0 ]; [ 3.0; 1.0; 4.0 ]; [ 1.0; 0.0; 2.0 ] ]))

    let numbers = Array2D.init 4 5 (fun i j -> i * 10 + j)
    printfn "%A" numbers[1..2, 1..3]
    printfn "%A" numbers[2.., ..0]
    numbers[0..1, 0..1] <- array2D [ [ -1; -2 ]; [ -3; -4 ] ]
    printfn "%A" numbers
    printfn "%d items, rank %d, sum %d" numbers.Length numbers.Rank (numbers |> Seq.cast<int> |> Seq.sum)
    numbers |> Array2D.iteri (fun i j n -> if n < 0 then printf "[%d,%d]=%d " i j n)
    printfn ""
    printfn "%A" (numbers |> Array2D.map (fun n -> n % 2 = 0))

    let corner = Array2D.zeroCreateBased<int> 1 1 2 2
    corner[2, 2] <- 7
    printfn "%d..%d: %d" (Array2D.base1 corner) (corner.GetUpperBound 0) corner[2, 2]

    try
        printfn "%d" corner[0, 1]
    with e ->
        printfn "%s" e.Message

    let maze = parse [ "...#...."; ".#.#.##."; ".#...#.."; ".####.#."; "........" ]
    flood maze
    draw maze

    let cube = Array3D.init 2 3 4 (fun x y z -> x * 100 + y * 10 + z)
    cube[1, 2, 3] <- 0
    printfn "%d %d" cube[1, 2, 2] (Array3D.length3 cube)
    0
