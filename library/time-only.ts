// System.TimeOnly: milliseconds of the day with ticks behind the point, as a TimeSpan is.
import { bigint_to_number } from "fusabi:builtin";
import { ticksPerDay, ticksPerMillisecond } from "./calendar.ts";
import { formatTime } from "./date-format.ts";
import { type DateTime, spanOf, timeOf } from "./date-time.ts";
import { comparePrimitives } from "./equality.ts";
import { ArgumentOutOfRangeException } from "./exceptions.ts";
import { settle } from "./time-span.ts";

const day: float64 = 86400000;

export function create(h?: any, m?: any, s?: any, ms?: any, micro?: any): float64 {
  const ticks: float64 = timeOf(h ?? 0, m ?? 0, s ?? 0, ms ?? 0) + (micro ?? 0) * 10;
  return spanOf(0, ticks);
}
function failTicks(): any {
  throw new ArgumentOutOfRangeException("ticks", "Ticks must be between 0 and and TimeOnly.MaxValue.Ticks.");
}
export function fromTicks(ticks: any): float64 {
  const n: float64 = bigint_to_number(ticks);
  return n < 0 || n >= ticksPerDay ? failTicks() : spanOf(0, n);
}
export function fromTimeSpan(span: float64): float64 {
  return span < 0 || span >= day ? failTicks() : span;
}
export function fromDateTime(d: DateTime): float64 {
  return spanOf(0, d.ticks);
}
export function maxValue(): float64 {
  return spanOf(0, ticksPerDay - 1);
}
export function microsecond(t: float64): int32 {
  return Math.floor((ticksOf(t) % ticksPerMillisecond) / 10) | 0;
}
export function nanosecond(t: float64): int32 {
  return ((ticksOf(t) % 10) * 100) | 0;
}
const ticksOf = (t: float64): float64 => Math.round(t * ticksPerMillisecond);

/** Goes round the clock; how many days it passed goes into the reference. */
export function add(t: float64, span: float64, wrapped?: any): float64 {
  const sum: float64 = t + (span % day);
  const carry: int32 = sum < 0 ? -1 : sum >= day ? 1 : 0;
  if (wrapped !== undefined) wrapped.contents = (Math.trunc(span / day) + carry) | 0;
  return settle(sum - carry * day);
}
export function addHours(t: float64, n: float64, wrapped?: any): float64 {
  return add(t, settle(n * 3600000), wrapped);
}
export function addMinutes(t: float64, n: float64, wrapped?: any): float64 {
  return add(t, settle(n * 60000), wrapped);
}
/** From the right to the left time, round the clock. */
export function op_Subtraction(left: float64, right: float64): float64 {
  return settle(left < right ? left - right + day : left - right);
}
export function isBetween(t: float64, start: float64, end: float64): boolean {
  return start <= end ? start <= t && t < end : start <= t || t < end;
}

export function equals(x: float64, y: any): boolean {
  return x === y;
}
export function compareTo(x: float64, y: any): int32 {
  return comparePrimitives(x, y);
}
export { compareTo as compare };

export function toFormat(t: float64, format: string): string {
  return formatTime(ticksOf(t), format);
}
export function toString(t: float64, format?: any, _provider?: any): string {
  return toFormat(t, typeof format === "string" ? format : "");
}
export function toShortTimeString(t: float64): string {
  return toFormat(t, "t");
}
export function toLongTimeString(t: float64): string {
  return toFormat(t, "T");
}
