module StructCopies

/// Structs whose fields change: who has a copy, and who the same one.
[<Struct>]
type Vector =
    val mutable X: int
    val mutable Y: int
    new(x, y) = { X = x; Y = y }

[<Struct>]
type Particle =
    { mutable Position: Vector
      mutable Mass: float }

    member this.Grow by = this.Mass <- this.Mass + by

type Body(start: Vector) =
    let mutable position = start

    member _.Position
        with get () = position
        and set value = position <- value

    member _.Step() = position.X <- position.X + 1

type Change =
    static member Heavier(particle: byref<Particle>) = particle.Mass <- particle.Mass * 2.0
    static member Moved(particle: Particle) =
        let mutable moved = particle
        moved.Position.X <- moved.Position.X + 100
        moved

let variables () =
    let mutable a = Vector(1, 2)
    let mutable b = a
    b.X <- 10
    printfn "%d %d" a.X b.X
    let mutable p = { Position = a; Mass = 1.5 }
    let mutable q = p
    q.Position.X <- 7
    q.Mass <- 2.5
    a.Y <- 99
    printfn "%d %d %d %.1f %.1f" p.Position.X q.Position.X p.Position.Y p.Mass q.Mass
    Change.Heavier &p
    p.Grow 0.25
    let moved = Change.Moved p
    printfn "%.2f %d %d" p.Mass p.Position.X moved.Position.X
    let fixedOne = p
    p.Mass <- 0.0
    printfn "%.2f %.2f" fixedOne.Mass p.Mass

let collections () =
    let points = [| Vector(1, 1); Vector(2, 2) |]
    let mutable first = points.[0]
    first.X <- 50
    points.[1].X <- 42
    printfn "%d %d %d" points.[0].X first.X points.[1].X
    points.[0] <- first
    first.X <- 51
    points.[1].Y <- 43
    printfn "%d %d" points.[0].X points.[1].Y
    let list = ResizeArray [ first ]
    let mutable inList = list.[0]
    inList.X <- 1000
    list.Add inList
    inList.X <- 1001
    printfn "%A" [ for point in list -> point.X ]
    let some = Some first
    let pair = (first, 1)
    first.X <- 0
    printfn "%d %d" some.Value.X (fst pair).X
    for point in points do
        let mutable own = point
        own.X <- -1
    printfn "%A" (points |> Array.map (fun point -> point.X))
    let table = dict [ "a", first ]
    let mutable found = table.["a"]
    found.Y <- 5
    printfn "%d %d" table.["a"].Y found.Y

let mutable shared = Vector(3, 3)

let objects () =
    let body = Body shared
    body.Step()
    printfn "%d %d" body.Position.X shared.X
    shared <- body.Position
    shared.X <- 20
    body.Step()
    printfn "%d %d" body.Position.X shared.X
    body.Position <- shared
    shared.X <- 21
    printfn "%d" body.Position.X
    let mutable counted = Vector(0, 0)
    let add = fun (v: Vector) -> Vector(v.X + 1, v.Y)
    for _ in 1..3 do
        counted <- add counted
    let copies = List.init 3 (fun i -> let mutable each = counted in each.X <- each.X * i; each)
    printfn "%d %A" counted.X [ for copy in copies -> copy.X ]

[<EntryPoint>]
let main _ =
    variables ()
    collections ()
    objects ()
    0
