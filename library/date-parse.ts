// DateTime.Parse in the invariant culture: a date in any of its usual orders, a time and a zone, each where it is clear what it is.
import { DateText, dayIndex, fractionTicks, fullYear, isBlankAt, isDigitAt, isLetterAt, monthIndex, outsideCalendar, unknownWord, unrecognized } from "./date-text.ts";

/** Where the name of the month stood among the numbers of a date. */
const noMonthName: int32 = -1;

class DateReader {
  text: string;
  at: int32 = 0;
  result: DateText = new DateText();
  /** The numbers of the date, and how many digits each has. */
  numbers: any = [];
  lengths: any = [];
  monthPlace: int32 = noMonthName;
  /** How many of the numbers came before the time. */
  beforeTime: int32 = 0;
  constructor(text: string) {
    this.text = text;
  }

  fail(reason: int32): boolean {
    return this.result.fail(reason);
  }
  digits(): string {
    const start: int32 = this.at;
    while (isDigitAt(this.text, this.at)) this.at++;
    return this.text.slice(start, this.at);
  }
  skipBlanks(): void {
    while (isBlankAt(this.text, this.at)) this.at++;
  }

  run(): boolean {
    while (this.at < this.text.length) {
      if (isBlankAt(this.text, this.at) || this.text[this.at] === ",") this.at++;
      else if (isDigitAt(this.text, this.at)) {
        if (!this.number()) return false;
      } else if (isLetterAt(this.text, this.at)) {
        if (!this.word()) return false;
      } else if (!this.sign()) return false;
    }
    return this.finish();
  }

  /** `:30:05.25` behind an hour, a part of the date, or an hour before AM or PM. */
  number(): boolean {
    const digits: string = this.digits();
    const end: int32 = this.at;
    this.skipBlanks();
    if (this.text[this.at] === ":" && this.result.hour < 0) return this.time(digits);
    if (this.result.hour < 0 && this.halfAhead()) {
      this.result.hour = +digits | 0;
      return digits.length <= 2 || this.fail(unrecognized);
    }
    this.at = end;
    if (digits.length > 4 || this.numbers.length === 3) return this.fail(unrecognized);
    this.numbers.push(+digits | 0);
    this.lengths.push(digits.length);
    // behind the whole date it is the sign of an offset
    if (this.numbers.length === 3 && this.text[this.at] === "-") return true;
    if (this.numbers.length < 3) this.skipBlanks();
    const separator: string = this.text[this.at] ?? "";
    if (separator !== "/" && separator !== "-" && separator !== ".") return true;
    this.at++;
    this.skipBlanks();
    return isDigitAt(this.text, this.at) || isLetterAt(this.text, this.at) || this.fail(unrecognized);
  }
  halfAhead(): boolean {
    const next: string = this.text.slice(this.at, this.at + 2).toLowerCase();
    return (next === "am" || next === "pm") && !isLetterAt(this.text, this.at + 2);
  }

  time(hour: string): boolean {
    const result: DateText = this.result;
    this.beforeTime = this.numbers.length;
    this.at++;
    this.skipBlanks();
    const minute: string = this.digits();
    if (hour.length > 2 || minute === "" || minute.length > 2) return this.fail(unrecognized);
    result.hour = +hour | 0;
    result.minute = +minute | 0;
    this.skipBlanks();
    if (this.text[this.at] !== ":") return true;
    this.at++;
    this.skipBlanks();
    const second: string = this.digits();
    if (second === "" || second.length > 2) return this.fail(unrecognized);
    result.second = +second | 0;
    if (this.text[this.at] !== "." && !(this.text[this.at] === "," && isDigitAt(this.text, this.at + 1))) return true;
    this.at++;
    const fraction: string = this.digits();
    result.fraction = fractionTicks(fraction);
    return fraction !== "" || this.fail(unrecognized);
  }

  word(): boolean {
    const start: int32 = this.at;
    while (isLetterAt(this.text, this.at)) this.at++;
    const word: string = this.text.slice(start, this.at).toLowerCase();
    const result: DateText = this.result;
    const month: int32 = monthIndex(word);
    if (month >= 0 && result.month < 0) {
      result.month = month + 1;
      result.named = true;
      this.monthPlace = this.numbers.length;
      if (this.text[this.at] === "." || this.text[this.at] === "-" || this.text[this.at] === "/") this.at++;
      return true;
    }
    const day: int32 = dayIndex(word);
    if (day >= 0 && result.dayOfWeek < 0) {
      result.dayOfWeek = day;
      return true;
    }
    if ((word === "am" || word === "pm") && result.half < 0 && result.hour >= 0) {
      result.half = word === "am" ? 0 : 1;
      return true;
    }
    if ((word === "z" || word === "gmt") && !result.zoned) {
      result.zoned = true;
      result.universal = true;
      return true;
    }
    if (word === "t" && this.numbers.length === 3 && result.hour < 0) {
      result.iso = true;
      return this.timeAhead() || this.fail(unrecognized);
    }
    result.place = start;
    return this.fail(unknownWord);
  }
  /** One digit or two and a colon. */
  timeAhead(): boolean {
    return isDigitAt(this.text, this.at) && (this.text[this.at + 1] === ":" || this.text[this.at + 2] === ":");
  }

  /** `+05:30` behind the time, or behind a whole date. */
  sign(): boolean {
    const sign: string = this.text[this.at];
    if ((sign !== "+" && sign !== "-") || (this.result.hour < 0 && this.numbers.length < 3) || this.result.zoned) return this.fail(unrecognized);
    this.at++;
    const hours: string = this.digits();
    let minutes: string = "0";
    if (this.text[this.at] === ":") {
      this.at++;
      minutes = this.digits();
    }
    if (hours === "" || hours.length > 4 || hours.length === 3 || minutes === "" || minutes.length > 2) return this.fail(unrecognized);
    const short: boolean = hours.length <= 2;
    const h: int32 = +(short ? hours : hours.slice(0, 2)) | 0;
    const m: int32 = +(short ? minutes : hours.slice(2)) | 0;
    this.result.offset = (sign === "-" ? -1 : 1) * (h * 60 + m);
    this.result.zoned = true;
    return m < 60 || this.fail(unrecognized);
  }

  finish(): boolean {
    const result: DateText = this.result;
    if (this.numbers.length === 0 && result.hour < 0) return this.fail(unrecognized);
    if (result.half >= 0 && result.hour > 12 && result.half === 0) return this.fail(unrecognized);
    // the time does not stand between the parts of the date
    if (this.beforeTime > 0 && this.numbers.length > this.beforeTime) return this.fail(unrecognized);
    if (!this.order()) return this.fail(unrecognized);
    if (result.complete(false)) return true;
    if (result.failure === outsideCalendar && !(result.iso && result.hour >= 0 && result.days >= 0)) result.failure = unrecognized;
    return false;
  }

  isYear(index: int32): boolean {
    return this.lengths[index] > 2;
  }
  /** A month or a day has two digits at most. */
  short(index: int32): int32 {
    return this.isYear(index) ? 99 : this.numbers[index];
  }
  /** Says which number of the date is what; the order of the invariant culture is month, day, year. */
  order(): boolean {
    const result: DateText = this.result;
    const n: any = this.numbers;
    const named: boolean = this.monthPlace !== noMonthName;
    switch (n.length) {
      case 0:
        return !named;
      case 1:
        if (!named) return false;
        // `Jan 2` is a day, `2 Jan` the year 2002
        if (this.isYear(0) || this.monthPlace === 1) return this.setYear(0);
        result.day = n[0];
        return true;
      case 2:
        if (named) {
          const first: boolean = this.isYear(0);
          result.day = this.short(first ? 1 : 0);
          return this.setYear(first ? 0 : 1);
        }
        if (this.isYear(0) || this.isYear(1)) {
          result.month = this.short(this.isYear(0) ? 1 : 0);
          return this.setYear(this.isYear(0) ? 0 : 1);
        }
        result.month = n[0];
        result.day = n[1];
        return true;
      default: {
        if (named) return false;
        const first: boolean = this.isYear(0);
        result.month = this.short(first ? 1 : 0);
        result.day = this.short(first ? 2 : 1);
        return this.setYear(first ? 0 : 2);
      }
    }
  }
  setYear(index: int32): boolean {
    const year: int32 = this.numbers[index];
    this.result.year = this.isYear(index) ? year : fullYear(year);
    return true;
  }
}

/** Reads a date and time; `failure` of the result says that it could not. */
export function readDate(text: string): DateText {
  const reader: DateReader = new DateReader(text);
  reader.run();
  return reader.result;
}
