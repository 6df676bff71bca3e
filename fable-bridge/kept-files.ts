/** Files that save time in a later run: each is written beside and renamed, so what is there is whole. Where one cannot be read or written, it is as if there were none. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export const readKept = (file: string): Buffer | undefined => {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
};

export const keep = (file: string, content: string | Uint8Array): void => {
  const written = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(written, content, { mode: 0o600 });
    renameSync(written, file);
  } catch {
    rmSync(written, { force: true });
  }
};

/** What a kept file says, if it is JSON. */
export const readKeptJson = (file: string): unknown => {
  try {
    return JSON.parse(readKept(file)?.toString() ?? "");
  } catch {
    return undefined;
  }
};
