// ICollection's members on whatever implements it: arrays and ResizeArrays, dictionaries, sets, and the program's own classes.
import { map_clear, object_has, value_class } from "fusabi:builtin";
import { equals } from "./equality.ts";
import { NotSupportedException } from "./exceptions.ts";
import { addToDict, addToSet, removeFromDict } from "./map-util.ts";
import { Array_from } from "./platform-array.ts";

const member = (name: string): string => "System.Collections.Generic.ICollection`1." + name;

const isArray = (col: any): boolean => value_class(col) === 6;
const isTyped = (col: any): boolean => value_class(col) === 7;
/** Dictionaries: tables, and classes that have `set`. */
const isDictionary = (col: any): boolean => value_class(col) === 8 || object_has(col, "set");

const indexIn = (col: any, item: any): int32 => {
  const length: int32 = col.length;
  for (let i: int32 = 0; i < length; i++) if (equals(col[i], item)) return i;
  return -1;
};
const holdsPair = (dictionary: any, pair: any): boolean => dictionary.has(pair[0]) && equals(dictionary.get(pair[0]), pair[1]);

function failFixedSize(): any {
  throw new NotSupportedException("Collection was of a fixed size.");
}

export function contains(col: any, item: any): boolean {
  if (isArray(col) || isTyped(col)) return indexIn(col, item) >= 0;
  if (object_has(col, member("Contains2B595"))) return col["System.Collections.Generic.ICollection`1.Contains2B595"](item);
  if (isDictionary(col)) return holdsPair(col, item);
  return value_class(col) === 9 || object_has(col, "has") ? col.has(item) : contains(Array_from(col), item);
}

export function add(col: any, item: any): any {
  if (isTyped(col)) return failFixedSize();
  if (isArray(col)) return void col.push(item);
  if (object_has(col, member("Add2B595"))) return col["System.Collections.Generic.ICollection`1.Add2B595"](item);
  return isDictionary(col) ? addToDict(col, item[0], item[1]) : void addToSet(item, col);
}

export function remove(col: any, item: any): boolean {
  if (isTyped(col)) return failFixedSize();
  if (isArray(col)) {
    const at: int32 = indexIn(col, item);
    if (at >= 0) col.splice(at, 1);
    return at >= 0;
  }
  if (object_has(col, member("Remove2B595"))) return col["System.Collections.Generic.ICollection`1.Remove2B595"](item);
  if (!isDictionary(col)) return col.delete(item);
  return holdsPair(col, item) && removeFromDict(col, item[0]);
}

export function clear(col: any): any {
  if (isTyped(col)) return failFixedSize();
  if (isArray(col)) return void col.splice(0, col.length);
  if (value_class(col) === 8 || value_class(col) === 9) return map_clear(col);
  if (object_has(col, member("Clear"))) return col["System.Collections.Generic.ICollection`1.Clear"]();
  return col.clear();
}
