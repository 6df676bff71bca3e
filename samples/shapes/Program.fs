module Shapes.Program

open System
open Shapes

let shapes: Shape list =
    [ Circle 1.0; Rectangle(3.0, 4.5); Square 2.0; Circle(radius = 0.25) ]

for shape in shapes do
    printfn "%s" (shape.Describe())

printfn "%O" (shapes |> List.maxBy (fun s -> s.Area))
printfn "created so far: %d" Shape.Created

let classify (shape: Shape) =
    match shape with
    | :? Square as s -> sprintf "square of width %g" s.Width
    | :? Rectangle as r when r.Width < r.Height -> "tall rectangle"
    | :? Rectangle -> "wide rectangle"
    | :? Circle as c -> sprintf "circle of radius %g" c.Radius
    | _ -> "unknown"

shapes |> List.map classify |> List.iter (printfn "- %s")

let draw (thing: obj) =
    match thing with
    | :? IDrawable as d -> d.Draw()
    | :? string as text -> sprintf "\"%s\"" text
    | null -> "nothing"
    | _ -> "?"

// An object expression, with a closure over mutable state.
let blinking (frames: string list) =
    let mutable turn = 0

    { new IDrawable with
        member _.Draw() =
            let frame = frames[turn % frames.Length]
            turn <- turn + 1
            frame }

let cursor = blinking [ "_"; " "; "|" ]

let things: obj list = [ Circle 2.0; cursor; "text"; Square 1.0; cursor; (null: obj); cursor; cursor ]
printfn "%s" (things |> List.map draw |> String.concat " ")

// An object expression over an abstract class, calling its base.
let triangle a b c =
    { new Shape("triangle") with
        member _.Perimeter = a + b + c

        member this.Area =
            let s = this.Perimeter / 2.0
            sqrt (s * (s - a) * (s - b) * (s - c))

        member _.Describe() = base.Describe() + " (Heron)" }

let t = triangle 3.0 4.0 5.0
printfn "%s" (string t)
printfn "%s" (classify t)

let grow (shape: #IScalable<Circle>) n = shape.Scale(float n)

let grown = List.scan grow (Circle 1.0) [ 2; 3; 4 ]
printfn "%A" (grown |> List.map (fun c -> c.Radius))

let canvas = Canvas(12, 5, Title = "box")
canvas.Line(1, 0, 10)
canvas.Line(1, 4, 10, pen = '=')
canvas.Line(1, 1, 3, '|', true)
canvas.Line(10, 1, 3, vertical = true)
canvas[5, 2] <- '*'
printfn "%s: %d writes, centre '%c'" canvas.Title canvas.Writes canvas[5, 2]
canvas.Title <- canvas.Title.ToUpper()
canvas.Rows |> Array.iter (printfn "%s")
printfn "%s" canvas.Title

// Interfaces as dictionaries of behaviour; custom comparison through one.
let byPerimeter =
    { new System.Collections.Generic.IComparer<Shape> with
        member _.Compare(a, b) = compare a.Perimeter b.Perimeter }

let sorted = ResizeArray(shapes)
sorted.Sort byPerimeter
printfn "%s" (String.Join(" < ", sorted |> Seq.map (fun s -> sprintf "%s %.2f" s.Name s.Perimeter)))
printfn "created in all: %d" Shape.Created
