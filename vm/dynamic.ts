/**
 * JavaScript's operators on any guest value: what the language gives on primitives; objects, and bigints mixed with numbers, raise InvalidCast. Nothing here
 * enters guest code or lets a host error out.
 */
import { raise } from "./exceptions.ts";
import { Closure, TypeValue } from "./value.ts";

type Primitive = undefined | null | boolean | number | bigint | string;

/** Bits a bigint may have: beyond it one operation could take longer than a pause may wait. */
export const maxBigintBits = 1 << 20;

export function primitive(value: unknown): Primitive {
  return typeof value === "object" && value !== null ? raise("InvalidCast") : (value as Primitive);
}

/** Roughly the number of bits, exact enough for bounds and the same everywhere. */
export function bigintBits(value: bigint): number {
  return BigInt.asIntN(64, value) === value ? 64 : value.toString(16).length * 4;
}

const bounded = (bits: number): void => {
  if (bits > maxBigintBits) raise("OutOfMemory");
};

/** A value as a number by JavaScript's rules; a bigint raises InvalidCast. */
export function toNumber(value: unknown): number {
  const plain = primitive(value);
  return typeof plain === "bigint" ? raise("InvalidCast") : Number(plain);
}

export function addAny(lhs: unknown, rhs: unknown): unknown {
  if (typeof lhs === "number" && typeof rhs === "number") return lhs + rhs;
  const a = primitive(lhs);
  const b = primitive(rhs);
  if (typeof a === "string" || typeof b === "string") return `${a}${b}`;
  if (typeof a === "bigint" && typeof b === "bigint") {
    bounded(Math.max(bigintBits(a), bigintBits(b)));
    return a + b;
  }
  return toNumber(a) + toNumber(b);
}

interface Operator {
  readonly numbers: (lhs: number, rhs: number) => number;
  readonly bigints: (lhs: bigint, rhs: bigint) => bigint;
}

const nonZero = (value: bigint): bigint => (value === 0n ? raise("DivideByZero") : value);

const power = (lhs: bigint, rhs: bigint): bigint => {
  if (rhs < 0n) raise("ArgumentOutOfRange");
  if (lhs === 0n || lhs === 1n || lhs === -1n) return rhs === 0n ? 1n : lhs === -1n && rhs % 2n === 0n ? 1n : lhs;
  bounded(rhs > BigInt(maxBigintBits) ? Number.POSITIVE_INFINITY : exactBits(lhs) * Number(rhs));
  return lhs ** rhs;
};

const exactBits = (value: bigint): number => (value < 0n ? -value : value).toString(2).length;

const shiftLeft = (lhs: bigint, rhs: bigint): bigint => {
  if (lhs === 0n) return 0n;
  if (rhs > 0n) bounded(rhs > BigInt(maxBigintBits) ? Number.POSITIVE_INFINITY : bigintBits(lhs) + Number(rhs));
  return lhs << rhs;
};

const operators = {
  sub: { numbers: (a, b) => a - b, bigints: (a, b) => a - b },
  mul: {
    numbers: (a, b) => a * b,
    bigints: (a, b) => {
      bounded(bigintBits(a) + bigintBits(b));
      return a * b;
    },
  },
  div: { numbers: (a, b) => a / b, bigints: (a, b) => a / nonZero(b) },
  rem: { numbers: (a, b) => a % b, bigints: (a, b) => a % nonZero(b) },
  pow: { numbers: (a, b) => a ** b, bigints: power },
  and: { numbers: (a, b) => a & b, bigints: (a, b) => a & b },
  or: { numbers: (a, b) => a | b, bigints: (a, b) => a | b },
  xor: { numbers: (a, b) => a ^ b, bigints: (a, b) => a ^ b },
  shl: { numbers: (a, b) => a << b, bigints: shiftLeft },
  shr: { numbers: (a, b) => a >> b, bigints: (a, b) => shiftLeft(a, -b) },
  shru: { numbers: (a, b) => a >>> b, bigints: () => raise("InvalidCast") },
} as const satisfies Record<string, Operator>;

const apply = (operator: Operator, lhs: unknown, rhs: unknown): number | bigint => {
  const a = primitive(lhs);
  const b = primitive(rhs);
  if (typeof a === "bigint" && typeof b === "bigint") return operator.bigints(a, b);
  return operator.numbers(toNumber(a), toNumber(b));
};

const both = (lhs: unknown, rhs: unknown): boolean => typeof lhs === "number" && typeof rhs === "number";

export const subAny = (a: unknown, b: unknown): unknown => (both(a, b) ? (a as number) - (b as number) : apply(operators.sub, a, b));
export const mulAny = (a: unknown, b: unknown): unknown => (both(a, b) ? (a as number) * (b as number) : apply(operators.mul, a, b));
export const divAny = (a: unknown, b: unknown): unknown => (both(a, b) ? (a as number) / (b as number) : apply(operators.div, a, b));
export const remAny = (a: unknown, b: unknown): unknown => (both(a, b) ? (a as number) % (b as number) : apply(operators.rem, a, b));
export const powAny = (a: unknown, b: unknown): unknown => apply(operators.pow, a, b);
export const andAny = (a: unknown, b: unknown): unknown => (both(a, b) ? (a as number) & (b as number) : apply(operators.and, a, b));
export const orAny = (a: unknown, b: unknown): unknown => (both(a, b) ? (a as number) | (b as number) : apply(operators.or, a, b));
export const xorAny = (a: unknown, b: unknown): unknown => (both(a, b) ? (a as number) ^ (b as number) : apply(operators.xor, a, b));
export const shlAny = (a: unknown, b: unknown): unknown => (both(a, b) ? (a as number) << (b as number) : apply(operators.shl, a, b));
export const shrAny = (a: unknown, b: unknown): unknown => (both(a, b) ? (a as number) >> (b as number) : apply(operators.shr, a, b));
export const shruAny = (a: unknown, b: unknown): unknown => (both(a, b) ? (a as number) >>> (b as number) : apply(operators.shru, a, b));

export function negAny(value: unknown): unknown {
  const plain = primitive(value);
  return typeof plain === "bigint" ? -plain : -toNumber(plain);
}

export function notAny(value: unknown): unknown {
  const plain = primitive(value);
  return typeof plain === "bigint" ? ~plain : ~toNumber(plain);
}

export function toInt32Any(value: unknown): number {
  return typeof value === "number" ? value | 0 : toNumber(value) | 0;
}

/** Primitives compare as JavaScript has it. */
export function lessAny(lhs: unknown, rhs: unknown): boolean {
  return (primitive(lhs) as number) < (primitive(rhs) as number);
}

export function lessOrEqualAny(lhs: unknown, rhs: unknown): boolean {
  return (primitive(lhs) as number) <= (primitive(rhs) as number);
}

/** JavaScript's typeof: functions and types are what classes and functions are there. */
export function typeofAny(value: unknown): string {
  return value instanceof Closure || value instanceof TypeValue ? "function" : typeof value;
}

/** JavaScript's String(value) of a primitive. */
export const textOf = (value: unknown): string => String(primitive(value));
