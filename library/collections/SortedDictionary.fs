namespace System.Collections.Generic

open System
open System.Collections
open System.Collections.Generic
open System.Runtime.InteropServices

[<AllowNullLiteral>]
type SortedDictionary<'K, 'V>(items: seq<KeyValuePair<'K, 'V>>, comparer: IComparer<'K>) as this =
    let order = orStandard comparer
    let mutable root: SortedTree.Node<'K, 'V> = null
    let mutable count = 0
    let mutable version = 0

    let find (key: 'K) =
        checkKey key
        SortedTree.find order key root

    let set key value isNew =
        root <- SortedTree.add order key value root
        if isNew then count <- count + 1
        version <- version + 1

    let entries () =
        seq {
            let started = version
            for node in SortedTree.nodes root do
                unchanged started version
                yield node
        }

    do
        for KeyValue(key, value) in items do
            this.Add(key, value)

    new() = SortedDictionary<'K, 'V>(Seq.empty, null)
    new(comparer: IComparer<'K>) = SortedDictionary<'K, 'V>(Seq.empty, comparer)
    new(items: seq<KeyValuePair<'K, 'V>>) = SortedDictionary<'K, 'V>(items, null)

    member _.Count = count
    member _.Comparer = order

    member _.Item
        with get (key: 'K): 'V =
            match find key with
            | null -> missingKey key
            | node -> node.Value
        and set (key: 'K) (value: 'V) = set key value (isNull (find key))

    member _.Add(key: 'K, value: 'V) =
        if not (isNull (find key)) then doubleKey (String.Format("[{0}, {1}]", key, value)) null
        set key value true

    member _.TryAdd(key: 'K, value: 'V) =
        let isNew = isNull (find key)
        if isNew then set key value true
        isNew

    member _.ContainsKey(key: 'K) = not (isNull (find key))
    member _.ContainsValue(value: 'V) = SortedTree.nodes root |> Seq.exists (fun node -> same node.Value value)

    member _.TryGetValue(key: 'K, [<Out>] value: byref<'V>) : bool =
        match find key with
        | null -> false
        | node ->
            value <- node.Value
            true

    member _.Remove(key: 'K) : bool =
        match find key with
        | null -> false
        | _ ->
            root <- SortedTree.remove order key root
            count <- count - 1
            version <- version + 1
            true

    member _.Clear() =
        root <- null
        count <- 0
        version <- version + 1

    member _.Keys: ICollection<'K> = entries () |> Seq.map (fun node -> node.Key) |> ResizeArray :> _
    member _.Values: ICollection<'V> = entries () |> Seq.map (fun node -> node.Value) |> ResizeArray :> _

    member this.CopyTo(array: KeyValuePair<'K, 'V>[], index: int) = copyInto (array, index, count) this

    interface IEnumerable<KeyValuePair<'K, 'V>> with
        member _.GetEnumerator() : IEnumerator<KeyValuePair<'K, 'V>> =
            (entries () |> Seq.map (fun node -> KeyValuePair(node.Key, node.Value))).GetEnumerator()

        member this.GetEnumerator() : IEnumerator =
            (this :> IEnumerable<KeyValuePair<'K, 'V>>).GetEnumerator()
