/** .NET's arithmetic where one JavaScript operator does not say it. */
import { raise } from "./exceptions.ts";

const minI64 = -(2n ** 63n);
const maxI64 = 2n ** 63n - 1n;
const maxU64 = 2n ** 64n - 1n;

export function divI32(lhs: number, rhs: number): number {
  if (rhs === 0) raise("DivideByZero");
  if (rhs === -1 && lhs === -2147483648) raise("Overflow");
  return (lhs / rhs) | 0;
}

/** The result is never -0: `| 0` makes it 0. */
export function remI32(lhs: number, rhs: number): number {
  if (rhs === 0) raise("DivideByZero");
  return (lhs % rhs) | 0;
}

export function checkI32(value: number): number {
  if ((value | 0) !== value) raise("Overflow");
  return value | 0;
}

/** A product that a double cannot hold exactly is out of range anyway. */
export const mulCheckedI32 = (lhs: number, rhs: number): number => checkI32(lhs * rhs);

export function divU32(lhs: number, rhs: number): number {
  if (rhs === 0) raise("DivideByZero");
  return (lhs / rhs) >>> 0;
}

export function remU32(lhs: number, rhs: number): number {
  if (rhs === 0) raise("DivideByZero");
  return lhs % rhs;
}

export function divI64(lhs: bigint, rhs: bigint): bigint {
  if (rhs === 0n) raise("DivideByZero");
  if (rhs === -1n && lhs === minI64) raise("Overflow");
  return lhs / rhs;
}

export function remI64(lhs: bigint, rhs: bigint): bigint {
  if (rhs === 0n) raise("DivideByZero");
  return lhs % rhs;
}

export function divU64(lhs: bigint, rhs: bigint): bigint {
  if (rhs === 0n) raise("DivideByZero");
  return lhs / rhs;
}

export function f64ToI32(value: number): number {
  if (value >= 2147483647) return 2147483647;
  if (value <= -2147483648) return -2147483648;
  return value | 0;
}

export function f64ToU32(value: number): number {
  if (value >= 4294967295) return 4294967295;
  return value > 0 ? value >>> 0 : 0;
}

export function f64ToI64(value: number): bigint {
  if (value >= 2 ** 63) return maxI64;
  if (value <= -(2 ** 63)) return minI64;
  return Number.isNaN(value) ? 0n : BigInt(Math.trunc(value));
}

export function f64ToU64(value: number): bigint {
  if (value >= 2 ** 64) return maxU64;
  return value >= 1 ? BigInt(Math.trunc(value)) : 0n;
}
