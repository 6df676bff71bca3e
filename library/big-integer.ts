// System.Numerics.BigInteger's text.
import { formatNumber } from "./format-number.ts";

export function toString(x: any, format?: any): string {
  return formatNumber(x, "bigint", format ?? "");
}
