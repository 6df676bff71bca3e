module Program

open System

type PriceChanged(symbol: string, price: decimal) =
    inherit EventArgs()
    member _.Symbol = symbol
    member _.Price = price

type Closing =
    inherit EventArgs
    val Reason: string
    val mutable Cancel: bool
    new(reason) = { inherit EventArgs(); Reason = reason; Cancel = false }

type ClosingHandler = delegate of sender: obj * e: Closing -> unit

type Market(name: string) =
    let changed = Event<EventHandler<PriceChanged>, PriceChanged>()
    let opened = Event<EventHandler, EventArgs>()
    let closing = Event<ClosingHandler, Closing>()

    [<CLIEvent>]
    member _.Changed = changed.Publish

    [<CLIEvent>]
    member _.Opened = opened.Publish

    [<CLIEvent>]
    member _.Closing = closing.Publish

    member _.Name = name
    member this.Open() = opened.Trigger(this, EventArgs.Empty)
    member this.Quote(symbol, price) = changed.Trigger(this, PriceChanged(symbol, price))

    member this.TryClose reason =
        let e = Closing reason
        closing.Trigger(this, e)
        not e.Cancel

let describe (e: EventArgs) =
    match e with
    | :? PriceChanged as p -> sprintf "%s at %M" p.Symbol p.Price
    | :? Closing as c -> sprintf "closing: %s" c.Reason
    | e when obj.ReferenceEquals(e, EventArgs.Empty) -> "nothing"
    | _ -> "another"

[<EntryPoint>]
let main _ =
    let market = Market "main"
    let named = EventHandler(fun sender e -> printfn "opened %s: %s" (sender :?> Market).Name (describe e))
    market.Opened.AddHandler named
    market.Opened.Add(fun e -> printfn "also opened %b" (e = EventArgs.Empty))
    market.Open()
    market.Opened.RemoveHandler named
    market.Open()

    market.Changed.Add(fun e -> printfn "%s" (describe e))
    market.Changed.AddHandler(EventHandler<PriceChanged>(fun sender e -> printfn "%b %M" (sender = box market) (e.Price * 2M)))
    market.Changed |> Event.filter (fun e -> e.Price > 10M) |> Event.map _.Symbol |> Event.add (printfn "dear: %s")
    market.Quote("FSB", 9.5M)
    market.Quote("FZB", 12.25M)

    market.Closing.AddHandler(ClosingHandler(fun _ e -> e.Cancel <- e.Reason = "by mistake"))
    for reason in [ "by mistake"; "evening" ] do
        printfn "%s: %b" reason (market.TryClose reason)

    named.Invoke(market, EventArgs())
    named.Invoke(market, Closing "called")
    printfn "%s, %s" (describe (PriceChanged("X", 1M))) (describe EventArgs.Empty)
    0
