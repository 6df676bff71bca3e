// DateTimeOffset.Parse, ParseExact and their kin.
import { expandStamp } from "./date-format.ts";
import { atOffset, type DateTimeOffset, fromParts, minValue } from "./date-offset.ts";
import { adjustToUniversal, assumeUniversal } from "./date-parse-exact.ts";
import type { DateText } from "./date-text.ts";
import { readFormats, readText, refuseEmpty, require, tryInto } from "./date-time-text.ts";
import { offsetAtLocal } from "./time-zone.ts";

function offsetOf(read: DateText, styles: int32): DateTimeOffset {
  const assumed: int32 = (styles & assumeUniversal) !== 0 ? 0 : offsetAtLocal(read.days, read.ticks);
  const made: DateTimeOffset = fromParts(read.days, read.ticks, read.zoned ? read.offset : assumed);
  return (styles & adjustToUniversal) !== 0 ? atOffset(made, 0) : made;
}

export function parse(text: any): DateTimeOffset {
  return offsetOf(require(readText(text, "input"), text, "DateTime"), 0);
}
export function tryParse(text: any, ...rest: any): boolean {
  return tryInto(
    rest,
    () => readText(text, "input"),
    (read: any) => offsetOf(read, 0),
    minValue(),
  );
}
export function parseExact(text: any, format: any, _provider?: any, styles?: any): DateTimeOffset {
  refuseEmpty(format);
  return offsetOf(require(readFormats(text, format, styles, expandStamp), text, "DateTime"), styles ?? 0);
}
export function tryParseExact(text: any, format: any, _provider: any, styles: any, ...rest: any): boolean {
  return tryInto(
    rest,
    () => readFormats(text, format, styles, expandStamp),
    (read: any) => offsetOf(read, styles),
    minValue(),
  );
}
