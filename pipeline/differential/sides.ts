/** One F# project on each side of a comparison: .NET, Fable's JavaScript on Node, and fusabi in each tier, run through and paused. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { execa } from "execa";
import type { ValidModule } from "../../schemas/fzb/validate.ts";
import { load, Machine } from "../../vm/index.ts";
import type { Compiled } from "../compile.ts";
import { hostImports } from "../host.ts";
import { packageRoot } from "../package-root.ts";
import { runRecorded } from "../test/harness.ts";

export interface Printed {
  readonly stdout: string;
  readonly exitCode: number;
}

/** Why a side has nothing to say. */
export class Unavailable extends Error {}

const quiet = { reject: false, env: { DOTNET_CLI_TELEMETRY_OPTOUT: "1", DOTNET_NOLOGO: "1" } } as const;

export async function runDotnet(project: string, scratch: string, args: readonly string[]): Promise<Printed> {
  const build = await execa("dotnet", ["build", project, "-c", "Release", "--artifacts-path", scratch, "-v", "quiet", "-p:WarningLevel=0"], quiet);
  if (build.failed) throw new Unavailable(build.stdout || "no .NET SDK");
  const name = path.basename(project).replace(/\.fsproj$/, "");
  const dll = readdirSync(path.join(scratch, "bin", name, "release")).find((file) => file.endsWith(".runtimeconfig.json"))!;
  const run = await execa("dotnet", [path.join(scratch, "bin", name, "release", dll.replace(".runtimeconfig.json", ".dll")), ...args], { ...quiet, stripFinalNewline: false });
  return { stdout: run.stdout.replaceAll("\r\n", "\n"), exitCode: run.exitCode ?? 1 };
}

export async function runFableJavaScript(project: string, scratch: string, args: readonly string[]): Promise<Printed> {
  const root = packageRoot();
  const out = path.join(scratch, "js");
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(scratch, "package.json"), '{ "type": "module" }\n');
  if (!existsSync(path.join(scratch, "node_modules"))) symlinkSync(path.join(root, "node_modules"), path.join(scratch, "node_modules"), "dir");
  const compiled = await execa(process.execPath, [path.join(root, "node_modules/@fable-org/fable-compiler-js/index.js"), project, "--outDir", out], quiet);
  const made = compiled.failed
    ? []
    : readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js") && !file.includes("fable_modules") && !file.includes("fable-library"));
  const entry = made.find((file) => path.basename(file, ".js") === lastSource(project));
  if (entry === undefined) throw new Unavailable(compiled.stdout || compiled.stderr || "Fable made no JavaScript");
  const run = await execa(process.execPath, [path.join(out, entry), ...args], { ...quiet, stripFinalNewline: false });
  return { stdout: run.stdout, exitCode: run.exitCode ?? 1 };
}

const lastSource = (project: string): string =>
  path.basename([...readFileSync(project, "utf8").matchAll(/<Compile\s+Include="([^"]+)"/g)].at(-1)?.[1]?.replaceAll("\\", "/") ?? "", ".fs");

/** The ways a module is run by fusabi. */
export const tiers = {
  interpreter: { tier: "interpreter", slice: undefined },
  "interpreter, paused": { tier: "interpreter", slice: 997 },
  compiled: { tier: "jit", slice: undefined },
  "compiled, paused": { tier: "jit", slice: 997 },
} as const;

export async function runFusabi(module: ValidModule, way: (typeof tiers)[keyof typeof tiers], args: readonly string[]): Promise<Printed & { readonly fuel: number }> {
  const { stdout, exitCode, fuel } = await runRecorded(module, { args, ...way });
  return { stdout, exitCode, fuel };
}

/** The F# stack while the program prints the character at `offset`. */
export function whoPrints(artifact: NonNullable<Compiled["artifact"]>, offset: number, args: readonly string[]): string {
  let printed = 0;
  let stack = "";
  const output = { write: (text: string) => (printed += text.length) };
  const imports = Object.fromEntries(Object.entries(hostImports).map(([name, { call }]) => [name, (...given: unknown[]) => call({ output, args } as never, ...given)]));
  const write = imports["fusabi.write"]!;
  const machine = new Machine(load(artifact.module), {
    imports: {
      ...imports,
      "fusabi.write": (text) => {
        if (printed <= offset) stack = machine.stackTrace();
        write(text);
      },
    },
  });
  machine.start();
  while (printed <= offset) {
    const outcome = machine.step(1_000_000);
    if (!("paused" in outcome && outcome.reason === "fuel")) break;
  }
  return stack;
}
