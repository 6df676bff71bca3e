/// What the ordered collections share. The library's functions take keys of any type without asking for it.
[<AutoOpen>]
module internal System.Collections.Generic.Order

open System
open System.Collections.Generic
open Fable.Core

/// .NET's `Comparer<'T>.Default`.
[<Import("compareByDefault", "fusabi:prelude")>]
let private compareByDefault (a: 'T, b: 'T) : int = jsNative

/// .NET's `EqualityComparer<'T>.Default`.
[<Import("same", "fusabi:prelude")>]
let same (a: 'T) (b: 'T) : bool = jsNative

[<Import("checkKey", "fusabi:prelude")>]
let checkKey (key: 'K) : unit = jsNative

[<Import("checkNotNegative", "fusabi:prelude")>]
let checkNotNegative (value: int, parameter: string) : unit = jsNative

/// Whether so many items have room in an array behind an index.
[<Import("checkRoom", "fusabi:prelude")>]
let checkRoom (target: 'T[], index: int, count: int, parameter: string) : unit = jsNative

[<Import("failKeyNotFound", "fusabi:prelude")>]
let missingKey (key: 'K) : 'T = jsNative

[<Import("failDuplicateKey", "fusabi:prelude")>]
let doubleKey (key: 'K) (parameter: string) : unit = jsNative

/// Copies to an array behind an index.
let copyInto (target: 'T[], index: int, count: int) (items: seq<'T>) =
    checkRoom (target, index, count, "index")
    items |> Seq.iteri (fun at item -> target.[index + at] <- item)

let orStandard (comparer: IComparer<'T>) : IComparer<'T> =
    if isNull comparer then
        { new IComparer<'T> with
            member _.Compare(a, b) = compareByDefault (a, b) }
    else
        comparer

/// An enumerator's look before each step: whether the collection is as it was when the enumeration began.
let unchanged (started: int) (version: int) =
    if started <> version then
        invalidOp "Collection was modified after the enumerator was instantiated."
