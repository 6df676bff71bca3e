// Decimals as numbers of other types and as words.
import { bigint_as_int_n, bigint_as_uint_n, bigint_to_number, math_fround, str_from_char_code } from "fusabi:builtin";
import { integerIn } from "./big-integer-conversions.ts";
import { abs, compare, type Decimal, fitted, floatPowerOfTen, fromParts, powerOfTen } from "./decimal.ts";
import { truncate } from "./decimal-rounding.ts";
import { ArgumentException, OverflowException } from "./exceptions.ts";

/** The whole part as a bigint. */
export const wholeOf = (x: Decimal): any => (x.scale === 0 ? x.mantissa : truncate(x).mantissa);

/** As .NET computes it: the low 64 bits and the high 32 as doubles, over a power of ten. */
export function toNumber(x: Decimal): float64 {
  if (x.large === undefined) return x.small / floatPowerOfTen(x.scale);
  const negative: boolean = x.mantissa < 0n;
  const size: any = negative ? -x.mantissa : x.mantissa;
  const low: float64 = bigint_to_number(bigint_as_uint_n(64, size));
  const high: float64 = bigint_to_number(size >> 64n);
  const value: float64 = (low + high * 1.8446744073709552e19) / bigint_to_number(powerOfTen(x.scale));
  return negative ? -value : value;
}
export { toNumber as toFloat64, toNumber as toFloat16 };
export function toFloat32(x: Decimal): any {
  return math_fround(toNumber(x));
}

export function toInt8(x: Decimal): any {
  return integerIn(8, true, wholeOf(x));
}
export function toUInt8(x: Decimal): any {
  return integerIn(8, false, wholeOf(x));
}
export function toInt16(x: Decimal): any {
  return integerIn(16, true, wholeOf(x));
}
export function toUInt16(x: Decimal): any {
  return integerIn(16, false, wholeOf(x));
}
export function toInt32(x: Decimal): any {
  const whole: float64 = truncate(x).small;
  return Math.abs(whole) <= 2147483647 ? whole | 0 : integerIn(32, true, wholeOf(x));
}
export function toUInt32(x: Decimal): any {
  return integerIn(32, false, wholeOf(x));
}
export function toInt64(x: Decimal): any {
  return integerIn(64, true, wholeOf(x));
}
export function toUInt64(x: Decimal): any {
  return integerIn(64, false, wholeOf(x));
}
export function toNativeInt(x: Decimal): any {
  return integerIn(64, true, wholeOf(x));
}
export function toUNativeInt(x: Decimal): any {
  return integerIn(64, false, wholeOf(x));
}
export function toChar(x: Decimal): any {
  const unit: any = wholeOf(x);
  if (unit < 0n || unit > 65535n) throw new OverflowException("Value was either too large or too small for a character.");
  return str_from_char_code(bigint_to_number(unit) | 0);
}

const wordOf = (x: any): int32 => bigint_to_number(bigint_as_int_n(32, x)) | 0;

export function getBits(x: Decimal): any {
  const negative: boolean = x.mantissa < 0n;
  const size: any = negative ? -x.mantissa : x.mantissa;
  let flags: int32 = x.scale << 16;
  if (negative) flags = flags | -2147483648;
  const bits: any = new Int32Array(4);
  bits[0] = wordOf(size);
  bits[1] = wordOf(size >> 32n);
  bits[2] = wordOf(size >> 64n);
  bits[3] = flags;
  return bits;
}
export function fromInts(low: any, mid: any, high: any, flags: int32): Decimal {
  return fromParts(low, mid, high, flags < 0, flags >> 16);
}
export function fromIntArray(bits: any): Decimal {
  if (bits.length !== 4) throw new ArgumentException("Decimal constructor requires an array or span of four valid decimal bytes.");
  return fromInts(bits[0], bits[1], bits[2], bits[3]);
}

export function max(x: Decimal, y: Decimal): Decimal {
  return compare(x, y) >= 0 ? x : y;
}
export function min(x: Decimal, y: Decimal): Decimal {
  return compare(x, y) < 0 ? x : y;
}
export function maxMagnitude(x: Decimal, y: Decimal): Decimal {
  return compare(abs(x), abs(y)) > 0 ? x : y;
}
export function minMagnitude(x: Decimal, y: Decimal): Decimal {
  return compare(abs(x), abs(y)) < 0 ? x : y;
}
export function clamp(x: Decimal, low: Decimal, high: Decimal): Decimal {
  if (compare(low, high) > 0) throw new ArgumentException("'" + low.toString() + "' cannot be greater than " + high.toString() + ".");
  if (compare(x, low) < 0) return low;
  return compare(x, high) > 0 ? high : x;
}

/** A whole power, by products. */
export function pow(x: Decimal, exponent: any): Decimal {
  let result: Decimal = fitted(1n, 0);
  for (let left: int32 = exponent; left > 0; left--) result = fitted(result.mantissa * x.mantissa, result.scale + x.scale);
  return result;
}
