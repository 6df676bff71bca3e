/** One test file of Fable's suite as a project of its own: the support files that it needs, the test framework, the file, and an entry point. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { mainSource, testingSource } from "./testing.ts";

export interface TestProject {
  /** The test file's name. */
  readonly name: string;
  /** In order of compilation; the texts shrink as what cannot be compiled is taken out. */
  readonly files: { readonly path: string; lines: string[] }[];
  /** Path of the test file among `files`. */
  readonly testFile: string;
}

/** Support files of the suite, by folder below the tests, in order of compilation, with what a file that needs them mentions. */
const supportFiles: readonly (readonly [file: string, mentioned: RegExp])[] = [
  ["DllRef/Util/Util.fs", /\bDllRef\b/],
  ["DllRef/Lib.fs", /\bDllRef\b/],
  ["DllRef/Lib2.fs", /\bDllRef\b/],
  ["../../tests_external/Util4.fs", /\bUtil4\b/],
  ["Project With Spaces/Util/b.fs", /\bSayA\b/],
  ["Project With Spaces/Util/Util.fs", /\bSpaces\./],
  ["Main/Globs/GlobTest.fs", /\bGlob\b/],
  ["Main/DllRef/Lib2.fs", /\bDllRef2\b/],
  ["Main/Util/b.fs", /\bSayB\b/],
  ["Main/Util/Thoth.Json.Decode.fs", /\bThoth\b/],
  ["Main/Util/Aether.fs", /\bAether\b/],
  ["Main/Util/Util.fs", /\bUtil\b(?!\.Testing)/],
  ["Main/Util/Util2.fs", /\bUtil2\b/],
  ["Main/Util/Util3.fs", /\bTests\.A\b/],
  ["../../tests_external/Util3.fs", /\bSingleTypeInNamespace\b/],
  ["Main/Global.fs", /\bGlobal\b/],
  ["Main/MiscTestsHelper.fs", /\bMiscTestsHelper\b/],
];

/** The test files below `folder`, a checkout of Fable or its `tests/Js`: those that define tests. */
export const findTests = (folder: string): { readonly root: string; readonly names: readonly string[] } => {
  const root = [path.join(folder, "tests", "Js"), folder, path.join(folder, "..")].find((candidate) => existsSync(path.join(candidate, "Main", "Util", "Util.Testing.fs")));
  if (root === undefined) throw new Error(`no tests/Js/Main below ${folder}`);
  const names = [...readdirSync(path.join(root, "Main")), "Util/UtilTests.fs"].filter((name) => /Tests?\.fs$/.test(name));
  return { root, names };
};

/** The suite asks JavaScript's Date for the zone, in Fable's TimeSpan, a number of milliseconds. */
const jsDate = /!!\(\w+\?getTimezoneOffset\(\) \* -60_000\)/g;

export const planTest = (root: string, name: string): TestProject => {
  const read = (file: string): string => readFileSync(path.join(root, file), "utf8").replace(/^\uFEFF/, "");
  const source = read(path.join("Main", name));
  const support: TestProject["files"] = [];
  let mentions = withoutComments(source);
  for (const [file, mentioned] of [...supportFiles].reverse()) {
    if (!mentioned.test(mentions)) continue;
    const text = read(file);
    mentions += withoutComments(text);
    support.unshift({ path: `Support/${file.replaceAll(/[^\w.]+/g, "-")}`, lines: text.split(/\r?\n/) });
  }
  const module = /^module\s+(?:rec\s+)?([\w.]+)/m.exec(source)?.[1];
  if (module === undefined) throw new Error(`${name} declares no module`);
  const testFile = path.basename(name);
  return {
    name: testFile,
    testFile,
    files: [
      { path: "Testing.fs", lines: testingSource.split("\n") },
      ...support,
      { path: testFile, lines: source.replaceAll(jsDate, "TimeSpan.Zero").split(/\r?\n/) },
      { path: "Main.fs", lines: mainSource(module).split("\n") },
    ],
  };
};

const withoutComments = (source: string): string => source.replaceAll(/\/\/.*$/gm, "");

/** Writes the project; gives the path of its project file. */
export const writeTest = (project: TestProject, folder: string): string => {
  for (const file of project.files) {
    const target = path.join(folder, file.path);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, file.lines.join("\n"));
  }
  const items = project.files.map((file) => `    <Compile Include="${file.path}" />`).join("\n");
  const target = path.join(folder, "Suite.fsproj");
  writeFileSync(
    target,
    `<Project Sdk="Microsoft.NET.Sdk">\n  <PropertyGroup>\n    <OutputType>Exe</OutputType>\n    <TargetFramework>net10.0</TargetFramework>\n    <LangVersion>Preview</LangVersion>\n  </PropertyGroup>\n  <ItemGroup>\n${items}\n  </ItemGroup>\n</Project>\n`,
  );
  return target;
};
