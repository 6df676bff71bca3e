// System.TimeSpan: milliseconds, of which .NET counts ten thousandths (ticks).
import { bigint_of, bigint_to_number, number_to_string, str_char_code_at, str_repeat } from "fusabi:builtin";
import { ArgumentException, ArgumentNullException, DivideByZeroException, FormatException, OverflowException } from "./exceptions.ts";

const day: float64 = 86400000;
const hour: float64 = 3600000;
const minute: float64 = 60000;
const ticksPerMillisecond: float64 = 10000;
const longest: float64 = 922337203685477.6;

/** To the next tick. */
function settle(ms: float64): float64 {
  if (ms !== ms) throw new ArgumentException("TimeSpan does not accept floating point Not-a-Number values.");
  if (Math.abs(ms) > longest) throw new OverflowException("TimeSpan overflowed because the duration is too long.");
  const whole: float64 = Math.trunc(ms);
  if (whole === ms) return ms;
  return whole + Math.round((ms - whole) * ticksPerMillisecond) / ticksPerMillisecond;
}
const numeric = (x: any): float64 => (x == null ? 0 : typeof x === "bigint" ? bigint_to_number(x) : x);

/** Ticks; or hours, minutes, seconds; or days before them and milliseconds after them. */
export function create(first: any, second?: any, third?: any, fourth?: any, fifth?: any): float64 {
  if (second === undefined) return fromTicks(first);
  if (fourth === undefined) return settle(first * hour + second * minute + third * 1000);
  return settle(first * day + second * hour + third * minute + fourth * 1000 + numeric(fifth));
}
export function fromTicks(ticks: any): float64 {
  return numeric(ticks) / ticksPerMillisecond;
}
export function fromDays(d: any, h?: any, m?: any, s?: any, ms?: any): float64 {
  return settle(numeric(d) * day + numeric(h) * hour + numeric(m) * minute + numeric(s) * 1000 + numeric(ms));
}
export function fromHours(h: any, m?: any, s?: any, ms?: any): float64 {
  return settle(numeric(h) * hour + numeric(m) * minute + numeric(s) * 1000 + numeric(ms));
}
export function fromMinutes(m: any, s?: any, ms?: any): float64 {
  return settle(numeric(m) * minute + numeric(s) * 1000 + numeric(ms));
}
export function fromSeconds(s: any, ms?: any): float64 {
  return settle(numeric(s) * 1000 + numeric(ms));
}
export function fromMilliseconds(ms: any): float64 {
  return settle(numeric(ms));
}

export function days(x: float64): int32 {
  return Math.trunc(x / day) | 0;
}
export function hours(x: float64): int32 {
  return Math.trunc((x % day) / hour) | 0;
}
export function minutes(x: float64): int32 {
  return Math.trunc((x % hour) / minute) | 0;
}
export function seconds(x: float64): int32 {
  return Math.trunc((x % minute) / 1000) | 0;
}
export function milliseconds(x: float64): int32 {
  return Math.trunc(x % 1000) | 0;
}
export function ticks(x: float64): any {
  const whole: float64 = Math.trunc(x);
  return bigint_of(whole) * 10000n + bigint_of(Math.round((x - whole) * ticksPerMillisecond));
}
export function totalDays(x: float64): float64 {
  return x / day;
}
export function totalHours(x: float64): float64 {
  return x / hour;
}
export function totalMinutes(x: float64): float64 {
  return x / minute;
}
export function totalSeconds(x: float64): float64 {
  return x / 1000;
}

export function negate(x: float64): float64 {
  return 0 - x;
}
export function duration(x: float64): float64 {
  return Math.abs(x);
}
export function add(x: float64, y: float64): float64 {
  return settle(x + y);
}
export function subtract(x: float64, y: float64): float64 {
  return settle(x - y);
}
export function multiply(x: float64, factor: float64): float64 {
  return settle(x * factor);
}
export function divide(x: float64, divisor: float64): float64 {
  if (divisor === 0) throw new DivideByZeroException();
  return settle(x / divisor);
}
export { add as op_Addition, divide as op_Division, multiply as op_Multiply, subtract as op_Subtraction };

const padded = (value: int32, width: int32): string => {
  const text: string = number_to_string(value, 10);
  return text.length < width ? str_repeat("0", width - text.length) + text : text;
};

/** `c` is `[-][d.]hh:mm:ss[.fffffff]`, `g` and `G` the short and the long general form. */
export function toString(x: float64, format?: any, _provider?: any): string {
  const style: string = format == null || format === "" || format === "t" || format === "T" ? "c" : format;
  if (style !== "c" && style !== "g" && style !== "G") throw new FormatException("Input string was not in a correct format.");
  const size: float64 = Math.abs(x);
  const d: int32 = days(size);
  const whole: float64 = Math.floor(size);
  const rest: int32 = (milliseconds(size) * ticksPerMillisecond + Math.round((size - whole) * ticksPerMillisecond)) | 0;
  let text: string = x < 0 ? "-" : "";
  if (style === "c") text = text + (d === 0 ? "" : d + ".");
  else text = text + (d === 0 && style === "g" ? "" : d + ":");
  text = text + padded(hours(size), style === "g" ? 1 : 2) + ":" + padded(minutes(size), 2) + ":" + padded(seconds(size), 2);
  if (style === "G" || (rest !== 0 && style === "c")) return text + "." + padded(rest, 7);
  if (rest === 0) return text;
  let digits: string = padded(rest, 7);
  while (digits.endsWith("0")) digits = digits.slice(0, digits.length - 1);
  return text + "." + digits;
}

const notRecognized: int32 = 0;
const outOfRange: int32 = 1;

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
  const h: float64 = timed ? component(parts[0]) : 0;
  const m: float64 = timed ? component(parts[1]) : 0;
  const s: float64 = timed && parts.length > 2 ? component(parts[2]) : 0;
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

export function parse(text: any, _provider?: any): any {
  if (text == null) throw new ArgumentNullException("input");
  const value: any = read(text);
  if (!(value instanceof Failure)) return value;
  if (value.reason === notRecognized) throw new FormatException("String '" + text + "' was not recognized as a valid TimeSpan.");
  throw new OverflowException("The TimeSpan string '" + text + "' could not be parsed because at least one of the numeric components is out of range or contains too many digits.");
}
export function tryParse(text: any, ...rest: any[]): boolean {
  const result: any = rest[rest.length - 1];
  const value: any = text == null ? new Failure(notRecognized) : read(text);
  const failed: boolean = value instanceof Failure;
  result.contents = failed ? 0 : value;
  return !failed;
}
