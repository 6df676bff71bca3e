/// Calls between host and guest, for bench/host.mjs.
module HostCalls

open Fable.Core

[<Import("tick", "host")>]
let tick (n: int) : int = jsNative

let add (a: int) (b: int) = a + b

/// As many calls of the host's function.
let ticks (count: int) =
    let mutable x = 0
    for _ in 1..count do
        x <- tick x
    x

/// The same number of calls inside the guest, to be taken off.
let same (count: int) =
    let mutable x = 0
    for _ in 1..count do
        x <- x + 1
    x
