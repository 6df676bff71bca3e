// Decimals from texts and floats.
import { bigint_of, number_to_exponential, str_char_code_at, str_index_of, str_slice } from "fusabi:builtin";
import { type Decimal, fitted, ofSmall, overflow, powerOfTen, stripped } from "./decimal.ts";
import { ArgumentNullException, FormatException } from "./exceptions.ts";

const isSpace = (unit: int32): boolean => unit === 32 || (unit >= 9 && unit <= 13);

/**
 * A text in NumberStyles.Number (blanks around it, one sign in front or behind, thousands separators, a point) or in NumberStyles.Float, as F#'s `decimal`
 * takes it: the sign in front, no separators, an exponent.
 * What cannot be read raises, or gives undefined where that is asked for.
 */
export function readDecimal(source: any, raises: boolean, float: boolean): any {
  if (source == null) {
    if (raises) throw new ArgumentNullException("s");
    return undefined;
  }
  const text: string = source;
  let start: int32 = 0;
  let end: int32 = text.length;
  let signs: int32 = 0;
  let negative: boolean = false;
  while (start < end && isSpace(str_char_code_at(text, start))) start++;
  while (end > start && isSpace(str_char_code_at(text, end - 1))) end--;
  if (start < end && (text[start] === "-" || text[start] === "+")) {
    negative = text[start] === "-";
    start++;
    signs++;
  }
  if (start < end && signs === 0 && !float && (text[end - 1] === "-" || text[end - 1] === "+")) {
    negative = text[end - 1] === "-";
    end--;
    while (end > start && isSpace(str_char_code_at(text, end - 1))) end--;
  }
  let exponent: int32 = 0;
  const mark: int32 = float ? str_index_of(text.toLowerCase(), "e", start) : -1;
  if (mark >= 0) {
    const power: float64 = exponentOf(text, mark + 1, end);
    if (power !== power) return refuse(text, raises);
    exponent = power | 0;
    end = mark;
  }
  let digits: string = "";
  let scale: int32 = -1;
  for (let i: int32 = start; i < end; i++) {
    const unit: int32 = str_char_code_at(text, i);
    if (unit >= 48 && unit <= 57) {
      digits = digits + text[i];
      if (scale >= 0) scale++;
    } else if (unit === 46 && scale < 0) scale = 0;
    else if (float || unit !== 44 || scale >= 0 || digits === "") return refuse(text, raises);
  }
  if (digits === "") return refuse(text, raises);
  let size: any = bigint_of(digits);
  let places: int32 = (scale < 0 ? 0 : scale) - exponent;
  if (places < 0) {
    if (places < -29 && size !== 0n) return overflow();
    size = size === 0n ? size : size * powerOfTen(-places);
    places = 0;
  }
  if (!raises && size / powerOfTen(places) > 79228162514264337593543950335n) return undefined;
  return fitted(negative ? -size : size, places);
}

/** The exponent behind its letter, within what matters; NaN where there is none. */
function exponentOf(text: string, from: int32, end: int32): float64 {
  let start: int32 = from;
  if (start < end && (text[start] === "-" || text[start] === "+")) start++;
  if (start >= end) return NaN;
  for (let i: int32 = start; i < end; i++) {
    const unit: int32 = str_char_code_at(text, i);
    if (unit < 48 || unit > 57) return NaN;
  }
  return Math.max(-9999, Math.min(9999, +str_slice(text, from, end)));
}

function refuse(text: string, raises: boolean): any {
  if (raises) throw new FormatException("The input string '" + text + "' was not in a correct format.");
  return undefined;
}

/** A float rounded to so many significant digits, without zeros behind the point. */
export function floatMantissa(value: float64, digits: int32): Decimal {
  if (value === 0) return ofSmall(0, 0);
  const text: string = number_to_exponential(Math.abs(value), digits - 1);
  const mark: int32 = str_index_of(text, "e", 0);
  const exponent: int32 = +str_slice(text, mark + 1, undefined) | 0;
  let mantissa: any = bigint_of(text[0] + str_slice(text, 2, mark));
  if (value < 0) mantissa = -mantissa;
  const scale: int32 = digits - 1 - exponent;
  if (scale < 0) return fitted(mantissa * powerOfTen(-scale), 0);
  return stripped(fitted(mantissa, scale));
}
