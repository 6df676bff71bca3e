// The small pieces of a pattern, read as .NET reads them: blanks, numbers, names, escapes, sets in brackets.
import { str_at, str_char_code_at, str_from_char_code, str_index_of, str_slice } from "fusabi:builtin";
import { RegexParseException } from "./regex-error.ts";
import { addShorthand, CharSet, DOTNET, ECMASCRIPT, isBoundaryUnit, isWordUnit, JAVASCRIPT } from "./regex-set.ts";

export const IGNORE_CASE: int32 = 1;
export const MULTILINE: int32 = 2;
export const EXPLICIT_CAPTURE: int32 = 4;
export const SINGLELINE: int32 = 16;
export const IGNORE_WHITESPACE: int32 = 32;
export const RIGHT_TO_LEFT: int32 = 64;
export const ECMA_SCRIPT: int32 = 256;
/** Patterns of JavaScript itself; no option of .NET. */
export const JAVA_SCRIPT: int32 = 65536;

export class RegexScanner {
  pattern: string;
  pos: int32;
  options: int32;

  constructor(pattern: string, options: int32) {
    this.pattern = pattern;
    this.pos = 0;
    this.options = options;
  }

  fail(problem: string): any {
    throw new RegexParseException(this.pattern, this.pos, problem);
  }

  has(option: int32): boolean {
    return (this.options & option) !== 0;
  }

  /** What `\d`, `\w` and `\s` mean. */
  flavour(): int32 {
    return this.has(JAVA_SCRIPT) ? JAVASCRIPT : this.has(ECMA_SCRIPT) ? ECMASCRIPT : DOTNET;
  }

  atEnd(): boolean {
    return this.pos >= this.pattern.length;
  }

  /** Units left. */
  left(): int32 {
    return this.pattern.length - this.pos;
  }

  /** The unit some places ahead, empty beyond the end. */
  ahead(distance: int32): string {
    const at: int32 = this.pos + distance;
    return at < this.pattern.length ? str_at(this.pattern, at) : "";
  }

  peek(): string {
    return this.ahead(0);
  }

  next(): string {
    const unit: string = str_at(this.pattern, this.pos);
    this.pos = this.pos + 1;
    return unit;
  }

  /** Reads the unit when it is the next one. */
  take(unit: string): boolean {
    if (this.peek() !== unit) return false;
    this.pos = this.pos + 1;
    return true;
  }

  /** Comments, and white space where the options say so. */
  blank(): void {
    while (true) {
      if (this.has(IGNORE_WHITESPACE)) {
        while (!this.atEnd() && isPatternSpace(this.peek())) this.pos = this.pos + 1;
        if (this.peek() === "#") {
          while (!this.atEnd() && this.peek() !== "\n") this.pos = this.pos + 1;
          continue;
        }
      }
      if (this.peek() !== "(" || this.ahead(1) !== "?" || this.ahead(2) !== "#" || this.has(JAVA_SCRIPT)) return;
      while (!this.atEnd() && this.peek() !== ")") this.pos = this.pos + 1;
      if (this.atEnd()) this.fail("Unterminated (?#...) comment.");
      this.pos = this.pos + 1;
    }
  }

  decimal(): int32 {
    let value: int32 = 0;
    while (isDigit(this.peek())) {
      const digit: int32 = str_char_code_at(this.next(), 0) - 48;
      if (value > 214748364 || (value === 214748364 && digit > 7)) this.fail("Capture group numbers must be less than or equal to Int32.MaxValue.");
      value = value * 10 + digit;
    }
    return value;
  }

  /** A group's name; the first unit is known to be of a word. */
  name(): string {
    const start: int32 = this.pos;
    while (!this.atEnd() && isBoundaryUnit(str_char_code_at(this.pattern, this.pos))) this.pos = this.pos + 1;
    return str_slice(this.pattern, start, this.pos);
  }

  /** Inline options up to what is none. */
  inlineOptions(): void {
    let off: boolean = false;
    while (!this.atEnd()) {
      const unit: string = this.peek();
      if (unit === "-") off = true;
      else if (unit === "+") off = false;
      else {
        const option: int32 = optionOf(unit);
        if (option === 0) return;
        this.options = off ? this.options & ~option : this.options | option;
      }
      this.pos = this.pos + 1;
    }
  }

  hexadecimal(count: int32): int32 {
    let value: int32 = 0;
    for (let i: int32 = 0; i < count; i++) {
      const digit: int32 = this.atEnd() || this.left() < count - i ? -1 : str_index_of("0123456789abcdef", this.peek().toLowerCase(), 0);
      if (this.left() >= count - i) this.pos = this.pos + 1;
      if (digit < 0) this.fail("Insufficient or invalid hexadecimal digits.");
      value = value * 16 + digit;
    }
    return value;
  }

  octal(): int32 {
    let value: int32 = 0;
    for (let i: int32 = 0; i < 3 && isOctal(this.peek()); i++) {
      value = value * 8 + (str_char_code_at(this.next(), 0) - 48);
      if (this.has(ECMA_SCRIPT) && value >= 32) break;
    }
    return value & 255;
  }

  control(): int32 {
    if (this.atEnd()) this.fail("Missing control character.");
    const code: int32 = str_char_code_at(this.next().toUpperCase(), 0) - 64;
    if (code < 0 || code >= 32) this.fail("Unrecognized control character.");
    return code;
  }

  /** The unit that an escape stands for, after its backslash. */
  escapedUnit(): string {
    const unit: string = this.next();
    if (isOctal(unit)) {
      this.pos = this.pos - 1;
      return str_from_char_code(this.octal());
    }
    const simple: int32 = str_index_of("abefnrtv", unit, 0);
    if (simple >= 0) return str_at("\x07\b\x1b\f\n\r\t\v", simple);
    if (unit === "x") return str_from_char_code(this.hexadecimal(2));
    if (unit === "u") return str_from_char_code(this.hexadecimal(4));
    if (unit === "c") return str_from_char_code(this.control());
    if (!this.has(ECMA_SCRIPT) && isBoundaryUnit(str_char_code_at(unit, 0))) this.fail("Unrecognized escape sequence \\" + unit + ".");
    return unit;
  }

  /** The name in `{…}` after `\p`. */
  property(): string {
    if (this.left() < 3) this.fail("Incomplete \\p{X} character escape.");
    if (this.next() !== "{") this.fail("Malformed \\p{X} character escape.");
    const start: int32 = this.pos;
    while (!this.atEnd() && (isBoundaryUnit(str_char_code_at(this.pattern, this.pos)) || this.peek() === "-")) this.pos = this.pos + 1;
    const name: string = str_slice(this.pattern, start, this.pos);
    if (this.atEnd() || this.next() !== "}") this.fail("Incomplete \\p{X} character escape.");
    return name;
  }

  addProperty(set: CharSet, letter: string): void {
    const name: string = this.property();
    if (!set.addProperty(name, letter === "P", this.has(IGNORE_CASE))) this.fail("Unknown property '" + name + "'.");
  }

  /** A set after its `[`; a range in reverse and what is no range end matter only when the set is made, not when it is skipped. */
  set(skipped: boolean): CharSet {
    const set: CharSet = new CharSet();
    set.caseless = this.has(IGNORE_CASE);
    set.negated = this.take("^");
    let first: boolean = !this.has(JAVA_SCRIPT) && !(set.negated && this.has(ECMA_SCRIPT) && this.peek() === "]");
    let rangeStart: int32 = -1;
    while (!this.atEnd()) {
      const unit: string = this.next();
      let code: int32 = str_char_code_at(unit, 0);
      let escaped: boolean = false;
      if (unit === "]" && !first) return set;
      if (unit === "\\" && !this.atEnd()) {
        const letter: string = this.next();
        if (str_index_of("dDsSwW", letter, 0) >= 0 || (isPropertyLetter(letter) && !this.has(JAVA_SCRIPT))) {
          if (rangeStart >= 0 && !skipped) this.fail("Cannot include class \\" + letter + " in character range.");
          if (letter === "p" || letter === "P") this.addProperty(set, letter);
          else addShorthand(set, letter, this.flavour());
          first = false;
          continue;
        }
        if (letter === "-") {
          if (rangeStart >= 0) {
            if (rangeStart > 45 && !skipped) this.fail("[x-y] range in reverse order.");
            set.addRange(rangeStart, 45);
            rangeStart = -1;
          } else set.addRange(45, 45);
          first = false;
          continue;
        }
        this.pos = this.pos - 1;
        code = str_char_code_at(this.escapedUnit(), 0);
        escaped = true;
      } else if (unit === "[" && this.peek() === ":" && rangeStart < 0) this.skipPosixName();
      if (rangeStart >= 0) {
        if (unit === "[" && !escaped && !first && !this.has(JAVA_SCRIPT)) {
          set.addRange(rangeStart, rangeStart);
          set.without = this.set(skipped);
          this.checkLast();
        } else {
          if (rangeStart > code && !skipped) this.fail("[x-y] range in reverse order.");
          set.addRange(rangeStart, code);
        }
        rangeStart = -1;
      } else if (this.left() >= 2 && this.peek() === "-" && this.ahead(1) !== "]") {
        rangeStart = code;
        this.pos = this.pos + 1;
      } else if (unit === "-" && !escaped && this.peek() === "[" && !first && !this.has(JAVA_SCRIPT)) {
        this.pos = this.pos + 1;
        set.without = this.set(skipped);
        if (!skipped) this.checkLast();
      } else set.addRange(code, code);
      first = false;
    }
    return this.fail("Unterminated [] set.");
  }

  /** A set that is taken away ends the one around it. */
  checkLast(): void {
    if (!this.atEnd() && this.peek() !== "]") this.fail("A subtraction must be the last element in a character class.");
  }

  /** `[:` is read and means nothing. */
  skipPosixName(): void {
    const before: int32 = this.pos;
    this.pos = this.pos + 1;
    if (this.left() < 2 || this.next() !== ":" || this.next() !== "]") this.pos = before;
  }
}

export const isDigit = (unit: string): boolean => unit >= "0" && unit <= "9" && unit !== "";
const isOctal = (unit: string): boolean => unit >= "0" && unit <= "7" && unit !== "";
const isPropertyLetter = (unit: string): boolean => unit === "p" || unit === "P";
export const isPatternSpace = (unit: string): boolean => unit === " " || (unit >= "\t" && unit <= "\r" && unit !== "");
export const isNameStart = (unit: string): boolean => unit !== "" && isWordUnit(str_char_code_at(unit, 0));

const optionOf = (unit: string): int32 => {
  switch (unit.toLowerCase()) {
    case "i":
      return IGNORE_CASE;
    case "m":
      return MULTILINE;
    case "n":
      return EXPLICIT_CAPTURE;
    case "s":
      return SINGLELINE;
    case "x":
      return IGNORE_WHITESPACE;
    default:
      return 0;
  }
};
