// System.DateTime: a day of the calendar, ticks of that day and a kind.
import { bigint_of, bigint_to_number } from "fusabi:builtin";
import { outOfRange } from "./argument-checks.ts";
import {
  addMonthsTo,
  dayOf,
  dayOfMonth,
  dayOfWeekOf,
  dayOfYearOf,
  daysIn,
  isLeap,
  lastDay,
  monthOf,
  ticksPerDay,
  ticksPerHour,
  ticksPerMillisecond,
  ticksPerMinute,
  ticksPerSecond,
  unixDay,
  yearOf,
} from "./calendar.ts";
import { checkMonths, checkYears, failAdd, failDate, failOther, failResult, failTime } from "./date-errors.ts";
import { formatStamp } from "./date-format.ts";
import { bigintHash } from "./equality.ts";
import { ArgumentException, ArgumentOutOfRangeException } from "./exceptions.ts";
import { Date_now } from "./platform-host.ts";
import { settle } from "./time-span.ts";
import { offsetAtLocal, offsetAtUtc } from "./time-zone.ts";

/** Values of System.DateTimeKind. */
export const unspecified: int32 = 0;
export const utc: int32 = 1;
export const local: int32 = 2;

const millisecondsPerDay: float64 = 86400000;

export class DateTime {
  static readonly $type: string = "System.DateTime";
  days: int32;
  /** Of the day. */
  ticks: float64;
  kind: int32;
  constructor(days: int32, ticks: float64, kind: int32) {
    this.days = days;
    this.ticks = ticks;
    this.kind = kind;
  }
  Equals(other: any): boolean {
    return other instanceof DateTime && other.days === this.days && other.ticks === this.ticks;
  }
  CompareTo(other: any): int32 {
    return compareTo(this, other);
  }
  GetHashCode(): int32 {
    return bigintHash(getTicks(this));
  }
  toString(): string {
    return this.toFormat("");
  }
  toFormat(format: string): string {
    return formatStamp(this.days, this.ticks, this.kind, undefined, format);
  }
  addDays(n: float64): DateTime {
    return addUnits(this, n, ticksPerDay);
  }
  addMonths(n: int32): DateTime {
    return addMonthsOr(this, n, "months");
  }
  addYears(n: int32): DateTime {
    checkYears(n);
    return addMonthsOr(this, n * 12, "value");
  }
  getTicks(): any {
    return ticksOf(this.days, this.ticks);
  }
}

export function ticksOf(days: int32, ticks: float64): any {
  return bigint_of(days) * 864000000000n + bigint_of(ticks);
}
/** The date and time so many days and ticks on. */
export function move(d: DateTime, days: float64, ticks: float64, parameter: string): DateTime {
  let day: float64 = d.days + days;
  let time: float64 = d.ticks + ticks;
  if (time < 0 || time >= ticksPerDay) {
    const carry: float64 = Math.floor(time / ticksPerDay);
    day = day + carry;
    time = time - carry * ticksPerDay;
  }
  if (day < 0 || day > lastDay) return failResult(parameter);
  return new DateTime(day | 0, time, d.kind);
}
function moveBySpan(d: DateTime, ms: float64, parameter: string): DateTime {
  const days: float64 = Math.trunc(ms / millisecondsPerDay);
  return move(d, days, Math.round((ms % millisecondsPerDay) * ticksPerMillisecond), parameter);
}
/** The TimeSpan of days and ticks. */
export function spanOf(days: float64, ticks: float64): float64 {
  return settle(days * millisecondsPerDay + ticks / ticksPerMillisecond);
}

export function timeOf(h: int32, m: int32, s: int32, ms: int32): float64 {
  if (h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s > 59) return failTime();
  if (ms < 0 || ms > 999) throw new ArgumentOutOfRangeException("millisecond", "Valid values are between 0 and 999, inclusive.");
  return h * ticksPerHour + m * ticksPerMinute + s * ticksPerSecond + ms * ticksPerMillisecond;
}
export function create(year: int32, month: int32, day: int32, h?: any, m?: any, s?: any, ms?: any, kind?: any): DateTime {
  const days: int32 = dayOf(year, month, day);
  if (days < 0) return failDate();
  return new DateTime(days, h === undefined ? 0 : timeOf(h, m ?? 0, s ?? 0, ms ?? 0), checkKind(kind));
}
function checkKind(kind: any): int32 {
  const k: int32 = kind ?? unspecified;
  if (k < unspecified || k > local) throw new ArgumentException("Invalid DateTimeKind value.", "kind");
  return k;
}
export function fromTicks(ticks: any, kind?: any): DateTime {
  if (ticks < 0n || ticks > 3155378975999999999n) {
    throw new ArgumentOutOfRangeException("ticks", "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.");
  }
  const days: any = ticks / 864000000000n;
  return new DateTime(bigint_to_number(days) | 0, bigint_to_number(ticks - days * 864000000000n), checkKind(kind));
}
/** A DateOnly and a TimeOnly. */
export function fromDateTime(date: any, time: float64, kind?: any): DateTime {
  return new DateTime(date.days, Math.round(time * ticksPerMillisecond), checkKind(kind));
}
/** `offset.DateTime`, or its local or UTC form. */
export function fromDateTimeOffset(d: any, kind?: any): DateTime {
  const clock: DateTime = d.clock;
  if (kind == null || kind === unspecified) return clock;
  const zero: DateTime = move(clock, 0, -d.offset * ticksPerMinute, "value");
  zero.kind = utc;
  return kind === utc ? zero : toLocalTime(zero);
}
export function minValue(): DateTime {
  return new DateTime(0, 0, unspecified);
}
export function maxValue(): DateTime {
  return new DateTime(lastDay, ticksPerDay - 1, unspecified);
}
/** Milliseconds since 1970, of UTC. */
export function fromUnix(ms: float64): DateTime {
  const days: float64 = Math.floor(ms / millisecondsPerDay);
  return new DateTime((days + unixDay) | 0, (Math.floor(ms) - days * millisecondsPerDay) * ticksPerMillisecond, utc);
}
export function utcNow(): DateTime {
  return fromUnix(Date_now());
}
export function now(): DateTime {
  return toLocalTime(utcNow());
}
export function today(): DateTime {
  return date(now());
}

export function year(d: DateTime): int32 {
  return yearOf(d.days);
}
export function month(d: DateTime): int32 {
  return monthOf(d.days);
}
export function day(d: DateTime): int32 {
  return dayOfMonth(d.days);
}
export function dayOfWeek(d: DateTime): int32 {
  return dayOfWeekOf(d.days);
}
export function dayOfYear(d: DateTime): int32 {
  return dayOfYearOf(d.days);
}
export function hour(d: DateTime): int32 {
  return Math.floor(d.ticks / ticksPerHour) | 0;
}
export function minute(d: DateTime): int32 {
  return Math.floor((d.ticks % ticksPerHour) / ticksPerMinute) | 0;
}
export function second(d: DateTime): int32 {
  return Math.floor((d.ticks % ticksPerMinute) / ticksPerSecond) | 0;
}
export function millisecond(d: DateTime): int32 {
  return Math.floor((d.ticks % ticksPerSecond) / ticksPerMillisecond) | 0;
}
export function microsecond(d: DateTime): int32 {
  return Math.floor((d.ticks % ticksPerMillisecond) / 10) | 0;
}
export function nanosecond(d: DateTime): int32 {
  return ((d.ticks % 10) * 100) | 0;
}
export function getTicks(d: any): any {
  return d.getTicks();
}
export function getKind(d: DateTime): int32 {
  return d.kind;
}
export function date(d: DateTime): DateTime {
  return new DateTime(d.days, 0, d.kind);
}
export function timeOfDay(d: DateTime): float64 {
  return spanOf(0, d.ticks);
}

export function isLeapYear(year: int32): boolean {
  checkYear(year);
  return isLeap(year);
}
export function daysInMonth(year: int32, month: int32): int32 {
  if (month < 1 || month > 12) throw outOfRange("month", month, "Month must be between one and twelve.");
  checkYear(year);
  return daysIn(year, month);
}
function checkYear(year: int32): void {
  if (year < 1 || year > 9999) throw new ArgumentOutOfRangeException("year", "Year must be between 1 and 9999.");
}

/** Whole units and the rest are converted apart, as .NET does; NaN adds nothing. */
function addUnits(d: DateTime, value: float64, unit: float64): DateTime {
  if (value !== value) return d;
  const perDay: float64 = ticksPerDay / unit;
  if (Math.abs(value) > perDay * (lastDay + 1)) return failAdd();
  const whole: float64 = Math.trunc(value);
  const days: float64 = Math.trunc(whole / perDay);
  return move(d, days, (whole - days * perDay) * unit + Math.trunc((value - whole) * unit), "value");
}
/** Of a DateTime or a DateOnly, whose calls Fable sends here too. */
export function addDays(d: any, n: any): any {
  return d.addDays(n);
}
export function addMonths(d: any, n: int32): any {
  return d.addMonths(n);
}
export function addYears(d: any, n: int32): any {
  return d.addYears(n);
}
export function addHours(d: DateTime, n: float64): DateTime {
  return addUnits(d, n, ticksPerHour);
}
export function addMinutes(d: DateTime, n: float64): DateTime {
  return addUnits(d, n, ticksPerMinute);
}
export function addSeconds(d: DateTime, n: float64): DateTime {
  return addUnits(d, n, ticksPerSecond);
}
export function addMilliseconds(d: DateTime, n: float64): DateTime {
  return addUnits(d, n, ticksPerMillisecond);
}
export function addMicroseconds(d: DateTime, n: float64): DateTime {
  return addUnits(d, n, 10);
}
export function addTicks(d: DateTime, n: any): DateTime {
  const days: any = n / 864000000000n;
  return move(d, bigint_to_number(days), bigint_to_number(n - days * 864000000000n), "value");
}
export function addMonthsOr(d: DateTime, n: int32, parameter: string): DateTime {
  if (parameter === "months") checkMonths(n);
  const days: int32 = addMonthsTo(d.days, n);
  return days < 0 ? failResult(parameter) : new DateTime(days, d.ticks, d.kind);
}
export function add(d: DateTime, span: float64): DateTime {
  return moveBySpan(d, span, "value");
}
export function subtract(d: DateTime, that: any): any {
  return typeof that === "number" ? moveBySpan(d, -that, "value") : difference(d, that);
}
function difference(d: DateTime, that: DateTime): float64 {
  return spanOf(d.days - that.days, d.ticks - that.ticks);
}
export function op_Addition(d: DateTime, span: float64): DateTime {
  return moveBySpan(d, span, "t");
}
export function op_Subtraction(d: DateTime, that: any): any {
  return typeof that === "number" ? moveBySpan(d, -that, "t") : difference(d, that);
}

export function equals(x: DateTime, y: any): boolean {
  return x.Equals(y);
}
export function compareTo(x: DateTime, other: any): int32 {
  if (other == null) return 1;
  if (!(other instanceof DateTime)) return failOther("DateTime");
  const y: DateTime = other;
  if (x.days !== y.days) return x.days < y.days ? -1 : 1;
  return x.ticks < y.ticks ? -1 : x.ticks > y.ticks ? 1 : 0;
}
export { compareTo as compare };

export function specifyKind(d: DateTime, kind: any): DateTime {
  return new DateTime(d.days, d.ticks, checkKind(kind));
}
export function toUniversalTime(d: DateTime): DateTime {
  if (d.kind === utc) return d;
  const zero: DateTime = move(d, 0, -offsetAtLocal(d.days, d.ticks) * ticksPerMinute, "value");
  return new DateTime(zero.days, zero.ticks, utc);
}
export function toLocalTime(d: DateTime): DateTime {
  if (d.kind === local) return d;
  const here: DateTime = move(d, 0, offsetAtUtc(d.days, d.ticks) * ticksPerMinute, "value");
  return new DateTime(here.days, here.ticks, local);
}
export function isDaylightSavingTime(_d: DateTime): boolean {
  return false;
}

/** Of a DateTime or a DateTimeOffset; what is no format is a provider, which is the invariant culture. */
export function toString(d: any, format?: any, _provider?: any): string {
  return d.toFormat(typeof format === "string" ? format : "");
}
export function toShortDateString(d: DateTime): string {
  return d.toFormat("d");
}
export function toLongDateString(d: DateTime): string {
  return d.toFormat("D");
}
export function toShortTimeString(d: DateTime): string {
  return d.toFormat("t");
}
export function toLongTimeString(d: DateTime): string {
  return d.toFormat("T");
}
