/** docs/COMPATIBILITY.md: what the tests compare with .NET, and the rows of pipeline/compatibility, which they run. */
import { differences, refusals } from "../compatibility/rows.ts";
import { keyOf, readMembers, readStates, type State } from "../members/rows.ts";

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", "↵");
const code = (text: string): string => `\`${cell(text).replaceAll("`", "'")}\``;

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

/** A row for each type: its members by what they are here. Overloads stand as one name where all of them are alike. */
function memberRows(): readonly (readonly string[])[] {
  const states = readStates();
  const owners = new Map<string, Map<string, State | "same">>();
  for (const row of readMembers()) {
    const members = owners.get(row.owner) ?? new Map<string, State | "same">();
    owners.set(row.owner, members.set(row.member, states.get(keyOf(row)) ?? "same"));
  }
  const nameOf = (member: string): string => member.replace(/\(.*$/, "");
  return [...owners].map(([owner, members]) => {
    const listed = (state: State | "same"): string => {
      const own = [...members].filter((one) => one[1] === state).map(([member]) => member);
      const mixed = (member: string): boolean => [...members].some(([other, answer]) => answer !== state && nameOf(other) === nameOf(member));
      return [...new Set(own.map((member) => (mixed(member) ? member : nameOf(member))))].map(code).join(" ");
    };
    return [code(owner), listed("same"), listed("differs"), listed("refused")];
  });
}

export const printCompatibility = (): string => `# Compatibility with .NET

Made by \`npm run generate\` from what the tests run; not to be edited.

F# that the Fable compiler accepts means here what it means on .NET: widths of integers, exceptions and their messages, formats, order, equality. Culture is invariant, the time zone is UTC.
The tests compare it with what real .NET printed:

- the programs below \`samples/\`, in both tiers and paused at any unit of fuel;
- random programs (\`npm run differential -- --generate COUNT\` compares more of them, and any project of yours);
- each public member of the types and modules that programs use (\`npm run members\`, the table at the end);
- a probe of numbers, operators, conversions, formats, collections, texts and dates, edge by edge (\`npm run probe\`).

## What differs

${table(
  ["", "F#", ".NET", "fusabi", "Fable's JavaScript", "why"],
  differences.map(({ what, code: text, dotnet, fusabi, fable, why }) => [cell(what), code(text), code(dotnet), code(fusabi), code(fable), cell(why)]),
)}

Two things differ by nature: the hash codes of strings, which .NET draws anew in every process and which are fixed here; and stack traces, which name F# functions and lines.

## What is refused

Each is an error at its F# line, found before anything runs.

${table(
  ["", "F#", "what to do"],
  refusals.map(({ what, code: text, instead }) => [cell(what), code(text), cell(instead)]),
)}

## Member by member

Each member was called on .NET and here with common values and with odd ones (empty, negative, nothing). *Differs* means that an answer, an exception or its message was another; what is
refused is an error at its F# line. Overloads stand apart where they are not alike. Members that take spans or pointers, that give another answer in each run, or that wait for something are not in the table.

${table(["", "the same", "differs", "refused"], memberRows())}
`;
