/** A validated module from any input: an artifact is read, a project or script compiled in memory. */
import type { Diagnostic } from "../../schemas/diagnostics/diagnostic.ts";
import type { ValidModule } from "../../schemas/fzb/validate.ts";
import { readArtifact } from "../artifact.ts";
import type { CompileTimes } from "../compile.ts";
import { exitCodes } from "../exit-codes.ts";
import { type Input, type InputKind, resolveInput } from "../inputs.ts";
import { Output } from "../output.ts";
import { compileRequest } from "./compile-options.ts";
import type { OptionValues } from "./options.ts";
import { exitCodeOf, Progress, printDiagnostics, type SourceReader } from "./report.ts";

export interface LoadedInput {
  readonly diagnostics: readonly Diagnostic[];
  /** Of what was named, or found in a folder. */
  readonly path?: string;
  /** Absent where a diagnostic is an error. */
  readonly module?: ValidModule;
  readonly source?: SourceReader;
  readonly times?: CompileTimes;
  /** Of a project. */
  readonly outputKind?: "exe" | "library";
}

/** The input that an argument names, loaded; what there is to report of it is printed. */
export async function loadGiven(given: string, kinds: readonly InputKind[], values: OptionValues): Promise<LoadedInput> {
  const resolved = resolveInput(given, kinds);
  const loaded: LoadedInput = "diagnostic" in resolved ? { diagnostics: [resolved.diagnostic] } : { path: resolved.input.path, ...(await loadInput(resolved.input, values)) };
  printDiagnostics(loaded.diagnostics, values["message-format"], loaded.source);
  return loaded;
}

/** Prints what is to be said of one module. */
export async function printModule(given: string, values: OptionValues, textOf: (module: ValidModule) => string): Promise<number> {
  const { module, diagnostics } = await loadGiven(given, ["artifact", "project", "script"], values);
  if (module === undefined) return exitCodeOf(diagnostics);
  const output = new Output();
  output.write(textOf(module));
  output.flush();
  return exitCodes.success;
}

async function loadInput(input: Input, values: OptionValues): Promise<LoadedInput> {
  if (input.kind === "artifact") {
    const read = readArtifact(input.path);
    return "module" in read ? { diagnostics: [], module: read.module } : { diagnostics: [read.diagnostic] };
  }
  const { openCommandCompiler } = await import("./compiler.ts");
  const compiler = openCommandCompiler();
  const progress = new Progress();
  progress.show(`compiling ${input.path}`);
  try {
    const { artifact, ...compiled } = await compiler.compile(compileRequest(input.path, values));
    return { ...compiled, ...(artifact === undefined ? {} : { module: artifact.module }) };
  } finally {
    progress.clear();
    await compiler.close();
  }
}
