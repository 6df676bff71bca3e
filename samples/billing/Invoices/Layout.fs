module Billing.Invoices.Layout

open Billing
open Billing.Invoices.Invoice

let private row (left: string) (right: string) = left.PadRight 44 + right.PadLeft 14

let render number lines =
    [ yield sprintf "Invoice %05d" number
      for line in lines do
          yield row (sprintf "%2d x %s" line.Quantity line.Product.Title) (Money.format (line.Product.Price * line.Quantity))

          match line.Discount with
          | Some discount -> yield row "     discount" (Money.format discount)
          | None -> ()
      yield String.replicate 58 "-"
      yield row "net" (Money.format (net lines))
      let taxes = vat lines

      for rate, tax in taxes do
          yield row (sprintf "VAT %d%%" rate) (Money.format tax)

      let total = taxes |> List.map snd |> List.fold (+) (net lines)
      yield row "total" (Money.format total)

#if INSTALMENTS
      let parts = Money.split 3 total |> List.map Money.format
      yield "in three parts: " + String.concat ", " parts
#endif
#if OLD_LAYOUT
      yield String.replicate 58 "="
#endif
    ]
