namespace System.Collections.Generic

open System.Collections.Generic
open System.Runtime.InteropServices

/// .NET's queue: a heap of four children for each node, so that elements of equal priority leave in .NET's order.
[<AllowNullLiteral>]
type PriorityQueue<'TElement, 'TPriority>(items: seq<struct ('TElement * 'TPriority)>, comparer: IComparer<'TPriority>) =
    let comparer = orStandard comparer
    let nodes = ResizeArray<struct ('TElement * 'TPriority)> items
    let mutable version = 0

    let before (struct (_, a): struct ('TElement * 'TPriority)) (struct (_, b): struct ('TElement * 'TPriority)) = comparer.Compare(a, b) < 0

    let rec moveUp node at =
        let parent = (at - 1) >>> 2
        if at > 0 && before node nodes.[parent] then
            nodes.[at] <- nodes.[parent]
            moveUp node parent
        else
            nodes.[at] <- node

    let leastChild at =
        let first = (at <<< 2) + 1
        let mutable least = first
        for child in first + 1 .. min (first + 3) (nodes.Count - 1) do
            if before nodes.[child] nodes.[least] then least <- child
        least

    let rec moveDown node at =
        let child = if (at <<< 2) + 1 < nodes.Count then leastChild at else -1
        if child >= 0 && before nodes.[child] node then
            nodes.[at] <- nodes.[child]
            moveDown node child
        else
            nodes.[at] <- node

    let heapify () =
        for at in (nodes.Count - 2) >>> 2 .. -1 .. 0 do
            moveDown nodes.[at] at

    let add node =
        version <- version + 1
        nodes.Add node
        moveUp node (nodes.Count - 1)

    let removeFirst () =
        version <- version + 1
        let first = nodes.[0]
        let last = nodes.[nodes.Count - 1]
        nodes.RemoveAt(nodes.Count - 1)
        if nodes.Count > 0 then moveDown last 0
        first

    let filled () = if nodes.Count = 0 then invalidOp "Queue empty."

    do heapify ()

    new() = PriorityQueue<'TElement, 'TPriority>(Seq.empty, null)
    new(initialCapacity: int) = PriorityQueue<'TElement, 'TPriority>(initialCapacity, null)
    new(comparer: IComparer<'TPriority>) = PriorityQueue<'TElement, 'TPriority>(Seq.empty, comparer)
    new(initialCapacity: int, comparer: IComparer<'TPriority>) =
        checkNotNegative (initialCapacity, "initialCapacity")
        PriorityQueue<'TElement, 'TPriority>(Seq.empty, comparer)
    new(items: seq<struct ('TElement * 'TPriority)>) = PriorityQueue<'TElement, 'TPriority>(items, null)

    member _.Count = nodes.Count
    member _.Comparer = comparer
    member _.Enqueue(element: 'TElement, priority: 'TPriority) = add (struct (element, priority))

    member _.EnqueueRange(items: seq<struct ('TElement * 'TPriority)>) =
        if nodes.Count = 0 then
            version <- version + 1
            nodes.AddRange items
            heapify ()
        else
            for item in items do add item

    member this.EnqueueRange(elements: seq<'TElement>, priority: 'TPriority) =
        this.EnqueueRange(elements |> Seq.map (fun element -> struct (element, priority)) |> Seq.toArray)

    member _.Dequeue() : 'TElement =
        filled ()
        let struct (element, _) = removeFirst ()
        element

    member _.Peek() : 'TElement =
        filled ()
        let struct (element, _) = nodes.[0]
        element

    member _.TryDequeue([<Out>] element: byref<'TElement>, [<Out>] priority: byref<'TPriority>) : bool =
        if nodes.Count = 0 then
            false
        else
            let struct (first, itsPriority) = removeFirst ()
            element <- first
            priority <- itsPriority
            true

    member _.TryPeek([<Out>] element: byref<'TElement>, [<Out>] priority: byref<'TPriority>) : bool =
        if nodes.Count = 0 then
            false
        else
            let struct (first, itsPriority) = nodes.[0]
            element <- first
            priority <- itsPriority
            true

    member this.EnqueueDequeue(element: 'TElement, priority: 'TPriority) : 'TElement =
        let node = struct (element, priority)
        if nodes.Count > 0 && before nodes.[0] node then
            let struct (first, _) = nodes.[0]
            version <- version + 1
            moveDown node 0
            first
        else
            element

    member _.DequeueEnqueue(element: 'TElement, priority: 'TPriority) : 'TElement =
        filled ()
        let struct (first, _) = nodes.[0]
        version <- version + 1
        moveDown (struct (element, priority)) 0
        first

    member _.Remove(element: 'TElement, [<Out>] removed: byref<'TElement>, [<Out>] priority: byref<'TPriority>) : bool =
        let at = nodes.FindIndex(fun (struct (candidate, _)) -> same candidate element)
        if at < 0 then
            false
        else
            let struct (found, itsPriority) = nodes.[at]
            removed <- found
            priority <- itsPriority
            version <- version + 1
            let last = nodes.[nodes.Count - 1]
            nodes.RemoveAt(nodes.Count - 1)
            if at < nodes.Count then
                if before last (struct (found, itsPriority)) then moveUp last at else moveDown last at
            true

    member _.Clear() =
        version <- version + 1
        nodes.Clear()

    member _.EnsureCapacity(capacity: int) = max capacity nodes.Count
    member _.TrimExcess() = ()

    /// Elements and priorities in the heap's order.
    member _.UnorderedItems: seq<struct ('TElement * 'TPriority)> =
        seq {
            let started = version
            for at in 0 .. nodes.Count - 1 do
                unchanged started version
                yield nodes.[at]
        }
