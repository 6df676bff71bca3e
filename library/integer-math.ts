// Functions of Math on integers.
import { new_tuple } from "fusabi:op";
import { DivideByZeroException, OverflowException } from "./exceptions.ts";

/** System.Math.DivRem: a pair, or the quotient where the remainder has a place. */
export function divRem(x: any, y: any, remainder?: any): any {
  if (y === 0) throw new DivideByZeroException();
  if (x === -2147483648 && y === -1) throw new OverflowException();
  const quotient: any = Math.trunc(x / y);
  const rest: any = x - quotient * y;
  if (remainder === undefined) return new_tuple("tuple", quotient, rest);
  remainder.contents = rest;
  return quotient;
}

export function max_int32(x: int32, y: int32): int32 {
  return x >= y ? x : y;
}

export function min_int32(x: int32, y: int32): int32 {
  return x <= y ? x : y;
}

function failNegation(): any {
  throw new OverflowException("Negating the minimum value of a twos complement number is invalid.");
}
export function abs_int32(x: int32): int32 {
  if (x >= 0) return x;
  return x === -2147483648 ? failNegation() : -x;
}
export function abs_int16(x: any): any {
  if (x >= 0) return x;
  return x === -32768 ? failNegation() : -x;
}
export function abs_int8(x: any): any {
  if (x >= 0) return x;
  return x === -128 ? failNegation() : -x;
}
export function abs_int64(x: any): any {
  if (x >= 0n) return x;
  return x === -9223372036854775808n ? failNegation() : -x;
}
export { abs_int64 as abs_nativeint };
