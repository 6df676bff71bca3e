module Bench.Graph

open System.Collections.Generic

// breadth-first search, shortest paths and a depth-first order over a graph of dictionaries
type Edge = { Target: int; Weight: int }

let build n =
    let graph = Dictionary<int, ResizeArray<Edge>>()

    for node in 0 .. n - 1 do
        let edges = ResizeArray()

        for k in 1..4 do
            edges.Add { Target = (node * 7 + k * 13) % n; Weight = 1 + (node * k) % 9 }

        graph[node] <- edges

    graph

let breadthFirst (graph: Dictionary<int, ResizeArray<Edge>>) start =
    let distance = Dictionary<int, int>()
    let queue = Queue<int>()
    distance[start] <- 0
    queue.Enqueue start

    while queue.Count > 0 do
        let node = queue.Dequeue()

        for edge in graph[node] do
            if not (distance.ContainsKey edge.Target) then
                distance[edge.Target] <- distance[node] + 1
                queue.Enqueue edge.Target

    distance.Values |> Seq.sum

let shortest (graph: Dictionary<int, ResizeArray<Edge>>) n start =
    let best = Array.create n System.Int32.MaxValue
    best[start] <- 0

    let rec settle frontier =
        if not (Set.isEmpty frontier) then
            let (cost, node) as least = Set.minElement frontier
            let mutable rest = Set.remove least frontier

            if cost = best[node] then
                for edge in graph[node] do
                    let through = cost + edge.Weight

                    if through < best[edge.Target] then
                        best[edge.Target] <- through
                        rest <- Set.add (through, edge.Target) rest

            settle rest

    settle (Set.singleton (0, start))
    best |> Array.sumBy (fun cost -> if cost = System.Int32.MaxValue then 0 else cost)

let depthFirst (graph: Dictionary<int, ResizeArray<Edge>>) start =
    let seen = HashSet<int>()

    let rec visit order node =
        if seen.Add node then
            graph[node] |> Seq.fold (fun order edge -> visit order edge.Target) (node :: order)
        else
            order

    visit [] start |> List.fold (fun acc node -> (acc * 31 + node) % 1000003) 7

let run (n: int) : int =
    let graph = build n
    (breadthFirst graph 0 * 31 + shortest graph n 0 * 7 + depthFirst graph 0) % 1000003
