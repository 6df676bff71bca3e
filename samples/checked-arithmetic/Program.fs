/// Arithmetic that raises where it leaves its type.
module CheckedArithmetic

open System

let attempt name (f: unit -> 'T) (show: 'T -> string) =
    try
        printfn "%-12s %s" name (show (f ()))
    with :? OverflowException as e ->
        printfn "%-12s %s" name e.Message

module Opened =
    open Checked

    let products () =
        let two = int "2"
        attempt "sbyte" (fun () -> SByte.MaxValue + sbyte two) string
        attempt "byte" (fun () -> 200uy * byte two) string
        attempt "byte" (fun () -> 1uy - byte two) string
        attempt "byte" (fun () -> 127uy * byte two) string
        attempt "int16" (fun () -> 30000s + int16 two * 2000s) string
        attempt "uint16" (fun () -> 65535us * 65535us * uint16 two) string
        attempt "int" (fun () -> Int32.MaxValue + two) string
        attempt "int" (fun () -> Int32.MinValue - two) string
        attempt "int" (fun () -> 46341 * 46341 * two) string
        attempt "int" (fun () -> 46340 * 23170 * two) string
        attempt "int" (fun () -> Int32.MaxValue + 1) string
        attempt "int" (fun () -> -(Int32.MinValue + two - 2)) string
        attempt "int64" (fun () -> -(Int64.MinValue + int64 two)) string
        attempt "int64" (fun () -> -(Int64.MinValue + int64 two - 2L)) string
        attempt "sbyte" (fun () -> -(SByte.MinValue + sbyte two - 2y)) string
        attempt "uint32" (fun () -> 1u - uint32 two) string
        attempt "uint32" (fun () -> 4294967295u * 4294967295u * uint32 two) string
        attempt "int64" (fun () -> Int64.MaxValue + int64 two) string
        attempt "int64" (fun () -> Int64.MinValue * -1L - int64 two) string
        attempt "int64" (fun () -> 3037000499L * 3037000499L * 1L) string
        attempt "uint64" (fun () -> UInt64.MaxValue * uint64 two) string
        attempt "uint64" (fun () -> uint64 two - 3UL) string
        attempt "float" (fun () -> 1e308 * float two) string
        attempt "decimal" (fun () -> 1.5m * decimal two) string
        attempt "string" (fun () -> "a" + string two) id
        attempt "mixed" (fun () -> [ 1..5 ] |> List.map ((*) two) |> List.fold (+) 0) string

    let conversions () =
        let big, minus, half = float "3e9", int "-1", float "0.5"
        attempt "byte" (fun () -> byte minus) string
        attempt "byte" (fun () -> byte (half + 255.0)) string
        attempt "byte" (fun () -> byte (half - 1.25)) string
        attempt "sbyte" (fun () -> sbyte (minus * 129)) string
        attempt "int16" (fun () -> int16 'c') string
        attempt "uint16" (fun () -> uint16 minus) string
        attempt "char" (fun () -> char minus) string
        attempt "char" (fun () -> char (66 + minus)) string
        attempt "int" (fun () -> int big) string
        attempt "int" (fun () -> int (big / -2.0)) string
        attempt "int" (fun () -> int (nan * half)) string
        attempt "int" (fun () -> int 4294967296L) string
        attempt "int" (fun () -> int 4000000000u) string
        attempt "uint32" (fun () -> uint32 big) string
        attempt "uint32" (fun () -> uint32 minus) string
        attempt "int64" (fun () -> int64 (big * big * 2.0)) string
        attempt "int64" (fun () -> int64 (big * big)) string
        attempt "int64" (fun () -> int64 UInt64.MaxValue) string
        attempt "uint64" (fun () -> uint64 minus) string
        attempt "uint64" (fun () -> uint64 (big * big * 2.0)) string
        attempt "uint64" (fun () -> uint64 -1L) string
        attempt "int \"…\"" (fun () -> int "2147483648") string

Opened.products ()
Opened.conversions ()

// By name, and beside the unchecked operators.
let seven = int "7"
attempt "by name" (fun () -> Checked.byte (seven * 100)) string
attempt "by name" (fun () -> Checked.(*) (seven * 100000000) 10) string
attempt "full name" (fun () -> FSharp.Core.Operators.Checked.int16 (seven * 10000)) string
printfn "%d %d" (byte (seven * 100)) (seven * 700000000)

let inline sumOfSquares (xs: ^T list) =
    let inline (+) x y = Checked.(+) x y
    List.fold (fun total x -> total + Checked.(*) x x) LanguagePrimitives.GenericZero xs

attempt "inline" (fun () -> sumOfSquares [ 10uy; 11uy ]) string
attempt "inline" (fun () -> sumOfSquares [ 10uy; 5uy ]) string
attempt "inline" (fun () -> sumOfSquares [ 10; 11 ]) string
