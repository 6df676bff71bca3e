namespace System.Collections

open System
open System.Collections
open System.Collections.Generic

[<AllowNullLiteral; Sealed>]
type BitArray(values: bool[]) =
    let mutable bits = Array.copy values

    let check (index: int) =
        if index < 0 || index >= bits.Length then
            raise (ArgumentOutOfRangeException("index", index, "Index was out of range. Must be non-negative and less than the size of the collection."))

    let combine (other: bool[], f: bool -> bool -> bool) =
        if other.Length <> bits.Length then raise (ArgumentException "Array lengths must be the same.")

        for i in 0 .. bits.Length - 1 do
            bits.[i] <- f bits.[i] other.[i]

    new(length: int) = BitArray(length, false)

    new(length: int, defaultValue: bool) =
        checkNotNegative (length, "length")
        BitArray(Array.create length defaultValue)

    new(bytes: byte[]) = BitArray(Array.init (8 * bytes.Length) (fun i -> (int bytes.[i / 8] >>> i % 8) &&& 1 = 1))
    new(values: int[]) = BitArray(Array.init (32 * values.Length) (fun i -> (values.[i / 32] >>> i % 32) &&& 1 = 1))
    new(bits: BitArray) = BitArray(bits.ToArray())

    member internal _.ToArray() : bool[] = Array.copy bits
    member _.Count = bits.Length
    member _.IsReadOnly = false

    member _.Length
        with get () = bits.Length
        and set (length: int) = bits <- Array.init length (fun i -> i < bits.Length && bits.[i])

    member _.Get(index: int) : bool =
        check index
        bits.[index]

    member _.Set(index: int, value: bool) : unit =
        check index
        bits.[index] <- value

    member this.Item
        with get (index: int): bool = this.Get index
        and set (index: int) (value: bool) = this.Set(index, value)

    member _.SetAll(value: bool) : unit = bits <- Array.create bits.Length value

    member this.And(value: BitArray) : BitArray =
        combine (value.ToArray(), (&&))
        this

    member this.Or(value: BitArray) : BitArray =
        combine (value.ToArray(), (||))
        this

    member this.Xor(value: BitArray) : BitArray =
        combine (value.ToArray(), (<>))
        this

    member this.Not() : BitArray =
        bits <- Array.map not bits
        this

    member this.LeftShift(count: int) : BitArray =
        checkNotNegative (count, "count")
        bits <- Array.init bits.Length (fun i -> i >= count && bits.[i - count])
        this

    member this.RightShift(count: int) : BitArray =
        checkNotNegative (count, "count")
        bits <- Array.init bits.Length (fun i -> i + count < bits.Length && bits.[i + count])
        this

    member _.HasAllSet() = Array.forall id bits
    member _.HasAnySet() = Array.exists id bits
    member _.Clone() : obj = box (BitArray bits)

    member _.CopyTo(array: bool[], index: int) : unit = Array.blit bits 0 array index bits.Length

    member _.CopyTo(array: byte[], index: int) : unit =
        for i in 0 .. (bits.Length + 7) / 8 - 1 do
            array.[index + i] <- Seq.fold (fun sum bit -> if 8 * i + bit < bits.Length && bits.[8 * i + bit] then sum ||| (1uy <<< bit) else sum) 0uy (seq { 0..7 })

    member _.CopyTo(array: int[], index: int) : unit =
        for i in 0 .. (bits.Length + 31) / 32 - 1 do
            array.[index + i] <- Seq.fold (fun sum bit -> if 32 * i + bit < bits.Length && bits.[32 * i + bit] then sum ||| (1 <<< bit) else sum) 0 (seq { 0..31 })

    interface IEnumerable<obj> with
        member _.GetEnumerator() : IEnumerator<obj> = (Seq.map box (Array.copy bits)).GetEnumerator()
        member this.GetEnumerator() : IEnumerator = (this :> IEnumerable<obj>).GetEnumerator()
