/** Many projects in one go: one warm compiler, every project tried, each artifact written whole or not at all. */
import path from "node:path";
import { type Diagnostic, hasErrors } from "../schemas/diagnostics/diagnostic.ts";
import { diagnostics } from "../schemas/diagnostics/table.ts";
import type { Module } from "../schemas/fzb/module.ts";
import type { Compiled, CompileRequest, Compiler, CompileTimes } from "./compile.ts";
import { declarationsOf, hasDeclarations } from "./declarations.ts";
import { replaceFile } from "./files.ts";
import { loaderOf } from "./loader.ts";

export interface BuildRequest extends CompileRequest {
  /** Folder for artifacts; default: `bin/<configuration>` beside the project. */
  readonly outDir?: string;
  /** Path of the artifact; wins over `outDir`. */
  readonly output?: string;
  /** Found in a solution, folder or glob: where it only runs tests on .NET, it is skipped. */
  readonly listed?: boolean;
}

export interface BuildResult {
  readonly project: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly source?: (file: string) => string | undefined;
  /** Absolute paths of the files the result depends on. */
  readonly inputs: readonly string[];
  readonly times?: CompileTimes;
  /** Where it was written, and its size in bytes; absent where it failed. */
  readonly artifact?: { readonly path: string; readonly bytes: number };
  /** Why nothing was built, where that is no failure. */
  readonly skipped?: string;
  /** A bug of ours, caught so that the others are built. */
  readonly fault?: unknown;
}

/** Builds every request and reports each, in order; the compiler's process is a project ahead of what is lowered here. */
export async function buildAll(
  compiler: Compiler,
  requests: readonly BuildRequest[],
  onDone: (result: BuildResult) => void,
  onStart: (request: BuildRequest) => void = () => {},
): Promise<BuildResult[]> {
  const results: BuildResult[] = [];
  const owners = new Map<string, string>();
  const waiting = [...requests];
  const compiling: Promise<Compiled | Faulted>[] = [];
  for (const request of requests) {
    onStart(request);
    for (const ahead of waiting.splice(0, 2 - compiling.length)) compiling.push(compileGuarded(compiler, ahead));
    const compiled = await compiling.shift()!;
    const result = "fault" in compiled ? { project: request.project, diagnostics: [], inputs: [], ...compiled } : writeArtifact(request, compiled, owners);
    results.push(result);
    onDone(result);
  }
  return results;
}

type Faulted = Required<Pick<BuildResult, "fault">>;

async function compileGuarded(compiler: Compiler, request: BuildRequest): Promise<Compiled | Faulted> {
  try {
    return await compiler.compile(request);
  } catch (fault) {
    return { fault };
  }
}

function writeArtifact(request: BuildRequest, compiled: Compiled, owners: Map<string, string>): BuildResult {
  const { project } = request;
  const { diagnostics: found, source, inputs, times, artifact } = compiled;
  const skipped = request.listed ? reasonToSkip(found) : undefined;
  if (skipped !== undefined) return { project, diagnostics: [], inputs, skipped };
  if (artifact === undefined || hasErrors(found)) return { project, diagnostics: found, source, inputs, times };
  const target = outputPath(request, artifact.module.name);
  const owner = owners.get(path.resolve(target));
  if (owner !== undefined) return { project, diagnostics: [...found, diagnostics.sameOutput({ path: target, projects: [owner, project] })], source, inputs, times };
  owners.set(path.resolve(target), project);
  try {
    replaceFile(target, artifact.bytes);
    writeHostFiles(artifact.module, target);
  } catch (error) {
    return { project, diagnostics: [...found, diagnostics.cannotWrite({ path: target, reason: reasonOf(error) })], source, inputs, times };
  }
  return { project, diagnostics: found, source, inputs, times, artifact: { path: target, bytes: artifact.bytes.length } };
}

/** What makes it right not to build a project that was not named itself: its tests run on .NET. */
export const reasonToSkip = (found: readonly Diagnostic[]): string | undefined => found.find(({ code }) => code === diagnostics.testPackage.code)?.message;

/** What a host imports beside the artifact: its types, and a loader that knows them. */
function writeHostFiles(module: Module, target: string): void {
  if (!hasDeclarations(module)) return;
  const base = target.replace(/\.fzb$/, "");
  const { code, declarations } = loaderOf(module, path.basename(base), path.basename(target));
  const files = { ".d.ts": declarationsOf(module), ".loader.js": code, ".loader.d.ts": declarations };
  for (const [extension, text] of Object.entries(files)) replaceFile(`${base}${extension}`, Buffer.from(text));
}

function outputPath(request: BuildRequest, name: string): string {
  if (request.output !== undefined) return request.output;
  const folder = request.outDir ?? path.join(path.dirname(request.project), "bin", request.configuration ?? "Debug");
  return path.join(folder, `${name}.fzb`);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EISDIR: "a folder is in its place",
  ENOTDIR: "a part of the path is not a folder",
  EEXIST: "a part of the path is not a folder",
  ENOTEMPTY: "a folder is in its place",
};

/** A system error in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? ""] ?? message;
}
