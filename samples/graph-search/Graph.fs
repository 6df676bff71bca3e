namespace GraphSearch

open System.Collections.Generic

/// A weighted, directed graph over any comparable kind of node.
type Graph<'Node when 'Node: comparison> =
    private
        { Edges: Map<'Node, ('Node * int) list> }

    member this.Nodes = this.Edges |> Map.toList |> List.map fst
    member this.From node = this.Edges |> Map.tryFind node |> Option.defaultValue []

/// A binary heap; the smallest priority leaves first.
type PriorityQueue<'T>() =
    let heap = ResizeArray<struct (int * 'T)>()
    let priority i = (let struct (p, _) = heap[i] in p)

    let swap i j =
        let t = heap[i]
        heap[i] <- heap[j]
        heap[j] <- t

    member _.IsEmpty = heap.Count = 0

    member _.Push(p, item) =
        heap.Add(struct (p, item))
        let mutable i = heap.Count - 1

        while i > 0 && priority i < priority ((i - 1) / 2) do
            swap i ((i - 1) / 2)
            i <- (i - 1) / 2

    member _.Pop() =
        let top = heap[0]
        swap 0 (heap.Count - 1)
        heap.RemoveAt(heap.Count - 1)

        let rec sink i =
            let smallest =
                [ 2 * i + 1; 2 * i + 2 ]
                |> List.fold (fun s c -> if c < heap.Count && priority c < priority s then c else s) i

            if smallest <> i then
                swap i smallest
                sink smallest

        sink 0
        top

module Graph =

    let ofEdges edges =
        let add from (edge: _ list) map =
            map |> Map.change from (fun known -> Some(Option.defaultValue [] known @ edge))

        { Edges = edges |> List.fold (fun map (a, b, w) -> map |> add a [ b, w ] |> add b []) Map.empty }

    let undirected edges =
        edges |> List.collect (fun (a, b, w) -> [ a, b, w; b, a, w ]) |> ofEdges

    let breadthFirst start (graph: Graph<_>) =
        let seen = HashSet [ start ]
        let queue = Queue [ start ]

        [ while queue.Count > 0 do
              let node = queue.Dequeue()
              yield node

              for next, _ in graph.From node do
                  if seen.Add next then
                      queue.Enqueue next ]

    let depthFirst start (graph: Graph<_>) =
        let rec visit (seen, order) node =
            if Set.contains node seen then
                seen, order
            else
                graph.From node |> List.map fst |> List.fold visit (Set.add node seen, node :: order)

        visit (Set.empty, []) start |> snd |> List.rev

    let shortestPath start goal (graph: Graph<'Node>) =
        let distance = Dictionary<'Node, int>()
        let previous = Dictionary<'Node, 'Node>()
        let queue = PriorityQueue<'Node>()
        distance[start] <- 0
        queue.Push(0, start)

        while not queue.IsEmpty do
            let struct (d, node) = queue.Pop()

            if d = distance[node] then
                for next, weight in graph.From node do
                    let better =
                        match distance.TryGetValue next with
                        | true, known -> d + weight < known
                        | _ -> true

                    if better then
                        distance[next] <- d + weight
                        previous[next] <- node
                        queue.Push(d + weight, next)

        let rec back path node =
            match previous.TryGetValue node with
            | true, before -> back (node :: path) before
            | _ -> node :: path

        match distance.TryGetValue goal with
        | true, d -> Some(d, back [] goal)
        | _ -> None

    /// An order in which every node comes before those it points to, or a node on a cycle.
    let topological (graph: Graph<_>) =
        let rec visit path (finished, order) node =
            if List.contains node path then
                Error node
            elif Set.contains node finished then
                Ok(finished, order)
            else
                graph.From node
                |> List.fold (fun state (next, _) -> state |> Result.bind (fun s -> visit (node :: path) s next)) (Ok(finished, order))
                |> Result.map (fun (finished, order) -> Set.add node finished, node :: order)

        graph.Nodes
        |> List.fold (fun state node -> state |> Result.bind (fun s -> visit [] s node)) (Ok(Set.empty, []))
        |> Result.map snd

    let components (graph: Graph<_>) =
        let rec loop left found =
            match Set.toList left with
            | [] -> List.rev found
            | node :: _ ->
                let part = depthFirst node graph |> Set.ofList
                loop (left - part) (part :: found)

        loop (Set.ofList graph.Nodes) []
