/**
 * A lowered program on disk, by what the F# compiler was given and what lowered it. It is kept as an artifact, which says itself whether it is whole, and replaced in one
 * piece, so that builds at the same time do not harm each other.
 */
import { createHash } from "node:crypto";
import path from "node:path";
import { keep, readKept } from "../fable-bridge/kept-files.ts";
import { readModule } from "../schemas/fzb/binary.ts";
import { type ValidModule, validate } from "../schemas/fzb/validate.ts";
import { loweringFingerprint } from "./cache-folder.ts";

export class LoweredCache {
  readonly #file: string | undefined;

  /** Keeps nothing without a folder or a key. */
  constructor(folder: string | undefined, key: string | undefined) {
    if (folder === undefined || key === undefined) return;
    const name = createHash("sha256").update(`${key} ${loweringFingerprint()}`).digest("hex").slice(0, 32);
    this.#file = path.join(folder, `lowered-${name}.fzb`);
  }

  /** The module with its debug information; undefined where there is none, or none that is whole. */
  read(): ValidModule | undefined {
    const bytes = this.#file === undefined ? undefined : readKept(this.#file);
    if (bytes === undefined) return undefined;
    try {
      return validate(readModule(bytes));
    } catch {
      return undefined;
    }
  }

  write(bytes: Uint8Array): void {
    if (this.#file !== undefined) keep(this.#file, bytes);
  }
}
