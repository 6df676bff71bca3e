// Members of System.Text.StringBuilder that change what is already there, and that join: Fable's own builder lacks them. Overloads carry the suffixes that Fable gives them.
import { str_join, str_repeat, str_replace_all, str_slice } from "fusabi:builtin";
import { checkNotNegative, checkNotNull, failIndex } from "./argument-checks.ts";
import { to_string } from "./format-text.ts";
import { join } from "./string.ts";
import type { StringBuilder } from "./string-builder.ts";

function inserted(x: StringBuilder, index: int32, part: string): StringBuilder {
  const text: string = x.text();
  if (index < 0 || index > text.length) failIndex("index", "or equal to ");
  return x.reset(str_slice(text, 0, index) + part + str_slice(text, index, undefined));
}

/** string */
export const StringBuilder__Insert_Z176EF219 = (x: StringBuilder, index: int32, value: any): StringBuilder => inserted(x, index, value ?? "");
/** char */
export const StringBuilder__Insert_413E0D0A = (x: StringBuilder, index: int32, value: any): StringBuilder => inserted(x, index, value);
/** int32 */
export const StringBuilder__Insert_Z37302880 = (x: StringBuilder, index: int32, value: any): StringBuilder => inserted(x, index, to_string(value));
/** bool */
export const StringBuilder__Insert_Z7ACEBCCA = (x: StringBuilder, index: int32, value: any): StringBuilder => inserted(x, index, value ? "True" : "False");
/** float */
export const StringBuilder__Insert_3B4A76E7 = (x: StringBuilder, index: int32, value: any): StringBuilder => inserted(x, index, to_string(value));
/** int64 */
export const StringBuilder__Insert_Z3730281D = (x: StringBuilder, index: int32, value: any): StringBuilder => inserted(x, index, to_string(value));
/** obj */
export const StringBuilder__Insert_2B1292C7 = (x: StringBuilder, index: int32, value: any): StringBuilder => inserted(x, index, value == null ? "" : to_string(value));
/** char array */
export const StringBuilder__Insert_Z525C3CFF = (x: StringBuilder, index: int32, value: any): StringBuilder => inserted(x, index, value == null ? "" : str_join(value, ""));
/** string, a number of times */
export function StringBuilder__Insert_570F6C9B(x: StringBuilder, index: int32, value: any, count: int32): StringBuilder {
  checkNotNegative(count, "count");
  return inserted(x, index, str_repeat(value ?? "", count));
}

export function StringBuilder__Remove_Z37302880(x: StringBuilder, startIndex: int32, length: int32): StringBuilder {
  checkNotNegative(length, "length");
  checkNotNegative(startIndex, "startIndex");
  if (length > x.size - startIndex) failIndex("length", "or equal to ");
  const text: string = x.text();
  return x.reset(str_slice(text, 0, startIndex) + str_slice(text, startIndex + length, undefined));
}

/** What is added is zeros. */
export function StringBuilder__set_Length_Z524259A4(x: StringBuilder, length: int32): void {
  checkNotNegative(length, "value");
  if (length > x.size) x.add(str_repeat("\0", length - x.size));
  else x.reset(str_slice(x.text(), 0, length));
}

/** Replaces within a part. */
function replacedWithin(x: StringBuilder, search: any, replacement: any, startIndex: int32, count: int32): StringBuilder {
  checkNotNull(search, "oldValue");
  if (startIndex < 0 || startIndex > x.size) failIndex("startIndex", "or equal to ");
  if (count < 0 || startIndex > x.size - count) failIndex("count", "or equal to ");
  const text: string = x.text();
  const end: int32 = startIndex + count;
  return x.reset(str_slice(text, 0, startIndex) + str_replace_all(str_slice(text, startIndex, end), search, replacement ?? "") + str_slice(text, end, undefined));
}
/** string */
export const StringBuilder__Replace_Z727ACCE0 = replacedWithin;
/** char */
export const StringBuilder__Replace_7792BEC0 = replacedWithin;

const joined = (x: StringBuilder, separator: any, items: any): StringBuilder => {
  checkNotNull(items, "values");
  return x.add(join(separator, items));
};
/** string and strings, objects, a sequence; char and the same */
export const StringBuilder__AppendJoin_Z7F9E8555 = joined;
export const StringBuilder__AppendJoin_Z17053F5 = joined;
export const StringBuilder__AppendJoin_A1CC997 = joined;
export const StringBuilder__AppendJoin_67EE6EA6 = joined;
export const StringBuilder__AppendJoin_Z126C2266 = joined;

/** chars of an array */
export function StringBuilder__Append_Z7728F5E3(x: StringBuilder, chars: any, startIndex: int32, count: int32): StringBuilder {
  checkNotNegative(startIndex, "startIndex");
  checkNotNegative(count, "charCount");
  if (count > chars.length - startIndex) failIndex("charCount", "or equal to ");
  return x.add(str_join(chars.slice(startIndex, startIndex + count), ""));
}
/** decimal */
export const StringBuilder__Append_32C73145 = (x: StringBuilder, value: any): StringBuilder => x.add(to_string(value));

export const StringBuilder__Equals_43A65C09 = (x: StringBuilder, other: any): boolean => other != null && x.text() === other.text();

export function StringBuilder__CopyTo_6E6F9341(x: StringBuilder, sourceIndex: int32, target: any, targetIndex: int32, count: int32): void {
  checkNotNull(target, "destination");
  checkNotNegative(count, "count");
  if (sourceIndex < 0 || sourceIndex > x.size) failIndex("sourceIndex", "or equal to ");
  const text: string = x.text();
  for (let i: int32 = 0; i < count; i++) target[targetIndex + i] = text[sourceIndex + i];
}
