module Generic.Program

open System
let inline sumOf (xs: seq< ^T >) : ^T when ^T: (static member (+): ^T * ^T -> ^T) and ^T: (static member Zero: ^T) =
    let mutable total = LanguagePrimitives.GenericZero< ^T>
    for x in xs do total <- total + x
    total
let inline lengthOf (x: ^T) = (^T: (member Length: int) x)
let inline describe (x: ^T) : string = (^T: (static member Describe: ^T -> string) x)
type Show =
    static member Show(x: int) = sprintf "int %d" x
    static member Show(x: string) = sprintf "string %s" x
    static member Show(x: float) = sprintf "float %g" x
    static member inline Show(xs: 'a list) = sprintf "list of %d" xs.Length
type Cat = { Name: string } with static member Describe(c: Cat) = "cat " + c.Name
type Dog(name: string) =
    static member Describe(d: Dog) = "dog " + d.Name
    member _.Name = name
    member _.Length = name.Length
[<Struct>]
type V2<[<Measure>] 'u> =
    { X: float<'u>; Y: float<'u> }
    static member (+) (a, b) = { X = a.X + b.X; Y = a.Y + b.Y }
    static member (*) (a: V2<'u>, k: float) = { X = a.X * k; Y = a.Y * k }
    static member Zero: V2<'u> = { X = 0.0<_>; Y = 0.0<_> }
    member v.Length = sqrt (v.X * v.X + v.Y * v.Y)
[<Measure>] type m
[<Measure>] type s
[<Measure>] type km = static member PerM = 1000.0<m/km>
[<CustomEquality; CustomComparison>]
type Rational =
    { N: bigint; D: bigint }
    static member Make(n: bigint, d: bigint) =
        if d.IsZero then raise (DivideByZeroException "zero denominator")
        let g = bigint.GreatestCommonDivisor(n, d) * bigint d.Sign
        { N = n / g; D = d / g }
    static member (+) (a, b) = Rational.Make(a.N * b.D + b.N * a.D, a.D * b.D)
    static member (-) (a, b) = Rational.Make(a.N * b.D - b.N * a.D, a.D * b.D)
    static member (*) (a, b) = Rational.Make(a.N * b.N, a.D * b.D)
    static member (/) (a, b) = Rational.Make(a.N * b.D, a.D * b.N)
    static member (~-) a = { a with N = -a.N }
    static member Zero = { N = 0I; D = 1I }
    static member One = { N = 1I; D = 1I }
    static member op_Explicit(r: Rational) : float = float r.N / float r.D
    override r.ToString() = if r.D.IsOne then string r.N else $"{r.N}/{r.D}"
    override r.Equals o = match o with :? Rational as q -> r.N = q.N && r.D = q.D | _ -> false
    override r.GetHashCode() = hash (r.N, r.D)
    interface IComparable with
        member r.CompareTo o = match o with :? Rational as q -> compare (r.N * q.D) (q.N * r.D) | _ -> invalidArg "o" "not a rational"
let q n d = Rational.Make(bigint (n: int), bigint (d: int))
let harmonic n = Seq.sum (seq { for i in 1..n -> q 1 i })
[<EntryPoint>]
let main _ =
    printfn "%d %g %s" (sumOf [ 1; 2; 3 ]) (sumOf [ 1.5; 2.5 ]) (string (sumOf [ q 1 2; q 1 3 ]))
    printfn "%d %d %d" (lengthOf "abc") (lengthOf [ 1; 2 ]) (lengthOf (Dog "rex"))
    printfn "%s %s" (describe { Name = "tom" }) (describe (Dog "rex"))
    printfn "%s %s %s %s" (Show.Show 1) (Show.Show "a") (Show.Show 1.5) (Show.Show [ 1; 2 ])
    let v = { X = 3.0<m>; Y = 4.0<m> }
    printfn "%A %g %A" v (float v.Length) (v + v * 2.0)
    printfn "%A" (sumOf [ v; v ])
    let speed = 90.0<km> * km.PerM / 3600.0<s>
    printfn "%.2f %A" speed (speed * 2.0<s>)
    printfn "%O %O" (harmonic 20) (List.max [ q 1 2; q 2 3; q 3 5 ])
    printfn "%b %b %d" (q 2 4 = q 1 2) (q 1 3 < q 1 2) (compare (q -1 2) (q 1 -2))
    printfn "%A" (List.sort [ q 1 2; q -3 4; q 5 1 ] |> List.map string)
    (try q 1 0 |> ignore with e -> printfn "%s" e.Message)
    printfn "%O" (Seq.fold (*) Rational.One [ for i in 1..15 -> q (i + 1) i ])
    printfn "%A %A" (Seq.sum [ 1.5f; 2.5f ]) (List.sumBy float32 [ 1; 2 ])
    printfn "%A" (Map.ofList [ q 1 2, "half"; q 1 4, "quarter" ] |> Map.toList |> List.map (fun (k, v) -> string k, v))
    0
