// JavaScript's regular expressions, for literals in Fable's library and in emitted code: .NET's matcher over patterns that are read as JavaScript reads them.
import { str_at, str_index_of, str_join, str_slice } from "fusabi:builtin";
import { ArrayEnumerator, EnumeratorIterator } from "./enumerators.ts";
import { programOf } from "./regex-cache.ts";
import { RegexMatcher } from "./regex-matcher.ts";
import { ECMA_SCRIPT, IGNORE_CASE, isDigit, JAVA_SCRIPT, MULTILINE, SINGLELINE } from "./regex-scanner.ts";

/** What exec gives: JavaScript's array of texts with an index. */
class JavaScriptMatch {
  texts: any;
  length: int32;
  index: int32;
  input: string;
  groups: any;
  "0": any;
  "1": any;
  "2": any;
  "3": any;
  "4": any;
  "5": any;
  "6": any;
  "7": any;
  "8": any;
  "9": any;

  constructor(texts: any, index: int32, input: string) {
    this.texts = texts;
    this.length = texts.length;
    this.index = index;
    this.input = input;
    this.groups = undefined;
    this["0"] = texts[0];
    this["1"] = textAt(texts, 1);
    this["2"] = textAt(texts, 2);
    this["3"] = textAt(texts, 3);
    this["4"] = textAt(texts, 4);
    this["5"] = textAt(texts, 5);
    this["6"] = textAt(texts, 6);
    this["7"] = textAt(texts, 7);
    this["8"] = textAt(texts, 8);
    this["9"] = textAt(texts, 9);
  }
  GetEnumerator(): any {
    return new ArrayEnumerator(this.texts, this.texts.length);
  }
  [Symbol.iterator](): any {
    return new EnumeratorIterator(this.GetEnumerator());
  }
}

const textAt = (texts: any, index: int32): any => (index < texts.length ? texts[index] : undefined);

class JavaScriptRegExp {
  source: string;
  flags: string;
  global: boolean;
  ignoreCase: boolean;
  multiline: boolean;
  lastIndex: int32;
  matcher: RegexMatcher;

  constructor(source: string, flags: string) {
    this.source = source;
    this.flags = flags;
    this.global = flags.includes("g");
    this.ignoreCase = flags.includes("i");
    this.multiline = flags.includes("m");
    this.lastIndex = 0;
    const options: int32 = (this.ignoreCase ? IGNORE_CASE : 0) | (this.multiline ? MULTILINE : 0) | (flags.includes("s") ? SINGLELINE : 0);
    this.matcher = new RegexMatcher(programOf(source, options | ECMA_SCRIPT | JAVA_SCRIPT), "");
  }

  /** The texts of the first match from an index on, undefined where there is none; the matcher says where it is. */
  find(text: string, from: int32): any {
    const matcher: RegexMatcher = this.matcher;
    matcher.text = text;
    const isSticky: boolean = this.flags.includes("y");
    if (from < 0 || from > text.length || !matcher.search(from) || (isSticky && matcher.start !== from)) return undefined;
    const texts: any = [str_slice(text, matcher.start, matcher.end)];
    for (let slot: int32 = 1; slot < matcher.program.slots; slot++) {
      const at: int32 = matcher.registers[slot];
      texts.push(at < 0 ? undefined : str_slice(text, matcher.captures[at], matcher.captures[at + 1]));
    }
    return texts;
  }

  /** All matches where the expression is global, else the first: what a function gives of each one's texts and place. */
  each(text: string, visit: any): void {
    let from: int32 = 0;
    while (true) {
      const texts: any = this.find(text, from);
      if (texts === undefined) return;
      const start: int32 = this.matcher.start;
      const end: int32 = this.matcher.end;
      visit(texts, start, end);
      if (!this.global) return;
      from = start === end ? end + 1 : end;
    }
  }

  exec(text: string): any {
    const keepsIndex: boolean = this.global || this.flags.includes("y");
    const texts: any = this.find(text, keepsIndex ? this.lastIndex : 0);
    if (keepsIndex) this.lastIndex = texts === undefined ? 0 : this.matcher.end;
    return texts === undefined ? null : new JavaScriptMatch(texts, this.matcher.start, text);
  }
  test(text: string): boolean {
    return this.exec(text) != null;
  }
  toString(): string {
    return "/" + this.source + "/" + this.flags;
  }

  /** `text.replace(this, replacement)` and its kin. */
  replaceIn(text: string, replacement: any): string {
    const parts: any = [];
    let at: int32 = 0;
    this.each(text, (texts: any, start: int32, end: int32) => {
      parts.push(str_slice(text, at, start));
      parts.push(typeof replacement === "string" ? expanded(replacement, texts, text, start) : replacement(...texts, start, text));
      at = end;
    });
    parts.push(str_slice(text, at, undefined));
    return str_join(parts, "");
  }
  matchIn(text: string): any {
    if (!this.global) return this.exec(text);
    const found: any = [];
    this.each(text, (texts: any) => found.push(texts[0]));
    return found.length === 0 ? null : found;
  }
  matchAllIn(text: string): any {
    const found: any = [];
    this.each(text, (texts: any, start: int32) => found.push(new JavaScriptMatch(texts, start, text)));
    return found;
  }
  searchIn(text: string): int32 {
    return this.find(text, 0) === undefined ? -1 : this.matcher.start;
  }
  splitIn(text: string): any {
    const parts: any = [];
    let at: int32 = 0;
    let from: int32 = 0;
    while (from < text.length) {
      const texts: any = this.find(text, from);
      if (texts === undefined || this.matcher.start >= text.length) break;
      const end: int32 = this.matcher.end;
      if (end === at) {
        from = from + 1;
        continue;
      }
      parts.push(str_slice(text, at, this.matcher.start));
      for (let i: int32 = 1; i < texts.length; i++) parts.push(texts[i]);
      at = end;
      from = end > from ? end : from + 1;
    }
    parts.push(str_slice(text, at, undefined));
    return parts;
  }
}

/** `$1`, `$&`, `$$` and their kin in a replacement. */
function expanded(replacement: string, texts: any, text: string, start: int32): string {
  const parts: any = [];
  let from: int32 = 0;
  for (let at: int32 = str_index_of(replacement, "$", 0); at >= 0 && at + 1 < replacement.length; at = str_index_of(replacement, "$", from)) {
    parts.push(str_slice(replacement, from, at));
    const unit: string = str_at(replacement, at + 1);
    const group: int32 = isDigit(unit) ? (unit as any) | 0 : -1;
    from = at + 2;
    if (unit === "$") parts.push("$");
    else if (unit === "&") parts.push(texts[0]);
    else if (unit === "`") parts.push(str_slice(text, 0, start));
    else if (unit === "'") parts.push(str_slice(text, start + texts[0].length, undefined));
    else if (group > 0 && group < texts.length) parts.push(texts[group] ?? "");
    else {
      parts.push("$");
      from = at + 1;
    }
  }
  parts.push(str_slice(replacement, from, undefined));
  return str_join(parts, "");
}

/** `new RegExp(source, flags)`, and a literal. */
export const RegExp_new = (source: any, flags?: any): any => new JavaScriptRegExp(source, flags ?? "");
