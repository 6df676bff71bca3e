import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { resolveInput, resolveInputs } from "./inputs.ts";

const folder = mkdtempSync(path.join(tmpdir(), "fusabi-inputs-"));
const at = (...parts: string[]) => path.join(folder, ...parts);

beforeAll(() => {
  for (const file of [
    "one/App.fsproj",
    "two/A.fsproj",
    "two/B.fsproj",
    "none/readme.md",
    "nested/x/X.fsproj",
    "nested/y/Y.fsproj",
    "nested/y/obj/Z.fsproj",
    "script.fsx",
    "File.fs",
  ]) {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), "");
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("resolveInput", () => {
  const code = (given: string) => {
    const result = resolveInput(at(given), ["project", "script", "artifact"]);
    return "input" in result ? result.input.kind : result.diagnostic.code;
  };

  test("takes the single project of a folder", () => {
    expect(resolveInput(at("one"), ["project"])).toEqual({ input: { kind: "project", path: at("one", "App.fsproj") } });
  });

  test.each([
    ["one/App.fsproj", "project"],
    ["script.fsx", "script"],
    ["two", "FZ0105"],
    ["none", "FZ0106"],
    ["missing.fsproj", "FZ0101"],
    ["File.fs", "FZ0114"],
  ])("%s gives %s", (given, expected) => {
    expect(code(given)).toBe(expected);
  });

  test("names the file that was probably meant", () => {
    expect(resolveInput(at("one", "Ap.fsproj"), ["project"])).toMatchObject({ diagnostic: { help: `did you mean \`${at("one", "App.fsproj")}\`?` } });
  });
});

describe("resolveInputs", () => {
  test("takes every project below a folder without one, but no build output", async () => {
    const { inputs } = await resolveInputs([at("nested")], ["project"]);
    expect(inputs.map((input) => path.basename(input.path))).toEqual(["X.fsproj", "Y.fsproj"]);
  });

  test("expands globs, takes each file once and reports what matches nothing", async () => {
    const { inputs, diagnostics } = await resolveInputs([at("nested/*/*.fsproj"), at("nested/x"), at("q*")], ["project"]);
    expect(inputs).toHaveLength(2);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["FZ0704"]);
  });
});
