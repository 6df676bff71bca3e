// The proleptic Gregorian calendar: a date is its number of days since 1 January of the year 1.

/** Ticks are .NET's: 100 ns. */
export const ticksPerDay: float64 = 864000000000;
export const ticksPerHour: float64 = 36000000000;
export const ticksPerMinute: float64 = 600000000;
export const ticksPerSecond: float64 = 10000000;
export const ticksPerMillisecond: float64 = 10000;
/** 31 December 9999. */
export const lastDay: int32 = 3652058;
/** 1 January 1970. */
export const unixDay: int32 = 719162;

const before: any = new Int32Array([0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]);
const beforeInLeapYear: any = new Int32Array([0, 0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366]);

export const dayNames: any = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
export const monthNames: any = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

export function isLeap(year: int32): boolean {
  return (year & 3) === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days of the year before a month, 1 to 13. */
function daysBefore(year: int32, month: int32): int32 {
  return isLeap(year) ? beforeInLeapYear[month] : before[month];
}
function daysBeforeYear(year: int32): int32 {
  const y: int32 = year - 1;
  return y * 365 + ((y / 4) | 0) - ((y / 100) | 0) + ((y / 400) | 0);
}

/** Of a month from 1 to 12. */
export function daysIn(year: int32, month: int32): int32 {
  return daysBefore(year, month + 1) - daysBefore(year, month);
}

/** The number of a date, -1 where there is none such. */
export function dayOf(year: int32, month: int32, day: int32): int32 {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return -1;
  return daysBeforeYear(year) + daysBefore(year, month) + day - 1;
}

export function yearOf(days: int32): int32 {
  let n: int32 = days;
  const y400: int32 = (n / 146097) | 0;
  n = n - y400 * 146097;
  let y100: int32 = (n / 36524) | 0;
  if (y100 === 4) y100 = 3;
  n = n - y100 * 36524;
  const y4: int32 = (n / 1461) | 0;
  n = n - y4 * 1461;
  let y1: int32 = (n / 365) | 0;
  if (y1 === 4) y1 = 3;
  return y400 * 400 + y100 * 100 + y4 * 4 + y1 + 1;
}
/** From 1. */
export function dayOfYearOf(days: int32): int32 {
  return days - daysBeforeYear(yearOf(days)) + 1;
}
export function monthOf(days: int32): int32 {
  const year: int32 = yearOf(days);
  const passed: int32 = days - daysBeforeYear(year);
  let month: int32 = (passed >> 5) + 1;
  if (passed >= daysBefore(year, month + 1)) month = month + 1;
  return month;
}
/** Of the month, from 1. */
export function dayOfMonth(days: int32): int32 {
  const year: int32 = yearOf(days);
  return days - daysBeforeYear(year) - daysBefore(year, monthOf(days)) + 1;
}
/** 0 is Sunday. */
export function dayOfWeekOf(days: int32): int32 {
  return (days + 1) % 7;
}

/** The same day some months on, or the last one of a shorter month; -1 outside the calendar. */
export function addMonthsTo(days: int32, months: int32): int32 {
  const total: int32 = yearOf(days) * 12 + monthOf(days) - 1 + months;
  const year: int32 = (total / 12) | 0;
  const month: int32 = (total % 12) + 1;
  if (total < 12 || year > 9999) return -1;
  const last: int32 = daysIn(year, month);
  const day: int32 = dayOfMonth(days);
  return dayOf(year, month, day > last ? last : day);
}
