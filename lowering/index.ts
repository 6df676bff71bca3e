/** Annotated TypeScript in, a module out. The passes, one line each, are in `lower`. */
import type { Diagnostic } from "../schemas/diagnostics/diagnostic.ts";
import type { FableOutput } from "../schemas/fable-output.ts";
import type { Module } from "../schemas/fzb/module.ts";
import { visitors } from "./accepted.ts";
import { settleResults } from "./analyse/results.ts";
import { emitModule } from "./emit/module.ts";
import { lowerEntry } from "./entry.ts";
import type { LibrarySource } from "./graph.ts";
import type { IrFn } from "./ir/nodes.ts";
import { optimise } from "./optimise/index.ts";
import { type PassName, passesWithout } from "./optimise/passes.ts";
import { reachableFunctions, rootsOf } from "./optimise/reachable.ts";
import { shareValues } from "./optimise/share.ts";
import { Program } from "./program.ts";
import { withTypeDeclarations } from "./type-declarations.ts";

export type { LibrarySource } from "./graph.ts";

export interface Lowered {
  readonly module?: Module;
  readonly diagnostics: readonly Diagnostic[];
}

export interface LoweringOptions {
  /** Called with the IR of each function before it is emitted: the verifier and the printer of ir/ hang in here. */
  readonly inspect?: (fn: IrFn) => void;
  /** Passes of the optimiser to leave out; `"all"` leaves the program as it was written. */
  readonly without?: readonly PassName[] | "all";
}

export const lower = (output: FableOutput, library: LibrarySource, options: LoweringOptions = {}): Lowered => {
  const program = new Program(withTypeDeclarations(output), library, visitors);
  const entry = lowerEntry(program);
  if (program.diagnostics.some((one) => one.severity === "error")) return { diagnostics: program.diagnostics };
  if (options.without !== "all") {
    const roots = rootsOf(program, entry);
    const passes = passesWithout(options.without);
    const facts = optimise(program.functions, roots, [entry, ...program.starts], passes, {
      arrayMethods: program.arrayMethods(),
      isProject: (pos) => program.graph.isProject(pos.file),
    });
    program.keep(reachableFunctions(program.functions, roots, (fn) => facts.summary(fn).callees));
    if (passes.share) for (const fn of program.functions) shareValues(fn, facts);
  }
  if (options.inspect) program.functions.forEach(options.inspect);
  settleResults(program.functions);
  return { module: emitModule(program, entry), diagnostics: program.diagnostics };
};
