/// A lexer made of one pattern with a named group for each kind of token, and what only .NET's expressions can do: balanced brackets, captures, right to left.
module Tokenizer

open System
open System.Text.RegularExpressions

type Token =
    | Number of float
    | Text of string
    | Name of string
    | Keyword of string
    | Symbol of string

exception UnknownInput of position: int * text: string

let rules =
    [ "space", @"\s+|//[^\n]*|/\*[\s\S]*?\*/"
      "number", @"\d+(?:\.\d+)?(?:[eE][+-]?\d+)?"
      "text", @"""(?:[^""\\]|\\.)*"""
      "keyword", @"(?:let|if|then|else|fun)\b"
      "name", @"[\p{L}_][\p{L}\p{Nd}_']*"
      "symbol", @"->|[-+*/=<>!]=?|[(){},;]" ]

let lexer = rules |> List.map (fun (name, pattern) -> sprintf "(?<%s>%s)" name pattern) |> String.concat "|" |> fun all -> Regex(@"\G(?:" + all + ")")

let tokenize (source: string) =
    let rec next position tokens =
        if position = source.Length then
            List.rev tokens
        else
            let m = lexer.Match(source, position)
            if not m.Success then raise (UnknownInput(position, source.Substring position))
            let rule = rules |> List.pick (fun (name, _) -> if m.Groups.[name].Success then Some name else None)
            let tokens =
                match rule with
                | "space" -> tokens
                | "number" -> Number(float m.Value) :: tokens
                | "text" -> Text(Regex.Unescape(m.Value.Substring(1, m.Length - 2))) :: tokens
                | "keyword" -> Keyword m.Value :: tokens
                | "name" -> Name m.Value :: tokens
                | _ -> Symbol m.Value :: tokens
            next (position + m.Length) tokens
    next 0 []

let program =
    "let größe' = fun x -> /* twice\n   the size */ x * 2.5e1 + 1\n" + "if größe' >= 10 then \"say \\\"big\\\"\\n\" else y_2 // done"

for token in tokenize program do
    printfn "%A" token

try
    tokenize "let a = 1 ? 2" |> ignore
with UnknownInput(position, text) ->
    printfn "unknown at %d: %s" position text

// Balancing groups: an opening bracket is pushed, a closing one takes it away.
let balanced = Regex(@"^[^()\[\]]*(?>(?>(?<round>\()|(?<square>\[)|(?<-round>\))|(?<-square>\]))[^()\[\]]*)*(?(round)(?!))(?(square)(?!))$")

for text in [ "f(a[1], (b))"; "(]"; "((x)"; "no brackets"; "[()][" ] do
    printfn "%-14s %b" text (balanced.IsMatch text)

let arguments = Regex.Match("call(f(1, 2), [a, b], g())", @"\((?:[^()]|(?<depth>\()|(?<inner-depth>\)))*(?(depth)(?!))\)")
printfn "%s" arguments.Value
for capture in arguments.Groups.["inner"].Captures do
    printfn "  at %d: (%s)" capture.Index capture.Value

let words = Regex.Match("one two  three", @"^(?:(\w+)\s*)+$").Groups.[1]
printfn "%s, %d captures: %s" words.Value words.Captures.Count (String.Join("|", [ for c in words.Captures -> c.Value ]))

printfn "%s" (Regex.Replace("1234567.891", @"(?<=\d)(?=(?:\d{3})+(?!\d))(?<!\.\d*)", ","))
printfn "%s" (Regex("[0-9]+", RegexOptions.RightToLeft).Match("a1 b22 c333").Value)

let rec countdown (m: Match) =
    if m.Success then
        printf "%s@%d " m.Value m.Index
        countdown (m.NextMatch())

countdown (Regex.Match("aa b ccc", @"(\w)\1+"))
printfn ""
