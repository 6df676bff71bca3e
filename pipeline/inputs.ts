/** What a command-line argument names: a project, a script or an artifact; a folder stands for the project in it, for `build` also a glob or a solution. */
import { readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import type { Diagnostic } from "../schemas/diagnostics/diagnostic.ts";
import { diagnostics } from "../schemas/diagnostics/table.ts";
import { isSolution, projectsOf, solutionIn } from "./solution.ts";

export type InputKind = "project" | "script" | "artifact";

export interface Input {
  readonly kind: InputKind;
  /** As given, or found from what was given: relative to the current folder where that was. */
  readonly path: string;
  /** Found in what was named: a folder, a solution or a glob. */
  readonly listed?: true;
}

const kindByExtension: Readonly<Record<string, InputKind>> = { ".fsproj": "project", ".fsx": "script", ".fzb": "artifact" };
const extensionOf: Readonly<Record<InputKind, string>> = { project: "a project (.fsproj)", script: "a script (.fsx)", artifact: "an artifact (.fzb)" };

/** The one input that `given` names, among `kinds`. */
export function resolveInput(given: string, kinds: readonly InputKind[]): { input: Input } | { diagnostic: Diagnostic } {
  const found = statSync(given, { throwIfNoEntry: false });
  if (found === undefined) return { diagnostic: diagnostics.noSuchInput({ path: given, near: nearNames(given) }) };
  const wrong = (): { diagnostic: Diagnostic } => ({ diagnostic: diagnostics.wrongExtension({ path: given, expected: kinds.map((accepted) => extensionOf[accepted]) }) });
  if (found.isDirectory()) {
    if (!kinds.includes("project")) return wrong();
    const projects = projectsIn(given);
    const [only] = projects;
    if (only === undefined) return { diagnostic: diagnostics.noProject({ folder: given }) };
    if (projects.length > 1) return { diagnostic: diagnostics.severalProjects({ folder: given, projects }) };
    return { input: { kind: "project", path: path.join(given, only) } };
  }
  const kind = kindByExtension[path.extname(given).toLowerCase()];
  if (kind === undefined || !kinds.includes(kind)) return wrong();
  return { input: { kind, path: given } };
}

/**
 * All inputs that the arguments of a batch name: files, folders (their project, what their one solution lists, or every project below them), solutions, globs. Each
 * file once; of those that are found in what is named, the ones that `excluded` says are left out.
 */
export async function resolveInputs(
  given: readonly string[],
  kinds: readonly InputKind[],
  excluded: readonly string[] = [],
): Promise<{ inputs: Input[]; diagnostics: Diagnostic[] }> {
  const inputs = new Map<string, Input>();
  const problems: Diagnostic[] = [];
  const isExcluded = excluding(excluded);
  const add = (input: Input) => {
    const key = realpathSync(input.path);
    if (!inputs.has(key) || !input.listed) inputs.set(key, input);
  };
  const list = (input: Input) => {
    if (!isExcluded(input.path)) add({ ...input, listed: true });
  };
  const listSolution = (file: string) => {
    const listed = projectsOf(file);
    if (listed.length === 0) problems.push(diagnostics.noProject({ folder: file }));
    for (const project of listed.filter((one) => !isExcluded(one))) {
      const result = resolveInput(project, ["project"]);
      if ("input" in result) list(result.input);
      else problems.push(result.diagnostic);
    }
  };
  for (const argument of given) {
    const found = statSync(argument, { throwIfNoEntry: false });
    if (found === undefined && /[*?[\]{}!]/.test(argument)) {
      const matches = await findByGlob(argument, kinds);
      if (matches.length === 0) problems.push(diagnostics.nothingMatched({ pattern: argument }));
      for (const match of matches) list(match);
    } else if (found?.isDirectory() && projectsIn(argument).length === 0) {
      const solution = solutionIn(argument);
      const below = solution === undefined ? await findByGlob("**/*.fsproj", ["project"], argument) : [];
      if (solution !== undefined) listSolution(solution);
      else if (below.length === 0) problems.push(diagnostics.noProject({ folder: argument }));
      for (const project of below) list(project);
    } else if (found?.isFile() && isSolution(argument)) listSolution(argument);
    else {
      const result = resolveInput(argument, kinds);
      if ("input" in result) add(result.input);
      else problems.push(result.diagnostic);
    }
  }
  return { inputs: [...inputs.values()], diagnostics: problems };
}

/** Whether a path is left out: by the project's name, or by a pattern for the path with `*` for anything. */
function excluding(patterns: readonly string[]): (file: string) => boolean {
  const forms = patterns.map((pattern) => {
    const text = pattern
      .replace(/^\.\//, "")
      .replaceAll(/[\\^$.+?()[\]{}|]/g, "\\$&")
      .replaceAll(/\*+/g, ".*");
    return new RegExp(`^(.*/)?${text}(\\.fsproj|\\.fsx|/.*)?$`, "i");
  });
  return (file) => forms.some((form) => form.test(path.relative("", file).split(path.sep).join("/")));
}

/** Matches below `folder` of a pattern relative to it, build output and packages left out. */
async function findByGlob(pattern: string, kinds: readonly InputKind[], folder = ""): Promise<Input[]> {
  const { glob } = await import("tinyglobby");
  const found = await glob(pattern, { cwd: path.resolve(folder), expandDirectories: false });
  const wanted = found.filter(
    (match) =>
      !path
        .relative("", path.normalize(match))
        .split(path.sep)
        .some((part) => skipped.has(part) && !pattern.includes(part)),
  );
  return wanted.sort().flatMap((match) => {
    const kind = kindByExtension[path.extname(match).toLowerCase()];
    return kind !== undefined && kinds.includes(kind) ? [{ kind, path: path.isAbsolute(match) ? path.normalize(match) : path.join(folder, match) }] : [];
  });
}

const skipped: ReadonlySet<string> = new Set(["node_modules", "bin", "obj"]);

function projectsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.toLowerCase().endsWith(".fsproj"))
    .sort();
}

/** Names beside the missing one that differ in case, extension or a letter or two. */
function nearNames(missing: string): string[] {
  const folder = path.dirname(missing);
  const wanted = path.basename(missing).toLowerCase();
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => kindByExtension[path.extname(name).toLowerCase()] !== undefined)
    .filter((name) => path.parse(name).name.toLowerCase() === path.parse(wanted).name || distance(name.toLowerCase(), wanted) <= 2)
    .slice(0, 3)
    .map((name) => path.join(folder, name));
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}
