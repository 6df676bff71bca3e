namespace BankQueue

/// A linear congruential generator (the constants of Numerical Recipes), wrapping at 32 bits.
type Random(seed: uint32) =
    let mutable state = seed

    member _.NextBits() =
        state <- state * 1664525u + 1013904223u
        state

    /// 0 <= n < bound
    member this.Next bound =
        int (this.NextBits() >>> 8) % bound

    /// 0.0 <= x < 1.0
    member this.NextFloat() =
        float (this.NextBits() >>> 8) / 16777216.0

    member this.Between low high = low + this.Next(high - low + 1)
