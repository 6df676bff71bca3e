namespace Microsoft.FSharp.Core.CompilerServices

/// What F# gathers the items of `[ ... ]` in; it may be used by hand.
type ListCollector<'T>() =
    let items = ResizeArray<'T>()
    member _.Add(value: 'T) : unit = items.Add value
    member _.AddMany(values: seq<'T>) : unit = items.AddRange values
    member _.Close() : 'T list =
        let all = List.ofSeq items
        items.Clear()
        all
    member this.AddManyAndClose(values: seq<'T>) : 'T list =
        items.AddRange values
        this.Close()

type ArrayCollector<'T>() =
    let items = ResizeArray<'T>()
    member _.Add(value: 'T) : unit = items.Add value
    member _.AddMany(values: seq<'T>) : unit = items.AddRange values
    member _.Close() : 'T[] =
        let all = items.ToArray()
        items.Clear()
        all
    member this.AddManyAndClose(values: seq<'T>) : 'T[] =
        items.AddRange values
        this.Close()
