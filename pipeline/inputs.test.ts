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
    "Empty.sln",
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

  test("takes the F# projects of a solution, in its order, and says which are not there", async () => {
    writeFileSync(
      at("All.slnx"),
      `<Solution><Folder Name="/y/"><Project Path="nested/y/Y.fsproj" /></Folder><Project Path="one\\App.fsproj" /><Project Path="Cs.csproj" /></Solution>`,
    );
    writeFileSync(
      at("Old.sln"),
      `Project("{F2A71F9B-5D33-465A-A702-920D77279786}") = "X", "nested\\x\\X.fsproj", "{1}"\r\nEndProject\r\nProject("{6}") = "Gone", "gone\\Gone.fsproj", "{2}"\r\nEndProject\r\n`,
    );
    const { inputs, diagnostics } = await resolveInputs([at("All.slnx"), at("Old.sln"), at("Empty.sln")], ["project"]);
    expect(inputs.map((input) => path.basename(input.path))).toEqual(["Y.fsproj", "App.fsproj", "X.fsproj"]);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["FZ0101", "FZ0106"]);
  });

  test("takes the projects of a filter, and of the one solution in a folder", async () => {
    writeFileSync(at("nested/Some.slnf"), JSON.stringify({ solution: { path: "..\\All.slnx", projects: ["nested\\x\\X.fsproj"] } }));
    writeFileSync(at("nested/Nested.slnx"), `<Solution><Project Path="y/Y.fsproj" /></Solution>`);
    const names = async (given: string) => (await resolveInputs([at(given)], ["project"])).inputs.map((input) => [path.basename(input.path), input.listed]);
    expect(await names("nested/Some.slnf")).toEqual([["X.fsproj", true]]);
    expect(await names("nested")).toEqual([["Y.fsproj", true]]);
    rmSync(at("nested/Nested.slnx"));
  });

  test.each([
    ["X", "Y"],
    ["y.fsproj", "X"],
    ["nested/*", ""],
    ["*/x/*", "Y"],
    ["nest", "X Y"],
  ])("leaves out what is excluded by %s, but nothing that is named", async (excluded, expected) => {
    const { inputs } = await resolveInputs([at("nested"), at("script.fsx"), at("one")], ["project", "script"], [excluded, "one", "script"]);
    expect(inputs.map(({ path: file }) => path.parse(file).name).join(" ")).toBe(`${expected} script App`.trim());
  });

  test("expands globs, takes each file once and reports what matches nothing", async () => {
    const { inputs, diagnostics } = await resolveInputs([at("nested/*/*.fsproj"), at("nested/x"), at("q*")], ["project"]);
    expect(inputs).toHaveLength(2);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["FZ0704"]);
  });
});
