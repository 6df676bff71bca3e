/** Numbers, and their texts. */
import { bigintBits, longText, primitive, productWork, readWork, textOf, toNumber } from "../dynamic.ts";
import { raise } from "../exceptions.ts";
import { hostBounds } from "../limits.ts";
import { sizes } from "../memory.ts";
import { integer, reserveText } from "./arguments.ts";
import type { BuiltinContext, BuiltinFunction } from "./context.ts";

const bits = new DataView(new ArrayBuffer(8));

/** The nearest integer, ties to even. */
/** A zero keeps the sign of what was rounded to it. */
function roundEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  const up = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0);
  if (!up) return floor;
  return floor === -1 ? -0 : floor + 1;
}

function radix(value: unknown): number {
  if (value === undefined) return 10;
  const base = integer(value);
  return base >= 2 && base <= 36 ? base : raise("ArgumentOutOfRange");
}

function digits(value: unknown, least: number): number {
  const count = integer(value);
  return count >= least && count <= 100 ? count : raise("ArgumentOutOfRange");
}

const printed = (context: BuiltinContext, text: string): string => {
  context.metering.allocate(sizes.string + sizes.unit * text.length);
  return text;
};

const asBigint = (value: unknown): bigint => (typeof value === "bigint" ? value : raise("InvalidCast"));

/** A width in bits; beyond what an integer may have, it says no more than that. */
function width(context: BuiltinContext, value: number, x: bigint): number {
  if (value < 0) raise("ArgumentOutOfRange");
  readWork(context.metering, x);
  return Math.min(value, hostBounds.bigint);
}

/** JavaScript's BigInt(value). */
function bigintOf({ metering }: BuiltinContext, value: unknown): bigint {
  const plain = primitive(value);
  switch (typeof plain) {
    case "bigint":
      return plain;
    case "boolean":
      return plain ? 1n : 0n;
    case "number":
      return Number.isInteger(plain) ? BigInt(plain) : raise("Overflow");
    case "string": {
      if (plain.length >= longText) {
        metering.within("bigint", plain.length * 4);
        metering.work(productWork(plain.length * 4, plain.length * 4));
      }
      const text = plain.trim();
      if (!/^(?:[+-]?[0-9]*|0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+)$/.test(text) || text === "+" || text === "-") raise("Format");
      return BigInt(text);
    }
    default:
      return raise("InvalidCast");
  }
}

export const numbers = {
  math_abs: (_, x: number) => Math.abs(x),
  math_floor: (_, x: number) => Math.floor(x),
  math_ceil: (_, x: number) => Math.ceil(x),
  math_round: (_, x: number) => Math.round(x),
  math_trunc: (_, x: number) => Math.trunc(x),
  math_sqrt: (_, x: number) => Math.sqrt(x),
  math_cbrt: (_, x: number) => Math.cbrt(x),
  math_exp: (_, x: number) => Math.exp(x),
  math_expm1: (_, x: number) => Math.expm1(x),
  math_log: (_, x: number) => Math.log(x),
  math_log2: (_, x: number) => Math.log2(x),
  math_log10: (_, x: number) => Math.log10(x),
  math_log1p: (_, x: number) => Math.log1p(x),
  math_sin: (_, x: number) => Math.sin(x),
  math_cos: (_, x: number) => Math.cos(x),
  math_tan: (_, x: number) => Math.tan(x),
  math_asin: (_, x: number) => Math.asin(x),
  math_acos: (_, x: number) => Math.acos(x),
  math_atan: (_, x: number) => Math.atan(x),
  math_sinh: (_, x: number) => Math.sinh(x),
  math_cosh: (_, x: number) => Math.cosh(x),
  math_tanh: (_, x: number) => Math.tanh(x),
  math_asinh: (_, x: number) => Math.asinh(x),
  math_acosh: (_, x: number) => Math.acosh(x),
  math_atanh: (_, x: number) => Math.atanh(x),
  math_sign: (_, x: number) => Math.sign(x),
  math_fround: (_, x: number) => Math.fround(x),
  // 1 to any power and -1 to an infinite one are 1, as C has it
  math_pow: (_, x: number, y: number) => (x === 1 || (x === -1 && (y === Infinity || y === -Infinity)) ? 1 : x ** y),
  math_atan2: (_, y: number, x: number) => Math.atan2(y, x),
  math_min: (_, x: number, y: number) => Math.min(x, y),
  math_max: (_, x: number, y: number) => Math.max(x, y),
  math_hypot: (_, x: number, y: number) => Math.hypot(x, y),
  math_imul: (_, x: number, y: number) => Math.imul(x, y),
  math_clz32: (_, x: number) => Math.clz32(x),
  math_round_even: (_, x: number) => roundEven(x),

  number_parse: (_, s: string) => Number(s),
  number_parse_float: (context, s) => Number.parseFloat(textOf(context.metering, s)),
  number_parse_int: (context, s, base) => Number.parseInt(textOf(context.metering, s), base === undefined ? undefined : integer(base)),
  number_to_string: (context, x: number, base) => printed(context, base === undefined ? String(x) : x.toString(radix(base))),
  number_to_fixed: (context, x: number, count) => printed(context, x.toFixed(digits(count, 0))),
  number_to_exponential: (context, x: number, count) => printed(context, x.toExponential(count === undefined ? undefined : digits(count, 0))),
  number_to_precision: (context, x: number, count) => printed(context, count === undefined ? String(x) : x.toPrecision(digits(count, 1))),
  number_is_integer: (_, x) => Number.isInteger(x),
  number_is_nan: (_, x) => Number.isNaN(x),
  number_is_finite: (_, x) => Number.isFinite(x),
  number_to_bits: (_, x: number) => {
    bits.setFloat64(0, x);
    return bits.getBigInt64(0);
  },
  number_from_bits: (_, x: bigint) => {
    bits.setBigInt64(0, x);
    return bits.getFloat64(0);
  },
  number_to_bits_f32: (_, x: number) => {
    bits.setFloat32(0, x);
    return bits.getInt32(0);
  },
  number_from_bits_f32: (_, x: number) => {
    bits.setInt32(0, x);
    return bits.getFloat32(0);
  },
  number_of: (context, x) => (typeof x === "bigint" ? Number(x) : toNumber(context.metering, x)),
  bigint_of: (context, x) => bigintOf(context, x),
  bigint_to_string: (context, x, base) => {
    const value = asBigint(x);
    const bits = bigintBits(value);
    reserveText(context, bits);
    if (bits > 64) context.metering.work(productWork(bits, bits));
    return value.toString(radix(base));
  },
  bigint_as_int_n: (context, size: number, x) => BigInt.asIntN(width(context, size, asBigint(x)), x),
  bigint_as_uint_n: (context, size: number, x) => BigInt.asUintN(width(context, size, asBigint(x)), x),
  bigint_to_number: (context, x) => {
    if (typeof x === "number") return x;
    readWork(context.metering, asBigint(x));
    return Number(x);
  },
  boolean_to_string: (_, x: boolean) => String(x),
} satisfies Record<string, BuiltinFunction>;
