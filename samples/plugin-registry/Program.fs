/// Plugins that are found by the interface that they implement, with what each kind of message has of its own: static fields and names by type.
module PluginRegistry

open System.Collections.Generic

type IHandle<'Message> =
    abstract Handle: 'Message -> string

type INamed =
    abstract Name: string

/// Every instantiation counts and keeps for itself.
type Log<'Message> private () =
    static let lines = ResizeArray<string>()
    static let mutable failures = 0
    static member val Label = typeof<'Message>.Name with get, set
    static member Add line = lines.Add line
    static member Fail() = failures <- failures + 1
    static member Failures = failures
    static member Summary = sprintf "%s: %d lines, %d failures" Log<'Message>.Label lines.Count failures

type Cache<'Key, 'Value when 'Key: equality>(load: 'Key -> 'Value) =
    static let shared = Dictionary<'Key, 'Value>()
    static let mutable hits = 0
    static member Hits = hits
    static member Size = shared.Count

    member _.Get key =
        match shared.TryGetValue key with
        | true, found ->
            hits <- hits + 1
            found
        | _ ->
            let loaded = load key
            shared[key] <- loaded
            loaded

    override _.ToString() = $"cache of {typeof<'Value>.Name} by {typeof<'Key>.Name}, {shared.Count} held"

[<AbstractClass>]
type Handler<'Message>() =
    abstract Work: 'Message -> string

    interface INamed with
        member _.Name = "handler of " + typeof<'Message>.Name

    interface IHandle<'Message> with
        member this.Handle message =
            let line = this.Work message
            Log<'Message>.Add line
            line

type Order = { Id: int; Amount: decimal }
type Ping = Ping of int

type Orders() =
    inherit Handler<Order>()
    override _.Work order = $"order {order.Id} over {order.Amount}"

type Pings() =
    inherit Handler<Ping>()
    override _.Work(Ping n) = if n > 2 then (Log<Ping>.Fail(); "late") else $"ping {n}"

/// Both kinds of message, without the base class.
type Audit() =
    let seen = ResizeArray<string>()
    member _.Seen = List.ofSeq seen

    interface IHandle<Order> with
        member _.Handle order =
            seen.Add $"#{order.Id}"
            "audited order"

    interface IHandle<Ping> with
        member _.Handle(Ping n) =
            seen.Add(string n)
            "audited ping"

type Bus(plugins: obj list) =
    member _.Send(message: 'Message) =
        [ for plugin in plugins do
              match plugin with
              | :? IHandle<'Message> as handler -> handler.Handle message
              | _ -> () ]

    member _.Names =
        plugins |> List.map (function
            | :? INamed as named -> named.Name
            | :? IHandle<Ping> -> "something that takes pings"
            | other -> other.GetType().Name)

type Batch<'Item>(items: 'Item list) =
    member _.Items = items
    override _.ToString() = $"{items.Length} x {typeof<'Item>.Name}"

let describe (x: obj) =
    match x with
    | :? seq<int> as numbers -> $"numbers adding up to {Seq.sum numbers}"
    | :? seq<string> as texts -> "texts " + String.concat "+" texts
    | :? seq<char> -> "characters"
    | :? INamed as named -> named.Name
    | _ -> "else"

[<EntryPoint>]
let main _ =
    let audit = Audit()
    let bus = Bus [ Orders(); Pings(); audit; { new Handler<string>() with member _.Work text = text.ToUpper() } ]
    printfn "%A" bus.Names
    printfn "%A" (bus.Send { Id = 7; Amount = 12.50m })
    printfn "%A" (bus.Send(Ping 1))
    printfn "%A" (bus.Send(Ping 3))
    printfn "%A" (bus.Send "text")
    printfn "%A" (bus.Send 3.5)
    printfn "%A" audit.Seen
    Log<Ping>.Label <- "pings"
    printfn "%s; %s; %s; %s" Log<Order>.Summary Log<Ping>.Summary Log<string>.Summary Log<float>.Summary
    let lengths = Cache<string, int>(String.length)
    let names = Cache<int, string>(sprintf "no. %d")
    printfn "%A" [ lengths.Get "four"; lengths.Get "four"; lengths.Get "one" ]
    printfn "%A" [ names.Get 1; names.Get 2; Cache<int, string>(fun _ -> "unused").Get 1 ]
    printfn "%d %d %d %d" Cache<string, int>.Hits Cache<string, int>.Size Cache<int, string>.Hits Cache<int, string>.Size
    printfn "%O; %O" lengths names
    printfn "%O; %O" (Batch [ 1; 2 ]) (Batch [ [ 'a' ] ])
    for x in [ box [ 1; 2 ]; box [| "a"; "b" |]; box (ResizeArray [ 3 ]); box "text"; box (set [ 1 ]); box (Orders()); box 1 ] do
        printfn "%s" (describe x)
    0
