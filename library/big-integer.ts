// System.Numerics.BigInteger's text.
import { formatNumber } from "./format-number.ts";

export function toString(x: any, format?: any): string {
  return formatNumber(x, "bigint", format ?? "");
}

export function zeroArray(count: int32): any {
  return new Array(count).fill(0n);
}
