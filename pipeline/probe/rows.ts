/** Rows of the probe as .NET and as fusabi print them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Compiler } from "../compile.ts";
import { printedOnDotnet } from "../dotnet.ts";
import { inGeneratedProject } from "../generated-project.ts";
import { packageRoot } from "../package-root.ts";
import { runRecorded } from "../test/harness.ts";
import type { Family } from "./program.ts";

export interface Difference {
  /** The family and the row's name. */
  readonly row: string;
  readonly found: string;
  readonly expected: string;
}

export interface Comparison {
  readonly rows: number;
  readonly differences: readonly Difference[];
}

export const askDotnet = (family: Family): Promise<string> => inGeneratedProject(family.source, printedOnDotnet);

const expectedFile = (family: Family): string => path.join(packageRoot(), "pipeline", "probe", "expected", `${family.name}.txt.gz`);

const rowsOf = (text: string): readonly string[] => text.split("\n").filter((line) => line !== "");

/** How many rows were stored. */
export function storeExpected(family: Family, text: string): number {
  mkdirSync(path.dirname(expectedFile(family)), { recursive: true });
  writeFileSync(expectedFile(family), gzipSync(text, { level: 9 }));
  return rowsOf(text).length;
}

/** Compiles and runs a family; a row that one side lacks differs too. */
export async function compareFamily(family: Family, compiler: Compiler): Promise<Comparison> {
  if (!existsSync(expectedFile(family))) throw new Error(`${expectedFile(family)} is missing: npm run probe -- --write ${family.name}`);
  const expected = rowsOf(gunzipSync(readFileSync(expectedFile(family))).toString("utf8"));
  const found = rowsOf(await inGeneratedProject(family.source, (project) => runThrough(project, compiler)));
  const differences: Difference[] = [];
  for (let at = 0; at < Math.max(found.length, expected.length); at++) {
    const [name, value = ""] = (found[at] ?? "").split("\t");
    const [wanted, answer = ""] = (expected[at] ?? "").split("\t");
    if (name === wanted && value === answer) continue;
    differences.push({ row: `${family.name}: ${wanted ?? name}`, found: found[at] === undefined ? "no such row" : value, expected: answer });
  }
  return { rows: expected.length, differences };
}

async function runThrough(project: string, compiler: Compiler): Promise<string> {
  const { artifact, diagnostics } = await compiler.compile({ project, configuration: "Release", cracker: "static" });
  if (artifact === undefined) throw new Error(diagnostics.map(({ code, message }) => `${code} ${message}`).join("\n"));
  const { stdout, stderr } = await runRecorded(artifact.module);
  return stdout + stderr;
}
