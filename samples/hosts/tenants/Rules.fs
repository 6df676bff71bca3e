/// Rules of one tenant of a shop. Every tenant writes such a file; none can see or slow down another.
module Rules

open Fable.Core

type Line = { Article: string; Price: decimal; Count: int }
type Order = { Customer: string; Lines: Line list; Code: string option }
type Answer = { Total: decimal; Notes: string list }

[<Import("stock", "host")>]
let stock (article: string) : Async<int> = jsNative

let private endlessly () =
    let mutable n = 0
    while true do
        n <- n + 1
    n

let price (order: Order) =
    async {
        let! inStock = order.Lines |> List.map (fun line -> stock line.Article) |> Async.Parallel
        let missing = [ for line, count in Seq.zip order.Lines inStock do if count < line.Count then $"only {count} of {line.Article}" ]
        let total = order.Lines |> List.sumBy (fun line -> line.Price * decimal line.Count)

        let discount =
            match order.Code with
            | Some "TENTH" -> total / 10m
            | Some "LOOP" -> decimal (endlessly ())
            | Some code -> failwith $"there is no code {code}"
            | None -> 0m

        return { Total = total - discount; Notes = missing }
    }
