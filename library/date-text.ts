// What a text says of a date and time before its parts are checked together.
import { str_char_code_at } from "fusabi:builtin";
import { dayNames, dayOf, dayOfWeekOf, monthNames, ticksPerDay, ticksPerHour, ticksPerMinute, ticksPerSecond } from "./calendar.ts";
import { type DateTime, today } from "./date-time.ts";
import { FormatException } from "./exceptions.ts";

/** Why a text is no date. */
export const unrecognized: int32 = 1;
export const outsideCalendar: int32 = 2;
export const wrongDayOfWeek: int32 = 3;
export const unknownWord: int32 = 4;
export const farOffset: int32 = 5;
export const badFormat: int32 = 6;

/** Parts of a date and time; -1 is a part that the text does not have. */
export class DateText {
  year: int32 = -1;
  month: int32 = -1;
  day: int32 = -1;
  dayOfWeek: int32 = -1;
  hour: int32 = -1;
  minute: int32 = 0;
  second: int32 = 0;
  /** Ticks. */
  fraction: float64 = 0;
  /** 0 is AM, 1 PM. */
  half: int32 = -1;
  /** Minutes ahead of UTC, where `zoned`. */
  offset: int32 = 0;
  zoned: boolean = false;
  /** The zone is written Z. */
  universal: boolean = false;
  /** The form of ISO 8601 with T, whose parts .NET reads apart from each other. */
  iso: boolean = false;
  /** The month is a name. */
  named: boolean = false;
  failure: int32 = 0;
  /** Of the unknown word. */
  place: int32 = 0;
  days: int32 = 0;
  ticks: float64 = 0;

  fail(reason: int32): boolean {
    this.failure = reason;
    return false;
  }
  /** Fills in what is missing and checks the parts together; `blank` leaves 1 January of the year 1 where there is no date. */
  complete(blank: boolean): boolean {
    if (this.half >= 0 && this.hour >= 0) {
      if (this.hour === 12) this.hour = this.half * 12;
      else if (this.half === 1 && this.hour < 12) this.hour = this.hour + 12;
    }
    const dated: boolean = this.year >= 0 || this.month >= 0 || this.day >= 0;
    if (!dated) this.days = blank ? 0 : today().days;
    else {
      const year: int32 = this.year >= 0 ? this.year : currentYear();
      const month: int32 = this.month >= 0 ? this.month : 1;
      this.days = dayOf(year, month, this.day >= 0 ? this.day : 1);
      if (this.days < 0) return this.fail(outsideCalendar);
    }
    if (this.hour > 23 || this.minute > 59 || this.second > 59) return this.fail(outsideCalendar);
    const hour: int32 = Math.max(this.hour, 0);
    this.ticks = hour * ticksPerHour + this.minute * ticksPerMinute + this.second * ticksPerSecond + this.fraction;
    if (this.ticks >= ticksPerDay) return this.fail(outsideCalendar);
    if (this.dayOfWeek >= 0 && this.dayOfWeek !== dayOfWeekOf(this.days)) return this.fail(wrongDayOfWeek);
    if (this.offset > 840 || this.offset < -840) return this.fail(farOffset);
    return true;
  }
}

function currentYear(): int32 {
  const now: DateTime = today();
  return +now.toFormat("yyyy") | 0;
}

/** The error that .NET raises for a text; `type` is the type of the date that it should have been. */
export function dateFailure(read: DateText, text: string, type: string): FormatException {
  const plain: string = "String '" + text + "' was not recognized as a valid " + type;
  if (type !== "DateTime") return new FormatException(plain + ".");
  switch (read.failure) {
    case outsideCalendar:
      return new FormatException("The DateTime represented by the string '" + text + "' is not supported in calendar 'System.Globalization.GregorianCalendar'.");
    case wrongDayOfWeek:
      return new FormatException(plain + " because the day of week was incorrect.");
    case unknownWord:
      return new FormatException("The string '" + text + "' was not recognized as a valid DateTime. There is an unknown word starting at index '" + read.place + "'.");
    case farOffset:
      return new FormatException("The time zone offset of string '" + text + "' must be within plus or minus 14 hours.");
    case badFormat:
      return new FormatException("Input string was not in a correct format.");
    default:
      return new FormatException(plain + ".");
  }
}

/** The index of a name, whole or its first three letters, in any case; -1 for none. */
export function nameIndex(names: any, word: string): int32 {
  const text: string = word.toLowerCase();
  for (let i: int32 = 0; i < names.length; i++) {
    const name: string = names[i].toLowerCase();
    if (text === name || text === name.slice(0, 3)) return i;
  }
  return -1;
}
export const monthIndex = (word: string): int32 => nameIndex(monthNames, word);
export const dayIndex = (word: string): int32 => nameIndex(dayNames, word);

export const isDigitAt = (text: string, at: int32): boolean => {
  if (at >= text.length) return false;
  const unit: int32 = str_char_code_at(text, at);
  return unit >= 48 && unit <= 57;
};
export const isLetterAt = (text: string, at: int32): boolean => {
  if (at >= text.length) return false;
  const unit: int32 = str_char_code_at(text, at) | 32;
  return unit >= 97 && unit <= 122;
};
export const isBlankAt = (text: string, at: int32): boolean => at < text.length && (text[at] === " " || (text[at] >= "\t" && text[at] <= "\r"));

/** A year of one or two digits is of 1950 to 2049. */
export const fullYear = (year: int32): int32 => year + (year < 50 ? 2000 : 1900);

/** Digits behind the point as ticks, rounded half up. */
export function fractionTicks(digits: string): float64 {
  return Math.floor(+("0." + digits) * ticksPerSecond + 0.5);
}
