/** System.IO.Path with `/` between names, as .NET has it on Unix. */
import { str_char_code_at, str_slice } from "fusabi:builtin";
import { ArgumentNullException } from "./exceptions.ts";

const slash: int32 = 47;
const dot: int32 = 46;

/** Where the last name begins. */
function nameStart(path: string): int32 {
  let at: int32 = path.length;
  while (at > 0 && str_char_code_at(path, at - 1) !== slash) at--;
  return at;
}
/** Where the last name's extension begins; the length where it has none. */
function extensionStart(path: string): int32 {
  const start: int32 = nameStart(path);
  for (let at: int32 = path.length - 1; at >= start; at--) if (str_char_code_at(path, at) === dot) return at;
  return path.length;
}

function join(first: any, second: any, name: string): string {
  if (second == null) throw new ArgumentNullException(name);
  if (first === "" || isRooted(second)) return second;
  if (second === "") return first;
  return str_char_code_at(first, first.length - 1) === slash ? first + second : first + "/" + second;
}
/** From two to four parts, or an array of them. */
export function combine(first: any, second?: any, third?: any, fourth?: any): string {
  if (first == null) throw new ArgumentNullException(second === undefined ? "paths" : "path1");
  if (Array.isArray(first)) {
    let all: string = "";
    for (let i: int32 = 0; i < first.length; i++) all = join(all, first[i], "paths");
    return all;
  }
  let path: string = join(first, second, "path2");
  if (third !== undefined) path = join(path, third, "path3");
  if (fourth !== undefined) path = join(path, fourth, "path4");
  return path;
}
export function isRooted(path: any): boolean {
  return path != null && path.length > 0 && str_char_code_at(path, 0) === slash;
}
export function fileName(path: any): any {
  return path == null ? path : str_slice(path, nameStart(path));
}
export function extension(path: any): any {
  if (path == null) return path;
  const text: string = str_slice(path, extensionStart(path));
  return text === "." ? "" : text;
}
export function fileNameWithoutExtension(path: any): any {
  return path == null ? path : str_slice(path, nameStart(path), extensionStart(path));
}
export function hasExtension(path: any): boolean {
  return path != null && extension(path) !== "";
}
export function changeExtension(path: any, given: any): any {
  if (path == null || path === "") return path;
  const base: string = str_slice(path, 0, extensionStart(path));
  if (given == null) return base;
  return given !== "" && str_char_code_at(given, 0) === dot ? base + given : base + "." + given;
}
/** The folder, with one `/` between names; null for a root. */
export function directoryName(path: any): any {
  const root: int32 = isRooted(path) ? 1 : 0;
  if (path == null || path.length <= root) return undefined;
  let end: int32 = nameStart(path);
  while (end > root && str_char_code_at(path, end - 1) === slash) end--;
  let folder: string = "";
  for (let at: int32 = 0; at < (end < root ? root : end); at++) {
    if (at > 0 && str_char_code_at(path, at) === slash && str_char_code_at(path, at - 1) === slash) continue;
    folder = folder + path[at];
  }
  return folder;
}
