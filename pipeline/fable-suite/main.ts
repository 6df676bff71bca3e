/**
 * `npm run fable-suite -- PATH [--only FILE]… [--json] [--quiet]`: Fable's own JavaScript tests on fusabi. PATH is a checkout of Fable, or its `tests/Js`. Prints every case that
 * does not pass with its reason, and a table of counts; fails where a case fails.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openCompiler } from "../compile.ts";
import { toolArguments } from "../tool-arguments.ts";
import { findTests } from "./project.ts";
import { type CaseResult, type FileResult, testFile } from "./suite.ts";

const {
  values,
  positionals: [checkout],
} = toolArguments(
  "usage: npm run fable-suite -- PATH [--only FILE]… [--json] [--quiet]",
  { only: { type: "string", multiple: true }, json: { type: "boolean", default: false }, quiet: { type: "boolean", default: false } },
  1,
);

const { root, names } = findTests(checkout!);
const chosen = values.only === undefined ? names : names.filter((name) => values.only?.some((wanted) => path.basename(name).startsWith(wanted)));
const compiler = openCompiler();
const results: FileResult[] = [];

const countOf = (cases: readonly CaseResult[], outcome: CaseResult["outcome"]): number => cases.filter((one) => one.outcome === outcome).length;
const row = (name: string, cases: readonly CaseResult[]): string =>
  [name.padEnd(38), ...[cases.length, countOf(cases, "passed"), countOf(cases, "failed"), countOf(cases, "refused")].map((count) => String(count).padStart(8))].join("");

for (const name of chosen) {
  const folder = mkdtempSync(path.join(tmpdir(), "fable-suite-"));
  try {
    const result = await testFile(compiler, root, name, folder);
    results.push(result);
    if (values.json) continue;
    if (!values.quiet) {
      for (const { name: title, outcome, detail } of result.cases)
        if (outcome !== "passed") console.log(`${result.file}: ${outcome}: ${title}\n    ${detail?.replaceAll("\n", "\n    ")}`);
    }
    console.error(row(result.file, result.cases));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
await compiler.close();

const all = results.flatMap((result) => result.cases);
if (values.json) console.log(JSON.stringify(results, null, 1));
else {
  console.log(`${"file".padEnd(38)}   tests  passed  failed refused`);
  for (const result of results) console.log(row(result.file, result.cases));
  console.log(row("all", all));
}
process.exitCode = countOf(all, "failed") > 0 ? 1 : 0;
