// Conversions between System.Numerics.BigInteger and the other numbers.
import { bigint_as_int_n, bigint_as_uint_n, bigint_of, bigint_to_number, math_fround, number_is_finite, str_char_code_at, str_from_char_code } from "fusabi:builtin";
import { type Decimal, decimalOf } from "./decimal.ts";
import { wholeOf } from "./decimal-conversions.ts";
import { OverflowException } from "./exceptions.ts";

const article = (bits: int32, signed: boolean): string => {
  if (bits === 8) return signed ? "a signed byte" : "an unsigned byte";
  return (signed ? "an Int" : "a UInt") + bits;
};

/** A bigint as an integer of so many bits: a number up to 32 of them; raises where it does not fit. */
export function integerIn(bits: int32, signed: boolean, x: any): any {
  const cut: any = signed ? bigint_as_int_n(bits, x) : bigint_as_uint_n(bits, x);
  if (cut !== x) throw new OverflowException("Value was either too large or too small for " + article(bits, signed) + ".");
  return bits === 64 ? cut : bigint_to_number(cut);
}
/** Its low bits. */
const lowBits = (bits: int32, signed: boolean, x: any): any => (signed ? bigint_as_int_n(bits, x) : bigint_as_uint_n(bits, x));

export function toIntN(bits: int32, x: any, signed: boolean): any {
  return bigint_of(integerIn(bits, signed, x));
}
/** As .NET's explicit conversions raise: a value that is one word fails as arithmetic, small types go through Int32. */
function bigIn(bits: int32, signed: boolean, x: any): any {
  const cut: any = lowBits(bits, signed, x);
  if (cut === x) return bits === 64 ? cut : bigint_to_number(cut);
  if (x > -2147483648n && x <= 2147483647n) throw new OverflowException();
  return bits < 32 ? integerIn(32, true, x) : integerIn(bits, signed, x);
}
export function toInt8(x: any): any {
  return bigIn(8, true, x);
}
export function toUInt8(x: any): any {
  return bigIn(8, false, x);
}
export function toInt16(x: any): any {
  return bigIn(16, true, x);
}
export function toUInt16(x: any): any {
  return bigIn(16, false, x);
}
export function toInt32(x: any): any {
  return bigIn(32, true, x);
}
export function toUInt32(x: any): any {
  return bigIn(32, false, x);
}
export function toInt64(x: any): any {
  return bigIn(64, true, x);
}
export function toUInt64(x: any): any {
  return bigIn(64, false, x);
}
export function toNativeInt(x: any): any {
  return bigIn(64, true, x);
}
export function toUNativeInt(x: any): any {
  return bigIn(64, false, x);
}
export function toInt8_unchecked(x: any): any {
  return bigint_to_number(lowBits(8, true, x));
}
export function toUInt8_unchecked(x: any): any {
  return bigint_to_number(lowBits(8, false, x));
}
export function toInt16_unchecked(x: any): any {
  return bigint_to_number(lowBits(16, true, x));
}
export function toUInt16_unchecked(x: any): any {
  return bigint_to_number(lowBits(16, false, x));
}
export function toInt32_unchecked(x: any): any {
  return bigint_to_number(lowBits(32, true, x));
}
export function toUInt32_unchecked(x: any): any {
  return bigint_to_number(lowBits(32, false, x));
}
export function toFloat32(x: any): any {
  return math_fround(bigint_to_number(x));
}
export function toDecimal(x: any): any {
  return decimalOf(x);
}
export function toChar(x: any): any {
  return str_from_char_code(integerIn(16, false, x));
}

export function fromFloat64(x: float64): any {
  if (!number_is_finite(x)) throw new OverflowException(x !== x ? "The value is not a number." : "BigInteger cannot represent infinity.");
  return bigint_of(Math.trunc(x));
}
export { fromFloat64 as fromFloat32, fromFloat64 as fromFloat16 };
export function fromDecimal(x: Decimal): any {
  return wholeOf(x);
}
export function fromChar(x: any): any {
  return bigint_of(str_char_code_at(x, 0));
}
export function fromBoolean(x: any): any {
  return x ? 1n : 0n;
}
