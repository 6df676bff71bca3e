/** The Fable compiler of npm: the only file that knows the package's API. Runs in the child process. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import type { Entity, FableImport, FableModule } from "../schemas/fable-output.ts";
import type { ExplicitConstructors } from "./annotate/constructors.ts";
import type { ObservingMembers } from "./annotate/hidden-types.ts";
import { annotateDeclarations } from "./annotate/index.ts";
import { conflictsOf, type DeclaringFile } from "./conflicts.ts";
import { describeShape, missingShape, samplesOf, warmUpSource } from "./contract.ts";
import { EntityTable, mergeEntities } from "./entities.ts";
import { FileOrder } from "./file-order.ts";
import { packageFolder, readAssembly, referenceAssemblies } from "./library.ts";
import { mangleInterfaces } from "./mangling.ts";
import { membersOf } from "./members.ts";
import { type CompilerMessage, fableText, isDecidedHere, mendMessages, type RawMessage, unknownNumber } from "./messages.ts";
import { prelude } from "./prelude/index.ts";
import { Redirections } from "./redirect.ts";
import { type EntityRef, type FableEntity, Factory, type List, type Node } from "./tree.ts";

/** The versions that this fusabi knows: the annotating pass depends on the shape of their tree. */
export const knownVersions = { "@fable-org/fable-standalone": "3.1.0", "@fable-org/fable-compiler-js": "3.1.0", "@fable-org/fable-metadata": "2.1.0" } as const;

export interface SourceFile {
  /** As in `FableModule.path`. */
  readonly path: string;
  readonly source: string;
  readonly own: boolean;
  /** The project that it belongs to, if it is of one. */
  readonly project?: string;
  /** Options of the project that it belongs to, which say what warnings are; the job's if absent. */
  readonly options?: readonly string[];
  /** Of a package or our library: its warnings are not for those who only use it. */
  readonly quiet?: boolean;
}

export interface CompileJob {
  readonly projectFile: string;
  readonly files: readonly SourceFile[];
  readonly defines: readonly string[];
  /** Options of the F# compiler: `--nowarn:…`, `--langversion:…`. */
  readonly options: readonly string[];
}

export interface CompileAnswer {
  readonly modules: readonly FableModule[];
  readonly entities: readonly Entity[];
  readonly messages: readonly CompilerMessage[];
  readonly milliseconds: number;
}

/** What one file became. */
interface CompiledFile {
  readonly module: FableModule;
  readonly entities: readonly Entity[];
  readonly messages: readonly CompilerMessage[];
  /** Generic members that take hidden arguments. */
  readonly observing: ObservingMembers;
  readonly explicitConstructors: ExplicitConstructors;
}

interface Range {
  readonly StartLine: number;
  readonly StartColumn: number;
  readonly EndLine: number;
  readonly EndColumn: number;
}
interface FableMessage extends Range {
  readonly FileName: string;
  readonly Message: string;
  readonly IsWarning: boolean;
}
interface RawDiagnostic {
  readonly severity: Node;
  readonly errorNum: number;
}
interface CheckResults {
  readonly Errors: readonly FableMessage[];
  readonly OtherFSharpOptions: unknown;
  /** `details` has what the project declares as its fourth. */
  readonly checkProjectResults?: { readonly diagnostics: readonly RawDiagnostic[]; readonly details?: readonly [unknown, unknown, unknown, object] };
}
interface FileCompiler {
  GetImplementationFile(path: string): List<Node>;
  TryGetEntity(ref: EntityRef): FableEntity | undefined;
}
interface FableFile {
  decls: List<Node>;
}
interface Writer {
  AddSourceMapping(mapping: readonly [number, number, number, number, unknown]): void;
  MakeImportPath(path: string): string;
  Dispose(): void;
  Write(text: string): (context: { onSuccess(value: undefined): void }) => void;
}
interface Manager {
  readonly Version: string;
  CreateChecker(references: readonly string[], readAllBytes: (name: string) => Uint8Array, options: readonly string[]): object;
  ParseAndCheckProject(checker: object, project: string, names: readonly string[], sources: readonly string[], options: readonly string[]): CheckResults;
  PrintTargetAst(target: object, writer: Writer): unknown;
}
interface Package {
  init(): Manager;
  makeCompiler(library: string, typedArrays: undefined, language: unknown, options: unknown, project: unknown, file: string): FileCompiler;
  getLanguage(name: string): unknown;
  ParseAndCheckResults__GetProject(results: CheckResults): unknown;
  transformToFableAst(compiler: FileCompiler): FableFile;
  transformToTargetAst(compiler: FileCompiler, file: FableFile): { readonly FableErrors?: readonly FableMessage[] };
}

interface Checker {
  readonly checker: object;
  readonly order: FileOrder;
}

const libraryFolder = "fable-library";
/** How many sets of defines keep a checker with its type information. */
const keptCheckers = 3;

export class FableShapeError extends Error {
  readonly found: string;
  readonly expected: string;
  constructor(found: string, expected: string) {
    super(`Fable's shape: found ${found}, expected ${expected}`);
    this.found = found;
    this.expected = expected;
  }
}

export class Fable {
  readonly #package: Package;
  readonly #manager: Manager;
  readonly #references: readonly string[];
  readonly #checkers = new Map<string, Checker>();
  /** Per project, its last files by the hash of everything up to them. */
  readonly #compiled = new Map<string, ReadonlyMap<string, CompiledFile>>();
  #factory: Factory | undefined;

  private constructor(fable: Package, references: readonly string[]) {
    this.#package = fable;
    this.#manager = fable.init();
    this.#references = references;
  }

  /** Loads the packages; a `FableShapeError` says that they are not the known ones. */
  static async open(): Promise<Fable> {
    for (const [name, version] of Object.entries(knownVersions)) {
      const found = (JSON.parse(readFileSync(join(packageFolder(name), "package.json"), "utf8")) as { version: string }).version;
      if (found !== version) throw new FableShapeError(`${name} ${found}`, `${name} ${version}`);
    }
    // A script, not a module: a process that is made an image of can import none.
    runInThisContext(readFileSync(join(packageFolder("@fable-org/fable-standalone"), "dist", "bundle.min.js"), "utf8"));
    const fable = (globalThis as unknown as { __FABLE_STANDALONE__?: Package }).__FABLE_STANDALONE__;
    for (const name of ["init", "makeCompiler", "getLanguage", "ParseAndCheckResults__GetProject", "transformToFableAst", "transformToTargetAst"] as const) {
      if (typeof fable?.[name] !== "function") throw new FableShapeError(`no function ${name}`, "the stages of fable-standalone 3.1.0");
    }
    return new Fable(fable!, referenceAssemblies());
  }

  compile(job: CompileJob): CompileAnswer {
    const started = performance.now();
    const checkerOptions = ["--optimize-", "--target:library", ...job.defines.map((name) => `--define:${name}`), ...job.options.filter((option) => !isDecidedHere(option))];
    const { checker, order } = this.#checker(checkerOptions);
    const projectSources = job.files.map((file) => file.source);
    const preludeSource = prelude.source(job.options, projectSources);
    const names = [prelude, ...job.files].map((file) => rooted(file.path));
    const sources = [preludeSource, ...projectSources];
    const results = this.#manager.ParseAndCheckProject(checker, job.projectFile, names, order.mark(names, sources), checkerOptions);
    const warning = job.files.filter((file) => !file.quiet);
    const messages = mendMessages(rawMessages(results), new Map(warning.map(({ path, source, options = job.options }) => [path, { source, options }])));
    if (messages.some((message) => message.severity === "error")) return { modules: [], entities: [], messages, milliseconds: performance.now() - started };
    const project = this.#package.ParseAndCheckResults__GetProject(results);
    const conflicts = this.#conflicts(job, results, project);
    if (conflicts.length > 0) return { modules: [], entities: [], messages: [...messages, ...conflicts], milliseconds: performance.now() - started };
    this.#prepare(job, results, project);
    const known = this.#compiled.get(job.projectFile);
    const compiled = new Map<string, CompiledFile>();
    let before = [preludeSource, ...checkerOptions].join("\n");
    for (const file of job.files) {
      // A file depends on those before it only: where nothing up to it has changed, its module stands.
      before = createHash("sha256")
        .update(JSON.stringify([before, file]))
        .digest("hex");
      if (!file.path.endsWith(".fsi")) compiled.set(before, known?.get(before) ?? this.#compileFile(file, results, project, [...compiled.values()]));
    }
    this.#compiled.set(job.projectFile, compiled);
    const files = [...compiled.values()];
    return {
      modules: files.map((file) => file.module),
      entities: mergeEntities(files.flatMap((file) => file.entities)),
      messages: [...messages, ...files.flatMap((file) => file.messages)],
      milliseconds: performance.now() - started,
    };
  }

  #compiler(results: CheckResults, project: unknown, path: string): FileCompiler {
    const fable = this.#package;
    return fable.makeCompiler(libraryFolder, undefined, fable.getLanguage("TypeScript"), results.OtherFSharpOptions, project, rooted(path));
  }

  /** Of each project by itself: another assembly may have the same names. */
  #conflicts(job: CompileJob, results: CheckResults, project: unknown): CompilerMessage[] {
    const compiler = this.#compiler(results, project, prelude.path);
    const projects = new Map<string, DeclaringFile[]>();
    for (const { path, project: name } of job.files)
      if (name !== undefined && !path.endsWith(".fsi")) projects.set(name, [...(projects.get(name) ?? []), { path, declarations: compiler.GetImplementationFile(rooted(path)) }]);
    return [...projects.values()].flatMap(conflictsOf);
  }

  /** Changes the F# compiler's tree of all files, since functions that are inlined come from any of them: calls that Fable would refuse go to the prelude, interfaces name their members in full. */
  #prepare(job: CompileJob, results: CheckResults, project: unknown): void {
    const compiler = this.#compiler(results, project, prelude.path);
    const treeOf = (path: string): List<Node> => compiler.GetImplementationFile(rooted(path));
    const files = job.files.flatMap(({ path }) => (path.endsWith(".fsi") ? [] : [treeOf(path)]));
    const redirections = new Redirections(treeOf(prelude.path));
    if (!redirections.known) throw new FableShapeError("no typed tree of the prelude", "expressions with a lazy case");
    for (const file of [treeOf(prelude.path), ...files]) redirections.apply(file);
    const declared = results.checkProjectResults?.details?.[3];
    if (declared === undefined || !mangleInterfaces(treeOf(prelude.path), files, declared))
      throw new FableShapeError("no attributes of entities", "interfaces of the prelude and the project");
  }

  #compileFile(file: SourceFile, results: CheckResults, project: unknown, earlier: readonly CompiledFile[]): CompiledFile {
    const fable = this.#package;
    const compiler = this.#compiler(results, project, file.path);
    const tree = fable.transformToFableAst(compiler);
    const lookup = (ref: EntityRef): FableEntity | undefined => compiler.TryGetEntity(ref);
    const table = new EntityTable(lookup);
    table.addFile(tree.decls);
    const members = membersOf(tree.decls, lookup, table);
    const imports: FableImport[] = [];
    const annotated = annotateDeclarations(tree.decls, {
      imports,
      factory: this.#factory!,
      entity: lookup,
      mention: (ref) => table.entity(ref),
      observing: new Map(earlier.flatMap(({ observing }) => [...observing])),
      explicitConstructors: new Map(earlier.flatMap(({ explicitConstructors }) => [...explicitConstructors])),
      library: libraryFolder,
      file: rooted(file.path),
    });
    tree.decls = annotated.declarations;
    const target = fable.transformToTargetAst(compiler, tree);
    const { code, mappings } = this.#print(target);
    return {
      module: { path: file.path, code, source: file.source, mappings, own: file.own, members, imports },
      entities: table.entities(),
      messages: (target.FableErrors ?? [])
        .filter(({ Message, IsWarning }) => !isMended(Message) && !(IsWarning && file.quiet))
        .map((error) => ({ ...fableMessage(error), file: file.path })),
      observing: annotated.observing,
      explicitConstructors: annotated.explicitConstructors,
    };
  }

  #print(target: object): { code: string; mappings: FableModule["mappings"] } {
    let code = "";
    const raw: [number, number, number, number][] = [];
    const writer: Writer = {
      AddSourceMapping: ([line, column, generatedLine, generatedColumn]) => raw.push([generatedLine, generatedColumn, line, column]),
      MakeImportPath: (path) => (path.startsWith(`${libraryFolder}/`) ? path.replace(/\.ts$/, ".js") : path),
      Dispose() {},
      Write: (text) => (context) => {
        code += text;
        context.onSuccess(undefined);
      },
    };
    runToEnd(this.#manager.PrintTargetAst(target, writer));
    return { code, mappings: orderMappings(raw, code) };
  }

  /** One checker per set of options: it holds the types of the reference assemblies. */
  #checker(options: readonly string[]): Checker {
    const key = options.join("\n");
    let kept = this.#checkers.get(key);
    if (kept === undefined) {
      kept = { checker: this.#manager.CreateChecker(this.#references, readAssembly, options), order: new FileOrder() };
      const oldest = this.#checkers.keys().next();
      if (this.#checkers.size >= keptCheckers && !oldest.done) this.#checkers.delete(oldest.value);
    } else this.#checkers.delete(key);
    this.#checkers.set(key, kept);
    this.#factory ??= this.#warmUp(kept.checker, options);
    return kept;
  }

  /** Compiles a small file that shows every kind of node: the contract is checked against it and constructors are taken from it. */
  #warmUp(checker: object, options: readonly string[]): Factory {
    const fable = this.#package;
    const results = this.#manager.ParseAndCheckProject(checker, "WarmUp.fsproj", ["WarmUp.fs"], [warmUpSource], options);
    const broken = results.Errors.find((error) => !error.IsWarning);
    if (broken !== undefined) throw new FableShapeError(`the warm-up file does not compile: ${broken.Message}`, "it compiles");
    const compiler = fable.makeCompiler(
      libraryFolder,
      undefined,
      fable.getLanguage("TypeScript"),
      results.OtherFSharpOptions,
      fable.ParseAndCheckResults__GetProject(results),
      "WarmUp.fs",
    );
    if (typeof compiler.TryGetEntity !== "function") throw new FableShapeError("no TryGetEntity", "Compiler.TryGetEntity");
    const tree = fable.transformToFableAst(compiler);
    const missing = missingShape(describeShape(tree));
    if (missing.length > 0) throw new FableShapeError(`a tree without ${missing.slice(0, 3).join("; ")}`, "the tree of Fable 5.15.0");
    return new Factory(samplesOf(tree.decls));
  }
}

/** The compiler takes files from a virtual root: from relative names it makes wrong import paths. */
const rooted = (path: string): string => `/${path}`;
const unrooted = (path: string): string => path.replace(/^\//, "");

type AsyncComputation = (context: object) => void;

/**
 * Runs an F# Async here and now. Fable's own start leaves the rest to a timer after 2,000 steps, so that a long file would be read half printed; these
 * steps wait in a queue instead, which is emptied before this returns. An exception of the computation is thrown.
 */
const runToEnd = (computation: unknown): void => {
  const waiting: (() => void)[] = [];
  let steps = 0;
  let ended = false;
  let failure: unknown;
  const end = (): void => {
    ended = true;
  };
  (computation as AsyncComputation)({
    onSuccess: end,
    onError: (error: unknown) => {
      failure = error;
      end();
    },
    onCancel: end,
    cancelToken: { isCancelled: false, addListener: () => 0, removeListener: () => false },
    trampoline: {
      completed: false,
      incrementAndCheck: () => ++steps % 1000 === 0,
      hijack: (step: () => void) => {
        waiting.push(step);
      },
    },
  });
  for (let step = waiting.shift(); step; step = waiting.shift()) step();
  if (failure !== undefined) throw failure;
  if (!ended) throw new FableShapeError("an Async that does not end", "one whose steps go through its trampoline");
};

/** What Fable says of its own output and annotating mends: `super` of a constructor that is not the primary one. */
const isMended = (message: string): boolean => message.endsWith("Only inheriting from primary constructors is supported");

const severities: Readonly<Record<string, CompilerMessage["severity"] | undefined>> = { Error: "error", Warning: "warning", Info: "info" };

/** The public list has no numbers and calls hints warnings; the list behind it, in the same order, knows better. */
const rawMessages = (results: CheckResults): RawMessage[] => {
  // Fable writes all the messages anew whenever it is asked for the list.
  const errors = results.Errors;
  const behind = results.checkProjectResults?.diagnostics ?? [];
  return errors.flatMap((error, at) => {
    const raw = behind.length === errors.length ? behind[at] : undefined;
    const severity = raw === undefined ? (error.IsWarning ? "warning" : "error") : severities[raw.severity.cases()[raw.severity.tag]];
    return severity === undefined
      ? []
      : [{ origin: "fsharp", severity, number: raw?.errorNum ?? unknownNumber, text: error.Message, file: unrooted(error.FileName), ...placeOf(error) } as const];
  });
};

const placeOf = (range: Range) => ({ startLine: range.StartLine, startColumn: range.StartColumn, endLine: range.EndLine, endColumn: range.EndColumn });

const fableMessage = (error: FableMessage): CompilerMessage => {
  // Some messages have their place in the text only: `… call: App.IShape.Area (L40,74-L40,90)`.
  const [whole = "", ...place] = / ?\(L(\d+),(\d+)-L(\d+),(\d+)\)/.exec(error.Message) ?? [];
  const [startLine, startColumn, endLine, endColumn] = place.map(Number);
  return {
    origin: "fable",
    severity: error.IsWarning ? "warning" : "error",
    number: undefined,
    text: fableText(error.Message.replace(/^FABLE: /, "").replace(whole, "")),
    file: unrooted(error.FileName),
    ...placeOf(error),
    ...(startLine === undefined ? {} : { startLine, startColumn, endLine, endColumn }),
  };
};

/** In order of generated position; Fable counts columns at the start of a line without its indentation. */
const orderMappings = (raw: readonly [number, number, number, number][], code: string): FableModule["mappings"] => {
  const lines = code.split("\n");
  const indentation = (line: number): number => /^ */.exec(lines[line - 1] ?? "")![0].length;
  return raw
    .filter(([, , line]) => line > 0)
    .map(([generatedLine, generatedColumn, line, column]) => [generatedLine, generatedColumn === 0 ? indentation(generatedLine) : generatedColumn, line, column] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
};
