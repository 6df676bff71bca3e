/** docs/COMPATIBILITY.md: what the tests compare with .NET, and the rows of pipeline/compatibility, which they run. */
import { differences, refusals } from "../compatibility/rows.ts";

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", "↵");
const code = (text: string): string => `\`${cell(text).replaceAll("`", "'")}\``;

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

export const printCompatibility = (): string => `# Compatibility with .NET

Made by \`npm run generate\` from what the tests run; not to be edited.

F# that the Fable compiler accepts means here what it means on .NET: widths of integers, exceptions and their messages, formats, order, equality. Culture is invariant, the time zone is UTC.
The tests compare it with what real .NET printed:

- the programs below \`samples/\`, in both tiers and paused at any unit of fuel;
- random programs (\`npm run differential -- --generate COUNT\` compares more of them, and any project of yours);
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
`;
