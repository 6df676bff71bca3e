module Program

open Shapes

type Square(tag: string) =
    inherit Shape("square")
    override _.Describe() = tag + ":" + base.Describe()

type Hexagon() =
    inherit Shape(6)
    let extra = 5
    member _.Extra = extra

type Tri() =
    inherit Shape("tri", 3)

type AppError(message: string, code: int) =
    inherit System.Exception(message)
    new(message) = AppError(message, 1)
    new(code: int) = AppError("code", code)
    member _.Code = code

type NotFound(what: string) =
    inherit AppError(what + " not found")

type Fatal() =
    inherit AppError(9)

type IntBox(n: int) =
    inherit Box<int>(n)

type Explicit =
    val A: int
    val B: string
    new(a: int) = { A = a; B = "a" }
    new(b: string) = { A = 0; B = b }

type FromExplicit(x: string) =
    inherit Explicit(x + "!")

type FromExplicit2() =
    inherit Explicit(5)

let show (s: Shape) =
    s.Log "x"
    printfn "%s %d" (s.Describe()) s.Sides
show (Square "t")
show (Hexagon())
show (Tri())
printfn "%d" (Hexagon().Extra)
try raise (NotFound "x") with :? AppError as e -> printfn "%s %d" e.Message e.Code
try raise (Fatal()) with :? AppError as e -> printfn "%s %d" e.Message e.Code
printfn "%s %A" (IntBox 3).Label (IntBox 3).Items
printfn "%s %d %s %d" (FromExplicit "q").B (FromExplicit "q").A (FromExplicit2()).B (FromExplicit2()).A
