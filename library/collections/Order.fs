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

[<Import("failKeyNotFound", "fusabi:prelude")>]
let missingKey (key: 'K) : 'T = jsNative

[<Import("failDuplicateKey", "fusabi:prelude")>]
let doubleKey (key: 'K) (parameter: string) : unit = jsNative

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
