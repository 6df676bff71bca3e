// Rounding of decimals to fewer places.
import { bigint_to_number } from "fusabi:builtin";
import { type Decimal, floatPowerOfTen, ofMantissa, ofSmall, powerOfTen } from "./decimal.ts";
import { ArgumentOutOfRangeException } from "./exceptions.ts";

/** System.MidpointRounding. */
const toEven: int32 = 0;
const awayFromZero: int32 = 1;
const toZero: int32 = 2;
const toNegativeInfinity: int32 = 3;

/** Whether a quotient that was cut goes one away from zero; `half` is the sign of twice the rest less the divisor, the rest without its sign and not 0. */
function goesAway(mode: int32, negative: boolean, half: float64, odd: boolean): boolean {
  if (mode === toEven) return half > 0 || (half === 0 && odd);
  if (mode === awayFromZero) return half >= 0;
  if (mode === toZero) return false;
  return (mode === toNegativeInfinity) === negative;
}

function roundTo(x: Decimal, places: int32, mode: int32): Decimal {
  if (places < 0 || places > 28) throw new ArgumentOutOfRangeException("decimals", "Decimal can only round to between 0 and 28 digits of precision.");
  const drop: int32 = x.scale - places;
  if (drop <= 0) return x;
  return x.large === undefined ? roundSmall(x.small, drop, places, mode) : roundLarge(x.large, drop, places, mode);
}

function roundSmall(x: float64, drop: int32, places: int32, mode: int32): Decimal {
  const divisor: float64 = floatPowerOfTen(drop);
  const rest: float64 = x % divisor;
  let quotient: float64 = (x - rest) / divisor;
  if (rest !== 0 && goesAway(mode, x < 0, Math.abs(rest) * 2 - divisor, quotient % 2 !== 0)) quotient = x < 0 ? quotient - 1 : quotient + 1;
  return ofSmall(quotient + 0, places);
}

function roundLarge(x: any, drop: int32, places: int32, mode: int32): Decimal {
  const divisor: any = powerOfTen(drop);
  const rest: any = x % divisor;
  let quotient: any = x / divisor;
  const half: any = (rest < 0n ? -rest : rest) * 2n - divisor;
  if (rest !== 0n && goesAway(mode, x < 0n, bigint_to_number(half), quotient % 2n !== 0n)) quotient = x < 0n ? quotient - 1n : quotient + 1n;
  return ofMantissa(quotient, places);
}

export function round(x: Decimal, places?: any, mode?: any): Decimal {
  return roundTo(x, places ?? 0, mode ?? toEven);
}
export function truncate(x: Decimal): Decimal {
  return roundTo(x, 0, toZero);
}
export function floor(x: Decimal): Decimal {
  return roundTo(x, 0, toNegativeInfinity);
}
export function ceiling(x: Decimal): Decimal {
  return roundTo(x, 0, 4);
}
