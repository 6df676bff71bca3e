/**
 * `npm run places -- [NODE...]`: tries every embedding case in this Node, in those that are given as commands and in Chromium, and a run that each place saved at
 * its pauses in all the places after it and, at the end, in the first one again.
 */
import { execFileSync } from "node:child_process";
import { compileBoundary } from "../test/embedding/artifact.ts";
import { findBrowser, visitInBrowser } from "../test/embedding/browser.ts";
import { visitInNode } from "../test/embedding/node.ts";
import type { Visit } from "../test/embedding/visit.ts";
import { toolArguments } from "../tool-arguments.ts";

const { positionals } = toolArguments("usage: npm run places -- [NODE...]", {});
const bytes = await compileBoundary();
const nodes = [process.execPath, ...positionals];
const browser = findBrowser();
const places: [name: string, visit: (given: readonly Uint8Array[]) => Visit | Promise<Visit>][] = nodes.map((node) => [
  `Node ${execFileSync(node, ["--version"], { encoding: "utf8" }).trim()}`,
  (given) => visitInNode(node, bytes, given),
]);
if (browser !== undefined) {
  const name = execFileSync(browser, ["--version"], { encoding: "utf8" }).trim();
  for (const where of ["page", "worker"] as const) places.push([`${name}, a ${where}`, (given) => visitInBrowser(browser, bytes, given, where)]);
}

const all = new Set<string>();
const states: Uint8Array[] = [];
let failed = 0;
for (const [name, visit] of [...places, places[0]!]) {
  const { count, failures, ends, states: own } = await visit(states);
  for (const end of ends) all.add(end);
  failed += failures.length;
  console.log(
    `${name}: ${count} cases, ${failures.length} fail, ${states.length} states of other places go on, ${own.length} saved\n${failures.map((each) => `  ${each}\n`).join("")}`.trimEnd(),
  );
  states.push(...own);
}
console.log(all.size === 1 ? "every run ended alike" : `runs ended differently:\n${[...all].join("\n")}`);
process.exitCode = failed === 0 && all.size === 1 ? 0 : 1;
