import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openBridge } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "fusabi-"));
const write = (name: string, text: string): string => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const project = (...files: readonly string[]): string =>
  `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup><ItemGroup>${files.map((file) => `<Compile Include="${file}" />`).join("")}</ItemGroup></Project>`;

// The child process runs what was built.
const built = existsSync(new URL("../dist/fable-bridge/worker.js", import.meta.url));

describe.runIf(built)("the bridge", () => {
  const bridge = openBridge();
  afterAll(async () => {
    await bridge.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("compiles a project in a child process and answers an unchanged one from its cache", async () => {
    write("A.fs", "module A\nlet twice x = x * 2\n");
    write("B.fs", 'module B\nprintfn "%d" (A.twice 21)\n');
    const path = write("App.fsproj", project("A.fs", "B.fs"));
    const first = await bridge.compileProject({ project: path, cracker: "static" });
    expect(first.diagnostics).toEqual([]);
    expect(first.output).toMatchObject({
      name: "App",
      outputKind: "exe",
      modules: [
        { path: "A.fs", own: true },
        { path: "B.fs", own: true },
      ],
    });
    expect(first.output?.modules[1].code).toContain('from "./A.fs"');
    expect(first.fableMs).toBeGreaterThan(0);
    const second = await bridge.compileProject({ project: path, cracker: "static" });
    expect([second.fableMs, second.output]).toEqual([0, first.output]);
  });

  test("reports a type error of the third file with its place and source", async () => {
    write("C.fs", "module C\nlet a = 1\nlet b: string = A.twice a\n");
    const path = write("Wrong.fsproj", project("A.fs", "B.fs", "C.fs"));
    const { output, diagnostics, source } = await bridge.compileProject({ project: path, cracker: "static" });
    expect(output).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: "FZ0201", severity: "error", file: "C.fs", range: { startLine: 3, startColumn: 16, endLine: 3, endColumn: 25 } }]);
    expect(source("C.fs")).toContain("let b: string");
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ["modules", ["module A.X\nlet a = 1", "namespace A\nmodule X =\n  let b = 2"], ["0.fs:1:9 FS0248: Two modules named 'A.X' occur in two parts of this assembly"]],
    [
      "types",
      ["namespace N\ntype X = { V: int }\ntype Y = int", "namespace N\ntype Y = int\ntype X<'a> = { V: 'a }"],
      ["0.fs:3:5 FS0249: Two type definitions named 'Y' occur in namespace 'N' in two parts of this assembly"],
    ],
    [
      "a module and a type",
      ["namespace N\nmodule X =\n  let a = 1", "namespace N\nexception X of int"],
      ["0.fs:2:7 FS0250: A module and a type definition named 'X' occur in namespace 'N' in two parts of this assembly"],
    ],
    [
      "a namespace and a module, and what is in them",
      ["namespace N.M\ntype X = int", "module Other\nlet a = 1", "namespace N\nmodule M =\n  type X = int"],
      [
        "0.fs:1:12 FS0247: The name 'N.M' is used as both a namespace and a module in this assembly. Rename one of them to avoid the conflict.",
        "0.fs:2:5 FS0249: Two type definitions named 'X' occur in namespace 'N.M' in two parts of this assembly",
      ],
    ],
    [
      "modules beside types",
      ["namespace N\ntype X = int\nmodule X =\n  let a = 1", "namespace N\nmodule XModule =\n  let a = 1"],
      ["0.fs:3:7 FS0248: Two modules named 'N.X' occur in two parts of this assembly"],
    ],
    ["modules of files side by side", ["module A", "module A\nlet b = 1"], ["1.fs:1:0 FS0239: An implementation of the file or module 'A' has already been given"]],
    ["namespaces, extensions and names of another case", ["namespace N\ntype X() = class end", "namespace N\nmodule Q =\n  type X with member _.B = 1\ntype x = int"], []],
  ])("refuses what two files declare as .NET does: %s", async (_, sources, expected) => {
    sources.forEach((source, at) => {
      write(`${at}.fs`, `${source}\n`);
    });
    const path = write("Twice.fsproj", project(...sources.map((_, at) => `${at}.fs`)).replace("Exe", "Library"));
    const { diagnostics } = await bridge.compileProject({ project: path, cracker: "static" });
    expect(diagnostics.map(({ file, range, message }) => `${file}:${range?.startLine}:${range?.startColumn} ${message}`)).toEqual(expected);
  });

  test("takes what a referenced project declares too, as another assembly's", async () => {
    write("lib/L.fs", "namespace N\ntype X = { V: int }\nmodule M =\n  let a = 1\n");
    write("lib/Lib.fsproj", project("L.fs").replace("Exe", "Library"));
    write("P.fs", 'module P\nprintfn "%d" N.M.a\n');
    write("O.fs", "namespace N\ntype X = { W: int }\n");
    const path = write("App.fsproj", project("O.fs", "P.fs").replace("<ItemGroup>", '<ItemGroup><ProjectReference Include="lib/Lib.fsproj" />'));
    expect((await bridge.compileProject({ project: path, cracker: "static" })).diagnostics).toEqual([]);
  });

  test("makes errors of warnings where the project asks for it, of those that .NET shows", async () => {
    write("W.fs", 'module W\nlet f (x: float) = printfn "%f" x\nlet g = $"{f 1}"\nlet h = match 3 with 1 -> f 1.0\n');
    const strict = project("W.fs").replace("<OutputType>", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><OutputType>");
    const { diagnostics } = await bridge.compileProject({ project: write("Strict.fsproj", strict), cracker: "static" });
    expect(diagnostics.map(({ severity, message, range }) => [severity, range?.startLine, message])).toEqual([
      ["error", 4, "FS0025: Incomplete pattern matches on this expression."],
    ]);
  });

  test("reports what Fable does not support", async () => {
    write("D.fs", 'module D\nlet a = System.IO.File.OpenRead "x"\nlet b = System.GC.AddMemoryPressure 1L\n');
    const { diagnostics } = await bridge.compileProject({ project: write("Unsupported.fsproj", project("D.fs")), cracker: "static" });
    expect(diagnostics.filter(({ severity }) => severity === "error").map(({ code, range }) => [code, range?.startLine])).toEqual([
      ["FZ0301", 2],
      ["FZ0301", 3],
    ]);
  });

  test("a compilation that takes too long is a diagnostic, and the one that waits behind it is tried by itself", async () => {
    const hasty = openBridge({ timeout: 5 });
    const results = await Promise.all(["App.fsproj", "Unsupported.fsproj"].map((name) => hasty.compileProject({ project: join(folder, name), cracker: "static" })));
    await hasty.close();
    expect(results.map(({ diagnostics }) => diagnostics.map(({ code }) => code))).toEqual([["FZ0305"], ["FZ0305"]]);
  });
});
