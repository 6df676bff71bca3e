// String.Split.
import { str_char_code_at, str_slice, str_split } from "fusabi:builtin";
import { checkNotNegative, checkReceiver } from "./argument-checks.ts";
import { isWhiteSpace, trim } from "./string.ts";

const removeEmpty: int32 = 1;
const trimEntries: int32 = 2;

/** Where separators stand: start and end of each, one after the other. */
function findSeparators(text: string, separators: any): any {
  const found: any = [];
  const size: int32 = text.length;
  const count: int32 = separators.length;
  let at: int32 = 0;
  while (at < size) {
    let length: int32 = 0;
    if (count === 0) length = isWhiteSpace(str_char_code_at(text, at)) ? 1 : 0;
    for (let i: int32 = 0; i < count && length === 0; i++) {
      const separator: any = separators[i];
      if (separator != null && separator !== "" && text.startsWith(separator, at)) length = separator.length;
    }
    if (length > 0) {
      found.push(at, at + length);
      at = at + length;
    } else at = at + 1;
  }
  return found;
}

/** No separators at all stand for white space; empty ones for none. */
export function split(text: any, separators: any, count?: any, options?: any): MutableArray {
  checkReceiver(text);
  const flags: int32 = typeof options === "number" ? options : 0;
  const most: int32 = typeof count === "number" ? count : 2147483647;
  checkNotNegative(most, "count");
  const list: any = separators == null ? [] : typeof separators === "string" ? [separators] : separators;
  if (flags === 0 && most === 2147483647 && list.length === 1 && list[0] !== "" && list[0] != null) return str_split(text, list[0], undefined);
  return new Splitter(text, most, flags).run(most <= 1 ? [] : findSeparators(text, list));
}

class Splitter {
  text: string;
  most: int32;
  flags: int32;
  parts: any = [];

  constructor(text: string, most: int32, flags: int32) {
    this.text = text;
    this.most = most;
    this.flags = flags;
  }

  entry(start: int32, end: int32): string {
    const part: string = str_slice(this.text, start, end);
    return (this.flags & trimEntries) !== 0 ? trim(part) : part;
  }

  admits(part: string): boolean {
    return part !== "" || (this.flags & removeEmpty) === 0;
  }

  add(part: string): void {
    if (this.admits(part)) this.parts.push(part);
  }

  run(found: any): any {
    if (this.most === 0) return [];
    let start: int32 = 0;
    let i: int32 = 0;
    while (i < found.length && this.parts.length < this.most - 1) {
      this.add(this.entry(start, found[i]));
      start = found[i + 1];
      i = i + 2;
    }
    // the last entry takes all that is left, without empty entries in front of it
    while (i < found.length && (this.flags & removeEmpty) !== 0 && !this.admits(this.entry(start, found[i]))) {
      start = found[i + 1];
      i = i + 2;
    }
    this.add(this.entry(start, this.text.length));
    return this.parts;
  }
}
