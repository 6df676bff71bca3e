import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Compiler, openCompiler } from "../../../dist/pipeline/compile.js";
import { packageRoot } from "../../../dist/pipeline/package-root.js";
import { pages, writePage } from "../../../dist/pipeline/test/documentation.js";

const parent = mkdtempSync(path.join(tmpdir(), "fusabi-docs-"));
let compiler: Compiler;
beforeAll(() => {
  mkdirSync(path.join(parent, "node_modules"));
  symlinkSync(packageRoot(), path.join(parent, "node_modules", "fusabi"), "junction");
  compiler = openCompiler();
});
afterAll(async () => {
  await compiler.close();
  rmSync(parent, { recursive: true });
});

test.each(pages)("docs/%s prints what it says", async (page) => {
  const { folder, expected } = await writePage(compiler, page, parent);
  const child = spawn(process.execPath, ["page.mjs"], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  await new Promise((resolve) => child.once("close", resolve));
  expect(stderr.slice(-1000)).toBe("");
  expect(stdout.split("\n").slice(0, -1)).toEqual(expected);
  expect(expected.length).toBeGreaterThan(0);
});
