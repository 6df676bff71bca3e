namespace Shapes

open System

type IDrawable =
    abstract Draw: unit -> string

type IScalable<'T> =
    abstract Scale: factor: float -> 'T

[<AbstractClass>]
type Shape(name: string) =
    static let mutable created = 0
    do created <- created + 1

    static member Created = created
    member _.Name = name
    abstract Area: float
    abstract Perimeter: float
    abstract Describe: unit -> string
    default this.Describe() = sprintf "%s with area %.2f and perimeter %.2f" name this.Area this.Perimeter
    override this.ToString() = "<" + this.Describe() + ">"

type Circle(radius: float) =
    inherit Shape("circle")
    member _.Radius = radius
    override _.Area = Math.PI * radius * radius
    override _.Perimeter = 2.0 * Math.PI * radius

    interface IDrawable with
        member _.Draw() = "( )"

    interface IScalable<Circle> with
        member _.Scale factor = Circle(radius * factor)

type Rectangle(name: string, width: float, height: float) =
    inherit Shape(name)
    new(width, height) = Rectangle("rectangle", width, height)
    member _.Width = width
    member _.Height = height
    override _.Area = width * height
    override _.Perimeter = 2.0 * (width + height)

    interface IDrawable with
        member this.Draw() = if this.Width > this.Height then "[==]" else "[]"

type Square(side: float) =
    inherit Rectangle("square", side, side)
    override _.Describe() = sprintf "%s, side %.1f" (base.Describe()) side

/// A counter with properties, indexers and an event-like hook.
type Canvas(columns: int, rows: int) =
    let cells = Array.init rows (fun _ -> Array.create columns '.')
    let mutable writes = 0

    member val Title = "untitled" with get, set
    member _.Writes = writes

    member _.Item
        with get (x, y) = cells[y][x]
        and set (x, y) value =
            writes <- writes + 1
            cells[y][x] <- value

    member this.Line(x, y, length, ?pen: char, ?vertical: bool) =
        let pen = defaultArg pen '#'
        let vertical = defaultArg vertical false

        for i in 0 .. length - 1 do
            if vertical then
                this[x, y + i] <- pen
            else
                this[x + i, y] <- pen

    member _.Rows = cells |> Array.map String
