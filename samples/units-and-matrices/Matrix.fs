namespace UnitsAndMatrices

/// Matrices of floats in jagged arrays.
type Matrix(rows: float[][]) =
    do
        if rows |> Array.exists (fun row -> row.Length <> rows[0].Length) then
            invalidArg (nameof rows) "rows differ in length"

    member _.Rows = rows.Length
    member _.Columns = rows[0].Length
    member _.Item with get (i, j) = rows[i][j]
    member _.Row i = Array.copy rows[i]
    member m.Transpose = Matrix.Init(m.Columns, m.Rows, fun i j -> rows[j][i])

    static member Init(rows, columns, f) =
        Matrix(Array.init rows (fun i -> Array.init columns (f i)))

    static member Identity n =
        Matrix.Init(n, n, fun i j -> if i = j then 1.0 else 0.0)

    static member private Zip(a: Matrix, b: Matrix, f: float -> float -> float) =
        if a.Rows <> b.Rows || a.Columns <> b.Columns then
            invalidOp (sprintf "%dx%d against %dx%d" a.Rows a.Columns b.Rows b.Columns)

        Matrix.Init(a.Rows, a.Columns, fun i j -> f a[i, j] b[i, j])

    static member (+)(a: Matrix, b) = Matrix.Zip(a, b, (+))
    static member (-)(a: Matrix, b) = Matrix.Zip(a, b, (-))
    static member (~-)(a: Matrix) = Matrix.Init(a.Rows, a.Columns, fun i j -> -a[i, j])
    static member (*)(k: float, a: Matrix) = Matrix.Init(a.Rows, a.Columns, fun i j -> k * a[i, j])

    static member (*)(a: Matrix, b: Matrix) =
        if a.Columns <> b.Rows then
            invalidOp (sprintf "%dx%d times %dx%d" a.Rows a.Columns b.Rows b.Columns)

        Matrix.Init(a.Rows, b.Columns, fun i j -> Seq.sum (seq { for k in 0 .. b.Rows - 1 -> a[i, k] * b[k, j] }))

    /// Gaussian elimination with partial pivoting: the determinant and, unless it is zero, the inverse.
    member m.Invert() =
        let n = m.Rows
        let a = Array.init n (fun i -> Array.append rows[i] (Matrix.Identity(n).Row i))
        let mutable determinant = 1.0
        let mutable column = 0

        while column < n && determinant <> 0.0 do
            let pivot = Seq.maxBy (fun i -> abs (a[i][column])) (seq { column .. n - 1 })

            if pivot <> column then
                let row = a[pivot]
                a[pivot] <- a[column]
                a[column] <- row
                determinant <- -determinant

            let p = a[column][column]
            determinant <- determinant * p

            if p <> 0.0 then
                a[column] <- a[column] |> Array.map (fun x -> x / p)

                for i in 0 .. n - 1 do
                    if i <> column then
                        let factor = a[i][column]
                        a[i] <- Array.map2 (fun x y -> x - factor * y) a[i] a[column]

            column <- column + 1

        let inverse = if determinant = 0.0 then None else Some(Matrix(a |> Array.map (Array.skip n)))
        determinant, inverse

    override _.ToString() =
        rows
        |> Array.map (Array.map (fun x -> (sprintf "%.3f" x).PadLeft 9) >> String.concat "")
        |> String.concat "\n"
