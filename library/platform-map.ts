import { map_key_at, map_new, map_next, map_set, map_value_at, set_add, set_new, weak_map_new } from "fusabi:builtin";
import { EnumeratorIterator, getEnumerator, TableEnumerator } from "./enumerators.ts";

/** JavaScript's Map and Set: what of them calls back or iterates. */
export class $extension_map {
  forEach(f: any): void {
    const self: any = this;
    for (let i: int32 = map_next(self, 0); i >= 0; i = map_next(self, i + 1)) f(map_value_at(self, i), map_key_at(self, i), self);
  }
  entries(): any {
    return new TableEnumerator(this, 0);
  }
  keys(): any {
    return new TableEnumerator(this, 1);
  }
  values(): any {
    return new TableEnumerator(this, 2);
  }
  GetEnumerator(): any {
    return new TableEnumerator(this, 0);
  }
  "System.Collections.IEnumerable.GetEnumerator"(): any {
    return new TableEnumerator(this, 0);
  }
  [Symbol.iterator](): any {
    return new EnumeratorIterator(new TableEnumerator(this, 0));
  }
}

export class $extension_set {
  forEach(f: any): void {
    const self: any = this;
    for (let i: int32 = map_next(self, 0); i >= 0; i = map_next(self, i + 1)) f(map_key_at(self, i), map_key_at(self, i), self);
  }
  keys(): any {
    return new TableEnumerator(this, 1);
  }
  values(): any {
    return new TableEnumerator(this, 1);
  }
  GetEnumerator(): any {
    return new TableEnumerator(this, 1);
  }
  "System.Collections.IEnumerable.GetEnumerator"(): any {
    return new TableEnumerator(this, 1);
  }
  [Symbol.iterator](): any {
    return new EnumeratorIterator(new TableEnumerator(this, 1));
  }
}

export function Map_new(entries: any): any {
  const map: any = map_new();
  if (entries == null) return map;
  const e: any = getEnumerator(entries);
  while (e["System.Collections.IEnumerator.MoveNext"]()) {
    const entry: any = e["System.Collections.Generic.IEnumerator`1.get_Current"]();
    map_set(map, entry[0], entry[1]);
  }
  return map;
}
export function Set_new(items: any): any {
  const set: any = set_new();
  if (items == null) return set;
  const e: any = getEnumerator(items);
  while (e["System.Collections.IEnumerator.MoveNext"]()) set_add(set, e["System.Collections.Generic.IEnumerator`1.get_Current"]());
  return set;
}
export function WeakMap_new(): any {
  return weak_map_new();
}
