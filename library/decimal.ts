// System.Decimal: a whole number of at most 96 bits over a power of ten of at most 28, with .NET's scales and its rounding half to even.
// Whole numbers that a float64 holds exactly are computed with as such; the others as bigints.
import { bigint_as_int_n, bigint_of, bigint_to_number, bigint_to_string, str_repeat, str_slice, value_class } from "fusabi:builtin";
import { floatMantissa, readDecimal } from "./decimal-text.ts";
import { DivideByZeroException, OverflowException } from "./exceptions.ts";
import { numberStyle, plainFloatStyle } from "./number-styles.ts";

const maxScale: int32 = 28;
/** Scales above this leave nothing of a product of short factors: .NET gives a zero without scale. */
const lostScale: int32 = 47;
const limit: any = 79228162514264337593543950335n;

const powers: any = [
  1n,
  10n,
  100n,
  1000n,
  10000n,
  100000n,
  1000000n,
  10000000n,
  100000000n,
  1000000000n,
  10000000000n,
  100000000000n,
  1000000000000n,
  10000000000000n,
  100000000000000n,
  1000000000000000n,
  10000000000000000n,
  100000000000000000n,
  1000000000000000000n,
  10000000000000000000n,
  100000000000000000000n,
  1000000000000000000000n,
  10000000000000000000000n,
  100000000000000000000000n,
  1000000000000000000000000n,
  10000000000000000000000000n,
  100000000000000000000000000n,
  1000000000000000000000000000n,
  10000000000000000000000000000n,
];

/** The same as floats, the nearest ones above 10 to the 22nd. */
const tens: any = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28,
];

/** 10 to the n-th, n from 0 to 28. */
export const floatPowerOfTen = (n: int32): float64 => tens[n];

/** 10 to the n-th, n at least 0. */
export const powerOfTen = (n: int32): any => (n <= maxScale ? powers[n] : 10n ** bigint_of(n));

/** Up to here float64 holds every whole number. */
const safe: float64 = 9007199254740991;
const bigSafe: any = 9007199254740991n;

export class Decimal {
  static readonly $type: string = "System.Decimal";
  /** The value times 10 to the scale where that is safe, and no -0; else NaN, which no fast path lets through. */
  small: float64;
  /** The same where it is not safe; else undefined. */
  large: any;
  scale: int32;
  constructor(small: float64, large: any, scale: int32) {
    this.small = small;
    this.large = large;
    this.scale = scale;
  }
  /** The value times 10 to the scale, as a bigint. */
  get mantissa(): any {
    return this.large ?? bigint_of(this.small);
  }
  toString(): string {
    return toString(this);
  }
  Equals(other: any): boolean {
    return other instanceof Decimal && compare(this, other) === 0;
  }
  CompareTo(other: any): int32 {
    return other == null ? 1 : compare(this, other);
  }
  GetHashCode(): int32 {
    return hash(this);
  }
}
export default Decimal;

/** The decimal of a safe whole number over a power of ten. */
export const ofSmall = (small: float64, scale: int32): Decimal => new Decimal(small, undefined, scale);

/** The decimal of a bigint within the limit over a power of ten. */
export const ofMantissa = (mantissa: any, scale: int32): Decimal =>
  mantissa <= bigSafe && mantissa >= -bigSafe ? ofSmall(bigint_to_number(mantissa), scale) : new Decimal(NaN, mantissa, scale);

/** The value times 10 to a scale that is no smaller than its own; NaN where that is not safe. */
const smallAt = (x: Decimal, scale: int32): float64 => {
  const more: int32 = scale - x.scale;
  if (more === 0) return x.small;
  const product: float64 = more > maxScale ? NaN : x.small * floatPowerOfTen(more);
  return Math.abs(product) <= safe ? product : NaN;
};
/** The same as a bigint. */
const mantissaAt = (x: Decimal, scale: int32): any => x.mantissa * powerOfTen(scale - x.scale);

/** What `decimal x` and `Decimal(x)` make of a number, a text or a decimal. */
export function decimalOf(value: any): Decimal {
  switch (value_class(value)) {
    case 3:
      return fromNumber(value);
    case 4:
      return checked(value, 0);
    case 5:
      return readDecimal(value, true, plainFloatStyle);
    default:
      return value;
  }
}

function fromNumber(value: float64): Decimal {
  if (value === Math.trunc(value) && Math.abs(value) < 1e15) return ofSmall(value + 0, 0);
  if (value - value !== 0 || Math.abs(value) >= 7.9228162514264338e28) return overflow();
  return floatMantissa(value, 15);
}
/** .NET keeps 7 digits of a float32. */
export function fromFloat32(value: float64): Decimal {
  if (value - value !== 0 || Math.abs(value) >= 7.9228162514264338e28) return overflow();
  return floatMantissa(value, 7);
}

export function overflow(): any {
  throw new OverflowException("Value was either too large or too small for a Decimal.");
}

const magnitudeOf = (x: any): any => (x < 0n ? -x : x);

/** x over a positive divisor, half to even. */
export function divideRounded(x: any, divisor: any): any {
  const quotient: any = x / divisor;
  const rest: any = x - quotient * divisor;
  if (rest === 0n) return quotient;
  const twice: any = magnitudeOf(rest) * 2n;
  if (twice < divisor || (twice === divisor && quotient % 2n === 0n)) return quotient;
  return x < 0n ? quotient - 1n : quotient + 1n;
}

/** The decimal of an exact value: loses digits behind the point where there are too many, once, half to even. */
export function fitted(mantissa: any, scale: int32): Decimal {
  const size: any = magnitudeOf(mantissa);
  if (scale <= maxScale && size <= limit) return ofMantissa(mantissa, scale);
  let drop: int32 = scale > maxScale ? scale - maxScale : 0;
  while (drop < scale && size / powerOfTen(drop) > limit) drop++;
  for (; drop <= scale; drop++) {
    const rounded: any = divideRounded(mantissa, powerOfTen(drop));
    if (magnitudeOf(rounded) <= limit) return ofMantissa(rounded, scale - drop);
  }
  return overflow();
}

const checked = (mantissa: any, scale: int32): Decimal => (magnitudeOf(mantissa) <= limit ? ofMantissa(mantissa, scale) : overflow());

export const get_Zero: Decimal = ofSmall(0, 0);
export const get_One: Decimal = ofSmall(1, 0);
export const get_MinusOne: Decimal = ofSmall(-1, 0);
export const get_MaxValue: Decimal = ofMantissa(79228162514264337593543950335n, 0);
export const get_MinValue: Decimal = ofMantissa(-79228162514264337593543950335n, 0);

export function compare(x: Decimal, y: Decimal): int32 {
  const scale: int32 = Math.max(x.scale, y.scale);
  const first: float64 = smallAt(x, scale);
  const second: float64 = smallAt(y, scale);
  if (first < second) return -1;
  if (first > second) return 1;
  if (first === second) return 0;
  const left: any = mantissaAt(x, scale);
  const right: any = mantissaAt(y, scale);
  if (left < right) return -1;
  return left > right ? 1 : 0;
}
export function equals(x: Decimal, y: Decimal): boolean {
  return compare(x, y) === 0;
}

/** A decimal without the zeros at its end. */
export function stripped(x: Decimal): Decimal {
  let places: int32 = x.scale;
  if (x.large === undefined) {
    let digits: float64 = x.small;
    for (; places > 0 && digits % 10 === 0; places--) digits = digits / 10;
    return ofSmall(digits, places);
  }
  let digits: any = x.large;
  for (; places > 0 && digits % 10n === 0n; places--) digits = digits / 10n;
  return ofMantissa(digits, places);
}

/** Alike for alike values, and .NET's: the words of the shortest form, its scale and sign. */
export function hash(x: Decimal): int32 {
  if (x.small === 0) return 0;
  const short: Decimal = stripped(x);
  let flags: int32 = short.scale << 16;
  if (isNegative(x)) flags = flags | -2147483648;
  if (short.large === undefined) {
    const size: float64 = Math.abs(short.small);
    return flags ^ (size | 0) ^ (Math.floor(size / 4294967296) | 0);
  }
  const size: any = magnitudeOf(short.large);
  return flags ^ word(size >> 64n) ^ word(size >> 32n) ^ word(size);
}
const isNegative = (x: Decimal): boolean => (x.large === undefined ? x.small < 0 : x.large < 0n);
const word = (x: any): int32 => bigint_to_number(bigint_as_int_n(32, x)) | 0;

export function op_Addition(x: Decimal, y: Decimal): Decimal {
  const scale: int32 = Math.max(x.scale, y.scale);
  const result: float64 = smallAt(x, scale) + smallAt(y, scale);
  if (Math.abs(result) <= safe) return ofSmall(result, scale);
  return fitted(mantissaAt(x, scale) + mantissaAt(y, scale), scale);
}
export function op_Subtraction(x: Decimal, y: Decimal): Decimal {
  const scale: int32 = Math.max(x.scale, y.scale);
  const result: float64 = smallAt(x, scale) - smallAt(y, scale);
  if (Math.abs(result) <= safe) return ofSmall(result, scale);
  return fitted(mantissaAt(x, scale) - mantissaAt(y, scale), scale);
}
export function op_Multiply(x: Decimal, y: Decimal): Decimal {
  const scale: int32 = x.scale + y.scale;
  const small: float64 = x.small * y.small;
  if (small !== 0 && Math.abs(small) <= safe && scale <= maxScale) return ofSmall(small, scale);
  const product: any = x.mantissa * y.mantissa;
  // .NET keeps a zero's scale only where both factors are short; only of these is too long a scale lost.
  const short: boolean = isShort(x.mantissa) && isShort(y.mantissa);
  return (short ? scale > lostScale : product === 0n) ? get_Zero : fitted(product, scale);
}
const isShort = (x: any): boolean => x < 4294967296n && x > -4294967296n;

/** The divisor is a number where an average is computed. */
export function op_Division(x: Decimal, y: any): Decimal {
  const divisor: Decimal = y instanceof Decimal ? y : decimalOf(y);
  return smallQuotient(x, divisor) ?? quotientOf(x, divisor);
}
/** The same as `quotientOf` where it is exact and all on the way is safe; else undefined. */
function smallQuotient(x: Decimal, y: Decimal): any {
  if (y.large !== undefined || y.small === 0) return undefined;
  let scale: int32 = Math.max(x.scale - y.scale, 0);
  let dividend: float64 = smallAt(x, scale + y.scale);
  while (Math.abs(dividend) <= safe && scale <= maxScale) {
    if (dividend % y.small === 0) return ofSmall(dividend / y.small + 0, scale);
    dividend = dividend * 10;
    scale++;
  }
  return undefined;
}
/** The quotient with as few digits as are exact, at least the scales' difference, at most what 96 bits hold. */
function quotientOf(x: Decimal, y: Decimal): Decimal {
  if (y.small === 0) throw new DivideByZeroException();
  const divisor: any = magnitudeOf(y.mantissa);
  const dividend: any = y.mantissa < 0n ? -x.mantissa : x.mantissa;
  const scale: int32 = x.scale - y.scale;
  const quotient: any = dividend / divisor;
  if (quotient * divisor === dividend) return scale >= 0 ? ofMantissa(quotient, scale) : checked(quotient * powerOfTen(-scale), 0);
  let more: int32 = maxScale - scale;
  let size: any = (magnitudeOf(dividend) * powerOfTen(more)) / divisor;
  while (size > limit && more > 0) {
    more--;
    size = size / 10n;
  }
  let rounded: any = divideRounded(dividend * powerOfTen(more), divisor);
  if (magnitudeOf(rounded) > limit && more > 0) {
    more--;
    rounded = divideRounded(dividend * powerOfTen(more), divisor);
  }
  if (scale + more < 0 || magnitudeOf(rounded) > limit) return overflow();
  return stripped(ofMantissa(rounded, scale + more));
}
export function op_Modulus(x: Decimal, y: Decimal): Decimal {
  if (y.small === 0) throw new DivideByZeroException();
  if (x.small === 0) return x;
  const scale: int32 = Math.max(x.scale, y.scale);
  const left: float64 = smallAt(x, scale);
  const right: float64 = smallAt(y, scale);
  if (Math.abs(left) < Math.abs(right)) return x;
  if (left === left && right === right) return ofSmall((left % right) + 0, scale);
  const dividend: any = mantissaAt(x, scale);
  const divisor: any = mantissaAt(y, scale);
  return magnitudeOf(dividend) < magnitudeOf(divisor) ? x : ofMantissa(dividend % divisor, scale);
}
export function op_UnaryNegation(x: Decimal): Decimal {
  return x.large === undefined ? ofSmall(0 - x.small, x.scale) : ofMantissa(-x.large, x.scale);
}
export function op_UnaryPlus(x: Decimal): Decimal {
  return x;
}
export { op_Addition as add, op_Division as divide, op_Modulus as remainder, op_Multiply as multiply, op_Subtraction as subtract, op_UnaryNegation as negate };

export function abs(x: Decimal): Decimal {
  return isNegative(x) ? op_UnaryNegation(x) : x;
}
export function sign(x: Decimal): int32 {
  if (isNegative(x)) return -1;
  return x.small === 0 ? 0 : 1;
}

export function zeroArray(count: int32): any {
  return new Array(count).fill(get_Zero);
}

/** `123.40`: as many digits behind the point as the scale says. */
export function toString(x: Decimal): string {
  const negative: boolean = isNegative(x);
  let digits: string = x.large === undefined ? "" + Math.abs(x.small) : bigint_to_string(magnitudeOf(x.large), 10);
  const scale: int32 = x.scale;
  if (scale > 0) {
    if (digits.length <= scale) digits = str_repeat("0", scale + 1 - digits.length) + digits;
    const point: int32 = digits.length - scale;
    digits = str_slice(digits, 0, point) + "." + str_slice(digits, point, undefined);
  }
  return negative ? "-" + digits : digits;
}

export const parseDecimal = (text: any, style: int32): Decimal => readDecimal(text, true, style);
export function tryParseDecimal(text: any, style: int32, result: any): boolean {
  const value: any = readDecimal(text, false, style);
  result.contents = value ?? get_Zero;
  return value !== undefined;
}
export const parse = (text: any): Decimal => parseDecimal(text, numberStyle);
export const tryParse = (text: any, result: any): boolean => tryParseDecimal(text, numberStyle, result);

export function fromParts(low: any, mid: any, high: any, negative: boolean, scale: int32): Decimal {
  if (mid === 0 && high === 0 && low >= 0) return ofSmall(negative ? 0 - low : low, scale & 127);
  const size: any = unsigned(low) | (unsigned(mid) << 32n) | (unsigned(high) << 64n);
  return ofMantissa(negative ? -size : size, scale & 127);
}
const unsigned = (part: any): any => BigInt.asUintN(32, bigint_of(part));
