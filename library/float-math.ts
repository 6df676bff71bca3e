// Functions of System.Math, MathF, Double and Single beyond JavaScript's, as .NET computes them. What is of Single gives the nearest float32.
import { math_fround, math_round_even, number_from_bits, number_from_bits_f32, number_to_bits, number_to_bits_f32 } from "fusabi:builtin";
import { ArgumentException, ArgumentOutOfRangeException } from "./exceptions.ts";

const isNegativeZero = (x: float64): boolean => x === 0 && 1 / x < 0;

/** The rest that is nearest to zero; of two, that of the even quotient. */
export function ieeeRemainder(x: float64, y: float64): float64 {
  const rest: float64 = x % y;
  if (rest !== rest) return rest;
  if (rest === 0) return x < 0 || isNegativeZero(x) ? -0 : rest;
  const other: float64 = rest - Math.abs(y) * Math.sign(x);
  const size: float64 = Math.abs(rest);
  const otherSize: float64 = Math.abs(other);
  if (size !== otherSize) return otherSize < size ? other : rest;
  const quotient: float64 = x / y;
  return Math.abs(math_round_even(quotient)) > Math.abs(quotient) ? other : rest;
}

const largestPower: float64 = 2 ** 1023;
const smallestPower: float64 = 2 ** -969;

/** `x * 2^n`, rounded once: what is below the normal numbers is reached by a power that leaves 53 bits. */
export function scaleB(x: float64, n: int32): float64 {
  let value: float64 = x;
  let left: int32 = n;
  for (let turn: int32 = 0; turn < 2 && left > 1023; turn++) {
    value = value * largestPower;
    left = left - 1023;
  }
  for (let turn: int32 = 0; turn < 2 && left < -1022; turn++) {
    value = value * smallestPower;
    left = left + 969;
  }
  return value * 2 ** (left > 1023 ? 1023 : left < -1022 ? -1022 : left);
}
export const scaleSingle = (x: float64, n: int32): float64 => math_fround(scaleB(x, n));

/** The exponent of its largest power of two. */
export function exponentOf(x: float64): int32 {
  if (x === 0) return -2147483648;
  if (x - x !== 0) return 2147483647;
  const biased: int32 = Number((number_to_bits(x) >> 52n) & 2047n) | 0;
  return biased === 0 ? exponentOf(x * 2 ** 64) - 64 : biased - 1023;
}

/** The next greater float. */
export function nextUp(x: float64): float64 {
  if (x !== x || x === Number.POSITIVE_INFINITY) return x;
  if (x === 0) return 5e-324;
  return number_from_bits(number_to_bits(x) + (x > 0 ? 1n : -1n));
}
export const nextDown = (x: float64): float64 => -nextUp(-x);
export function nextSingleUp(x: float64): float64 {
  if (x !== x || x === Number.POSITIVE_INFINITY) return x;
  if (x === 0) return 1.401298464324817e-45;
  return number_from_bits_f32((number_to_bits_f32(x) + (x > 0 ? 1 : -1)) | 0);
}
export const nextSingleDown = (x: float64): float64 => -nextSingleUp(-x);

/** Whether there is no logarithm to this base. */
const isNoBase = (x: float64, base: float64): boolean => base === 1 || (x !== 1 && (base === 0 || base === Number.POSITIVE_INFINITY));
export function logarithm(x: float64, base: float64): float64 {
  return isNoBase(x, base) ? Number.NaN : Math.log(x) / Math.log(base);
}
export function singleLogarithm(x: float64, base: float64): float64 {
  return isNoBase(x, base) ? Number.NaN : math_fround(math_fround(Math.log(x)) / math_fround(Math.log(base)));
}

/** Scaled, so that no square overflows or vanishes. */
export function hypotenuse(x: float64, y: float64): float64 {
  const long: float64 = Math.max(Math.abs(x), Math.abs(y));
  if (Math.abs(x) === Number.POSITIVE_INFINITY || Math.abs(y) === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  if (long === 0 || long !== long) return long;
  const scale: int32 = long > 1e150 ? -600 : long < 1e-150 ? 600 : 0;
  const [a, b] = [scaleB(x, scale), scaleB(y, scale)];
  return scaleB(Math.sqrt(a * a + b * b), -scale);
}
export function singleHypotenuse(x: float64, y: float64): float64 {
  if (Math.abs(x) === Number.POSITIVE_INFINITY || Math.abs(y) === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  return math_fround(Math.sqrt(x * x + y * y));
}

/** The n-th root; of a negative number where n is odd. */
export function root(x: float64, n: int32): float64 {
  const odd: boolean = (n & 1) !== 0;
  if (n === 0 || x !== x || (x < 0 && !odd)) return Number.NaN;
  if (n === 2) return x === 0 ? 0 : Math.sqrt(x);
  if (n === 3) return Math.cbrt(x);
  const negative: boolean = odd && (x < 0 || isNegativeZero(x));
  const size: float64 = Math.abs(x) ** (1 / n);
  return negative ? -size : size;
}
export const singleRoot = (x: float64, n: int32): float64 => math_fround(root(x, n));

/** MathF.Round: scaled in float32. */
export function roundSingle(x: float64, digits: int32, mode: int32): float64 {
  if (digits < 0 || digits > 6) throw new ArgumentOutOfRangeException("digits", "Rounding digits must be between 0 and 6, inclusive.");
  if (mode < 0 || mode > 4) throw new ArgumentException("The value '" + mode + "' is not valid for this usage of the type MidpointRounding.", "mode");
  if (!(Math.abs(x) < 1e8)) return x;
  const power: float64 = 10 ** digits;
  return math_fround(roundedTo(math_fround(x * power), mode) / power);
}
function roundedTo(x: float64, mode: int32): float64 {
  switch (mode) {
    case 0:
      return math_round_even(x);
    case 1:
      return Math.trunc(x) + (Math.abs(x - Math.trunc(x)) >= 0.5 ? Math.sign(x) : 0);
    case 2:
      return Math.trunc(x);
    case 3:
      return Math.floor(x);
    default:
      return Math.ceil(x);
  }
}
