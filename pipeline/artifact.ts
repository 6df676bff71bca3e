/** An artifact from disk: read and validated, or a diagnostic. */
import { readFileSync } from "node:fs";
import type { Diagnostic } from "../schemas/diagnostics/diagnostic.ts";
import { diagnostics } from "../schemas/diagnostics/table.ts";
import { readModule } from "../schemas/fzb/binary.ts";
import { FzbError } from "../schemas/fzb/error.ts";
import { type ValidModule, validate } from "../schemas/fzb/validate.ts";

export interface ReadArtifact {
  readonly module: ValidModule;
  readonly bytes: number;
}

export interface UnreadArtifact {
  readonly diagnostic: Diagnostic;
  readonly error?: FzbError;
  readonly bytes?: number;
}

export function readArtifact(path: string): ReadArtifact | UnreadArtifact {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { diagnostic: code === "ENOENT" ? diagnostics.noSuchInput({ path }) : diagnostics.cannotRead({ path, reason: message }) };
  }
  try {
    return { module: validate(readModule(bytes)), bytes: bytes.length };
  } catch (error) {
    if (!(error instanceof FzbError)) throw error;
    return { diagnostic: diagnostics.invalidArtifact({ text: error.message, where: placeOf(error) }, { file: path }), error, bytes: bytes.length };
  }
}

/** Where a reader's or validator's error is, in words. */
export function placeOf(error: FzbError): string {
  return error.fn >= 0 ? `function ${error.fn}, word ${error.offset}` : `at ${error.offset}`;
}
