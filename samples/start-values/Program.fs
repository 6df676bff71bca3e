/// Values at the top of a file, whose initialisers call functions: what is known before the program runs, and what must wait for its turn.
module StartValues

open System

let rec factorial n = if n <= 1 then 1 else n * factorial (n - 1)
let rec gcd a b = if b = 0 then a else gcd b (a % b)

let sumTo n =
    let mutable sum = 0
    for i in 1..n do
        sum <- sum + i
    sum

let isPrime n =
    let rec search d = d * d > n || (n % d <> 0 && search (d + 1))
    n > 1 && search 2

let order a b = if a < b then (a, b) else (b, a)
let half n = if n % 2 = 0 then Some(n / 2) else None
let mask bits = (1 <<< bits) - 1
let greeting name = "hello " + name

type Size =
    | Small
    | Sized of width: int * height: int

let area size =
    match size with
    | Small -> 1
    | Sized(width, height) -> width * height

let tenth = factorial 10
let overflown = factorial 13
let divisor = gcd 1071 462
let hundred = sumTo 100
let wrapped = hundred * 1_000_003
let prime = isPrime 97
let low, high = order tenth divisor
let quarter = half 10 |> Option.bind half |> Option.defaultValue -1
let hello = greeting ("wor" + "ld")
let flags = mask 31 ||| mask 4
let rate = 1.5 * float divisor
let wide = int64 tenth * int64 tenth
let areas = area Small + area (Sized(divisor, 4))
let negativeZero = -0.0 * float divisor

let log = ResizeArray<string>()

let logged name value =
    log.Add name
    value

let a = logged "a" (sumTo 3)
let mutable current = factorial 4
let seen = logged "seen" current
current <- current + 1
let after = current * 2
let b = logged "b" (a + after)

let failing =
    try
        100 / (gcd 0 0)
    with :? DivideByZeroException ->
        log.Add "failed"
        -1

let later = failing + sumTo 4
let table = Array.init 8 mask
let twice = Array.map (fun x -> x * 2) table
twice[0] <- 99
let primes = [ 1..50 ] |> List.filter isPrime |> Set.ofList
let names = Map.ofList [ "one", factorial 1; "two", factorial 2; "three", factorial 3 ]
let title = sprintf "%d of %s" divisor hello
let lazyValue = lazy (logged "lazy" (sumTo 10))
let long = sumTo 200_000

[<EntryPoint>]
let main _ =
    printfn "%d %d %d %d %d %b %d %d %d" tenth overflown divisor hundred wrapped prime low high quarter
    printfn "%s %d %g %d %d %b" hello flags rate wide areas (1.0 / negativeZero < 0.0)
    printfn "%d %d %d %d %d %d" a seen after b failing later
    printfn "%A %A" table twice
    printfn "%A %A %s" primes names title
    printfn "%d %d" long current
    printfn "%d %d" (lazyValue.Force()) (lazyValue.Force())
    printfn "%s" (String.concat "," log)
    0
