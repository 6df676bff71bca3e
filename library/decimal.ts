// System.Decimal: a whole number of at most 96 bits over a power of ten of at most 28, with .NET's scales and its rounding half to even.
import { bigint_as_int_n, bigint_of, bigint_to_number, bigint_to_string, str_repeat, str_slice, value_class } from "fusabi:builtin";
import { floatMantissa, readDecimal } from "./decimal-text.ts";
import { DivideByZeroException, OverflowException } from "./exceptions.ts";

const maxScale: int32 = 28;
/** Scales above this leave nothing of a product: .NET gives a zero without scale. */
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

/** 10 to the n-th, n at least 0. */
export const powerOfTen = (n: int32): any => (n <= maxScale ? powers[n] : 10n ** bigint_of(n));

export class Decimal {
  static readonly $type: string = "System.Decimal";
  /** The value times 10 to the scale. */
  mantissa: any;
  scale: int32;
  constructor(value: any, scale?: any) {
    if (scale !== undefined) {
      this.mantissa = value;
      this.scale = scale;
      return;
    }
    const made: Decimal = fromAny(value);
    this.mantissa = made.mantissa;
    this.scale = made.scale;
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

/** What `decimal x` and `Decimal(x)` make of a number, a text or a decimal. */
function fromAny(value: any): Decimal {
  switch (value_class(value)) {
    case 3:
      return fromNumber(value);
    case 4:
      return checked(value, 0);
    case 5:
      return readDecimal(value, true, true);
    default:
      return value;
  }
}

function fromNumber(value: float64): Decimal {
  if (value === Math.trunc(value) && Math.abs(value) < 1e15) return new Decimal(bigint_of(value), 0);
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
  if (scale <= maxScale && size <= limit) return new Decimal(mantissa, scale);
  let drop: int32 = scale > maxScale ? scale - maxScale : 0;
  while (drop < scale && size / powerOfTen(drop) > limit) drop++;
  for (; drop <= scale; drop++) {
    const rounded: any = divideRounded(mantissa, powerOfTen(drop));
    if (magnitudeOf(rounded) <= limit) return new Decimal(rounded, scale - drop);
  }
  return overflow();
}

const checked = (mantissa: any, scale: int32): Decimal => (magnitudeOf(mantissa) <= limit ? new Decimal(mantissa, scale) : overflow());

export const get_Zero: Decimal = new Decimal(0n, 0);
export const get_One: Decimal = new Decimal(1n, 0);
export const get_MinusOne: Decimal = new Decimal(-1n, 0);
export const get_MaxValue: Decimal = new Decimal(79228162514264337593543950335n, 0);
export const get_MinValue: Decimal = new Decimal(-79228162514264337593543950335n, 0);

export function compare(x: Decimal, y: Decimal): int32 {
  let left: any = x.mantissa;
  let right: any = y.mantissa;
  if (x.scale < y.scale) left = left * powerOfTen(y.scale - x.scale);
  else if (x.scale > y.scale) right = right * powerOfTen(x.scale - y.scale);
  if (left < right) return -1;
  return left > right ? 1 : 0;
}
export function equals(x: Decimal, y: Decimal): boolean {
  return compare(x, y) === 0;
}

/** A mantissa without the zeros at its end. */
function stripped(mantissa: any, scale: int32): Decimal {
  let digits: any = mantissa;
  let places: int32 = scale;
  while (places > 0 && digits % 10n === 0n) {
    digits = digits / 10n;
    places--;
  }
  return new Decimal(digits, places);
}

/** Alike for alike values, and .NET's: the words of the shortest form, its scale and sign. */
export function hash(x: Decimal): int32 {
  if (x.mantissa === 0n) return 0;
  const short: Decimal = stripped(x.mantissa, x.scale);
  const size: any = magnitudeOf(short.mantissa);
  let flags: int32 = short.scale << 16;
  if (x.mantissa < 0n) flags = flags | -2147483648;
  return flags ^ word(size >> 64n) ^ word(size >> 32n) ^ word(size);
}
const word = (x: any): int32 => bigint_to_number(bigint_as_int_n(32, x)) | 0;

export function op_Addition(x: Decimal, y: Decimal): Decimal {
  const difference: int32 = x.scale - y.scale;
  if (difference === 0) return fitted(x.mantissa + y.mantissa, x.scale);
  if (difference > 0) return fitted(x.mantissa + y.mantissa * powerOfTen(difference), x.scale);
  return fitted(x.mantissa * powerOfTen(-difference) + y.mantissa, y.scale);
}
export function op_Subtraction(x: Decimal, y: Decimal): Decimal {
  const difference: int32 = x.scale - y.scale;
  if (difference === 0) return fitted(x.mantissa - y.mantissa, x.scale);
  if (difference > 0) return fitted(x.mantissa - y.mantissa * powerOfTen(difference), x.scale);
  return fitted(x.mantissa * powerOfTen(-difference) - y.mantissa, y.scale);
}
export function op_Multiply(x: Decimal, y: Decimal): Decimal {
  const scale: int32 = x.scale + y.scale;
  const product: any = x.mantissa * y.mantissa;
  // .NET keeps a zero's scale only where both factors are short.
  if (scale > lostScale || (product === 0n && !(isShort(x.mantissa) && isShort(y.mantissa)))) return get_Zero;
  return fitted(product, scale);
}
const isShort = (x: any): boolean => x < 4294967296n && x > -4294967296n;

/** The divisor is a number where an average is computed. */
export function op_Division(x: Decimal, y: any): Decimal {
  return quotientOf(x, y instanceof Decimal ? y : new Decimal(y));
}
/** The quotient with as few digits as are exact, at least the scales' difference, at most what 96 bits hold. */
function quotientOf(x: Decimal, y: Decimal): Decimal {
  if (y.mantissa === 0n) throw new DivideByZeroException();
  const divisor: any = magnitudeOf(y.mantissa);
  const dividend: any = y.mantissa < 0n ? -x.mantissa : x.mantissa;
  const scale: int32 = x.scale - y.scale;
  const quotient: any = dividend / divisor;
  if (quotient * divisor === dividend) return scale >= 0 ? new Decimal(quotient, scale) : checked(quotient * powerOfTen(-scale), 0);
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
  return stripped(rounded, scale + more);
}
export function op_Modulus(x: Decimal, y: Decimal): Decimal {
  if (y.mantissa === 0n) throw new DivideByZeroException();
  if (x.mantissa === 0n) return x;
  const difference: int32 = x.scale - y.scale;
  if (difference >= 0) {
    const divisor: any = y.mantissa * powerOfTen(difference);
    return magnitudeOf(x.mantissa) < magnitudeOf(divisor) ? x : new Decimal(x.mantissa % divisor, x.scale);
  }
  const dividend: any = x.mantissa * powerOfTen(-difference);
  return magnitudeOf(dividend) < magnitudeOf(y.mantissa) ? x : new Decimal(dividend % y.mantissa, y.scale);
}
export function op_UnaryNegation(x: Decimal): Decimal {
  return new Decimal(-x.mantissa, x.scale);
}
export function op_UnaryPlus(x: Decimal): Decimal {
  return x;
}
export { op_Addition as add, op_Division as divide, op_Modulus as remainder, op_Multiply as multiply, op_Subtraction as subtract, op_UnaryNegation as negate };

export function abs(x: Decimal): Decimal {
  return x.mantissa < 0n ? new Decimal(-x.mantissa, x.scale) : x;
}
export function sign(x: Decimal): int32 {
  if (x.mantissa < 0n) return -1;
  return x.mantissa > 0n ? 1 : 0;
}

export function zeroArray(count: int32): any {
  return new Array(count).fill(get_Zero);
}

/** `123.40`: as many digits behind the point as the scale says. */
export function toString(x: Decimal): string {
  const negative: boolean = x.mantissa < 0n;
  let digits: string = bigint_to_string(magnitudeOf(x.mantissa), 10);
  const scale: int32 = x.scale;
  if (scale > 0) {
    if (digits.length <= scale) digits = str_repeat("0", scale + 1 - digits.length) + digits;
    const point: int32 = digits.length - scale;
    digits = str_slice(digits, 0, point) + "." + str_slice(digits, point, undefined);
  }
  return negative ? "-" + digits : digits;
}

export function parse(text: any): Decimal {
  return readDecimal(text, true, false);
}
export function tryParse(text: any, result: any): boolean {
  const value: any = readDecimal(text, false, false);
  result.contents = value ?? get_Zero;
  return value !== undefined;
}

export function fromParts(low: any, mid: any, high: any, negative: boolean, scale: int32): Decimal {
  const size: any = unsigned(low) | (unsigned(mid) << 32n) | (unsigned(high) << 64n);
  return new Decimal(negative ? -size : size, scale & 127);
}
const unsigned = (part: any): any => BigInt.asUintN(32, bigint_of(part));
