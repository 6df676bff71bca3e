/** A project as both crackers give it, and the order of everything that is compiled for it. */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import type { Diagnostic, Range } from "../schemas/diagnostics/diagnostic.ts";
import { diagnostics } from "../schemas/diagnostics/table.ts";

export interface CrackOptions {
  readonly configuration: string;
  readonly defines: readonly string[];
  readonly cracker: "msbuild" | "static" | "auto";
  /** Where slow evaluations are kept on disk. */
  readonly cacheFolder?: string | undefined;
}

/** A path with the place that names it. */
export interface Named {
  /** Absolute. */
  readonly path: string;
  /** As written. */
  readonly text: string;
  readonly file: string;
  readonly range?: Range;
}
/** Where diagnostics show it. */
export const placeOf = ({ file, range }: Named) => (range === undefined ? { file } : { file, range });

export interface PackageItem {
  readonly name: string;
  /** As written: a version or a range. */
  readonly version: string | undefined;
  /** Whether nothing is compiled against it. */
  readonly buildOnly?: boolean;
  readonly file: string;
  readonly range?: Range;
}

/** What a PackageReference says of who sees the package. */
export const isBuildOnly = (privateAssets: string | undefined, includeAssets: string | undefined, excludeAssets: string | undefined): boolean => {
  const has = (list: string | undefined, name: string): boolean =>
    (list ?? "")
      .toLowerCase()
      .split(/[;,\s]+/)
      .includes(name);
  const names = (list: string | undefined): boolean => ["compile", "all"].some((name) => has(list, name));
  return has(privateAssets, "all") || names(excludeAssets) || ((includeAssets ?? "").trim() !== "" && !names(includeAssets));
};

/** One project file evaluated. */
export interface CrackedProject {
  /** Absolute path of the project or script. */
  readonly file: string;
  readonly name: string;
  readonly outputKind: "exe" | "library";
  readonly sources: readonly Named[];
  readonly references: readonly Named[];
  readonly packages: readonly PackageItem[];
  /** Where `dotnet restore` notes what it chose. */
  readonly assets?: string;
  readonly defines: readonly string[];
  /** Options of the F# compiler, canonical: `--nowarn:25`. */
  readonly options: readonly string[];
  /** Every file whose content the evaluation read, for the cache. */
  readonly inputs: readonly string[];
  /** Texts of sources that differ from the disk: a script without its directives. */
  readonly texts?: ReadonlyMap<string, string>;
}

export interface Cracked {
  readonly project?: CrackedProject;
  readonly diagnostics: readonly Diagnostic[];
}

/** The path as diagnostics and modules show it: relative to `root`, forward slashes. */
export const showPath = (path: string, root: string): string => relative(root, path).split(sep).join("/") || ".";

/** Finds the project that an argument means: a file, or a folder with one project. */
export const findProject = (input: string): { file?: string; diagnostics: Diagnostic[] } => {
  const path = resolve(input);
  if (!existsSync(path)) return { diagnostics: [diagnostics.noSuchInput({ path: input, near: nearNames(path).map((name) => join(dirname(input), name)) })] };
  if (!statSync(path).isDirectory()) {
    const expected = [".fsproj", ".fsx"];
    return expected.includes(extname(path)) ? { file: realpathSync(path), diagnostics: [] } : { diagnostics: [diagnostics.wrongExtension({ path: input, expected })] };
  }
  const projects = readdirSync(path)
    .filter((name) => name.endsWith(".fsproj"))
    .sort();
  if (projects.length === 1) return { file: realpathSync(join(path, projects[0])), diagnostics: [] };
  const folder = input.split(sep).join("/");
  return { diagnostics: [projects.length === 0 ? diagnostics.noProject({ folder }) : diagnostics.severalProjects({ folder, projects })] };
};

/** Names in the same folder that someone may have meant. */
const nearNames = (path: string): string[] => {
  const folder = dirname(path);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  const wanted = basename(path).toLowerCase();
  return readdirSync(folder)
    .filter((name) => /\.(fsproj|fsx|fzb)$/.test(name) && distance(name.toLowerCase(), wanted) <= 3)
    .sort();
};

const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
};

export const readText = (path: string): string => decodeText(readFileSync(path));

/** A text file's bytes as .NET reads them: UTF-8 unless the first say otherwise. */
export const decodeText = (bytes: Buffer): string => {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  const encoding = mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
};
