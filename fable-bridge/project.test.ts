import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { globSync } from "tinyglobby";
import { afterAll, describe, expect, test } from "vitest";
import { applyDirectives } from "./directives.ts";
import { planProject } from "./graph.ts";
import { hasSdk } from "./msbuild.ts";
import { type CrackOptions, findProject } from "./project.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Writes files into a new folder and answers its path. */
const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), "fusabi-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
};

const project = (body: string): string => `<Project Sdk="Microsoft.NET.Sdk">\n${body}\n</Project>\n`;
const compile = (...names: string[]): string => `  <ItemGroup>\n${names.map((name) => `    <Compile Include="${name}" />`).join("\n")}\n  </ItemGroup>`;
const options: CrackOptions = { configuration: "Debug", defines: [], cracker: "static" };
const plan = (folder: string, name: string, more: Partial<CrackOptions> = {}) => planProject(join(folder, name), { ...options, ...more });
const problems = async (folder: string, name: string) =>
  (await plan(folder, name)).diagnostics.map(({ code, file, range, message }) => ({ code, file, line: range?.startLine, message }));

describe("the static reader", () => {
  test("takes files in order, with nested folders, signatures and transitive references first", async () => {
    const folder = folderWith({
      "App/App.fsproj": project(`${compile("Deep\\Nested\\A.fs", "Main.fs")}\n<ItemGroup><ProjectReference Include="..\\Mid\\Mid.fsproj" /></ItemGroup>`),
      "App/Deep/Nested/A.fs": "module A",
      "App/Main.fs": "module Main",
      "Mid/Mid.fsproj": project(`${compile("M.fsi", "M.fs")}\n<ItemGroup><ProjectReference Include="../Low/Low.fsproj" /></ItemGroup>`),
      "Mid/M.fsi": "module M",
      "Mid/M.fs": "module M",
      "Low/Low.fsproj": project(compile("L.fs")),
      "Low/L.fs": "module L",
    });
    const { plan: found, diagnostics } = await plan(folder, "App/App.fsproj");
    expect(diagnostics).toEqual([]);
    expect(found?.job.files.map((file) => [file.path, file.own])).toEqual([
      ["Low/L.fs", false],
      ["Mid/M.fsi", false],
      ["Mid/M.fs", false],
      ["App/Deep/Nested/A.fs", true],
      ["App/Main.fs", true],
    ]);
    expect(found?.outputKind).toBe("library");
  });

  test("evaluates properties, conditions, Choose, imports and Directory.Build.props", async () => {
    const folder = folderWith({
      "Directory.Build.props": `<Project><PropertyGroup><OutputType>Exe</OutputType><DefineConstants>SHARED</DefineConstants></PropertyGroup></Project>`,
      "extra.props": `<Project><PropertyGroup><Extra>Extra.fs</Extra></PropertyGroup></Project>`,
      "App/App.fsproj": project(`
  <Import Project="../extra.props" Condition="Exists('../extra.props')" />
  <PropertyGroup Condition=" '$(Configuration)' == 'Release' And !('$(Extra)' == '') "><DefineConstants>$(DefineConstants);FAST</DefineConstants><NoWarn>$(NoWarn);FS0025;40</NoWarn></PropertyGroup>
  <Choose><When Condition="'$(Configuration)' == 'Debug'"><PropertyGroup><Name>Slow</Name></PropertyGroup></When><Otherwise><PropertyGroup><Name>Quick</Name></PropertyGroup></Otherwise></Choose>
  <PropertyGroup><AssemblyName>$(Name).App</AssemblyName></PropertyGroup>
  <ItemGroup><Compile Include="$(Extra);Main.fs" /><Compile Include="Gone.fs" Condition="'$(Configuration)' == 'None'" /><Compile Include="Out.fs" /><Compile Remove="Out.fs" /></ItemGroup>`),
      "App/Extra.fs": "module Extra",
      "App/Main.fs": "module Main",
    });
    const debug = (await plan(folder, "App/App.fsproj")).plan!;
    expect([debug.name, debug.outputKind, debug.job.defines.filter((name) => !/FABLE|FUSABI/.test(name))]).toEqual(["Slow.App", "exe", ["DEBUG", "SHARED", "TRACE"]]);
    const release = (await plan(folder, "App/App.fsproj", { configuration: "Release", defines: ["MINE"] })).plan!;
    expect([release.name, release.job.options, release.job.files.map((file) => file.path)]).toEqual(["Quick.App", ["--target:exe", "--nowarn:25,40"], ["Extra.fs", "Main.fs"]]);
    expect(release.job.defines).toEqual(expect.arrayContaining(["FABLE_COMPILER", "FUSABI", "FAST", "MINE", "RELEASE", "SHARED", "TRACE"]));
  });

  test("refuses what it cannot evaluate where it matters, and only there", async () => {
    const harmless = folderWith({ "A.fsproj": project(`<PropertyGroup><Stamp>$([System.DateTime]::Now)</Stamp></PropertyGroup>\n${compile("A.fs")}`), "A.fs": "module A" });
    expect(await problems(harmless, "A.fsproj")).toEqual([]);
    const folder = folderWith({
      "A.fsproj": project(`<PropertyGroup><Where>$([System.IO.Path]::GetTempPath())</Where></PropertyGroup>\n${compile("$(Where)/A.fs", "@(Made->Distinct())")}`),
    });
    const found = await problems(folder, "A.fsproj");
    expect(found.map(({ code, line }) => [code, line])).toEqual([
      ["FZ0107", 4],
      ["FZ0107", 5],
    ]);
    expect(found[0].message).toContain("$([System.IO.Path]::GetTempPath()) (<Where> in line 2 of A.fsproj)");
    const installed = folderWith({ "A.fsproj": project(compile("$(NETCoreSdkVersion).fs", "A.fs")), "A.fs": "module A" });
    expect((await problems(installed, "A.fsproj")).map(({ code, line }) => [code, line])).toEqual([["FZ0107", 3]]);
  });

  test("reads a project and sources in UTF-16, as their first bytes say", async () => {
    const folder = folderWith({});
    writeFileSync(join(folder, "A.fsproj"), Buffer.from(`\uFEFF<?xml version="1.0" encoding="utf-16"?>\n${project(compile("Ä.fs"))}`, "utf16le"));
    writeFileSync(join(folder, "Ä.fs"), Buffer.from(`\uFEFFmodule Ä\nlet a = "é"\n`, "utf16le").swap16());
    expect((await plan(folder, "A.fsproj")).plan!.job.files.map(({ path, source }) => [path, source])).toEqual([["Ä.fs", 'module Ä\nlet a = "é"\n']]);
  });
});

describe("wrong inputs", () => {
  test("no such file, with what may have been meant", () => {
    const folder = folderWith({ "App.fsproj": "" });
    const [found] = findProject(join(folder, "Ap.fsproj")).diagnostics;
    expect([found.code, found.help]).toEqual(["FZ0101", expect.stringContaining("App.fsproj")]);
  });
  test("two projects in one folder, none, and another kind of file", () => {
    const folder = folderWith({ "A.fsproj": "", "B.fsproj": "", "none/x.txt": "" });
    expect([folder, join(folder, "none"), join(folder, "none/x.txt")].map((path) => findProject(path).diagnostics[0].code)).toEqual(["FZ0105", "FZ0106", "FZ0114"]);
  });
  test("broken XML, at its line", async () => {
    const folder = folderWith({ "A.fsproj": "<Project>\n  <ItemGroup>\n</Project>\n" });
    expect((await problems(folder, "A.fsproj")).map(({ code, file, line }) => [code, file, line])).toEqual([["FZ0102", "A.fsproj", 3]]);
  });
  test("a file missing from disk, all of them", async () => {
    const folder = folderWith({ "A.fsproj": project(compile("A.fs", "B.fs", "C.fs")), "B.fs/x.md": "", "C.fs": "module C" });
    expect((await problems(folder, "A.fsproj")).map(({ code, line }) => [code, line])).toEqual([
      ["FZ0103", 3],
      ["FZ0103", 4],
    ]);
  });
  test("a file that is listed twice", async () => {
    const folder = folderWith({ "A.fsproj": project(compile("A.fs", "./A.fs")), "A.fs": "module A" });
    expect((await problems(folder, "A.fsproj")).map(({ code, line }) => [code, line])).toEqual([["FZ0121", 4]]);
  });
  test.each<[string, string | undefined, string]>([
    ["a warning", "warning", ""],
    ["an error where the project wants it", "error", "<PropertyGroup><WarningsAsErrors>FS3551</WarningsAsErrors></PropertyGroup>"],
    ["nothing where it is hidden", undefined, "<PropertyGroup><NoWarn>3551</NoWarn></PropertyGroup>"],
  ])("a file that is repeated as it is written is taken in its first place: %s", async (_, severity, more) => {
    const folder = folderWith({ "A.fsproj": project(`${compile("A.fs", "B.fs", "A.fs", "A.fs")}\n${more}`), "A.fs": "module A", "B.fs": "module B" });
    for (const cracker of hasSdk() ? (["static", "msbuild"] as const) : (["static"] as const)) {
      const { plan: found, diagnostics } = await plan(folder, "A.fsproj", { cracker });
      expect(diagnostics.map((one) => [one.severity, one.range?.startLine])).toEqual(
        severity === undefined
          ? []
          : [
              [severity, 5],
              [severity, 6],
            ],
      );
      expect(found?.job.files.map(({ path }) => path)).toEqual(severity === "error" ? undefined : ["A.fs", "B.fs"]);
    }
  });
  test("a cycle of references", async () => {
    const reference = (name: string): string => project(`${compile("X.fs")}\n<ItemGroup><ProjectReference Include="${name}" /></ItemGroup>`);
    const folder = folderWith({ "a/A.fsproj": reference("../b/B.fsproj"), "b/B.fsproj": reference("../a/A.fsproj"), "a/X.fs": "module X", "b/X.fs": "module Y" });
    const found = await problems(folder, "a/A.fsproj");
    expect(found.map(({ code, file, line }) => [code, file, line])).toEqual([["FZ0104", "b/B.fsproj", 5]]);
    expect(found[0].message).toContain("A.fsproj -> B.fsproj -> A.fsproj");
  });
  test("a missing reference, a C# reference, a package that is not there, one for tests, no sources, no such version of F#", async () => {
    const folder = folderWith({
      "A.fsproj": project(
        `<ItemGroup><ProjectReference Include="No.fsproj" /><ProjectReference Include="C.csproj" /><PackageReference Include="No.Such.Package" Version="1.0.0" /><PackageReference Include="xunit.core" Version="2.9.3" /><PackageReference Include="Fable.Core" Version="4.5.0" /></ItemGroup><PropertyGroup><LangVersion>99</LangVersion></PropertyGroup>`,
      ),
      "C.csproj": "<Project />",
    });
    expect((await problems(folder, "A.fsproj")).map(({ code }) => code).sort()).toEqual(["FZ0109", "FZ0112", "FZ0113", "FZ0117", "FZ0118", "FZ0119"]);
  });
});

describe("scripts", () => {
  test("load others first and blank their directives", async () => {
    const folder = folderWith({ "Main.fsx": `#load "Lib/Util.fs"\n#r "nuget: Fable.Core, 4.5.0"\n#nowarn "25"\nprintfn "%d" Util.x\n`, "Lib/Util.fs": "module Util\nlet x = 1\n" });
    const { plan: found, diagnostics } = await plan(folder, "Main.fsx");
    expect(diagnostics).toEqual([]);
    expect(found?.job.files.map((file) => file.path)).toEqual(["Lib/Util.fs", "Main.fsx"]);
    expect(found?.job.files[1].source).toBe(`\n\n\nprintfn "%d" Util.x\n`);
    expect([found?.outputKind, found?.job.options]).toEqual(["exe", ["--target:exe", "--nowarn:25"]]);
  });
  test("that load each other or what is not there", async () => {
    const folder = folderWith({ "A.fsx": `#load "B.fsx"\n`, "B.fsx": `\n#load "A.fsx"\n#load "C.fsx"\n` });
    expect((await problems(folder, "A.fsx")).map(({ code, file, line }) => [code, file, line])).toEqual([
      ["FZ0116", "B.fsx", 2],
      ["FZ0103", "B.fsx", 3],
    ]);
  });
});

test("directives are applied by line, outside strings and comments", () => {
  const text = ["#if A && !B", "let a = 1", "#else", "let b = 1", "#endif", 'let s = """', "#if A", '"""', "(*", "#if A", "*)", "let c = 1"].join("\n");
  expect(applyDirectives(text, new Set(["A"])).split("\n")).toEqual(["", "let a = 1", "", "", "", 'let s = """', "#if A", '"""', "(*", "#if A", "*)", "let c = 1"]);
  expect(
    applyDirectives(text, new Set(["A", "B"]))
      .split("\n")
      .slice(0, 5),
  ).toEqual(["", "", "", "let b = 1", ""]);
});

describe("both crackers give the same answer", () => {
  const samples = globSync("samples/*/*.fsproj", { cwd: join(import.meta.dirname, ".."), absolute: true }).sort();
  const namesIn = (text: string): string[] => [...text.matchAll(/<Compile Include="([^"]*)" \/>/g)].map(([, name]) => name);
  const shapes = new Map(
    samples.map((file) => [
      readFileSync(file, "utf8")
        .replace(/<Compile Include="[^"]*" \/>\s*/g, "*")
        .replace(/\*+/, "*"),
      file,
    ]),
  );
  const comparable = ({ plan: found, diagnostics, root, inputs }: Awaited<ReturnType<typeof planProject>>) => ({ found, diagnostics, root, inputs: [...inputs].sort() });

  // Most samples differ in the names of their files only: MSBuild, which takes long, is asked about one of each sort.
  test.runIf(hasSdk()).each([...shapes.values()].map((file) => [file.split("/").slice(-2).join("/"), file]))("on %s and its like", async (_, file) => {
    for (const configuration of file.includes("billing") ? ["Debug", "Release"] : ["Debug"]) {
      const [fast, slow] = await Promise.all((["static", "msbuild"] as const).map((cracker) => planProject(file, { configuration, defines: [], cracker })));
      expect(comparable(fast)).toEqual(comparable(slow));
    }
  });
  test("on the others, whose files are read in order", async () => {
    for (const file of samples) {
      const { plan: found, diagnostics } = await planProject(file, options);
      expect(diagnostics).toEqual([]);
      const own = found?.job.files.filter((one) => one.own).map(({ path }) => path);
      const named = namesIn(readFileSync(file, "utf8")).flatMap((name) => (name.includes("*") ? globSync(name, { cwd: dirname(file) }).sort() : name));
      expect(own?.map((path) => basename(path))).toEqual(named.map((name) => basename(name.replaceAll("\\", "/"))));
    }
  });
});
