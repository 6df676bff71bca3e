module Billing.Program

open Billing
open Billing.Invoices

let orders =
    [ [ "B-100", 1; "F-010", 12; "G-008", 3 ]
      [ "G-007", 2; "B-200", 10 ]
      [ "X-999", 1; "B-100", 0; "G-007", -4 ]
      [ "F-010", 1 ] ]

printfn "%d products in stock" Catalog.Stock.count

orders
|> List.iteri (fun i order ->
    match Invoice.create order with
    | Ok lines -> Layout.render (i + 1) lines |> List.iter (printfn "%s")
    | Error problems ->
        printfn "Order %d cannot be billed" (i + 1)

        for problem in problems do
            match problem with
            | Invoice.NoSuchProduct code -> printfn "  no product %s" code
            | Invoice.BadQuantity(code, quantity) -> printfn "  %s: quantity %d" code quantity

    printfn "")

try
    let sum = Money.ofCents Eur 100L + Money.ofCents Usd 100L
    printfn "%s" (Money.format sum)
with :? System.InvalidOperationException as e ->
    printfn "refused: %s" e.Message

try
    Money.split 0 (Money.ofCents Eur 5L) |> ignore
with :? System.ArgumentException as e ->
    printfn "refused: %s" e.Message
