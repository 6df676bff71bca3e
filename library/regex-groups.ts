import { str_index_of } from "fusabi:builtin";
import { EXPLICIT_CAPTURE, isDigit, isNameStart, JAVA_SCRIPT, RegexScanner } from "./regex-scanner.ts";

/** The groups of a pattern, found before it is parsed: unnamed ones count first, then come named ones; numbers that are written stand. */
export class RegexGroups extends RegexScanner {
  /** Ascending; 0 is the whole match. */
  numbers: any;
  names: any;
  numbersByName: any;
  /** Where a number, or at first a name, stands for the first time. */
  places: any;
  /** The number of the next group without a name (in JavaScript: of any group). */
  nextNumber: int32;

  constructor(pattern: string, options: int32) {
    super(pattern, options);
    this.numbers = [0];
    this.names = [];
    this.numbersByName = new Map();
    this.places = new Map();
    this.nextNumber = 1;
    this.scan();
    let next: int32 = this.nextNumber;
    for (const name of this.names) {
      while (this.isNumber(next)) next = next + 1;
      this.numbersByName.set(name, next);
      this.numbers.push(next);
      this.places.set(next, this.places.get(name));
    }
    this.numbers.sort((a: int32, b: int32) => a - b);
    this.names = this.numbers.map((number: int32) => this.nameOf(number));
  }

  isNumber(group: int32): boolean {
    return this.numbers.includes(group);
  }

  /** Whether a group of the number begins before a position. */
  isBefore(group: int32, position: int32): boolean {
    return this.isNumber(group) && this.places.get(group) <= position;
  }

  /** The number behind a name, -1 where there is none. */
  numberOf(name: string): int32 {
    return this.numbersByName.get(name) ?? -1;
  }

  nameOf(number: int32): string {
    for (const [name, value] of this.numbersByName) {
      if (value === number) return name;
    }
    return "" + number;
  }

  note(number: int32): void {
    if (this.isNumber(number)) return;
    this.numbers.push(number);
    this.places.set(number, this.pos);
  }

  /** Notes the next group that counts, and gives its number. */
  count(): int32 {
    const number: int32 = this.nextNumber;
    this.note(number);
    this.nextNumber = number + 1;
    return number;
  }

  /** Notes every group. */
  scan(): void {
    const outer: any = [];
    let isCondition: boolean = false;
    this.blank();
    while (!this.atEnd()) {
      const unit: string = this.next();
      if (unit === "\\") this.escape();
      else if (unit === "[") this.set(true);
      else if (unit === ")") {
        if (outer.length > 0) this.options = outer.pop();
      } else if (unit === "(") {
        outer.push(this.options);
        if (this.peek() !== "?") {
          if (!this.has(EXPLICIT_CAPTURE) && !isCondition) this.count();
          isCondition = false;
        } else {
          this.pos = this.pos + 1;
          isCondition = this.special(outer);
        }
      }
      this.blank();
    }
  }

  /** After `(?`; whether the next parenthesis is a condition's. */
  special(outer: any): boolean {
    if (this.left() > 1 && (this.peek() === "<" || this.peek() === "'")) {
      this.pos = this.pos + 1;
      if (this.peek() === "0" || !isNameStart(this.peek())) return false;
      if (isDigit(this.peek())) this.note(this.decimal());
      else {
        const name: string = this.name();
        if (this.has(JAVA_SCRIPT)) this.numbersByName.set(name, this.count());
        else if (!this.names.includes(name)) {
          this.names.push(name);
          this.places.set(name, this.pos);
        }
      }
      return false;
    }
    this.inlineOptions();
    if (this.take(")")) outer.pop();
    else if (this.peek() === "(") return true;
    return false;
  }

  /** Skips what follows a backslash; what is ill-formed without regard to groups is an error here already. */
  escape(): void {
    if (this.atEnd()) return;
    const unit: string = this.peek();
    if (str_index_of("bBAGZzdDsSwWpP", unit, 0) >= 0) this.pos = this.pos + 1;
    else if (isDigit(unit) && unit !== "0") this.decimal();
    else if (unit === "k" || unit === "<" || unit === "'") this.skipReference();
    else this.escapedUnit();
  }

  skipReference(): void {
    const start: int32 = this.pos;
    const isNamed: boolean = this.take("k");
    const open: string = this.peek();
    const close: string = open === "<" ? ">" : open === "'" ? "'" : "";
    if (isNamed && (close === "" || this.left() < 2)) {
      if (!this.atEnd()) this.pos = this.pos + 1;
      this.fail("Malformed \\k<...> named back reference.");
    }
    this.pos = this.pos + 1;
    if (isNameStart(this.peek())) {
      this.name();
      if (this.take(close)) return;
    }
    this.pos = start;
    this.escapedUnit();
  }
}
