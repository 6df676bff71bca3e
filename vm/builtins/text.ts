/** Strings of UTF-16 units. */
import { longText, textOf, textWork } from "../dynamic.ts";
import { raise } from "../exceptions.ts";
import { sizes } from "../memory.ts";
import { emptyArray, isArray, itemAt } from "../value.ts";
import { array, integer, optionalInteger, relative, reserveArray, reserveText } from "./arguments.ts";
import type { BuiltinContext, BuiltinFunction } from "./context.ts";
import { findFirst, findLast, shortPart } from "./search.ts";
import { caselessUnits, categoryOf, lowerInvariant, upperInvariant } from "./unicode.ts";
import { trimText } from "./white-space.ts";

const part = (context: BuiltinContext, text: string): string => {
  context.metering.allocate(sizes.string + sizes.unit * text.length);
  return text;
};

const inside = (text: string, index: number): void => {
  if (index < 0 || index >= text.length) raise("IndexOutOfRange");
};

function pad(context: BuiltinContext, text: string, length: number, filler: unknown, atStart: boolean): string {
  const fill = filler === undefined ? " " : textOf(context.metering, filler);
  if (length <= text.length || fill === "") return text;
  reserveText(context, length);
  return atStart ? text.padStart(length, fill) : text.padEnd(length, fill);
}

function occurrences(text: string, wanted: string): number {
  if (wanted === "") return text.length + 1;
  let count = 0;
  for (let at = findFirst(text, wanted); at >= 0; at = findFirst(text, wanted, at + wanted.length)) count++;
  return count;
}

const mostParts = 2 ** 32 - 1;
/** Units of a text that is split before its parts are counted: what that may take beyond the limit is little. */
const smallText = 2 ** 16;

function split(context: BuiltinContext, text: string, separator: unknown, limit: unknown): unknown[] {
  const most = limit === undefined ? mostParts : integer(limit) >>> 0;
  if (separator === undefined) return most === 0 ? emptyArray() : [text];
  const wanted = textOf(context.metering, separator);
  const early = text.length <= smallText ? partsOf(text, wanted, most) : undefined;
  const count = early?.length ?? Math.min(most, wanted === "" ? text.length : occurrences(text, wanted) + 1);
  reserveArray(context, count);
  context.metering.reserve(count * sizes.string + sizes.unit * text.length);
  return early ?? partsOf(text, wanted, most);
}

/** JavaScript's split by a text. */
function partsOf(text: string, separator: string, most: number): string[] {
  if (separator.length <= shortPart) return text.split(separator, most);
  const parts: string[] = [];
  let start = 0;
  for (let at = findFirst(text, separator); at >= 0 && parts.length < most; at = findFirst(text, separator, start)) {
    parts.push(text.slice(start, at));
    start = at + separator.length;
  }
  if (parts.length < most) parts.push(text.slice(start));
  return parts;
}

/** The items' texts; undefined and null are empty where `holes` says so. */
export function join(context: BuiltinContext, items: unknown, separator: string, holes: boolean): string {
  const from = array(items);
  if (areTexts(from)) return joinTexts(context, from, separator);
  const texts: string[] = [];
  let units = Math.max(0, from.length - 1) * separator.length;
  for (let index = 0; index < from.length; index++) {
    const item = itemAt(from, index);
    const text = holes && (item === undefined || item === null) ? "" : textOf(context.metering, item);
    units += text.length;
    texts.push(text);
  }
  reserveText(context, units);
  return texts.join(separator);
}

function areTexts(items: ArrayLike<unknown>): items is string[] {
  for (let index = 0; index < items.length; index++) if (typeof items[index] !== "string") return false;
  return true;
}

/** Without a separator the host puts together what is asked for later. */
function joinTexts(context: BuiltinContext, texts: readonly string[], separator: string): string {
  let units = Math.max(0, texts.length - 1) * separator.length;
  for (let index = 0; index < texts.length; index++) units += texts[index].length;
  reserveText(context, units);
  if (separator !== "") return texts.join(separator);
  let whole = "";
  for (let index = 0; index < texts.length; index++) whole += texts[index];
  return whole;
}

/** -1, 0 or 1 by UTF-16 units. */
export const compareUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function compareOrdinal(a: string, b: string): number {
  // .NET looks at the first units before it looks at lengths
  if (a.length === 0 || b.length === 0) return (a.length === 0 ? 0 : a.charCodeAt(0)) - (b.length === 0 ? 0 : b.charCodeAt(0));
  const shorter = Math.min(a.length, b.length);
  for (let index = 0; index < shorter; index++) {
    const difference = a.charCodeAt(index) - b.charCodeAt(index);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

export function hashText(text: string): number {
  let value = 5381;
  for (let index = 0; index < text.length; index++) value = (Math.imul(value, 33) ^ text.charCodeAt(index)) | 0;
  return value;
}

function repeat(context: BuiltinContext, text: string, count: number): string {
  if (count < 0) raise("ArgumentOutOfRange");
  reserveText(context, text.length * count);
  return text.repeat(count);
}

function replaceAll(context: BuiltinContext, text: string, wanted: string, replacement: string): string {
  const count = occurrences(text, wanted);
  if (count === 0) return text;
  reserveText(context, text.length + count * (replacement.length - wanted.length));
  return wanted === "" ? text.replaceAll(wanted, () => replacement) : partsOf(text, wanted, mostParts).join(replacement);
}

const forms = ["NFC", "NFD", "NFKC", "NFKD"];

export const text = {
  str_char_code_at: (_, s: string, i: number) => {
    inside(s, i);
    return s.charCodeAt(i);
  },
  str_at: (_, s: string, i: number) => {
    inside(s, i);
    return s[i];
  },
  str_js_char_code_at: (_, s: string, i) => s.charCodeAt(integer(i)),
  str_char_at: (_, s: string, i) => s.charAt(integer(i)),
  str_index_of: (_, s: string, wanted: string, from) => findFirst(s, wanted, optionalInteger(from)),
  str_last_index_of: (_, s: string, wanted: string, from) => findLast(s, wanted, from === undefined ? undefined : integer(from)),
  str_substring: (context, s: string, start, end) => part(context, s.substring(integer(start), optionalInteger(end))),
  str_slice: (context, s: string, start, end) => part(context, s.slice(integer(start), optionalInteger(end))),
  str_substr: (context, s: string, start, length) => {
    const from = relative(start, s.length, 0);
    return part(context, s.slice(from, from + Math.max(0, length === undefined ? s.length : integer(length))));
  },
  str_split: (context, s: string, separator, limit) => split(context, s, separator, limit),
  str_to_upper: (context, s: string) => part(context, upperInvariant(s)),
  str_to_lower: (context, s: string) => part(context, lowerInvariant(s)),
  str_trim: (context, s: string) => part(context, trimText(s, true, true)),
  str_trim_start: (context, s: string) => part(context, trimText(s, true, false)),
  str_trim_end: (context, s: string) => part(context, trimText(s, false, true)),
  str_pad_start: (context, s: string, length: number, filler) => pad(context, s, length, filler, true),
  str_pad_end: (context, s: string, length: number, filler) => pad(context, s, length, filler, false),
  str_repeat: repeat,
  str_replace_all: replaceAll,
  str_starts_with: (_, s: string, wanted: string, from) => s.startsWith(wanted, optionalInteger(from)),
  str_ends_with: (_, s: string, wanted: string, end) => s.endsWith(wanted, optionalInteger(end)),
  str_includes: (_, s: string, wanted: string, from) => findFirst(s, wanted, optionalInteger(from)) >= 0,
  str_code_point_at: (_, s: string, i) => s.codePointAt(integer(i)),
  str_from_char_code: (_, unit: number) => String.fromCharCode(unit),
  str_from_code_point: (_, point: number) => (point >= 0 && point <= 0x10ffff ? String.fromCodePoint(point) : raise("ArgumentOutOfRange")),
  str_normalize: (context, s: string, form) => {
    const name = form === undefined ? "NFC" : textOf(context.metering, form);
    if (!forms.includes(name)) raise("ArgumentOutOfRange");
    reserveText(context, s.length);
    return part(context, s.normalize(name));
  },
  str_join: (context, items, separator: string) => join(context, items, separator, false),
  str_concat: (context, s: string, other) => {
    const added = textOf(context.metering, other);
    const units = s.length + added.length;
    context.metering.within("string", units);
    if (units >= longText) context.metering.work(textWork(units));
    context.metering.allocate(sizes.string + sizes.unit * Math.min(s.length, added.length));
    return s + added;
  },
  str_compare: (_, a: string, b: string) => compareUnits(a, b),
  str_compare_ordinal: (_, a: string, b: string) => compareOrdinal(a, b),
  str_hash: (_, s: string) => hashText(s),
  str_find: (context, window: number, s: string, wanted: string, from: number) => {
    if (wanted.length >= longText) context.metering.work(textWork(wanted.length));
    const start = Math.max(0, from);
    const found = findFirst(s.slice(start, start + Math.max(0, window) + wanted.length - 1), wanted);
    return found < 0 ? -1 : start + found;
  },
  str_span: (_, window: number, s: string, from: number, bits) => {
    if (!(bits instanceof Int32Array) || bits.length < 4) return raise("InvalidCast");
    const end = Math.min(s.length, Math.max(0, from) + window);
    let at = Math.max(0, from);
    for (; at < end; at++) {
      const unit = s.charCodeAt(at);
      if (unit >= 128 || ((bits[unit >> 5] >>> (unit & 31)) & 1) === 0) break;
    }
    return at;
  },
  char_category: (_, point: number) => categoryOf(point),
  char_caseless: (_, unit: number) => caselessUnits(unit),
  str_of: (context, value) => part(context, textOf(context.metering, value)),
  str_length_any: (_, value) => (typeof value === "string" || isArray(value) ? value.length : undefined),
} satisfies Record<string, BuiltinFunction>;
