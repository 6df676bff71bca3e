// Rounding of decimals to fewer places.
import { Decimal, divideRounded, powerOfTen } from "./decimal.ts";
import { ArgumentOutOfRangeException } from "./exceptions.ts";

/** System.MidpointRounding. */
const toEven: int32 = 0;
const awayFromZero: int32 = 1;
const toZero: int32 = 2;
const toNegativeInfinity: int32 = 3;

/** x over a positive divisor in one of .NET's ways. */
function divideIn(mode: int32, x: any, divisor: any): any {
  if (mode === toEven) return divideRounded(x, divisor);
  const quotient: any = x / divisor;
  const rest: any = x - quotient * divisor;
  if (rest === 0n || mode === toZero) return quotient;
  if (mode === awayFromZero) {
    const far: boolean = (rest < 0n ? -rest : rest) * 2n >= divisor;
    if (!far) return quotient;
    return x < 0n ? quotient - 1n : quotient + 1n;
  }
  if (mode === toNegativeInfinity) return x < 0n ? quotient - 1n : quotient;
  return x < 0n ? quotient : quotient + 1n;
}

function roundTo(x: Decimal, places: int32, mode: int32): Decimal {
  if (places < 0 || places > 28) throw new ArgumentOutOfRangeException("decimals", "Decimal can only round to between 0 and 28 digits of precision.");
  return places >= x.scale ? x : new Decimal(divideIn(mode, x.mantissa, powerOfTen(x.scale - places)), places);
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
