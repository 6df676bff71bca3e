/// A balanced search tree (AVL, after Adelson-Velsky and Landis), never changed in place: what SortedDictionary and SortedSet hold.
module internal System.Collections.Generic.SortedTree

open System.Collections.Generic

[<AllowNullLiteral>]
type Node<'K, 'V>(key: 'K, value: 'V, left: Node<'K, 'V>, right: Node<'K, 'V>, height: int) =
    member _.Key = key
    member _.Value = value
    member _.Left = left
    member _.Right = right
    member _.Height = height

let height (node: Node<'K, 'V>) = if isNull node then 0 else node.Height

let make key value (left: Node<'K, 'V>) (right: Node<'K, 'V>) =
    Node(key, value, left, right, 1 + max (height left) (height right))

/// A node whose sides may differ in height by two.
let balance key value (left: Node<'K, 'V>) (right: Node<'K, 'V>) =
    let tilt = height left - height right
    if tilt > 1 then
        if height left.Left >= height left.Right then
            make left.Key left.Value left.Left (make key value left.Right right)
        else
            let middle = left.Right
            make middle.Key middle.Value (make left.Key left.Value left.Left middle.Left) (make key value middle.Right right)
    elif tilt < -1 then
        if height right.Right >= height right.Left then
            make right.Key right.Value (make key value left right.Left) right.Right
        else
            let middle = right.Left
            make middle.Key middle.Value (make key value left middle.Left) (make right.Key right.Value middle.Right right.Right)
    else
        make key value left right

let rec find (order: IComparer<'K>) (key: 'K) (node: Node<'K, 'V>) : Node<'K, 'V> =
    if isNull node then
        null
    else
        match order.Compare(key, node.Key) with
        | 0 -> node
        | side -> find order key (if side < 0 then node.Left else node.Right)

/// With the key's value; a key that is there keeps its place and its own form.
let rec add (order: IComparer<'K>) (key: 'K) (value: 'V) (node: Node<'K, 'V>) : Node<'K, 'V> =
    if isNull node then
        make key value null null
    else
        match order.Compare(key, node.Key) with
        | 0 -> make node.Key value node.Left node.Right
        | side when side < 0 -> balance node.Key node.Value (add order key value node.Left) node.Right
        | _ -> balance node.Key node.Value node.Left (add order key value node.Right)

let rec least (node: Node<'K, 'V>) : Node<'K, 'V> = if isNull node || isNull node.Left then node else least node.Left
let rec greatest (node: Node<'K, 'V>) : Node<'K, 'V> = if isNull node || isNull node.Right then node else greatest node.Right

let rec private removeLeast (node: Node<'K, 'V>) : Node<'K, 'V> =
    if isNull node.Left then node.Right else balance node.Key node.Value (removeLeast node.Left) node.Right

/// Without a key that is there.
let rec remove (order: IComparer<'K>) (key: 'K) (node: Node<'K, 'V>) : Node<'K, 'V> =
    match order.Compare(key, node.Key) with
    | 0 when isNull node.Right -> node.Left
    | 0 ->
        let next = least node.Right
        balance next.Key next.Value node.Left (removeLeast node.Right)
    | side when side < 0 -> balance node.Key node.Value (remove order key node.Left) node.Right
    | _ -> balance node.Key node.Value node.Left (remove order key node.Right)

let private walk (near: Node<'K, 'V> -> Node<'K, 'V>) (far: Node<'K, 'V> -> Node<'K, 'V>) (root: Node<'K, 'V>) : seq<Node<'K, 'V>> =
    seq {
        let path = Stack<Node<'K, 'V>>()
        let mutable node = root
        while not (isNull node) || path.Count > 0 do
            while not (isNull node) do
                path.Push node
                node <- near node
            let next = path.Pop()
            yield next
            node <- far next
    }

/// The nodes in order.
let nodes (root: Node<'K, 'V>) : seq<Node<'K, 'V>> = walk (fun node -> node.Left) (fun node -> node.Right) root

/// The nodes from the last to the first.
let nodesBack (root: Node<'K, 'V>) : seq<Node<'K, 'V>> = walk (fun node -> node.Right) (fun node -> node.Left) root
