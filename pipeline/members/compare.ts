/** Members as fusabi compiles and runs them. */
import type { Compiler } from "../compile.ts";
import { inGeneratedProject } from "../generated-project.ts";
import { runRecorded } from "../test/harness.ts";
import { answersOf, memberProgram, rowAt } from "./program.ts";
import type { MemberRow, State } from "./rows.ts";

export interface Judged {
  readonly row: MemberRow;
  readonly state: State | "same";
  /** What fusabi prints, or its error. */
  readonly found: string;
}

/** Compiles the rows, without those that are refused, and runs them; behind one that ends the program, it goes on with the next. */
export async function compareMembers(rows: readonly MemberRow[], compiler: Compiler): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  let left = rows;
  while (left.length > 0) {
    const source = memberProgram(left);
    const { artifact, diagnostics } = await inGeneratedProject(source, (project) => compiler.compile({ project, configuration: "Release", cracker: "static", noCache: true }));
    if (artifact === undefined) {
      const errors = new Map<number, string>();
      for (const { severity, code, message, range } of diagnostics) if (severity === "error") errors.set(rowAt(source, range?.startLine ?? 0), `${code}: ${message}`);
      if ([...errors.keys()].some(Number.isNaN)) throw new Error([...errors.values()].join("\n"));
      for (const [at, found] of errors) judged.push({ row: left[at]!, state: "refused", found });
      left = left.filter((_, at) => !errors.has(at));
      continue;
    }
    const { stdout, stderr } = await runRecorded(artifact.module);
    const answers = answersOf(stdout);
    const missing = left.findIndex((_, at) => !answers.has(at));
    const reached = missing === -1 ? left.length : missing;
    for (let at = 0; at < reached; at++) {
      const found = answers.get(at) ?? "";
      judged.push({ row: left[at]!, state: found === left[at]!.answer ? "same" : "differs", found });
    }
    if (missing !== -1) judged.push({ row: left[missing]!, state: "differs", found: stderr });
    left = left.slice(reached + 1);
  }
  return judged;
}
