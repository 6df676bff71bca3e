module Billing.Catalog.Stock

let private all =
    [ Product.create "B-100" "Purely Functional Data Structures" Book 5_499L
      Product.create "B-200" "The Little Typer" Book 3_999L
      Product.create "F-010" "Coffee beans, 1 kg" Food 1_890L
      Product.create "G-007" "Headphones" (Gadget 2) 12_900L
      Product.create "G-008" "USB cable" (Gadget 0) 799L ]

let private byCode = all |> List.map (fun p -> p.Code, p) |> Map.ofList

let tryFind code = Map.tryFind code byCode
let count = byCode.Count
