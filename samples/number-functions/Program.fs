/// Functions on numbers of every width: absolute values, signs, powers, extremes, sums, conversions from text.
module NumberFunctions

open System

let attempt name (f: unit -> string) =
    try
        printfn "%-16s %s" name (f ())
    with e ->
        printfn "%-16s %s" name e.Message

let one = int "1"

attempt "abs sbyte" (fun () -> string (abs (SByte.MinValue + sbyte one)))
attempt "abs sbyte" (fun () -> string (abs (SByte.MinValue + sbyte one - 1y)))
attempt "abs int16" (fun () -> string (abs (Int16.MinValue + int16 one - 1s)))
attempt "abs int" (fun () -> string (abs (Int32.MinValue + one - 1)))
attempt "abs int" (fun () -> string (abs (-7 * one)))
attempt "abs int64" (fun () -> string (abs (Int64.MinValue + int64 one - 1L)))
attempt "abs float" (fun () -> string (abs (-0.5 * float one)))
attempt "Math.Abs" (fun () -> string (Math.Abs(Int32.MinValue + one - 1)))

printfn "%d %d %d" (sign -3) (sign 0y) (sign 8s)
printfn "%d %d %d" (sign -4294967296L) (sign 4294967296L) (sign 0L)
printfn "%d %d %d %d" (sign -0.1) (sign 2.5f) (sign 0.0m) (sign -3I)
attempt "sign nan" (fun () -> string (sign (nan * float one)))

printfn "%d %d %d %d" (min 3uy 200uy) (max -3y 3y) (max 0x80000000u 1u) (min Int64.MinValue 0L)
printfn "%g %g %g %g" (max nan 1.0) (min 1.0 nan) (max -0.0 0.0) (min 1.5f 2.5f)
printfn "%s %A %O" (max "a" "B") (min [ 1; 2 ] [ 1 ]) (max 1.5m 1.25m)

printfn "%d %d %d" (pown 2 10) (pown 3 19) (pown -2 31)
printfn "%d %d %d %d" (pown 2uy 7) (pown 3L 39) (pown 2u 31) (pown 10UL 19)
attempt "pown int" (fun () -> string (pown 2 (31 * one)))
attempt "pown byte" (fun () -> string (pown 2uy (9 * one)))
attempt "pown int64" (fun () -> string (pown 3L (40 * one)))
printfn "%g %g %g" (pown 2.0 -2) (2.0 ** 0.5) (2.0f ** 0.5f)
attempt "pown -1" (fun () -> string (pown 2 -one))
attempt "pown 0 -1" (fun () -> string (pown (one - 1) -one))

// The functions of float32 give float32.
printfn "%.9g %.9g %.9g" (sqrt 2.0f) (exp 1.0f) (sin 1.0f)
printfn "%b %s" (sqrt 2.0f * sqrt 2.0f = 2.0f) (string (log 10.0f))

// Sums and averages are checked, other folds are not.
attempt "sum int" (fun () -> string (List.sum [ Int32.MaxValue; one ]))
attempt "sum byte" (fun () -> string (Array.sum [| 200uy; 56uy |]))
attempt "sum int16" (fun () -> string (Seq.sum (seq { 32767s; int16 one })))
attempt "sum uint32" (fun () -> string (List.sumBy uint32 [ one; -1 ]))
attempt "sum int64" (fun () -> string (List.sum [ Int64.MaxValue; int64 one ]))
attempt "sum uint64" (fun () -> string (Array.sumBy uint64 [| 1; 2; 3 |]))
attempt "sum float" (fun () -> string (List.sum [ 0.1; 0.2 ]))
attempt "sum float32" (fun () -> string (List.sum [ 0.1f; 0.2f; 16777216.0f ]))
attempt "sum decimal" (fun () -> string (List.sum [ 0.1m; 0.20m ]))
attempt "sum bigint" (fun () -> string (List.sum [ 2I; 3I ]))
attempt "average" (fun () -> string (List.average [ 1.0; 2.0; 4.0 ]))
attempt "average m" (fun () -> string (Seq.averageBy decimal [ 1; 2; 4 ]))
attempt "average f" (fun () -> string (Array.average [| 1.0f; 2.0f; 4.0f |]))
attempt "average []" (fun () -> string (List.average ([]: float list)))
attempt "reduce" (fun () -> string (List.reduce (+) [ Int32.MaxValue; one ]))

// Text and characters.
printfn "%g %d %d %d" (float 'c') (int64 'c') (byte 'c') (uint16 'é')
printfn "%f" (float 'a' / 2.0)
printfn "%g %g %g" (float (int 2.9)) (float (byte 300)) (float32 (int64 7.5))
printfn "%d %d %d %d" (int " 12 ") (byte "255") (sbyte "-128") (int64 "0xFF")
printfn "%d %d %g %g" (uint64 "18446744073709551615") (int16 "0b11") (float "1e3") (float32 "0.1")
attempt "int" (fun () -> string (int "twelve"))
attempt "int" (fun () -> string (int "2147483648"))
attempt "float" (fun () -> string (float ""))
attempt "decimal" (fun () -> string (decimal "1.50"))
attempt "char" (fun () -> string (char "x"))
printfn "%s %s %s %s %s" (string 1y) (string 2us) (string 3L) (string 4.0) (string 0.1f)
printfn "%s %s %s %s %s" (string 'c') (string true) (string 1.50m) (string 5I) (string -0.0)
printfn "%s %s %s" (string nan) (string infinity) (string 1e21)
