// System.DateOnly.
import { outOfRange } from "./argument-checks.ts";
import { addMonthsTo, dayOf, dayOfMonth, dayOfWeekOf, dayOfYearOf, lastDay, monthOf, yearOf } from "./calendar.ts";
import { checkMonths, checkYears, failAdd, failDate, failOther, failResult } from "./date-errors.ts";
import { formatDate } from "./date-format.ts";
import { type DateTime, fromDateTime as join } from "./date-time.ts";

export class DateOnly {
  static readonly $type: string = "System.DateOnly";
  days: int32;
  constructor(days: int32) {
    this.days = days;
  }
  Equals(other: any): boolean {
    return other instanceof DateOnly && other.days === this.days;
  }
  CompareTo(other: any): int32 {
    return compareTo(this, other);
  }
  GetHashCode(): int32 {
    return this.days;
  }
  toString(): string {
    return this.toFormat("");
  }
  toFormat(format: string): string {
    return formatDate(this.days, format);
  }
  addDays(n: float64): DateOnly {
    const days: float64 = this.days + n;
    return days < 0 || days > lastDay ? failAdd() : new DateOnly(days | 0);
  }
  addMonths(n: int32): DateOnly {
    checkMonths(n);
    const days: int32 = addMonthsTo(this.days, n);
    return days < 0 ? failResult("months") : new DateOnly(days);
  }
  addYears(n: int32): DateOnly {
    checkYears(n);
    const days: int32 = addMonthsTo(this.days, n * 12);
    return days < 0 ? failResult("value") : new DateOnly(days);
  }
}

export function create(year: int32, month: int32, day: int32): DateOnly {
  const days: int32 = dayOf(year, month, day);
  return days < 0 ? failDate() : new DateOnly(days);
}
export function fromDayNumber(days: int32): DateOnly {
  if (days < 0 || days > lastDay) throw outOfRange("dayNumber", days, "Day number must be between 0 and DateOnly.MaxValue.DayNumber.");
  return new DateOnly(days);
}
export function fromDateTime(d: DateTime): DateOnly {
  return new DateOnly(d.days);
}
export function minValue(): DateOnly {
  return new DateOnly(0);
}
export function maxValue(): DateOnly {
  return new DateOnly(lastDay);
}

export function year(d: DateOnly): int32 {
  return yearOf(d.days);
}
export function month(d: DateOnly): int32 {
  return monthOf(d.days);
}
export function day(d: DateOnly): int32 {
  return dayOfMonth(d.days);
}
export function dayOfWeek(d: DateOnly): int32 {
  return dayOfWeekOf(d.days);
}
export function dayOfYear(d: DateOnly): int32 {
  return dayOfYearOf(d.days);
}
export function dayNumber(d: DateOnly): int32 {
  return d.days;
}
export function toDateTime(d: DateOnly, time: float64, kind?: any): DateTime {
  return join(d, time, kind);
}

export function equals(x: DateOnly, y: any): boolean {
  return x.Equals(y);
}
export function compareTo(x: DateOnly, other: any): int32 {
  if (other == null) return 1;
  if (!(other instanceof DateOnly)) return failOther("DateOnly");
  const y: DateOnly = other;
  return x.days < y.days ? -1 : x.days > y.days ? 1 : 0;
}
export { compareTo as compare };

export function toString(d: DateOnly, format?: any, _provider?: any): string {
  return d.toFormat(typeof format === "string" ? format : "");
}
export function toShortDateString(d: DateOnly): string {
  return d.toFormat("d");
}
export function toLongDateString(d: DateOnly): string {
  return d.toFormat("D");
}
