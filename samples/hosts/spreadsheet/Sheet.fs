/// Functions for the cells of a sheet: the page calls them by name with the cells' values.
module Sheet

type Cell =
    | Number of float
    | Text of string
    | Blank

type Result =
    | Value of Cell
    | Wrong of message: string

let private numbers cells = cells |> List.choose (function Number n -> Some n | _ -> None)

let private median (sorted: float list) =
    match sorted.Length with
    | 0 -> Wrong "no numbers"
    | n when n % 2 = 1 -> Value(Number sorted[n / 2])
    | n -> Value(Number((sorted[n / 2 - 1] + sorted[n / 2]) / 2.0))

let functions: Map<string, Cell list -> Result> =
    Map
        [ "SUM", (fun cells -> numbers cells |> List.sum |> Number |> Value)
          "MEDIAN", (fun cells -> numbers cells |> List.sort |> median)
          "JOIN", (fun cells -> cells |> List.choose (function Text t -> Some t | Number n -> Some(string n) | Blank -> None) |> String.concat " " |> Text |> Value)
          "FIB",
          (function
           | [ Number n ] when n >= 0.0 ->
               let rec fib n = if n < 2.0 then n else fib (n - 1.0) + fib (n - 2.0)
               Value(Number(fib n))
           | _ -> Wrong "FIB takes one number") ]

let names = functions |> Map.keys |> List.ofSeq

let evaluate (name: string) (cells: Cell list) =
    match Map.tryFind name functions with
    | Some f -> f cells
    | None -> Wrong $"there is no function {name}"
