// DateOnly.Parse, ParseExact and their kin.
import { expandDateText } from "./date-format.ts";
import { DateOnly, minValue } from "./date-only.ts";
import type { DateText } from "./date-text.ts";
import { readFormats, readText, require, tryInto } from "./date-time-text.ts";
import { FormatException } from "./exceptions.ts";

/** Whether a text has a time or a zone; .NET overlooks the time of ISO 8601. */
const hasMore = (read: DateText): boolean => read.zoned || (read.hour >= 0 && !read.iso);

function dateOf(read: DateText, text: string, more: boolean): DateOnly {
  if (more) throw new FormatException("String '" + text + "' contains parts which are not specific to the DateOnly.");
  return new DateOnly(read.days);
}

export function parse(text: any, ..._rest: any): DateOnly {
  const read: DateText = require(readText(text, "s"), text, "DateOnly");
  return dateOf(read, text, hasMore(read));
}
export function tryParse(text: any, ...rest: any): boolean {
  return tryInto(
    rest,
    () => readText(text, "s"),
    (read: any) => dateOf(read, text, hasMore(read)),
    minValue(),
  );
}
export function parseExact(text: any, format: any, _provider?: any, styles?: any): DateOnly {
  const read: DateText = require(readFormats(text, format, styles, expandDateText), text, "DateOnly");
  return dateOf(read, text, read.zoned);
}
export function tryParseExact(text: any, format: any, ...rest: any): boolean {
  return tryInto(
    rest,
    () => readFormats(text, format, rest.length > 2 ? rest[1] : 0, expandDateText),
    (read: any) => dateOf(read, text, read.zoned),
    minValue(),
  );
}
