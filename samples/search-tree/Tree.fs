namespace SearchTree

open System.Collections
open System.Collections.Generic

/// An AVL tree: the heights of two siblings differ by one at most.
[<CustomEquality; NoComparison>]
type Tree<'K, 'V when 'K: comparison and 'V: equality> =
    | Empty
    | Node of height: int * left: Tree<'K, 'V> * key: 'K * value: 'V * right: Tree<'K, 'V>

    member tree.Height =
        match tree with
        | Empty -> 0
        | Node(height = h) -> h

    member tree.Items: seq<'K * 'V> =
        seq {
            match tree with
            | Empty -> ()
            | Node(_, left, key, value, right) ->
                yield! left.Items
                yield key, value
                yield! right.Items
        }

    /// Two trees are equal if they hold the same items, whatever their shape.
    override tree.Equals other =
        match other with
        | :? Tree<'K, 'V> as other -> Seq.toList tree.Items = Seq.toList other.Items
        | _ -> false

    override tree.GetHashCode() =
        tree.Items |> Seq.fold (fun h (k, _) -> h * 31 + hash k) 7

    interface IEnumerable<'K * 'V> with
        member tree.GetEnumerator() : IEnumerator<'K * 'V> = tree.Items.GetEnumerator()
        member tree.GetEnumerator() : IEnumerator = (tree.Items :> IEnumerable).GetEnumerator()

[<RequireQualifiedAccess>]
module Tree =

    let private node (left: Tree<_, _>) key value (right: Tree<_, _>) =
        Node(1 + max left.Height right.Height, left, key, value, right)

    let private balance (left: Tree<'K, 'V>) key value (right: Tree<'K, 'V>) =
        match left, right with
        | Node(_, ll, lk, lv, lr), _ when left.Height > right.Height + 1 ->
            match ll, lr with
            | _, Node(_, lrl, lrk, lrv, lrr) when lr.Height > ll.Height ->
                node (node ll lk lv lrl) lrk lrv (node lrr key value right)
            | _ -> node ll lk lv (node lr key value right)
        | _, Node(_, rl, rk, rv, rr) when right.Height > left.Height + 1 ->
            match rl, rr with
            | Node(_, rll, rlk, rlv, rlr), _ when rl.Height > rr.Height ->
                node (node left key value rll) rlk rlv (node rlr rk rv rr)
            | _ -> node (node left key value rl) rk rv rr
        | _ -> node left key value right

    let empty<'K, 'V when 'K: comparison and 'V: equality> : Tree<'K, 'V> = Empty

    let rec add key value tree =
        match tree with
        | Empty -> node Empty key value Empty
        | Node(_, left, k, v, right) ->
            match compare key k with
            | 0 -> node left key value right
            | c when c < 0 -> balance (add key value left) k v right
            | _ -> balance left k v (add key value right)

    let rec private takeSmallest left key value right =
        match left with
        | Empty -> (key, value), right
        | Node(_, ll, lk, lv, lr) ->
            let smallest, left = takeSmallest ll lk lv lr
            smallest, balance left key value right

    let rec remove key tree =
        match tree with
        | Empty -> Empty
        | Node(_, left, k, v, right) when key < k -> balance (remove key left) k v right
        | Node(_, left, k, v, right) when key > k -> balance left k v (remove key right)
        | Node(_, left, _, _, Empty) -> left
        | Node(_, left, _, _, Node(_, rl, rk, rv, rr)) ->
            let (k, v), right = takeSmallest rl rk rv rr
            balance left k v right

    let rec tryFind key tree =
        match tree with
        | Node(_, left, k, v, right) ->
            if key = k then Some v
            elif key < k then tryFind key left
            else tryFind key right
        | Empty -> None

    let rec fold folder state tree =
        match tree with
        | Empty -> state
        | Node(left = left; key = k; value = v; right = right) -> fold folder (folder (fold folder state left) k v) right

    let count tree = fold (fun n _ _ -> n + 1) 0 tree
    let ofSeq items = items |> Seq.fold (fun tree (k, v) -> add k v tree) empty

    let rec map f tree =
        match tree with
        | Empty -> Empty
        | Node(h, left, k, v, right) -> Node(h, map f left, k, f k v, map f right)

    let rec isBalanced (tree: Tree<_, _>) =
        match tree with
        | Empty -> true
        | Node(_, left, _, _, right) -> abs (left.Height - right.Height) <= 1 && isBalanced left && isBalanced right

    let rec draw tree =
        match tree with
        | Empty -> "."
        | Node(_, Empty, k, _, Empty) -> string k
        | Node(_, left, k, _, right) -> sprintf "(%s %s %s)" (draw left) (string k) (draw right)
