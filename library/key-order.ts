/**
 * The order of two keys of a Map or Set, which is always F#'s comparison of their type: that of numbers and strings is known, without calling the comparer.
 */
export function order(comparer: any, x: any, y: any): int32 {
  if (typeof x === "number") {
    if (x < y) return -1;
    if (x > y) return 1;
    if (x === y) return 0;
  }
  return orderOfOthers(comparer, x, y);
}

/** … of keys that are no numbers, or not a number. */
function orderOfOthers(comparer: any, x: any, y: any): int32 {
  if (typeof x === "string" && typeof y === "string") return orderOfTexts(x, y);
  const compared: int32 = comparer.Compare(x, y);
  return compared;
}

function orderOfTexts(x: string, y: string): int32 {
  if (x < y) return -1;
  return x === y ? 0 : 1;
}
