// Methods of System.String and F#'s String module. Searching is ordinal also where .NET would look at the culture; ordering follows collation.ts.
import {
  str_char_code_at,
  str_compare_ordinal,
  str_index_of,
  str_join,
  str_pad_end,
  str_pad_start,
  str_repeat,
  str_replace_all,
  str_slice,
  str_split,
  value_class,
} from "fusabi:builtin";
import { checkMost, checkNotNegative, checkNotNull, checkReceiver, outOfRange } from "./argument-checks.ts";
import { compareBy, foldBy } from "./collation.ts";
import { ArgumentException, ArgumentOutOfRangeException, IndexOutOfRangeException } from "./exceptions.ts";
import { to_string, to_string_typed } from "./format-text.ts";
import { eachOf } from "./sequence.ts";

export { indexOf, indexOfAny, indexOfFrom, lastIndexOf, lastIndexOfAny } from "./string-search.ts";

export const StringComparison: any = {
  CurrentCulture: 0,
  CurrentCultureIgnoreCase: 1,
  InvariantCulture: 2,
  InvariantCultureIgnoreCase: 3,
  Ordinal: 4,
  OrdinalIgnoreCase: 5,
};

/** (x, y), (x, y, comparison), (x, y, ignoreCase, culture), or (x, i, y, j, length) followed by the same. */
export function compare(...args: any): int32 {
  if (args.length < 5) return compareBy(args[0], args[1], args[2]);
  return compareBy(partOf(args[0], args[1], args[4]), partOf(args[2], args[3], args[4]), args[5]);
}

export const orEmpty = (text: any): string => text ?? "";

// Without a StringComparison, by the text's own units.

export function containsText(text: string, part: any): boolean {
  checkNotNull(part, "value");
  return str_index_of(text, part, 0) >= 0;
}

export function startsWithText(text: string, part: any): boolean {
  checkNotNull(part, "value");
  return text.startsWith(part);
}

export function endsWithText(text: string, part: any): boolean {
  checkNotNull(part, "value");
  return text.endsWith(part);
}

const partOf = (text: any, start: int32, length: int32): any => (text == null ? text : str_slice(text, start, start + length));

/** (x, y), or (x, i, y, j, length). */
export function compareOrdinal(x: any, y: any, other?: any, start?: any, length?: any): int32 {
  if (length !== undefined) return compareOrdinal(partOf(x, y, length), partOf(other, start, length));
  if (x == null) return y == null ? 0 : -1;
  return y == null ? 1 : str_compare_ordinal(x, y);
}

export function compareTo(x: any, y: any): int32 {
  checkReceiver(x);
  return compareBy(x, y, 0);
}

export function startsWith(text: any, part: any, comparison: any): boolean {
  checkReceiver(text);
  checkNotNull(part, "value");
  return foldBy(text, comparison).startsWith(foldBy(part, comparison));
}

export function endsWith(text: any, part: any, comparison: any): boolean {
  checkReceiver(text);
  checkNotNull(part, "value");
  return foldBy(text, comparison).endsWith(foldBy(part, comparison));
}

export function contains(text: any, part: any, comparison: any): boolean {
  checkReceiver(text);
  checkNotNull(part, "value");
  return foldBy(text, comparison).includes(foldBy(part, comparison));
}

export function initialize(count: int32, makePart: any): string {
  checkCount(count);
  const parts: any = [];
  for (let i: int32 = 0; i < count; i++) parts.push(makePart(i) ?? "");
  return str_join(parts, "");
}

export function replicate(count: int32, text: any): string {
  checkCount(count);
  return text == null ? "" : str_repeat(text, count);
}

const checkCount = (count: int32): void => {
  if (count < 0) throw new ArgumentException("The input must be non-negative.\ncount = " + count, "count");
};

/** Bounds that .NET compares as unsigned numbers. */
const checkUnsigned = (value: int32, most: int32, parameter: string): void => {
  if (value >= 0 && value <= most) return;
  const shown: float64 = value < 0 ? value + 4294967296 : value;
  throw outOfRange(parameter, shown, parameter + " ('" + shown + "') must be less than or equal to '" + most + "'.");
};

/** `String(units)`, `String(units, startIndex, length)`. */
export function ofChars(units: any, startIndex?: any, length?: any): string {
  if (startIndex === undefined) return units == null ? "" : str_join(units, "");
  checkNotNull(units, "value");
  const start: int32 = startIndex;
  const count: int32 = length;
  checkNotNegative(start, "startIndex");
  checkNotNegative(count, "length");
  checkMost(start, units.length - count, "startIndex");
  return str_join(units.slice(start, start + count), "");
}

/** `String(unit, count)`. */
export function ofRepeated(unit: string, count: int32): string {
  checkNotNegative(count, "count");
  return str_repeat(unit, count);
}

/** `text.[start..last]`, either of which may be none; what is outside of the text is left out. */
export function sliceOf(text: string, start: any, last: any): string {
  const from: int32 = start == null ? 0 : start;
  const to: int32 = last == null ? text.length - 1 : last;
  return to < 0 ? str_slice(text, 0, 0) : str_slice(text, Math.max(from, 0), to + 1);
}

export function insert(text: any, startIndex: int32, value: any): string {
  checkReceiver(text);
  checkNotNull(value, "value");
  checkUnsigned(startIndex, text.length, "startIndex");
  return str_slice(text, 0, startIndex) + value + str_slice(text, startIndex, undefined);
}

export function remove(text: any, startIndex: int32, count?: any): string {
  checkReceiver(text);
  const length: int32 = text.length;
  if (count === undefined) {
    if (startIndex < 0) throw new ArgumentOutOfRangeException("startIndex", "StartIndex cannot be less than zero.");
    if (startIndex > length) throw new ArgumentOutOfRangeException("startIndex", "startIndex cannot be larger than length of string.");
    return str_slice(text, 0, startIndex);
  }
  const size: int32 = count;
  checkNotNegative(startIndex, "startIndex");
  checkNotNegative(size, "count");
  if (size > length - startIndex) {
    throw outOfRange("count", size, "count ('" + size + "') must be less than or equal to '" + (length - startIndex) + "'.");
  }
  return str_slice(text, 0, startIndex) + str_slice(text, startIndex + size, undefined);
}

export function substring(text: any, startIndex: int32, length?: any): string {
  checkReceiver(text);
  const size: int32 = text.length;
  checkNotNegative(startIndex, "startIndex");
  if (startIndex > size) throw new ArgumentOutOfRangeException("startIndex", "startIndex cannot be larger than length of string.");
  if (length == null) return str_slice(text, startIndex, undefined);
  const count: int32 = length;
  checkNotNegative(count, "length");
  if (count > size - startIndex) throw new ArgumentOutOfRangeException("length", "Index and length must refer to a location within the string.");
  return str_slice(text, startIndex, startIndex + count);
}

export function replace(text: any, search: any, replacement: any): string {
  checkReceiver(text);
  checkNotNull(search, "oldValue");
  if (search === "") throw new ArgumentException("The value cannot be an empty string.", "oldValue");
  return str_replace_all(text, search, replacement ?? "");
}

export function isNullOrEmpty(text: any): boolean {
  return text == null || text === "";
}

export function isNullOrWhiteSpace(text: any): boolean {
  return text == null || trimStart(text) === "";
}

/** `String.Join` of an array of texts. */
export function joinTexts(separator: any, texts: any): string {
  checkNotNull(texts, "value");
  return join(separator, texts);
}

/** Items as .NET's ToString has them; strings stay, null is empty. Where they do not tell their type it is given. */
export function join(separator: any, items: any, type?: any): string {
  checkNotNull(items, "values");
  const parts: any = [];
  eachOf(items, (item: any): any => {
    parts.push(type != null ? to_string_typed(type, item) : typeof item === "string" ? item : to_string(item));
    return false;
  });
  return str_join(parts, separator ?? "");
}

export function concat(...items: any): string {
  if (items.length === 1 && value_class(items[0]) > 5 && value_class(items[0]) < 8) return join("", items[0]);
  return join("", items);
}

export function joinWithIndices(separator: any, items: any, startIndex: int32, count: int32): string {
  checkNotNegative(startIndex, "startIndex");
  checkNotNegative(count, "count");
  checkUnsigned(startIndex, items.length - count, "startIndex");
  return join(separator, items.slice(startIndex, startIndex + count));
}

export function padLeft(text: any, width: int32, filler?: any): string {
  checkReceiver(text);
  checkNotNegative(width, "totalWidth");
  return str_pad_start(text, width, filler ?? " ");
}

export function padRight(text: any, width: int32, filler?: any): string {
  checkReceiver(text);
  checkNotNegative(width, "totalWidth");
  return str_pad_end(text, width, filler ?? " ");
}

/** What .NET trims and splits at. */
export function isWhiteSpace(code: int32): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  if (code === 0x85 || code === 0xa0 || code === 0x1680 || code === 0x202f || code === 0x205f || code === 0x3000) return true;
  return (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029;
}

/** Whether the unit at an index is among the units, or white space where there are none. */
const isTrimmed = (text: string, at: int32, units: string): boolean => (units === "" ? isWhiteSpace(str_char_code_at(text, at)) : str_index_of(units, text[at], 0) >= 0);

function trimBoth(text: any, units: string, atStart: boolean, atEnd: boolean): string {
  checkReceiver(text);
  let start: int32 = 0;
  let end: int32 = text.length;
  while (atStart && start < end && isTrimmed(text, start, units)) start = start + 1;
  while (atEnd && end > start && isTrimmed(text, end - 1, units)) end = end - 1;
  return str_slice(text, start, end);
}

/** Units to trim: single ones, or arrays of them. */
const unitsOf = (chars: any): string => {
  let units: string = "";
  for (const char of chars) units = units + (typeof char === "string" ? char : char == null ? "" : str_join(char, ""));
  return units;
};

export function trim(text: any, ...chars: any): string {
  return trimBoth(text, unitsOf(chars), true, true);
}

export function trimStart(text: any, ...chars: any): string {
  return trimBoth(text, unitsOf(chars), true, false);
}

export function trimEnd(text: any, ...chars: any): string {
  return trimBoth(text, unitsOf(chars), false, true);
}

export function filter(predicate: any, text: any): string {
  if (text == null) return "";
  const parts: any = [];
  for (let i: int32 = 0; i < text.length; i++) {
    if (predicate(text[i])) parts.push(text[i]);
  }
  return str_join(parts, "");
}

export function getCharAtIndex(text: any, index: int32): string {
  checkReceiver(text);
  if (index < 0 || index >= text.length) throw new IndexOutOfRangeException();
  return text[index];
}

export function toCharArray2(text: any, startIndex: int32, length: int32): any {
  checkReceiver(text);
  checkUnsigned(startIndex, text.length, "startIndex");
  checkMost(startIndex, text.length - length, "startIndex");
  checkNotNegative(length, "length");
  return str_split(str_slice(text, startIndex, startIndex + length), "", undefined);
}
