/**
 * The generated probe: programs of thousands of rows, whose lines .NET printed once (`expected/`).
 *
 *     npm run probe [-- FAMILY…]           compares fusabi's lines with the stored ones, fails for differences that known.ts does not list
 *     npm run probe -- --write [FAMILY…]   stores what dotnet prints
 *     npm run probe -- --source FAMILY     prints the F# of a family
 */
import { openCompiler } from "../compile.ts";
import { toolArguments } from "../tool-arguments.ts";
import { families } from "./families.ts";
import { judge } from "./known.ts";
import { askDotnet, compareFamily, storeExpected } from "./rows.ts";

const shown = 40;

const { values: flags, positionals: names } = toolArguments("usage: npm run probe -- [FAMILY…] [--write | --source]", { write: { type: "boolean" }, source: { type: "boolean" } });
const chosen = families.filter(({ name }) => names.length === 0 || names.includes(name));

if (flags.source) for (const one of chosen) console.log(one.source);
else if (flags.write) {
  for (const one of chosen) console.log(`${one.name}: ${storeExpected(one, await askDotnet(one))} rows`);
} else {
  const compiler = openCompiler();
  let total = 0;
  let count = 0;
  for (const one of chosen) {
    const { rows, differences } = await compareFamily(one, compiler);
    total += rows;
    count += differences.length;
    const { unlisted, mended } = judge(one.name, differences);
    for (const { row, found, expected } of unlisted.slice(0, shown)) console.log(`${row}\n    fusabi ${found}\n    .NET   ${expected}`);
    for (const row of mended) console.log(`${row}\n    is listed in known.ts and does not differ`);
    if (unlisted.length + mended.length > 0) process.exitCode = 1;
    console.log(`${one.name}: ${differences.length} of ${rows} rows differ, ${unlisted.length} of them unlisted`);
  }
  console.log(`${count} of ${total} rows differ`);
  await compiler.close();
}
