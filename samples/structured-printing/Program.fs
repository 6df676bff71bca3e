/// `%A`, `%O` and `string` of every kind of value: the layout of F#'s structured printing.
module StructuredPrinting

open System.Collections.Generic

type Shape =
    | Circle of float
    | Rect of w: float * h: float
    | Empty
    | Named of string
    | Nest of Shape
    | Maybe of int option
    | Pair of (int * int)
    | Several of int list

type Person = { Id: int; Name: string; Scores: float list }
type Team = { Title: string; Lead: Person; Deputy: Person option }

type Tree<'a> =
    | Leaf
    | Node of Tree<'a> * 'a * Tree<'a>

type Boxed<'a> = { Value: 'a; Others: 'a list }
type Cycle = { mutable Next: Cycle option; Number: int }
type Color = Red = 1 | Green = 2

[<Struct>]
type Size =
    | Small of s: int
    | Large of l: string

type Shown(n: int) =
    override _.ToString() = "Shown " + string n

exception Refused of string * int

type Everything =
    { Long: int64
      Byte: byte
      Short: int16
      Single: float32
      Big: bigint
      Char: char
      Flag: bool
      Nothing: unit
      Array: int[]
      List: ResizeArray<float>
      Option: float option
      Tuple: int * float
      Color: Color }

type Wide =
    { FirstLongFieldName: string
      SecondLongFieldName: string
      ThirdLongFieldName: int list }

let inline show (x: 'a) =
    printfn "%A" x
    printfn "%O" x

let rec grow n = if n = 0 then Leaf else Node(grow (n - 1), n, grow (n - 1))
let person = { Id = 1; Name = "Ada"; Scores = [ 1.0; 2.5 ] }

let scalars () =
    show 1
    show 3.0
    show 3.14159265358979
    show 1e20
    show 3.0f
    show 3L
    show 3uy
    show 3UL
    show 12345678901234567890I
    show true
    show 'c'
    show '\n'
    show nan
    show -infinity
    show "a\"b"
    printfn "%A %A %A" () (null: string) (None: int option)

let compounds () =
    show [ 1; 2; 3 ]
    show [ 1; 2; 3; 4 ]
    show (List.empty<int>)
    show (1, 2.0, 'c')
    show (struct (1, "a"))
    show (Some 1.0)
    show (Some(Some "a"))
    show (Some(None: int option))
    printfn "%A %A" [| 1; 2 |] [| "a"; null |]
    printfn "%A" (seq { for i in 1..10 -> float i })
    printfn "%A %A" (Ok 1.0: Result<float, string>) (Error "e": Result<float, string>)
    show (Circle 3.0)
    show (Rect(1.0, 2.0))
    show [ Empty; Named "x y"; Nest(Circle 1.0); Nest Empty; Maybe(Some -1); Pair(1, 2); Several [ 1; 2 ] ]
    show (Node(Node(Leaf, 1.0, Leaf), 2.0, Leaf))
    show (Small 1, Large "x")
    show [ Shown 1; Shown 2 ]
    show [ Color.Red; Color.Green ]
    printfn "%A" (Refused("no", 3))

let records () =
    show person
    show [ person; { person with Id = 2 } ]
    show (Some person)
    show { Title = "t"; Lead = person; Deputy = Some person }
    show {| X = 1; Y = "b" |}
    show { Value = { Value = 1.0; Others = [] }; Others = [] }
    let c = { Next = None; Number = 1 }
    c.Next <- Some c
    show c
    show
        { Long = 1L; Byte = 1uy; Short = 1s; Single = 1.5f; Big = 5I; Char = 'c'; Flag = true; Nothing = (); Array = [| 1; 2 |]
          List = ResizeArray [ 1.0 ]; Option = Some 1.0; Tuple = (1, 1.0); Color = Color.Green }

let collections () =
    printfn "%A" (dict [ 1, "a"; 2, "b" ])
    printfn "%A" (HashSet [ 1; 2 ])
    printfn "%A" (ResizeArray [ 1.0 .. 10.0 ])
    printfn "%A" (ref 1.0)
    printfn "%A" [ box 1; box "a"; box 2.5; box 3.0; null; box 'c' ]
    show [ Some 1; None ]
    show [ [ 1; 2 ]; [ 3 ] ]
    printfn $"%A{[ 1.0 ]} {person.Name} %A{Some 2.0}"

let wide () =
    printfn "%A" [ 1..101 ]
    printfn "%A" [| 1..30 |]
    printfn "%A" [ for i in 1..15 -> "string number " + string i ]
    printfn "%A" [ for i in 1..15 -> i, "str" + string i ]
    printfn "%A" [ for i in 1..12 -> Rect(float i, 2.5) ]
    printfn "%A" (Nest(Nest(Nest(Nest(Nest(Nest(Named(String.replicate 50 "y"))))))))
    printfn "%A" (grow 4)
    printfn "%A" (String.replicate 40 "a", String.replicate 40 "b", 1)
    let row = { FirstLongFieldName = "value one long"; SecondLongFieldName = String.replicate 70 "x"; ThirdLongFieldName = [ 1..30 ] }
    printfn "%A" row
    printfn "%A" [ row; row ]
    printfn "%30A|%0A|%.3A" [ 1..20 ] [ 1..40 ] [ 1..20 ]

[<EntryPoint>]
let main _ =
    scalars ()
    compounds ()
    records ()
    collections ()
    wide ()
    0
