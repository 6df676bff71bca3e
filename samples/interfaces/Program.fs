/// Interfaces whose members have one name on one class, with properties, indexers, optional arguments, overloads, events and generic members.
module Interfaces

open System
type IShape =
    abstract Area: float
    abstract Name: string with get, set
    abstract Scale: float -> IShape
    abstract Item: int -> int with get
    abstract Describe: ?prefix: string -> string
    abstract Overload: int -> string
    abstract Overload: string -> string
    abstract Overload: int * int -> string
type IExtra<'T> =
    inherit IShape
    abstract Get: unit -> 'T
    abstract Pair: 'U -> 'T * 'U
type INotify =
    [<CLIEvent>]
    abstract Changed: IEvent<EventHandler<EventArgs>, EventArgs>
type Sq(side: float) =
    let mutable name = "sq"
    let changed = Event<EventHandler<EventArgs>, EventArgs>()
    member this.Fire() = changed.Trigger(this, EventArgs.Empty)
    interface IExtra<string> with
        member _.Area = side * side
        member _.Name with get () = name and set v = name <- v
        member _.Scale k = new Sq(side * k) :> IShape
        member _.Item with get i = i * 2
        member _.Describe(?prefix) = (defaultArg prefix "a") + " square"
        member _.Overload(x: int) = sprintf "int %d" x
        member _.Overload(x: string) = "string " + x
        member _.Overload(x: int, y: int) = sprintf "pair %d %d" x y
        member _.Get() = "got"
        member _.Pair u = "left", u
    interface INotify with
        [<CLIEvent>]
        member _.Changed = changed.Publish
    interface IDisposable with
        member _.Dispose() = printfn "disposed"
let use1 (s: IShape) =
    s.Name <- s.Name + "!"
    printfn "%g %s %g %d %s %s" s.Area s.Name (s.Scale 2.0).Area s.[21] (s.Describe()) (s.Describe "the")
    printfn "%s %s %s" (s.Overload 1) (s.Overload "x") (s.Overload(1, 2))
do
    use sq = new Sq 3.0
    use1 sq
    let e = sq :> IExtra<string>
    printfn "%s %A %A" (e.Get()) (e.Pair 5) (e.Pair [ 'c' ])
    (sq :> INotify).Changed.Add(fun _ -> printfn "changed")
    sq.Fire()
let inline area (x: ^T when ^T :> IShape) = x.Area
printfn "%g" (area (new Sq 4.0))
let shapes: IShape list = [ new Sq 1.0; { new IExtra<int> with
                                              member _.Get() = 3
                                              member _.Pair u = 3, u
                                            interface IShape with
                                              member _.Area = 9.5
                                              member _.Name with get () = "obj" and set _ = ()
                                              member this.Scale _ = this
                                              member _.Item with get i = -i
                                              member _.Describe(?p) = sprintf "%A" p
                                              member _.Overload(x: int) = "1"
                                              member _.Overload(x: string) = "2"
                                              member _.Overload(x: int, y: int) = "3" } ]
shapes |> List.sumBy (fun s -> s.Area) |> printfn "%g"
shapes |> List.map _.Name |> printfn "%A"
for s in shapes do
    use1 s
    match s with
    | :? INotify -> printfn "notifies"
    | _ -> printfn "plain"
type Visitor<'R> =
    abstract Visit: Node -> 'R
and Node(v: int, kids: Node list) =
    member _.V = v
    member _.Kids = kids
    member this.Accept(visitor: Visitor<'R>) = visitor.Visit this
let sum = { new Visitor<int> with member this.Visit n = n.V + (n.Kids |> List.sumBy (fun k -> k.Accept this)) }
printfn "%d" (Node(1, [ Node(2, []); Node(3, [ Node(4, []) ]) ]).Accept sum)
[<Interface>]
type ILog =
    abstract Log: string -> unit
[<Interface>]
type IDb =
    abstract Log: string -> unit
    abstract Query: int -> string
type Env() =
    interface ILog with
        member _.Log s = printfn "log %s" s
    interface IDb with
        member _.Log s = printfn "db %s" s
        member _.Query n = string n
let run (env: 'E when 'E :> ILog and 'E :> IDb) =
    (env :> ILog).Log "one"
    (env :> IDb).Log(env.Query 3)
run (Env())
type Counter() =
    let mutable n = 0
    interface System.Collections.Generic.IEnumerable<int> with
        member _.GetEnumerator() : System.Collections.Generic.IEnumerator<int> = (seq { 1..3 }).GetEnumerator()
    interface System.Collections.IEnumerable with
        member _.GetEnumerator() : System.Collections.IEnumerator = (seq { 1..3 }).GetEnumerator() :> _
printfn "%A" (Seq.toList (Counter()))

type IShow = abstract Show: unit -> string
type IShow2 = abstract Show: unit -> string
type INamed = abstract Name: string with get
[<AbstractClass>]
type Base() =
    abstract Name: string
    abstract Show: unit -> string
    default _.Show() = "base"
type Dog(n: string) =
    member _.Name = n
    member this.Show() = "own " + this.Name
    interface INamed with
        member this.Name = "named " + this.Name
    interface IShow with
        member this.Show() = "1 " + this.Show()
    interface IShow2 with
        member this.Show() = "2 " + this.Show()
type Cat() =
    inherit Base()
    override _.Name = "cat"
    override _.Show() = "own cat"
    interface INamed with
        member this.Name = "named " + this.Name
    interface IShow with
        member this.Show() = "I " + this.Show()
let d = Dog "Rex"
printfn "%s" ((d :> IShow).Show())
printfn "%s" ((d :> IShow2).Show())
let c = Cat()
printfn "%s %s" c.Name (c.Show())
printfn "%s %s" (c :> INamed).Name ((c :> IShow).Show())
printfn "%s" ((c :> Base).Show())
let o =
    { new IShow with
        member _.Show() = "o1"
      interface IShow2 with
        member _.Show() = "o2" }
printfn "%s %s" (o.Show()) ((o :?> IShow2).Show())
