module LiteralFormats

type Level =
    | Low = 1
    | High = 7

type Point =
    { X: int
      Y: int }

    override p.ToString() =
        printf "<%d>" p.X
        $"({p.X}; {p.Y})"

let mutable steps = 0

let step x =
    steps <- steps + 1
    printf "[%d]" steps
    x

let line (name: string) (amount: float) (count: int) = sprintf "%-10s|%8.2f|%5d|%05d|%+d" name amount count count count

let describe (value: 'a) = sprintf "%A and %O" value value

[<EntryPoint>]
let main _ =
    let none: string = null
    printfn "%s|%s|" none "text"
    let alone = sprintf "%s" none
    printfn "%d %b" alone.Length (alone = "")
    printfn "%d %i %d %d" 42 -17 9000000000L 4000000000u
    printfn "%d %d %d" 250uy -3y 65000us
    printfn "%x %x %X %x %o" 255 -1 48879 255uy 8
    printfn "%c%c %b %b" 'x' '%' true false
    printfn "100%% of %d%%" 5
    printfn "%f %.0f %.3f %e %g %g" 1.5 2.5 -0.0005 12345.678 0.0001 1e20
    printfn "%5.1f|%-8.2f|%08.3f|%+.1f" 3.14159 2.71828 -1.5 9.99
    printfn "%s" (line "apples" 12.5 3)
    printfn "%s" (line "a longer name" -1234.567 -42)
    printfn "%d %A" (int Level.High) Level.Low
    printfn "%s %d" (step "first") (step 2)
    let p = { X = 1; Y = 2 }
    printfn "%O %d" p (step 3)
    printfn "%A" (Some [ 1; 2 ], "x", 'c', 1.0)
    printfn "%s" (describe [| 1.5; 2.0 |])
    let n = 12
    printfn $"n = %d{n}, hex %x{n}, wide %5d{n}|, {n}, %s{string n}{n + 1}%c{'!'}"
    printfn $"%.2f{float n / 7.0} and {float n / 7.0:F3} and %b{n > 3}"
    let report = sprintf "%d-%s" 1
    printfn "%s %s" (report "a") (report "b")
    printfn "%*d|%-*d|" 6 42 6 42
    try
        failwithf "no %s at %d (%.1f)" "thing" 3 0.25
    with e ->
        printfn "%s" e.Message
    eprintf "%s" ""
    printf "no newline %d" 1
    printf " then\n"
    printfn "%M %s" 1.10m (String.replicate 2 "ab")
    printfn "%d" (sprintf "%d%d" 1 2 |> int |> (+) 1)
    0
