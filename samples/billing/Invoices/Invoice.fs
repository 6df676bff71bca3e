module Billing.Invoices.Invoice

open Billing
open Billing.Catalog
open Billing.Catalog.Pricing

type Line =
    { Product: Product
      Quantity: int
      Discount: Money option }

    member this.Net =
        let gross = this.Product.Price * this.Quantity
        this.Discount |> Option.fold (+) gross

type Problem =
    | NoSuchProduct of code: string
    | BadQuantity of code: string * quantity: int

let private rules =
    Discount.best
        [ Discount.perQuantity 10 15
          Discount.forCategory ((=) Book) 5
          Discount.forCategory
              (function
              | Gadget years -> years > 1
              | _ -> false)
              10 ]

let private line (code, quantity) =
    match Stock.tryFind code with
    | None -> Error(NoSuchProduct code)
    | Some _ when quantity < 1 -> Error(BadQuantity(code, quantity))
    | Some product ->
        Ok
            { Product = product
              Quantity = quantity
              Discount = rules product quantity }

/// All lines, or all problems.
let create order =
    let lines, problems =
        order
        |> List.map line
        |> List.fold
            (fun (lines, problems) result ->
                match result with
                | Ok line -> line :: lines, problems
                | Error problem -> lines, problem :: problems)
            ([], [])

    if problems.IsEmpty then
        Ok(List.rev lines)
    else
        Error(List.rev problems)

let net lines =
    lines |> List.map (fun (line: Line) -> line.Net) |> List.fold (+) (Money.zero Eur)

let vat lines =
    lines
    |> List.groupBy (fun line -> Product.vatRate line.Product)
    |> List.sortBy fst
    |> List.map (fun (rate, lines) -> rate, Money.percent rate (net lines))
