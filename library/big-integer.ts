// System.Numerics.BigInteger.
import { bigint_as_int_n, bigint_as_uint_n, bigint_of, bigint_to_number, bigint_to_string, number_is_finite, str_slice } from "fusabi:builtin";
import { new_tuple } from "fusabi:op";
import { checkNotNegative, outOfRange } from "./argument-checks.ts";
import { ArgumentException, ArgumentNullException, ArgumentOutOfRangeException, DivideByZeroException, OverflowException } from "./exceptions.ts";
import { formatNumber } from "./format-number.ts";
import { integerStyle, parseBigInteger, tryParseBigInteger } from "./number-styles.ts";

export function toString(x: any, format?: any): string {
  return formatNumber(x, "bigint", format ?? "");
}

export const parse = (text: any, style?: any): any => parseBigInteger(text, style ?? integerStyle);
export { parse as fromString };
export const tryParse = (text: any, result: any): boolean => tryParseBigInteger(text, integerStyle, result);

export function compareTo(x: any, y: any): int32 {
  if (x < y) return -1;
  return x > y ? 1 : 0;
}
export function zeroArray(count: int32): any {
  return new Array(count).fill(0n);
}

export function pow(x: any, exponent: any): any {
  checkNotNegative(exponent, "exponent");
  return power(x, exponent);
}
/** F#'s `pown`, which divides one by the power where the exponent is negative. */
export function pown(x: any, exponent: int32): any {
  if (exponent >= 0) return power(x, exponent);
  if (x === 0n) throw new DivideByZeroException();
  return 1n / power(x, -exponent);
}
function power(x: any, exponent: int32): any {
  let result: any = 1n;
  let base: any = x;
  let left: int32 = exponent;
  while (true) {
    if ((left & 1) !== 0) result = result * base;
    left = left >> 1;
    if (left === 0) return result;
    base = base * base;
  }
}
/** By squares: the power itself may be far too large. */
export function modPow(x: any, exponent: any, modulus: any): any {
  if (exponent < 0n) throw outOfRange("exponent", exponent, "exponent ('" + exponent + "') must be a non-negative value.");
  if (modulus === 0n) throw new DivideByZeroException();
  let result: any = 1n % modulus;
  let base: any = x % modulus;
  let left: any = exponent;
  while (left > 0n) {
    if (left % 2n === 1n) result = (result * base) % modulus;
    base = (base * base) % modulus;
    left = left / 2n;
  }
  return result;
}
export function divRem(x: any, y: any, remainder?: any): any {
  if (y === 0n) throw new DivideByZeroException();
  const quotient: any = x / y;
  const rest: any = x - quotient * y;
  if (remainder === undefined) return new_tuple("tuple", quotient, rest);
  remainder.contents = rest;
  return quotient;
}

/** The number of bits without the sign's, the largest power of two below a positive number plus one. */
function bitCount(x: any): int32 {
  if (x === 0n) return 0;
  const digits: string = bigint_to_string(x, 16);
  return (digits.length - 1) * 4 + (32 - Math.clz32(Number("0x" + digits[0]) | 0));
}
/** Its two's complement in as few words of 32 bits as its size has. */
const wordBits = (x: any): int32 => 32 * Math.max(1, (bitCount(x < 0n ? -x : x) + 31) >> 5);
const unsignedBits = (x: any): any => bigint_as_uint_n(wordBits(x), x);
export function popCount(x: any): any {
  let count: any = 0n;
  for (let rest: any = unsignedBits(x); rest !== 0n; rest = rest & (rest - 1n)) count = count + 1n;
  return count;
}
export function leadingZeroCount(x: any): any {
  return bigint_of(wordBits(x) - bitCount(unsignedBits(x)));
}
export function trailingZeroCount(x: any): any {
  return x === 0n ? 32n : bigint_of(bitCount(x & -x) - 1);
}
function rotate(x: any, left: int32): any {
  const size: int32 = wordBits(x);
  const by: int32 = ((left % size) + size) % size;
  const bits: any = unsignedBits(x);
  const turned: any = bigint_as_uint_n(size, bits << bigint_of(by)) | (bits >> bigint_of(size - by));
  return x < 0n ? bigint_as_int_n(size, turned) : turned;
}
export function rotateLeft(x: any, count: int32): any {
  return rotate(x, count);
}
export function rotateRight(x: any, count: int32): any {
  return rotate(x, -count);
}
export function copySign(x: any, sign: any): any {
  return x < 0n === sign < 0n ? x : -x;
}
export function isPow2(x: any): boolean {
  return x > 0n && (x & (x - 1n)) === 0n;
}
export { isPow2 as get_IsPowerOfTwo };
export function getByteCount(x: any, unsigned?: any): int32 {
  return toByteArray(x, unsigned).length;
}
export function getBitLength(x: any): any {
  return bigint_of(bitCount(x < 0n ? -1n - x : x));
}
export function ilog2(x: any): any {
  if (x < 0n) throw new ArgumentOutOfRangeException("value", "Non-negative number required.");
  return x === 0n ? 0n : bigint_of(bitCount(x) - 1);
}
/** The natural logarithm; a number beyond float64 is split into its upper 64 bits and a power of two. */
export function ln(x: any): float64 {
  const near: float64 = bigint_to_number(x);
  if (x < 0n || number_is_finite(near)) return Math.log(near);
  const shift: int32 = bitCount(x) - 64;
  return Math.log(bigint_to_number(x >> bigint_of(shift))) + shift * Math.LN2;
}
export function log(x: any, base: float64): float64 {
  return ln(x) / Math.log(base);
}
export function log2(x: any): float64 {
  const near: float64 = bigint_to_number(x);
  return x < 0n || number_is_finite(near) ? Math.log2(near) : ln(x) / Math.LN2;
}
/** As .NET computes it. */
export function log10(x: any): float64 {
  return ln(x) / Math.log(10);
}

export function toByteArray(x: any, unsigned?: any, bigEndian?: any): any {
  if (unsigned && x < 0n) throw new OverflowException("Negative values do not have an unsigned representation.");
  const bytes: any = [];
  const end: any = x < 0n ? -1n : 0n;
  let rest: any = x;
  do {
    bytes.push(bigint_to_number(bigint_as_uint_n(8, rest)));
    rest = rest >> 8n;
  } while (rest !== end);
  const signed: boolean = bytes[bytes.length - 1] > 127;
  if (signed !== x < 0n && !unsigned) bytes.push(x < 0n ? 255 : 0);
  if (bigEndian) bytes.reverse();
  return Uint8Array.from(bytes);
}
export function fromByteArray(bytes: any): any {
  if (bytes == null) throw new ArgumentNullException("value");
  const count: int32 = bytes.length;
  if (count === 0) return 0n;
  let text: string = "";
  for (let i: int32 = count - 1; i >= 0; i--) text = text + str_slice(bigint_to_string(bigint_of(256 + bytes[i]), 16), 1, undefined);
  const value: any = bigint_of("0x" + text);
  return bytes[count - 1] > 127 ? value - (1n << bigint_of(8 * count)) : value;
}

export function clamp(x: any, low: any, high: any): any {
  if (low > high) throw new ArgumentException("'" + low + "' cannot be greater than " + high + ".");
  if (x < low) return low;
  return x > high ? high : x;
}
