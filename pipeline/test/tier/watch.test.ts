/** `fusabi watch --run` through an afternoon: what is printed after each change, with one compiler. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startFusabi } from "../command.ts";

let folder: string;
let watching: ReturnType<typeof startFusabi>;
let printed = "";

const at = (name: string): string => path.join(folder, name);
const write = (name: string, text: string): void => {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
};
const project = (...names: string[]): string =>
  `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup><ItemGroup>${names.map((name) => `<Compile Include="${name}" />`).join("")}</ItemGroup></Project>`;

/** Waits until all that is awaited is printed after the change; stdout and stderr come in any order. */
const after = async (change: () => void, ...awaited: readonly RegExp[]): Promise<string> => {
  printed = "";
  change();
  for (const deadline = Date.now() + 120_000; !awaited.every((one) => one.test(printed)); ) {
    if (Date.now() > deadline || watching.exitCode !== null) throw new Error(`waited for ${awaited}, found: ${printed}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return printed;
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "fusabi watch "));
  write("app/App.fsproj", project("../shared/*.fs", "Main.fs"));
  write("shared/Greeting.fs", `module Greeting\nlet hello = "hello"\n`);
  write("app/Main.fs", `module Main\nprintfn "%s" Greeting.hello\n`);
  watching = startFusabi(["watch", "app", "--run", "--cracker", "static", "--no-cache", "-o", "out"], { cwd: folder });
  for (const stream of [watching.stdout, watching.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
});
afterAll(() => {
  watching.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

test("builds and runs again after every change, and goes on after mistakes", async () => {
  const main = (line: string) => () => write("app/Main.fs", `module Main\n${line}\n`);
  await after(() => {}, /^built out.App\.fzb in \d+ ms$/m, /^hello$/m, /^exit code 0$/m);
  await after(() => write("shared/Greeting.fs", `module Greeting\nlet hello = "good day"\n`), /^built /m, /^good day$/m, /^exit code 0$/m);
  await after(main(`printfn "%d" Greeting.hello`), /FS0001.*failed; waiting for a change\n/s);
  await after(main(`printfn "%s!" Greeting.hello`), /^built /m, /^good day!$/m, /^exit code 0$/m);
  await after(() => write("shared/Name.fs", `module Name\nlet name = "Ada"\n`), /^built /m, /^good day!$/m, /^exit code 0$/m);
  await after(main(`printfn "%s %s" Greeting.hello Name.name\nexit 3`), /^good day Ada$/m, /^exit code 3$/m);
  await after(() => rmSync(at("shared/Name.fs")), /FS0039.*failed; waiting for a change\n/s);
  await after(() => write("app/App.fsproj", project("../shared/*.fs", "More.fs", "Main.fs")), /FZ0103.*More\.fs.*failed; waiting for a change\n/s);
  await after(
    () => {
      write("shared/Name.fs", `module Name\nlet name = "Ada"\n`);
      main(`printfn "endless"\nMore.wait ()`)();
      write("app/More.fs", `module More\nlet rec wait () : unit = wait ()\n`);
    },
    /^built /m,
    /^endless$/m,
  );
  await after(main(`printfn "over"`), /^stopped by a change\nbuilt /m, /^over$/m, /^exit code 0$/m);
});

test("ends with 130 when it is interrupted", async () => {
  const ended = new Promise((resolve) => watching.once("exit", resolve));
  watching.kill("SIGINT");
  expect(await ended).toBe(130);
});
