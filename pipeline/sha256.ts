/** Node's SHA-256, for reading artifacts: the one of `schemas/fzb` runs anywhere, but not compiled when a process starts. */
import { createHash } from "node:crypto";

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();
