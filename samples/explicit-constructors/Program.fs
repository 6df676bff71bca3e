module Program

open System
open Shapes

type Impl =
    inherit Abs
    val N: int
    new (n) = { inherit Abs(); N = n }
    new (s: string) = Impl(int s)
    override this.Go() = this.N * 2
type Mixed =
    inherit Abs
    new () = { inherit Abs() }
    override _.Go() = 1
type Err =
    inherit Exception
    val Code: int
    new (code: int) = { inherit Exception(sprintf "code %d" code); Code = code }
    new (code: int, inner: exn) = { inherit Exception("wrapped", inner); Code = code }
type Err2(c: int) =
    inherit Err(c + 1)
    member _.C = c
type MyEx =
    inherit Exception
    val Code: int
    new (code, msg: string) = { inherit Exception(msg); Code = code }
    new (code) = MyEx(code, "default")
    new () as this = MyEx(7, "unit") then printfn "then %d %s" this.Code this.Message
type Base(x: int) =
    let mutable y = x * 2
    member _.X = x
    member _.Y with get() = y and set v = y <- v
    abstract Name: string
    default _.Name = "base"
    override this.ToString() = sprintf "%s %d" this.Name this.Y
type Derived =
    inherit Base
    val Field: string
    val mutable Count: int
    new (x, y) = { inherit Base(x + 1); Field = y; Count = 0 }
    new (x) as self =
        { inherit Base(x); Field = "one"; Count = 1 }
        then
            self.Count <- self.Count + 10
            printfn "made %s" self.Field
    override this.Name = "derived " + this.Field
    member this.Bump() = this.Count <- this.Count + 1
type Sub =
    inherit Derived
    val Extra: float
    new (e) = { inherit Derived(3); Extra = e }
    new (e, x) = { inherit Derived(x, "two"); Extra = e }
    override this.Name = "sub " + string this.Extra
type Prim(a: int) =
    inherit Derived(a, "prim")
    member _.A = a
type ArgEx =
    inherit ArgumentException
    val Why: string
    new (why: string, p: string, inner: exn) = { inherit ArgumentException("bad " + why, p, inner); Why = why }
    new (why: string) = { inherit ArgumentException("bad " + why, "p"); Why = why }
    override this.Message = "ArgEx:" + this.Why
type Lone =
    val A: int
    val B: string
    new (a) = { A = a; B = "b" }
    new (a, b) = if a < 0 then { A = 0; B = b } else { A = a; B = b }
    new () = let q = 4 in { A = q; B = "q" }
type Choice2 =
    inherit Base
    val Z: int
    new (z: int) =
        let w = z + 1
        if w > 5 then { inherit Base(w); Z = 1 }
        else { inherit Base(w); Z = 2 }
let shapes () =
    let s = Square 2.0
    printfn "%s | %s | %b" (s.Describe()) s.Seen (obj.ReferenceEquals(Shape.All[0], s))
    let b = Box([1], "t")
    printfn "%s %s %A" (b.Describe()) b.Tag b.Item
    printfn "%s" (Box("x").Describe())
    use i = new IntTyped("m")
    printfn "%d %s" i.Key i.More
    let impls: Abs list = [ Impl 3; Impl "4"; Mixed() ]
    printfn "%A" (impls |> List.map (fun x -> x.Go()))
    for e in [ Err 3; Err(4, Exception "in"); Err2 8 :> Err ] do
        try raise e with
        | :? Err2 as e -> printfn "Err2 %d %d %s" e.C e.Code e.Message
        | :? Err as e -> printfn "Err %d %s %b" e.Code e.Message (isNull e.InnerException)
    printfn "%s" (Err(5).GetType().Name)
    printfn "%s" (Err2(5).GetType().FullName)
    printfn "%d" (Shape.All.Count)
    try (try raise (Err 9) with :? ArgumentException -> printfn "no") with e -> printfn "%s" (match e with :? Err as x -> string x.Code | _ -> "?")
let exceptions () =
    for f in [ (fun () -> raise (MyEx(3, "hi"))); (fun () -> raise (MyEx 4)); (fun () -> raise (MyEx())); (fun () -> failwith "plain") ] do
        try f () with
        | :? MyEx as e -> printfn "MyEx %d %s" e.Code e.Message
        | e -> printfn "other %s" e.Message
    let d = Derived(1, "y")
    printfn "%s %d %d %s %O" d.Field d.Count d.X d.Name d
    d.Bump(); d.Y <- 50
    printfn "%d %O" d.Count d
    let d2 = Derived 5
    printfn "%s %d %d %O" d2.Field d2.Count d2.X d2
    let s = Sub 1.5
    printfn "%O %s %d %d" s s.Field s.Count s.X
    let s = Sub(2.5, 9)
    printfn "%O %s %d %d" s s.Field s.Count s.X
    let p = Prim 6
    printfn "%O %d %b %b" p p.A (box p :? Derived) (box p :? Sub)
    let b: Base = s
    match b with
    | :? Sub as s -> printfn "sub %f" s.Extra
    | _ -> printfn "not sub"
    try raise (ArgEx("w", "pp", Exception "in")) with
    | :? ArgEx as e -> printfn "%s %s %s %s" e.Why e.Message e.ParamName e.InnerException.Message
    try raise (ArgEx "w2") with
    | :? ArgumentException as e -> printfn "%s %s" e.Message e.ParamName
    let l = Lone 3
    let m = Lone(-1, "x")
    let n = Lone()
    printfn "%d %s %d %s %d %s" l.A l.B m.A m.B n.A n.B
    let c = Choice2 3
    let c2 = Choice2 8
    printfn "%d %d %d %d" c.Z c.X c2.Z c2.X
[<EntryPoint>]
let main _ =
    shapes ()
    exceptions ()
    0
