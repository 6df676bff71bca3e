// Where texts and units stand in a text. Searching is ordinal also where .NET would look at the culture.
import { str_index_of, str_join, str_last_index_of, str_slice } from "fusabi:builtin";
import { checkForward, checkNotNull, checkReceiver, checkStart, failCount, failIndex } from "./argument-checks.ts";
import { foldBy } from "./collation.ts";

/** Of a search from `last` backwards in a text that is not empty. */
const checkBackwards = (text: string, last: int32, count: int32): void => {
  if (last < 0 || last >= text.length) failIndex("startIndex", "");
  if (count < 0 || count > last + 1) failCount();
};

/** Before an index, where one is given. */
export function indexOf(text: any, part: any, comparison: any, startIndex?: any, count?: any): int32 {
  checkReceiver(text);
  checkNotNull(part, "value");
  const start: int32 = startIndex === undefined ? 0 : startIndex;
  const length: int32 = count === undefined ? text.length - start : count;
  checkForward(start, length, text.length);
  return str_index_of(str_slice(foldBy(text, comparison), 0, start + length), foldBy(part, comparison), start);
}

/** From `lastIndex` backwards, among `count` units. */
export function lastIndexOf(text: any, part: any, comparison: any, lastIndex?: any, count?: any): int32 {
  checkReceiver(text);
  checkNotNull(part, "value");
  let last: int32 = lastIndex === undefined ? text.length - 1 : lastIndex;
  let length: int32 = count === undefined ? last + 1 : count;
  if (text.length === 0) {
    if (last !== 0 && last !== -1) failIndex("startIndex", "");
    last = -1;
    length = 0;
  } else {
    // .NET admits the place behind the last unit.
    if (last === text.length) {
      last = last - 1;
      if (length > 0) length = length - 1;
    }
    checkBackwards(text, last, length);
  }
  const from: int32 = last - length + 1;
  const found: int32 = str_last_index_of(foldBy(str_slice(text, from, last + 1), comparison), foldBy(part, comparison), undefined);
  return found < 0 ? found : found + from;
}

/** `text.IndexOf unit`, `text.IndexOf part`: before an index, where one is given. */
export function indexOfFrom(text: string, part: any, start: int32): int32 {
  checkNotNull(part, "value");
  checkStart(start, text.length);
  return str_index_of(text, part, start);
}

export function indexOfText(text: string, part: any): int32 {
  checkNotNull(part, "value");
  return str_index_of(text, part, 0);
}

export function lastIndexOfText(text: string, part: any): int32 {
  checkNotNull(part, "value");
  return str_last_index_of(text, part, undefined);
}

/** A single unit among some. */
export function indexOfChar(text: string, unit: string, start: int32, count: int32): int32 {
  checkForward(start, count, text.length);
  return str_index_of(str_slice(text, 0, start + count), unit, start);
}

export function lastIndexOfChar(text: string, unit: string, last: int32, count: int32): int32 {
  if (text.length === 0) return -1;
  checkBackwards(text, last, count);
  const found: int32 = str_last_index_of(text, unit, last);
  return found > last - count ? found : -1;
}

export function indexOfAny(text: any, anyOf: any, startIndex?: any, count?: any): int32 {
  checkReceiver(text);
  checkNotNull(anyOf, "anyOf");
  const start: int32 = startIndex === undefined ? 0 : startIndex;
  const length: int32 = count === undefined ? text.length - start : count;
  checkForward(start, length, text.length);
  const units: string = str_join(anyOf, "");
  for (let i: int32 = start; i < start + length; i++) {
    if (str_index_of(units, text[i], 0) >= 0) return i;
  }
  return -1;
}

export function lastIndexOfAny(text: any, anyOf: any, lastIndex?: any, count?: any): int32 {
  checkReceiver(text);
  checkNotNull(anyOf, "anyOf");
  if (text.length === 0) return -1;
  const last: int32 = lastIndex === undefined ? text.length - 1 : lastIndex;
  const length: int32 = count === undefined ? last + 1 : count;
  checkBackwards(text, last, length);
  const units: string = str_join(anyOf, "");
  for (let i: int32 = last; i > last - length; i--) {
    if (str_index_of(units, text[i], 0) >= 0) return i;
  }
  return -1;
}
