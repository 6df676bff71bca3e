module NullReferences
open System.Collections.Generic
[<AllowNullLiteral>]
type N(v: int) =
    member val Next: N = null with get, set
    member _.V = v
[<AllowNullLiteral>]
type M(v: int) =
    member _.V = v
    override _.Equals o = (printfn "Equals"; false)
    override _.GetHashCode() = v
let f (n: N) = match n with null -> 0 | x -> x.V
let fm (n: M) = match n with null -> 0 | x -> x.V
let g (n: N) = (n = null), (n <> null), (null = n), obj.ReferenceEquals(n, null), obj.ReferenceEquals(null, n)
let rec len (n: N) = if isNull n then 0 else 1 + len n.Next
let o (x: obj) = match x with null -> "null" | :? int as i -> string i | _ -> "other"
let d (x: Dictionary<int,int>) = isNull x
[<EntryPoint>]
let main _ =
    let n = N 3
    n.Next <- N 4
    printfn "%d %d %A %A %d" (f n) (f null) (g n) (g null) (len n)
    printfn "%d %d" (fm (M 2)) (fm null)
    printfn "%s %s %s %b %b" (o null) (o 3) (o n) (d null) (d (Dictionary()))
    printfn "%b" (obj.ReferenceEquals(n, n.Next))
    let p = n
    printfn "%b %b" (obj.ReferenceEquals(n, p)) (isNull (box p))
    0
