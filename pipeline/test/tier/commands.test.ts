/** The commands on real projects: outputs, exit codes, reports. */
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../../dist/pipeline/package-root.js";
import { callFusabi } from "../../../dist/pipeline/test/command.js";
import { buildReport, checkReport, inspectReport, statsReport } from "../../../dist/schemas/reports.js";

const folder = mkdtempSync(path.join(tmpdir(), "fusabi-commands-"));
const at = (...parts: string[]) => path.join(folder, ...parts);
const hello = path.join(packageRoot(), "samples", "hello");
const helloOutput = readFileSync(path.join(hello, "expected", "output.txt"), "utf8");
const inFolder = { cwd: folder };

const projectText = (name: string) =>
  `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><Compile Include="${name}.fs" /></ItemGroup></Project>\n`;

function writeProject(where: string, name: string, source: string): void {
  mkdirSync(at(where), { recursive: true });
  writeFileSync(at(where, `${name}.fsproj`), projectText(name));
  writeFileSync(at(where, `${name}.fs`), source);
}

const programs: Readonly<Record<string, string>> = {
  Crash:
    'module Crash\n\nlet withdraw amount =\n    if amount > 10 then\n        failwith "no such account"\n    amount\n\n[<EntryPoint>]\nlet main _ =\n    printfn "before"\n    withdraw 11 + 1\n',
  Code: "module Code\n\n[<EntryPoint>]\nlet main _ = 3\n",
  Deep: 'module Deep\n\nlet rec sum n = if n = 0 then 0L else int64 n + sum (n - 1)\n\nprintfn "%d" (sum 1000000)\n',
  Loops: `module Loops
open System.Threading.Tasks
let rec countDown n : Async<int> = async { if n > 0 then return! countDown (n - 1) else return n }
let whileAsync count = async {
    let mutable i = 0
    while i < count do
        do! async { return () }
        i <- i + 1
    return i }
let forAsync count = async {
    let mutable sum = 0L
    for i in 1 .. count do
        let! x = async { return i }
        try sum <- sum + int64 x with _ -> ()
    return sum }
let whileTask count = task {
    let mutable i = 0
    while i < count do
        do! Task.CompletedTask
        i <- i + 1
    return i }
let forTask count = task {
    let mutable sum = 0L
    for i in 1 .. count do
        let! x = Task.FromResult i
        sum <- sum + int64 x
    return sum }
printfn "%d" (Async.RunSynchronously (countDown 1000000))
printfn "%d" (Async.RunSynchronously (whileAsync 200000))
printfn "%d" (Async.RunSynchronously (forAsync 200000))
printfn "%d" (whileTask 200000).Result
printfn "%d" (forTask 200000).Result
`,
  Args: 'module Args\n\n[<EntryPoint>]\nlet main args =\n    for arg in args do\n        printfn "%s" arg\n    args.Length\n',
  // What `dotnet new console -lang F#` writes.
  Plain: '// For more information see https://aka.ms/fsharp-console-apps\nprintfn "Hello from F#"\n',
  Wrong: 'module Wrong\n\nlet x: int = "text"\n',
  Clock: 'module Clock\n\nprintfn "before"\nprintfn "%b" (System.DateTime.Now.Year > 2000)\n',
  // The last file of an executable may do without a module declaration.
  Grants:
    'open System\n\nlet args = Environment.GetCommandLineArgs()\nlet show name = printfn "%s" (Environment.GetEnvironmentVariable name)\nshow "FUSABI_A"\nprintf "%s" (IO.File.ReadAllText args[1])\nshow "FUSABI_B"\n',
  Endless: 'module Endless\n\nlet mutable n = 0\nwhile true do\n    n <- n + 1\n    if n % 1000 = 0 then printfn "%d" n\n',
};

beforeAll(async () => {
  cpSync(hello, at("hello"), { recursive: true, filter: (source) => !/[\\/](bin|obj)$/.test(source) });
  for (const [name, source] of Object.entries(programs)) writeProject(name.toLowerCase(), name, source);
  // One compiler for all: what it keeps makes the single commands quick.
  await callFusabi(["build", ".", "-o", "first"], inFolder);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("run", () => {
  test("compiles and runs a project, a folder and an artifact alike, and says nothing else", async () => {
    await callFusabi(["build", "hello", "--output", "Hello.fzb"], inFolder);
    for (const input of ["hello/Hello.fsproj", "hello", "Hello.fzb"]) {
      expect(await callFusabi(["run", input], inFolder)).toEqual({ code: 0, stdout: helloOutput, stderr: "" });
    }
  });

  test("ends with the program's exit code, and --stats tells so", async () => {
    const { code, stderr } = await callFusabi(["run", "code", "--stats"], inFolder);
    expect(code).toBe(3);
    const stats = statsReport.parse(JSON.parse(stderr));
    expect(stats).toMatchObject({ outcome: "done", exitCode: 3, limit: null });
    expect(stats.fuel).toBeGreaterThan(0);
  });

  test("ends with 134 after an unhandled exception, printed as .NET does", async () => {
    const { code, stdout, stderr } = await callFusabi(["run", "crash"], inFolder);
    expect(stdout).toBe("before\n");
    expect(stderr).toMatch(/^Unhandled exception\. System\.Exception: no such account\n {3}at .*withdraw.* in .*Crash\.fs:line 5\n {3}at .* in .*Crash\.fs:line 11\n/);
    expect(code).toBe(134);
  });

  test("ends with 77 where a capability is used that was not granted, naming the line and the flag", async () => {
    const { code, stdout, stderr } = await callFusabi(["run", "clock"], inFolder);
    expect({ code, stdout }).toEqual({ code: 77, stdout: "before\n" });
    expect(stderr).toMatch(/FZ0602[^]*Clock\.fs:4[^]*--allow-clock/);
    expect(await callFusabi(["run", "clock", "--allow-clock"], inFolder)).toEqual({ code: 0, stdout: "before\ntrue\n", stderr: "" });
  });

  test("grants variables and folders one by one", async () => {
    await callFusabi(["build", "grants", "--output", "Grants.fzb"], inFolder);
    const run = (...flags: string[]) => callFusabi(["run", "Grants.fzb", ...flags, "--", "hello/Hello.fsproj"], { ...inFolder, env: { FUSABI_A: "one", FUSABI_B: "two" } });
    const text = readFileSync(at("hello", "Hello.fsproj"), "utf8");
    expect(await run("--allow-env", "--allow-read")).toEqual({ code: 0, stdout: `one\n${text}two\n`, stderr: "" });
    expect(await run("--allow-env=FUSABI_A,FUSABI_B", "--allow-read=hello")).toEqual({ code: 0, stdout: `one\n${text}two\n`, stderr: "" });
    const noVariable = await run("--allow-env=FUSABI_A", "--allow-read=hello");
    expect(noVariable).toMatchObject({ code: 77, stdout: `one\n${text}` });
    expect(noVariable.stderr).toMatch(/`env` for FUSABI_B[^]*Grants\.fs:4[^]*--allow-env=FUSABI_B/);
    const noFolder = await run("--allow-env", "--allow-read=code");
    expect(noFolder).toMatchObject({ code: 77, stdout: "one\n" });
    expect(noFolder.stderr).toMatch(/`read` for .*Hello\.fsproj[^]*Grants\.fs:6[^]*--allow-read=/);
    expect((await callFusabi(["inspect", "Grants.fzb"], inFolder)).stdout).toMatch(/capabilities\n(?: {2}\w+\n)* {2}env\n(?: {2}\w+\n)* {2}read\n/);
  });

  test("passes the arguments after --", async () => {
    expect(await callFusabi(["run", "args", "--", "one", "--two"], inFolder)).toEqual({ code: 2, stdout: "one\n--two\n", stderr: "" });
  });

  test("recurses a million calls deep, and stops with 75 and a trace where the depth is limited", async () => {
    expect(await callFusabi(["run", "deep"], inFolder)).toEqual({ code: 0, stdout: "500000500000\n", stderr: "" });
    const limited = await callFusabi(["run", "deep", "--max-depth", "10000"], inFolder);
    expect(limited.code).toBe(75);
    expect(limited.stderr).toMatch(/FZ0603/);
    expect(limited.stderr).toMatch(/ {3}at .*sum.* in .*Deep\.fs:line 3\n/);
  });

  test("loops in asyncs and tasks take no room", async () => {
    const run = await callFusabi(["run", "loops", "--max-memory", "8M"], inFolder);
    expect(run).toMatchObject({ code: 0, stdout: "0\n200000\n20000100000\n200000\n20000100000\n" });
  });

  test("goes on in another process from the state that was kept, and only with the artifact that ran", async () => {
    const whole = await callFusabi(["run", "args", "--", "one", "--two"], inFolder);
    await callFusabi(["build", "args", "deep", "-o", "kept"], inFolder);
    const file = "kept/state.fzs";
    const artifact = readdirSync(path.join(folder, "kept")).map((name) => `kept/${name}`);
    const [args, deep] = ["Args.fzb", "Deep.fzb"].map((name) => artifact.find((each) => each.endsWith(name)) as string);
    const first = await callFusabi(["run", args, "--fuel", "100", "--snapshot", file, "--", "one", "--two"], inFolder);
    expect(first.code).toBe(75);
    const last = await callFusabi(["resume", file, args, "--", "one", "--two"], inFolder);
    expect({ ...last, stdout: first.stdout + last.stdout }).toEqual(whole);
    expect(await callFusabi(["resume", file, deep], inFolder)).toMatchObject({ code: 65, stderr: expect.stringMatching(/FZ0503.*wrong_module/) });
    expect(await callFusabi(["resume", "nowhere.fzs", deep], inFolder)).toMatchObject({ code: 66 });
  });

  test("stops with 75 when the fuel is spent, having written what the program wrote", async () => {
    const { code, stdout, stderr } = await callFusabi(["run", "endless", "--fuel", "1000000", "--stats", "--message-format", "short"], inFolder);
    expect(code).toBe(75);
    expect(stdout).toMatch(/^1000\n2000\n/);
    const stats = statsReport.parse(JSON.parse(stderr.trimEnd().split("\n").at(-1) ?? ""));
    expect(stats).toMatchObject({ outcome: "limit", limit: "fuel" });
    expect(stats.fuel).toBeLessThanOrEqual(1_000_000);
  });
});

describe.skipIf(process.platform === "win32")("a run that does not end by itself", () => {
  const main = path.join(packageRoot(), "dist", "pipeline", "cli", "main.js");
  beforeAll(async () => {
    await callFusabi(["build", "endless", "--output", "Endless.fzb"], inFolder);
  });

  test("ends with 130 when interrupted", async () => {
    const child = spawn(process.execPath, [main, "run", "Endless.fzb"], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
    child.stdout.once("data", () => child.kill("SIGINT"));
    child.stdout.resume();
    expect(await new Promise((resolve) => child.once("close", resolve))).toBe(130);
  });

  test("ends when nobody reads its output", async () => {
    const child = spawn(process.execPath, [main, "run", "Endless.fzb"], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.once("data", () => child.stdout.destroy());
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    expect(await new Promise((resolve) => child.once("close", resolve))).toBe(141);
    expect(stderr).toBe("");
  });
});

describe("build", () => {
  test("goes on after a failing project, sums up and exits with 1", async () => {
    const { code, stdout, stderr } = await callFusabi(["build", "hello", "wrong", "code", "-o", "out"], inFolder);
    expect(code).toBe(1);
    expect(stdout).toBe(`${path.join("out", "Hello.fzb")}\n${path.join("out", "Code.fzb")}\n`);
    expect(stderr).toContain("FS0001");
    expect(stderr).toMatch(/built 2 of 3 in .*: 1 error\n$/);
    expect(readdirSync(at("out")).sort()).toEqual(["Code.fzb", "Hello.fzb"]);
  });

  test("--json reports each project", async () => {
    const { stdout } = await callFusabi(["build", "--json", "wrong", "code/*.fsproj", "-o", "out"], inFolder);
    const report = buildReport.parse(JSON.parse(stdout));
    expect(report.succeeded).toBe(false);
    expect(report.projects.map(({ project, artifact }) => [project, artifact?.path ?? null])).toEqual([
      [path.join("wrong", "Wrong.fsproj"), null],
      [path.join("code", "Code.fsproj"), path.join("out", "Code.fzb")],
    ]);
  });

  test("gives the same bytes each time, fewer with --strip, and puts them beside the project by default", async () => {
    await callFusabi(["build", "hello", "--no-cache", "--output", "a.fzb"], inFolder);
    await callFusabi(["build", "hello", "--output", "b.fzb"], inFolder);
    expect(readFileSync(at("a.fzb")).equals(readFileSync(at("b.fzb")))).toBe(true);
    await callFusabi(["build", "hello", "--strip", "--output", "stripped.fzb"], inFolder);
    await callFusabi(["build", "plain", "--strip", "--output", "plain.fzb"], inFolder);
    const [stripped, plain] = ["stripped.fzb", "plain.fzb"].map((name) => readFileSync(at(name)).length);
    expect(stripped).toBeLessThan(readFileSync(at("a.fzb")).length);
    // A program that only prints its own texts contains nothing that formats.
    expect([stripped, plain].map((bytes) => Math.ceil(Number(bytes) / 1024))).toEqual([5, 4]);
    await callFusabi(["build", "hello"], inFolder);
    expect(existsSync(at("hello", "bin", "Debug", "Hello.fzb"))).toBe(true);
  });

  test("exits with 73 where it cannot write", async () => {
    writeFileSync(at("a-file"), "");
    const { code, stderr } = await callFusabi(["build", "code", "-o", "a-file/out"], inFolder);
    expect(code).toBe(73);
    expect(stderr).toContain("FZ0701");
  });

  test("refuses two projects with one output", async () => {
    writeProject("other", "Code", programs.Code ?? "");
    const { code, stderr } = await callFusabi(["build", "code", "other", "-o", "same"], inFolder);
    expect(code).toBe(1);
    expect(stderr).toContain("FZ0705");
  });
});

test("check reports without writing", async () => {
  const { code, stdout } = await callFusabi(["check", "--json", "hello", "wrong"], inFolder);
  expect(code).toBe(1);
  const report = checkReport.parse(JSON.parse(stdout));
  expect(report.projects.map(({ diagnostics }) => diagnostics.map((diagnostic) => diagnostic.code))).toEqual([[], ["FZ0201"]]);
});

test("verify, inspect and disasm read what build wrote", async () => {
  await callFusabi(["build", "hello", "--output", "Read.fzb"], inFolder);
  expect(await callFusabi(["verify", "Read.fzb"], inFolder)).toEqual({ code: 0, stdout: "Read.fzb: valid\n", stderr: "" });
  const report = inspectReport.parse(JSON.parse((await callFusabi(["inspect", "--json", "Read.fzb"], inFolder)).stdout));
  expect(report).toMatchObject({ name: "Hello", runnable: true, stripped: false });
  expect(report.capabilities).toContain("stdout");
  expect((await callFusabi(["inspect", "Read.fzb"], inFolder)).stdout).toContain("Hello.Greeting");
  expect((await callFusabi(["disasm", "Read.fzb"], inFolder)).stdout).toContain("Hello.sum");
});
