/** The F# around the rows of a probe: every row prints its name and, on one line, what its expression gives or raises. */

/** One program of the probe; its rows come from F# expressions and loops over them. */
export interface Family {
  readonly name: string;
  readonly source: string;
}

const raised = [
  "ArgumentNullException",
  "ArgumentOutOfRangeException",
  "ArgumentException",
  "DivideByZeroException",
  "OverflowException",
  "FormatException",
  "IndexOutOfRangeException",
  "Collections.Generic.KeyNotFoundException",
  "NullReferenceException",
  "InvalidCastException",
  "InvalidOperationException",
  "NotSupportedException",
  "NotImplementedException",
  "TimeoutException",
  "MatchFailureException",
];

export const family = (name: string, body: string): Family => ({
  name,
  source: `module Probe

open System
open System.Globalization

let kindOf (e: exn) =
    match e with
${raised.map((type) => `    | :? ${type} -> "${type.split(".").at(-1)}"`).join("\n")}
    | _ -> "Exception"

let line (text: string) = text.Replace("\\r", "\\\\r").Replace("\\n", "\\\\n")

let row (name: string) (f: unit -> string) =
    let result =
        try
            line (f ())
        with e ->
            "! " + kindOf e + ": " + line e.Message

    Console.WriteLine(line name + "\\t" + result)

${body}
`,
});

/** An F# string literal. */
export const quoted = (text: string): string => JSON.stringify(text);
