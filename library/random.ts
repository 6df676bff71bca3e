// System.Random: with a seed .NET's generator (Knuth's subtractive one), without a seed the host's random numbers.

import { bigint_of } from "fusabi:builtin";
import { checkNotNegative, checkNotNull } from "./argument-checks.ts";
import { bitLength } from "./bit-operations.ts";
import { ArgumentOutOfRangeException } from "./exceptions.ts";
import { Math_random } from "./platform-host.ts";

const big: int32 = 2147483647;

function checkRange(low: int32, high: int32): void {
  if (low > high) throw new ArgumentOutOfRangeException("minValue", "'minValue' cannot be greater than maxValue.");
}

export class NonSeeded {
  static readonly $type: string = "System.Random";
  Next0(): int32 {
    return Math.floor(Math_random() * big) | 0;
  }
  Next1(maxValue: int32): int32 {
    checkNotNegative(maxValue, "maxValue");
    return Math.floor(Math_random() * maxValue) | 0;
  }
  Next2(minValue: int32, maxValue: int32): int32 {
    checkRange(minValue, maxValue);
    const low: float64 = minValue;
    const high: float64 = maxValue;
    return (Math.floor(Math_random() * (high - low)) + low) | 0;
  }
  NextDouble(): float64 {
    return Math_random();
  }
  NextBytes(buffer: any): void {
    checkNotNull(buffer, "buffer");
    for (let i: int32 = 0; i < buffer.length; i++) buffer[i] = Math.floor(Math_random() * 256);
  }
}

export class Seeded {
  static readonly $type: string = "System.Random";
  next: int32;
  behind: int32;
  /** Entries 1 to 55. */
  seeds: any;
  constructor(seed: int32) {
    const seeds: any = new Int32Array(56);
    let current: int32 = (161803398 - (seed === -2147483648 ? big : seed < 0 ? -seed : seed)) | 0;
    seeds[55] = current;
    let other: int32 = 1;
    let at: int32 = 0;
    for (let i: int32 = 1; i < 55; i++) {
      at = at + 21;
      if (at >= 55) at = at - 55;
      seeds[at] = other;
      other = (current - other) | 0;
      if (other < 0) other = other + big;
      current = seeds[at];
    }
    for (let turn: int32 = 1; turn < 5; turn++) {
      for (let i: int32 = 1; i < 56; i++) {
        let from: int32 = i + 30;
        if (from >= 55) from = from - 55;
        const left: int32 = seeds[i];
        const right: int32 = seeds[1 + from];
        let value: int32 = (left - right) | 0;
        if (value < 0) value = value + big;
        seeds[i] = value;
      }
    }
    this.seeds = seeds;
    this.next = 0;
    this.behind = 21;
  }
  sample(): int32 {
    let next: int32 = this.next + 1;
    if (next >= 56) next = 1;
    let behind: int32 = this.behind + 1;
    if (behind >= 56) behind = 1;
    const seeds: any = this.seeds;
    const left: int32 = seeds[next];
    const right: int32 = seeds[behind];
    let value: int32 = (left - right) | 0;
    if (value === big) value--;
    if (value < 0) value = value + big;
    seeds[next] = value;
    this.next = next;
    this.behind = behind;
    return value;
  }
  Next0(): int32 {
    return this.sample();
  }
  Next1(maxValue: int32): int32 {
    checkNotNegative(maxValue, "maxValue");
    return Math.trunc(this.NextDouble() * maxValue) | 0;
  }
  Next2(minValue: int32, maxValue: int32): int32 {
    checkRange(minValue, maxValue);
    const low: float64 = minValue;
    const range: float64 = maxValue - low;
    const sample: float64 = range <= big ? this.NextDouble() : this.wideSample();
    return (Math.floor(sample * range) + low) | 0;
  }
  NextDouble(): float64 {
    return this.sample() * (1 / big);
  }
  /** A fraction for ranges beyond int32. */
  wideSample(): float64 {
    const size: float64 = this.sample();
    const value: float64 = (this.sample() & 1) === 0 ? -size : size;
    return (value + 2147483646) / 4294967293;
  }
  NextBytes(buffer: any): void {
    checkNotNull(buffer, "buffer");
    for (let i: int32 = 0; i < buffer.length; i++) buffer[i] = this.sample() & 255;
  }
}

/** 64 bits of three draws, as .NET puts them together for a seed. */
function drawBits(random: any): any {
  const low: any = bigint_of(random.Next1(1 << 22));
  const middle: any = bigint_of(random.Next1(1 << 22));
  const high: any = bigint_of(random.Next1(1 << 20));
  return low | (middle << 22n) | (high << 44n);
}

/** From `low` up to `high`; without bounds up to the greatest. */
export function nextInt64(random: any, low: any, high: any): any {
  if (low > high) throw new ArgumentOutOfRangeException("minValue", "'minValue' cannot be greater than maxValue.");
  const range: any = high - low;
  if (range <= 1n) return low;
  const spare: any = bigint_of(64 - bitLength(range - 1n));
  let drawn: any = drawBits(random) >> spare;
  while (drawn >= range) drawn = drawBits(random) >> spare;
  return low + drawn;
}

/** As .NET draws: each place gets one of the items from there on. */
export function shuffle(random: any, items: any): void {
  const count: int32 = items.length;
  for (let i: int32 = 0; i < count - 1; i++) {
    const at: int32 = random.Next2(i, count);
    const held: any = items[at];
    items[at] = items[i];
    items[i] = held;
  }
}

export function nonSeeded(): any {
  return new NonSeeded();
}
export function seeded(seed: int32): any {
  return new Seeded(seed);
}
