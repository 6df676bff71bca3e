/** System.IO.File, of the files that the host lets the program read. */
import { str_char_code_at, str_index_of, str_slice } from "fusabi:builtin";
import { file_exists, read_bytes, read_file } from "fusabi:host";
import { ArgumentException, ArgumentNullException } from "./exceptions.ts";
import { DirectoryNotFoundException, FileNotFoundException, IOException, UnauthorizedAccessException } from "./io-exceptions.ts";

function checkPath(path: any): string {
  if (path == null) throw new ArgumentNullException("path");
  if (path === "") throw new ArgumentException("The value cannot be an empty string.", "path");
  if (str_index_of(path, "\0", 0) >= 0) throw new ArgumentException("Null character in path.", "path");
  return path;
}

/** The host's answer: a letter, then the content, the file's full path, or the error's text. */
function contentOf(answer: string): string {
  const rest: string = str_slice(answer, 1);
  switch (answer[0]) {
    case "=":
      return rest;
    case "f":
      throw new FileNotFoundException("Could not find file '" + rest + "'.", rest);
    case "d":
      throw new DirectoryNotFoundException("Could not find a part of the path '" + rest + "'.");
    case "a":
      throw new UnauthorizedAccessException("Access to the path '" + rest + "' is denied.");
    default:
      throw new IOException(rest);
  }
}

export function readAllText(path: any): string {
  return contentOf(read_file(checkPath(path)));
}

/** Lines end at CR, LF or both; the last one need not. */
export function readAllLines(path: any): any {
  const text: string = readAllText(path);
  const lines: any = [];
  let start: int32 = 0;
  for (let at: int32 = 0; at < text.length; at++) {
    const unit: int32 = str_char_code_at(text, at);
    if (unit !== 10 && unit !== 13) continue;
    lines.push(str_slice(text, start, at));
    if (unit === 13 && at + 1 < text.length && str_char_code_at(text, at + 1) === 10) at++;
    start = at + 1;
  }
  if (start < text.length) lines.push(str_slice(text, start));
  return lines;
}

export function readAllBytes(path: any): any {
  const units: string = contentOf(read_bytes(checkPath(path)));
  const bytes: any = new Uint8Array(units.length);
  for (let at: int32 = 0; at < units.length; at++) bytes[at] = str_char_code_at(units, at);
  return bytes;
}

export function fileExists(path: any): boolean {
  return path != null && path !== "" && str_index_of(path, "\0", 0) < 0 && file_exists(path);
}
