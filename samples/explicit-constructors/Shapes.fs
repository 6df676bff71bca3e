module Shapes
open System
type Shape(name: string) as this =
    let mutable seen = name
    static let all = ResizeArray<Shape>()
    do all.Add this
    member _.Seen with get() = seen and set v = seen <- v
    static member All = all
    abstract Describe: unit -> string
    default _.Describe() = "shape " + name
type Square =
    inherit Shape
    val Side: float
    new (side) = { inherit Shape("square"); Side = side }
    override this.Describe() = base.Describe() + " square " + string this.Side
type Box<'a> =
    inherit Shape
    val Item: 'a
    val mutable Tag: string
    new (item: 'a) = { inherit Shape("box"); Item = item; Tag = null }
    new (item: 'a, tag) as this = { inherit Shape("box"); Item = item; Tag = tag } then this.Tag <- this.Tag + "!"
    override this.Describe() = sprintf "box %A" this.Item
type Typed<'k>(k: 'k) =
    member _.Key = k
type IntTyped =
    inherit Typed<int>
    val More: string
    new (m) = { inherit Typed<int>(5); More = m }
    interface IDisposable with
        member this.Dispose() = printfn "disposed %s" this.More
[<AbstractClass>]
type Abs() =
    abstract Go: unit -> int
