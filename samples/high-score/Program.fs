// A table of best scores in the host's key-value state: the same program on .NET, where the package's stand-ins answer, and on fusabi.
module HighScore

open Fusabi.Host

type Score = { Player: string; Points: int; Level: int }

let private write { Points = points; Level = level } = $"{points}/{level}"

let private read player (text: string) =
    match text.Split '/' with
    | [| points; level |] -> { Player = player; Points = int points; Level = int level }
    | _ -> failwithf "no score: %s" text

let private prefix = "score:"
let games = State.int "games" 0

let best () =
    State.keys ()
    |> List.filter (fun key -> key.StartsWith prefix)
    |> List.choose (fun key -> State.tryGet key |> Option.map (read (key.Substring prefix.Length)))
    |> List.sortByDescending (fun score -> score.Points, score.Level)

let record score =
    games.Update((+) 1)

    match State.tryGet (prefix + score.Player) |> Option.map (read score.Player) with
    | Some known when known.Points >= score.Points -> Log.debug $"{score.Player} stays at {known.Points}"
    | Some known ->
        Log.info $"{score.Player}: {known.Points} -> {score.Points}"
        State.set (prefix + score.Player) (write score)
    | None ->
        Log.info $"{score.Player} is new"
        State.set (prefix + score.Player) (write score)

let private bonus = Host.func (fun level -> level * 10) (fun level -> level * 10)

[<EntryPoint>]
let main _ =
    for player, points, level in
        [ "Ada", 120, 2
          "Grace", 340, 5
          "Ada", 90, 1
          "Läslo", 340, 4
          "Ada", 400, 6
          "a:b", 7, 0 ] do
        record { Player = player; Points = points + bonus level; Level = level }

    for score in best () do
        printfn "%-6s %4d %d" score.Player score.Points score.Level

    State.remove (prefix + "Grace")
    games.Value <- games.Value + 100
    printfn "%d games, %A" games.Value (State.keys ())
    printfn "%A" (State.tryGet "nothing", (State.text "title" "none").Value)

    let before = Clock.now ()
    printfn "%b" (Clock.now () >= before && Clock.unixMilliseconds () >= before.ToUnixTimeMilliseconds())
    0
