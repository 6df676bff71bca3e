namespace System.Collections.Concurrent

open System
open System.Collections
open System.Collections.Generic
open System.Runtime.InteropServices

// Guest threads take turns at points where they wait, so that the plain collections are safe to share.

[<AllowNullLiteral>]
type ConcurrentDictionary<'K, 'V when 'K: equality>(items: seq<KeyValuePair<'K, 'V>>) =
    let entries = Dictionary<'K, 'V>()
    do
        for KeyValue(key, value) in items do
            entries.Add(key, value)

    new() = ConcurrentDictionary<'K, 'V>(Seq.empty)
    new(_concurrencyLevel: int, _capacity: int) = ConcurrentDictionary<'K, 'V>(Seq.empty)

    member _.Count = entries.Count
    member _.IsEmpty = entries.Count = 0
    member _.Keys: ICollection<'K> = ResizeArray entries.Keys :> _
    member _.Values: ICollection<'V> = ResizeArray entries.Values :> _

    member _.Item
        with get (key: 'K): 'V = entries.[key]
        and set (key: 'K) (value: 'V) = entries.[key] <- value

    member _.ContainsKey(key: 'K) = entries.ContainsKey key
    member _.TryAdd(key: 'K, value: 'V) = entries.TryAdd(key, value)

    member _.TryGetValue(key: 'K, [<Out>] value: byref<'V>) : bool =
        let found = entries.ContainsKey key
        if found then value <- entries.[key]
        found

    member _.TryRemove(key: 'K, [<Out>] value: byref<'V>) : bool =
        let found = entries.ContainsKey key
        if found then
            value <- entries.[key]
            entries.Remove key |> ignore
        found

    member _.TryUpdate(key: 'K, newValue: 'V, comparisonValue: 'V) : bool =
        let same = entries.ContainsKey key && Unchecked.equals entries.[key] comparisonValue
        if same then entries.[key] <- newValue
        same

    member this.GetOrAdd(key: 'K, value: 'V) : 'V = this.GetOrAdd(key, (fun _ -> value))

    member _.GetOrAdd(key: 'K, valueFactory: Func<'K, 'V>) : 'V =
        if not (entries.ContainsKey key) then
            let value = valueFactory.Invoke key
            entries.TryAdd(key, value) |> ignore
        entries.[key]

    member this.AddOrUpdate(key: 'K, addValue: 'V, updateValueFactory: Func<'K, 'V, 'V>) : 'V =
        this.AddOrUpdate(key, (fun _ -> addValue), updateValueFactory)

    member _.AddOrUpdate(key: 'K, addValueFactory: Func<'K, 'V>, updateValueFactory: Func<'K, 'V, 'V>) : 'V =
        let value = if entries.ContainsKey key then updateValueFactory.Invoke(key, entries.[key]) else addValueFactory.Invoke key
        entries.[key] <- value
        value

    member _.Clear() = entries.Clear()
    member _.ToArray() = Seq.toArray entries

    interface IEnumerable<KeyValuePair<'K, 'V>> with
        member _.GetEnumerator() : IEnumerator<KeyValuePair<'K, 'V>> = (Seq.toArray entries :> seq<_>).GetEnumerator()
        member this.GetEnumerator() : IEnumerator = (this :> IEnumerable<KeyValuePair<'K, 'V>>).GetEnumerator()

[<AllowNullLiteral>]
type ConcurrentQueue<'T>(items: seq<'T>) =
    let queue = Queue<'T> items

    new() = ConcurrentQueue<'T>(Seq.empty)

    member _.Count = queue.Count
    member _.IsEmpty = queue.Count = 0
    member _.Enqueue(item: 'T) = queue.Enqueue item
    member _.Clear() = queue.Clear()
    member _.ToArray() = queue.ToArray()

    member _.TryDequeue([<Out>] result: byref<'T>) : bool =
        let found = queue.Count > 0
        if found then result <- queue.Dequeue()
        found

    member _.TryPeek([<Out>] result: byref<'T>) : bool =
        let found = queue.Count > 0
        if found then result <- queue.Peek()
        found

    interface IEnumerable<'T> with
        member _.GetEnumerator() : IEnumerator<'T> = (queue.ToArray() :> seq<'T>).GetEnumerator()
        member this.GetEnumerator() : IEnumerator = (this :> IEnumerable<'T>).GetEnumerator()

/// What stands under the collections that give the last item first.
[<AbstractClass; AllowNullLiteral>]
type LastFirst<'T>(items: seq<'T>) =
    let stack = Stack<'T> items

    member _.Count = stack.Count
    member _.IsEmpty = stack.Count = 0
    member _.Clear() = stack.Clear()
    member _.ToArray() = stack.ToArray()
    member internal _.Put(item: 'T) = stack.Push item

    member internal _.TryGet([<Out>] result: byref<'T>) : bool =
        let found = stack.Count > 0
        if found then result <- stack.Pop()
        found

    member _.TryPeek([<Out>] result: byref<'T>) : bool =
        let found = stack.Count > 0
        if found then result <- stack.Peek()
        found

    interface IEnumerable<'T> with
        member _.GetEnumerator() : IEnumerator<'T> = (stack.ToArray() :> seq<'T>).GetEnumerator()
        member this.GetEnumerator() : IEnumerator = (this :> IEnumerable<'T>).GetEnumerator()

[<AllowNullLiteral>]
type ConcurrentStack<'T>(items: seq<'T>) =
    inherit LastFirst<'T>(items)

    new() = ConcurrentStack<'T>(Seq.empty)

    member this.Push(item: 'T) = this.Put item
    member this.PushRange(items: 'T[]) = for item in items do this.Put item
    member this.TryPop([<Out>] result: byref<'T>) : bool = this.TryGet(&result)

/// As .NET's is for one thread: the last that came is the first to go.
[<AllowNullLiteral>]
type ConcurrentBag<'T>(items: seq<'T>) =
    inherit LastFirst<'T>(items)

    new() = ConcurrentBag<'T>(Seq.empty)

    member this.Add(item: 'T) = this.Put item
    member this.TryTake([<Out>] result: byref<'T>) : bool = this.TryGet(&result)
