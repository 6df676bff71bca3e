// TimeSpan.Parse, ParseExact and their kin.
import { array_is, str_char_code_at, str_repeat } from "fusabi:builtin";
import { type Quoted, readQuoted, repeats } from "./date-format.ts";
import { isDigitAt } from "./date-text.ts";
import { ArgumentNullException, FormatException, OverflowException } from "./exceptions.ts";

const day: float64 = 86400000;
const hour: float64 = 3600000;
const minute: float64 = 60000;
const ticksPerMillisecond: float64 = 10000;
const notRecognized: int32 = 0;
const outOfRange: int32 = 1;
const wrongFormat: int32 = 2;

/** A whole number of at most so many digits, -1 where the text is none. */
function component(text: string): float64 {
  if (text === "") return -1;
  for (let i: int32 = 0; i < text.length; i++) {
    const unit: int32 = str_char_code_at(text, i);
    if (unit < 48 || unit > 57) return -1;
  }
  return +text;
}

/** Reads `[-]d`, `[-][d.]hh:mm[:ss[.fffffff]]` and `[-]d:hh:mm:ss[.fffffff]` into a result, or says why it cannot. */
function read(source: string): any {
  let text: string = source.trim();
  const negative: boolean = text.startsWith("-");
  if (negative) text = text.slice(1);
  const parts: any = text.split(":");
  if (parts.length > 4) return new Failure(notRecognized);
  const colons: int32 = parts.length - 1;
  let d: float64 = 0;
  let fraction: float64 = 0;
  if (parts.length === 1) d = component(text);
  else {
    const head: string = parts[0];
    const point: int32 = head.indexOf(".");
    if (parts.length === 4) {
      d = component(head);
      parts.shift();
    } else if (point >= 0) {
      d = component(head.slice(0, point));
      parts[0] = head.slice(point + 1);
    }
    const last: string = parts[2] ?? "0";
    const dot: int32 = last.indexOf(".");
    if (dot >= 0) {
      const digits: string = last.slice(dot + 1);
      if (component(digits) < 0) return new Failure(notRecognized);
      if (digits.length > 7) return new Failure(outOfRange);
      fraction = +(digits + str_repeat("0", 7 - digits.length)) / ticksPerMillisecond;
      parts[2] = last.slice(0, dot);
    }
  }
  const timed: boolean = parts.length > 1;
  let h: float64 = timed ? component(parts[0]) : 0;
  let m: float64 = timed ? component(parts[1]) : 0;
  let s: float64 = timed && parts.length > 2 ? component(parts[2]) : 0;
  if (h > 23 && d === 0 && colons === 2 && fraction === 0) {
    // three numbers that are no time are days, hours and minutes
    d = h;
    h = m;
    m = s;
    s = 0;
  }
  if (d < 0 || h < 0 || m < 0 || s < 0) return new Failure(notRecognized);
  if (d > 10675199 || h > 23 || m > 59 || s > 59) return new Failure(outOfRange);
  const value: float64 = d * day + h * hour + m * minute + s * 1000 + fraction;
  return negative ? 0 - value : value;
}

class Failure {
  reason: int32;
  constructor(reason: int32) {
    this.reason = reason;
  }
}

/** The value, or what .NET raises. */
function valueOf(value: any, text: string): float64 {
  if (!(value instanceof Failure)) return value;
  if (value.reason === wrongFormat) throw new FormatException("Input string was not in a correct format.");
  if (value.reason === notRecognized) throw new FormatException("String '" + text + "' was not recognized as a valid TimeSpan.");
  throw new OverflowException("The TimeSpan string '" + text + "' could not be parsed because at least one of the numeric components is out of range or contains too many digits.");
}
function tried(value: any, result: any): boolean {
  const failed: boolean = value instanceof Failure;
  result.contents = failed ? 0 : value;
  return !failed;
}

export function parse(text: any, _provider?: any): float64 {
  if (text == null) throw new ArgumentNullException("input");
  return valueOf(read(text), text);
}
export function tryParse(text: any, ...rest: any): boolean {
  return tried(text == null ? new Failure(notRecognized) : read(text), rest[rest.length - 1]);
}

/** Milliseconds of the parts of a custom format, and the greatest value of those that have one. */
const units: any = new Map([
  ["d", day],
  ["h", hour],
  ["m", minute],
  ["s", 1000],
]);
const limits: any = new Map([
  ["h", 23],
  ["m", 59],
  ["s", 59],
]);

function readExact(text: string, format: string): any {
  let at: int32 = 0;
  let place: int32 = 0;
  let value: float64 = 0;
  while (place < format.length) {
    const letter: string = format[place];
    const length: int32 = repeats(format, place);
    place = place + length;
    let literal: string = "";
    switch (letter) {
      case "d":
      case "h":
      case "m":
      case "s":
      case "f":
      case "F": {
        const fraction: boolean = letter === "f" || letter === "F";
        const start: int32 = at;
        const most: int32 = fraction || length > 1 ? length : letter === "d" ? 8 : 2;
        while (at - start < most && isDigitAt(text, at)) at++;
        const count: int32 = at - start;
        if (letter !== "F" && count < length) return new Failure(wrongFormat);
        const digits: string = text.slice(start, at);
        if (fraction) value = value + +(digits + str_repeat("0", 7 - count)) / ticksPerMillisecond;
        else {
          if (limits.has(letter) && +digits > limits.get(letter)) return new Failure(outOfRange);
          value = value + +digits * units.get(letter);
        }
        break;
      }
      case "'":
      case '"': {
        const quoted: Quoted = readQuoted(format, place - length);
        place = quoted.at;
        literal = quoted.text;
        break;
      }
      case "\\":
        place = place - length + 2;
        if (place > format.length) return new Failure(wrongFormat);
        literal = format[place - 1];
        break;
      case "%":
        place = place - length + 1;
        break;
      default:
        return new Failure(wrongFormat);
    }
    if (!text.startsWith(literal, at)) return new Failure(wrongFormat);
    at = at + literal.length;
  }
  return at === text.length ? value : new Failure(wrongFormat);
}

function readFormats(text: any, format: any): any {
  if (text == null) throw new ArgumentNullException("input");
  if (format == null) throw new ArgumentNullException("format");
  const formats: any = array_is(format) ? format : [format];
  for (const one of formats) {
    const standard: boolean = one.length === 1;
    if (standard && !"cgGtT".includes(one)) throw new FormatException("Format specifier '" + one + "' was invalid.");
    const value: any = standard ? read(text) : readExact(text, one);
    if (!(value instanceof Failure) || !array_is(format)) return value;
  }
  return new Failure(notRecognized);
}
export function parseExact(text: any, format: any, ..._rest: any): float64 {
  return valueOf(readFormats(text, format), text);
}
export function tryParseExact(text: any, format: any, ...rest: any): boolean {
  return tried(text == null ? new Failure(notRecognized) : readFormats(text, format), rest[rest.length - 1]);
}
