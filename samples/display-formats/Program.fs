module Program
[<StructuredFormatDisplay("{A} and {B}; {C}!")>]
type Three(a: int, b: string, c: char) =
    member _.A = a
    member _.B = b
    member _.C = c
    override _.ToString() = "three"
[<StructuredFormatDisplay("Box({Items})")>]
type Bag<'a> = { Items: 'a list; Size: float }
[<StructuredFormatDisplay("{AsText}")>]
type Expr =
    | Num of int
    | Add of Expr * Expr
    | Zero
    member x.AsText = match x with Num n -> string n | Add(a, b) -> sprintf "(%A + %A)" a b | Zero -> "0"
[<Struct; StructuredFormatDisplay("({X}; {Y})")>]
type V = { X: float; Y: uint8 }
[<StructuredFormatDisplay("map {Table} opt {Opt}")>]
type Deep = { Table: Map<string, V>; Opt: V option }
[<StructuredFormatDisplay("plain")>]
type NoProp = { Q: int }
[<StructuredFormatDisplay("{S}")>]
type OnlyS = { S: string }
[<StructuredFormatDisplay("{S} x")>]
type Pre = { S: string }
[<StructuredFormatDisplay("x {N}")>]
type Post = { N: int }
type Rec = { A: OnlyS; B: Post; C: Pre }
[<AbstractClass; StructuredFormatDisplay("{Kind}")>]
type Animal() =
    abstract Kind: string
type Cat() =
    inherit Animal()
    override _.Kind = "cat"
[<EntryPoint>]
let main _ =
    printfn "%A" (Three(1, "b", 'c'))
    printfn "%O %s" (Three(1, "b", 'c')) (string (Three(1, "b", 'c')))
    printfn "%A" { Items = [1.0; 2.5]; Size = 2.0 }
    printfn "%A" { Items = ["a"; "b"]; Size = 2.0 }
    printfn "%A" (Add(Num 1, Add(Num 2, Zero)))
    printfn "%O" (Add(Num 1, Zero))
    printfn "%A" (Some(Num 3), [ Zero ], (Ok(Num 1): Result<Expr, string>))
    printfn "%A" { X = 1.0; Y = 2uy }
    printfn "%A" { Table = Map [ "k", { X = 1.0; Y = 2uy } ]; Opt = None }
    printfn "%A" [ Cat() :> Animal ]
    printfn "%A" {| V = { X = 0.5; Y = 1uy } |}
    printfn "%s" (sprintf "%A" (box { X = 0.5; Y = 1uy }))
    printfn "%A" { A = { S = "s" }; B = { N = 1 }; C = { S = "p" } }
    printfn "%A" {| P = { N = 1 } |}
    printfn "%A" {| P = ({ S = "s" }: OnlyS) |}
    printfn "%A" {| P = ({ S = "s" }: Pre) |}
    printfn "%A" { Q = 1 }
    0
