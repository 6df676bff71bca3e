/**
 * Member by member: an F# expression for each public member of the types that F# programs use (`catalogue/` finds them by reflection), and what .NET printed for it.
 *
 *     npm run members [-- TYPE…]   compares fusabi with what .NET printed, and with `states.txt`
 *     npm run members -- --states  writes `states.txt`: what is refused or differs (docs/COMPATIBILITY.md lists it)
 *     npm run members -- --write   asks dotnet for the members and their answers anew
 */
import { openCompiler } from "../compile.ts";
import { toolArguments } from "../tool-arguments.ts";
import { compareMembers } from "./compare.ts";
import { askMembers } from "./dotnet.ts";
import { keyOf, readMembers, readStates, type State, writeMembers, writeStates } from "./rows.ts";

const { values: flags, positionals: names } = toolArguments("usage: npm run members -- [TYPE…] [--states | --write]", { states: { type: "boolean" }, write: { type: "boolean" } });

if (flags.write) {
  const rows = await askMembers();
  writeMembers(rows);
  console.log(`${rows.length} rows`);
} else {
  const listed = readStates();
  const states = new Map<string, State>();
  const compiler = openCompiler();
  const members = readMembers();
  for (const owner of names.length > 0 ? names : new Set(members.map((row) => row.owner))) {
    const rows = members.filter((row) => row.owner === owner);
    let unlisted = 0;
    for (const { row, state, found } of await compareMembers(rows, compiler)) {
      const key = keyOf(row);
      if (state !== "same") states.set(key, states.get(key) === "differs" ? "differs" : state);
      if (state === "same" || listed.get(key) === state) continue;
      unlisted++;
      console.log(`${row.owner}.${row.member} ${state}: ${row.expression}\n    fusabi ${found}\n    .NET   ${row.answer}`);
    }
    if (unlisted > 0) process.exitCode = 1;
    console.log(`${owner}: ${rows.length} rows, ${unlisted} not as states.txt says`);
  }
  await compiler.close();
  if (flags.states) writeStates(states, names);
}
