/** The machine needs nothing but the language: it runs from a folder of its own, and a plain script runs what `build` wrote. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packageRoot } from "../../../dist/pipeline/package-root.js";
import { callFusabi } from "../../../dist/pipeline/test/command.js";

const folder = mkdtempSync(path.join(tmpdir(), "fusabi-standalone-"));
const root = packageRoot();
const artifact = path.join(folder, "Hello.fzb");

beforeAll(async () => {
  const { stderr } = await callFusabi(["build", path.join(root, "samples", "hello"), "--output", artifact]);
  expect(readdirSync(folder), stderr).toContain("Hello.fzb");
});
afterAll(() => rmSync(folder, { recursive: true }));

const expected = readFileSync(path.join(root, "samples", "hello", "expected", "output.txt"), "utf8");

test("samples/hosts/minimal.mjs runs an artifact through ./vm alone", () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [path.join(root, "samples", "hosts", "minimal.mjs"), artifact], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout.startsWith(expected)).toBe(true);
  expect(stdout).toMatch(/ended with 0 after \d+ units of fuel/);
  expect(status).toBe(0);
});

test("vm and the schemas it reads load in an empty folder and import nothing from outside", () => {
  for (const part of ["vm", "schemas/isa", "schemas/fzb", "schemas/fsharp-type.js", "schemas/host-shapes.js"])
    cpSync(path.join(root, "dist", part), path.join(folder, part), { recursive: true });
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
  for (const name of sources) {
    for (const [, from] of readFileSync(path.join(folder, name), "utf8").matchAll(/^(?:import|export)\b(?:[^"=]*\bfrom)?\s*"([^"]+)";$/gm)) expect(from, name).toMatch(/^\.\.?\//);
  }
  const script = readFileSync(path.join(root, "samples", "hosts", "minimal.mjs"), "utf8").replace("fusabi/vm", "./vm/index.js");
  writeFileSync(path.join(folder, "host.mjs"), script);
  const { stdout, stderr } = spawnSync(process.execPath, ["host.mjs", artifact], { cwd: folder, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout.startsWith(expected)).toBe(true);
});

/** Minified and compressed bytes of a host that uses so much of `fusabi/vm`. */
async function compressed(uses: string): Promise<number> {
  const { outputFiles } = await build({ stdin: { contents: `export { ${uses} } from "fusabi/vm";`, resolveDir: root }, bundle: true, minify: true, format: "esm", write: false });
  return gzipSync(outputFiles[0]!.contents).length;
}

test("a bundled host is small, and smaller where it uses less", async () => {
  const whole = await compressed("Engine, Scope, Vm, Machine, snapshot, restore");
  const machine = await compressed("load, Machine, readModule, validate");
  const reader = await compressed("readModule, validate");
  expect(whole).toBeLessThan(105_000);
  expect(machine).toBeLessThan(0.9 * whole);
  expect(reader).toBeLessThan(0.25 * whole);
});
