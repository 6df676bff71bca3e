// TimeOnly.Parse, ParseExact and their kin.
import { expandTimeText } from "./date-format.ts";
import type { DateText } from "./date-text.ts";
import { spanOf } from "./date-time.ts";
import { readFormats, readText, require, tryInto } from "./date-time-text.ts";
import { FormatException } from "./exceptions.ts";

/** Whether a text has a date or a zone; .NET overlooks the date of ISO 8601. */
const hasMore = (read: DateText): boolean => read.zoned || (!read.iso && (read.year >= 0 || (read.month >= 0 && !read.named)));

function timeOf(read: DateText, text: string, more: boolean): float64 {
  if (more) throw new FormatException("String '" + text + "' contains parts which are not specific to the TimeOnly.");
  return spanOf(0, read.ticks);
}

export function parse(text: any, ..._rest: any): float64 {
  const read: DateText = require(readText(text, "s"), text, "TimeOnly");
  return timeOf(read, text, hasMore(read));
}
export function tryParse(text: any, ...rest: any): boolean {
  return tryInto(
    rest,
    () => readText(text, "s"),
    (read: any) => timeOf(read, text, hasMore(read)),
    0,
  );
}
export function parseExact(text: any, format: any, _provider?: any, styles?: any): float64 {
  const read: DateText = require(readFormats(text, format, styles, expandTimeText), text, "TimeOnly");
  return timeOf(read, text, read.zoned || read.named);
}
export function tryParseExact(text: any, format: any, ...rest: any): boolean {
  return tryInto(
    rest,
    () => readFormats(text, format, rest.length > 2 ? rest[1] : 0, expandTimeText),
    (read: any) => timeOf(read, text, read.zoned || read.named),
    0,
  );
}
