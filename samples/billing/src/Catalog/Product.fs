namespace Billing.Catalog

open Billing

type Category =
    | Book
    | Food
    | Gadget of warrantyYears: int

type Product =
    { Code: string
      Title: string
      Category: Category
      Price: Money }

module Product =

    let vatRate product =
        match product.Category with
        | Book
        | Food -> 7
        | Gadget _ -> 19

    let create code title category cents =
        { Code = code
          Title = title
          Category = category
          Price = Money.ofCents Eur cents }
