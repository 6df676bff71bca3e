// Dates and times as texts: .NET's standard and custom formats in the invariant culture.
import { number_to_string, str_repeat } from "fusabi:builtin";
import { dayNames, dayOfMonth, dayOfWeekOf, monthNames, monthOf, ticksPerDay, ticksPerHour, ticksPerMinute, ticksPerSecond, yearOf } from "./calendar.ts";
import { FormatException } from "./exceptions.ts";
import { offsetAtLocal } from "./time-zone.ts";

/** Which custom formats a type has not: a DateOnly no time, a TimeOnly no date. */
const timeLetters: string = ":tfFhHmszK";
const dateLetters: string = "dMy/z";

export function padded(value: float64, width: int32): string {
  const text: string = number_to_string(value, 10);
  return text.length < width ? str_repeat("0", width - text.length) + text : text;
}
export function failFormat(): any {
  throw new FormatException("Input string was not in a correct format.");
}

const dateFormats: any = new Map([
  ["d", "MM/dd/yyyy"],
  ["D", "dddd, dd MMMM yyyy"],
  ["m", "MMMM dd"],
  ["M", "MMMM dd"],
  ["y", "yyyy MMMM"],
  ["Y", "yyyy MMMM"],
]);
const timeFormats: any = new Map([
  ["t", "HH:mm"],
  ["T", "HH:mm:ss"],
]);
const bothFormats: any = new Map([
  ["f", "dddd, dd MMMM yyyy HH:mm"],
  ["F", "dddd, dd MMMM yyyy HH:mm:ss"],
  ["U", "dddd, dd MMMM yyyy HH:mm:ss"],
  ["g", "MM/dd/yyyy HH:mm"],
  ["G", "MM/dd/yyyy HH:mm:ss"],
  ["o", "yyyy-MM-ddTHH:mm:ss.fffffffK"],
  ["O", "yyyy-MM-ddTHH:mm:ss.fffffffK"],
  ["r", "ddd, dd MMM yyyy HH:mm:ss 'GMT'"],
  ["R", "ddd, dd MMM yyyy HH:mm:ss 'GMT'"],
  ["s", "yyyy-MM-ddTHH:mm:ss"],
  ["u", "yyyy-MM-dd HH:mm:ss'Z'"],
]);
const dateOnlyFormats: any = new Map([
  ["o", "yyyy-MM-dd"],
  ["O", "yyyy-MM-dd"],
  ["r", "ddd, dd MMM yyyy"],
  ["R", "ddd, dd MMM yyyy"],
]);
const timeOnlyFormats: any = new Map([
  ["o", "HH:mm:ss.fffffff"],
  ["O", "HH:mm:ss.fffffff"],
  ["r", "HH:mm:ss"],
  ["R", "HH:mm:ss"],
]);

/** The custom format that a standard one stands for; a format of one letter is always a standard one. */
export function expandStamp(format: string): string {
  if (format.length !== 1) return format;
  return bothFormats.get(format) ?? dateFormats.get(format) ?? timeFormats.get(format) ?? failFormat();
}
function expandDate(format: string): string {
  if (format.length !== 1) return format;
  return dateOnlyFormats.get(format) ?? dateFormats.get(format) ?? failFormat();
}
function expandTime(format: string): string {
  if (format.length !== 1) return format;
  return timeOnlyFormats.get(format) ?? timeFormats.get(format) ?? failFormat();
}
/** What texts are read by, which may have more parts. */
export function expandDateText(format: string): string {
  return dateOnlyFormats.get(format) ?? expandStamp(format);
}
export function expandTimeText(format: string): string {
  return timeOnlyFormats.get(format) ?? expandStamp(format);
}

/** How many times the letter at a place stands there. */
export function repeats(format: string, at: int32): int32 {
  let end: int32 = at + 1;
  while (end < format.length && format[end] === format[at]) end++;
  return end - at;
}

/** A text in quotes, or escapes in it: the text itself and `at` behind it. */
export class Quoted {
  text: string;
  at: int32;
  constructor(text: string, at: int32) {
    this.text = text;
    this.at = at;
  }
}
export function readQuoted(format: string, start: int32): Quoted {
  const quote: string = format[start];
  let text: string = "";
  let at: int32 = start + 1;
  while (at < format.length && format[at] !== quote) {
    if (format[at] === "\\") {
      at++;
      if (at >= format.length) return failFormat();
    }
    text = text + format[at];
    at++;
  }
  if (at >= format.length) throw new FormatException("Cannot find a matching quote character for the character '" + quote + "'.");
  return new Quoted(text, at + 1);
}

const shortened = (names: any, index: int32, length: int32): string => {
  const name: string = names[index];
  return length === 3 ? name.slice(0, 3) : name;
};

/** `+05:30` for three letters z or more, `+05` for two, `+5` for one. */
function offsetText(minutes: int32, length: int32): string {
  const size: int32 = minutes < 0 ? -minutes : minutes;
  const hours: string = padded((size / 60) | 0, length === 1 ? 1 : 2);
  return (minutes < 0 ? "-" : "+") + hours + (length < 3 ? "" : ":" + padded(size % 60, 2));
}

class StampFormatter {
  days: int32;
  ticks: float64;
  kind: int32;
  /** Minutes before UTC of a DateTimeOffset; undefined of all else. */
  offset: any;
  constructor(days: int32, ticks: float64, kind: int32, offset: any) {
    this.days = days;
    this.ticks = ticks;
    this.kind = kind;
    this.offset = offset;
  }

  zone(): int32 {
    if (this.offset !== undefined) return this.offset;
    return this.kind === 1 ? 0 : offsetAtLocal(this.days, this.ticks);
  }
  fraction(length: int32): string {
    if (length > 7) return failFormat();
    return padded(this.ticks % ticksPerSecond, 7).slice(0, length);
  }

  /** What a letter of a custom format stands for; undefined where it stands for itself. */
  part(letter: string, length: int32): any {
    switch (letter) {
      case "d":
        return length < 3 ? padded(dayOfMonth(this.days), length) : shortened(dayNames, dayOfWeekOf(this.days), length);
      case "M":
        return length < 3 ? padded(monthOf(this.days), length) : shortened(monthNames, monthOf(this.days) - 1, length);
      case "y": {
        const year: int32 = yearOf(this.days);
        return padded(length < 3 ? year % 100 : year, length);
      }
      case "h": {
        const hour: int32 = (Math.floor(this.ticks / ticksPerHour) % 12) | 0;
        return padded(hour === 0 ? 12 : hour, length === 1 ? 1 : 2);
      }
      case "H":
        return padded(Math.floor(this.ticks / ticksPerHour), length === 1 ? 1 : 2);
      case "m":
        return padded(Math.floor((this.ticks % ticksPerHour) / ticksPerMinute), length === 1 ? 1 : 2);
      case "s":
        return padded(Math.floor((this.ticks % ticksPerMinute) / ticksPerSecond), length === 1 ? 1 : 2);
      case "f":
        return this.fraction(length);
      case "t": {
        const half: string = this.ticks < ticksPerDay / 2 ? "AM" : "PM";
        return length === 1 ? half[0] : half;
      }
      case "g":
        return "A.D.";
      case "z":
        return offsetText(this.zone(), length);
      case "K":
        if (this.offset !== undefined || this.kind === 2) return offsetText(this.zone(), 3);
        return this.kind === 1 ? "Z" : "";
      default:
        return undefined;
    }
  }

  run(format: string): string {
    let text: string = "";
    let at: int32 = 0;
    while (at < format.length) {
      const letter: string = format[at];
      switch (letter) {
        case "'":
        case '"': {
          const quoted: Quoted = readQuoted(format, at);
          text = text + quoted.text;
          at = quoted.at;
          break;
        }
        case "\\":
          if (at + 1 >= format.length) return failFormat();
          text = text + format[at + 1];
          at = at + 2;
          break;
        case "%":
          if (at + 1 >= format.length || format[at + 1] === "%") return failFormat();
          text = text + this.run(format.slice(at + 1, at + 2));
          at = at + 2;
          break;
        case "F": {
          const length: int32 = repeats(format, at);
          let digits: string = this.fraction(length);
          while (digits.endsWith("0")) digits = digits.slice(0, digits.length - 1);
          text = (digits === "" && text.endsWith(".") ? text.slice(0, text.length - 1) : text) + digits;
          at = at + length;
          break;
        }
        default: {
          const length: int32 = repeats(format, at);
          const part: any = this.part(letter, length);
          text = text + (part ?? letter);
          at = at + (part === undefined ? 1 : length);
        }
      }
    }
    return text;
  }
}

/** A DateTime, or with the minutes that its clock is before UTC a DateTimeOffset. */
export function formatStamp(days: int32, ticks: float64, kind: int32, offset: any, format: string): string {
  const general: string = offset === undefined ? "MM/dd/yyyy HH:mm:ss" : "MM/dd/yyyy HH:mm:ss zzz";
  return new StampFormatter(days, ticks, kind, offset).run(format === "" ? general : expandStamp(format));
}
export function formatDate(days: int32, format: string): string {
  const custom: string = expandDate(format === "" ? "d" : format);
  refuse(custom, timeLetters);
  return new StampFormatter(days, 0, 0, undefined).run(custom);
}
export function formatTime(ticks: float64, format: string): string {
  const custom: string = expandTime(format === "" ? "t" : format);
  refuse(custom, dateLetters);
  return new StampFormatter(0, ticks, 0, undefined).run(custom);
}

/** Fails for a format with any of the letters outside quotes. */
function refuse(format: string, letters: string): void {
  let at: int32 = 0;
  while (at < format.length) {
    const letter: string = format[at];
    if (letter === "'" || letter === '"') at = readQuoted(format, at).at;
    else if (letter === "\\") at = at + 2;
    else if (letters.includes(letter)) failFormat();
    else at++;
  }
}
