/// Integers of every width: they wrap, shift, convert and divide as the hardware does.
module Integers

open System

let inline ranges name (low: ^T) (high: ^T) =
    printfn "%-7s %O .. %O, one more is %O, one less is %O" name low high (high + LanguagePrimitives.GenericOne) (low - LanguagePrimitives.GenericOne)

ranges "sbyte" SByte.MinValue SByte.MaxValue
ranges "byte" Byte.MinValue Byte.MaxValue
ranges "int16" Int16.MinValue Int16.MaxValue
ranges "uint16" UInt16.MinValue UInt16.MaxValue
ranges "int" Int32.MinValue Int32.MaxValue
ranges "uint32" UInt32.MinValue UInt32.MaxValue
ranges "int64" Int64.MinValue Int64.MaxValue
ranges "uint64" UInt64.MinValue UInt64.MaxValue

// Products wrap before anything else sees them.
let b = 200uy
printfn "%d %d %d %d" (b * 3uy) (b + 100uy) (10uy - 20uy) (100y * 2y)
printfn "%d %d %d" (300s * 300s) (65535us * 65535us) (4000000000u * 3u)
printfn "%d %d" (123456789 * 987654321) (Int32.MinValue * -1)
printfn "%d %d" (Int64.MaxValue * 3L) (12345678901UL * 98765432109UL)
printfn "%d %d" (abs -5) (-Int32.MinValue)

let djb2 (text: string) =
    text |> Seq.fold (fun h c -> h * 33 + int c) 5381

let fnv (text: string) =
    text |> Seq.fold (fun h c -> (h ^^^ uint32 c) * 16777619u) 2166136261u

let fnv64 (text: string) =
    text |> Seq.fold (fun h c -> (h ^^^ uint64 c) * 1099511628211UL) 14695981039346656037UL

for word in [ ""; "a"; "fusabi"; "the quick brown fox" ] do
    printfn "%-20s %11d %08x %016X" word (djb2 word) (fnv word) (fnv64 word)

let rec xorshift n (x: uint32) =
    if n = 0 then
        x
    else
        let x = x ^^^ (x <<< 13)
        let x = x ^^^ (x >>> 17)
        xorshift (n - 1) (x ^^^ (x <<< 5))

printfn "%d %d" (xorshift 1 2463534242u) (xorshift 1000 2463534242u)

/// A polynomial that only a full 64-bit product gets right.
let splitmix seed =
    let z = seed + 0x9E3779B97F4A7C15UL
    let z = (z ^^^ (z >>> 30)) * 0xBF58476D1CE4E5B9UL
    let z = (z ^^^ (z >>> 27)) * 0x94D049BB133111EBUL
    z ^^^ (z >>> 31)

printfn "%A" [ for seed in 0UL .. 2UL -> splitmix seed ]

let checksum (bytes: byte[]) =
    let mutable low, high = 1us, 0us

    for x in bytes do
        low <- low + uint16 x * 257us
        high <- high + low

    (uint32 high <<< 16) ||| uint32 low

printfn "%u" (checksum (Array.init 300 byte))

// Division truncates towards zero; the remainder has the sign of the dividend.
for x, y in [ 7, 2; -7, 2; 7, -2; -7, -2 ] do
    printf "%d %d | " (x / y) (x % y)

printfn "%d %d" (-7L / 2L) (-7L % 2L)
printfn "%d %d %d" (7uy / 2uy) (-128y / 3y) (4000000000u / 7u)

let attempt (f: unit -> 'T) =
    try
        sprintf "%A" (f ())
    with
    | :? DivideByZeroException as e -> e.Message
    | :? OverflowException as e -> e.Message

let zero = int "0"
printfn "%s" (attempt (fun () -> 5 / zero))
printfn "%s" (attempt (fun () -> 5L % int64 zero))
printfn "%s" (attempt (fun () -> 5uy / byte zero))
printfn "%s" (attempt (fun () -> 5I / bigint zero))
printfn "%s" (attempt (fun () -> Int32.MinValue / (zero - 1)))
printfn "%s" (attempt (fun () -> Int32.Parse "2147483648"))
printfn "%s" (attempt (fun () -> 1.0 / float zero))

// Shifts take the count modulo the width.
printfn "%d %d %d %d" (1 <<< 31) (1 <<< 32) (1L <<< 40) (1uy <<< 7)
printfn "%d %d %d" (-16 >>> 2) (0xF0000000u >>> 28) (-1L >>> 63)
printfn "%d %d %d" (0b1100 &&& 0b1010) (0o17 ||| 0x10) (5 ^^^ 1)
printfn "%d %d %d %d" (~~~0) (~~~0uy) (~~~5s) (~~~0UL)

// Conversions cut or extend.
printfn "%d %d %d %d" (byte 300) (sbyte 200) (int16 70000) (uint16 -1)
printfn "%d %d %d %d" (uint32 -1) (int 4000000000u) (int 5000000000L) (uint64 -1)
printfn "%d %d %d %d" (int 3.99) (int -3.99) (int64 1e15) (byte 65.5)
printfn "%d %d %d" (int64 -5y) (uint64 5u) (int 0xFFuy)
printfn "%f %f" (float Int64.MaxValue) (float32 16777217 |> float)
printfn "%d %d" (int "42") (int64 "-9000000000")
printfn "%d %d %d" (int "0x1F") (int "0b101") (Convert.ToInt32("ff", 16))

// Characters are sixteen bits.
printfn "%c %d %c %b" (char 65) (int 'z') (char (int 'a' + 25)) ('a' < 'b')
printfn "%A %A" [ 'a' .. 'f' ] ('x' + '\001')
printfn "%b %b %c %c" (Char.IsDigit '7') (Char.IsLetter '_') (Char.ToUpper 'q') (Char.ToLower 'Q')
printfn "%d %s" (int '8' - int '0') (string 'c' + string 'd')

// Big integers do not wrap.
let factorial n = List.fold (*) 1I [ 1I .. bigint (n: int) ]
printfn "%O" (factorial 30)
printfn "%O %O" (factorial 25 / factorial 23) (factorial 20 % 1000007I)
printfn "%O %b" (bigint.Pow(2I, 100)) (2I ** 64 > bigint UInt64.MaxValue)
printfn "%d %d" (int (factorial 10)) (int64 (2I ** 62))
printfn "%O %O" (-7I / 2I) (-7I % 2I)
printfn "%O" (bigint.Parse "123456789012345678901234567890" * -1I)
let rec gcd a b = if b = 0I then a else gcd b (a % b)
printfn "%O" (gcd (factorial 20) (2I ** 40 * 729I))

// Sums over collections are checked; folds are not. Comparisons know signs.
printfn "%s" (attempt (fun () -> Array.sum [| 100uy; 100uy; 100uy |]))
printfn "%s" (attempt (fun () -> List.sum [ Int32.MaxValue; 1 ]))
printfn "%d %d" (Array.fold (+) 0uy [| 100uy; 100uy; 100uy |]) (List.reduce (+) [ Int32.MaxValue; 1 ])
printfn "%d %d" (max 200uy 100uy) (compare 0x80000000u 1u)
printfn "%A" (List.sort [ 3L; Int64.MinValue; -1L; Int64.MaxValue ])
printfn "%d %d %d" (sign -5L) (pown 3 19) (pown 7L 22)
printfn "%A" (Math.DivRem(17, 5))
