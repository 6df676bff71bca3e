// Calls that are decided by the receiver: virtual members, interfaces, object expressions, properties, static state.
module Visitors

[<AbstractClass>]
type Animal(name: string) =
    member _.Name = name
    abstract Speak: int -> string
    abstract Legs: int
    default _.Legs = 4
    abstract Describe: unit -> string
    default this.Describe() = sprintf "%s with %d legs says %s" this.Name this.Legs (this.Speak 2)

type Dog() =
    inherit Animal("dog")
    override _.Speak times = String.replicate times "woof"

type Puppy() =
    inherit Dog()
    override this.Speak times = base.Speak(times).ToLower() + "?"
    override this.Describe() = "small " + base.Describe()

type Bird(song: string) =
    inherit Animal("bird")
    let mutable sung = 0
    override _.Legs = 2

    override _.Speak times =
        sung <- sung + times
        sprintf "%s(%d)" song sung

type IVisitor<'r> =
    abstract Number: int -> 'r
    abstract Add: Expr * Expr -> 'r
    abstract Let: string * Expr * Expr -> 'r
    abstract Name: string -> 'r

and Expr =
    abstract Accept: IVisitor<'r> -> 'r

let number n = { new Expr with member _.Accept visitor = visitor.Number n }
let add a b = { new Expr with member _.Accept visitor = visitor.Add(a, b) }
let name n = { new Expr with member _.Accept visitor = visitor.Name n }
let bind n value body = { new Expr with member _.Accept visitor = visitor.Let(n, value, body) }

type Evaluate(scope: Map<string, int>) =
    interface IVisitor<int> with
        member _.Number n = n
        member this.Add(a, b) = a.Accept this + b.Accept this
        member _.Name n = scope[n]
        member this.Let(n, value, body) = body.Accept(Evaluate(Map.add n (value.Accept this) scope))

type Print() =
    interface IVisitor<string> with
        member _.Number n = string n
        member this.Add(a, b) = sprintf "(%s + %s)" (a.Accept this) (b.Accept this)
        member _.Name n = n
        member this.Let(n, value, body) = sprintf "let %s = %s in %s" n (value.Accept this) (body.Accept this)

let depth =
    { new IVisitor<int> with
        member _.Number _ = 1
        member this.Add(a, b) = 1 + max (a.Accept this) (b.Accept this)
        member _.Name _ = 1
        member this.Let(_, value, body) = 1 + max (value.Accept this) (body.Accept this) }

type IShape =
    abstract Area: float
    abstract Scale: float -> IShape
    abstract Name: string

let rec square side =
    { new IShape with
        member _.Area = side * side
        member _.Scale factor = square (side * factor)
        member _.Name = "square" }

type Circle(radius: float) =
    static let mutable made = 0
    do made <- made + 1
    static member Made = made

    interface IShape with
        member _.Area = 3.0 * radius * radius
        member _.Scale factor = Circle(radius * factor)
        member _.Name = "circle"

let rec make level n =
    if level = 0 then
        (if n % 3 = 0 then name "x" else number n)
    elif level % 3 = 0 then
        bind "x" (make (level - 1) (n + 1)) (make (level - 1) (n * 2))
    else
        add (make (level - 1) (n + 2)) (make (level - 1) (n + 3))

[<EntryPoint>]
let main _ =
    let animals: Animal list = [ Dog(); Puppy(); Bird "tweet"; Bird "caw"; Dog() ]
    for animal in animals @ animals do printfn "%s" (animal.Describe())
    let small = make 3 1
    printfn "%s" (small.Accept(Print()))
    let large = make 6 2
    let scope = Map.ofList [ "x", 5 ]
    printfn "%d %d %d" (small.Accept(Evaluate scope)) (large.Accept(Evaluate scope)) (large.Accept depth)
    let shapes: IShape list = [ for i in 1..6 -> if i % 2 = 0 then square (float i) else Circle(float i) ]
    printfn "%.2f" (shapes |> List.sumBy (fun shape -> shape.Area + (shape.Scale 0.5).Area))
    printfn "%s %d" (shapes |> List.map (fun shape -> shape.Name) |> List.distinct |> String.concat ",") Circle.Made
    let missing = try number 1 |> ignore; (Unchecked.defaultof<Animal>).Speak 1 with :? System.NullReferenceException -> "no animal"
    printfn "%s" missing
    0
