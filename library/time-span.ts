// System.TimeSpan: milliseconds, of which .NET counts ten thousandths (ticks).
import { bigint_of, bigint_to_number, math_round_even } from "fusabi:builtin";
import { bigintHash, comparePrimitives } from "./equality.ts";
import { ArgumentException, ArgumentOutOfRangeException, OverflowException } from "./exceptions.ts";
import { formatSpan } from "./time-span-format.ts";

const day: float64 = 86400000;
const hour: float64 = 3600000;
const minute: float64 = 60000;
const ticksPerMillisecond: float64 = 10000;
const tooLong: string = "TimeSpan overflowed because the duration is too long.";
/** The float that stands for the longest span, whose last ticks fall between two floats; the one below its opposite stands for the shortest. */
const longest: float64 = 922337203685477.6;
const shortest: float64 = -922337203685477.75;
/** Up to here every tick is a float of its own. */
const exact: float64 = 900719925474;
const mostTicks: any = 9223372036854775807n;
const leastTicks: any = -9223372036854775808n;

function failLength(): void {
  throw new OverflowException(tooLong);
}

/** To the next tick. */
export function settle(ms: float64): float64 {
  if (ms !== ms) throw new ArgumentException("TimeSpan does not accept floating point Not-a-Number values.");
  if (ms > longest || ms < shortest) failLength();
  const whole: float64 = Math.trunc(ms);
  if (whole === ms) return ms;
  return whole + Math.round((ms - whole) * ticksPerMillisecond) / ticksPerMillisecond;
}
const numeric = (x: any): float64 => (x == null ? 0 : typeof x === "bigint" ? bigint_to_number(x) : x);

/** Ticks; or hours, minutes, seconds; or days before them and milliseconds after them. */
export function create(first: any, second?: any, third?: any, fourth?: any, fifth?: any, sixth?: any): float64 {
  if (second === undefined) return fromTicks(first);
  if (fourth === undefined) return composed(first * hour + second * minute + third * 1000);
  return composed(first * day + second * hour + third * minute + fourth * 1000 + numeric(fifth) + numeric(sixth) / 1000);
}
/** Of parts, which are arguments. */
function composed(ms: float64): float64 {
  if (Math.abs(ms) > longest) throw new ArgumentOutOfRangeException(undefined, tooLong);
  return settle(ms);
}
export function fromTicks(ticks: any): float64 {
  if (ticks === leastTicks) return shortest;
  const whole: any = ticks / 10000n;
  return bigint_to_number(whole) + bigint_to_number(ticks - whole * 10000n) / ticksPerMillisecond;
}
/** What is behind the last tick is cut off. */
function fromUnits(n: float64, ms: float64): float64 {
  const ticks: float64 = n * (ms * ticksPerMillisecond);
  if (n !== n) throw new ArgumentException("TimeSpan does not accept floating point Not-a-Number values.");
  if (Math.abs(ticks) > longest * ticksPerMillisecond) throw new OverflowException(tooLong);
  return fromWholeTicks(Math.trunc(ticks));
}
function fromWholeTicks(ticks: float64): float64 {
  const ms: float64 = Math.trunc(ticks / ticksPerMillisecond);
  return ms + (ticks - ms * ticksPerMillisecond) / ticksPerMillisecond;
}
export function fromDays(d: any, h?: any, m?: any, s?: any, ms?: any): float64 {
  if (h === undefined) return fromUnits(d, day);
  return composed(d * day + numeric(h) * hour + numeric(m) * minute + numeric(s) * 1000 + numeric(ms));
}
export function fromHours(h: any, m?: any, s?: any, ms?: any): float64 {
  if (m === undefined) return fromUnits(h, hour);
  return composed(numeric(h) * hour + numeric(m) * minute + numeric(s) * 1000 + numeric(ms));
}
export function fromMinutes(m: any, s?: any, ms?: any): float64 {
  if (s === undefined) return fromUnits(numeric(m), minute);
  return composed(numeric(m) * minute + numeric(s) * 1000 + numeric(ms));
}
export function fromSeconds(s: any, ms?: any): float64 {
  if (ms === undefined) return fromUnits(numeric(s), 1000);
  return composed(numeric(s) * 1000 + numeric(ms));
}
export function fromMilliseconds(ms: any): float64 {
  return fromUnits(numeric(ms), 1);
}
export function fromMicroseconds(n: any): float64 {
  return fromUnits(numeric(n), 0.001);
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
  if (Math.abs(x) >= longest) return x > 0 ? mostTicks : x === shortest ? leastTicks : -mostTicks;
  const whole: float64 = Math.trunc(x);
  return bigint_of(whole) * 10000n + bigint_of(Math.round((x - whole) * ticksPerMillisecond));
}
export function microseconds(x: float64): int32 {
  return Math.trunc(ticksBelowMillisecond(x) / 10) | 0;
}
export function nanoseconds(x: float64): int32 {
  return ((ticksBelowMillisecond(x) % 10) | 0) * 100;
}
export const ticksBelowMillisecond = (x: float64): float64 => {
  const size: float64 = Math.abs(x);
  if (size >= longest) return (size > longest ? 5808 : 5807) * Math.sign(x);
  return Math.round((x - Math.trunc(x)) * ticksPerMillisecond);
};
const total = (x: float64, unit: float64): float64 => floatTicks(x) / (unit * ticksPerMillisecond);
export function totalDays(x: float64): float64 {
  return total(x, day);
}
export function totalHours(x: float64): float64 {
  return total(x, hour);
}
export function totalMinutes(x: float64): float64 {
  return total(x, minute);
}
export function totalSeconds(x: float64): float64 {
  return total(x, 1000);
}

export function totalMicroseconds(x: float64): float64 {
  return floatTicks(x) / 10;
}
export function totalNanoseconds(x: float64): float64 {
  return floatTicks(x) * 100;
}

export function getHashCode(x: float64): int32 {
  return bigintHash(ticks(x));
}
export function equals(x: float64, y: any): boolean {
  return x === y;
}
export function compareTo(x: float64, y: any): int32 {
  return comparePrimitives(x, y);
}
export { compareTo as compare };
export function negate(x: float64): float64 {
  if (x === shortest) throw new OverflowException("Negating the minimum value of a twos complement number is invalid.");
  return 0 - x;
}
export function duration(x: float64): float64 {
  if (x === shortest)
    throw new OverflowException("The duration cannot be returned for TimeSpan.MinValue because the absolute value of TimeSpan.MinValue exceeds the value of TimeSpan.MaxValue.");
  return Math.abs(x);
}
export function add(x: float64, y: float64): float64 {
  return Math.abs(x) + Math.abs(y) < exact ? settle(x + y) : fromSum(ticks(x) + ticks(y));
}
export function subtract(x: float64, y: float64): float64 {
  return Math.abs(x) + Math.abs(y) < exact ? settle(x - y) : fromSum(ticks(x) - ticks(y));
}
function fromSum(ticks: any): float64 {
  if (ticks > mostTicks || ticks < leastTicks) failLength();
  return fromTicks(ticks);
}
/** To the nearest tick, the even one of two; the factor may come first. */
export function multiply(x: float64, factor: float64): float64 {
  if (factor !== factor || x !== x) throw new ArgumentException("TimeSpan does not accept floating point Not-a-Number values.", "factor");
  return fromFloatTicks(x * ticksPerMillisecond * factor);
}
export function divide(x: float64, divisor: float64): float64 {
  if (divisor !== divisor) throw new ArgumentException("TimeSpan does not accept floating point Not-a-Number values.", "divisor");
  return fromFloatTicks((x * ticksPerMillisecond) / divisor);
}
function fromFloatTicks(n: float64): float64 {
  if (n !== n || Math.abs(n) > longest * ticksPerMillisecond) throw new OverflowException(tooLong);
  return fromWholeTicks(math_round_even(n));
}
export function ratio(x: float64, y: float64): float64 {
  return floatTicks(x) / floatTicks(y);
}
const floatTicks = (x: float64): float64 => Math.trunc(x) * ticksPerMillisecond + ticksBelowMillisecond(x);

export { add as op_Addition, divide as op_Division, multiply as op_Multiply, subtract as op_Subtraction };

export function toString(x: float64, format?: any, _provider?: any): string {
  return formatSpan(x, typeof format === "string" ? format : "");
}
