namespace System.Collections.Generic

open System
open System.Collections
open System.Collections.Generic
open System.Runtime.InteropServices

[<AllowNullLiteral>]
type SortedList<'K, 'V>(items: seq<KeyValuePair<'K, 'V>>, comparer: IComparer<'K>) as this =
    let order = orStandard comparer
    let keys = ResizeArray<'K>()
    let values = ResizeArray<'V>()
    let mutable version = 0

    /// Where the key is, or the complement of where it belongs.
    let search (key: 'K) =
        checkKey key
        let rec halve low high =
            if low > high then
                ~~~low
            else
                let middle = low + (high - low) / 2
                match order.Compare(keys.[middle], key) with
                | 0 -> middle
                | side -> if side < 0 then halve (middle + 1) high else halve low (middle - 1)
        halve 0 (keys.Count - 1)

    let insert at key value =
        keys.Insert(at, key)
        values.Insert(at, value)
        version <- version + 1

    let within index =
        if index < 0 || index >= keys.Count then
            raise (ArgumentOutOfRangeException("index", index, "Index was out of range. Must be non-negative and less than the size of the collection."))

    do
        for KeyValue(key, value) in items do
            this.Add(key, value)

    new() = SortedList<'K, 'V>(Seq.empty, null)
    new(capacity: int) =
        checkNotNegative (capacity, "capacity")
        SortedList<'K, 'V>(Seq.empty, null)
    new(comparer: IComparer<'K>) = SortedList<'K, 'V>(Seq.empty, comparer)
    new(items: seq<KeyValuePair<'K, 'V>>) = SortedList<'K, 'V>(items, null)

    member _.Count = keys.Count
    member _.Comparer = order
    member _.Keys: IList<'K> = ResizeArray keys :> _
    member _.Values: IList<'V> = ResizeArray values :> _

    member _.Item
        with get (key: 'K): 'V =
            match search key with
            | at when at >= 0 -> values.[at]
            | _ -> missingKey key
        and set (key: 'K) (value: 'V) =
            match search key with
            | at when at >= 0 ->
                values.[at] <- value
                version <- version + 1
            | at -> insert ~~~at key value

    member _.Add(key: 'K, value: 'V) =
        match search key with
        | at when at >= 0 -> doubleKey key "key"
        | at -> insert ~~~at key value

    member this.TryAdd(key: 'K, value: 'V) =
        let isNew = search key < 0
        if isNew then this.Add(key, value)
        isNew

    member _.ContainsKey(key: 'K) = search key >= 0
    member _.ContainsValue(value: 'V) = values.Contains value
    member _.IndexOfKey(key: 'K) = max (search key) -1
    member _.IndexOfValue(value: 'V) = values.IndexOf value

    member _.TryGetValue(key: 'K, [<Out>] value: byref<'V>) : bool =
        let at = search key
        if at >= 0 then value <- values.[at]
        at >= 0

    member _.RemoveAt(index: int) =
        within index
        keys.RemoveAt index
        values.RemoveAt index
        version <- version + 1

    member this.Remove(key: 'K) : bool =
        let at = search key
        if at >= 0 then this.RemoveAt at
        at >= 0

    member _.GetKeyAtIndex(index: int) : 'K =
        within index
        keys.[index]

    member _.GetValueAtIndex(index: int) : 'V =
        within index
        values.[index]

    member _.Clear() =
        keys.Clear()
        values.Clear()
        version <- version + 1

    interface IEnumerable<KeyValuePair<'K, 'V>> with
        member _.GetEnumerator() : IEnumerator<KeyValuePair<'K, 'V>> =
            let entries =
                seq {
                    let started = version
                    for at in 0 .. keys.Count - 1 do
                        unchanged started version
                        yield KeyValuePair(keys.[at], values.[at])
                }
            entries.GetEnumerator()

        member this.GetEnumerator() : IEnumerator =
            (this :> IEnumerable<KeyValuePair<'K, 'V>>).GetEnumerator()
