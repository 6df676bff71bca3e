module GameOfLife.Program

open GameOfLife.Life

let patterns =
    [ "block", [ "OO"; "OO" ]
      "blinker", [ "OOO" ]
      "glider", [ ".O."; "..O"; "OOO" ]
      "toad", [ ".OOO"; "OOO." ]
      "beacon", [ "OO.."; "OO.."; "..OO"; "..OO" ]
      "pre-pulsar", [ "OOO"; "O.O"; "OOO" ]
      "diehard-ish", [ "O.O"; ".O." ]
      "row of ten", [ String.replicate 10 "O" ]
      "lightweight spaceship", [ "O..O."; "....O"; "O...O"; ".OOOO" ] ]

let sideBySide (columns: string list list) =
    let height = columns |> List.map List.length |> List.max

    for row in 0 .. height - 1 do
        columns
        |> List.map (fun lines ->
            let width = lines |> List.map String.length |> List.max
            (List.tryItem row lines |> Option.defaultValue "").PadRight width)
        |> String.concat "   "
        |> fun line -> printfn "%s" (line.TrimEnd())

for name, rows in patterns do
    let text =
        match fate 40 (parse rows) with
        | DiesOut n -> sprintf "dies out after %d generations" n
        | Still 0 -> "is a still life"
        | Still n -> sprintf "is still after %d generations" n
        | Oscillates period -> sprintf "oscillates with period %d" period
        | Travels(period, (dx, dy)) -> sprintf "travels by (%d, %d) every %d generations" dx dy period
        | Unknown -> "goes on"

    printfn "%-22s %s" name text

printfn ""
generations (parse [ ".O."; "..O"; "OOO" ]) |> Seq.take 5 |> Seq.map render |> List.ofSeq |> sideBySide
printfn ""
let tenth = generations (parse [ String.replicate 10 "O" ]) |> Seq.item 12
render tenth |> List.iter (printfn "%s")

let population =
    generations (parse [ ".OO"; "OO."; ".O." ])
    |> Seq.map Set.count
    |> Seq.take 24
    |> Seq.map string
    |> String.concat " "

printfn "R-pentomino: %s" population
