module Bench.Sheet

// a spreadsheet: cells hold formulas, values are computed on demand and remembered
type Formula =
    | Value of float
    | Reference of int * int
    | Sum of (int * int) * (int * int)
    | Times of Formula * Formula
    | Plus of Formula * Formula

type Sheet =
    { Cells: Map<int * int, Formula>
      Results: System.Collections.Generic.Dictionary<int * int, float> }

let rec compute sheet formula =
    match formula with
    | Value value -> value
    | Reference(row, column) -> cell sheet (row, column)
    | Sum((row1, column1), (row2, column2)) ->
        Seq.sum (
            seq {
                for row in row1..row2 do
                    for column in column1..column2 do
                        yield cell sheet (row, column)
            }
        )
    | Times(a, b) -> compute sheet a * compute sheet b
    | Plus(a, b) -> compute sheet a + compute sheet b

and cell sheet place =
    match sheet.Results.TryGetValue place with
    | true, result -> result
    | _ ->
        let result =
            match Map.tryFind place sheet.Cells with
            | Some formula -> compute sheet formula
            | None -> 0.0

        sheet.Results[place] <- result
        result

let formulaAt row column =
    match (row + column) % 4 with
    | 0 when row > 1 -> Plus(Reference(row - 1, column), Value(float column))
    | 1 when row > 2 -> Sum((max 0 (row - 3), 0), (row - 1, column))
    | 2 when row > 0 -> Times(Reference(row - 1, column), Value 0.25)
    | _ -> Value(float (row * column % 7))

let run (n: int) : int =
    let cells =
        [ for row in 0 .. n - 1 do
              for column in 0..5 do
                  (row, column), formulaAt row column ]
        |> Map.ofList

    let sheet = { Cells = cells; Results = System.Collections.Generic.Dictionary() }
    let mutable total = 0

    for row in 0 .. n - 1 do
        for column in 0..5 do
            total <- (total * 7 + int (cell sheet (row, column) * 4.0 % 1009.0)) % 1000003

    total
