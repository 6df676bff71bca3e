import { str_index_of, str_replace_all, str_split, str_substring } from "fusabi:builtin";
import { EnumeratorIterator, enumerateArray, StringEnumerator } from "./enumerators.ts";
import { codePoints } from "./platform-array.ts";

/** JavaScript's methods of strings that call back or iterate; a pattern that is no text is a regular expression (platform-regexp.ts). */
export class $extension_string {
  replace(pattern: any, replacement: any): string {
    const text: string = textOf(this);
    if (typeof pattern !== "string") return pattern.replaceIn(text, replacement);
    const at: int32 = str_index_of(text, pattern, 0);
    if (at < 0) return text;
    const part: string = typeof replacement === "string" ? replacement : replacement(pattern, at, text);
    return str_substring(text, 0, at) + part + str_substring(text, at + pattern.length);
  }
  replaceAll(pattern: any, replacement: any): string {
    const text: string = textOf(this);
    if (typeof pattern !== "string") return pattern.replaceIn(text, replacement);
    if (typeof replacement === "string") return str_replace_all(text, pattern, replacement);
    const pieces: any = str_split(text, pattern);
    let result: string = pieces[0];
    let at: int32 = result.length;
    for (let i: int32 = 1; i < pieces.length; i++) {
      const piece: string = pieces[i];
      result = result + replacement(pattern, at, text) + piece;
      at += pattern.length + piece.length;
    }
    return result;
  }
  match(pattern: any): any {
    return pattern.matchIn(textOf(this));
  }
  matchAll(pattern: any): any {
    return pattern.matchAllIn(textOf(this));
  }
  search(pattern: any): int32 {
    return pattern.searchIn(textOf(this));
  }
  split(separator: any, limit: any): any {
    const text: string = textOf(this);
    return separator == null || typeof separator === "string" ? str_split(text, separator ?? undefined, limit) : separator.splitIn(text);
  }
  GetEnumerator(): any {
    return new StringEnumerator(textOf(this));
  }
  [Symbol.iterator](): any {
    return new EnumeratorIterator(enumerateArray(codePoints(textOf(this))));
  }
}

function textOf(self: any): string {
  return self;
}
