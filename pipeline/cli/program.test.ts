import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { verifyReport } from "../../schemas/reports.ts";
import { callFusabi } from "../test/command.ts";

const folder = mkdtempSync(path.join(tmpdir(), "fusabi-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.each(["run", "build", "check", "verify", "inspect", "disasm", "watch"])("%s --help prints its usage on stdout", async (command) => {
  const { code, stdout, stderr } = await callFusabi([command, "--help"]);
  expect(code).toBe(0);
  expect(stderr).toBe("");
  expect(stdout).toContain(`Usage: fusabi ${command}`);
});

test("--help lists the commands and the exit codes, --version the version", async () => {
  const { stdout } = await callFusabi(["--help"]);
  for (const word of ["run", "build", "check", "verify", "inspect", "disasm", "134"]) expect(stdout).toContain(word);
  expect((await callFusabi(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

describe("wrong usage exits with 64 and says what to do", () => {
  test.each([
    ["no command", []],
    ["an unknown command", ["compile", "x"]],
    ["an unknown option", ["run", "a.fzb", "--fast"]],
    ["a wrong number", ["run", "a.fzb", "--fuel", "much"]],
    ["a wrong choice", ["build", ".", "--cracker", "mine"]],
    ["an input too many", ["run", "a.fzb", "b.fzb"]],
    ["an input too few", ["verify"]],
    ["a wrong extension", ["run", path.join("pipeline", "run.ts")]],
  ])("%s", async (_, args) => {
    const { code, stdout, stderr } = await callFusabi(args);
    expect(code).toBe(64);
    expect(stdout).toBe("");
    expect(stderr).not.toBe("");
  });
});

test.each([
  [["App.fzb"], "fusabi run App.fzb runs it"],
  [["run", "a.fzb", "one"], "arguments of the program come after --"],
])("%j is told how", async (args, help) => {
  expect((await callFusabi(args)).stderr).toContain(help);
});

test("help COMMAND is COMMAND --help", async () => {
  expect(await callFusabi(["help", "build"])).toEqual(await callFusabi(["build", "--help"]));
});

test("a missing artifact exits with 66", async () => {
  const { code, stderr } = await callFusabi(["run", path.join(folder, "missing.fzb")]);
  expect(code).toBe(66);
  expect(stderr).toContain("FZ0101");
});

describe("an artifact that is none", () => {
  const file = path.join(folder, "none.fzb");
  writeFileSync(file, "FZB\u0001 and then something else");

  test.each(["run", "inspect", "disasm", "verify"])("%s exits with 65", async (command) => {
    const { code, stderr } = await callFusabi([command, file]);
    expect(code).toBe(65);
    expect(stderr).toContain("FZ0501");
  });

  test("verify --json reports the code and the offset", async () => {
    const { stdout } = await callFusabi(["verify", "--json", file]);
    const report = verifyReport.parse(JSON.parse(stdout));
    expect(report).toMatchObject({ valid: false, artifacts: [{ path: file, valid: false }] });
    expect(report.artifacts[0]?.error?.code).toMatch(/^[a-z_]+$/);
  });
});

test("--message-format short gives one line", async () => {
  const { stderr } = await callFusabi(["verify", "--message-format", "short", path.join(folder, "missing.fzb")]);
  expect(stderr).toMatch(/^error FZ0101: .*\n$/);
});
