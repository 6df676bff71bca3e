// What .NET says about dates and times that do not exist.
import { ArgumentException, ArgumentOutOfRangeException } from "./exceptions.ts";

export function failDate(): any {
  throw new ArgumentOutOfRangeException(undefined, "Year, Month, and Day parameters describe an un-representable DateTime.");
}
export function failTime(): any {
  throw new ArgumentOutOfRangeException(undefined, "Hour, Minute, and Second parameters describe an un-representable DateTime.");
}
export function failResult(parameter: string): any {
  throw new ArgumentOutOfRangeException(parameter, "The added or subtracted value results in an un-representable DateTime.");
}
export function failAdd(): any {
  throw new ArgumentOutOfRangeException("value", "Value to add was out of range.");
}
export function failOther(name: string): any {
  throw new ArgumentException("Object must be of type " + name + ".");
}

export function checkMonths(months: int32): void {
  if (months < -120000 || months > 120000) throw new ArgumentOutOfRangeException("months", "Months value must be between +/-120000.");
}
export function checkYears(years: int32): void {
  if (years < -10000 || years > 10000) throw new ArgumentOutOfRangeException("value", "Years value must be between +/-10000.");
}
