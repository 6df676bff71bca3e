// System.StringComparer: orders and equates strings as a StringComparison says.
import { str_hash } from "fusabi:builtin";
import { compareBy, foldBy } from "./collation.ts";

export class StringComparer {
  static readonly $type: string = "System.StringComparer";
  comparison: int32;
  constructor(comparison: int32) {
    this.comparison = comparison;
  }
  Compare(x: any, y: any): int32 {
    return compareBy(x, y, this.comparison);
  }
  Equals(x: any, y: any): boolean {
    if (x == null || y == null) return x == y;
    return foldBy(x, this.comparison) === foldBy(y, this.comparison);
  }
  GetHashCode(x: any): int32 {
    return str_hash(foldBy(x, this.comparison));
  }
}

const comparers: any[] = [0, 1, 2, 3, 4, 5].map((comparison: any): any => new StringComparer(comparison));

/** By the number of its StringComparison. */
export function fromComparison(comparison: int32): any {
  return comparers[comparison];
}
