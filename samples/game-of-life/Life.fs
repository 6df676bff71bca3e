module GameOfLife.Life

/// Living cells by position; the plane has no edges.
type Generation = Set<int * int>

let parse (rows: string list) : Generation =
    set
        [ for y, row in List.indexed rows do
              for x, c in Seq.indexed row do
                  if c = 'O' then
                      yield x, y ]

let private around (x, y) =
    [ for dx in -1 .. 1 do
          for dy in -1 .. 1 do
              if (dx, dy) <> (0, 0) then
                  x + dx, y + dy ]

let next (alive: Generation) : Generation =
    alive
    |> Seq.collect around
    |> Seq.countBy id
    |> Seq.choose (fun (cell, neighbours) ->
        match neighbours with
        | 3 -> Some cell
        | 2 when alive.Contains cell -> Some cell
        | _ -> None)
    |> Set.ofSeq

let generations start = Seq.unfold (fun alive -> Some(alive, next alive)) start

let translate (dx, dy) alive = alive |> Set.map (fun (x, y) -> x + dx, y + dy)

let bounds (alive: Generation) =
    let xs = Set.map fst alive
    let ys = Set.map snd alive
    struct (xs.MinimumElement, ys.MinimumElement, xs.MaximumElement, ys.MaximumElement)

let render (alive: Generation) =
    if alive.IsEmpty then
        [ "(empty)" ]
    else
        let struct (left, top, right, bottom) = bounds alive

        [ for y in top..bottom do
              String.init (right - left + 1) (fun i -> if alive.Contains(left + i, y) then "O" else ".") ]

type Fate =
    | DiesOut of after: int
    | Still of after: int
    | Oscillates of period: int
    | Travels of period: int * by: (int * int)
    | Unknown

/// Moves a pattern to the origin, so that travelling ones can be recognised.
let private normalise alive =
    let struct (left, top, _, _) = bounds alive
    (left, top), translate (-left, -top) alive

let fate limit start =
    let rec search seen index alive =
        if Set.isEmpty alive then
            DiesOut index
        elif index > limit then
            Unknown
        else
            let (x, y), shape = normalise alive

            match Map.tryFind shape seen with
            | Some(earlier, (x0, y0)) ->
                match index - earlier, (x - x0, y - y0) with
                | 1, (0, 0) -> Still earlier
                | period, (0, 0) -> Oscillates period
                | period, by -> Travels(period, by)
            | None -> search (Map.add shape (index, (x, y)) seen) (index + 1) (next alive)

    search Map.empty 0 start
