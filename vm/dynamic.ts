/**
 * JavaScript's operators on any guest value: what the language gives on primitives; objects, and bigints mixed with numbers, raise InvalidCast. Nothing here
 * enters guest code or lets a host error out. What takes longer for long texts and big integers is charged before it is done.
 */
import { raise } from "./exceptions.ts";
import type { SizeLimit } from "./limits.ts";
import { Closure, TypeValue } from "./value.ts";

type Primitive = undefined | null | boolean | number | bigint | string;

/** What charges for work, and refuses what is larger than its limit; both before anything is done. */
export interface Meter {
  work(fuel: number): void;
  within(limit: SizeLimit, size: number): void;
}

/** Units from which on a text's length is charged for. */
export const longText = 256;
/** Fuel for going through a text of that many units once. */
export const textWork = (units: number): number => units >> 7;

export function primitive(value: unknown): Primitive {
  return typeof value === "object" && value !== null ? raise("InvalidCast") : (value as Primitive);
}

/** Roughly the number of bits, exact enough for bounds and the same everywhere. */
export function bigintBits(value: bigint): number {
  return BigInt.asIntN(64, value) === value ? 64 : value.toString(16).length * 4;
}

/** Words of a product of which one factor is short enough for the schoolbook's way. */
const schoolbook = 256;

/** Fuel for a product, a quotient or digits in another radix of integers of that many bits: beyond the schoolbook's size, hosts do better. */
export function productWork(aBits: number, bBits: number): number {
  const longer = Math.max(aBits, bBits) >>> 6;
  const shorter = Math.min(aBits, bBits) >>> 6;
  const doublings = 32 - Math.clz32(shorter >>> 8);
  return (longer * Math.min(shorter, schoolbook) * (1 + doublings)) >>> 3;
}

/** Charges for comparing two values where they are long. */
export function comparison(meter: Meter, lhs: unknown, rhs: unknown): void {
  if (typeof lhs === "string" && typeof rhs === "string") {
    const units = Math.min(lhs.length, rhs.length);
    if (units >= longText) meter.work(textWork(units));
  } else {
    readWork(meter, lhs);
    readWork(meter, rhs);
  }
}

/** Charges for going through one value. */
export function readWork(meter: Meter, value: unknown): void {
  if (typeof value === "string") {
    if (value.length >= longText) meter.work(textWork(value.length));
  } else if (typeof value === "bigint") {
    const bits = bigintBits(value);
    if (bits > 64) meter.work(bits >> 9);
  }
}

/** A value as a number by JavaScript's rules; a bigint raises InvalidCast. */
export function toNumber(meter: Meter, value: unknown): number {
  if (typeof value === "number") return value;
  const plain = primitive(value);
  if (typeof plain === "string") numberWork(meter, plain);
  return typeof plain === "bigint" ? raise("InvalidCast") : Number(plain);
}

/** Charges for reading a number from a text. */
export const numberWork = (meter: Meter, text: string): void => {
  if (text.length >= longText) meter.work(text.length >> 2);
};

/** JavaScript's String(value) of a primitive. */
export function textOf(meter: Meter, value: unknown): string {
  if (typeof value === "string") return value;
  const plain = primitive(value);
  if (typeof plain === "bigint") {
    const bits = bigintBits(plain);
    if (bits > 64) meter.work(productWork(bits, bits));
  }
  return String(plain);
}

interface Operator {
  readonly numbers: (lhs: number, rhs: number) => number;
  readonly bigints: (lhs: bigint, rhs: bigint) => bigint;
  /** Bits of the result at most, and fuel, by the bits of the operands; what is small is not asked. */
  readonly bits: (aBits: number, bBits: number, rhs: bigint) => number;
  readonly work: (aBits: number, bBits: number, result: number) => number;
}

const nonZero = (value: bigint): bigint => (value === 0n ? raise("DivideByZero") : value);
const isSmall = (value: bigint): boolean => BigInt.asIntN(64, value) === value;

const larger = (aBits: number, bBits: number): number => Math.max(aBits, bBits);
const linear = (_: number, __: number, result: number): number => result >> 9;
const product = (aBits: number, bBits: number): number => productWork(aBits, bBits);

const define = (numbers: Operator["numbers"], bigints: Operator["bigints"], bits: Operator["bits"] = larger, work: Operator["work"] = linear): Operator => ({
  numbers,
  bigints,
  bits,
  work,
});

/** A count of bits or powers as a number that bounds whatever it is used for. */
const countOf = (value: bigint): number => Number(BigInt.asIntN(64, value) === value ? value : value < 0n ? -1n : 1n << 63n);
const shifted = (aBits: number, by: number): number => (by > 0 ? aBits + by : aBits);

const power = (lhs: bigint, rhs: bigint): bigint => (rhs < 0n ? raise("ArgumentOutOfRange") : lhs ** rhs);
const exactBits = (value: bigint): number => (value < 0n ? -value : value).toString(2).length;

const sub = define(
  (a, b) => a - b,
  (a, b) => a - b,
);
const mul = define(
  (a, b) => a * b,
  (a, b) => a * b,
  (aBits, bBits) => aBits + bBits,
  product,
);
const div = define(
  (a, b) => a / b,
  (a, b) => a / nonZero(b),
  larger,
  product,
);
const rem = define(
  (a, b) => a % b,
  (a, b) => a % nonZero(b),
  larger,
  product,
);
const add = define(
  (a, b) => a + b,
  (a, b) => a + b,
);
const and = define(
  (a, b) => a & b,
  (a, b) => a & b,
);
const or = define(
  (a, b) => a | b,
  (a, b) => a | b,
);
const xor = define(
  (a, b) => a ^ b,
  (a, b) => a ^ b,
);
const pow = define((a, b) => a ** b, power, larger, linear);
const shl = define(
  (a, b) => a << b,
  (a, b) => a << b,
  (aBits, _, rhs) => shifted(aBits, countOf(rhs)),
);
const shr = define(
  (a, b) => a >> b,
  (a, b) => a >> b,
  (aBits, _, rhs) => shifted(aBits, -countOf(rhs)),
);
const shru = define(
  (a, b) => a >>> b,
  () => raise("InvalidCast"),
);

function apply(meter: Meter, operator: Operator, lhs: unknown, rhs: unknown): number | bigint {
  const a = primitive(lhs);
  const b = primitive(rhs);
  if (typeof a !== "bigint" || typeof b !== "bigint") return operator.numbers(toNumber(meter, a), toNumber(meter, b));
  if (operator === pow) chargePower(meter, a, b);
  else if (!isSmall(a) || !isSmall(b) || operator === shl || operator === shr) {
    const aBits = bigintBits(a);
    const bBits = bigintBits(b);
    const bits = a === 0n ? 0 : operator.bits(aBits, bBits, b);
    meter.within("bigint", bits);
    if (bits > 128) meter.work(operator.work(aBits, bBits, bits));
  }
  return operator.bigints(a, b);
}

function chargePower(meter: Meter, a: bigint, b: bigint): void {
  if (a === 0n || a === 1n || a === -1n || b <= 0n) return;
  const bits = exactBits(a) * countOf(b);
  meter.within("bigint", bits);
  if (bits > 128) meter.work(productWork(bits, bits));
}

const both = (lhs: unknown, rhs: unknown): boolean => typeof lhs === "number" && typeof rhs === "number";

/** `+` on what is no text. */
export const addAny = (meter: Meter, a: unknown, b: unknown): number | bigint => apply(meter, add, a, b);
export const subAny = (meter: Meter, a: unknown, b: unknown): unknown => (both(a, b) ? (a as number) - (b as number) : apply(meter, sub, a, b));
export const mulAny = (meter: Meter, a: unknown, b: unknown): unknown => (both(a, b) ? (a as number) * (b as number) : apply(meter, mul, a, b));
export const divAny = (meter: Meter, a: unknown, b: unknown): unknown => (both(a, b) ? (a as number) / (b as number) : apply(meter, div, a, b));
export const remAny = (meter: Meter, a: unknown, b: unknown): unknown => (both(a, b) ? (a as number) % (b as number) : apply(meter, rem, a, b));
export const powAny = (meter: Meter, a: unknown, b: unknown): unknown => apply(meter, pow, a, b);
export const andAny = (meter: Meter, a: unknown, b: unknown): unknown => (both(a, b) ? (a as number) & (b as number) : apply(meter, and, a, b));
export const orAny = (meter: Meter, a: unknown, b: unknown): unknown => (both(a, b) ? (a as number) | (b as number) : apply(meter, or, a, b));
export const xorAny = (meter: Meter, a: unknown, b: unknown): unknown => (both(a, b) ? (a as number) ^ (b as number) : apply(meter, xor, a, b));
export const shlAny = (meter: Meter, a: unknown, b: unknown): unknown => (both(a, b) ? (a as number) << (b as number) : apply(meter, shl, a, b));
export const shrAny = (meter: Meter, a: unknown, b: unknown): unknown => (both(a, b) ? (a as number) >> (b as number) : apply(meter, shr, a, b));
export const shruAny = (meter: Meter, a: unknown, b: unknown): unknown => (both(a, b) ? (a as number) >>> (b as number) : apply(meter, shru, a, b));

export function negAny(meter: Meter, value: unknown): unknown {
  const plain = primitive(value);
  if (typeof plain !== "bigint") return -toNumber(meter, plain);
  readWork(meter, plain);
  return -plain;
}

export function notAny(meter: Meter, value: unknown): unknown {
  const plain = primitive(value);
  if (typeof plain !== "bigint") return ~toNumber(meter, plain);
  readWork(meter, plain);
  return ~plain;
}

export function toInt32Any(meter: Meter, value: unknown): number {
  return typeof value === "number" ? value | 0 : toNumber(meter, value) | 0;
}

/** Primitives compare as JavaScript has it. */
export function lessAny(meter: Meter, lhs: unknown, rhs: unknown): boolean {
  const a = primitive(lhs);
  const b = primitive(rhs);
  orderWork(meter, a, b);
  return (a as number) < (b as number);
}

export function lessOrEqualAny(meter: Meter, lhs: unknown, rhs: unknown): boolean {
  const a = primitive(lhs);
  const b = primitive(rhs);
  orderWork(meter, a, b);
  return (a as number) <= (b as number);
}

/** A text beside anything else is read as a number, or as an integer beside a bigint. */
function orderWork(meter: Meter, a: Primitive, b: Primitive): void {
  if (typeof a === "string" && typeof b !== "string") readNumber(meter, a, b);
  else if (typeof b === "string" && typeof a !== "string") readNumber(meter, b, a);
  else if (typeof a !== "number") comparison(meter, a, b);
}

function readNumber(meter: Meter, text: string, beside: Primitive): void {
  if (typeof beside === "bigint" && text.length >= longText) {
    meter.within("bigint", text.length * 4);
    meter.work(productWork(text.length * 4, text.length * 4));
  } else numberWork(meter, text);
}

/** JavaScript's typeof: functions and types are what classes and functions are there. */
export function typeofAny(value: unknown): string {
  return value instanceof Closure || value instanceof TypeValue ? "function" : typeof value;
}
