/** The public door of fable-bridge: an F# project in, annotated TypeScript and diagnostics out. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../schemas/diagnostics/diagnostic.ts";
import { diagnostics } from "../schemas/diagnostics/table.ts";
import type { FableOutput } from "../schemas/fable-output.ts";
import { BuildCache } from "./cache.ts";
import { CrackCache } from "./crack-cache.ts";
import type { CompileJob } from "./fable.ts";
import { planProject } from "./graph.ts";
import { CompilerHost, type HostReply } from "./host.ts";
import { imageFile, makeImage } from "./image.ts";
import type { CompilerMessage } from "./messages.ts";
import { type CrackOptions, findProject, readText, showPath } from "./project.ts";
import type { ReadLibrary } from "./stand-ins.ts";

export interface CompileOptions {
  /** An .fsproj, an .fsx, or a folder with one project. */
  readonly project: string;
  /** "Debug" if absent. */
  readonly configuration?: string;
  /** In addition to the project's. */
  readonly defines?: readonly string[];
  /** "auto" if absent: MSBuild where a .NET SDK is, the static reader elsewhere. */
  readonly cracker?: CrackOptions["cracker"];
  /** A folder that keeps results by content hash; absent: none is kept on disk. */
  readonly cacheFolder?: string;
  /** How long one compilation may take, in milliseconds; 300,000 if absent. */
  readonly timeout?: number;
}

export interface CompileResult {
  /** Absent if there is an error. */
  readonly output?: FableOutput;
  /** A hash of all that the output was made of, if there is one. */
  readonly key?: string;
  /** Errors and warnings, all of them; files are relative to `root`, as `FableModule.path` is. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute. */
  readonly root: string;
  /** The text of a file that a diagnostic or a module names, if it can be read. */
  source(file: string): string | undefined;
  /** What the F# compiler and Fable took; 0 if the answer came from the cache. */
  readonly fableMs: number;
  /** Absolute paths of the files that the result depends on. */
  readonly inputs: readonly string[];
}

/** A bridge with a warm compiler: the first project pays for its start, later ones do not. */
export interface Bridge {
  compileProject(options: CompileOptions): Promise<CompileResult>;
  close(): Promise<void>;
}

const defaultTimeout = 300_000;

export interface BridgeSettings {
  /** Milliseconds that the compiler may take for a project. */
  readonly timeout?: number;
  /** Reads the F# of the runtime library; without it .NET's types that Fable does not know stay refused. */
  readonly readLibrary?: ReadLibrary;
  /** Whether closing leaves a process behind that makes an image for the next cold start (`image.ts`). */
  readonly makesImages?: boolean;
}

export const openBridge = (settings: BridgeSettings = {}): Bridge => {
  const host = new CompilerHost(settings.timeout ?? defaultTimeout);
  const cache = new BuildCache();
  // While MSBuild evaluates, the compiler can load.
  const projects = new CrackCache(() => host.warm());
  let unmade: (() => void) | undefined;
  const compiler: Compile = async (job, cacheFolder) => {
    const image = cacheFolder === undefined ? undefined : imageFile(cacheFolder, job);
    if (image !== undefined && settings.makesImages && !existsSync(image)) unmade ??= () => makeImage(image, job);
    return host.compile(job, image);
  };
  return {
    compileProject: (options) => compileWith(compiler, cache, projects, settings.readLibrary, options),
    async close() {
      await host.close();
      unmade?.();
      unmade = undefined;
    },
  };
};

type Compile = (job: CompileJob, cacheFolder: string | undefined) => Promise<HostReply>;

const compileWith = async (compiler: Compile, cache: BuildCache, projects: CrackCache, readLibrary: ReadLibrary | undefined, options: CompileOptions): Promise<CompileResult> => {
  const found = findProject(options.project);
  if (found.file === undefined) return result({ diagnostics: found.diagnostics, root: process.cwd() });
  const crackOptions = { configuration: options.configuration ?? "Debug", defines: options.defines ?? [], cracker: options.cracker ?? "auto", cacheFolder: options.cacheFolder };
  const planned = await planProject(found.file, crackOptions, projects, readLibrary);
  const { plan, root, inputs } = planned;
  if (plan === undefined) return result({ diagnostics: planned.diagnostics, root, inputs });
  const key = cache.key(plan);
  const kept = cache.read(key, options.cacheFolder);
  const reply: HostReply = kept === undefined ? await compiler(plan.job, options.cacheFolder) : { kind: "answer", answer: kept };
  const file = showPath(found.file, root);
  const texts = new Map(plan.job.files.map((text) => [text.path, text.source]));
  if (reply.kind !== "answer") return result({ diagnostics: [...planned.diagnostics, failureOf(reply, file)], root, texts, inputs });
  const { answer } = reply;
  if (kept === undefined) cache.write(key, answer, options.cacheFolder);
  const messages = answer.messages.map((message) => toDiagnostic(message));
  const failed = messages.some((diagnostic) => diagnostic.severity === "error");
  const list = [...planned.diagnostics, ...(failed ? plan.leftOut.needed : plan.leftOut.unneeded), ...messages];
  return result({
    ...(failed ? {} : { key, output: { modules: answer.modules, entities: answer.entities, outputKind: plan.outputKind, name: plan.name } }),
    diagnostics: list,
    root,
    texts,
    fableMs: kept === undefined ? answer.milliseconds : 0,
    inputs,
  });
};

type Partly = Pick<CompileResult, "diagnostics" | "root"> & Partial<CompileResult> & { readonly texts?: ReadonlyMap<string, string> };

const result = ({ texts, ...known }: Partly): CompileResult => ({
  fableMs: 0,
  inputs: [],
  source: (file) => texts?.get(file) ?? tryRead(join(known.root, file)),
  ...known,
});

const tryRead = (path: string): string | undefined => {
  try {
    return readText(path);
  } catch {
    return undefined;
  }
};

const failureOf = (reply: Exclude<HostReply, { kind: "answer" }>, file: string): Diagnostic => {
  switch (reply.kind) {
    case "changed":
      return diagnostics.fableChanged({ found: reply.found, expected: reply.expected });
    case "timeout":
      return diagnostics.fableTimeout({ seconds: reply.seconds }, { file });
    case "crashed":
      return diagnostics.fableCrashed({ reason: reply.reason }, { file });
  }
};

const factories = {
  fsharp: { error: diagnostics.fsharpError, warning: diagnostics.fsharpWarning, info: diagnostics.fsharpInfo },
  fable: { error: diagnostics.fableError, warning: diagnostics.fableWarning, info: diagnostics.fableInfo },
} as const;

const toDiagnostic = (message: CompilerMessage): Diagnostic => {
  const { startLine, startColumn, endLine, endColumn } = message;
  const place = {
    file: message.file,
    ...(startLine > 0 ? { range: { startLine, startColumn, endLine, endColumn } } : {}),
  };
  const data = message.number === undefined ? { text: message.text } : { number: message.number, text: message.text };
  return factories[message.origin][message.severity](data, place);
};
