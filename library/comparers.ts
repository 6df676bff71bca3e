import { compare_float, compare_string } from "./equality.ts";

/*
 * Comparers of types whose order is the host's own: `lowering/visit/comparers.ts` makes them where it finds F#'s comparison of such a type, so that a sort knows
 * what it sorts by.
 */

export class NumberComparer {}

/** Of whole numbers of 32 bits and less. */
export class IntegerComparer extends NumberComparer {
  Compare(x: any, y: any): int32 {
    const a: int32 = x;
    const b: int32 = y;
    if (a < b) return -1;
    return a > b ? 1 : 0;
  }
}
/** Of all other numbers, NaN before them. */
export class FloatComparer extends NumberComparer {
  Compare(x: any, y: any): int32 {
    return compare_float(x, y);
  }
}
export class TextComparer {
  Compare(x: any, y: any): int32 {
    return compare_string(x, y);
  }
}

/** What F#'s `<` and `>` say: NaN is neither less nor greater. */
export function orderOf(comparer: any, x: any, y: any): int32 {
  return comparer instanceof FloatComparer && (x !== x || y !== y) ? 0 : comparer.Compare(x, y);
}

export const integerComparer = (): any => new IntegerComparer();
export const floatComparer = (): any => new FloatComparer();
export const textComparer = (): any => new TextComparer();
