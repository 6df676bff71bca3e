/** The hosts below samples/hosts, as processes that a user would start. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildAll } from "../../../dist/pipeline/batch.js";
import { openCompiler } from "../../../dist/pipeline/compile.js";
import { packageRoot } from "../../../dist/pipeline/package-root.js";
import { callFusabi } from "../../../dist/pipeline/test/command.js";
import { evaluateInBrowser, findBrowser } from "../../../dist/pipeline/test/embedding/browser.js";

const folder = mkdtempSync(path.join(tmpdir(), "fusabi-hosts-"));
const samples = path.join(packageRoot(), "samples", "hosts");
const at = (name: string): string => path.join(folder, name);
const run = (host: string, ...args: string[]) => spawnSync(process.execPath, [path.join(samples, host), ...args], { encoding: "utf8", cwd: folder });

const fetching = `module Fetch
open Fusabi.Host

let show (answer: HttpResponse) =
    let kind = answer.Headers |> List.find (fun (name, _) -> name = "x-kind") |> snd
    printfn "%d %s %s" answer.Status kind answer.Body

[<EntryPoint>]
let main args =
    async {
        let! both = [ Http.get args[0]; Http.post args[0] "hello" ] |> Async.Parallel
        Array.iter show both
        return 0
    }
    |> Async.RunSynchronously
`;

beforeAll(async () => {
  writeFileSync(at("Adder.fs"), "module Adder\n\nlet add (a: int) (b: int) = a + b\nlet spin (n: int) = while n >= 0 do ()\n");
  writeFileSync(
    at("Adder.fsproj"),
    '<Project><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><Compile Include="Adder.fs" /></ItemGroup></Project>',
  );
  writeFileSync(at("Fetch.fs"), fetching);
  writeFileSync(
    at("Fetch.fsproj"),
    `<Project><PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup><ItemGroup><Compile Include="${path.join(packageRoot(), "fsharp", "Fusabi.Host", "Fusabi.Host.fs")}" /><Compile Include="Fetch.fs" /></ItemGroup></Project>`,
  );
  const compiler = openCompiler();
  const projects = [
    path.join(samples, "game", "Boids.fsproj"),
    path.join(samples, "tenants", "Rules.fsproj"),
    path.join(samples, "spreadsheet", "Sheet.fsproj"),
    at("Adder.fsproj"),
    at("Fetch.fsproj"),
  ];
  const results = await buildAll(
    compiler,
    projects.map((project) => ({ project, outDir: folder, cracker: "static", configuration: "Release" })),
    () => {},
  );
  await compiler.close();
  expect(results.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a game gives its script some of each frame", () => {
  const few = run("game.mjs", at("Boids.fzb"), "4", "10");
  expect(few).toMatchObject({ stderr: "", stdout: expect.stringMatching(/^10 frames, 10 of them/) });
  const many = run("game.mjs", at("Boids.fzb"), "60", "40");
  const [, drawn] = /^40 frames, (\d+) of them/.exec(many.stdout) ?? [];
  expect(Number(drawn), many.stderr).toBeGreaterThan(2);
  expect(Number(drawn)).toBeLessThan(30);
});

test("a server answers every tenant, whatever one's rules do", async () => {
  const server = spawn(process.execPath, [path.join(samples, "tenants.mjs"), `one=${at("Rules.fzb")}`, `two=${at("Rules.fzb")}`], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const port = await new Promise<number>((resolve) => server.stdout.once("data", (text) => resolve(Number(String(text)))));
    const post = async (tenant: string, body: unknown): Promise<[number, unknown]> => {
      const response = await fetch(`http://127.0.0.1:${port}/${tenant}`, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) });
      return [response.status, await response.json()];
    };
    const order = (more: object = {}): object => ({ Customer: "Ada", Lines: [{ Article: "pen", Price: "1.50", Count: 4 }], ...more });
    const endless = post("one", order({ Code: "LOOP" }));
    expect(await post("two", order({ Code: "TENTH" }))).toEqual([200, { Total: "5.40", Notes: ["only 3 of pen"] }]);
    expect(await endless).toMatchObject([503, { error: "the rules of one took too much fuel" }]);
    expect(await post("one", order())).toMatchObject([200, { Total: "6.00" }]);
    expect(await post("one", order({ Code: "X" }))).toMatchObject([422, { error: "there is no code X" }]);
    expect(await post("one", order({ Lines: [{ Article: "pen", Price: "1.50" }] }))).toMatchObject([400, { error: "order.Lines[0].Count: expected int, got undefined" }]);
    expect(await post("one", "{")).toMatchObject([400, {}]);
    expect(await post("none", order())).toMatchObject([404, {}]);
  } finally {
    server.kill();
  }
});

test("a program asks the servers that it may ask", async () => {
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (part: string) => (body += part));
    request.on("end", () => response.setHeader("x-kind", "test").end(`${request.method} ${body}`));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const fetched = (...flags: string[]) => callFusabi(["run", at("Fetch.fzb"), ...flags, "--", `http://${host}/`]);
    expect(await fetched(`--allow-net=${host}`)).toMatchObject({ code: 0, stderr: "", stdout: "200 test GET \n200 test POST hello\n" });
    const refused = await fetched("--allow-net=example.com");
    expect(refused.code).toBe(77);
    expect(refused.stderr).toMatch(new RegExp(`--allow-net=${host}[^]*Fetch\\.fs`));
  } finally {
    server.close();
  }
});

test("a pool runs calls on threads", () => {
  expect(run("pool.mjs", at("Adder.fzb"), "add", "100")).toMatchObject({ stderr: "", stdout: `${Array.from({ length: 20 }, (_, i) => 100 + i).join(" ")}\n` });
  expect(run("pool.mjs", at("Adder.fzb"), "spin").stdout).toContain("limit: the fuel limit was spent");
});

const sheet = `
const { openSheet } = await import(${JSON.stringify(path.join(samples, "spreadsheet", "sheet.mjs"))});
const { names, show } = await openSheet(given[0], 100_000);
const texts = { A1: "3", A2: "10", A3: "4", A4: "40", B1: "=SUM(A1:A3)", B2: "=MEDIAN(A1:A3, A1)", B3: "=JOIN(A1, B1, C9)", C1: "=FIB(A2)", C2: "=FIB(A4)", C3: "=FIB(A2:A3)", C4: "=NONE(A1)", C5: "=SUM(C5)" };
export default [names.join(), ...Object.keys(texts).map((name) => show(texts, name))];
`;
const shown = ["FIB,JOIN,MEDIAN,SUM", "3", "10", "4", "40", "17", "3.5", "3 17", "55", "#TOO LONG", "#FIB takes one number", "#there is no function NONE", "0"];

const browser = findBrowser();
test.runIf(browser !== undefined || (process.env.CI !== undefined && process.env.FUSABI_NO_BROWSER !== "1"))("a page computes its sheet in Chromium", async () => {
  if (browser === undefined) throw new Error("no Chromium: install Debian's package, or set FUSABI_NO_BROWSER=1");
  expect(await evaluateInBrowser(browser, sheet, [readFileSync(at("Sheet.fzb"))])).toEqual(shown);
});
