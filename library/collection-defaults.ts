import { compareCulture } from "./collation.ts";
import { compare, equals } from "./equality.ts";
import { ArgumentException, ArgumentNullException, KeyNotFoundException } from "./exceptions.ts";
import { to_string } from "./format-text.ts";

/** What the collections of library/collections do with keys and items whose type they do not know: Comparer.Default, EqualityComparer.Default, texts of errors. */

/** Strings are compared by culture, unlike F#'s `compare`. */
export function compareByDefault(x: any, y: any): int32 {
  return typeof x === "string" && typeof y === "string" ? compareCulture(x, y, false) : compare(x, y);
}

export function equalByDefault(x: any, y: any): boolean {
  return equals(x, y) || (x !== x && y !== y);
}

export function checkKey(key: any): void {
  if (key == null) throw new ArgumentNullException("key");
}

export function missingKey(key: any): any {
  throw new KeyNotFoundException("The given key '" + to_string(key) + "' was not present in the dictionary.");
}

export function doubleKey(parameter: string, key: any): void {
  throw new ArgumentException("An item with the same key has already been added. Key: " + to_string(key), parameter);
}
