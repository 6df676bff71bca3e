/** Compilations by content: the same sources, defines, options and compiler give the same answer. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CompileAnswer, knownVersions } from "./fable.ts";
import type { CompilePlan } from "./graph.ts";

/** Raised when the annotating pass or the output's shape changes. */
const outputVersion = 2;
/** How many answers stay in memory. */
const keptAnswers = 32;

export class BuildCache {
  readonly #answers = new Map<string, CompileAnswer>();

  key({ job, root: _root, ...rest }: CompilePlan): string {
    const hash = createHash("sha256");
    hash.update(JSON.stringify([outputVersion, knownVersions, rest.name, rest.outputKind, job]));
    return hash.digest("hex");
  }

  read(key: string, folder: string | undefined): CompileAnswer | undefined {
    const known = this.#answers.get(key);
    if (known !== undefined || folder === undefined) return known;
    try {
      const answer = JSON.parse(readFileSync(fileOf(folder, key), "utf8")) as CompileAnswer;
      this.#keep(key, answer);
      return answer;
    } catch {
      return undefined;
    }
  }

  /** Failures to write only cost time later. */
  write(key: string, answer: CompileAnswer, folder: string | undefined): void {
    this.#keep(key, answer);
    if (folder === undefined) return;
    try {
      mkdirSync(folder, { recursive: true });
      const temporary = `${fileOf(folder, key)}.${process.pid}.tmp`;
      writeFileSync(temporary, JSON.stringify(answer));
      renameSync(temporary, fileOf(folder, key));
    } catch {}
  }

  #keep(key: string, answer: CompileAnswer): void {
    if (this.#answers.size >= keptAnswers) this.#answers.delete(this.#answers.keys().next().value!);
    this.#answers.set(key, answer);
  }
}

const fileOf = (folder: string, key: string): string => join(folder, `fable-${key.slice(0, 32)}.json`);
