/** Compiles a test file, taking out what is refused, and runs each of its cases. */
import path from "node:path";
import type { Diagnostic } from "../../schemas/diagnostics/diagnostic.ts";
import type { Artifact, Compiler } from "../compile.ts";
import { hostImports } from "../host.ts";
import { Output } from "../output.ts";
import { runModule } from "../run.ts";
import { blockAt, casesOf, takeOut } from "./blocks.ts";
import { planTest, type TestProject, writeTest } from "./project.ts";
import { mark } from "./testing.ts";

export interface CaseResult {
  readonly name: string;
  readonly outcome: "passed" | "failed" | "refused";
  /** Why it failed or was refused. */
  readonly detail?: string;
}

export interface FileResult {
  readonly file: string;
  readonly cases: readonly CaseResult[];
}

const mostRounds = 40;
const fuelPerRun = 20_000_000_000;

export const testFile = async (compiler: Compiler, root: string, name: string, folder: string): Promise<FileResult> => {
  const project = planTest(root, name);
  const refused: CaseResult[] = [];
  takeOutImports(project, refused);
  for (let round = 0; round < mostRounds; round++) {
    const compiled = await compiler.compile({ project: writeTest(project, folder), cracker: "static", noCache: true });
    const errors = compiled.diagnostics.filter((diagnostic) => diagnostic.severity === "error");
    if (compiled.artifact === undefined) {
      if (takeOutAll(project, folder, errors, refused)) continue;
      const [first] = errors;
      const place = first?.range === undefined ? "" : ` (${first.file}:${first.range.startLine})`;
      return { file: project.name, cases: [...refused, ...refuseAll(project, `${first?.message ?? "not compiled"}${place}`)] };
    }
    return { file: project.name, cases: [...refused, ...(await runCases(compiled.artifact))] };
  }
  return { file: project.name, cases: [...refused, ...refuseAll(project, `still refused after ${mostRounds} rounds`)] };
};

const refuseAll = (project: TestProject, detail: string): CaseResult[] => {
  const file = project.files.find((candidate) => candidate.path === project.testFile);
  return casesOf(file?.lines ?? []).map((name) => ({ name, outcome: "refused", detail }));
};

const remove = (file: TestProject["files"][number], line: number, detail: string, refused: CaseResult[]): boolean => {
  const block = blockAt(file.lines, line);
  if (block === undefined) return false;
  if (block.test !== undefined) refused.push({ name: block.test, outcome: "refused", detail });
  file.lines = takeOut(file.lines, block);
  return true;
};

/** Whether something that a diagnostic is about could be taken out. */
const takeOutAll = (project: TestProject, folder: string, errors: readonly Diagnostic[], refused: CaseResult[]): boolean => {
  let changed = false;
  for (const { file: place, range, message } of errors) {
    const file = project.files.find((candidate) => place !== undefined && path.resolve(place) === path.resolve(folder, candidate.path));
    if (file === undefined || range === undefined || file.lines[range.startLine - 1]?.trim() === "") continue;
    if (remove(file, range.startLine - 1, message, refused)) changed = true;
  }
  return changed;
};

/** What imports a JavaScript file, or anything else that no host of ours has, goes out before the first round. */
const takeOutImports = (project: TestProject, refused: CaseResult[]): void => {
  for (const file of project.files) {
    for (let line = 0; line < file.lines.length; line++) {
      const found = /\b[Ii]mport\w*\b.*?"([^"]*\.js|node:\w+)"/.exec(file.lines[line]);
      if (found !== null) remove(file, line, `imports ${found[1]} from the host`, refused);
    }
  }
};

class CollectedOutput extends Output {
  text = "";
  override write(text: string): void {
    this.text += text;
  }
  override flush(): void {}
}

/** Runs every case; where one ends the program, the next run begins after it. */
const runCases = async ({ module }: Artifact): Promise<CaseResult[]> => {
  const results: CaseResult[] = [];
  const capabilities = new Set(Object.values(hostImports).map((row) => row.capability));
  for (;;) {
    const output = new CollectedOutput();
    const request = { module, path: "suite", args: [String(results.length)], output, limits: { fuel: fuelPerRun }, capabilities };
    let ended: string;
    try {
      const run = await runModule(request);
      ended = run.trace?.trim() || run.diagnostics.map((diagnostic) => diagnostic.message).join("; ") || "did not complete";
    } catch (error) {
      ended = `the machine failed: ${error instanceof Error ? error.stack : error}`;
    }
    let count = 0;
    let current: string | undefined;
    for (const line of output.text.split("\n")) {
      const report = new RegExp(`${mark}(count|start|pass|fail) ?(.*)$`).exec(line);
      if (report === null) continue;
      const [, verb, text] = report;
      if (verb === "count") count = Number(text);
      else if (verb === "start") current = text.replace(/^\d+ /, "");
      else if (current !== undefined) {
        results.push(verb === "pass" ? { name: current, outcome: "passed" } : { name: current, outcome: "failed", detail: text.replaceAll("\u0002", "\n") });
        current = undefined;
      }
    }
    if (current !== undefined) results.push({ name: current, outcome: "failed", detail: ended });
    else if (results.length < count || count === 0) return [...results, { name: "(the runner)", outcome: "failed", detail: ended }];
    if (results.length >= count) return results;
  }
};
