import { bigint_as_int_n, bigint_of, math_fround, number_parse, str_char_code_at, str_from_char_code } from "fusabi:builtin";
import { ArgumentNullException, FormatException, OverflowException } from "./exceptions.ts";

/** Parsing of numbers and bools with .NET's rules and messages. */

const hexStyle: int32 = 512;

const isSpace = (unit: int32): boolean => unit === 32 || (unit >= 9 && unit <= 13);
const isDecimalDigit = (unit: int32): boolean => unit >= 48 && unit <= 57;

/** The value of a digit, 99 for what is none. */
function digitOf(unit: int32): int32 {
  if (unit >= 48 && unit <= 57) return unit - 48;
  if (unit >= 97 && unit <= 102) return unit - 87;
  if (unit >= 65 && unit <= 70) return unit - 55;
  return 99;
}

function failFormat(text: string): any {
  throw new FormatException("The input string '" + text + "' was not in a correct format.");
}

class ParsedInteger {
  negative: boolean;
  digits: string;
  radix: int32;
  constructor(negative: boolean, digits: string, radix: int32) {
    this.negative = negative;
    this.digits = digits;
    this.radix = radix;
  }
}

function prefixRadix(unit: int32): int32 {
  switch (unit | 32) {
    case 120:
      return 16;
    case 111:
      return 8;
    case 98:
      return 2;
    default:
      return 0;
  }
}

/** Sign, prefix and digits of an integer; undefined where the text is none. A lenient one takes F#'s prefixes and underscores. */
export function scanInteger(text: string, style: int32, radix: any, lenient: boolean): any {
  let start: int32 = 0;
  let end: int32 = text.length;
  while (start < end && isSpace(str_char_code_at(text, start))) start++;
  while (end > start && isSpace(str_char_code_at(text, end - 1))) end--;
  let negative: boolean = false;
  if (start < end) {
    const sign: int32 = str_char_code_at(text, start);
    if (sign === 45 || sign === 43) {
      negative = sign === 45;
      start++;
    }
  }
  let base: int32 = radix ?? ((style & hexStyle) !== 0 ? 16 : 10);
  if (((lenient && (style & hexStyle) === 0) || radix != null) && start + 1 < end && str_char_code_at(text, start) === 48) {
    const prefixed: int32 = prefixRadix(str_char_code_at(text, start + 1));
    if (prefixed !== 0 && (radix == null || prefixed === radix)) {
      base = prefixed;
      start += 2;
    }
  }
  let digits: string = "";
  for (let i: int32 = start; i < end; i++) {
    const unit: int32 = str_char_code_at(text, i);
    if (digitOf(unit) < base) digits = digits + str_from_char_code(unit);
    else if (unit !== 95 || !lenient) return undefined;
  }
  return digits === "" ? undefined : new ParsedInteger(negative, digits, base);
}

export function bigValue(parsed: ParsedInteger): any {
  switch (parsed.radix) {
    case 16:
      return bigint_of("0x" + parsed.digits);
    case 8:
      return bigint_of("0o" + parsed.digits);
    case 2:
      return bigint_of("0b" + parsed.digits);
    default:
      return bigint_of(parsed.digits);
  }
}

/** The integer as a bigint of the type's range, undefined where it is outside. */
function rangedValue(parsed: ParsedInteger, unsigned: boolean, bits: int32): any {
  const limit: any = 1n << bigint_of(bits);
  const magnitude: any = bigValue(parsed);
  const value: any = parsed.negative ? -magnitude : magnitude;
  if (unsigned) return value >= 0n && value < limit ? value : undefined;
  if (parsed.radix !== 10 && value >= 0n && value < limit) return bigint_as_int_n(bits, value);
  const half: any = limit / 2n;
  return value >= -half && value < half ? value : undefined;
}

function typeText(unsigned: boolean, bits: int32): string {
  if (bits === 8) return unsigned ? "an unsigned byte" : "a signed byte";
  return (unsigned ? "a UInt" : "an Int") + bits;
}

/** What F# converts: it takes prefixes and underscores, and small types have the messages of its own arithmetic. */
function parseInteger(text: any, style: int32, unsigned: boolean, bits: int32, radix: any): any {
  if (text == null) throw new ArgumentNullException("s");
  const parsed: any = scanInteger(text, style, radix, true);
  if (parsed === undefined && text.trim() === "") throw new FormatException("Input string was not in a correct format.");
  const value: any = parsed === undefined ? failFormat(text) : rangedValue(parsed, unsigned, bits);
  if (value === undefined && bits < 32 && radix === undefined) throw new OverflowException();
  return value ?? failRange(unsigned, bits);
}
/** `Int32.Parse(text)` and its kin. */
export function parseNumber(text: any, unsigned: boolean, bits: int32): any {
  if (text == null) throw new ArgumentNullException("s");
  const parsed: any = scanInteger(text, 7, undefined, false);
  const value: any = parsed === undefined ? failFormat(text) : (rangedValue(parsed, unsigned, bits) ?? failRange(unsigned, bits));
  return bits === 64 ? value : Number(value);
}
function failRange(unsigned: boolean, bits: int32): any {
  throw new OverflowException("Value was either too large or too small for " + typeText(unsigned, bits) + ".");
}

function tryParseInteger(text: any, style: int32, unsigned: boolean, bits: int32): any {
  if (text == null) return undefined;
  const parsed: any = scanInteger(text, style, undefined, false);
  return parsed === undefined ? undefined : rangedValue(parsed, unsigned, bits);
}

/** Int32.js: numbers of up to 32 bits. */
export function parse(text: any, style: int32, unsigned: boolean, bits: int32, radix?: any): any {
  return Number(parseInteger(text, style, unsigned, bits, radix));
}
export function tryParse(text: any, style: int32, unsigned: boolean, bits: int32, result: any): boolean {
  const value: any = tryParseInteger(text, style, unsigned, bits);
  result.contents = value === undefined ? 0 : Number(value);
  return value !== undefined;
}

/** Long.js: int64 and uint64. */
export function parseLong(text: any, style: int32, unsigned: boolean, bits: int32, radix?: any): any {
  return parseInteger(text, style, unsigned, bits, radix);
}
export function tryParseLong(text: any, style: int32, unsigned: boolean, bits: int32, result: any): boolean {
  const value: any = tryParseInteger(text, style, unsigned, bits);
  result.contents = value ?? 0n;
  return value !== undefined;
}

/** A float, or undefined. A lenient one takes F#'s underscores. */
function scanFloat(text: string, lenient: boolean): any {
  const trimmed: string = text.trim();
  const word: string = trimmed.toLowerCase();
  switch (word) {
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
      break;
  }
  let clean: string = "";
  let digits: int32 = 0;
  let exponentDigits: int32 = 0;
  let seenPoint: boolean = false;
  let seenExponent: boolean = false;
  for (let i: int32 = 0; i < trimmed.length; i++) {
    const unit: int32 = str_char_code_at(trimmed, i);
    if (isDecimalDigit(unit)) {
      if (seenExponent) exponentDigits++;
      else digits++;
    } else if (unit === 43 || unit === 45) {
      const before: int32 = i === 0 ? 0 : str_char_code_at(trimmed, i - 1) | 32;
      if (i > 0 && before !== 101) return undefined;
    } else if (unit === 46) {
      if (seenPoint || seenExponent) return undefined;
      seenPoint = true;
    } else if (unit === 101 || unit === 69) {
      if (seenExponent || digits === 0) return undefined;
      seenExponent = true;
    } else if (unit === 44) {
      if (seenPoint || seenExponent || digits === 0) return undefined;
      continue;
    } else if (unit === 95 && lenient) {
      continue;
    } else return undefined;
    clean = clean + str_from_char_code(unit);
  }
  if (digits === 0 || (seenExponent && exponentDigits === 0)) return undefined;
  return number_parse(clean);
}

/** Double.js */
export function parseDouble(text: any): any {
  if (text == null) throw new ArgumentNullException("s");
  return scanFloat(text, true) ?? failFormat(text);
}
export function tryParseDouble(text: any, result: any): boolean {
  const value: any = text == null ? undefined : scanFloat(text, false);
  result.contents = value ?? 0;
  return value !== undefined;
}

/** float32 has no module of its own. */
export function parseSingle(text: any): any {
  return math_fround(parseDouble(text));
}
export function tryParseSingle(text: any, result: any): boolean {
  const value: any = text == null ? undefined : scanFloat(text, false);
  result.contents = value === undefined ? 0 : math_fround(value);
  return value !== undefined;
}

function scanBool(text: any): any {
  if (text == null) return undefined;
  const word: string = text.trim().toLowerCase();
  if (word === "true") return true;
  return word === "false" ? false : undefined;
}
export function parseBool(text: any): any {
  if (text == null) throw new ArgumentNullException("value");
  const value: any = scanBool(text);
  if (value === undefined) throw new FormatException("String '" + text + "' was not recognized as a valid Boolean.");
  return value;
}
export function tryParseBool(text: any, result: any): boolean {
  const value: any = scanBool(text);
  result.contents = value ?? false;
  return value !== undefined;
}
export function parseChar(text: any): any {
  if (text == null) throw new ArgumentNullException("s");
  if (text.length !== 1) throw new FormatException("String must be exactly one character long.");
  return text;
}
