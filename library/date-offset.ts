// System.DateTimeOffset: what a clock shows, and how many minutes it is ahead of UTC.
import { bigint_of, bigint_to_number } from "fusabi:builtin";
import { outOfRange } from "./argument-checks.ts";
import { dayOfMonth, dayOfWeekOf, dayOfYearOf, lastDay, monthOf, ticksPerDay, ticksPerMinute, yearOf } from "./calendar.ts";
import { failOther } from "./date-errors.ts";
import { formatStamp } from "./date-format.ts";
import {
  addHours as clockAddHours,
  addMicroseconds as clockAddMicroseconds,
  addMilliseconds as clockAddMilliseconds,
  addMinutes as clockAddMinutes,
  addSeconds as clockAddSeconds,
  addTicks as clockAddTicks,
  fromDateTime as clockFromDateTime,
  fromTicks as clockFromTicks,
  hour as clockHour,
  microsecond as clockMicrosecond,
  millisecond as clockMillisecond,
  subtract as clockMinus,
  minute as clockMinute,
  nanosecond as clockNanosecond,
  utcNow as clockNow,
  second as clockSecond,
  timeOfDay as clockTime,
  create as createClock,
  DateTime,
  date as dateOfClock,
  fromDateTimeOffset,
  fromUnix,
  local,
  move,
  spanOf,
  ticksOf,
  unspecified,
  utc,
} from "./date-time.ts";
import { bigintHash } from "./equality.ts";
import { ArgumentException, ArgumentOutOfRangeException } from "./exceptions.ts";
import { offsetAtLocal, offsetAtUtc } from "./time-zone.ts";

const millisecondsPerMinute: float64 = 60000;

export class DateTimeOffset {
  static readonly $type: string = "System.DateTimeOffset";
  /** Of no kind. */
  clock: DateTime;
  /** Minutes. */
  offset: int32;
  constructor(clock: DateTime, offset: int32) {
    this.clock = clock;
    this.offset = offset;
  }
  Equals(other: any): boolean {
    return other instanceof DateTimeOffset && compareInstants(this, other) === 0;
  }
  CompareTo(other: any): int32 {
    return compareTo(this, other);
  }
  GetHashCode(): int32 {
    return bigintHash(getUtcTicks(this));
  }
  toString(): string {
    return this.toFormat("");
  }
  toFormat(format: string): string {
    const universal: boolean = format === "r" || format === "R" || format === "u";
    if (format === "U") return formatStamp(0, 0, 0, 0, "%");
    const shown: DateTimeOffset = universal ? atOffset(this, 0) : this;
    return formatStamp(shown.clock.days, shown.clock.ticks, unspecified, shown.offset, format);
  }
  getTicks(): any {
    return ticksOf(this.clock.days, this.clock.ticks);
  }
}
export default DateTimeOffset;

function minutesOf(span: float64): int32 {
  if (span % millisecondsPerMinute !== 0) throw new ArgumentException("Offset must be specified in whole minutes.", "offset");
  if (Math.abs(span) > 14 * 60 * millisecondsPerMinute) throw new ArgumentOutOfRangeException("offset", "Offset must be within plus or minus 14 hours.");
  return (span / millisecondsPerMinute) | 0;
}
/** A clock's time at an offset; the time of UTC must be in the calendar. */
function make(clock: DateTime, offset: int32): DateTimeOffset {
  const ticks: float64 = clock.ticks - offset * ticksPerMinute;
  if ((clock.days === 0 && ticks < 0) || (clock.days === lastDay && ticks >= ticksPerDay)) {
    throw new ArgumentOutOfRangeException("offset", "The UTC time represented when the offset is applied must be between year 0 and 10,000.");
  }
  return new DateTimeOffset(new DateTime(clock.days, clock.ticks, unspecified), offset);
}
export function atOffset(d: DateTimeOffset, offset: int32): DateTimeOffset {
  return make(move(d.clock, 0, (offset - d.offset) * ticksPerMinute, "offset"), offset);
}

/** The parts that a text had. */
export function fromParts(days: int32, ticks: float64, offset: int32): DateTimeOffset {
  return make(new DateTime(days, ticks, unspecified), offset);
}

/** A time of UTC, with the offset of local time then. */
const atLocal = (clock: DateTime): DateTimeOffset => atOffset(new DateTimeOffset(clock, 0), offsetAtUtc(clock.days, clock.ticks));

export function fromDate(d: DateTime, span?: any): DateTimeOffset {
  const here: int32 = d.kind === utc ? 0 : offsetAtLocal(d.days, d.ticks);
  if (span == null) return make(d, here);
  if (d.kind === utc && span !== 0) throw new ArgumentException("The UTC Offset for Utc DateTime instances must be 0.", "offset");
  if (d.kind === local && span !== here * millisecondsPerMinute)
    throw new ArgumentException("The UTC Offset of the local dateTime parameter does not match the offset argument.", "offset");
  return make(d, minutesOf(span));
}
export function fromDateTime(date: any, time: float64, span: float64): DateTimeOffset {
  return make(clockFromDateTime(date, time), minutesOf(span));
}
export function fromTicks(ticks: any, span: float64): DateTimeOffset {
  const offset: int32 = minutesOf(span);
  return make(clockFromTicks(ticks), offset);
}
export function fromUnixTimeMilliseconds(ms: any): DateTimeOffset {
  if (ms < -62135596800000n || ms > 253402300799999n) {
    throw outOfRange("milliseconds", ms, "Valid values are between -62135596800000 and 253402300799999, inclusive.");
  }
  return make(fromUnix(bigint_to_number(ms)), 0);
}
export function fromUnixTimeSeconds(seconds: any): DateTimeOffset {
  if (seconds < -62135596800n || seconds > 253402300799n) {
    throw outOfRange("seconds", seconds, "Valid values are between -62135596800 and 253402300799, inclusive.");
  }
  return make(fromUnix(bigint_to_number(seconds) * 1000), 0);
}
/** With milliseconds before the offset or without. */
export function create(year: int32, month: int32, day: int32, h: int32, m: int32, s: int32, ms: any, span?: any): DateTimeOffset {
  const offset: int32 = minutesOf(span ?? ms);
  return make(createClock(year, month, day, h, m, s, span === undefined ? 0 : ms), offset);
}
export function minValue(): DateTimeOffset {
  return new DateTimeOffset(new DateTime(0, 0, unspecified), 0);
}
export function maxValue(): DateTimeOffset {
  return new DateTimeOffset(new DateTime(lastDay, ticksPerDay - 1, unspecified), 0);
}
export function utcNow(): DateTimeOffset {
  return make(clockNow(), 0);
}
export function now(): DateTimeOffset {
  return atLocal(clockNow());
}

export function year(d: DateTimeOffset): int32 {
  return yearOf(d.clock.days);
}
export function month(d: DateTimeOffset): int32 {
  return monthOf(d.clock.days);
}
export function day(d: DateTimeOffset): int32 {
  return dayOfMonth(d.clock.days);
}
export function dayOfWeek(d: DateTimeOffset): int32 {
  return dayOfWeekOf(d.clock.days);
}
export function dayOfYear(d: DateTimeOffset): int32 {
  return dayOfYearOf(d.clock.days);
}
export function hour(d: DateTimeOffset): int32 {
  return clockHour(d.clock);
}
export function minute(d: DateTimeOffset): int32 {
  return clockMinute(d.clock);
}
export function second(d: DateTimeOffset): int32 {
  return clockSecond(d.clock);
}
export function millisecond(d: DateTimeOffset): int32 {
  return clockMillisecond(d.clock);
}
export function microsecond(d: DateTimeOffset): int32 {
  return clockMicrosecond(d.clock);
}
export function nanosecond(d: DateTimeOffset): int32 {
  return clockNanosecond(d.clock);
}
export function date(d: DateTimeOffset): DateTime {
  return dateOfClock(d.clock);
}
export function timeOfDay(d: DateTimeOffset): float64 {
  return clockTime(d.clock);
}
export function offset(d: DateTimeOffset): float64 {
  return d.offset * millisecondsPerMinute;
}
export function getUtcTicks(d: DateTimeOffset): any {
  return ticksOf(d.clock.days, d.clock.ticks) - bigint_of(d.offset) * 600000000n;
}

const withClock = (d: DateTimeOffset, clock: DateTime): DateTimeOffset => make(clock, d.offset);

export function add(d: DateTimeOffset, span: float64): DateTimeOffset {
  return withClock(d, clockMinus(d.clock, -span));
}
export function addDays(d: DateTimeOffset, n: float64): DateTimeOffset {
  return withClock(d, d.clock.addDays(n));
}
export function addHours(d: DateTimeOffset, n: float64): DateTimeOffset {
  return withClock(d, clockAddHours(d.clock, n));
}
export function addMinutes(d: DateTimeOffset, n: float64): DateTimeOffset {
  return withClock(d, clockAddMinutes(d.clock, n));
}
export function addSeconds(d: DateTimeOffset, n: float64): DateTimeOffset {
  return withClock(d, clockAddSeconds(d.clock, n));
}
export function addMilliseconds(d: DateTimeOffset, n: float64): DateTimeOffset {
  return withClock(d, clockAddMilliseconds(d.clock, n));
}
export function addMicroseconds(d: DateTimeOffset, n: float64): DateTimeOffset {
  return withClock(d, clockAddMicroseconds(d.clock, n));
}
export function addTicks(d: DateTimeOffset, n: any): DateTimeOffset {
  return withClock(d, clockAddTicks(d.clock, n));
}
export function addMonths(d: DateTimeOffset, n: int32): DateTimeOffset {
  return withClock(d, d.clock.addMonths(n));
}
export function addYears(d: DateTimeOffset, n: int32): DateTimeOffset {
  return withClock(d, d.clock.addYears(n));
}
export function subtract(d: DateTimeOffset, that: any): any {
  return typeof that === "number" ? withClock(d, clockMinus(d.clock, that)) : difference(d, that);
}
function difference(d: DateTimeOffset, that: DateTimeOffset): float64 {
  return spanOf(d.clock.days - that.clock.days, d.clock.ticks - that.clock.ticks - (d.offset - that.offset) * ticksPerMinute);
}

export { add as op_Addition, subtract as op_Subtraction };

function compareInstants(x: DateTimeOffset, y: DateTimeOffset): int32 {
  const ahead: float64 = (x.clock.days - y.clock.days) * ticksPerDay + (x.clock.ticks - y.clock.ticks) - (x.offset - y.offset) * ticksPerMinute;
  return ahead < 0 ? -1 : ahead > 0 ? 1 : 0;
}
export function compareTo(x: DateTimeOffset, other: any): int32 {
  if (other == null) return 1;
  return other instanceof DateTimeOffset ? compareInstants(x, other) : failOther("DateTimeOffset");
}
export { compareTo as compare };
export function equals(x: DateTimeOffset, y: any): boolean {
  return x.Equals(y);
}
export function equalsExact(x: DateTimeOffset, y: DateTimeOffset): boolean {
  return x.offset === y.offset && compareInstants(x, y) === 0;
}

/** `ToUniversalTime()`; of UtcDateTime, which Fable sends here too, `fromDateTimeOffset` takes the place. */
export function toUniversalTime(d: DateTimeOffset): DateTimeOffset {
  return atOffset(d, 0);
}
export function toLocalTime(d: DateTimeOffset): DateTimeOffset {
  return atLocal(atOffset(d, 0).clock);
}
export function localDateTime(d: DateTimeOffset): DateTime {
  return fromDateTimeOffset(d, local);
}
export function toOffset(d: DateTimeOffset, span: float64): DateTimeOffset {
  return atOffset(d, minutesOf(span));
}
export function toUnixTimeMilliseconds(d: DateTimeOffset): any {
  return getUtcTicks(d) / 10000n - 62135596800000n;
}
export function toUnixTimeSeconds(d: DateTimeOffset): any {
  return getUtcTicks(d) / 10000000n - 62135596800n;
}

export function toString(d: DateTimeOffset, format?: any, _provider?: any): string {
  return d.toFormat(typeof format === "string" ? format : "");
}
