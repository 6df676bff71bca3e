namespace System.Collections.Generic

open System
open System.Collections
open System.Collections.Generic

[<AllowNullLiteral>]
type LinkedListNode<'T>(value: 'T) =
    let mutable value = value

    [<DefaultValue(false)>]
    val mutable internal owner: LinkedList<'T>

    [<DefaultValue(false)>]
    val mutable internal after: LinkedListNode<'T>

    [<DefaultValue(false)>]
    val mutable internal before: LinkedListNode<'T>

    member _.Value
        with get () = value
        and set (next: 'T) = value <- next

    member this.Next = this.after
    member this.Previous = this.before
    member this.List = this.owner

and [<AllowNullLiteral>] LinkedList<'T>(items: seq<'T>) as this =
    let mutable first: LinkedListNode<'T> = null
    let mutable last: LinkedListNode<'T> = null
    let mutable count = 0
    let mutable version = 0

    do
        for item in items do
            this.AddLast item |> ignore

    new() = LinkedList<'T>(Seq.empty)

    member _.Count = count
    member _.First = first
    member _.Last = last

    member private this.Check(node: LinkedListNode<'T>) =
        if isNull node then nullArg "node"
        if not (obj.ReferenceEquals(node.owner, this)) then
            invalidOp "The LinkedList node does not belong to current LinkedList."

    /// Puts a free node between two neighbours, either of which may be the list's end.
    member private this.Link(before: LinkedListNode<'T>, node: LinkedListNode<'T>, after: LinkedListNode<'T>) =
        if isNull node then nullArg "node"
        if not (isNull node.owner) then invalidOp "The LinkedList node already belongs to a LinkedList."
        node.owner <- this
        node.before <- before
        node.after <- after
        if isNull before then first <- node else before.after <- node
        if isNull after then last <- node else after.before <- node
        count <- count + 1
        version <- version + 1

    member this.AddFirst(node: LinkedListNode<'T>) : unit = this.Link(null, node, first)
    member this.AddLast(node: LinkedListNode<'T>) : unit = this.Link(last, node, null)

    member this.AddFirst(value: 'T) : LinkedListNode<'T> =
        let node = LinkedListNode value
        this.Link(null, node, first)
        node

    member this.AddLast(value: 'T) : LinkedListNode<'T> =
        let node = LinkedListNode value
        this.Link(last, node, null)
        node

    member this.AddBefore(at: LinkedListNode<'T>, node: LinkedListNode<'T>) : unit =
        this.Check at
        this.Link(at.Previous, node, at)

    member this.AddAfter(at: LinkedListNode<'T>, node: LinkedListNode<'T>) : unit =
        this.Check at
        this.Link(at, node, at.Next)

    member this.AddBefore(at: LinkedListNode<'T>, value: 'T) : LinkedListNode<'T> =
        let node = LinkedListNode value
        this.AddBefore(at, node)
        node

    member this.AddAfter(at: LinkedListNode<'T>, value: 'T) : LinkedListNode<'T> =
        let node = LinkedListNode value
        this.AddAfter(at, node)
        node

    member this.Remove(node: LinkedListNode<'T>) : unit =
        this.Check node
        if isNull node.before then first <- node.after else node.before.after <- node.after
        if isNull node.after then last <- node.before else node.after.before <- node.before
        node.owner <- null
        node.before <- null
        node.after <- null
        count <- count - 1
        version <- version + 1

    member this.Remove(value: 'T) : bool =
        match this.Find value with
        | null -> false
        | node ->
            this.Remove node
            true

    member this.RemoveFirst() =
        if isNull first then invalidOp "The LinkedList is empty."
        this.Remove first

    member this.RemoveLast() =
        if isNull last then invalidOp "The LinkedList is empty."
        this.Remove last

    member _.Find(value: 'T) : LinkedListNode<'T> =
        let rec search (node: LinkedListNode<'T>) =
            if isNull node || same node.Value value then node else search node.Next
        search first

    member _.FindLast(value: 'T) : LinkedListNode<'T> =
        let rec search (node: LinkedListNode<'T>) =
            if isNull node || same node.Value value then node else search node.Previous
        search last

    member this.Contains(value: 'T) = not (isNull (this.Find value))

    member _.Clear() =
        let mutable node = first
        while not (isNull node) do
            let next = node.Next
            node.owner <- null
            node.before <- null
            node.after <- null
            node <- next
        first <- null
        last <- null
        count <- 0
        version <- version + 1

    member this.CopyTo(array: 'T[], index: int) =
        if not (isNull array) && index >= 0 && index <= array.Length && count > array.Length - index then
            raise (ArgumentException "Insufficient space in the target location to copy the information.")
        copyInto (array, index, count) this

    interface IEnumerable<'T> with
        member _.GetEnumerator() : IEnumerator<'T> =
            let items =
                seq {
                    let started = version
                    let mutable node = first
                    while not (isNull node) do
                        yield node.Value
                        unchanged started version
                        node <- node.Next
                }
            items.GetEnumerator()

        member this.GetEnumerator() : IEnumerator = (this :> IEnumerable<'T>).GetEnumerator()

    interface ICollection<'T> with
        member _.Count = count
        member _.IsReadOnly = false
        member this.Add item = this.AddLast item |> ignore
        member this.Remove(item: 'T) : bool = this.Remove item
        member this.Contains item = this.Contains item
        member this.Clear() = this.Clear()
        member this.CopyTo(array, index) = this.CopyTo(array, index)
