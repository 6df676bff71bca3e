module Json.Program

let document =
    """
{
  "store": {
    "open": true, "owner": null,
    "books": [
      { "title": "SICP", "price": 45.5, "tags": ["lisp", "classic"] },
      { "title": "Gr\u00fc\u00DFe \"quoted\"", "price": -1.25e2, "tags": [] }
    ],
    "matrix": [[1, 2], [3, 4.0]]
  },
  "path": "C:\\temp\ttab\/slash"
}
"""

let wrong =
    [ "[1, 2"
      "{\"a\" 1}"
      "[1,\n 2,\n tru]"
      "\"open"
      "12 34"
      "{\"a\": 1.2.3}"
      "\"\\x\""
      "\"\\u12g4\""
      "[}"
      "" ]

let rec raisePrices factor json =
    json
    |> Json.rewrite (function
        | Object fields ->
            fields
            |> List.map (function
                | "price", Number n -> "price", Number(n * factor)
                | other -> other)
            |> Object
        | other -> other)

[<EntryPoint>]
let main _ =
    let json = Parser.parse document
    printfn "%s" (Printer.pretty 2 json)
    printfn "%s" (Printer.compact (raisePrices 2.0 json))
    printfn "depth %d" (Json.depth json)
    printfn "round trip: %b" (Parser.parse (Printer.compact json) = json)
    printfn "same after rewrite: %b" (raisePrices 1.0 json = json)
    printfn "same after raise: %b" (raisePrices 1.5 json = json)

    for path in [ "store.books.0.title"; "store.matrix.1.0"; "store.books.1.tags"; "store.books.7"; "path.x" ] do
        match Json.query path json with
        | Some value -> printfn "%s = %s" path (Printer.compact value)
        | None -> printfn "%s is not there" path

    for text in wrong do
        match Parser.tryParse text with
        | Ok json -> printfn "accepted: %A" json
        | Error message -> printfn "%s" message

    0
