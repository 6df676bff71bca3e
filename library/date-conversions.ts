// DateTime as the numbers of other systems: Windows file times, OLE Automation dates, .NET's own 64 bits.
import { bigint_as_int_n, bigint_as_uint_n, bigint_of } from "fusabi:builtin";
import { ticksPerDay, ticksPerMillisecond, ticksPerMinute } from "./calendar.ts";
import { DateTime, fromTicks, getKind, getTicks, move, toLocalTime, toUniversalTime, unspecified, utc } from "./date-time.ts";
import { ArgumentException, ArgumentOutOfRangeException, OverflowException } from "./exceptions.ts";
import { offsetAtLocal } from "./time-zone.ts";

/** 1 January 1601. */
const fileTimeStart: any = 504911232000000000n;
const ticksMask: any = 0x3fffffffffffffffn;

export function toFileTimeUtc(d: DateTime): any {
  const ticks: any = getTicks(d.kind === unspecified ? d : toUniversalTime(d)) - fileTimeStart;
  if (ticks < 0n) throw new ArgumentOutOfRangeException(undefined, "Not a valid Win32 FileTime.");
  return ticks;
}
export function toFileTime(d: DateTime): any {
  return toFileTimeUtc(toUniversalTime(d));
}
export function fromFileTimeUtc(ticks: any): DateTime {
  if (ticks < 0n || ticks > 2650467743999999999n) throw new ArgumentOutOfRangeException("fileTime", "Not a valid Win32 FileTime.");
  return fromTicks(ticks + fileTimeStart, utc);
}
export function fromFileTime(ticks: any): DateTime {
  return toLocalTime(fromFileTimeUtc(ticks));
}

/** Ticks and the kind in the upper two bits; a local time as that of UTC. */
export function toBinary(d: DateTime): any {
  const kind: int32 = getKind(d);
  const ticks: any = getTicks(kind === 2 ? move(d, 0, -offsetAtLocal(d.days, d.ticks) * ticksPerMinute, "value") : d);
  return bigint_as_int_n(64, ticks | (bigint_of(kind) << 62n));
}
export function fromBinary(bits: any): DateTime {
  const kind: any = bigint_as_uint_n(64, bits) >> 62n;
  const ticks: any = bits & ticksMask;
  if (kind >= 2n) return toLocalTime(fromTicks(ticks, utc));
  return fromTicks(ticks, kind === 1n ? utc : unspecified);
}

/** 30 December 1899. */
const oaStart: int32 = 693593;
const millisecondsPerDay: float64 = 86400000;

/** Days since 1899 with the time of day behind the point, which counts forward in negative dates too. */
export function toOADate(d: DateTime): float64 {
  if (d.days === 0) {
    if (d.ticks === 0) return 0;
    return toOADate(new DateTime(oaStart, d.ticks, d.kind));
  }
  if (d.days < 36159) throw new OverflowException("Not a legal OleAut date.");
  const days: int32 = d.days - oaStart;
  const time: float64 = Math.floor(d.ticks / ticksPerMillisecond) / millisecondsPerDay;
  if (days >= 0 || time === 0) return days + time;
  return days - time;
}
export function fromOADate(value: float64): DateTime {
  if (!(value < 2958466 && value > -657435)) throw new ArgumentException("Not a legal OleAut date.");
  const ms: float64 = Math.trunc(value * millisecondsPerDay + (value >= 0 ? 0.5 : -0.5));
  const days: float64 = Math.trunc(ms / millisecondsPerDay);
  const rest: float64 = Math.abs(ms % millisecondsPerDay);
  return new DateTime((oaStart + days) | 0, (rest * ticksPerMillisecond) % ticksPerDay, unspecified);
}
