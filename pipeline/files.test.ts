import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { replaceFile } from "./files.ts";

const folder = mkdtempSync(path.join(tmpdir(), "fusabi-files-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("replaceFile makes folders, replaces, and leaves nothing else behind", () => {
  const target = path.join(folder, "a", "b", "App.fzb");
  replaceFile(target, new Uint8Array([1]));
  replaceFile(target, new Uint8Array([2, 3]));
  expect([...readFileSync(target)]).toEqual([2, 3]);
  expect(readdirSync(path.dirname(target))).toEqual(["App.fzb"]);
});

test("replaceFile removes what killed builds left, once it is old", () => {
  const target = path.join(folder, "stale", "App.fzb");
  mkdirSync(path.dirname(target));
  const left = path.join(folder, "stale", ".App.fzb.1-0.tmp");
  writeFileSync(left, "");
  utimesSync(left, 0, 0);
  replaceFile(target, new Uint8Array([1]));
  expect(readdirSync(path.dirname(target))).toEqual(["App.fzb"]);
});

test("replaceFile gives the system's error and leaves no temporary file where it cannot write", () => {
  const target = path.join(folder, "taken");
  mkdirSync(path.join(target, "inside"), { recursive: true });
  expect(() => replaceFile(target, new Uint8Array([1]))).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test.skipIf(process.platform !== "linux")("replaceFile gives up where no folder can be", () => {
  expect(() => replaceFile("/proc/none/App.fzb", new Uint8Array([1]))).toThrow(/ENOENT/);
});

test("a writer killed at random moments never leaves a partial file", { timeout: 60_000 }, async () => {
  const target = path.join(folder, "killed", "App.fzb");
  const size = 3_000_000;
  replaceFile(target, new Uint8Array(size).fill(255));
  const module = new URL("../dist/pipeline/files.js", import.meta.url).href;
  const program = `import(${JSON.stringify(module)}).then(({ replaceFile }) => { for (let n = 0; ; n++) replaceFile(${JSON.stringify(target)}, new Uint8Array(${size}).fill(n % 250)); })`;
  for (let round = 0; round < 20; round++) {
    const writer = spawn(process.execPath, ["-e", program], { stdio: "ignore" });
    const closed = new Promise((resolve) => writer.once("close", resolve));
    await new Promise((resolve) => setTimeout(resolve, 80 + ((round * 37) % 90)));
    writer.kill("SIGKILL");
    await closed;
    expect(writer.signalCode).toBe("SIGKILL");
    const bytes = readFileSync(target);
    expect(bytes.length).toBe(size);
    expect(bytes.every((byte) => byte === bytes[0])).toBe(true);
  }
});
