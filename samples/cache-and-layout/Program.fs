module Lru.Program

open System
open System.Collections.Generic
type Cache<'K, 'V when 'K: equality>(capacity: int, load: 'K -> 'V) =
    let order = LinkedList<KeyValuePair<'K, 'V>>()
    let nodes = Dictionary<'K, LinkedListNode<KeyValuePair<'K, 'V>>>()
    let mutable hits, misses = 0, 0
    member _.Hits = hits
    member _.Misses = misses
    member _.Keys = [ for n in order -> n.Key ]
    member this.Get(key: 'K) : 'V =
        match nodes.TryGetValue key with
        | true, node ->
            hits <- hits + 1
            order.Remove node
            order.AddFirst node
            node.Value.Value
        | _ ->
            misses <- misses + 1
            let value = load key
            if nodes.Count = capacity then
                let last = order.Last
                order.RemoveLast()
                nodes.Remove last.Value.Key |> ignore
                this.Evicted last.Value.Key
            nodes.[key] <- order.AddFirst(KeyValuePair(key, value))
            value
    abstract Evicted: 'K -> unit
    default _.Evicted key = printfn "  evicted %O" key
let wrap width (text: string) =
    let lines = List<string>()
    let current = Text.StringBuilder()
    for word in text.Split([| ' '; '\n'; '\t' |], StringSplitOptions.RemoveEmptyEntries) do
        if current.Length > 0 && current.Length + 1 + word.Length > width then
            lines.Add(current.ToString())
            current.Clear() |> ignore
        if current.Length > 0 then current.Append ' ' |> ignore
        current.Append word |> ignore
    if current.Length > 0 then lines.Add(current.ToString())
    lines
let justify width (line: string) =
    match line.Split ' ' with
    | [| one |] -> one
    | words ->
        let gaps = words.Length - 1
        let spaces = width - Array.sumBy String.length words
        words |> Array.mapi (fun i w -> if i = gaps then w else w + String(' ', spaces / gaps + (if i < spaces % gaps then 1 else 0))) |> String.Concat
let table (rows: string list list) =
    let widths = rows |> List.transpose |> List.map (List.map String.length >> List.max)
    let bar = "+" + (widths |> List.map (fun w -> String.replicate (w + 2) "-") |> String.concat "+") + "+"
    [ yield bar
      for i, row in List.indexed rows do
          yield "|" + (List.map2 (fun w (c: string) -> " " + (if fst (Double.TryParse c) then c.PadLeft w else c.PadRight w) + " ") widths row |> String.concat "|") + "|"
          if i = 0 then yield bar
      yield bar ]
[<EntryPoint>]
let main _ =
    let cache = Cache<string, int>(3, fun k -> printfn "  loading %s" k; k.Length)
    for key in "one two three one four one two five one".Split() do printfn "%s -> %d" key (cache.Get key)
    printfn "%A %d/%d" cache.Keys cache.Hits cache.Misses
    let quiet = { new Cache<int, float>(2, fun n -> sqrt (float n)) with member _.Evicted k = printf "(-%d)" k }
    for n in [ 4; 9; 4; 16; 9 ] do printf "%g " (quiet.Get n)
    printfn ""
    let text = "The quick brown fox jumps over the lazy dog, and then -- quite unexpectedly -- it does the very same thing again\nand again until   everybody is tired."
    for line in wrap 30 text do printfn "|%-30s|%s|" line (justify 30 line)
    table [ [ "name"; "qty"; "price" ]; [ "pen"; "12"; "1.20" ]; [ "notebook"; "3"; "14.00" ] ] |> List.iter (printfn "%s")
    printfn "%s" ("hello world foo".Split ' ' |> Array.map (fun w -> string (Char.ToUpper w.[0]) + w.[1..]) |> String.concat " ")
    printfn "%s|%5s|%-5s|%05d|%+d|%x|%X|%o|%e|%10.3f|%b|%c" "s" "ab" "cd" 42 7 255 255 8 12345.678 3.14159 true 'z'
    0
