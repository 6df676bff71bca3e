// System.Char: each test of a unit, and of the code point at an index of a text, by .NET's own categories.
import { char_category, str_char_code_at, str_code_point_at, str_from_code_point } from "fusabi:builtin";
import { checkNotNull, failIndex } from "./argument-checks.ts";
import { ArgumentException, ArgumentOutOfRangeException } from "./exceptions.ts";
import { isWhiteSpace as isWhite } from "./string.ts";

export { parseChar as parse } from "./number-parse.ts";

const isIn = (mask: int32, text: any, index: int32): boolean => ((mask >>> getUnicodeCategory2(text, index)) & 1) !== 0;

const checkIndex = (text: any, index: int32): void => {
  checkNotNull(text, "s");
  if (index < 0 || index >= text.length) throw new ArgumentOutOfRangeException("index");
};

export function getUnicodeCategory2(text: any, index: int32): int32 {
  checkIndex(text, index);
  return char_category(str_code_point_at(text, index));
}

/** Bits of UnicodeCategory. */
const letters: int32 = 0x1f;
const digit: int32 = 0x100;
const numbers: int32 = 0x700;
const separators: int32 = 0x3800;
const punctuation: int32 = 0x1fc0000;
const symbols: int32 = 0x1e000000;

export const isLetter2 = (text: any, index: int32): boolean => isIn(letters, text, index);
export const isDigit2 = (text: any, index: int32): boolean => isIn(digit, text, index);
export const isLetterOrDigit2 = (text: any, index: int32): boolean => isIn(letters | digit, text, index);
export const isUpper2 = (text: any, index: int32): boolean => isIn(1, text, index);
export const isLower2 = (text: any, index: int32): boolean => isIn(2, text, index);
export const isNumber2 = (text: any, index: int32): boolean => isIn(numbers, text, index);
export const isSeparator2 = (text: any, index: int32): boolean => isIn(separators, text, index);
export const isPunctuation2 = (text: any, index: int32): boolean => isIn(punctuation, text, index);
export const isSymbol2 = (text: any, index: int32): boolean => isIn(symbols, text, index);
export const isControl2 = (text: any, index: int32): boolean => isIn(0x4000, text, index);
export const isWhiteSpace2 = (text: any, index: int32): boolean => isWhite(unitAt(text, index));

function unitAt(text: any, index: int32): int32 {
  checkIndex(text, index);
  return str_char_code_at(text, index);
}

const isHigh = (unit: int32): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: int32): boolean => unit >= 0xdc00 && unit < 0xe000;
export const isHighSurrogate2 = (text: any, index: int32): boolean => isHigh(unitAt(text, index));
export const isLowSurrogate2 = (text: any, index: int32): boolean => isLow(unitAt(text, index));
export const isSurrogate2 = (text: any, index: int32): boolean => (unitAt(text, index) & 0xf800) === 0xd800;

/** Of a text and an index, or of two units. */
export function isSurrogatePair(text: any, indexOrLow: any): boolean {
  if (typeof indexOrLow === "string") return isHigh(str_char_code_at(text, 0)) && isLow(str_char_code_at(indexOrLow, 0));
  const index: int32 = indexOrLow;
  return isHigh(unitAt(text, index)) && index + 1 < text.length && isLow(str_char_code_at(text, index + 1));
}

export const getUnicodeCategory = (char: string): int32 => getUnicodeCategory2(char, 0);
// ASCII is told by its units, and each function is small enough to stand where it is called.
const isUnitIn = (unit: int32, first: int32, last: int32): boolean => unit >= first && unit <= last;
const isLetterUnit = (unit: int32): boolean => isUnitIn(unit | 32, 97, 122);
export function isLetter(char: string): boolean {
  const unit: int32 = str_char_code_at(char, 0);
  return unit < 128 ? isLetterUnit(unit) : isLetter2(char, 0);
}
export function isDigit(char: string): boolean {
  const unit: int32 = str_char_code_at(char, 0);
  return unit < 128 ? isUnitIn(unit, 48, 57) : isDigit2(char, 0);
}
export function isLetterOrDigit(char: string): boolean {
  const unit: int32 = str_char_code_at(char, 0);
  return unit < 128 ? isLetterUnit(unit) || isUnitIn(unit, 48, 57) : isLetterOrDigit2(char, 0);
}
export function isUpper(char: string): boolean {
  const unit: int32 = str_char_code_at(char, 0);
  return unit < 128 ? isUnitIn(unit, 65, 90) : isUpper2(char, 0);
}
export function isLower(char: string): boolean {
  const unit: int32 = str_char_code_at(char, 0);
  return unit < 128 ? isUnitIn(unit, 97, 122) : isLower2(char, 0);
}
export const isNumber = (char: string): boolean => isNumber2(char, 0);
export const isSeparator = (char: string): boolean => isSeparator2(char, 0);
export const isPunctuation = (char: string): boolean => isPunctuation2(char, 0);
export const isSymbol = (char: string): boolean => isSymbol2(char, 0);
export const isControl = (char: string): boolean => isControl2(char, 0);
export const isWhiteSpace = (char: string): boolean => isWhite(str_char_code_at(char, 0));

// What Fable refuses; fable-bridge/prelude/instead.ts names them.

const surrogates: string = "A valid high surrogate character is between 0xd800 and 0xdbff, inclusive.";

export function convertFromUtf32(point: int32): string {
  if (point < 0 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) {
    throw new ArgumentOutOfRangeException(
      "utf32",
      "A valid UTF32 value is between 0x000000 and 0x10ffff, inclusive, and should not include surrogate codepoint values (0x00d800 ~ 0x00dfff).",
    );
  }
  return str_from_code_point(point);
}

/** Of a text and an index, or of the halves of a pair. */
export function convertToUtf32(text: any, indexOrLow: any): int32 {
  if (typeof indexOrLow === "string") {
    const pair: string = text + indexOrLow;
    const point: int32 = str_code_point_at(pair, 0);
    if (point < 0x10000) throw new ArgumentOutOfRangeException("highSurrogate", surrogates);
    return point;
  }
  const index: int32 = indexOrLow;
  checkNotNull(text, "s");
  if (index < 0 || index >= text.length) failIndex("index", "");
  const unit: int32 = str_char_code_at(text, index);
  const point: int32 = str_code_point_at(text, index);
  if (unit >= 0xd800 && unit < 0xe000 && point < 0x10000) {
    throw new ArgumentException(
      "Found a " +
        (isHigh(unit) ? "high surrogate char without a following low" : "low surrogate char without a preceding high") +
        " surrogate at index: " +
        index +
        ". The input may not be in this encoding, or may not contain valid Unicode (UTF-16) characters.",
      "s",
    );
  }
  return point;
}

/** The second argument is the reference that takes the char. */
export function tryParseChar(text: any, result: any): boolean {
  const isOne: boolean = text != null && text.length === 1;
  result.contents = isOne ? text : "\0";
  return isOne;
}

/** Of decimal digits; -1 of everything else that is no ASCII digit. */
export const getNumericValue = (char: any, index?: any): float64 => {
  const code: int32 = unitAt(char, index ?? 0);
  return code >= 48 && code <= 57 ? code - 48 : -1;
};

const isBetweenCodes = (char: string, first: int32, last: int32): boolean => str_char_code_at(char, 0) >= first && str_char_code_at(char, 0) <= last;
export const isBetween = (char: string, first: string, last: string): boolean => isBetweenCodes(char, str_char_code_at(first, 0), str_char_code_at(last, 0));
export const isAscii = (char: string): boolean => isBetweenCodes(char, 0, 127);
export const isAsciiDigit = (char: string): boolean => isBetweenCodes(char, 48, 57);
export const isAsciiLetterUpper = (char: string): boolean => isBetweenCodes(char, 65, 90);
export const isAsciiLetterLower = (char: string): boolean => isBetweenCodes(char, 97, 122);
export const isAsciiLetter = (char: string): boolean => isAsciiLetterUpper(char) || isAsciiLetterLower(char);
export const isAsciiLetterOrDigit = (char: string): boolean => isAsciiLetter(char) || isAsciiDigit(char);
export const isAsciiHexDigit = (char: string): boolean => isAsciiDigit(char) || isBetweenCodes(char, 65, 70) || isBetweenCodes(char, 97, 102);
