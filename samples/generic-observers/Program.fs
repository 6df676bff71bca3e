/// Generic functions that look at what their type parameters are.
module App

type Tree<'T> = Leaf | Node of Tree<'T> * 'T * Tree<'T>
type Pair<'A,'B> = { First: 'A; Second: 'B }
type Color = Red = 1 | Green = 2
let show (x: 'a) = sprintf "%A" x
let pair (x: 'a) (y: 'b) = show (x, y)
let m xs = List.map show xs
let tag (x: 'a) =
    match box x with
    | :? int -> "int" | :? float -> "float" | :? char -> "char" | :? string -> "string" | :? (int list) -> "ints" | :? (int option) -> "opt"
    | :? byte -> "byte" | :? decimal -> "decimal" | :? int64 -> "int64" | :? Color -> "color" | :? (int[]) -> "arr" | _ -> "other"
let str (x: 'a) = string x
let dflt<'a> () : 'a = Unchecked.defaultof<'a>
let conv (x: obj) : 'a = unbox<'a> x
let tryCast<'a> (x: obj) : 'a option = match x with :? 'a as a -> Some a | _ -> None
let rec walk (t: Tree<'T>) = match t with Leaf -> "." | Node (l, v, r) -> "(" + walk l + string v + walk r + ")"
let rec even (n: int) (x: 'a) : string = if n = 0 then sprintf "even %A" x else odd (n - 1) x
and odd (n: int) (x: 'a) : string = if n = 0 then sprintf "odd %A" x else even (n - 1) x
let interp (x: 'a) = $"[{x}] %A{x}"
let nested (x: 'a) =
    let inner (y: 'b) = sprintf "%A-%A" x y
    inner 1.0 + inner 'c' + inner x
let local () =
    let inner x = sprintf "%A" x
    let rec loop n x = if n = 0 then "" else string x + loop (n - 1) x
    inner 3.0 + inner 'c' + loop 3 2.5f + (List.map inner [1.0] |> String.concat "")
type Box<'T>(v: 'T) =
    member _.Show() = sprintf "%A" v
    member _.Other(x: 'U) = sprintf "%A %A" v x
    member _.Get = v
    member this.Twice = this.Show() + this.Show()
    static member Make(v: 'T) = Box<'T>(v)
    static member Text(v: 'T) = sprintf "%A" v
type System.String with member s.With(x: 'a) = s + sprintf "%A" x
let kons (xs: 'a seq) = xs |> Seq.map (fun x -> sprintf "%A" x) |> String.concat ","
let printAll (items: 'a list) = for i in items do printfn "%A" i
let memo (f: 'a -> 'b) = 
    let d = System.Collections.Generic.Dictionary<'a,'b>()
    fun x -> match d.TryGetValue x with | true, v -> sprintf "hit %A" v | _ -> (let v = f x in d.[x] <- v; sprintf "miss %A" v)
[<EntryPoint>]
let main _ =
    printfn "%s %s %s %s" (show 3.0) (show 'c') (show 3uy) (show [1.0; 2.0])
    printfn "%s" (show (Node (Leaf, 2.0, Leaf)))
    printfn "%s" (show { First = 1.0; Second = Some 'x' })
    printfn "%s %A" (pair 1.0 'c') (m [1.0; 2.0])
    printfn "%s %s %s %s %s %s %s %s" (tag 1) (tag 1.0) (tag 'c') (tag "s") (tag 1uy) (tag 1m) (tag 1L) (tag Color.Red)
    printfn "%s %s %s" (tag [1]) (tag (Some 1)) (tag [|1|])
    printfn "%s %s %s %s" (str 1.5) (str 'c') (str Color.Green) (str 2.5f)
    printfn "%d %b %s %f %A" (dflt<int> ()) (dflt<bool> ()) (if isNull (dflt<string> ()) then "null" else "?") (dflt<float> ()) (dflt<int64> ())
    printfn "%d %f" (conv (box 3) : int) (conv (box 3.5) : float)
    printfn "%A %A %A" (tryCast<int> (box 3)) (tryCast<int> (box 3.0)) (tryCast<string> (box "s"))
    printfn "%s" (walk (Node (Node (Leaf, 'a', Leaf), 'b', Leaf)))
    printfn "%s %s" (even 3 2.0) (odd 2 'q')
    printfn "%s" (interp 3.0)
    printfn "%s" (interp 'c')
    printfn "%s" (nested 7.0)
    printfn "%s" (local ())
    let b = Box<float>(3.0)
    printfn "%s %s %s %s %s" (b.Show()) (b.Other 'c') b.Twice (Box.Make(2.0).Show()) (Box<_>.Text 2.0)
    printfn "%s" ("s".With 2.0)
    printfn "%s" (kons [1.0; 2.0])
    printAll [1.0; 2.0]
    let f = memo (fun (x: int) -> float x)
    printfn "%s %s" (f 1) (f 1)
    printfn "%A" (List.map show ['a'; 'b'])
    let partial : char -> string = pair 1.0
    printfn "%s" (partial 'z')
    0
