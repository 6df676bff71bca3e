module Billing.Catalog.Pricing.Discount

open Billing
open Billing.Catalog

/// A rule looks at a product and a quantity and may take something off.
type Rule = Product -> int -> Money option

let perQuantity threshold rate : Rule =
    fun product quantity ->
        if quantity >= threshold then
            Some(Money.percent -rate (product.Price * quantity))
        else
            None

let forCategory matches rate : Rule =
    fun product quantity ->
        if matches product.Category then
            Some(Money.percent -rate (product.Price * quantity))
        else
            None

/// The rule that takes off most.
let best (rules: Rule list) : Rule =
    fun product quantity ->
        match rules |> List.choose (fun rule -> rule product quantity) with
        | [] -> None
        | offers -> Some(List.min offers)
