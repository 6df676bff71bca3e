module GraphSearch.Program

let roads =
    Graph.undirected
        [ "Aachen", "Bonn", 92
          "Bonn", "Cologne", 28
          "Aachen", "Cologne", 71
          "Cologne", "Dortmund", 95
          "Bonn", "Frankfurt", 175
          "Dortmund", "Hanover", 210
          "Frankfurt", "Hanover", 348
          "Kiel", "Lubeck", 81 ]

let show path = String.concat " > " path

printfn "breadth first: %s" (roads |> Graph.breadthFirst "Bonn" |> show)
printfn "depth first:   %s" (roads |> Graph.depthFirst "Bonn" |> show)

for goal in [ "Hanover"; "Frankfurt"; "Aachen"; "Kiel" ] do
    match Graph.shortestPath "Aachen" goal roads with
    | Some(d, path) -> printfn "to %s: %d km, %s" goal d (show path)
    | None -> printfn "to %s: no way" goal

roads |> Graph.components |> List.iteri (fun i part -> printfn "part %d: %A" (i + 1) part)

type Task =
    | Wake
    | Shower
    | Dress
    | Eat
    | Leave of hour: int

let morning = [ Wake, Shower, 1; Shower, Dress, 1; Wake, Eat, 1; Eat, Leave 8, 1; Dress, Leave 8, 1 ]
printfn "%A" (Graph.ofEdges morning |> Graph.topological)
printfn "%A" (Graph.ofEdges ((Leave 8, Wake, 24) :: morning) |> Graph.topological)

// A maze as an implicit graph of positions.
let maze =
    [| "S.#......."
       "..#.####.#"
       ".##.#..#.."
       "....#.#..#"
       ".####.#.#E"
       "......#..." |]

let cells =
    [ for y in 0 .. maze.Length - 1 do
          for x in 0 .. maze[y].Length - 1 do
              if maze[y][x] <> '#' then
                  yield (x, y), maze[y][x] ]

let grid =
    let free = cells |> List.map fst |> Set.ofList

    Graph.ofEdges
        [ for x, y in free do
              for dx, dy in [ 0, 1; 1, 0; 0, -1; -1, 0 ] do
                  let next = x + dx, y + dy
                  if free.Contains next then
                      yield (x, y), next, 1 ]

let find mark = cells |> List.find (snd >> (=) mark) |> fst

match Graph.shortestPath (find 'S') (find 'E') grid with
| None -> printfn "no way out"
| Some(steps, path) ->
    printfn "%d steps" steps
    let onPath = Set.ofList path

    maze
    |> Array.iteri (fun y row ->
        row
        |> String.mapi (fun x c -> if c = '.' && onPath.Contains((x, y)) then '*' else c)
        |> printfn "%s")
