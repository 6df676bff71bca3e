/** Files that a program reads: a letter that library/files.ts knows, then the content, or what went wrong. */
import { NotGranted } from "../host-calls.ts";

/** What a host grants by `read`. `readFrom` of "fusabi" gives folders of the disk. */
export interface Files {
  /** Throws an error as `node:fs` does, with a `code` (ENOENT, ENOTDIR where the folder is missing, EACCES, EISDIR), and a `path` where it knows a better one. */
  readFile(path: string): Uint8Array;
  exists(path: string): boolean;
}

const letters: Readonly<Record<string, string>> = { ENOENT: "f", ENOTDIR: "d", EACCES: "a", EPERM: "a", EISDIR: "a" };

const marks: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

const { TextDecoder } = globalThis as unknown as { readonly TextDecoder: new (encoding: string) => { decode(bytes: Uint8Array): string } };

/** By the mark that it begins with, as .NET does it. */
function decode(bytes: Uint8Array): string {
  const [encoding] = marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte)) ?? ["utf-8"];
  return new TextDecoder(encoding).decode(bytes);
}

const unitsAtOnce = 4096;

function units(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += unitsAtOnce) text += String.fromCharCode(...bytes.subarray(at, at + unitsAtOnce));
  return text;
}

function answer(files: Files, path: string, content: (bytes: Uint8Array) => string): string {
  let bytes: Uint8Array;
  try {
    bytes = files.readFile(path);
  } catch (error) {
    if (error instanceof NotGranted) throw error;
    const { code = "", path: full = path, message } = error as { readonly code?: string; readonly path?: string; readonly message?: string };
    const letter = letters[code];
    return letter === undefined ? `e${message ?? "the file cannot be read"}` : `${letter}${full}`;
  }
  return `=${content(bytes)}`;
}

/** The imports `fusabi.read_file`, `fusabi.read_bytes` and `fusabi.file_exists`. */
export const fileImports = {
  read_file: (files: Files) => (path: string) => answer(files, path, decode),
  read_bytes: (files: Files) => (path: string) => answer(files, path, units),
  file_exists: (files: Files) => (path: string) => files.exists(path) === true,
} as const;
