/// Equality, comparison and hash of every sort of value, and the collections that lean on them.
module StructuralValues

open System
open System.Collections.Generic

type Point = { X: float; Y: float }
type Shape =
    | Circle of radius: float
    | Rect of w: int * h: int
    | Empty
    | Named of string * Shape
    | Tagged of int64 * char * uint32 * bool
type Tree<'k, 'v> =
    | Leaf
    | Node of Tree<'k, 'v> * 'k * 'v * Tree<'k, 'v>
type Wide = { Name: string; Age: int; Tags: string list; Place: int * int; Nick: string option; Cells: int[] }
[<Struct>]
type Sp = { A: int; B: string }
[<Struct>]
type Su = Sa of a: int | Sb of b: string
[<CustomEquality; CustomComparison>]
type Cust =
    { Id: int; Text: string }
    override this.Equals o = match o with :? Cust as c -> c.Id = this.Id | _ -> false
    override this.GetHashCode() = this.Id
    interface IComparable with
        member this.CompareTo o = compare (o :?> Cust).Id this.Id
[<ReferenceEquality>]
type Refd = { V: int }
[<NoComparison>]
type Fun = { F: int; G: int list }
[<CustomEquality; NoComparison>]
type Ci =
    { S: string }
    override this.Equals o = match o with :? Ci as c -> c.S.ToLower() = this.S.ToLower() | _ -> false
    override this.GetHashCode() = this.S.ToLower().GetHashCode()
type Klass(n: int) =
    member _.N = n
    override _.Equals o = match o with :? Klass as k -> k.N = n | _ -> false
    override _.GetHashCode() = n
    interface IComparable with
        member _.CompareTo o = compare n (o :?> Klass).N
type Plain(n: int) =
    member _.N = n
type Color = Red = 3 | Green = 1 | Blue = 2
exception Bad of int * string
type Wrapper<'t> = { Value: 't; Next: Wrapper<'t> option }
type Generic<'t when 't: comparison> = { Item: 't; Rest: 't list }
type Single = Only of string
type Flat = F0 | F1 | F2
type Rec1 = { R: Rec2 option; N: int }
and Rec2 = { Q: Rec1 list; M: Map<string, int>; S: Set<int> }

let t name (f: unit -> 'a) =
    let r = try sprintf "%A" (f ()) with e -> e.GetType().Name
    printfn "%s: %s" name r

let genEq a b = a = b
let genCmp a b = compare a b
let genHash a = hash a

let sign x = if x < 0 then -1 elif x > 0 then 1 else 0

[<EntryPoint>]
let main _ =
    let p = { X = nan; Y = 1.0 }
    t "nan self" (fun () -> p = p)
    t "nan other" (fun () -> p = { X = nan; Y = 1.0 })
    t "nan compare" (fun () -> compare p p, compare p { X = 1.0; Y = 1.0 }, compare { X = 1.0; Y = 1.0 } p)
    let tn = (nan, 1)
    t "nan tuple" (fun () -> tn = tn, tn = (nan, 1), compare tn tn, compare tn (1.0, 1))
    let ln = [ nan ]
    t "nan list" (fun () -> ln = ln, ln = [ nan ], compare ln ln, compare ln [ 1.0 ])
    let an = [| nan |]
    t "nan array" (fun () -> an = an, an = [| nan |], compare an an)
    let on = Some nan
    t "nan option" (fun () -> on = on, on = Some nan, compare on on, compare on None)
    t "zeros" (fun () -> { X = 0.0; Y = 1.0 } = { X = -0.0; Y = 1.0 }, hash { X = 0.0; Y = 1.0 } = hash { X = -0.0; Y = 1.0 })
    t "union order" (fun () -> compare (Circle 1.0) (Rect(1, 2)), compare Empty (Circle 2.0), compare (Rect(1, 2)) (Rect(1, 3)), compare (Named("a", Empty)) (Named("a", Circle 1.0)))
    t "union eq" (fun () -> Circle 1.0 = Circle 1.0, Empty = Empty, Named("x", Rect(1, 2)) = Named("x", Rect(1, 2)), Named("x", Empty) = Named("y", Empty))
    t "tagged" (fun () -> Tagged(1L, 'a', 3u, true) = Tagged(1L, 'a', 3u, true), compare (Tagged(1L, 'a', 3u, true)) (Tagged(1L, 'b', 3u, true)), compare (Tagged(1L, 'a', 4000000000u, true)) (Tagged(1L, 'a', 3u, true)), compare (Tagged(1L, 'a', 3u, false)) (Tagged(1L, 'a', 3u, true)))
    let w = { Name = "n"; Age = 3; Tags = [ "a"; "b" ]; Place = (1, 2); Nick = Some "q"; Cells = [| 1; 2 |] }
    t "wide" (fun () -> w = { w with Age = 3 }, w = { w with Age = 4 }, w = { w with Tags = [ "a"; "b" ] }, w = { w with Tags = [ "a" ] }, w = { w with Cells = [| 1; 2 |] }, w = { w with Cells = [| 1; 3 |] })
    t "wide cmp" (fun () -> [ compare w { w with Age = 4 }; compare w { w with Tags = [ "a"; "c" ] }; compare w { w with Nick = None }; compare w { w with Cells = [| 1 |] }; compare w { w with Cells = [| 9 |] }; compare w { w with Name = null }; compare w { w with Place = (1, 1) } ] |> List.map sign)
    t "wide hash" (fun () -> hash w = hash { w with Age = 3 }, hash w = hash { w with Tags = [ "a"; "b" ]; Cells = [| 1; 2 |] })
    t "struct" (fun () -> { A = 1; B = "x" } = { A = 1; B = "x" }, compare { A = 1; B = "x" } { A = 1; B = "y" } |> sign, Sa 1 = Sa 1, compare (Sa 1) (Sb "q"), compare (Sb null) (Sb "q") |> sign)
    let c1, c2 = { Id = 1; Text = "a" }, { Id = 1; Text = "b" }
    t "custom" (fun () -> c1 = c2, compare c1 { Id = 2; Text = "" }, [ c1 ] = [ c2 ], (c1, 1) = (c2, 1), Some c1 = Some c2, compare [ c1 ] [ { Id = 0; Text = "" } ], hash c1, [| c1 |] = [| c2 |])
    t "custom max" (fun () -> (max c1 { Id = 2; Text = "z" }).Id, (min c1 { Id = 2; Text = "z" }).Id, List.sort [ c1; { Id = 2; Text = "" }; { Id = 0; Text = "" } ] |> List.map (fun c -> c.Id))
    t "ci" (fun () -> { S = "AB" } = { S = "ab" }, List.distinct [ { S = "X" }; { S = "x" }; { S = "y" } ] |> List.length, List.groupBy id [ { S = "X" }; { S = "x" } ] |> List.length)
    let r1, r2 = { V = 1 }, { V = 1 }
    t "reference" (fun () -> r1 = r1, r1 = r2, [ r1 ] = [ r1 ], [ r1 ] = [ r2 ], HashSet([ r1; r2; r1 ]).Count)
    t "class" (fun () -> Klass 1 = Klass 1, compare (Klass 1) (Klass 2), [ Klass 1 ] = [ Klass 1 ], (Klass 1, 2) = (Klass 1, 2))
    let pl = Plain 1
    t "enum" (fun () -> compare Color.Red Color.Green, Color.Red = Color.Red, List.sort [ Color.Red; Color.Green; Color.Blue ], hash Color.Red)
    t "exception" (fun () -> Bad(1, "a") = Bad(1, "a"), Bad(1, "a") = Bad(1, "b"), Bad(1, "a") = (Failure "q"))
    t "generic rec" (fun () -> { Value = 1; Next = Some { Value = 2; Next = None } } = { Value = 1; Next = Some { Value = 2; Next = None } }, compare { Value = 1; Next = Some { Value = 2; Next = None } } { Value = 1; Next = None })
    t "generic rec2" (fun () -> { Item = "a"; Rest = [ "b" ] } = { Item = "a"; Rest = [ "b" ] }, compare { Item = 1.5; Rest = [] } { Item = 1.5; Rest = [ 2.0 ] })
    t "tree" (fun () -> Node(Leaf, 1, "a", Leaf) = Node(Leaf, 1, "a", Leaf), compare (Node(Leaf, 1, "a", Leaf)) (Node(Leaf, 1, "a", Node(Leaf, 2, "b", Leaf))), compare Leaf (Node(Leaf, 1, "a", Leaf)))
    t "mutual" (fun () -> { R = Some { Q = []; M = Map [ "a", 1 ]; S = set [ 1; 2 ] }; N = 1 } = { R = Some { Q = []; M = Map [ "a", 1 ]; S = set [ 2; 1 ] }; N = 1 }, compare { R = Some { Q = []; M = Map [ "a", 1 ]; S = set [ 1; 2 ] }; N = 1 } { R = Some { Q = []; M = Map [ "a", 2 ]; S = set [ 2; 1 ] }; N = 1 } |> sign)
    t "only" (fun () -> Only "a" = Only "a", compare (Only "a") (Only "b") |> sign, Only null = Only null)
    t "flat" (fun () -> F0 = F0, F0 = F1, compare F2 F0, List.sort [ F2; F0; F1 ], max F0 F2)
    t "strings" (fun () -> compare "a" "B" |> sign, compare "a" null |> sign, compare null "a" |> sign, (null: string) = null, compare "ab" "abc" |> sign, max "a" "b")
    t "unit" (fun () -> () = (), compare () ())
    t "nested option" (fun () -> Some(Some 1) = Some(Some 1), Some None = Some(None: int option), compare (Some None) (Some(Some 1)), compare None (Some(None: int option)), Some() = Some())
    t "voption" (fun () -> ValueSome 1 = ValueSome 1, compare ValueNone (ValueSome 1), compare (ValueSome 2) (ValueSome 1))
    t "result" (fun () -> (Ok 1: Result<int, string>) = Ok 1, compare (Ok 1: Result<int, string>) (Error "x"), (Choice1Of2 1: Choice<int, string>) = Choice2Of2 "")
    t "lists" (fun () -> [ 1; 2 ] = [ 1; 2 ], [ 1 ] = [ 1; 2 ], compare [ 1; 2 ] [ 1 ], compare [ 1 ] [ 1; 2 ], compare [ 2 ] [ 1; 2 ], compare ([]: int list) [], ([]: int list) = [])
    t "arrays" (fun () -> [| 1; 2 |] = [| 1; 2 |], compare [| 1; 2 |] [| 9 |], compare [| 1 |] [| 1; 2 |], [| [| 1 |] |] = [| [| 1 |] |], (null: int[]) = null, [| 1uy; 2uy |] = [| 1uy; 2uy |])
    t "array null" (fun () -> (null: int[]) = [| 1 |], compare (null: int[]) [| 1 |], compare [| 1 |] null)
    t "arr float" (fun () -> [| 1.0; nan |] = [| 1.0; nan |], compare [| 1.0; nan |] [| 1.0; nan |])
    t "int64s" (fun () -> compare 5000000000L 4L, (1L, 2UL) = (1L, 2UL), compare (1L, 3UL) (1L, 2UL), hash 5000000000L)
    t "hashes" (fun () -> hash 1, hash true, hash (1, 2), hash (1, 2, 3), hash (1, 2, 3, 4), hash (1, 2, 3, 4, 5), hash 1.5, hash 'a', hash 1uy, hash -1s, hash 3u)
    t "hash union" (fun () -> hash (Rect(1, 2)), hash Empty, hash (Circle 1.5), hash [ 1; 2 ], hash (Some 1), hash (None: int option), hash [| 1; 2 |], hash { A = 1; B = null })
    t "hash tree" (fun () -> hash F0, hash F2, hash (Tagged(1L, 'a', 3u, true)), hash { V = 1 } = hash { V = 1 }, hash (Sa 1), hash (ValueSome 3), hash (1.5f, 2L), hash (Ok 3: Result<int,int>), hash ([]: int list))
    t "anon" (fun () -> {| A = 1; B = "x" |} = {| A = 1; B = "x" |}, compare {| A = 1; B = "x" |} {| A = 1; B = "y" |} |> sign)
    t "struct tuple" (fun () -> struct (1, "a") = struct (1, "a"), compare (struct (1, "a")) (struct (1, "b")) |> sign)
    t "generic" (fun () -> genEq (1, "a") (1, "a"), genEq w { w with Age = 3 }, genCmp (Circle 1.0) Empty, genHash (1, 2) = hash (1, 2), genHash (Rect(1, 2)) = hash (Rect(1, 2)), genHash "ab" = hash "ab", genHash { X = 1.5; Y = nan } = hash { X = 1.5; Y = nan })
    t "obj" (fun () -> (box (1, 2)).Equals(box (1, 2)), (box w).Equals w, box w = box { w with Age = 3 }, (1, 2).Equals((1, 2)), (1, 2).GetHashCode() = hash (1, 2))
    t "maps" (fun () -> Map [ 1, "a" ] = Map [ 1, "a" ], compare (Map [ 1, "a" ]) (Map [ 1, "b" ]) |> sign, set [ 1; 2 ] = set [ 2; 1 ], compare (set [ 1 ]) (set [ 1; 2 ]), (set [ 1 ], 1) = (set [ 1 ], 1))
    t "sort" (fun () -> List.sort [ (2, "b"); (1, "z"); (2, "a") ], List.sortBy (fun (a, b) -> b, a) [ (2, "b"); (1, "z"); (2, "a") ], List.sortDescending [ "b"; "a"; null; "B" ], List.sortByDescending snd [ (1, 2.0); (2, nan); (3, 1.0) ], Array.sort [| 'b'; 'a' |], Array.sortDescending [| 3; 1; 2 |], List.sortWith (fun a b -> compare b a) [ 1; 3; 2 ])
    t "sort2" (fun () -> Array.sort [| 3.0; nan; -1.0; -0.0; 0.0 |], List.sort [ true; false ], Array.sortBy string [| 10; 9; 1 |], Seq.sort [ 3L; 1L ] |> List.ofSeq, Array.sort [| 5u; 4000000000u; 1u |], List.sort [ [ 2 ]; [ 1; 5 ]; [] ], List.sort [ Some 2; None; Some 1 ])
    t "sets" (fun () -> set [ Circle 1.0; Empty; Rect(1, 2); Circle 0.5 ], Set.contains (Rect(1, 2)) (set [ Rect(1, 2) ]), set [ nan; nan; 1.0 ] |> Set.count, set [ "b"; "a"; "B" ], Set.minElement (set [ (2, 1); (1, 9) ]))
    t "map keys" (fun () -> Map [ (2, "a"), 1; (1, "b"), 2; (1, "a"), 3 ], Map.tryFind { Name = "n"; Age = 3; Tags = []; Place = (0, 0); Nick = None; Cells = [||] } (Map [ { Name = "n"; Age = 3; Tags = []; Place = (0, 0); Nick = None; Cells = [||] }, 5 ]), Map [ 'b', 1; 'a', 2 ], Map [ true, 1; false, 0 ], Map [ 3UL, 1; 18446744073709551615UL, 2; 0UL, 3 ])
    t "groups" (fun () -> List.groupBy (fun x -> x % 3, x > 4) [ 1..8 ], List.countBy (fun x -> if x > 2 then Some x else None) [ 1..4 ], List.distinct [ (1, "a"); (1, "b"); (1, "a") ], Seq.distinctBy (fun (p: Point) -> p.X) [ { X = 1.0; Y = 1.0 }; { X = 1.0; Y = 2.0 } ] |> Seq.length, Array.groupBy (fun s -> String.length s) [| "a"; "bb"; "c" |], List.except [ (1, 2) ] [ (1, 2); (3, 4) ], List.contains (Some 3) [ Some 3 ])
    let d = Dictionary<int * string, Shape>()
    d[(1, "a")] <- Empty
    d[(1, "b")] <- Circle 1.0
    d[(1, "a")] <- Rect(1, 1)
    t "dict" (fun () -> d.Count, d.ContainsKey((1, "a")), d[(1, "a")], d.Remove((1, "b")), d.Count, d.TryGetValue((9, "a")), (try d[(7, "q")] with :? KeyNotFoundException -> Empty))
    t "dict message" (fun () -> try d[(7, "q")] |> ignore; "" with e -> e.Message)
    t "dict message2" (fun () -> try d.Add((1, "a"), Empty); "" with e -> e.Message)
    let d2 = Dictionary<float, int>()
    d2[nan] <- 1
    d2[nan] <- 2
    d2[0.0] <- 3
    d2[-0.0] <- 4
    t "dict float" (fun () -> d2.Count, d2[nan], d2[0.0])
    let d3 = Dictionary<Point, int>()
    d3[p] <- 1
    d3[{ X = nan; Y = 1.0 }] <- 2
    let d5 = Dictionary<Cust, int>()
    d5[c1] <- 1
    d5[c2] <- 2
    t "dict cust" (fun () -> d5.Count, d5[c1], HashSet([ c1; c2 ]).Count, Set.ofList [ c1; c2 ] |> Set.count)
    let d6 = Dictionary<Shape, int>(HashIdentity.Structural)
    d6[Rect(1, 2)] <- 1
    d6[Rect(1, 2)] <- 2
    let d7 = Dictionary<Point, int>(HashIdentity.Reference)
    d7[p] <- 1
    d7[{ p with Y = 1.0 }] <- 2
    t "dict identity" (fun () -> d6.Count, d7.Count)
    let d8 = Dictionary<int list, string>()
    for i in 0 .. 50 do d8[[ i; i + 1 ]] <- string i
    for i in 0..2..50 do d8.Remove [ i; i + 1 ] |> ignore
    for i in 100 .. 110 do d8[[ i ]] <- string i
    t "dict order" (fun () -> [ for KeyValue(k, v) in d8 -> v ] |> String.concat ",")
    let hs = HashSet<struct (int * int)>()
    for i in 0 .. 20 do hs.Add(struct (i % 5, i % 3)) |> ignore
    t "hashset" (fun () -> hs.Count, hs.Contains(struct (4, 2)), hs.Remove(struct (4, 2)), hs.Count, [ for struct (a, b) in hs -> a * 10 + b ])
    let cache = Dictionary<Wide, int>()
    cache[w] <- 1
    t "dict wide" (fun () -> cache.ContainsKey { w with Tags = [ "a"; "b" ]; Cells = [| 1; 2 |] }, cache.ContainsKey { w with Name = null }, hash { w with Name = null; Nick = None } = hash { w with Name = null; Nick = None })
    t "deep" (fun () ->
        let rec build n = if n = 0 then Empty else Named("x", build (n - 1))
        build 2000 = build 2000, compare (build 2000) (build 2000))
    t "no comparison" (fun () -> { F = 1; G = [ 2 ] } = { F = 1; G = [ 2 ] })
    t "funcs" (fun () -> box 1 = box 1L, box (1,2) = box (1,2))
    0
