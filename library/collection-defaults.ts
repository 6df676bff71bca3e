import { compareCulture } from "./collation.ts";
import { compare } from "./equality.ts";

/** What the collections of library/collections do with keys and items of any type: Comparer.Default. */

/** Strings are compared by culture, unlike F#'s `compare`. */
export function compareByDefault(x: any, y: any): int32 {
  return typeof x === "string" && typeof y === "string" ? compareCulture(x, y, false) : compare(x, y);
}
