module Constructors

open System

/// Several ways to make one thing, some of which go on after the object stands.
type Registry() =
    static let names = ResizeArray<string>()
    static member Register(name: string) = names.Add name
    static member Names = List.ofSeq names

type Box<'T>(first: 'T, capacity: int) =
    let items = ResizeArray [ first ]
    new(first: 'T) = Box<'T>(first, 1)

    new(items: 'T seq, label: string) as this =
        Box<'T>(Seq.head items, Seq.length items)
        then
            for item in Seq.tail items do
                this.Add item

            Registry.Register $"{label}:{this.Count}"

    member _.Capacity = capacity
    member _.Count = items.Count
    member _.Add(item: 'T) = items.Add item
    member _.Items = List.ofSeq items

type Person(name: string, age: int) =
    new(name: string) as this =
        Person(name, 0)
        then
            printfn "%s is %d" this.Name this.Age

    new(text: string, separator: char) =
        let parts = text.Split separator
        printfn "%d parts" parts.Length

        if parts.Length > 1 then
            Person(parts.[0], int parts.[1])
        else
            Person(text)

    member _.Name = name
    member _.Age = age

/// The object is used while it is being made.
type Counter(start: int) as me =
    let next = start + 1
    do printfn "starts with %d" (me.Next())
    new() = Counter(7)

    new(a, b) as self =
        Counter(a + b)
        then printfn "sum %d" (self.Next() + a)

    member _.Next() = next

/// No primary constructor.
type Point =
    val X: int
    val mutable Y: int
    new(x, y) = { X = x; Y = y }
    new(x) = Point(x, 0)

    new() as this =
        { X = 1; Y = 2 }
        then this.Y <- this.Y + 40

    override this.ToString() = $"({this.X}, {this.Y})"

[<EntryPoint>]
let main _ =
    printfn "%d %d" (Box 4).Capacity (Box("a", 3)).Count
    printfn "%A" (Box([ 1.5; 2.0; 3.0 ], "floats")).Items
    printfn "%A" (Box([ 'x' ], "chars")).Items
    printfn "%A" Registry.Names

    for text in [ "Ann,31"; "Bob" ] do
        let person = Person(text, ',')
        printfn "%s/%d" person.Name person.Age

    printfn "%d" (Counter().Next())
    printfn "%d" (Counter(2, 3).Next())
    printfn "%O %O" (Point()) (Point 3)

    try
        Person("Eve,many", ',') |> ignore
    with :? FormatException as error ->
        printfn "%s" error.Message

    0
