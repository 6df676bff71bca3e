/// What values look like: %A, sprintf, floats, interpolation, string conversions.
module Formatting

open System

type Colour =
    | Red = 1
    | Green = 2

type Shape =
    | Dot
    | Circle of radius: float
    | Polygon of (float * float) list
    | Labelled of Shape * string
    | Pair of first: int * second: int option

type Person =
    { Name: string
      Age: int
      Nickname: string option }

[<Struct>]
type Vector =
    { X: float32
      Y: float32 }

type Generic<'T> = { Value: 'T; Rest: 'T list }

[<StructuredFormatDisplay("<{Text}>")>]
type Custom(text: string) =
    member _.Text = text
    override _.ToString() = "custom " + text

type Money =
    | Money of decimal
    override this.ToString() = (let (Money m) = this in m.ToString "0.00" + " EUR")

// %A
printfn "%A %A %A" 1 2.0 "three"
printfn "%A %A %A %A" 'c' true () 1.5f
printfn "%A %A %A %A" 1uy 2s 3u 4L
printfn "%A %A %A" 5UL 6m 7I
printfn "%A %A %A" (Some 1) (Some None: int option option) (None: int option)
printfn "%A %A" (Some(Some "x")) [ Some 1; None ]
printfn "%A %A" (1, "a", 2.5) (struct (1, 'x'))
printfn "%A %A %A" [ 1; 2 ] [| "a"; "b" |] (seq { 1; 2; 3 })
printfn "%A %A %A" ([]: int list) ([||]: int[]) (Set.empty: Set<int>)
printfn "%A" (Map [ 1, "one"; 2, "two" ])
printfn "%A %A" Dot (Circle 1.0)
printfn "%A" (Labelled(Polygon [ 0.0, 0.0; 1.0, 0.5 ], "half"))
printfn "%A %A" (Pair(-1, Some -2)) (Pair(3, None))
printfn "%A" { Name = "Ann"; Age = 30; Nickname = Some "A" }
printfn "%A" [ { X = 1.0f; Y = -0.5f }; { X = 0.1f; Y = 1e10f } ]
printfn "%A" { Value = Ok 1; Rest = [ Error "no" ] }
printfn "%A %A" (Ok(Some 3): Result<int option, string>) (Error [ "e" ]: Result<int, string list>)
printfn "%A %A" (Custom "x") (Money 12.5m)
printfn "%A %A" Colour.Red [ Colour.Green; Colour.Red ]
printfn "%A" [ [ 1; 2 ]; []; [ 3 ] ]
printfn "%A" (Array.init 3 (fun i -> Array.init i (fun j -> i * j)))
printfn "%A" (List.init 120 id)
printfn "%A" (Seq.initInfinite id)
printfn "%A" [ "quote \"inside\""; "line\nbreak"; "tab\t" ]
printfn "%A" (Some { Name = "Bob"; Age = -1; Nickname = None }, [ Dot ])

// %O, string and ToString
printfn "%O %O %O %O" 1.0 true 'c' (Some 5)
printfn "%O %O %O" (Circle 2.5) (Custom "y") (Money 3m)
printfn "%s %s %s %s" (string 1.0) (string 1e21) (string true) (string 12.50m)
printfn "%s %s" (string [ 1; 2 ]) (string (Some 1))
printfn "%s" ({ X = 1.5f; Y = 2.0f }.ToString().Replace("\n", "|"))
printfn "%s %s" (Dot.ToString()) ((1, "b").ToString())
printfn "%s %s" (string Colour.Green) (box 3.0 |> string)

// Numbers with widths, signs and bases
printfn "[%5d] [%-5d] [%05d] [%+d] [% d]" 42 42 42 42 42
printfn "[%x] [%X] [%08x] [%o] [%x]" 255 255 255 8 -1
printfn "[%8.3f] [%-8.2f] [%08.2f] [%+.1f] [%.0f]" Math.PI Math.PI -Math.PI 2.0 2.5
printfn "[%e] [%.2e] [%E] [%g] [%g] [%g]" 12345.678 0.00012 1e100 0.0001 1e10 123456789.0
printfn "[%s] [%10s] [%-10s] [%c] [%5c] [%b]" "s" "right" "left" 'x' 'y' false
printfn "100%% %s" (sprintf "%i%s" 5 "!")
printfn "%M %d %d" 1.10M 255uy -1L

// Floats
for x in [ 0.1 + 0.2; 1.0 / 3.0; 1e15; 1e16; 1.5e-5; 123456789.125; -0.0; nan; infinity; -infinity; Double.MaxValue; 5e-324 ] do
    printfn "%O %A %g %f" x x x (if abs x > 1e20 then 0.0 else x)

for x in [ 0.1f; 1.0f / 3.0f; 16777216.0f; 1e-10f; 3.4028235e38f ] do
    printfn "%O %A %g" x x x

for x in [ 0.5; 1.5; 2.5; 0.125; 0.375; 1.005; 35.25 ] do
    printfn "%.0f %.1f %.2f %s %s %g" x x x (x.ToString "F2") (x.ToString "0.#") (Math.Round x)

printfn "%g %g %g" (Math.Round(2.345, 2)) (Math.Round(-2.5)) (Math.Round(2.5, MidpointRounding.AwayFromZero))
printfn "%g %g %g %g" (floor -1.5) (ceil -1.5) (truncate -1.5) (round -1.5)

// Interpolation
let name, count, price = "tea", 3, 4.5
printfn $"{name} x {count} = {float count * price}"
printfn $"%s{name} %d{count} %.2f{price} {price, 8:F2}| {{braces}} {Some 1} {[ 1; 2 ]}"
printfn $"{count:D4} {255:X} {price:N1} {1234567.891:N2} {0.256:P1}"
printfn "%s" (String.Format("{0}-{1,5}-{2,-5}|{0:000}", 7, "r", "l"))
printfn "%s" ((1234.5).ToString "#,##0.00")
eprintfn "this goes to stderr"
printf "no %s " "newline"
printf "until "
printfn "here"
Console.WriteLine "written by the console"
Console.WriteLine("{0} and {1}", 1, "two")
let line = Printf.kprintf (fun s -> s.ToUpper()) "%s-%d" "abc" 5
printfn "%s" line
let log format = Printf.ksprintf (printfn "log: %s") format
log "%d of %d" 1 2
