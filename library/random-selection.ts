/** The functions of Array, List and Seq that choose at random, drawing as FSharp.Core draws. */
import { initialize } from "./array.ts";
import { failEmptySequence, requireNonNegative } from "./collection-errors.ts";
import { ArgumentException, ArgumentOutOfRangeException } from "./exceptions.ts";

/** An index from `low` up to `high`, by a function that gives fractions below 1. */
function draw(randomizer: any, low: int32, high: int32): int32 {
  const fraction: float64 = randomizer();
  if (!(fraction >= 0 && fraction < 1)) {
    throw new ArgumentOutOfRangeException("randomizer", "The index is outside the legal range.\nrandomizer returned " + fraction + ", should be in range [0.0, 1.0).");
  }
  const range: float64 = high - low;
  return Math.trunc(fraction * range + low) | 0;
}

function checkAny(items: any): void {
  if (items.length === 0) failEmptySequence("source");
}

export function randomShuffleInPlaceBy(randomizer: any, items: any): void {
  const count: int32 = items.length;
  for (let i: int32 = 0; i < count - 1; i++) {
    const at: int32 = draw(randomizer, i, count);
    const held: any = items[at];
    items[at] = items[i];
    items[i] = held;
  }
}

export function randomChoiceBy(randomizer: any, items: any): any {
  checkAny(items);
  return items[draw(randomizer, 0, items.length)];
}

export function randomChoicesBy(randomizer: any, count: int32, items: any, cons?: any): any {
  requireNonNegative(count, "count");
  if (count > 0) checkAny(items);
  return initialize(count, (): any => items[draw(randomizer, 0, items.length)], cons);
}

/** The most items of which copying is thought cheaper than keeping a set of those that were taken. */
function copiedUpTo(count: int32): float64 {
  return count > 5 ? 21 + 4 ** Math.ceil(Math.log(count * 3) / Math.log(4)) : 21;
}

export function randomSampleBy(randomizer: any, count: int32, items: any): any {
  requireNonNegative(count, "count");
  const length: int32 = items.length;
  if (count > 0) checkAny(items);
  if (count > length) throw new ArgumentException("The input sequence has an insufficient number of elements.", "count");
  const chosen: any = items.slice(0, count);
  if (length <= copiedUpTo(count)) {
    const pool: any = items.slice();
    for (let i: int32 = 0; i < count; i++) {
      const at: int32 = draw(randomizer, 0, length - i);
      chosen[i] = pool[at];
      pool[at] = pool[length - i - 1];
    }
    return chosen;
  }
  const taken: any = new Set();
  for (let i: int32 = 0; i < count; i++) {
    let at: int32 = draw(randomizer, 0, length);
    while (taken.has(at)) at = draw(randomizer, 0, length);
    taken.add(at);
    chosen[i] = items[at];
  }
  return chosen;
}
