import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { planProject } from "./graph.ts";

const root = mkdtempSync(join(tmpdir(), "fusabi-packages-"));
const machineFolder = process.env.NUGET_PACKAGES;
const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
};

const project = (items: string): string => `<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>${items}</ItemGroup></Project>`;
const compile = '<Compile Include="Main.fs" />';
/** A package in source: one file with its version in its name. */
const pack = (name: string, version: string, dependencies = "", folder = "nuget"): void => {
  const at = `${folder}/${name.toLowerCase()}/${version}`;
  write(`${at}/${name.toLowerCase()}.nuspec`, `<?xml version="1.0"?><package><metadata><dependencies><group>${dependencies}</group></dependencies></metadata></package>`);
  write(`${at}/fable/${name}.fsproj`, project(`<Compile Include="V${version.replaceAll(".", "_")}.fs" />`));
  write(`${at}/fable/V${version.replaceAll(".", "_")}.fs`, `module ${name}`);
};
const needs = (name: string, version: string): string => `<dependency id="${name}" version="${version}" />`;
const reference = (name: string, version: string, more = ""): string => `<PackageReference Include="${name}" Version="${version}" ${more} />`;

beforeAll(() => {
  process.env.NUGET_PACKAGES = join(root, "nuget");
  for (const version of ["1.0.0", "1.2.0", "1.10.0", "2.0.0-beta.2", "2.0.0"]) pack("Base", version);
  pack("Low", "1.0.0", needs("Base", "1.0.0"));
  pack("High", "1.0.0", needs("Base", "1.2.0"));
  pack("Elsewhere", "3.0.0", "", "other");
  write("nuget/packed/1.0.0/packed.nuspec", "<package><metadata></metadata></package>");
  const linked = '<Compile Include="..\\..\\Shared\\A.fs"><Link>Shared\\A.fs</Link></Compile><Compile Include="B.fs" Link="C.fs" />';
  write("nuget/packed/1.0.0/fable/Packed.fsproj", project(linked).replace("</Project>", '<Import Project="..\\.paket\\Paket.Restore.targets" /></Project>'));
  for (const file of ["Shared/A.fs", "B.fs"]) write(`nuget/packed/1.0.0/fable/${file}`, "module M");
  write("nuget/compiled/1.0.0/compiled.nuspec", "<package><metadata></metadata></package>");
  write("nuget/compiled/1.0.0/lib/net8.0/Compiled.dll", "");
  write("nuget/analyzer/1.0.0/analyzer.nuspec", "<package><metadata></metadata></package>");
  write("nuget/analyzer/1.0.0/analyzers/Analyzer.dll", "");
});
afterAll(() => {
  if (machineFolder === undefined) delete process.env.NUGET_PACKAGES;
  else process.env.NUGET_PACKAGES = machineFolder;
  rmSync(root, { recursive: true, force: true });
});

const planned = (references: string, assets?: object) => {
  write("app/App.fsproj", project(compile + references));
  write("app/Main.fs", "module Main");
  write("app/obj/project.assets.json", JSON.stringify(assets ?? {}));
  return planProject(join(root, "app/App.fsproj"), { configuration: "Debug", defines: [], cracker: "static" });
};
const filesOf = async (references: string, assets?: object): Promise<string | undefined> => {
  const { plan } = await planned(references, assets);
  return plan?.job.files.map(({ path }) => path.replace(/^packages\//, "")).join(" ");
};

test.each([
  ["1.0.0", "1_0_0"],
  ["1.1", "1_2_0"],
  ["[1.0.0]", "1_0_0"],
  ["[1.1,2.0)", "1_2_0"],
  ["(1.2.0,)", "1_10_0"],
  ["1.*", "1_10_0"],
  ["*", "2_0_0"],
  ["2.0.0-beta.1", "2_0_0_beta_2"],
])("the version %s", async (version, expected) => expect((await filesOf(reference("Base", version)))?.replaceAll("-", "_")).toBe(`Base/V${expected}.fs Main.fs`));

test("packages come after what they depend on, each in the highest version that is asked for", async () => {
  expect(await filesOf(reference("Low", "1.0.0") + reference("High", "1.0.0"))).toBe("Base/V1_2_0.fs Low/V1_0_0.fs High/V1_0_0.fs Main.fs");
});

test("what a restore chose is taken from where it is, unless the project has changed", async () => {
  const assets = (version: string) => ({
    libraries: { [`Elsewhere/3.0.0`]: { type: "package", path: "elsewhere/3.0.0" }, [`Base/${version}`]: { type: "package", path: `base/${version}` } },
    packageFolders: { [join(root, "nuget")]: {}, [join(root, "other")]: {} },
  });
  const references = reference("Elsewhere", "3.0.0") + reference("Base", "1.*");
  expect(await filesOf(references, assets("1.2.0"))).toBe("Elsewhere/V3_0_0.fs Base/V1_2_0.fs Main.fs");
  expect(await filesOf(references, assets("2.0.0"))).toBe("Elsewhere/V3_0_0.fs Base/V1_10_0.fs Main.fs");
});

test("a project in a package lies without what it imports, and with its links as files", async () => {
  expect(await filesOf(reference("Packed", "1.0.0"))).toBe("Packed/Shared/A.fs Packed/B.fs Main.fs");
});

test("packages that are not compiled are for who needs them", async () => {
  const builds = reference("Analyzer", "1.0.0") + reference("Unknown", "1.0.0", 'PrivateAssets="all"') + reference("Other", "1.0.0", 'IncludeAssets="runtime; build"');
  const { plan, diagnostics } = await planned(reference("Compiled", "1.0.0") + builds + reference("Missing", "1.0.0"));
  expect(diagnostics).toEqual([]);
  const messages = (list: readonly { message: string }[] = []): string[] => list.map(({ message }) => message.replace(root, ""));
  expect(messages(plan?.leftOut.needed)).toEqual([
    "the package Compiled 1.0.0 contains no F# source that Fable can compile",
    "the package Missing 1.0.0 is not in the NuGet folder /nuget",
  ]);
  expect(messages(plan?.leftOut.unneeded)).toEqual(["Compiled", "Missing"].map((name) => `the package ${name} 1.0.0 is left out, and nothing that is compiled needs it`));
});
