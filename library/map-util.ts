import { map_delete, map_get, map_has, map_is, map_set, object_has, set_add } from "fusabi:builtin";
import { checkNotNull } from "./argument-checks.ts";
import { getEnumerator } from "./enumerators.ts";
import { equals } from "./equality.ts";
import { ArgumentException, KeyNotFoundException } from "./exceptions.ts";
import { to_string } from "./format-text.ts";
import { Dictionary, valueOf } from "./mutable-map.ts";

/** Dictionary and HashSet: the machine's tables where keys are primitives, classes of mutable-map.ts otherwise. */

/** A null key is refused as in .NET. */
export function checkKey(key: any): void {
  checkNotNull(key, "key");
}

export function failKeyNotFound(key: any): any {
  throw new KeyNotFoundException("The given key '" + to_string(key) + "' was not present in the dictionary.");
}
export function failDuplicateKey(key: any, paramName?: any): any {
  throw new ArgumentException("An item with the same key has already been added. Key: " + to_string(key), paramName);
}

export function getItemFromDict(dictionary: any, key: any): any {
  if (!map_is(dictionary)) return dictionary.get(key);
  const found: any = map_get(dictionary, key);
  return found === undefined && !map_has(dictionary, key) ? failKeyNotFound(key) : found;
}
/** The value of a key, undefined where there is none or it is undefined. */
export function findValue(dictionary: any, key: any): any {
  if (map_is(dictionary)) return map_get(dictionary, key);
  if (dictionary instanceof Dictionary) return valueOf(dictionary, key);
  return dictionary.has(key) ? dictionary.get(key) : undefined;
}
export function hasKey(dictionary: any, key: any): boolean {
  return map_is(dictionary) ? map_has(dictionary, key) : dictionary.has(key);
}
export function tryGetValue(dictionary: any, key: any, result: any): boolean {
  if (!map_is(dictionary)) return tryGetMember(dictionary, key, result);
  const found: any = map_get(dictionary, key);
  if (found === undefined && !map_has(dictionary, key)) return false;
  result.contents = found;
  return true;
}
/** F# maps and weak tables have no such members of their own. */
function tryGetMember(dictionary: any, key: any, result: any): boolean {
  if (object_has(dictionary, "TryGetValue")) return dictionary.TryGetValue(key, result);
  if (!dictionary.has(key)) return false;
  result.contents = dictionary.get(key);
  return true;
}
function tryAddMember(dictionary: any, key: any, value: any): boolean {
  if (object_has(dictionary, "TryAdd")) return dictionary.TryAdd(key, value);
  if (dictionary.has(key)) return false;
  dictionary.set(key, value);
  return true;
}
export function addToDict(dictionary: any, key: any, value: any): void {
  if (!tryAddToDict(dictionary, key, value)) failDuplicateKey(key);
}
export function tryAddToDict(dictionary: any, key: any, value: any): boolean {
  if (!map_is(dictionary)) return tryAddMember(dictionary, key, value);
  if (map_has(dictionary, key)) return false;
  map_set(dictionary, key, value);
  return true;
}
export function getItemFromDictOrCreate(dictionary: any, key: any, create: any): any {
  if (dictionary.has(key)) return getItemFromDict(dictionary, key);
  const value: any = create(key);
  dictionary.set(key, value);
  return value;
}
export function removeFromDict(dictionary: any, key: any): boolean {
  return map_is(dictionary) ? map_delete(dictionary, key) : dictionary.delete(key);
}
/** … with the value that was removed. */
export function takeFromDict(dictionary: any, key: any, result: any): boolean {
  return tryGetValue(dictionary, key, result) && removeFromDict(dictionary, key);
}
export function addToSet(item: any, set: any): boolean {
  if (!map_is(set)) return set.add_new(item);
  if (map_has(set, item)) return false;
  set_add(set, item);
  return true;
}
export function containsValue(value: any, dictionary: any): boolean {
  const e: any = getEnumerator(dictionary.values());
  while (e["System.Collections.IEnumerator.MoveNext"]()) {
    if (equals(value, e["System.Collections.Generic.IEnumerator`1.get_Current"]())) return true;
  }
  return false;
}
