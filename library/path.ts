// System.IO.Path where a path is .NET's on Unix; there is no current directory but the root.
import { str_index_of, str_slice } from "fusabi:builtin";
import { ArgumentNullException } from "./exceptions.ts";

const checkPath = (path: any, name: string): void => {
  if (path == null) throw new ArgumentNullException(name);
};
const isRooted = (path: any): boolean => (path ?? "").startsWith("/");
const nameStart = (path: string): int32 => path.lastIndexOf("/") + 1;

/** Where the extension's dot is, -1 without one. */
const dotOf = (path: string): int32 => {
  const dot: int32 = path.lastIndexOf(".");
  return dot < nameStart(path) ? -1 : dot;
};

function combineTwo(first: string, second: string): string {
  if (second === "") return first;
  if (first === "" || isRooted(second)) return second;
  return first.endsWith("/") ? first + second : first + "/" + second;
}
/** One array of parts, or the parts. */
const partsOf = (parts: any): any => (parts.length === 1 && Array.isArray(parts[0]) ? parts[0] : parts);

export function combinePaths(...parts: any): string {
  let path: string = "";
  const all: any = partsOf(parts);
  for (let i: int32 = 0; i < all.length; i++) {
    checkPath(all[i], "path" + (i + 1));
    path = combineTwo(path, all[i]);
  }
  return path;
}
export function joinPaths(...parts: any): string {
  let path: string = "";
  for (const part of partsOf(parts)) {
    if (part == null || part === "") continue;
    path = path === "" || path.endsWith("/") || part.startsWith("/") ? path + part : path + "/" + part;
  }
  return path;
}
export function fileName(path: any): any {
  return path == null ? null : str_slice(path, nameStart(path));
}
export function extension(path: any): any {
  if (path == null) return null;
  const dot: int32 = dotOf(path);
  return dot < 0 || dot === path.length - 1 ? "" : str_slice(path, dot);
}
export function fileNameWithoutExtension(path: any): any {
  if (path == null) return null;
  const dot: int32 = dotOf(path);
  return str_slice(path, nameStart(path), dot < 0 ? path.length : dot);
}
export function hasExtension(path: any): boolean {
  if (path == null) return false;
  const dot: int32 = dotOf(path);
  return dot >= 0 && dot < path.length - 1;
}
export function changeExtension(path: any, to: any): any {
  if (path == null) return null;
  const dot: int32 = dotOf(path);
  const stem: string = dot < 0 ? path : str_slice(path, 0, dot);
  if (to == null) return stem;
  return to.startsWith(".") ? stem + to : stem + "." + to;
}
/** Null for the root; slashes that repeat count as one. */
export function directoryName(path: any): any {
  if (path == null || path === "" || path === "/") return null;
  let end: int32 = nameStart(path) - 1;
  while (end > 0 && path[end - 1] === "/") end--;
  if (end < 0) return "";
  return end === 0 ? "/" : squeeze(str_slice(path, 0, end));
}
function squeeze(path: string): string {
  let text: string = path;
  while (str_index_of(text, "//", 0) >= 0) text = text.replaceAll("//", "/");
  return text;
}
export function isPathRooted(path: any): boolean {
  return isRooted(path);
}
export function pathRoot(path: any): any {
  if (path == null || path === "") return null;
  return isRooted(path) ? "/" : "";
}
export function fullPath(path: any, base?: any): string {
  checkPath(path, "path");
  const steps: any[] = [];
  const whole: string = combineTwo(base ?? "/", path);
  for (const step of whole.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return "/" + steps.join("/") + (steps.length > 0 && whole.endsWith("/") ? "/" : "");
}
export function relativePath(from: any, to: any): string {
  const start: any = fullPath(from)
    .split("/")
    .filter((step: any): boolean => step !== "");
  const end: any = fullPath(to)
    .split("/")
    .filter((step: any): boolean => step !== "");
  let same: int32 = 0;
  while (same < start.length && same < end.length && start[same] === end[same]) same++;
  const steps: any[] = [];
  for (let i: int32 = same; i < start.length; i++) steps.push("..");
  for (let i: int32 = same; i < end.length; i++) steps.push(end[i]);
  return steps.length === 0 ? "." : steps.join("/");
}
export function endsInSeparator(path: any): boolean {
  return (path ?? "").endsWith("/");
}
export function trimSeparator(path: any): any {
  return endsInSeparator(path) && path.length > 1 ? str_slice(path, 0, -1) : path;
}
export function invalidFileNameChars(): any {
  return ["\0", "/"];
}
export function invalidPathChars(): any {
  return ["\0"];
}
