module Savings.Program

open System
open Savings
open Savings.Options

let greet (name: string | null) =
    match name with
    | null -> "nobody"
    | name -> name.ToUpperInvariant()

let grow year account =
    let rate = Rates.Yearly.percent |> Map.tryFind year |> Option.defaultValue 0M
    let interest = Rounding.toCents (account: Account).Balance * rate / 100M
    Journal.write $"%d{year}: %M{interest} for {account.Owner}"
    Account.deposit interest account

[<EntryPoint>]
let main argv =
    printfn "%s, %s, best in %d" (greet null) (greet "ada") Rates.Table.best
#if SAVINGS && !OTHER
    printfn "%s:%s" __SOURCE_FILE__ __LINE__
#endif
    let rich =
        Account.Open "Ada"
        |> Account.deposit 100.10M
        |> Account.repeat 3 (Account.deposit 0.335M)
        |> grow 2024
        |> grow 2025
        |> grow 1999

    printfn "%M %A" rich.Balance (Journal.search "for Ada")
    printfn "%A" (Journal.search "Bob")

    for given in [ [ "x"; "-q" ]; [ "--level"; "high" ] ] do
        printfn "%A" (parse none given)

    match parse none (List.ofArray argv) with
    | Error message ->
        eprintfn "%s" message
        2
    | Ok options ->
        printfn "%A" options

        try
            let left = rich |> Account.withdraw (decimal options.Level)
            printfn "left %M" left.Balance
            0
        with
        | Account.Overdrawn(wanted, available) ->
            printfn "overdrawn: %M of %M" wanted available
            3
        | :? ArgumentException as error ->
            printfn "%s" error.Message
            4
