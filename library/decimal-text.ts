// Decimals from texts and floats.
import { bigint_of, number_to_exponential, str_index_of, str_slice } from "fusabi:builtin";
import { type Decimal, fitted, ofSmall, overflow, powerOfTen, stripped } from "./decimal.ts";
import { ArgumentNullException } from "./exceptions.ts";
import { checkFloatStyle, failNumberFormat, scanNumber } from "./number-styles.ts";

/** Raises for what cannot be read, or gives undefined where that is asked for. */
export function readDecimal(text: any, raises: boolean, style: int32): any {
  if (text == null) {
    if (raises) throw new ArgumentNullException("s");
    return undefined;
  }
  checkFloatStyle(style);
  const scanned: any = scanNumber(text, style);
  if (scanned === undefined) return raises ? failNumberFormat(text) : undefined;
  let size: any = bigint_of(scanned.digits);
  let places: int32 = scanned.scale;
  if (places < 0) {
    if (places < -29 && size !== 0n) return raises ? overflow() : undefined;
    size = size === 0n ? size : size * powerOfTen(-places);
    places = 0;
  }
  if (!raises && size / powerOfTen(places) > 79228162514264337593543950335n) return undefined;
  return fitted(scanned.negative ? -size : size, places);
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
