module Events.Program

open System
[<RequireQualifiedAccess>]
type Currency = Eur | Usd
type Money = { Amount: decimal; Currency: Currency }
type OrderId = OrderId of int
type Line = { Sku: string; Quantity: int; Price: Money }
type Event =
    | Placed of id: OrderId * customer: string * at: DateTimeOffset
    | LineAdded of OrderId * Line
    | LineRemoved of OrderId * sku: string
    | Paid of OrderId * Money
    | Shipped of OrderId * at: DateTimeOffset * tracking: string option
type Status = Draft | Open of since: DateTimeOffset | Settled of Money | Sent of tracking: string option
type Order = { Id: OrderId; Customer: string; Lines: Map<string, Line>; Status: Status; Version: int }
type Failure = NoSuchOrder of OrderId | WrongState of Status * Event | WrongAmount of expected: decimal * got: decimal
let total (o: Order) = o.Lines |> Map.toSeq |> Seq.sumBy (fun (_, l) -> decimal l.Quantity * l.Price.Amount)
let apply (orders: Map<OrderId, Order>) event : Result<Map<OrderId, Order>, Failure> =
    let update id f =
        match orders.TryFind id with
        | None -> Error(NoSuchOrder id)
        | Some o -> f o |> Result.map (fun o -> orders |> Map.add id { o with Version = o.Version + 1 })
    match event with
    | Placed(id, who, at) -> Ok(orders.Add(id, { Id = id; Customer = who; Lines = Map.empty; Status = Open at; Version = 1 }))
    | LineAdded(id, line) ->
        update id (function
            | { Status = Open _ } as o ->
                let merged = match o.Lines.TryFind line.Sku with Some l -> { l with Quantity = l.Quantity + line.Quantity } | None -> line
                Ok { o with Lines = o.Lines.Add(line.Sku, merged) }
            | o -> Error(WrongState(o.Status, event)))
    | LineRemoved(id, sku) -> update id (fun o -> Ok { o with Lines = o.Lines.Remove sku })
    | Paid(id, money) ->
        update id (fun o ->
            match o.Status with
            | Open _ when total o = money.Amount -> Ok { o with Status = Settled money }
            | Open _ -> Error(WrongAmount(total o, money.Amount))
            | s -> Error(WrongState(s, event)))
    | Shipped(id, _, tracking) -> update id (function { Status = Settled _ } as o -> Ok { o with Status = Sent tracking } | o -> Error(WrongState(o.Status, event)))
[<EntryPoint>]
let main _ =
    let at h = DateTimeOffset(2024, 3, 31, h, 0, 0, TimeSpan.FromHours 1.)
    let eur a = { Amount = a; Currency = Currency.Eur }
    let line sku n p = { Sku = sku; Quantity = n; Price = eur p }
    let events =
        [ Placed(OrderId 1, "ann", at 8)
          LineAdded(OrderId 1, line "pen" 3 1.20m)
          LineAdded(OrderId 1, line "pen" 2 1.20m)
          LineAdded(OrderId 1, line "ink" 1 7.5m)
          LineAdded(OrderId 2, line "cap" 1 9m)
          Paid(OrderId 1, eur 10m)
          LineRemoved(OrderId 1, "ink")
          Paid(OrderId 1, eur 6.00m)
          LineAdded(OrderId 1, line "cap" 1 9m)
          Shipped(OrderId 1, at 9, Some "TR-1")
          Shipped(OrderId 1, at 10, None) ]
    let final, failures =
        ((Map.empty, []), events) ||> List.fold (fun (state, failures) e ->
            match apply state e with
            | Ok next -> next, failures
            | Error f -> state, f :: failures)
    for KeyValue(OrderId id, o) in final do printfn "#%d v%d %A total %M" id o.Version o.Status (total o)
    for f in List.rev failures do printfn "%A" f
    printfn "%A" final
    printfn "%A" events.[0]
    printfn "%A" (events |> List.countBy (function Placed _ -> "placed" | LineAdded _ | LineRemoved _ -> "lines" | Paid _ -> "paid" | Shipped _ -> "shipped"))
    printfn "%A" (at 8).UtcDateTime
    printfn "%s" ((at 8).ToString "yyyy-MM-ddTHH:mm:sszzz")
    let history = events |> List.scan (fun s e -> match apply s e with Ok n -> n | Error _ -> s) Map.empty |> List.map Map.count
    printfn "%A" history
    0
