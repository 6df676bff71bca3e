/** Evaluations of project files, kept while nothing that they read has changed: MSBuild takes the better part of a second for each. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { keep, readKeptJson } from "./kept-files.ts";
import { findAbove } from "./msbuild-expression.ts";
import { type Cracked, type CrackedProject, decodeText, readText } from "./project.ts";

interface Kept {
  readonly project: CrackedProject;
  readonly stamp: string;
}

/** Files that MSBuild looks for above a project: one that appears changes the evaluation. */
const soughtAbove = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json"];

export class CrackCache {
  readonly #kept = new Map<string, Kept>();
  readonly #onMiss: () => void;

  /** `onMiss` is told that an evaluation has to be made. */
  constructor(onMiss: () => void = () => {}) {
    this.#onMiss = onMiss;
  }

  /** The kept evaluation, or a new one; `how` names the cracker and its options, `folder` is where evaluations are kept on disk. */
  async get(file: string, how: string, folder: string | undefined, crack: () => Promise<Cracked>): Promise<Cracked> {
    const key = createHash("sha256").update(`${how}\n${file}`).digest("hex").slice(0, 32);
    const kept = this.#kept.get(key) ?? (folder === undefined ? undefined : (readKeptJson(fileOf(folder, key)) as Kept | undefined));
    if (kept !== undefined && kept.stamp === stampOf(file, kept.project)) return { project: kept.project, diagnostics: [] };
    this.#onMiss();
    const cracked = await crack();
    if (cracked.project !== undefined && cracked.diagnostics.length === 0 && !cracked.project.inputs.some(asksTheDisk))
      this.#write(key, { project: cracked.project, stamp: stampOf(file, cracked.project) }, folder);
    return cracked;
  }

  #write(key: string, kept: Kept, folder: string | undefined): void {
    this.#kept.set(key, kept);
    if (folder !== undefined) keep(fileOf(folder, key), JSON.stringify(kept));
  }
}

const fileOf = (folder: string, key: string): string => join(folder, `project-${key}.json`);

/** Whether a project file says what depends on which files there are. */
const asksTheDisk = (input: string): boolean =>
  !existsSync(input) || /\b(Include|Remove|Exclude|Project)\s*=\s*["'][^"']*[*?]|\bExists\s*\(|EnableDefaultCompileItems/i.test(readText(input));

/** Names in a project file that may be those of environment variables. */
const namesIn = (text: string): string[] =>
  [...text.matchAll(/\$\(\s*([A-Za-z_]\w*)|GetEnvironmentVariable\(\s*['"`]?([^'"`)]*)/g)].map(([, property, variable]) => (property ?? variable)!);

/** The contents of everything that was read, the environment that it names, and what is there to be found. */
const stampOf = (file: string, project: CrackedProject): string => {
  const hash = createHash("sha256");
  for (const input of project.inputs) {
    hash.update(`${input}\n`);
    try {
      const bytes = readFileSync(input);
      hash.update(bytes);
      for (const name of namesIn(decodeText(bytes))) if (process.env[name] !== undefined) hash.update(`${name}=${process.env[name]}\n`);
    } catch {
      hash.update("absent");
    }
  }
  for (const name of soughtAbove) hash.update(`${findAbove(name, dirname(file)) ?? ""}\n`);
  return hash.digest("hex");
};
