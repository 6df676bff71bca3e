/** The F# program that both sides run: a line for each row. */
import type { Row } from "./rows.ts";

/** What .NET prints for a pattern that takes too long; such a row says nothing. */
export const timedOut = "TIMEOUT";

const fieldEnd = "\u0001";
const rowEnd = "\u0002";

const literal = (text: string): string =>
  `"${text.replace(/[^ -~]|["\\]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  })}"`;

export const printProgram = (rows: readonly Row[]): string => `module RegexPairs

open System
open System.Text
open System.Text.RegularExpressions

let escape (text: string) =
    let result = StringBuilder()
    for unit in text do
        if unit >= ' ' && unit <= '~' && unit <> '|' then result.Append(unit) |> ignore
        else result.Append('{').Append(int unit).Append('}') |> ignore
    result.ToString()

let place (capture: Capture) = string capture.Index + "+" + string capture.Length

let group (g: Group) =
    let places = [ for c in g.Captures -> place c ]
    g.Name + (if g.Success then ":" + place g else "") + (match places with [] | [ _ ] -> "" | _ -> "(" + String.Join(" ", places) + ")")

let evaluate (pattern: string) (options: RegexOptions) (input: string) (replacement: string) =
    try
        let regex = Regex(pattern, options, TimeSpan.FromSeconds 1.0)
        let found = [ for m in regex.Matches input |> Seq.truncate 5 -> String.Join(" ", [ for g in m.Groups -> group g ]) ]
        String.Join("; ", found) + " | " + escape (regex.Replace(input, replacement)) + " | " + String.Join(",", [| for part in regex.Split input -> escape part |])
    with
    | :? TimeoutException -> "${timedOut}"
    | :? ArgumentException as e -> "! " + escape e.Message

let rows = ${literal(rows.map((row) => [row.pattern, row.options, row.input, row.replacement].join(fieldEnd)).join(rowEnd))}

for row in rows.Split '\\u0002' do
    match row.Split '\\u0001' with
    | [| pattern; options; input; replacement |] -> printfn "%s" (evaluate pattern (enum<RegexOptions> (int options)) input replacement)
    | _ -> printfn "?"
`;
