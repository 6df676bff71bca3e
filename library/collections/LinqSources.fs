namespace System.Linq

open System
open System.Collections
open System.Collections.Generic
open Fable.Core

/// What LINQ's methods check, and raise.
[<AutoOpen>]
module internal Checks =
    let inline given (name: string) value = if isNull value then raise (ArgumentNullException name)
    let noElements () : 'T = invalidOp "Sequence contains no elements"
    let noMatch () : 'T = invalidOp "Sequence contains no matching element"
    let manyElements () : 'T = invalidOp "Sequence contains more than one element"
    let manyMatches () : 'T = invalidOp "Sequence contains more than one matching element"
    let outOfRange (name: string) : 'T = raise (ArgumentOutOfRangeException name)
    let outsideIndex () : 'T = raise (ArgumentOutOfRangeException("index", "Index was out of range. Must be non-negative and less than the size of the collection."))

type IGrouping<'K, 'T> =
    inherit IEnumerable<'T>
    abstract Key: 'K

type internal Grouping<'K, 'T>(key: 'K) =
    let items = ResizeArray<'T>()
    member _.Items = items

    interface IGrouping<'K, 'T> with
        member _.Key = key

    interface IEnumerable<'T> with
        member _.GetEnumerator() : IEnumerator<'T> = (items :> seq<'T>).GetEnumerator()
        member _.GetEnumerator() : IEnumerator = (items :> seq<'T>).GetEnumerator() :> IEnumerator

type ILookup<'K, 'T> =
    inherit IEnumerable<IGrouping<'K, 'T>>
    abstract Count: int
    abstract Item: key: 'K -> seq<'T> with get
    abstract Contains: key: 'K -> bool

module internal Table =
    /// A Dictionary for keys of any type, of which F# wants to know that they have equality.
    [<Import("createDictionary", "fusabi:prelude")>]
    let private createDictionary (comparer: IEqualityComparer<'K>) : IDictionary<'K, 'V> = jsNative

    let create (comparer: IEqualityComparer<'K>) : IDictionary<'K, 'V> =
        if isNull comparer then
            createDictionary
                { new IEqualityComparer<'K> with
                    member _.Equals(a, b) = same a b
                    member _.GetHashCode key = Unchecked.hash key }
        else
            createDictionary comparer

/// Groups in the order of their first elements. A dictionary takes no null, but a key may be.
type Lookup<'K, 'T> internal (comparer: IEqualityComparer<'K>) =
    let places: IDictionary<'K, Grouping<'K, 'T>> = Table.create comparer
    let groups = ResizeArray<IGrouping<'K, 'T>>()
    let mutable ofNull: Grouping<'K, 'T> option = None

    let find (key: 'K) =
        if isNull (box key) then
            ofNull
        else
            match places.TryGetValue key with
            | true, group -> Some group
            | _ -> None

    member internal _.Put(key: 'K) =
        match find key with
        | Some group -> group.Items
        | None ->
            let group = Grouping<'K, 'T> key
            if isNull (box key) then ofNull <- Some group else places.Add(key, group)
            groups.Add group
            group.Items

    member _.Count = groups.Count
    member _.Contains(key: 'K) = (find key).IsSome

    member _.Item
        with get (key: 'K): seq<'T> =
            match find key with
            | Some group -> group :> seq<'T>
            | None -> Seq.empty

    member internal _.Groups: seq<IGrouping<'K, 'T>> = groups

    interface ILookup<'K, 'T> with
        member this.Count = this.Count
        member this.Item with get key = this.[key]
        member this.Contains key = this.Contains key

    interface IEnumerable<IGrouping<'K, 'T>> with
        member _.GetEnumerator() : IEnumerator<IGrouping<'K, 'T>> = (groups :> seq<IGrouping<'K, 'T>>).GetEnumerator()
        member _.GetEnumerator() : IEnumerator = (groups :> seq<IGrouping<'K, 'T>>).GetEnumerator() :> IEnumerator

[<AllowNullLiteral>]
type IOrderedEnumerable<'T> =
    inherit IEnumerable<'T>
    /// The same elements, those that are equal so far by one key more: a function that makes, of all elements, the comparison of two by their positions.
    abstract Then: level: ('T[] -> int -> int -> int) -> IOrderedEnumerable<'T>

type internal Ordered<'T>(source: seq<'T>, levels: ('T[] -> int -> int -> int) list) =
    let sorted =
        seq {
            let items = Seq.toArray source
            let comparisons = levels |> List.map (fun level -> level items)

            let compare a b =
                let rec first comparisons =
                    match comparisons with
                    | [] -> 0
                    | comparison :: rest ->
                        match comparison a b with
                        | 0 -> first rest
                        | order -> order
                first comparisons

            for at in List.sortWith compare [ 0 .. items.Length - 1 ] do
                items.[at]
        }

    interface IOrderedEnumerable<'T> with
        member _.Then level = Ordered<'T>(source, levels @ [ level ])

    interface IEnumerable<'T> with
        member _.GetEnumerator() : IEnumerator<'T> = sorted.GetEnumerator()
        member _.GetEnumerator() : IEnumerator = sorted.GetEnumerator() :> IEnumerator

/// What several of LINQ's methods are made of.
[<AutoOpen>]
module internal Sources =
    let setOf (comparer: IEqualityComparer<'T>) = if isNull comparer then HashSet<'T>() else HashSet<'T>(comparer)

    let distinctBy (key: 'T -> 'K) (comparer: IEqualityComparer<'K>) (source: seq<'T>) =
        seq {
            let seen = setOf comparer
            for item in source do
                if seen.Add(key item) then item
        }

    /// The elements whose keys are (or are not) among others, each key once.
    let among (wanted: bool) (key: 'T -> 'K) (comparer: IEqualityComparer<'K>) (others: seq<'K>) (source: seq<'T>) =
        seq {
            let keys = setOf comparer
            for other in others do keys.Add other |> ignore
            for item in source do
                if wanted then
                    if keys.Remove(key item) then item
                elif keys.Add(key item) then
                    item
        }

    let lookup (key: 'T -> 'K) (element: 'T -> 'E) (comparer: IEqualityComparer<'K>) (source: seq<'T>) =
        let made = Lookup<'K, 'E> comparer
        for item in source do (made.Put(key item)).Add(element item)
        made

    let group (key: 'T -> 'K) (element: 'T -> 'E) (comparer: IEqualityComparer<'K>) (source: seq<'T>) : seq<IGrouping<'K, 'E>> =
        Seq.delay (fun () -> (lookup key element comparer source).Groups)

    /// The groups of one sequence for each element of another: what all joins are made of. A null key matches nothing.
    let joined (outer: seq<'T>) (inner: seq<'U>) (outerKey: 'T -> 'K) (innerKey: 'U -> 'K) (comparer: IEqualityComparer<'K>) =
        seq {
            let groups = inner |> Seq.filter (fun item -> not (isNull (box (innerKey item)))) |> lookup innerKey id comparer
            for item in outer do
                let key = outerKey item
                struct (item, (if isNull (box key) then Seq.empty else groups.[key]))
        }

    let orderBy (key: 'T -> 'K) (comparer: IComparer<'K>) (sign: int) : 'T[] -> int -> int -> int =
        let comparer = if isNull comparer then (Comparer<'K>.Default :> IComparer<'K>) else comparer
        fun items ->
            let keys = Array.map key items
            fun a b -> sign * Math.Sign(comparer.Compare(keys.[a], keys.[b]))

    /// The greatest element by its key, the first of equals; of an empty sequence null, where the type has one.
    let best (sign: int) (key: 'T -> 'K) (comparer: IComparer<'K>) (source: seq<'T>) : 'T voption =
        let comparer = if isNull comparer then (Comparer<'K>.Default :> IComparer<'K>) else comparer
        let mutable found = ValueNone
        let mutable foundKey = Unchecked.defaultof<'K>
        for item in source do
            let itemKey = key item
            if found.IsNone then
                found <- ValueSome item
                foundKey <- itemKey
            elif not (isNull (box itemKey)) && (isNull (box foundKey) || sign * comparer.Compare(itemKey, foundKey) > 0) then
                found <- ValueSome item
                foundKey <- itemKey
        found

    let lastOf (test: 'T -> bool) (source: seq<'T>) =
        let mutable found = ValueNone
        for item in source do
            if test item then found <- ValueSome item
        found

    let firstOf (test: 'T -> bool) (source: seq<'T>) =
        use items = source.GetEnumerator()
        let mutable found = ValueNone
        while found.IsNone && items.MoveNext() do
            if test items.Current then found <- ValueSome items.Current
        found

    /// The only element; `many` says what two are.
    let singleOf (test: 'T -> bool) (many: unit -> unit) (source: seq<'T>) =
        let mutable found = ValueNone
        for item in source do
            if test item then
                if found.IsSome then many ()
                found <- ValueSome item
        found

    let elementAt (index: int) (source: seq<'T>) =
        use items = source.GetEnumerator()
        let rec move left = if not (items.MoveNext()) then ValueNone elif left = 0 then ValueSome items.Current else move (left - 1)
        if index < 0 then ValueNone else move index

    let orElse (other: unit -> 'T) (found: 'T voption) =
        match found with
        | ValueSome item -> item
        | ValueNone -> other ()

    /// All but the last few: an element is known not to be among them once so many have followed.
    let skipLast (count: int) (source: seq<'T>) =
        seq {
            let waiting = Queue<'T>()
            for item in source do
                waiting.Enqueue item
                if waiting.Count > count then waiting.Dequeue()
        }

    let takeLast (count: int) (source: seq<'T>) =
        seq {
            let kept = Queue<'T>()
            for item in source do
                kept.Enqueue item
                if kept.Count > count then kept.Dequeue() |> ignore
            yield! kept
        }

    let chunk (size: int) (source: seq<'T>) =
        seq {
            let mutable held = ResizeArray<'T>()
            for item in source do
                held.Add item
                if held.Count = size then
                    held.ToArray()
                    held <- ResizeArray<'T>()
            if held.Count > 0 then held.ToArray()
        }

    let equalBy (equal: 'T -> 'T -> bool) (first: seq<'T>) (second: seq<'T>) =
        use left = first.GetEnumerator()
        use right = second.GetEnumerator()
        let rec go () =
            match left.MoveNext(), right.MoveNext() with
            | true, true -> equal left.Current right.Current && go ()
            | ended, other -> ended = other
        go ()

    /// What Max and Min give of no elements: null, where the type has one.
    let nothing () : 'T =
        let none = Unchecked.defaultof<'T>
        if isNull (box none) then none else noElements ()

    let skipWhile (test: 'T -> int -> bool) (source: seq<'T>) =
        seq {
            let mutable skipping = true
            let mutable at = 0
            for item in source do
                if skipping && not (test item at) then skipping <- false
                at <- at + 1
                if not skipping then item
        }

    let takeWhile (test: 'T -> int -> bool) (source: seq<'T>) =
        source |> Seq.indexed |> Seq.takeWhile (fun (at, item) -> test item at) |> Seq.map snd

    let dictionary (key: 'T -> 'K) (element: 'T -> 'V) (comparer: IEqualityComparer<'K>) (source: seq<'T>) =
        let made = if isNull comparer then Dictionary<'K, 'V>() else Dictionary<'K, 'V>(comparer)
        for item in source do made.Add(key item, element item)
        made

    let average (add: 'S -> 'T -> 'S) (zero: 'S) (divide: 'S -> int64 -> 'R) (source: seq<'T>) =
        let mutable sum = zero
        let mutable count = 0L
        for item in source do
            sum <- add sum item
            count <- count + 1L
        if count = 0L then noElements () else divide sum count
