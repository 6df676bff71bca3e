/// Types as values: names, records, unions, tuples and functions by reflection.
module Catalogue.Program

open System
open FSharp.Reflection

type Money = { Amount: decimal; Currency: string }
type Item = { Id: int; Name: string; Price: Money; Tags: string list }
type Shape =
    | Circle of radius: float
    | Box of width: float * height: float
    | Empty
type Pair<'A, 'B> = { First: 'A; Second: 'B }
type Level = Low = 1 | High = 5
exception Rejected of reason: string
type Animal() =
    abstract Sound: string
    default _.Sound = "?"
type Dog() =
    inherit Animal()
    override _.Sound = "woof"

/// A flat description of any record, nested records by path.
let rec describe (path: string) (t: Type) (value: obj) : string list =
    if FSharpType.IsRecord t then
        FSharpType.GetRecordFields t
        |> Array.toList
        |> List.collect (fun field -> describe (path + "." + field.Name) field.PropertyType (field.GetValue value))
    else
        [ sprintf "%s: %s = %O" path t.Name value ]

let caseText (shape: Shape) =
    let case, fields = FSharpValue.GetUnionFields(shape, typeof<Shape>)
    let parts = Array.map2 (fun (p: Reflection.PropertyInfo) (v: obj) -> sprintf "%s=%O" p.Name v) (case.GetFields()) fields
    sprintf "%d %s(%s)" case.Tag case.Name (String.concat ", " parts)

let nameOf<'T> = typeof<'T>.Name
let kind (x: 'T) = if FSharpType.IsUnion typeof<'T> then "union" elif FSharpType.IsRecord typeof<'T> then "record" else typeof<'T>.Name

[<EntryPoint>]
let main _ =
    let item = { Id = 7; Name = "Lamp"; Price = { Amount = 12.50m; Currency = "EUR" }; Tags = [ "new" ] }
    for line in describe "item" typeof<Item> item do printfn "%s" line
    for shape in [ Circle 1.5; Box(2.0, 3.0); Empty ] do printfn "%s" (caseText shape)
    printfn "%A" (FSharpType.GetUnionCases typeof<Shape> |> Array.map (fun c -> c.Name))

    let rebuilt = FSharpValue.MakeRecord(typeof<Money>, [| box 3m; box "USD" |]) :?> Money
    printfn "%A" rebuilt
    let box' = FSharpValue.MakeUnion((FSharpType.GetUnionCases typeof<Shape>).[1], [| box 4.0; box 5.0 |]) :?> Shape
    printfn "%A %b" box' (box' = Box(4.0, 5.0))
    let pair = FSharpValue.MakeTuple([| box 1; box "a" |], typeof<int * string>) :?> (int * string)
    printfn "%A %A" pair (FSharpValue.GetTupleFields(box (1.5, 'c')))
    let domain, range = FSharpType.GetFunctionElements typeof<int -> string>
    printfn "%s -> %s" domain.Name range.Name

    printfn "%s %s %s" typeof<Item>.FullName typeof<Item>.Name typeof<Item>.Namespace
    printfn "%s %s %s" (nameOf<int>) (nameOf<Shape>) (nameOf<int list>)
    printfn "%O %O" typeof<Pair<int, string>> typeof<Map<string, int>>
    printfn "%s %s" typeof<int[]>.Name typeof<Level>.FullName
    printfn "%s %s %s" (kind item) (kind (Circle 1.0)) (kind 3.5)
    printfn "%b %b" (typeof<int> = typeof<int>) (typeof<int list> = typeof<string list>)
    printfn "%b %b" (typedefof<int list> = typedefof<string list>) (typeof<int list>.GetGenericTypeDefinition() = typedefof<float list>)
    printfn "%b %b %b" (typeof<int list>.IsGenericType) (typeof<int[]>.IsArray) (typeof<Level>.IsEnum)
    printfn "%s %A" (typeof<Pair<int, string>>.Name) (typeof<Pair<int, string>>.GenericTypeArguments |> Array.map (fun t -> t.Name))
    printfn "%A %s" (Enum.GetNames typeof<Level>) (Enum.GetName(typeof<Level>, Level.High))
    printfn "%A %b" (Enum.Parse(typeof<Level>, "Low") :?> Level) (Enum.IsDefined(typeof<Level>, 5))

    let values: obj list = [ box 1; box 2.5; box "s"; box 'c'; box [ 1 ]; box item; box (Dog()) ]
    for value in values do printf "%s " (value.GetType().Name)
    printfn ""
    let caught = try failwith "no" with e -> e.GetType().FullName
    printfn "%s %s" caught (try raise (Rejected "late") with e -> e.GetType().FullName)
    printfn "%b %b" (typeof<Dog>.IsSubclassOf typeof<Animal>) (typeof<Animal>.IsSubclassOf typeof<Dog>)
    0
