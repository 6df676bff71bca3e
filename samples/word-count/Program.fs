module WordCount.Program

open System
open System.Text

let text =
    """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness,
it was the epoch of belief, it was the epoch of incredulity,
it was the season of Light, it was the season of Darkness,
it was the spring of hope, it was the winter of despair."""

let isWordChar c = Char.IsLetter c || c = '\''

let words (line: string) =
    let current = StringBuilder()

    [ for c in line + " " do
          if isWordChar c then
              current.Append(Char.ToLowerInvariant c) |> ignore
          elif current.Length > 0 then
              yield current.ToString()
              current.Clear() |> ignore ]

let lines = text.Split('\n') |> Array.map (fun l -> l.TrimEnd('\r'))
let allWords = lines |> Seq.collect words |> List.ofSeq

printfn "%d lines, %d words, %d characters" lines.Length allWords.Length text.Length

let frequencies = allWords |> List.countBy id |> List.sortBy (fun (word, n) -> -n, word)

printfn "%-12s %5s  %s" "word" "count" "share"

for word, n in List.truncate 8 frequencies do
    let share = float n / float allWords.Length
    printfn "%-12s %5d  %5.1f%% %s" word n (100.0 * share) (String('*', n))

let once = frequencies |> List.filter (fun (_, n) -> n = 1) |> List.map fst
printfn "only once: %s" (String.Join(", ", once))

let byLength =
    allWords
    |> List.distinct
    |> List.groupBy String.length
    |> List.sortByDescending fst
    |> List.map (fun (length, words) -> sprintf "%d: %s" length (words |> List.sort |> String.concat " "))

byLength |> List.truncate 4 |> List.iter (printfn "%s")

/// Greedy line filling.
let wrap width (words: string list) =
    let folder (finished, current: string) word =
        if current = "" then finished, word
        elif current.Length + 1 + String.length word <= width then finished, current + " " + word
        else current :: finished, word

    let finished, last = List.fold folder ([], "") words
    List.rev (last :: finished)

let justify width (line: string) =
    match line.Split(' ') with
    | [| single |] -> single
    | parts ->
        let gaps = parts.Length - 1
        let spaces = width - (parts |> Array.sumBy String.length)

        parts
        |> Array.mapi (fun i part ->
            if i = gaps then
                part
            else
                let extra = if i < spaces % gaps then 1 else 0
                part + String.replicate (spaces / gaps + extra) " ")
        |> String.concat ""

let column = lines[1].Split(' ') |> List.ofArray |> wrap 24

for line in column do
    printfn "|%-24s|%24s|%s|" line line (justify 24 line)

let capitalise (word: string) =
    match word with
    | "" -> ""
    | w -> string (Char.ToUpperInvariant w[0]) + w[1..]

let caesar shift (s: string) =
    s
    |> String.map (fun c ->
        if Char.IsLower c then char ((int c - int 'a' + shift + 26) % 26 + int 'a')
        elif Char.IsUpper c then char ((int c - int 'A' + shift + 26) % 26 + int 'A')
        else c)

let isPalindrome (s: string) =
    let letters = s.ToLower() |> Seq.filter Char.IsLetter |> Seq.toArray
    letters = Array.rev letters

/// Run-length encoding and back.
let encode (s: string) =
    s
    |> Seq.fold
        (fun runs c ->
            match runs with
            | (last, n) :: rest when last = c -> (last, n + 1) :: rest
            | _ -> (c, 1) :: runs)
        []
    |> List.rev
    |> List.map (fun (c, n) -> if n = 1 then string c else string n + string c)
    |> String.Concat

let decode (s: string) =
    let folder (out: StringBuilder, count) c =
        if Char.IsDigit c then
            out, count * 10 + int c - int '0'
        else
            out.Append(c, max 1 count), 0

    let out, _ = Seq.fold folder (StringBuilder(), 0) s
    out.ToString()

printfn "%s" (allWords |> List.take 6 |> List.map capitalise |> String.concat " ")
printfn "%s | %s" (caesar 3 "Hello, World") (caesar -3 (caesar 3 "Hello, World"))
printfn "%b %b" (isPalindrome "A man, a plan, a canal: Panama") (isPalindrome "Not one")
let encoded = encode "aaabccddddddddddddde"
printfn "%s %s" encoded (decode encoded)
printfn "%d %d %d" (text.IndexOf "age") (text.LastIndexOf "age") (text.IndexOf("nowhere"))
printfn "%s" (text.Substring(0, 26).Replace("best", "BEST").Insert(0, "> ").Remove(8, 4))
printfn "[%s] [%s] [%s]" ("  pad ".Trim()) ("xxpadxx".TrimStart 'x') ("7".PadLeft(3, '0'))
printfn "%b %b %b" ("abc".Contains "bc") ("abc".EndsWith "c") (String.IsNullOrWhiteSpace " \t")
printfn "%d %d" (compare "apple" "banana") (String.CompareOrdinal("b", "a"))
printfn "%A" ("a,b;c".Split([| ','; ';' |]))
printfn "%s" (String.Join("-", "hello" |> Seq.rev |> Seq.map string))
printfn "%s" (String.filter Char.IsDigit "a1b22c333")
printfn "%b %b" (String.forall Char.IsLetter "abc1") (String.exists Char.IsDigit "abc1")
