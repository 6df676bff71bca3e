module BankQueue.Program

open BankQueue.Simulation

let time (t: int<minute>) =
    let total = 9 * 60 + int t
    sprintf "%02d:%02d" (total / 60) (total % 60)

let describe errand =
    match errand with
    | Deposit n -> sprintf "deposits %d" n
    | Withdrawal n -> sprintf "withdraws %d" n
    | Advice -> "asks for advice"

/// Prints the first few events only.
let limitedLog limit =
    let mutable printed = 0

    fun now event ->
        printed <- printed + 1

        if printed <= limit then
            match event with
            | Arrival c -> printfn "%s  customer %d arrives" (time now) c.Id
            | Served(desk, c, waited) when waited = 0<minute> ->
                printfn "%s  customer %d %s at desk %d" (time now) c.Id (describe c.Errand) (desk + 1)
            | Served(desk, c, waited) ->
                printfn "%s  customer %d %s at desk %d after %d min" (time now) c.Id (describe c.Errand) (desk + 1) waited
            | Left c -> printfn "%s  customer %d leaves again" (time now) c.Id
            | Done(desk, c) -> printfn "%s  desk %d is done with customer %d" (time now) (desk + 1) c.Id
        elif printed = limit + 1 then
            printfn "..."

let settings =
    { Desks = 2
      Closing = 480<minute>
      ArrivalChance = 0.42
      Patience = 6 }

let show name (closed, report) =
    let busy =
        report.BusyMinutes
        |> Array.map (fun b -> sprintf "%d%%" (100 * b / closed))
        |> String.concat " "

    printfn "%s: closed at %s" name (time closed)
    printfn "  served %d, lost %d, balance %+d" report.Served report.Lost report.Balance

    printfn
        "  mean wait %.2f min, longest queue %d, desks busy %s"
        (float report.TotalWait / float report.Served)
        report.LongestQueue
        busy

let random = Random 2024u
printfn "generator: %s" (List.init 6 (fun _ -> random.Next 100) |> List.map string |> String.concat " ")
printfn "%.6f %.6f %u" (random.NextFloat()) (random.NextFloat()) (random.NextBits())

run (Random 7u) (limitedLog 20) settings |> show "monday"

for desks in 1..4 do
    run (Random 99u) (fun _ _ -> ()) { settings with Desks = desks }
    |> show (sprintf "%d desk(s)" desks)
