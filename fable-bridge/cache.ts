/** Compilations by content: the same sources, defines, options and compiler give the same answer. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { type CompileAnswer, knownVersions } from "./fable.ts";
import type { CompilePlan } from "./graph.ts";
import { keep, readKeptJson } from "./kept-files.ts";

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
    const answer = readKeptJson(fileOf(folder, key)) as CompileAnswer | undefined;
    if (answer !== undefined) this.#keep(key, answer);
    return answer;
  }

  write(key: string, answer: CompileAnswer, folder: string | undefined): void {
    this.#keep(key, answer);
    if (folder !== undefined) keep(fileOf(folder, key), JSON.stringify(answer));
  }

  #keep(key: string, answer: CompileAnswer): void {
    if (this.#answers.size >= keptAnswers) this.#answers.delete(this.#answers.keys().next().value!);
    this.#answers.set(key, answer);
  }
}

const fileOf = (folder: string, key: string): string => join(folder, `fable-${key.slice(0, 32)}.json`);
