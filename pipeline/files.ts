/** Artifacts on disk: written to a temporary file in the same folder, flushed, renamed. A killed build leaves the old file or the new one, never a part. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import path from "node:path";

let counter = 0;

/** Replaces the file at `target` by `bytes`, making its folder where needed. Throws Node's error if that is impossible. */
export function replaceFile(target: string, bytes: Uint8Array): void {
  const folder = path.dirname(target);
  makeFolder(folder);
  removeStale(target);
  const temporary = path.join(folder, `.${path.basename(target)}.${process.pid}-${counter++}.tmp`);
  try {
    const file = openSync(temporary, "wx");
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(folder);
}

/** One by one: where a file system takes no folder (`/proc`), Node's own way of making all of them does not end. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

const staleAfterMs = 10 * 60 * 1000;

/** Removes what builds that were killed left behind. */
function removeStale(target: string): void {
  const folder = path.dirname(target);
  const prefix = `.${path.basename(target)}.`;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix) || !name.endsWith(".tmp")) continue;
    const left = path.join(folder, name);
    const age = Date.now() - (statSync(left, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > staleAfterMs) rmSync(left, { force: true });
  }
}

/** Makes the rename itself durable, on the systems where a folder can be opened. */
function syncFolder(folder: string): void {
  try {
    const file = openSync(folder, "r");
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    // Windows and some network file systems refuse; the file itself is complete all the same.
  }
}
