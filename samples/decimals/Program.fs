/// Decimals keep their scale, round half to even and overflow; big integers, powers and number texts follow .NET.
module Decimals

open System

let kind (e: exn) =
    match e with
    | :? OverflowException -> "overflow"
    | :? FormatException -> "format"
    | :? DivideByZeroException -> "division by zero"
    | _ -> "other"

let attempt name (f: unit -> string) =
    try
        printfn "%s: %s" name (f ())
    with e ->
        printfn "%s ! %s: %s" name (kind e) e.Message

let xs =
    [ 0m; 1.0m; 1.50m; -2.5m; 0.1m; 7.25m; 123456789.123456789m; 79228162514264337593543950335m; 0.0000000000000000000000000001m ]

for a in xs do
    for b in xs do
        attempt (sprintf "%O + %O" a b) (fun () -> string (a + b))
        attempt (sprintf "%O - %O" a b) (fun () -> string (a - b))
        attempt (sprintf "%O * %O" a b) (fun () -> string (a * b))
        attempt (sprintf "%O / %O" a b) (fun () -> string (a / b))
        attempt (sprintf "%O %% %O" a b) (fun () -> string (a % b))
        attempt (sprintf "%O ? %O" a b) (fun () -> sprintf "%b %b %b %d" (a = b) (a < b) (a >= b) (compare a b))
for a in xs do
    printfn "%O | %A | %M | %s | %s" a a a (a.ToString("F3")) (a.ToString())
    attempt "ops" (fun () -> sprintf "%O %O %O %O %d %O" (abs a) (-a) (floor a) (ceil a) (sign a) (truncate a))
    attempt "round" (fun () -> sprintf "%O %O %O" (Math.Round a) (Math.Round(a, 1)) (round a))
    attempt "round away" (fun () -> sprintf "%O %O" (Math.Round(a, MidpointRounding.AwayFromZero)) (Math.Round(a, 1, MidpointRounding.AwayFromZero)))
    attempt "math" (fun () -> sprintf "%O %O %O" (Math.Floor a) (Math.Ceiling a) (Math.Truncate a))
    attempt "int" (fun () -> string (int a))
    attempt "int64" (fun () -> string (int64 a))
    attempt "byte" (fun () -> string (byte a))
    attempt "uint32" (fun () -> string (uint32 a))
    attempt "float" (fun () -> string (float a))
    attempt "float32" (fun () -> string (float32 a))
    attempt "bigint" (fun () -> string (bigint a))
    attempt "hash" (fun () -> string (hash a))
    attempt "box" (fun () -> sprintf "%O %A %b" (box a) (box a) (match box a with :? decimal as d -> d = a | _ -> false))
    attempt "tuple" (fun () -> sprintf "%A" (a, Some a))
    attempt "GetBits" (fun () -> sprintf "%A" (Decimal.GetBits a))
attempt "d1" (fun () -> string (decimal 0.1))
attempt "d2" (fun () -> string (decimal 123456.789012345678))
attempt "d3" (fun () -> string (decimal 1e28))
attempt "d4" (fun () -> string (decimal 1e29))
attempt "d5" (fun () -> string (decimal 1e-29))
attempt "d6" (fun () -> string (decimal nan))
attempt "d7" (fun () -> string (decimal "12.340"))
attempt "d8" (fun () -> string (decimal "1,234.5"))
attempt "d9" (fun () -> string (decimal "abc"))
attempt "d10" (fun () -> string (decimal 5))
attempt "d11" (fun () -> string (decimal 5L))
attempt "d12" (fun () -> string (decimal 255uy))
attempt "d13" (fun () -> string (decimal 0.1f))
attempt "d14" (fun () -> string (Decimal.Parse " -7.50 "))
attempt "d15" (fun () -> string (Decimal.Parse "79228162514264337593543950336"))
attempt "d16" (fun () -> string (Decimal.Parse "1e3"))
attempt "d17" (fun () -> string (Decimal.TryParse "3.1400"))
attempt "d18" (fun () -> string (Decimal.TryParse "x"))
attempt "d19" (fun () -> string (Decimal.Parse "0.12345678901234567890123456789"))
attempt "d20" (fun () -> string (Decimal.Parse "5-"))
attempt "d21" (fun () -> string Decimal.MaxValue)
attempt "d22" (fun () -> string Decimal.MinValue)
attempt "d23" (fun () -> string (Decimal.One + Decimal.Zero + Decimal.MinusOne))
attempt "d24" (fun () -> string (List.sum [ 1.10m; 2.20m; 3.30m ]))
attempt "d25" (fun () -> string (List.average [ 1m; 2m; 4m ]))
attempt "d26" (fun () -> string (Seq.sumBy (fun x -> x * 2m) [ 1.10m; 2.20m ]))
attempt "d27" (fun () -> sprintf "%A" (List.sort [ 3m; 1.5m; -2m ]))
attempt "d28" (fun () -> sprintf "%A" (Map.ofList [ 1.0m, "a"; 1.00m, "b" ]))
attempt "d29" (fun () -> sprintf "%.2f %8.3f %-10M|" 1.005m 2.5m 7m)
attempt "d30" (fun () -> sprintf "%s %s" (1234567.891m.ToString("N2")) (0.256m.ToString("P1")))
attempt "d31" (fun () -> $"{1.50m} {1.50m:F1} {12345.678m:N1}")
attempt "d32" (fun () -> String.Format("{0} {0:0.00}", 2.5m))
attempt "d33" (fun () -> string (pown 1.1m 5))
attempt "d34" (fun () -> string (max 1.0m 2m) + string (min 1.0m 2m))
attempt "d35" (fun () -> string (Math.Max(1.5m, 2m)) + string (Math.Abs -3.5m) + string (Math.Sign -3.5m))
attempt "d36" (fun () -> string (Decimal.Round(2.345m, 2)) + " " + string (Decimal.Floor -1.5m) + " " + string (Decimal.Truncate 1.99m))
attempt "d37" (fun () -> string (Decimal(1, 2, 3, true, 5uy)))
attempt "d38" (fun () -> string (Convert.ToDecimal "4.50") + " " + string (Convert.ToInt32 2.5m) + " " + string (Convert.ToInt32 3.5m))
attempt "d41" (fun () -> sprintf "%A" [ 1.0m .. 0.5m .. 3.0m ])
attempt "d45" (fun () -> string (decimal 'a'))
attempt "d46" (fun () -> string (char 65m))
type R = { Price: decimal; Qty: int }
attempt "d47" (fun () -> sprintf "%A %b" { Price = 1.50m; Qty = 2 } ({ Price = 1.50m; Qty = 2 } = { Price = 1.5m; Qty = 2 }))
[<Measure>] type eur
attempt "d48" (fun () -> sprintf "%A" (3.5m<eur> * 2m))
attempt "d49" (fun () -> match 1.50m with 1.5m -> "matched" | _ -> "no")
attempt "d50" (fun () -> string (-0.0m) + " " + string (0m * -1m) + " " + string (-(0.00m)))
attempt "d51" (fun () -> string (nan |> decimal))
attempt "d52" (fun () -> string (decimal infinity))
attempt "d53" (fun () -> string (decimal 18446744073709551615UL))
attempt "d54" (fun () -> string (decimal 12345678901234567890I))
attempt "d55" (fun () -> string (Unchecked.defaultof<decimal>))
attempt "d56" (fun () -> sprintf "%A" (Array.zeroCreate<decimal> 2))
attempt "d57" (fun () -> string (Math.Pow(2.0, 0.5) |> decimal))
attempt "d58" (fun () -> string (Array.sumBy (fun (a, b) -> a * b) [| 1.5m, 2m; 2.5m, 4m |]))
attempt "d59" (fun () -> string (Array.averageBy decimal [| 1; 2; 4 |]))

for text in [ "12"; " -7 "; "1,234"; "1.5"; ""; "x"; "2147483648"; "1e3"; "0.1"; "nan"; "-Infinity" ] do
    attempt $"Int32.Parse {text}" (fun () -> string (Int32.Parse text))
    attempt $"float {text}" (fun () -> if text.Contains "," then "separators" else string (float text))
    attempt $"tries {text}" (fun () -> sprintf "%A %A %A %A" (Int32.TryParse text) (Int64.TryParse text) (Byte.TryParse text) (Double.TryParse text))

for a in [ 0I; 7I; -7I; 255I; -(2I ** 70); 12345678901234567890I ] do
    attempt $"{a}" (fun () -> sprintf "%O %O %O %O" (a / 5I) (a % 5I) (pown a 2) (bigint.GreatestCommonDivisor(a, 35I)))
    attempt "as int" (fun () -> string (int a))
    attempt "as uint64" (fun () -> string (uint64 a))
    attempt "as byte" (fun () -> string (byte a))
    attempt "as bytes" (fun () -> sprintf "%A" (a.ToByteArray()))

attempt "pown" (fun () -> string (pown 3 40))
attempt "pown of a reciprocal" (fun () -> string (pown 0 -1))
attempt "abs" (fun () -> string (abs Int32.MinValue))
attempt "sign" (fun () -> sprintf "%d %d" (sign 0.5) (sign -0.25))
attempt "round" (fun () -> sprintf "%A %A %A" (Math.Round 2.5) (Math.Round(2.5, MidpointRounding.AwayFromZero)) (round -0.4))
attempt "remainder" (fun () -> sprintf "%A" (Math.DivRem(-17, 5)))

let random = Random 42
printfn "%d %d %d %f" (random.Next()) (random.Next 100) (random.Next(5, 10)) (random.NextDouble())
let span = TimeSpan(1, 2, 3, 4, 5)
printfn "%O %O %d %A" span (-span) span.Ticks (TimeSpan.TryParse "5:30")
printfn "%O %A" (Guid.Parse "{00112233-4455-6677-8899-AABBCCDDEEFF}") (Guid.TryParse "nope")
printfn "%s %d" (BitConverter.ToString(BitConverter.GetBytes 1.5)) (BitConverter.ToInt32([| 1uy; 2uy; 3uy; 4uy |], 0))
