namespace System.Collections.Generic

open System
open System.Collections
open System.Collections.Generic
open System.Runtime.InteropServices

[<AllowNullLiteral>]
type SortedSet<'T>(items: seq<'T>, comparer: IComparer<'T>) as this =
    let order = orStandard comparer
    let mutable root: SortedTree.Node<'T, unit> = null
    let mutable count = 0
    let mutable version = 0

    let walk nodes =
        seq {
            let started = version
            for node: SortedTree.Node<'T, unit> in nodes do
                unchanged started version
                yield node.Key
        }

    let asSet (other: seq<'T>) = SortedSet<'T>(other, order)
    do this.UnionWith items

    new() = SortedSet<'T>(Seq.empty, null)
    new(comparer: IComparer<'T>) = SortedSet<'T>(Seq.empty, comparer)
    new(items: seq<'T>) = SortedSet<'T>(items, null)

    member _.Count = count
    member _.Comparer = order
    member _.Min: 'T = if isNull root then Unchecked.defaultof<'T> else (SortedTree.least root).Key
    member _.Max: 'T = if isNull root then Unchecked.defaultof<'T> else (SortedTree.greatest root).Key
    member _.Contains(item: 'T) = not (isNull (SortedTree.find order item root))

    member this.Add(item: 'T) : bool =
        let isNew = not (this.Contains item)
        if isNew then
            root <- SortedTree.add order item () root
            count <- count + 1
            version <- version + 1
        isNew

    member this.Remove(item: 'T) : bool =
        let isThere = this.Contains item
        if isThere then
            root <- SortedTree.remove order item root
            count <- count - 1
            version <- version + 1
        isThere

    member _.TryGetValue(equalValue: 'T, [<Out>] actualValue: byref<'T>) : bool =
        match SortedTree.find order equalValue root with
        | null -> false
        | node ->
            actualValue <- node.Key
            true

    member _.Clear() =
        root <- null
        count <- 0
        version <- version + 1

    member this.RemoveWhere(test: Predicate<'T>) : int =
        let doomed = this |> Seq.filter test.Invoke |> Seq.toArray
        for item in doomed do this.Remove item |> ignore
        doomed.Length

    member this.UnionWith(other: seq<'T>) =
        for item in other do this.Add item |> ignore

    member this.ExceptWith(other: seq<'T>) =
        for item in Seq.toArray other do this.Remove item |> ignore

    member this.IntersectWith(other: seq<'T>) =
        let kept = asSet other
        this.RemoveWhere(fun item -> not (kept.Contains item)) |> ignore

    member this.SymmetricExceptWith(other: seq<'T>) =
        for item in asSet other do
            if not (this.Remove item) then this.Add item |> ignore

    member _.IsSubsetOf(other: seq<'T>) = let other = asSet other in walk (SortedTree.nodes root) |> Seq.forall other.Contains
    member this.IsSupersetOf(other: seq<'T>) = other |> Seq.forall this.Contains
    member this.IsProperSubsetOf(other: seq<'T>) = count < (asSet other).Count && this.IsSubsetOf other
    member this.IsProperSupersetOf(other: seq<'T>) = count > (asSet other).Count && this.IsSupersetOf other
    member this.Overlaps(other: seq<'T>) = other |> Seq.exists this.Contains
    member this.SetEquals(other: seq<'T>) = count = (asSet other).Count && this.IsSupersetOf other
    member _.Reverse() : seq<'T> = walk (SortedTree.nodesBack root)

    member _.GetViewBetween(lowerValue: 'T, upperValue: 'T) : SortedSet<'T> =
        if order.Compare(lowerValue, upperValue) > 0 then
            invalidArg "lowerValue" "Must be less than or equal to upperValue."
        walk (SortedTree.nodes root)
        |> Seq.filter (fun item -> order.Compare(lowerValue, item) <= 0 && order.Compare(item, upperValue) <= 0)
        |> asSet

    member this.CopyTo(array: 'T[]) = this.CopyTo(array, 0)
    member _.CopyTo(array: 'T[], index: int) = walk (SortedTree.nodes root) |> copyInto (array, index, count)

    interface IEnumerable<'T> with
        member _.GetEnumerator() : IEnumerator<'T> = (walk (SortedTree.nodes root)).GetEnumerator()
        member this.GetEnumerator() : IEnumerator = (this :> IEnumerable<'T>).GetEnumerator()

    interface ICollection<'T> with
        member _.Count = count
        member _.IsReadOnly = false
        member this.Add item = this.Add item |> ignore
        member this.Remove item = this.Remove item
        member this.Contains item = this.Contains item
        member this.Clear() = this.Clear()
        member this.CopyTo(array, index) = this.CopyTo(array, index)
