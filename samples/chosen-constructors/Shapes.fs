module Shapes

type Shape(name: string, sides: int) =
    let mutable log = []
    do printfn "shape %s" name
    new(name: string) = Shape(name, 4)
    new(sides: int) =
        printfn "by sides"
        Shape("poly", sides)
        then printfn "after"
    member _.Sides = sides
    abstract Describe: unit -> string
    default this.Describe() = sprintf "%s/%d/%d" name sides (List.length log)
    member _.Log(s: string) = log <- s :: log

type Box<'T>(items: 'T list, label: string) =
    new(item: 'T) = Box([ item ], "one")
    member _.Label = label
    member _.Items = items

