/** A validated module from any input: an artifact is read, a project or script compiled in memory. */
import type { Diagnostic } from "../../schemas/diagnostics/diagnostic.ts";
import type { ValidModule } from "../../schemas/fzb/validate.ts";
import { readArtifact } from "../artifact.ts";
import type { CompileTimes } from "../compile.ts";
import type { Input } from "../inputs.ts";
import { compileRequest } from "./compile-options.ts";
import type { OptionValues } from "./options.ts";
import { Progress, type SourceReader } from "./report.ts";

export interface LoadedInput {
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where a diagnostic is an error. */
  readonly module?: ValidModule;
  readonly source?: SourceReader;
  readonly times?: CompileTimes;
}

export async function loadInput(input: Input, values: OptionValues): Promise<LoadedInput> {
  if (input.kind === "artifact") {
    const read = readArtifact(input.path);
    return "module" in read ? { diagnostics: [], module: read.module } : { diagnostics: [read.diagnostic] };
  }
  const { openCompiler } = await import("../compile.ts");
  const compiler = openCompiler();
  const progress = new Progress();
  progress.show(`compiling ${input.path}`);
  try {
    const { diagnostics, source, times, artifact } = await compiler.compile(compileRequest(input.path, values));
    return { diagnostics, source, times, ...(artifact === undefined ? {} : { module: artifact.module }) };
  } finally {
    progress.clear();
    await compiler.close();
  }
}
