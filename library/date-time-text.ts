// DateTime.Parse, ParseExact and their kin.
import { array_is } from "fusabi:builtin";
import { ticksPerMinute } from "./calendar.ts";
import { expandStamp } from "./date-format.ts";
import { readDate } from "./date-parse.ts";
import { adjustToUniversal, assumeLocal, assumeUniversal, readExact, roundtripKind } from "./date-parse-exact.ts";
import { DateText, dateFailure, unrecognized } from "./date-text.ts";
import { DateTime, local, minValue, move, toLocalTime, toUniversalTime, unspecified, utc } from "./date-time.ts";
import { ArgumentNullException, FormatException } from "./exceptions.ts";

function dateTimeOf(read: DateText, styles: int32): DateTime {
  const adjust: boolean = (styles & adjustToUniversal) !== 0;
  if (read.zoned) {
    const zero: DateTime = move(new DateTime(read.days, read.ticks, utc), 0, -read.offset * ticksPerMinute, "value");
    return adjust || ((styles & roundtripKind) !== 0 && read.universal) ? zero : toLocalTime(zero);
  }
  if ((styles & assumeUniversal) !== 0) {
    const zero: DateTime = new DateTime(read.days, read.ticks, utc);
    return adjust ? zero : toLocalTime(zero);
  }
  if ((styles & assumeLocal) !== 0) {
    const here: DateTime = new DateTime(read.days, read.ticks, local);
    return adjust ? toUniversalTime(here) : here;
  }
  return new DateTime(read.days, read.ticks, unspecified);
}

/** Reads a text by a format, or by the first of several that fits; `expand` says what standard formats stand for. */
export function readFormats(text: any, format: any, styles: any, expand: any): DateText {
  if (text == null) throw new ArgumentNullException("s");
  if (format == null) throw new ArgumentNullException("format");
  if (!array_is(format)) {
    if (format === "") return noDate();
    return readExact(text, expand(format), styles ?? 0);
  }
  for (const one of format) {
    const read: DateText = readExact(text, expand(one), styles ?? 0);
    if (read.failure === 0) return read;
  }
  return noDate();
}
function noDate(): DateText {
  const none: DateText = new DateText();
  none.fail(unrecognized);
  return none;
}
/** What a reading gives, or the error that .NET raises. */
export function require(read: DateText, text: string, type: string): DateText {
  if (read.failure !== 0) throw dateFailure(read, text, type);
  return read;
}
/** Puts the value into the reference that comes last, the other one where reading failed. */
export function tryInto(rest: any, read: any, make: any, otherwise: any): boolean {
  let ok: boolean = false;
  let value: any = otherwise;
  try {
    const text: any = read();
    if (text.failure === 0) {
      value = make(text);
      ok = true;
    }
  } catch (e) {
    if (!(e instanceof FormatException) && !(e instanceof ArgumentNullException)) throw e;
  }
  rest[rest.length - 1].contents = value;
  return ok;
}
export function readText(text: any, parameter: string): DateText {
  if (text == null) throw new ArgumentNullException(parameter);
  return readDate(text);
}

export function parse(text: any): DateTime {
  return parseStyled(text, null, 0);
}
/** With a provider and DateTimeStyles, which Fable drops. */
export function parseStyled(text: any, _provider: any, styles: int32): DateTime {
  return dateTimeOf(require(readText(text, "s"), text, "DateTime"), styles);
}
export function tryParse(text: any, ...rest: any): boolean {
  return tryInto(
    rest,
    () => readText(text, "s"),
    (read: any) => dateTimeOf(read, 0),
    minValue(),
  );
}
/** DateTime and DateTimeOffset name the format that they refuse. */
export function refuseEmpty(format: any): void {
  if (format === "") throw new FormatException("Format specifier '' was invalid.");
}
export function parseExact(text: any, format: any, _provider?: any, styles?: any): DateTime {
  refuseEmpty(format);
  return dateTimeOf(require(readFormats(text, format, styles, expandStamp), text, "DateTime"), styles ?? 0);
}
export function tryParseExact(text: any, format: any, _provider: any, styles: any, ...rest: any): boolean {
  return tryInto(
    rest,
    () => readFormats(text, format, styles, expandStamp),
    (read: any) => dateTimeOf(read, styles),
    minValue(),
  );
}
