/** A project with everything it refers to: the files to compile, dependencies first. */
import { existsSync } from "node:fs";
import { basename, dirname, extname, join, sep } from "node:path";
import type { Diagnostic } from "../schemas/diagnostics/diagnostic.ts";
import { diagnostics } from "../schemas/diagnostics/table.ts";
import { unknownLanguageVersions } from "./compiler-options.ts";
import { CrackCache } from "./crack-cache.ts";
import { applyDirectives } from "./directives.ts";
import type { CompileJob, SourceFile } from "./fable.ts";
import { hasSdk, readProjectWithMsbuild } from "./msbuild.ts";
import { resolvePackages } from "./packages.ts";
import { type Cracked, type CrackedProject, type CrackOptions, type PackageItem, placeOf, readText, showPath } from "./project.ts";
import { withoutEntryPoint } from "./referenced-program.ts";
import { restoredPackages } from "./restored.ts";
import { readScript } from "./script.ts";
import { sourceProblems, withoutRepeats } from "./sources.ts";
import { type ReadLibrary, standInsFor } from "./stand-ins.ts";
import { readProjectStatically } from "./static-reader.ts";

/** What FUSABI programs are compiled as; F# packages branch on these. */
export const ownDefines = ["FABLE_COMPILER", "FABLE_COMPILER_5", "FABLE_COMPILER_TYPESCRIPT", "FUSABI"];

export interface CompilePlan {
  readonly job: CompileJob;
  /** What to say of packages that are not compiled, where compiling fails and where it does not. */
  readonly leftOut: { readonly needed: readonly Diagnostic[]; readonly unneeded: readonly Diagnostic[] };
  readonly name: string;
  readonly outputKind: "exe" | "library";
  /** The folder that module paths are relative to. */
  readonly root: string;
}
export interface Planned {
  readonly plan?: CompilePlan;
  /** Absolute paths of everything that this depends on, what is missing too. */
  readonly inputs: readonly string[];
  /** Absolute; the files of diagnostics are relative to it, as `FableModule.path` is. */
  readonly root: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface Unit {
  readonly project: CrackedProject;
  readonly own: boolean;
  /** A package's files are shown under `packages/Name`, not under the NuGet folder of this machine. */
  readonly package?: { readonly name: string; readonly folder: string };
}

export const planProject = async (file: string, options: CrackOptions, cache: CrackCache = new CrackCache(), readLibrary: ReadLibrary = () => undefined): Promise<Planned> => {
  const found: Diagnostic[] = [];
  const units: Unit[] = [];
  const packageItems: PackageItem[] = [];
  const finished = new Map<string, boolean>();
  const crack = chooseCracker(options, cache);

  const visit = async (path: string, chain: readonly string[]): Promise<boolean> => {
    const known = finished.get(path);
    if (known !== undefined) return known;
    const cracked = await crack(path);
    found.push(...cracked.diagnostics);
    const { project } = cracked;
    if (project === undefined) {
      finished.set(path, false);
      return false;
    }
    for (const reference of project.references) {
      const place = placeOf(reference);
      const at = [...chain, path].indexOf(reference.path);
      if (at >= 0) found.push(diagnostics.referenceCycle({ cycle: [...chain.slice(at), path, reference.path].map((name) => basename(name)) }, place));
      else if (!existsSync(reference.path)) found.push(diagnostics.missingReference({ path: reference.text }, place));
      else if (extname(reference.path) !== ".fsproj") found.push(diagnostics.foreignLanguageReference({ path: reference.text }, place));
      else await visit(reference.path, [...chain, path]);
    }
    packageItems.push(...project.packages);
    const repeated = withoutRepeats(project);
    found.push(...repeated.diagnostics);
    units.push({ project: repeated.project, own: path === file });
    finished.set(path, true);
    return true;
  };
  await visit(file, []);

  const own = units.find((unit) => unit.own)?.project;
  const resolved = resolvePackages(packageItems, restoredPackages(own?.assets));
  found.push(...resolved.diagnostics);
  const packages: Unit[] = [];
  for (const source of resolved.packages) {
    const cracked = readProjectStatically(source.project, options, "package");
    found.push(...cracked.diagnostics);
    if (cracked.project !== undefined)
      packages.push({ project: withoutRepeats(cracked.project).project, own: false, package: { name: source.name, folder: dirname(source.project) } });
  }
  const all = [...packages, ...units];
  for (const { project } of all) {
    if (project.sources.length === 0) found.push(diagnostics.noSources({}, { file: project.file }));
    for (const version of unknownLanguageVersions(project.options)) found.push(diagnostics.unknownLanguageVersion({ version }, { file: project.file }));
    found.push(...sourceProblems(project));
  }
  const root = commonFolder([file, ...units.flatMap(({ project }) => [project.file, ...project.sources.map((source) => source.path)])]);
  const show = (list: readonly Diagnostic[]): Diagnostic[] =>
    unique(list.map((diagnostic) => (diagnostic.file === undefined ? diagnostic : { ...diagnostic, file: showPath(diagnostic.file, root) })));
  const leftOut = {
    needed: show(resolved.leftOut.map(({ needed }) => needed)),
    unneeded: show(resolved.leftOut.flatMap(({ unneeded }) => unneeded ?? [])),
  };
  const shown = show(found);
  const inputs = [
    ...new Set([
      ...finished.keys(),
      ...(own?.assets === undefined ? [] : [own.assets]),
      ...all.flatMap(({ project }) => [...project.inputs, ...project.sources.map((source) => source.path)]),
    ]),
  ];
  if (own === undefined || shown.some((diagnostic) => diagnostic.severity === "error")) return { diagnostics: [...shown, ...leftOut.needed], root, inputs };

  const defines = [...new Set([...ownDefines, ...own.defines, ...options.defines])].sort();
  const sources = all.flatMap((unit) => sourceFiles(unit, root, defines, options));
  const standIns = standInsFor(
    sources.map(({ source }) => source),
    readLibrary,
  );
  return {
    diagnostics: shown,
    root,
    inputs,
    plan: {
      leftOut,
      // The last file of an executable needs no module declaration.
      job: { projectFile: showPath(own.file, root), files: [...standIns, ...sources], defines, options: own.outputKind === "exe" ? ["--target:exe", ...own.options] : own.options },
      name: own.name,
      outputKind: own.outputKind,
      root,
    },
  };
};

const chooseCracker = (options: CrackOptions, cache: CrackCache): ((path: string) => Promise<Cracked>) => {
  const msbuild = options.cracker === "msbuild" || (options.cracker === "auto" && hasSdk());
  return async (path) => {
    if (extname(path) === ".fsx") return readScript(path);
    if (!msbuild) return readProjectStatically(path, options);
    const cracked = await cache.get(path, `msbuild ${options.configuration}`, options.cacheFolder, () => readProjectWithMsbuild(path, options));
    if (cracked.project !== undefined || options.cracker === "msbuild") return cracked;
    // An SDK that global.json does not want, or targets of an older time, need not keep anybody from building.
    const read = readProjectStatically(path, options);
    return read.project === undefined ? cracked : read;
  };
};

/** A referenced project's own defines are applied here: the compiler takes one set for all files. */
const sourceFiles = (unit: Unit, root: string, defines: readonly string[], options: CrackOptions): SourceFile[] => {
  const { project } = unit;
  const theirs = new Set([...ownDefines, ...project.defines, ...options.defines]);
  const same = theirs.size === defines.length && defines.every((name) => theirs.has(name));
  const isReferencedProgram = project.outputKind === "exe" && !unit.own;
  return project.sources.flatMap((source) => {
    const written = project.texts?.get(source.path) ?? readText(source.path);
    const text = isReferencedProgram && source === project.sources.at(-1) ? withoutEntryPoint(written) : written;
    if (text === undefined) return [];
    const file = { source: same ? text : applyDirectives(text, theirs), own: unit.own, project: unit.package?.name ?? showPath(project.file, root) };
    if (unit.package === undefined) return { ...file, path: showPath(source.path, root), options: project.options };
    return { ...file, path: `packages/${unit.package.name}/${showPath(source.path, unit.package.folder)}`, quiet: true };
  });
};

/** The deepest folder that holds all of the files. */
const commonFolder = (paths: readonly string[]): string => {
  const folders = paths.map((path) => dirname(path).split(sep));
  const shared = (folders[0] ?? []).filter(
    (part, at) => folders.every((folder) => folder.slice(0, at + 1).join(sep) === (folders[0] ?? []).slice(0, at + 1).join(sep)) && part !== undefined,
  );
  return join(shared.join(sep) || sep);
};

const unique = (list: readonly Diagnostic[]): Diagnostic[] => [...new Map(list.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
