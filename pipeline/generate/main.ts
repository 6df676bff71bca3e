/** Writes the files that derive from the tables, or with `--check` only says which of them are stale, and fails. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { packageRoot } from "../package-root.ts";
import { printBindings } from "./bindings.ts";
import { printCompatibility } from "./compatibility.ts";
import { firstDifference } from "./difference.ts";
import { printInstructions } from "./instructions.ts";
import { printInterpreter } from "./interpreter.ts";
import { printObjects } from "./objects.ts";
import { printSha256Module } from "./sha256-module.ts";

const generated: readonly { readonly file: string; readonly print: () => string }[] = [
  { file: "vm/interpreter.gen.ts", print: printInterpreter },
  { file: "vm/object.gen.ts", print: printObjects },
  { file: "vm/jit/bindings.gen.ts", print: printBindings },
  { file: "schemas/fzb/sha256-module.gen.ts", print: printSha256Module },
  { file: "vm/INSTRUCTIONS.md", print: printInstructions },
  { file: "docs/COMPATIBILITY.md", print: printCompatibility },
];

const check = process.argv.includes("--check");
let stale = 0;
for (const { file, print } of generated) {
  const target = path.join(packageRoot(), file);
  const text = print();
  const found = existsSync(target) ? readFileSync(target, "utf8") : undefined;
  if (found === text) continue;
  if (check) {
    stale++;
    console.error(`${file} is stale: ${found === undefined ? "it does not exist" : firstDifference(found, text)}`);
  } else {
    writeFileSync(target, text);
    console.log(`wrote ${file}`);
  }
}
if (stale > 0) {
  console.error("run `npm run generate`");
  process.exitCode = 1;
}
