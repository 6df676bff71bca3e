module EventSourcing
open System
open System.Collections.Generic
type Aggregate<'State,'Command,'Event,'Error> =
  { Zero: 'State; Apply: 'State -> 'Event -> 'State; Exec: 'State -> 'Command -> Result<'Event list,'Error> }
[<Struct>] type OrderId = OrderId of Guid
[<Measure>] type pcs
type Line = { Sku: string; Qty: int<pcs>; Price: decimal }
type Event =
  | Created of {| Id: OrderId; Customer: string |}
  | LineAdded of Line
  | LineRemoved of sku: string
  | Paid of amount: decimal * on: DateOnly
  | Shipped
type Command = Create of OrderId * string | Add of Line | Remove of string | Pay of decimal * DateOnly | Ship
type Err = NotCreated | AlreadyPaid | Underpaid of due: decimal * given: decimal | NoSuchLine of string | Invalid of string list
type State = { Id: OrderId option; Customer: string; Lines: Map<string, Line>; Paid: bool; Shipped: bool }
let total s = s.Lines |> Map.toSeq |> Seq.sumBy (fun (_, l) -> decimal (int l.Qty) * l.Price)
let apply s = function
  | Created c -> { s with Id = Some c.Id; Customer = c.Customer }
  | LineAdded l -> { s with Lines = s.Lines |> Map.change l.Sku (function Some o -> Some { o with Qty = o.Qty + l.Qty } | None -> Some l) }
  | LineRemoved k -> { s with Lines = Map.remove k s.Lines }
  | Event.Paid _ -> { s with Paid = true }
  | Event.Shipped -> { s with Shipped = true }
let validate (l: Line) = [ if String.IsNullOrEmpty l.Sku then "sku"; if l.Qty <= 0<pcs> then "qty"; if l.Price < 0m then "price" ]
let exec s cmd =
  match s, cmd with
  | { Id = None }, Create(id, c) -> Ok [ Created {| Id = id; Customer = c |} ]
  | { Id = None }, _ -> Error NotCreated
  | { Paid = true }, (Add _ | Remove _ | Pay _) -> Error AlreadyPaid
  | _, Add l -> (match validate l with [] -> Ok [ LineAdded l ] | es -> Error(Invalid es))
  | { Lines = ls }, Remove k when ls.ContainsKey k |> not -> Error(NoSuchLine k)
  | _, Remove k -> Ok [ LineRemoved k ]
  | s, Pay(a, _) when a < total s -> Error(Underpaid(due = total s, given = a))
  | _, Pay(a, d) -> Ok [ Event.Paid(a, d); if a > 100m then Event.Shipped ]
  | { Shipped = true }, Ship -> Ok []
  | _, Ship -> Ok [ Event.Shipped ]
  | _, Create _ -> Ok []
let order = { Zero = { Id = None; Customer = ""; Lines = Map.empty; Paid = false; Shipped = false }; Apply = apply; Exec = exec }
type Store<'K,'E when 'K : equality>() =
  let streams = Dictionary<'K, ResizeArray<int * 'E>>()
  let mutable version = 0
  member _.Append(k, events: 'E list) =
    let s = match streams.TryGetValue k with
            | true, s -> s
            | _ -> let s = ResizeArray() in streams.Add(k, s); s
    for e in events do
      version <- version + 1
      s.Add((version, e))
  member _.Load k = match streams.TryGetValue k with | true, s -> List.ofSeq (Seq.map snd s) | _ -> []
  member _.All = [ for KeyValue(k, s) in streams do for v, e in s -> v, k, e ] |> List.sortBy (fun (v, _, _) -> v)
let handle (agg: Aggregate<_,_,_,_>) (store: Store<_,_>) id cmd =
  let state = store.Load id |> List.fold agg.Apply agg.Zero
  match agg.Exec state cmd with
  | Ok es -> store.Append(id, es); Ok(es.Length)
  | Error e -> Error e
let store = Store<OrderId, Event>()
let id1 = OrderId(Guid "6f9619ff-8b86-d011-b42d-00c04fc964ff")
let id2 = OrderId(Guid.Empty)
let h = handle order store
let line s q p = { Sku = s; Qty = q; Price = p }
let results =
  [ id1, Add(line "a" 1<pcs> 1m)
    id1, Create(id1, "ann")
    id1, Add(line "a" 2<pcs> 9.99m)
    id1, Add(line "a" 3<pcs> 9.99m)
    id1, Add(line "" 0<pcs> -1m)
    id2, Create(id2, "bob")
    id2, Add(line "z" 1<pcs> 250m)
    id1, Remove "q"
    id1, Pay(10m, DateOnly(2024, 2, 29))
    id1, Pay(59.94m, DateOnly(2024, 2, 29))
    id2, Pay(300m, DateOnly.FromDayNumber 738000)
    id1, Add(line "b" 1<pcs> 1m)
    id1, Ship; id1, Ship ]
  |> List.map (fun (id, c) -> h id c)
results |> List.iteri (fun i r -> printfn "%2d %A" i r)
for v, OrderId g, e in store.All do printfn "%d %s %A" v (g.ToString("N").[..3]) e
let final = store.Load id1 |> List.fold order.Apply order.Zero
printfn "%A" final
printfn "%M" (total final)
let byKind = store.All |> List.countBy (fun (_, _, e) -> e.GetType().Name) |> List.sort
printfn "%A" byKind
let anon = {| Total = total final; Items = [ for KeyValue(k, v) in final.Lines -> {| Key = k; N = v.Qty |} ] |}
printfn "%A" anon
printfn "%A" ({| anon with Extra = Some 1 |})
printfn "%b" (anon = {| anon with Total = 59.94m |})
