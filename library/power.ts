// `pown`: whole powers of integers, checked as FSharp.Core's are.
import { DivideByZeroException, OverflowException } from "./exceptions.ts";

/** A power between two bounds; the product before a failed check may be inexact, but is beyond them. */
function power(x: float64, exponent: int32, low: float64, high: float64): float64 {
  if (exponent < 0) {
    if (x === 0) throw new DivideByZeroException();
    if (x !== 1 && x !== -1) {
      power(x, exponent === -2147483648 ? 2147483647 : -exponent, low, high);
      return 0;
    }
  }
  if (x === 0 || x === 1) return exponent === 0 ? 1 : x;
  if (x === -1) return (exponent & 1) === 0 ? 1 : -1;
  let result: float64 = 1;
  for (let i: int32 = 0; i < exponent; i++) {
    result = result * x;
    if (result < low || result > high) throw new OverflowException();
  }
  return result;
}

export function pown_int8(x: any, exponent: int32): any {
  return power(x, exponent, -128, 127);
}
export function pown_uint8(x: any, exponent: int32): any {
  return power(x, exponent, 0, 255);
}
export function pown_int16(x: any, exponent: int32): any {
  return power(x, exponent, -32768, 32767);
}
export function pown_uint16(x: any, exponent: int32): any {
  return power(x, exponent, 0, 65535);
}
export function pown_int32(x: any, exponent: int32): any {
  return power(x, exponent, -2147483648, 2147483647);
}
export function pown_uint32(x: any, exponent: int32): any {
  return power(x, exponent, 0, 4294967295);
}

function wide(x: any, exponent: int32, low: any, high: any): any {
  if (exponent < 0) {
    if (x === 0n) throw new DivideByZeroException();
    if (x !== 1n && x !== -1n) {
      wide(x, exponent === -2147483648 ? 2147483647 : -exponent, low, high);
      return 0n;
    }
  }
  if (x === 0n || x === 1n) return exponent === 0 ? 1n : x;
  if (x === -1n) return (exponent & 1) === 0 ? 1n : -1n;
  let result: any = 1n;
  for (let i: int32 = 0; i < exponent; i++) {
    result = result * x;
    if (result < low || result > high) throw new OverflowException();
  }
  return result;
}
export function pown_int64(x: any, exponent: int32): any {
  return wide(x, exponent, -9223372036854775808n, 9223372036854775807n);
}
export function pown_uint64(x: any, exponent: int32): any {
  return wide(x, exponent, 0n, 18446744073709551615n);
}
export { pown_int64 as pown_nativeint, pown_uint64 as pown_unativeint };
