// Texts of numbers by .NET's NumberStyles, in the invariant culture.
import { bigint_as_int_n, bigint_of, math_fround, number_parse, str_char_code_at, str_slice } from "fusabi:builtin";
import { ArgumentException, ArgumentNullException, FormatException, OverflowException } from "./exceptions.ts";

const leadingWhite: int32 = 1;
const trailingWhite: int32 = 2;
const leadingSign: int32 = 4;
const trailingSign: int32 = 8;
const parentheses: int32 = 16;
const decimalPoint: int32 = 32;
const thousands: int32 = 64;
const exponent: int32 = 128;
const currencySymbol: int32 = 256;
const hexadecimal: int32 = 512;
const binary: int32 = 1024;

/** What `Parse` without a style takes. */
export const integerStyle: int32 = 7;
export const numberStyle: int32 = 111;
export const floatStyle: int32 = 231;
/** What F#'s own `float` and `decimal` take. */
export const plainFloatStyle: int32 = 167;

const isWhite = (unit: int32): boolean => unit === 32 || (unit >= 9 && unit <= 13);
const isDigit = (unit: int32): boolean => unit >= 48 && unit <= 57;
const currency: int32 = 0xa4;
/** Exponents beyond it are alike. */
const farExponent: int32 = 99999;

/** `digits` behind a sign, the point `scale` digits from the right. */
export class ScannedNumber {
  negative: boolean = false;
  digits: string = "";
  scale: int32 = 0;
}

class NumberScanner {
  text: string;
  style: int32;
  at: int32 = 0;
  signed: boolean = false;
  open: boolean = false;
  priced: boolean;
  result: ScannedNumber = new ScannedNumber();

  constructor(text: string, style: int32) {
    this.text = text;
    this.style = style;
    this.priced = !this.allows(currencySymbol);
  }

  allows(flag: int32): boolean {
    return (this.style & flag) !== 0;
  }

  /** The unit at hand, 0 behind the end. */
  unit(): int32 {
    return this.at < this.text.length ? str_char_code_at(this.text, this.at) : 0;
  }

  takeSign(flag: int32): boolean {
    const unit: int32 = this.unit();
    if (this.signed || !this.allows(flag) || (unit !== 43 && unit !== 45)) return false;
    this.signed = true;
    this.result.negative = unit === 45;
    return true;
  }

  takeCurrency(): boolean {
    if (this.priced || this.unit() !== currency) return false;
    this.priced = true;
    return true;
  }

  takeParenthesis(): boolean {
    if (this.signed || !this.allows(parentheses) || this.unit() !== 40) return false;
    this.signed = true;
    this.open = true;
    this.result.negative = true;
    return true;
  }

  /** Between a sign and the digits no blank may stand, but between a currency and the digits. */
  lead(): void {
    while (this.at < this.text.length) {
      const blank: boolean = isWhite(this.unit()) && this.allows(leadingWhite) && (!this.signed || (this.allows(currencySymbol) && this.priced));
      if (!blank && !this.takeSign(leadingSign) && !this.takeParenthesis() && !this.takeCurrency()) return;
      this.at++;
    }
  }

  digits(): void {
    let point: boolean = false;
    while (this.at < this.text.length) {
      const unit: int32 = this.unit();
      if (isDigit(unit)) {
        this.result.digits = this.result.digits + this.text[this.at];
        if (point) this.result.scale++;
      } else if (unit === 46 && !point && this.allows(decimalPoint)) point = true;
      else if (unit !== 44 || point || this.result.digits === "" || !this.allows(thousands)) return;
      this.at++;
    }
  }

  power(): void {
    if ((this.unit() | 32) !== 101 || !this.allows(exponent)) return;
    const before: int32 = this.at;
    this.at++;
    const negative: boolean = this.unit() === 45;
    if (negative || this.unit() === 43) this.at++;
    if (!isDigit(this.unit())) {
      this.at = before;
      return;
    }
    let size: int32 = 0;
    for (; isDigit(this.unit()); this.at++) size = Math.min(farExponent, size * 10 + this.unit() - 48);
    this.result.scale = this.result.scale + (negative ? size : -size);
  }

  trail(): void {
    while (this.at < this.text.length) {
      if (this.open && this.unit() === 41) this.open = false;
      else if (!(isWhite(this.unit()) && this.allows(trailingWhite)) && !this.takeSign(trailingSign) && !this.takeCurrency()) return;
      this.at++;
    }
  }

  run(): any {
    this.lead();
    this.digits();
    if (this.result.digits === "") return undefined;
    this.power();
    this.trail();
    // Zeros of code 0 end a text as in C.
    while (this.at < this.text.length && this.unit() === 0) this.at++;
    return this.open || this.at < this.text.length ? undefined : this.result;
  }
}

/** A ScannedNumber, or undefined. */
export function scanNumber(text: string, style: int32): any {
  return new NumberScanner(text, style).run();
}

export function failNumberFormat(text: string): any {
  throw new FormatException("The input string '" + text + "' was not in a correct format.");
}

/** What .NET calls a type of integers. */
export function integerText(unsigned: boolean, bits: int32): string {
  if (bits === 8) return unsigned ? "an unsigned byte" : "a signed byte";
  return (unsigned ? "a UInt" : "an Int") + bits;
}

const failStyle = (message: string): any => {
  throw new ArgumentException(message, "style");
};

const checkIntegerStyle = (style: int32): void => {
  if ((style & -2048) !== 0) failStyle("An undefined NumberStyles value is being used.");
  const prefixed: int32 = style & (hexadecimal | binary);
  if (prefixed !== 0 && (prefixed === (hexadecimal | binary) || (style & ~(prefixed | leadingWhite | trailingWhite)) !== 0))
    failStyle(
      "With the AllowHexSpecifier or AllowBinarySpecifier bit set in the enum bit field, the only other valid bits that can be combined into the enum value must be AllowLeadingWhite and AllowTrailingWhite.",
    );
};

export const checkFloatStyle = (style: int32): void => {
  if ((style & -2048) !== 0) failStyle("An undefined NumberStyles value is being used.");
  if ((style & (hexadecimal | binary)) !== 0) failStyle("The number styles AllowHexSpecifier and AllowBinarySpecifier are not supported on floating point data types.");
};

/** The digits of another radix, as JavaScript's own literal of them; undefined where there are none, or others. */
function prefixedDigits(text: string, style: int32): any {
  let start: int32 = 0;
  let end: int32 = text.length;
  while (end > start && str_char_code_at(text, end - 1) === 0) end--;
  while ((style & leadingWhite) !== 0 && start < end && isWhite(str_char_code_at(text, start))) start++;
  while ((style & trailingWhite) !== 0 && end > start && isWhite(str_char_code_at(text, end - 1))) end--;
  const hex: boolean = (style & hexadecimal) !== 0;
  for (let i: int32 = start; i < end; i++) {
    const unit: int32 = str_char_code_at(text, i);
    const letter: int32 = unit | 32;
    if (!(hex ? isDigit(unit) || (letter >= 97 && letter <= 102) : unit === 48 || unit === 49)) return undefined;
  }
  return end > start ? (hex ? "0x" : "0b") + str_slice(text, start, end) : undefined;
}

const tenTo = (power: int32): any => 10n ** bigint_of(power);

/** The number as a bigint; undefined where it is no integer, or has more than 1,000 digits. */
export function wholeOf(number: ScannedNumber): any {
  const size: any = bigint_of(number.digits);
  if (size === 0n) return size;
  const scale: int32 = number.scale;
  if (scale < -1000 || scale > number.digits.length) return undefined;
  const divisor: any = tenTo(Math.max(scale, 0));
  const rest: any = size % divisor;
  if (rest !== 0n) return undefined;
  const whole: any = scale < 0 ? size * tenTo(-scale) : size / divisor;
  return number.negative ? -whole : whole;
}

/** The integer of the type, undefined where the text is none, null where it does not fit. */
function styledInteger(text: string, style: int32, unsigned: boolean, bits: int32): any {
  const limit: any = 1n << bigint_of(bits);
  if ((style & (hexadecimal | binary)) !== 0) {
    const digits: any = prefixedDigits(text, style);
    if (digits === undefined) return undefined;
    const value: any = bigint_of(digits);
    if (value >= limit) return null;
    return unsigned ? value : bigint_as_int_n(bits, value);
  }
  const scanned: any = scanNumber(text, style);
  if (scanned === undefined) return undefined;
  const value: any = wholeOf(scanned);
  if (value === undefined) return null;
  const half: any = limit / 2n;
  return (unsigned ? value >= 0n && value < limit : value >= -half && value < half) ? value : null;
}

const ofWidth = (value: any, bits: int32): any => (bits === 64 ? value : Number(value));

/** Up to nine digits and no more, the commonest of texts; -1 for all others. */
function plainInteger(text: string): int32 {
  const length: int32 = text.length;
  if (length === 0 || length > 9) return -1;
  let value: int32 = 0;
  for (let i: int32 = 0; i < length; i++) {
    const unit: int32 = str_char_code_at(text, i);
    if (!isDigit(unit)) return -1;
    value = value * 10 + unit - 48;
  }
  return value;
}

/** The integer where its text is plain and fits for sure, or -1. */
const quickInteger = (text: any, style: int32, bits: int32): int32 => {
  if (text == null || style !== integerStyle) return -1;
  const value: int32 = plainInteger(text);
  return bits >= 32 || value < 1 << (bits - 1) ? value : -1;
};

/** `Int32.Parse(text, style)` and its kin. */
export function parseIntegerStyled(text: any, style: int32, unsigned: boolean, bits: int32): any {
  const quick: int32 = quickInteger(text, style, bits);
  if (quick >= 0) return bits === 64 ? bigint_of(quick) : quick;
  if (text == null) throw new ArgumentNullException("s");
  checkIntegerStyle(style);
  const value: any = styledInteger(text, style, unsigned, bits);
  if (value === undefined) return failNumberFormat(text);
  if (value === null) throw new OverflowException("Value was either too large or too small for " + integerText(unsigned, bits) + ".");
  return ofWidth(value, bits);
}
export function tryParseIntegerStyled(text: any, style: int32, unsigned: boolean, bits: int32, result: any): boolean {
  const quick: int32 = quickInteger(text, style, bits);
  if (quick >= 0) {
    result.contents = bits === 64 ? bigint_of(quick) : quick;
    return true;
  }
  checkIntegerStyle(style);
  const value: any = text == null ? undefined : styledInteger(text, style, unsigned, bits);
  result.contents = ofWidth(value ?? 0n, bits);
  return value != null;
}

/** A float, or undefined. */
function styledFloat(text: string, style: int32): any {
  const scanned: any = scanNumber(text, style);
  if (scanned !== undefined) return number_parse((scanned.negative ? "-" : "") + scanned.digits + "e" + -scanned.scale);
  switch (text.trim().toLowerCase()) {
    case "nan":
    case "-nan":
    case "+nan":
      return NaN;
    case "infinity":
    case "+infinity":
      return Infinity;
    case "-infinity":
      return -Infinity;
    default:
      return undefined;
  }
}

const ofPrecision = (value: float64, bits: int32): float64 => (bits === 32 ? math_fround(value) : value);

/** `Double.Parse(text, style)`, `Single.Parse(text, style)`. */
export function parseFloatStyled(text: any, style: int32, bits: int32): float64 {
  if (text == null) throw new ArgumentNullException("s");
  checkFloatStyle(style);
  return ofPrecision(styledFloat(text, style) ?? failNumberFormat(text), bits);
}
export function tryParseFloatStyled(text: any, style: int32, bits: int32, result: any): boolean {
  checkFloatStyle(style);
  const value: any = text == null ? undefined : styledFloat(text, style);
  result.contents = value === undefined ? 0 : ofPrecision(value, bits);
  return value !== undefined;
}

const valueMessage: string = "The value could not be parsed.";

/** `BigInteger.Parse(text, style)`: hexadecimal digits are a two's complement, ff is -1. */
function styledBigInteger(text: string, style: int32): any {
  if ((style & (hexadecimal | binary)) === 0) {
    const scanned: any = scanNumber(text, style);
    return scanned === undefined ? undefined : wholeOf(scanned);
  }
  const digits: any = prefixedDigits(text, style);
  if (digits === undefined) return undefined;
  const value: any = bigint_of(digits);
  const bits: any = bigint_of((digits.length - 2) * ((style & hexadecimal) !== 0 ? 4 : 1));
  return value >> (bits - 1n) === 0n ? value : value - (1n << bits);
}
const checkBigStyle = (style: int32): void => {
  if ((style & hexadecimal) !== 0 && (style & ~(hexadecimal | leadingWhite | trailingWhite)) !== 0)
    failStyle(
      "With the AllowHexSpecifier bit set in the enum bit field, the only other valid bits that can be combined into the enum value must be a subset of those in HexNumber.",
    );
  checkIntegerStyle(style);
};

export function parseBigInteger(text: any, style: int32): any {
  checkBigStyle(style);
  if (text == null) throw new ArgumentNullException("value");
  const value: any = styledBigInteger(text, style);
  if (value === undefined) throw new FormatException(valueMessage);
  return value;
}
export function tryParseBigInteger(text: any, style: int32, result: any): boolean {
  checkBigStyle(style);
  const value: any = text == null ? undefined : styledBigInteger(text, style);
  result.contents = value ?? 0n;
  return value !== undefined;
}
