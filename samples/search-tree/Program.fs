module SearchTree.Program

/// A forest of files and folders: types that need each other.
type Entry =
    | File of name: string * size: int
    | Folder of Folder

and Folder = { Name: string; Entries: Entry list }

let rec size entry =
    match entry with
    | File(size = n) -> n
    | Folder folder -> folderSize folder

and folderSize folder = folder.Entries |> List.sumBy size

let rec index path entry : seq<string * int> =
    seq {
        match entry with
        | File(name, n) -> yield path + "/" + name, n
        | Folder { Name = name; Entries = entries } ->
            for entry in entries do
                yield! index (path + "/" + name) entry
    }

let ascending = Tree.ofSeq [ for i in 1..15 -> i, i * i ]
printfn "%s" (Tree.draw ascending)
printfn "height %d, count %d, balanced %b" ascending.Height (Tree.count ascending) (Tree.isBalanced ascending)
printfn "%A %A" (Tree.tryFind 7 ascending) (Tree.tryFind 16 ascending)

let without = [ 8; 4; 12; 99 ] |> List.fold (fun tree key -> Tree.remove key tree) ascending
printfn "%s" (Tree.draw without)
printfn "%s" (without |> Seq.map (fun (k, v) -> sprintf "%d=%d" k v) |> Seq.truncate 5 |> String.concat " ")

let zigzag = Tree.ofSeq [ for k in [ 5; 1; 3; 9; 7; 8; 2 ] -> k, string k ]
let straight = Tree.ofSeq [ for k in [ 1; 2; 3; 5; 7; 8; 9 ] -> k, string k ]
printfn "%s / %s" (Tree.draw zigzag) (Tree.draw straight)
printfn "equal: %b, same hash: %b" (zigzag = straight) (hash zigzag = hash straight)
printfn "equal after removal: %b" (Tree.remove 5 zigzag = straight)

let words = "the quick brown fox jumps over the lazy dog and the cat".Split ' '

let counts =
    words
    |> Array.fold (fun tree word -> Tree.add word (1 + defaultArg (Tree.tryFind word tree) 0) tree) Tree.empty

for word, n in counts do
    printf "%s:%d " word n

printfn ""
printfn "%d" (counts |> Tree.map (fun word n -> word.Length * n) |> Tree.fold (fun sum _ n -> sum + n) 0)

let pairs = Tree.ofSeq [ (2, "b"), 'x'; (1, "z"), 'y'; (2, "a"), 'z' ]
printfn "%A" (Seq.toList pairs)

let large = Seq.init 500 (fun i -> (i * 7919) % 1009, i) |> Tree.ofSeq
let halved = Seq.init 1009 id |> Seq.filter (fun k -> k % 2 = 0) |> Seq.fold (fun t k -> Tree.remove k t) large
printfn "%d of height %d, then %d of height %d" (Tree.count large) large.Height (Tree.count halved) halved.Height
printfn "balanced: %b" (Tree.isBalanced large && Tree.isBalanced halved)

let home =
    { Name = "home"
      Entries =
        [ File("notes.txt", 120)
          Folder { Name = "src"; Entries = [ File("main.fs", 900); File("lib.fs", 1400) ] }
          Folder { Name = "empty"; Entries = [] } ] }

printfn "%d bytes" (folderSize home)
index "" (Folder home) |> Tree.ofSeq |> Seq.iter (fun (path, n) -> printfn "%-20s %5d" path n)
printfn "%A" (Tree.ofSeq [ 2, "two"; 1, "one" ] |> Seq.map fst |> Set.ofSeq)
printfn "%A" home
