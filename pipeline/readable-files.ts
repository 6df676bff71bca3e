/** Files below some folders, for programs that are granted them: neither `..` nor a symbolic link leads out. */
import { closeSync, constants, existsSync, fstatSync, openSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { type Files, NotGranted } from "../vm/index.ts";

const mostBytes = 256 * 2 ** 20;

/** `*` stands for every folder. */
export function readFrom(...folders: readonly string[]): Files {
  const roots = folders.map((folder) => (folder === "*" ? path.parse(process.cwd()).root : path.resolve(folder)));
  const realRoots = roots.map((root) => (existsSync(root) ? realpathSync(root) : root));
  const isIn = (file: string, among: readonly string[]): boolean => among.some((root) => file === root || file.startsWith(root.endsWith(path.sep) ? root : root + path.sep));

  /** The file behind every link; undefined where there is none. What lies outside is refused before anything is said of it. */
  const find = (given: string): { readonly full: string; readonly real: string | undefined } => {
    const full = path.resolve(given);
    if (!isIn(full, roots)) throw new NotGranted(full);
    const real = existsSync(full) ? realpathSync(full) : undefined;
    if (real !== undefined && !isIn(real, realRoots)) throw new NotGranted(full);
    return { full, real };
  };

  return {
    readFile(given) {
      const { full, real } = find(given);
      if (real === undefined)
        throw Object.assign(new Error(), { code: existsSync(path.dirname(full)) && statSync(path.dirname(full)).isDirectory() ? "ENOENT" : "ENOTDIR", path: full });
      return readWhole(real, full);
    },
    exists(given) {
      const { real } = find(given);
      return real !== undefined && statSync(real).isFile();
    },
  };
}

/** Of the file that stands there now: what was put in its place since it was looked at, a link or a pipe, is not followed. */
function readWhole(real: string, full: string): Uint8Array {
  const descriptor = openSync(real, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const about = fstatSync(descriptor);
    if (!about.isFile()) throw Object.assign(new Error(), { code: "EACCES", path: full });
    if (about.size > mostBytes) throw new Error(`The file is too long: ${about.size} bytes.`);
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
