module internal Savings.Journal

let private entries = ResizeArray<string>()

let write text = entries.Add text

/// How many entries hold the text, and the longest of those.
let search (text: string) =
    match entries |> Seq.filter _.Contains(text) |> List.ofSeq with
    | [] -> None
    | found -> Some struct (found.Length, List.maxBy String.length found)
