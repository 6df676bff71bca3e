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
import { cacheFolder } from "./cache-folder.ts";
import { type LibrarySource, openLibrarySource } from "./library-source.ts";
import { LoweredCache } from "./lowered-cache.ts";

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
  /** The text of a file that a diagnostic names. */
  readonly source: (file: string) => string | undefined;
  /** Absolute paths of the files the result depends on. */
  readonly inputs: readonly string[];
  readonly times: CompileTimes;
  readonly outputKind?: "exe" | "library";
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

/** `makesImages`: see BridgeSettings. */
export function openCompiler(makesImages = false): Compiler {
  let bridge: Bridge | undefined;
  const library = openLibrarySource();
  return {
    compile(request) {
      bridge ??= openBridge({ readLibrary: library.read, makesImages });
      return compile(bridge, library, request);
    },
    async close() {
      await bridge?.close();
      bridge = undefined;
    },
  };
}

async function compile(bridge: Bridge, library: LibrarySource, request: CompileRequest): Promise<Compiled> {
  const folder = request.noCache ? undefined : cacheFolder();
  const bridged = await bridge.compileProject({
    project: request.project,
    configuration: request.configuration ?? "Debug",
    defines: request.defines ?? [],
    cracker: request.cracker ?? "auto",
    ...(folder === undefined ? {} : { cacheFolder: folder }),
  });
  const shown = new Map<string, string>();
  const toUser = (diagnostic: Diagnostic): Diagnostic => {
    if (diagnostic.file === undefined) return diagnostic;
    const file = fromHere(bridged.root, diagnostic.file);
    shown.set(file, diagnostic.file);
    return { ...diagnostic, file };
  };
  const found: Diagnostic[] = bridged.diagnostics.map(toUser);
  const times = { fable: bridged.fableMs, lowering: 0, writing: 0 };
  const source = (file: string): string | undefined => bridged.source(shown.get(file) ?? file);
  const { outputKind } = bridged.output ?? {};
  const result = (artifact?: Artifact): Compiled => ({
    diagnostics: found,
    source,
    inputs: bridged.inputs,
    times,
    ...(outputKind === undefined ? {} : { outputKind }),
    ...(artifact === undefined ? {} : { artifact }),
  });
  if (bridged.output === undefined || hasErrors(found)) return result();

  const startLowering = performance.now();
  const cache = new LoweredCache(folder, bridged.key);
  const kept = cache.read();
  const lowered = kept === undefined ? lower(bridged.output, library) : { module: kept, diagnostics: [] };
  times.lowering = performance.now() - startLowering;
  found.push(...lowered.diagnostics.map(toUser));
  if (lowered.module === undefined || hasErrors(found)) return result();

  const startWriting = performance.now();
  try {
    const module = validate(request.strip ? stripDebug(lowered.module) : lowered.module);
    const bytes = writeModule(module);
    if (kept === undefined && lowered.diagnostics.length === 0) cache.write(request.strip ? writeModule(lowered.module) : bytes);
    times.writing = performance.now() - startWriting;
    return result({ module, bytes });
  } catch (error) {
    if (!(error instanceof FzbError)) throw error;
    found.push(diagnostics.invalidOutput({ text: error.message, where: placeOf(error) }, { file: request.project }));
    return result();
  }
}

/** A path below `root` as the user at the current folder would write it. */
function fromHere(root: string, file: string): string {
  return path.relative("", path.resolve(root, file)).replaceAll("\\", "/") || file;
}
