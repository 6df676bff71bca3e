/**
 * `npm run places -- [NODE...]`: tries every embedding case in this Node, in those that are given as commands and in Chromium, and a run that each place saved at
 * its pauses in all the places after it and, at the end, in the first one again.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { packageRoot } from "../package-root.ts";
import { compileBoundary } from "../test/embedding/artifact.ts";
import { findBrowser, visitInBrowser } from "../test/embedding/browser.ts";

interface Visit {
  readonly count: number;
  readonly failures: readonly string[];
  readonly ends: readonly string[];
  readonly states: readonly Uint8Array[];
}

const bytes = await compileBoundary();
const folder = mkdtempSync(path.join(tmpdir(), "fusabi-places-"));
const artifact = path.join(folder, "Boundary.fzb");
writeFileSync(artifact, bytes);

function visitNode(node: string, given: readonly Uint8Array[]): Visit {
  const script = path.join(packageRoot(), "dist", "pipeline", "places", "place.js");
  const input = JSON.stringify(given.map((state) => Buffer.from(state).toString("base64")));
  const { states, ...rest } = JSON.parse(execFileSync(node, [script, artifact], { input, encoding: "utf8", maxBuffer: 2 ** 28 })) as Omit<Visit, "states"> & { states: string[] };
  return { ...rest, states: states.map((state) => new Uint8Array(Buffer.from(state, "base64"))) };
}

const nodes = [process.execPath, ...process.argv.slice(2)];
const browser = findBrowser();
const places: [name: string, visit: (given: readonly Uint8Array[]) => Visit | Promise<Visit>][] = nodes.map((node) => [
  `Node ${execFileSync(node, ["--version"], { encoding: "utf8" }).trim()}`,
  (given) => visitNode(node, given),
]);
if (browser !== undefined) places.push([execFileSync(browser, ["--version"], { encoding: "utf8" }).trim(), (given) => visitInBrowser(browser, bytes, given)]);

const all = new Set<string>();
const states: Uint8Array[] = [];
let failed = 0;
try {
  for (const [name, visit] of [...places, places[0]!]) {
    const { count, failures, ends, states: own } = await visit(states);
    for (const end of ends) all.add(end);
    failed += failures.length;
    console.log(
      `${name}: ${count} cases, ${failures.length} fail, ${states.length} states of other places go on, ${own.length} saved\n${failures.map((each) => `  ${each}\n`).join("")}`.trimEnd(),
    );
    states.push(...own);
  }
} finally {
  rmSync(folder, { recursive: true });
}
console.log(all.size === 1 ? "every run ended alike" : `runs ended differently:\n${[...all].join("\n")}`);
process.exitCode = failed === 0 && all.size === 1 ? 0 : 1;
