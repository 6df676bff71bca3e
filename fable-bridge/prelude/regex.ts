/**
 * F# types of System.Text.RegularExpressions, which Fable erases to JavaScript's: these have .NET's groups, captures, options and positions. They stand before
 * .NET's in files that follow, and are the classes of `library/regex.ts`. Only projects that name the namespace get them.
 */
import type { Words } from "../words.ts";

const namespace = "System.Text.RegularExpressions";

const imported = (name: string): string => `[<AllowNullLiteral; Import("${name}", "fusabi:regex")>]`;

const property = (name: string, type: string): string => `    [<Emit("$0.${name}()")>]\n    member _.${name} : ${type} = jsNative\n`;
const method = (name: string, parameters: string, type: string): string => `    [<Emit("$0.${name}($1...)")>]\n    member _.${name}(${parameters}) : ${type} = jsNative\n`;
const staticMethod = (name: string, parameters: string, type: string): string =>
  `    [<Import("Regex_${name}", "fusabi:regex")>]\n    static member ${name}(${parameters}) : ${type} = jsNative\n`;
const indexer = (parameter: string, type: string, call: string): string => `    [<Emit("$0.${call}($1)")>]\n    member _.Item with get (${parameter}) : ${type} = jsNative\n`;

const collection = (name: string, item: string, members: readonly string[]): string => `
${imported(name)}
type ${name} internal () =
${members.join("")}    interface IEnumerable<${item}> with
        member _.GetEnumerator() : IEnumerator<${item}> = jsNative
        member _.GetEnumerator() : IEnumerator = jsNative
`;

/** A method of Regex with the parameters that it takes after the input, one overload for each further one; and static ones with a pattern instead of the object. */
const regexMethod = (name: string, type: string, needed: string, further: readonly string[]): string => {
  const first = needed === "" ? "input: string" : `input: string, ${needed}`;
  const static_ = needed === "" ? "input: string, pattern: string" : `input: string, pattern: string, ${needed}`;
  const longer = further.map((_, i) => [first, ...further.slice(0, i + 1)].join(", "));
  return [
    ...[first, ...longer].map((parameters) => method(name, parameters, type)),
    ...["", ", options: RegexOptions", ", options: RegexOptions, matchTimeout: TimeSpan"].map((options) => staticMethod(name, static_ + options, type)),
  ].join("");
};

const replaceMethod = (parameter: string): string => regexMethod("Replace", "string", parameter, ["count: int", "startat: int"]);

const options = [
  "IgnoreCase",
  "Multiline",
  "ExplicitCapture",
  "Compiled",
  "Singleline",
  "IgnorePatternWhitespace",
  "RightToLeft",
  "",
  "ECMAScript",
  "CultureInvariant",
  "NonBacktracking",
];

const source = `
namespace ${namespace}

open System
open System.Collections
open System.Collections.Generic
open Fable.Core

[<Flags>]
type RegexOptions =
    | None = 0
${options.flatMap((name, bit) => (name === "" ? [] : [`    | ${name} = ${1 << bit}\n`])).join("")}
${imported("Capture")}
type Capture internal () =
${property("Index", "int")}${property("Length", "int")}${property("Value", "string")}
${collection("CaptureCollection", "Capture", [property("Count", "int"), indexer("index: int", "Capture", "Item")])}
${imported("Group")}
type Group internal () =
    inherit Capture()
${property("Success", "bool")}${property("Name", "string")}${property("Captures", "CaptureCollection")}
${collection("GroupCollection", "Group", [
  property("Count", "int"),
  indexer("number: int", "Group", "Numbered"),
  indexer("name: string", "Group", "Named"),
  property("Keys", "seq<string>"),
  property("Values", "seq<Group>"),
  method("ContainsKey", "key: string", "bool"),
  method("TryGetValue", "key: string", "bool * Group"),
])}
${imported("Match")}
type Match internal () =
    inherit Group()
${property("Groups", "GroupCollection")}${method("NextMatch", "", "Match")}${method("Result", "replacement: string", "string")}
    [<Import("Match_Empty", "fusabi:regex")>]
    static member Empty : Match = jsNative
${collection("MatchCollection", "Match", [property("Count", "int"), indexer("index: int", "Match", "Item")])}
type MatchEvaluator = delegate of Match -> string

${imported("Regex")}
type Regex(pattern: string, options: RegexOptions, matchTimeout: TimeSpan) =
    new(pattern: string) = Regex(pattern, RegexOptions.None, TimeSpan.Zero)
    new(pattern: string, options: RegexOptions) = Regex(pattern, options, TimeSpan.Zero)
${property("Options", "RegexOptions")}${property("RightToLeft", "bool")}${method("GetGroupNames", "", "string[]")}${method("GetGroupNumbers", "", "int[]")}${method("GroupNameFromNumber", "i: int", "string")}${method("GroupNumberFromName", "name: string", "int")}
${regexMethod("IsMatch", "bool", "", ["startat: int"])}${regexMethod("Match", "Match", "", ["startat: int"])}${regexMethod("Matches", "MatchCollection", "", ["startat: int"])}${regexMethod("Count", "int", "", ["startat: int"])}
${regexMethod("Split", "string[]", "", ["count: int", "startat: int"])}${replaceMethod("replacement: string")}${replaceMethod("evaluator: MatchEvaluator")}
${staticMethod("Escape", "str: string", "string")}${staticMethod("Unescape", "str: string", "string")}
`;

/** The F# to add for some sources. */
export const regexPrelude = (words: Words): string => (words.has("RegularExpressions") ? source : "");
