// .NET's custom numeric formats: `0.00`, `#,##0.##`, `0.0E+0`, `pos;neg;zero`.
import { number_to_string, str_repeat } from "fusabi:builtin";
import { type Digits, roundDigits } from "./number-digits.ts";

/** What a section of a pattern asks for. */
class Section {
  start: int32;
  places: int32 = 0;
  point: int32 = -1;
  firstZero: int32 = -1;
  lastZero: int32 = 0;
  grouped: boolean = false;
  scientific: boolean = false;
  shift: int32 = 0;
  constructor(start: int32) {
    this.start = start;
  }
}

/** Index behind the literal that opens with the quote at `at`. */
const skipQuoted = (pattern: string, at: int32): int32 => {
  const quote: string = pattern[at];
  let i: int32 = at + 1;
  while (i < pattern.length && pattern[i] !== quote) i = i + 1;
  return i + 1;
};

/** Whether an exponent (`E0`, `E+0`, `e-00`) starts at the letter at `at`. */
const isExponent = (pattern: string, at: int32): boolean => {
  const next: string = pattern[at + 1];
  return next === "0" || ((next === "+" || next === "-") && pattern[at + 2] === "0");
};

/** Start of the n-th section, or 0 where it is missing or empty. */
function findSection(pattern: string, n: int32): int32 {
  if (n === 0) return 0;
  let left: int32 = n;
  let at: int32 = 0;
  while (at < pattern.length) {
    const c: string = pattern[at];
    if (c === "'" || c === '"') at = skipQuoted(pattern, at);
    else if (c === "\\") at = at + 2;
    else {
      at = at + 1;
      if (c === ";") {
        left = left - 1;
        if (left === 0) return at < pattern.length && pattern[at] !== ";" ? at : 0;
      }
    }
  }
  return 0;
}

function readSection(pattern: string, start: int32): Section {
  const section: Section = new Section(start);
  let comma: int32 = -1;
  let commas: int32 = 0;
  let at: int32 = start;
  while (at < pattern.length && pattern[at] !== ";") {
    const c: string = pattern[at];
    let next: int32 = at + 1;
    switch (c) {
      case "#":
        section.places = section.places + 1;
        break;
      case "0":
        if (section.firstZero < 0) section.firstZero = section.places;
        section.places = section.places + 1;
        section.lastZero = section.places;
        break;
      case ".":
        if (section.point < 0) section.point = section.places;
        break;
      case ",":
        if (section.places > 0 && section.point < 0) {
          if (comma === section.places) commas = commas + 1;
          else {
            if (comma >= 0) section.grouped = true;
            comma = section.places;
            commas = 1;
          }
        }
        break;
      case "%":
        section.shift = section.shift + 2;
        break;
      case "‰":
        section.shift = section.shift + 3;
        break;
      case "'":
      case '"':
        next = skipQuoted(pattern, at);
        break;
      case "\\":
        next = at + 2;
        break;
      case "E":
      case "e":
        if (isExponent(pattern, at)) {
          section.scientific = true;
          next = at + 2;
          while (pattern[next] === "0") next = next + 1;
        }
        break;
      default:
        break;
    }
    at = next;
  }
  if (section.point < 0) section.point = section.places;
  if (comma >= 0) {
    if (comma === section.point) section.shift = section.shift - commas * 3;
    else section.grouped = true;
  }
  return section;
}

/** Formats the digits of a number by a pattern; a float that is zero keeps its sign. */
export function formatCustom(number: Digits, pattern: string, isFloat: boolean): string {
  let d: Digits = number;
  let section: Section = readSection(pattern, findSection(pattern, d.text === "" ? 2 : d.negative ? 1 : 0));
  let negative: boolean = d.negative;
  if (d.text !== "") {
    d.point = d.point + section.shift;
    d = roundDigits(d, section.scientific ? section.places : d.point + section.places - section.point);
    if (d.text === "") {
      d.point = 0;
      const zeroStart: int32 = findSection(pattern, 2);
      if (zeroStart !== section.start) section = readSection(pattern, zeroStart);
    }
  }
  if (d.text === "" && !isFloat) negative = false;
  const text: string = new PatternWriter(d, pattern, section).write();
  return negative && section.start === 0 && (d.text !== "" || text !== "") ? "-" + text : text;
}

/** Fills the places of one section with digits, from left to right. */
class PatternWriter {
  digits: string;
  pattern: string;
  section: Section;
  exponent: int32;
  /** Next digit to write. */
  next: int32 = 0;
  /** Decimal place of the next digit: n in front of the point, 0 and less behind it. */
  place: int32;
  /** Digits more (or, negative, fewer) than the pattern has places in front of the point. */
  extra: int32;
  firstPlace: int32;
  lastPlace: int32;
  pointWritten: boolean = false;
  text: string = "";

  constructor(d: Digits, pattern: string, section: Section) {
    this.digits = d.text;
    this.pattern = pattern;
    this.section = section;
    this.exponent = d.text === "" ? 0 : d.point - section.point;
    this.firstPlace = section.firstZero >= 0 && section.firstZero < section.point ? section.point - section.firstZero : 0;
    this.lastPlace = section.lastZero > section.point ? section.point - section.lastZero : 0;
    if (section.scientific) {
      this.place = section.point;
      this.extra = 0;
    } else {
      this.place = Math.max(d.point, section.point);
      this.extra = d.point - section.point;
    }
  }

  put(digit: string): void {
    this.text = this.text + digit;
    if (this.section.grouped && this.place > 1 && (this.place - 1) % 3 === 0) this.text = this.text + ",";
  }

  takeDigit(): string {
    if (this.next >= this.digits.length) return "";
    this.next = this.next + 1;
    return this.digits[this.next - 1];
  }

  /** All digits that stand in front of the pattern's first place. */
  putExtra(): void {
    while (this.extra > 0) {
      const digit: string = this.takeDigit();
      this.put(digit === "" ? "0" : digit);
      this.place = this.place - 1;
      this.extra = this.extra - 1;
    }
  }

  putPlace(): void {
    let digit: string = "";
    if (this.extra < 0) {
      this.extra = this.extra + 1;
      if (this.place <= this.firstPlace) digit = "0";
    } else {
      digit = this.takeDigit();
      if (digit === "" && this.place > this.lastPlace) digit = "0";
    }
    if (digit !== "") this.put(digit);
    this.place = this.place - 1;
  }

  putPoint(): void {
    if (this.place !== 0 || this.pointWritten) return;
    if (this.lastPlace < 0 || (this.section.point < this.section.places && this.next < this.digits.length)) {
      this.text = this.text + ".";
      this.pointWritten = true;
    }
  }

  /** The exponent that starts at the letter at `at`; gives the index behind it. */
  putExponent(at: int32): int32 {
    let i: int32 = at + 1;
    const plus: boolean = this.pattern[i] === "+";
    if (plus || this.pattern[i] === "-") i = i + 1;
    const zeros: int32 = i;
    while (this.pattern[i] === "0") i = i + 1;
    const width: int32 = Math.min(i - zeros, 10);
    const size: string = number_to_string(this.exponent < 0 ? -this.exponent : this.exponent, 10);
    const sign: string = this.exponent < 0 ? "-" : plus ? "+" : "";
    this.text = this.text + this.pattern[at] + sign + (size.length < width ? str_repeat("0", width - size.length) : "") + size;
    return i;
  }

  write(): string {
    const pattern: string = this.pattern;
    let at: int32 = this.section.start;
    let scientific: boolean = this.section.scientific;
    while (at < pattern.length && pattern[at] !== ";") {
      const c: string = pattern[at];
      let next: int32 = at + 1;
      switch (c) {
        case "#":
        case "0":
          this.putExtra();
          this.putPlace();
          break;
        case ".":
          this.putExtra();
          this.putPoint();
          break;
        case ",":
          break;
        case "'":
        case '"':
          next = skipQuoted(pattern, at);
          this.text = this.text + pattern.slice(at + 1, pattern[next - 1] === c ? next - 1 : next);
          break;
        case "\\":
          if (next < pattern.length) this.text = this.text + pattern[next];
          next = at + 2;
          break;
        case "E":
        case "e":
          if (scientific && isExponent(pattern, at)) {
            next = this.putExponent(at);
            scientific = false;
          } else this.text = this.text + c;
          break;
        default:
          this.text = this.text + c;
          break;
      }
      at = next;
    }
    return this.text;
  }
}
