/** What `build` writes for hosts beside an artifact: TypeScript accepts what the program's types allow and nothing else, and Node runs it. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packageRoot } from "../../../dist/pipeline/package-root.js";
import { callFusabi } from "../../../dist/pipeline/test/command.js";

const root = packageRoot();
const folder = mkdtempSync(path.join(tmpdir(), "fusabi-loader-"));

const rules = `module Rules
open Fable.Core

type Line = { Name: string; Price: decimal; Count: int }
type Tree = Leaf | Node of left: Tree * value: int64 * right: Tree
type Date = { Year: int; Born: System.DateTime option }

[<Import("log", "host")>]
let log (text: string) : unit = jsNative

[<Import("lives", "scope")>]
let lives () : int = jsNative

let total (lines: Line list) =
    log $"{lines.Length} lines"
    lines |> List.sumBy (fun line -> line.Price * decimal line.Count)

let rec mirror tree = match tree with Leaf -> Leaf | Node(left, value, right) -> Node(mirror right, value, mirror left)
let counts (words: Map<string, int list>) = words |> Map.map (fun _ all -> List.sum all)
let birthday (date: Date) = date.Born
let mutable budget = 1m

let remaining () = lives ()
`;

const project = `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Library</OutputType></PropertyGroup>
  <ItemGroup><Compile Include="Rules.fs" /><PackageReference Include="Fable.Core" Version="4.5.0" /></ItemGroup>
</Project>
`;

const host = `import { Engine, Scope } from "fusabi/vm";
import { load, type Imports } from "./Rules.loader.js";

const heard: string[] = [];
const imports: Imports = { log: (text) => void heard.push(text) };
const rules = await load(imports, { engine: new Engine({ limits: { fuel: 1e6 } }), scope: new Scope({ lives: 3 }) });
const total: string = rules.exports.total([{ Name: "pen", Price: "1.50", Count: 2 }]);
console.log(total, rules.exports.remaining(), heard.join());
const pieces: string = await rules.start("total", []).run({ slice: 1000 });
const later: number = await rules.async.remaining();
console.log(pieces, later);
// What is taken is more than what is given, and what is given is taken again.
const { mirror, counts, birthday } = rules.exports;
const tree = mirror(mirror({ tag: "Node", left: "Leaf", value: 3, right: { tag: "Leaf" } }));
const value: bigint | undefined = tree.tag === "Node" ? tree.value : undefined;
const counted: ReadonlyMap<string, number> = counts({ a: [1, 2] });
counts([["b", new Set([3])]]);
counts(new Map([["c", [4]]]));
const born: Date | undefined = birthday({ Year: 2000, Born: null });
rules.exports.budget = 2;
const budget: string = rules.exports.budget;
console.log(value, counted.get("a"), born, budget, rules.exports.total(new Set([{ Name: "ink", Price: 3n, Count: 1 }])));
// @ts-expect-error a string is no list
export const letters = () => counts({ a: "abc" });
// @ts-expect-error a function of the host's is missing
export const missing = () => load({});
// @ts-expect-error and of the wrong type
export const wrong = () => load({ log: (text: number) => void text });
// @ts-expect-error as is an argument
export const mistaken = () => rules.exports.total([{ Name: "pen", Price: "1.50", Count: "2" }]);
// @ts-expect-error also of a call that is started
export const started = () => rules.start("total", [], 1);
`;

beforeAll(async () => {
  mkdirSync(path.join(folder, "node_modules"));
  symlinkSync(root, path.join(folder, "node_modules", "fusabi"), "junction");
  const files = {
    "Rules.fs": rules,
    "Rules.fsproj": project,
    "host.ts": host,
    "package.json": '{ "type": "module" }',
    "tsconfig.json": JSON.stringify({ compilerOptions: { module: "NodeNext", target: "ES2022", lib: ["ES2022", "DOM"], strict: true, types: [] }, files: ["host.ts"] }),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const { code, stderr } = await callFusabi(["build", "Rules.fsproj", "-o", ".", "--cracker", "static"], { cwd: folder });
  expect(code, stderr).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("the loader is typed by the program, and loads it", () => {
  const checked = spawnSync(process.execPath, [path.join(root, "node_modules", "typescript", "bin", "tsc"), "-p", "."], { cwd: folder, encoding: "utf8" });
  expect(checked.stdout).toBe("");
  const ran = spawnSync(process.execPath, ["host.js"], { cwd: folder, encoding: "utf8" });
  expect(ran).toMatchObject({ stderr: "", stdout: "3.00 3 1 lines\n0 3\n3n 3 undefined 2 3\n" });
});
