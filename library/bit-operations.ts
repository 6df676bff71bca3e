/** What System.Numerics.BitOperations asks about an unsigned number of up to 64 bits. */
import { bigint_of } from "fusabi:builtin";

/** How many bits a number takes without leading zeros. */
export function bitLength(x: any): int32 {
  let rest: any = bigint_of(x);
  let count: int32 = 0;
  while (rest > 0n) {
    rest = rest >> 1n;
    count++;
  }
  return count;
}

export function popCount(x: any, bits: int32): int32 {
  let rest: any = bigint_of(x);
  let count: int32 = 0;
  for (let at: int32 = 0; at < bits; at++) {
    const bit: any = rest & 1n;
    if (bit === 1n) count++;
    rest = rest >> 1n;
  }
  return count;
}

/** As many as there are bits where none is set. */
export function trailingZeros(x: any, bits: int32): int32 {
  let rest: any = bigint_of(x);
  let at: int32 = 0;
  let bit: any = rest & 1n;
  while (at < bits && bit === 0n) {
    rest = rest >> 1n;
    bit = rest & 1n;
    at++;
  }
  return at;
}
