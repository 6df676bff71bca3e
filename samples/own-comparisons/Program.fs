module T8
open System
[<CustomEquality; CustomComparison>]
type R = { N: int }
  with
  override a.Equals o = match o with :? R as b -> (a :> IEquatable<R>).Equals b | _ -> false
  override a.GetHashCode() = a.N
  interface IEquatable<R> with member a.Equals b = a.N = b.N
  interface IComparable<R> with member a.CompareTo b = compare a.N b.N
  interface IComparable with member a.CompareTo o = (a :> IComparable<R>).CompareTo(o :?> R)
type V(n: int) =
  member _.N = n
  override a.Equals o = match o with :? V as b -> (a :> IEquatable<V>).Equals b | _ -> false
  override a.GetHashCode() = n
  member this.CompareTo(b: V) = (this :> IComparable<V>).CompareTo b
  interface IEquatable<V> with member a.Equals b = n = b.N
  interface IComparable with
    member a.CompareTo o = match o with :? V as v -> (a :> IComparable<V>).CompareTo v | _ -> invalidArg "o" "not a V"
  interface IComparable<V> with member a.CompareTo b = compare n b.N
let a, b = { N = 1 }, { N = 2 }
printfn "%b %d %b %A" (a = b) (compare a b) (a < b) (List.sortDescending [ a; b ])
let c, d = V 1, V 2
printfn "%b %d %b %A" (c = d) (compare c d) (c < d) (List.sortDescending [ c; d ] |> List.map (fun v -> v.N))
printfn "%d" (c.CompareTo d)
