// What checked arithmetic and conversions raise.
import { math_trunc } from "fusabi:builtin";
import { OverflowException } from "./exceptions.ts";

/** The whole part of a number, which must lie between two others. */
export function number_in_range(x: float64, low: float64, high: float64): float64 {
  const whole: float64 = math_trunc(x);
  if (whole >= low && whole <= high) return whole;
  throw new OverflowException();
}
/** A bigint, which must lie between two others. */
export function integer_in_range(x: any, low: any, high: any): any {
  if (x < low || x > high) throw new OverflowException();
  return x;
}
