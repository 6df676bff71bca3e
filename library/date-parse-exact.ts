// DateTime.ParseExact: a text that is written as a custom or standard format says.

import { dayNames, monthNames } from "./calendar.ts";
import { type Quoted, readQuoted, repeats } from "./date-format.ts";
import { badFormat, DateText, fullYear, isBlankAt, isDigitAt, unrecognized } from "./date-text.ts";

/** Values of System.Globalization.DateTimeStyles. */
export const leadingWhite: int32 = 1;
export const trailingWhite: int32 = 2;
export const innerWhite: int32 = 4;
export const noCurrentDate: int32 = 8;
export const adjustToUniversal: int32 = 16;
export const assumeUniversal: int32 = 64;
export const roundtripKind: int32 = 128;
export const assumeLocal: int32 = 32;

class ExactReader {
  text: string;
  format: string;
  inner: boolean;
  at: int32 = 0;
  place: int32 = 0;
  result: DateText = new DateText();
  constructor(text: string, format: string, styles: int32) {
    this.text = (styles & leadingWhite) !== 0 ? text.trimStart() : text;
    if ((styles & trailingWhite) !== 0) this.text = this.text.trimEnd();
    this.format = format;
    this.inner = (styles & innerWhite) !== 0;
  }

  skipBlanks(): void {
    if (this.inner) while (isBlankAt(this.text, this.at)) this.at++;
  }
  /** Of `least` to `most` digits; -1 for fewer. */
  digits(least: int32, most: int32): int32 {
    this.skipBlanks();
    let count: int32 = 0;
    let value: int32 = 0;
    while (count < most && isDigitAt(this.text, this.at)) {
      value = value * 10 + (this.text.charCodeAt(this.at) - 48);
      this.at++;
      count++;
    }
    return count < least ? -1 : value;
  }
  /** One digit or two where the format has one letter, else as many as letters. */
  part(length: int32): int32 {
    return length === 1 ? this.digits(1, 2) : this.digits(2, 2);
  }
  literal(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at = this.at + text.length;
    return true;
  }
  /** One of the names, of three letters or whole, in any case; -1 for none. */
  name(names: any, short: boolean): int32 {
    this.skipBlanks();
    const rest: string = this.text.slice(this.at).toLowerCase();
    for (let i: int32 = 0; i < names.length; i++) {
      const name: string = short ? names[i].slice(0, 3) : names[i];
      if (rest.startsWith(name.toLowerCase())) {
        this.at = this.at + name.length;
        return i;
      }
    }
    return -1;
  }

  run(): boolean {
    while (this.place < this.format.length) {
      const length: int32 = repeats(this.format, this.place);
      if (!this.step(this.format[this.place], length)) return this.result.failure === 0 ? this.result.fail(unrecognized) : false;
    }
    this.skipBlanks();
    return this.at === this.text.length || this.result.fail(unrecognized);
  }

  step(letter: string, length: int32): boolean {
    const result: DateText = this.result;
    this.place = this.place + length;
    switch (letter) {
      case "y":
        result.year = length === 1 ? this.digits(1, 2) : this.digits(length, length);
        if (length < 3 && result.year >= 0) result.year = fullYear(result.year);
        return result.year >= 0;
      case "M":
        result.month = length < 3 ? this.part(length) : this.name(monthNames, length === 3) + 1;
        result.named = length > 2;
        return length < 3 ? result.month >= 0 : result.month > 0;
      case "d":
        if (length < 3) result.day = this.part(length);
        else result.dayOfWeek = this.name(dayNames, length === 3);
        return (length < 3 ? result.day : result.dayOfWeek) >= 0;
      case "h":
        result.hour = this.part(length);
        return result.hour >= 0 && result.hour <= 12;
      case "H":
        result.hour = this.part(length);
        return result.hour >= 0;
      case "m":
        result.minute = this.part(length);
        return result.minute >= 0;
      case "s":
        result.second = this.part(length);
        return result.second >= 0;
      case "f":
      case "F":
        return this.fraction(letter === "f" ? length : 0, length);
      case "t":
        return this.half(length);
      case "z":
        return this.zone(length < 3 ? 1 : 0);
      case "K":
        this.skipBlanks();
        return this.at === this.text.length || this.zulu() || this.zone(0);
      case "Z":
        return this.zulu();
      case "'":
      case '"': {
        const quoted: Quoted = readQuoted(this.format, this.place - length);
        this.place = quoted.at;
        return this.literal(quoted.text);
      }
      case "\\":
        this.place = this.place - length + 2;
        return this.place <= this.format.length ? this.literal(this.format[this.place - 1]) : result.fail(badFormat);
      case "%":
        this.place = this.place - length + 1;
        return length === 1 && this.place < this.format.length ? true : result.fail(badFormat);
      case ".":
        this.place = this.place - length + 1;
        // a point before F may be missing along with the digits
        return this.literal(".") || this.format[this.place] === "F";
      case " ":
        if (!this.inner) return this.literal(" ".repeat(length));
        this.skipBlanks();
        return true;
      default:
        this.place = this.place - length + 1;
        this.skipBlanks();
        return this.literal(letter);
    }
  }

  fraction(least: int32, most: int32): boolean {
    const start: int32 = this.at;
    if (most > 7) return this.result.fail(badFormat);
    if (this.digits(least, most) < 0) return false;
    this.result.fraction = +this.text.slice(start, this.at).padEnd(7, "0");
    return true;
  }
  half(length: int32): boolean {
    this.skipBlanks();
    const text: string = this.text.slice(this.at, this.at + (length === 1 ? 1 : 2)).toLowerCase();
    this.result.half = text === "a" || text === "am" ? 0 : 1;
    this.at = this.at + text.length;
    return text === (length === 1 ? "a" : "am") || text === (length === 1 ? "p" : "pm");
  }
  zulu(): boolean {
    this.skipBlanks();
    if (this.text[this.at] !== "Z" && this.text[this.at] !== "z") return false;
    this.at++;
    this.result.zoned = true;
    this.result.universal = true;
    return true;
  }
  /** `+05:30`, whose minutes some formats leave out. */
  zone(hoursOnly: int32): boolean {
    this.skipBlanks();
    const sign: string = this.text[this.at] ?? "";
    if (sign !== "+" && sign !== "-") return false;
    this.at++;
    const hours: int32 = this.digits(hoursOnly === 1 ? 1 : 2, 2);
    let minutes: int32 = 0;
    if (hoursOnly === 0) {
      this.literal(":");
      minutes = this.digits(2, 2);
    }
    if (hours < 0 || minutes < 0 || minutes > 59) return false;
    this.result.offset = (sign === "-" ? -1 : 1) * (hours * 60 + minutes);
    this.result.zoned = true;
    return true;
  }
}

/** Reads a text as a custom format says. */
export function readExact(text: string, format: string, styles: int32): DateText {
  const reader: ExactReader = new ExactReader(text, format, styles);
  if (reader.run()) reader.result.complete((styles & noCurrentDate) !== 0);
  return reader.result;
}
