/** Which functions of the prelude some sources can reach: F#'s compiler checks the prelude again with every project. */
import type { Words } from "../words.ts";

/** The lines of F# but those that define a function whose member no source names. */
export const selectMembers = (fsharp: string, words: Words): string =>
  fsharp
    .split("\n")
    .filter((line) => {
      const member = /^ {2}let (?:inline )?``([^ ]+)``/.exec(line)?.[1];
      return member === undefined || isNamed(member, words);
    })
    .join("\n");

/** Members that syntax calls: `xs.[i]`, a conversion, `for x in xs`, `assert`. */
const unnamed = new Set(["Item", "op_Implicit", "GetEnumerator", "Assert"]);

/**
 * Whether the member's own name is among the words, or one that stands unnamed: `Fill` of `System.Array.Fill/2`, `Version` of `System.Version..ctor`, `ParamName` of
 * `get_ParamName`, `Queue` of its enumerator's, which a loop calls.
 */
export const isNamed = (member: string, words: Words): boolean => {
  const parts = member
    .replace(/(\/\d+|\(.*\))$/, "")
    .replace(/\.\.ctor$/, "")
    .split(".");
  const enumerator = parts.indexOf("Enumerator");
  const name = parts[enumerator < 0 ? parts.length - 1 : enumerator - 1].replace(/^(?:get|set)_/, "").replace(/`\d+$/, "");
  return unnamed.has(name) || words.has(name);
};
