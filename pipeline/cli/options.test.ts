import { describe, expect, test } from "vitest";
import { parsePlainRun, respell } from "./options.ts";

describe("parsePlainRun", () => {
  test("reads options, the artifact and the program's arguments", () => {
    expect(parsePlainRun(["--fuel", "1_000", "--max-memory=64M", "a.fzb", "--stats", "--", "--fuel", "x"])).toEqual({
      input: "a.fzb",
      values: { fuel: 1000, "max-memory": 64 * 1024 * 1024, stats: true },
      args: ["--fuel", "x"],
    });
  });

  test("takes grants again and several at once, and all of it behind a bare flag", () => {
    const { values } = parsePlainRun(respell(["--allow-env", "--allow-read=a,b", "a.fzb", "--allow-read=c=d"])) ?? {};
    expect(values).toEqual({ "allow-env": ["*"], "allow-read": ["a", "b", "c=d"] });
  });

  test.each([
    ["a project", ["App.fsproj"]],
    ["help", ["--help"]],
    ["an unknown option", ["a.fzb", "--fast"]],
    ["an option of another command", ["a.fzb", "--strip"]],
    ["a value missing", ["a.fzb", "--fuel"]],
    ["a wrong value", ["a.fzb", "--fuel", "much"]],
    ["a value too large to count", ["a.fzb", "--fuel", "99999999999999999999"]],
    ["two inputs", ["a.fzb", "b.fzb"]],
    ["a name of Object's", ["a.fzb", "--constructor"]],
  ])("leaves %s to the full command line", (_, args) => {
    expect(parsePlainRun(args)).toBeUndefined();
  });
});

test("respell accepts Fable's spellings, but not after --", () => {
  expect(respell(["build", "--outDir=x", "--noCache", "--", "--outDir"])).toEqual(["build", "--out-dir=x", "--no-cache", "--", "--outDir"]);
});
