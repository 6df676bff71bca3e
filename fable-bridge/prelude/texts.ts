/** Members of System.String and System.Char that Fable means otherwise for odd arguments: `library/string.ts` and its kin have them. */

/** A member by the types of its parameters, which it is found by: what they are, and F# for what it gives. */
type Search = readonly [types: string, parameters: string, body: string];

/** Ordinal, where no comparison is given. */
const searches: Readonly<Record<string, readonly Search[]>> = {
  IndexOf: [
    ["String", "what: string", "indexOfText (s, what)"],
    ["String,Int32,Int32", "what: string, start: int, count: int", "indexOf (s, what, 4, start, count)"],
    ["String,StringComparison", "what: string, comparison: int", "indexOf (s, what, comparison, 0, s.Length)"],
    ["String,Int32,StringComparison", "what: string, start: int, comparison: int", "indexOf (s, what, comparison, start, s.Length - start)"],
    ["String,Int32,Int32,StringComparison", "what: string, start: int, count: int, comparison: int", "indexOf (s, what, comparison, start, count)"],
    ["Char,StringComparison", "what: char, comparison: int", "indexOf (s, string what, comparison, 0, s.Length)"],
    ["Char,Int32,Int32", "what: char, start: int, count: int", "indexOfChar (s, what, start, count)"],
  ],
  LastIndexOf: [
    ["String", "what: string", "lastIndexOfText (s, what)"],
    ["String,Int32", "what: string, last: int", "lastIndexOf (s, what, 4, last, last + 1)"],
    ["String,Int32,Int32", "what: string, last: int, count: int", "lastIndexOf (s, what, 4, last, count)"],
    ["String,StringComparison", "what: string, comparison: int", "lastIndexOf (s, what, comparison, s.Length - 1, s.Length)"],
    ["String,Int32,StringComparison", "what: string, last: int, comparison: int", "lastIndexOf (s, what, comparison, last, last + 1)"],
    ["String,Int32,Int32,StringComparison", "what: string, last: int, count: int, comparison: int", "lastIndexOf (s, what, comparison, last, count)"],
    ["Char,Int32", "what: char, last: int", "lastIndexOfChar (s, what, last, last + 1)"],
    ["Char,Int32,Int32", "what: char, last: int, count: int", "lastIndexOfChar (s, what, last, count)"],
  ],
};

/** Functions of library/prelude.ts by the members that they are, the text before the arguments. */
export const textTargets: Readonly<Record<string, string>> = {
  "System.String..ctor/1": "ofChars",
  "System.String..ctor/3": "ofChars",
  "System.String..ctor(System.Char,System.Int32)": "ofRepeated",
  "System.String.Contains(System.String)": "containsText",
  "System.String.StartsWith(System.String)": "startsWithText",
  "System.String.EndsWith(System.String)": "endsWithText",
  "System.String.LastIndexOfAny": "lastIndexOfAny",
  "FSharp.Core.Operators.OperatorIntrinsics.GetStringSlice": "sliceOf",
};

const imported = (name: string, parameters: string): string => `  [<Import("${name}", "fusabi:prelude")>]\n  let ${name} (${parameters}) : int = jsNative\n`;

/** What the members call; before them. */
export const textFunctions = [
  imported("indexOf", "s: string, what: string, comparison: int, start: int, count: int"),
  imported("lastIndexOf", "s: string, what: string, comparison: int, last: int, count: int"),
  imported("indexOfText", "s: string, what: string"),
  imported("lastIndexOfText", "s: string, what: string"),
  imported("indexOfChar", "s: string, what: char, start: int, count: int"),
  imported("lastIndexOfChar", "s: string, what: char, last: int, count: int"),
].join("");

export const searchMembers = Object.entries(searches)
  .flatMap(([name, members]) =>
    members.map(
      ([types, parameters, body]) => `  let inline \`\`System.String.${name}(${types.replace(/\b(?=[A-Z])/g, "System.")})\`\` (s: string, ${parameters}) : int = ${body}`,
    ),
  )
  .join("\n");
