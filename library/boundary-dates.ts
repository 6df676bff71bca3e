// Dates as they cross between the program and its host: milliseconds since 1970, in universal time; days as their number.
import { bigint_of, bigint_to_number } from "fusabi:builtin";
import { type DateTimeOffset, fromUnixTimeMilliseconds, getUtcTicks } from "./date-offset.ts";
import { type DateOnly, dayNumber, fromDayNumber } from "./date-only.ts";
import { type DateTime, fromUnix, getTicks, local, toUniversalTime } from "./date-time.ts";

const ticksPerMillisecond: float64 = 10000;
/** From the year 1 to 1970. */
const epoch: float64 = 62135596800000;

const milliseconds = (ticks: any): float64 => bigint_to_number(ticks / bigint_of(ticksPerMillisecond)) - epoch;

export function date_outward(value: DateTime, _depth: int32): any {
  return milliseconds(getTicks(value.kind === local ? toUniversalTime(value) : value));
}
export function date_inward(value: any, _depth: int32): any {
  return fromUnix(value);
}
export function offset_date_outward(value: DateTimeOffset, _depth: int32): any {
  return milliseconds(getUtcTicks(value));
}
export function offset_date_inward(value: any, _depth: int32): any {
  return fromUnixTimeMilliseconds(bigint_of(value));
}

export function day_outward(value: DateOnly, _depth: int32): any {
  return dayNumber(value);
}
export function day_inward(days: any, _depth: int32): DateOnly {
  return fromDayNumber(days);
}
