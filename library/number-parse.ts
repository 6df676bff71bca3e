import { bigint_as_int_n, bigint_as_uint_n, bigint_of, math_fround, str_char_code_at, str_from_char_code } from "fusabi:builtin";
import { failIndex } from "./argument-checks.ts";
import { ArgumentException, ArgumentNullException, FormatException, OverflowException } from "./exceptions.ts";
import {
  failNumberFormat,
  floatStyle,
  integerStyle,
  integerText,
  parseFloatStyled,
  parseIntegerStyled,
  plainFloatStyle,
  tryParseFloatStyled,
  tryParseIntegerStyled,
} from "./number-styles.ts";

/** Parsing of numbers and bools with .NET's rules and messages. */

const hexStyle: int32 = 512;

const isSpace = (unit: int32): boolean => unit === 32 || (unit >= 9 && unit <= 13);

/** The value of a digit, 99 for what is none. */
function digitOf(unit: int32): int32 {
  if (unit >= 48 && unit <= 57) return unit - 48;
  if (unit >= 97 && unit <= 102) return unit - 87;
  if (unit >= 65 && unit <= 70) return unit - 55;
  return 99;
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
function scanInteger(text: string, style: int32, radix: any, lenient: boolean): any {
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

function bigValue(parsed: ParsedInteger): any {
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

/** What F# converts: it takes prefixes and underscores, and small types have the messages of its own arithmetic. */
function parseInteger(text: any, style: int32, unsigned: boolean, bits: int32, radix: any): any {
  if (radix !== undefined) return parseRadix(text, unsigned, bits, radix);
  if (text == null) throw new ArgumentNullException("s");
  const parsed: any = scanInteger(text, style, radix, true);
  if (parsed === undefined && text.trim() === "") throw new FormatException("Input string was not in a correct format.");
  const width: int32 = Math.max(bits, 32);
  const value: any = parsed === undefined ? failNumberFormat(text) : (rangedValue(parsed, unsigned, width) ?? failRange(unsigned, width));
  // Small types are read as 32 bits and converted.
  if (value !== (unsigned ? bigint_as_uint_n(bits, value) : bigint_as_int_n(bits, value))) throw new OverflowException();
  return value;
}
/** `Convert.ToInt32(text, radix)`: no blanks around it, a sign and separators in base 10 alone. */
function parseRadix(text: any, unsigned: boolean, bits: int32, radix: int32): any {
  if (radix !== 2 && radix !== 8 && radix !== 10 && radix !== 16) throw new ArgumentException("Invalid Base.");
  if (text == null) return 0n;
  if (radix === 10) return bigint_of(parseIntegerStyled(text, integerStyle, unsigned, bits));
  if (text === "") failIndex("startIndex", "");
  if (text[0] === "-") throw new ArgumentException("String cannot contain a minus sign if the base is not 10.");
  const start: int32 = radix === 16 && text.length > 1 && text[0] === "0" && (text[1] === "x" || text[1] === "X") ? 2 : text[0] === "+" ? 1 : 0;
  let end: int32 = start;
  while (end < text.length && digitOf(str_char_code_at(text, end)) < radix) end++;
  if (end === start) throw new FormatException("Could not find any recognizable digits.");
  if (end < text.length) throw new FormatException("Additional non-parsable characters are at the end of the string.");
  return rangedValue(new ParsedInteger(false, text.slice(start, end), radix), unsigned, bits) ?? failRange(unsigned, bits);
}
function failRange(unsigned: boolean, bits: int32): any {
  throw new OverflowException("Value was either too large or too small for " + integerText(unsigned, bits) + ".");
}

/** Int32.js: numbers of up to 32 bits. */
export function parse(text: any, style: int32, unsigned: boolean, bits: int32, radix?: any): any {
  return Number(parseInteger(text, style, unsigned, bits, radix));
}
/** Long.js: int64 and uint64. */
export function parseLong(text: any, style: int32, unsigned: boolean, bits: int32, radix?: any): any {
  return parseInteger(text, style, unsigned, bits, radix);
}
/** Of both, without a style. */
export const tryParse = (text: any, _style: int32, unsigned: boolean, bits: int32, result: any): boolean => tryParseIntegerStyled(text, integerStyle, unsigned, bits, result);

/** Double.js: F#'s `float text`, which may have underscores. */
export const parseDouble = (text: any): float64 => parseFloatStyled(text == null ? text : text.replaceAll("_", ""), plainFloatStyle, 64);
export const tryParseDouble = (text: any, result: any): boolean => tryParseFloatStyled(text, floatStyle, 64, result);

/** float32 has no module of its own. */
export const parseSingle = (text: any): float64 => math_fround(parseDouble(text));
export const tryParseSingle = (text: any, result: any): boolean => tryParseFloatStyled(text, floatStyle, 32, result);

function scanBool(text: any): any {
  if (text == null) return undefined;
  const word: string = text.replaceAll("\0", " ").trim().toLowerCase();
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
