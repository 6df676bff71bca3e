/** One project or script to one artifact: Fable, lowering, writing, validation. The compiler keeps Fable warm between projects. */
import path from "node:path";
import { type Bridge, openBridge } from "../fable-bridge/index.ts";
import { lower } from "../lowering/index.ts";
import { type Diagnostic, hasErrors } from "../schemas/diagnostics/diagnostic.ts";
import { diagnostics } from "../schemas/diagnostics/table.ts";
import { stripDebug, writeModule } from "../schemas/fzb/binary.ts";
import { FzbError } from "../schemas/fzb/error.ts";
import { type ValidModule, validate } from "../schemas/fzb/validate.ts";
import { placeOf } from "./artifact.ts";
import { type LibrarySource, openLibrarySource } from "./library-source.ts";

export interface CompileRequest {
  /** Path of an .fsproj or .fsx. */
  readonly project: string;
  readonly configuration?: "Debug" | "Release";
  readonly defines?: readonly string[];
  readonly cracker?: "msbuild" | "static" | "auto";
  readonly noCache?: boolean;
  readonly strip?: boolean;
}

/** Milliseconds. */
export interface CompileTimes {
  readonly fable: number;
  readonly lowering: number;
  readonly writing: number;
}

export interface Compiled {
  readonly diagnostics: readonly Diagnostic[];
  /** F# sources by the path that diagnostics use. */
  readonly sources: ReadonlyMap<string, string>;
  readonly times: CompileTimes;
  /** Absent where a diagnostic is an error. */
  readonly artifact?: Artifact;
}

export interface Artifact {
  readonly module: ValidModule;
  readonly bytes: Uint8Array;
}

export interface Compiler {
  compile(request: CompileRequest): Promise<Compiled>;
  close(): Promise<void>;
}

export function openCompiler(): Compiler {
  let bridge: Bridge | undefined;
  const library = openLibrarySource();
  return {
    compile(request) {
      bridge ??= openBridge();
      return compile(bridge, library, request);
    },
    async close() {
      await bridge?.close();
      bridge = undefined;
    },
  };
}

async function compile(bridge: Bridge, library: LibrarySource, request: CompileRequest): Promise<Compiled> {
  const bridged = await bridge.compile({
    project: path.resolve(request.project),
    configuration: request.configuration ?? "Debug",
    defines: [...(request.defines ?? [])],
    cracker: request.cracker ?? "auto",
    noCache: request.noCache ?? false,
  });
  const sources = new Map(bridged.output?.modules.map((module) => [module.path, module.source]));
  const found: Diagnostic[] = [...bridged.diagnostics];
  const times = { fable: bridged.fableMs, lowering: 0, writing: 0 };
  const result = (artifact?: Artifact): Compiled => ({ diagnostics: found, sources, times, ...(artifact === undefined ? {} : { artifact }) });
  if (bridged.output === undefined || hasErrors(found)) return result();

  const startLowering = performance.now();
  const lowered = lower(bridged.output, library);
  times.lowering = performance.now() - startLowering;
  found.push(...lowered.diagnostics);
  if (lowered.module === undefined || hasErrors(found)) return result();

  const startWriting = performance.now();
  try {
    const module = validate(request.strip ? stripDebug(lowered.module) : lowered.module);
    const bytes = writeModule(module);
    times.writing = performance.now() - startWriting;
    return result({ module, bytes });
  } catch (error) {
    if (!(error instanceof FzbError)) throw error;
    found.push(diagnostics.invalidOutput({ text: error.message, where: placeOf(error) }, { file: request.project }));
    return result();
  }
}
