/**
 * F# functions that stand for members of .NET which Fable refuses, or gives another meaning: each is named like the member, `/n` picks the overload with n
 * arguments, and gets the receiver, if any, before the arguments. Calls come here by name (redirect.ts), after F# has checked the types of the member itself: of a
 * signature here only functions among the parameters count.
 */

/** Functions of library/prelude.ts by member: what follows a name is the function, and the parameters where they matter. */
const functions: Readonly<Record<string, readonly [name: string, parameters?: string]>> = {
  "FSharp.Control.Async.RunSynchronously": ["runSynchronously"],
  "System.Threading.Thread.Sleep": ["blockFor"],
};

/** Members that the library's own classes have under the same name. */
const members: Readonly<Record<string, string>> = {
  "System.Threading.Tasks.Task": "Wait get_IsCompleted",
  "System.Threading.Tasks.Task`1": "get_Result",
};

const named = (member: string, attribute: string, parameters: string): string => `  [<${attribute}>]\n  let \`\`${member}\`\` ${parameters} : obj = jsNative`;

export const insteadPrelude = `
namespace global

module internal FusabiInstead =
  open Fable.Core

${Object.entries(functions)
  .map(([member, [name, parameters = "(a: obj)"]]) => named(member, `Import("${name}", "fusabi:prelude")`, parameters))
  .join("\n")}
${Object.entries(members)
  .flatMap(([type, names]) => names.split(" ").map((name) => named(`${type}.${name}`, `Emit("$0.${name.startsWith("get_") ? name.slice(4) : `${name}($1...)`}")`, "(a: obj)")))
  .join("\n")}
`;
