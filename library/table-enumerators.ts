import { map_is, map_key_at, map_next, map_size, map_value_at } from "fusabi:builtin";
import { new_tuple } from "fusabi:op";
import { failModified } from "./enumerators.ts";
import { type HashTable, nextEntry } from "./mutable-map.ts";

/*
 * Enumerators of what is declared to be a Dictionary or a HashSet: a table of the machine's, or one over a comparer. As in .NET, adding ends them by an exception
 * and removing does not; there is nothing to dispose of.
 */

class TableWalk {
  table: any;
  index: int32;
  /** Entries, or additions, when it was looked at last. */
  seen: int32;

  constructor(table: any) {
    this.table = table;
    this.index = 0;
    this.seen = map_is(table) ? map_size(table) : additionsOf(table);
  }
  /** The next entry, -1 at the end. */
  advance(): int32 {
    let i: int32;
    if (map_is(this.table)) {
      const size: int32 = map_size(this.table);
      if (size > this.seen) failModified();
      this.seen = size;
      i = map_next(this.table, this.index);
    } else i = nextEntry(this.table, this.index, this.seen);
    if (i >= 0) this.index = i + 1;
    return i;
  }
  "System.Collections.IEnumerator.Reset"(): void {
    this.index = 0;
  }
  Dispose(): void {}
}

const additionsOf = (table: HashTable): int32 => table.additions;

function keyAt(table: any, i: int32): any {
  if (map_is(table)) return map_key_at(table, i);
  const own: HashTable = table;
  return own.keys_[i];
}

function valueAt(table: any, i: int32): any {
  if (map_is(table)) return map_value_at(table, i);
  const own: HashTable = table;
  return own.values_[i];
}

class EntryWalk extends TableWalk {
  key: any;
  value: any;

  "System.Collections.IEnumerator.MoveNext"(): boolean {
    const i: int32 = this.advance();
    if (i < 0) return false;
    this.key = keyAt(this.table, i);
    this.value = valueAt(this.table, i);
    return true;
  }
  "System.Collections.Generic.IEnumerator`1.get_Current"(): any {
    return new_tuple("tuple", this.key, this.value);
  }
  "System.Collections.IEnumerator.get_Current"(): any {
    return new_tuple("tuple", this.key, this.value);
  }
}

class PartWalk extends TableWalk {
  current: any;

  "System.Collections.Generic.IEnumerator`1.get_Current"(): any {
    return this.current;
  }
  "System.Collections.IEnumerator.get_Current"(): any {
    return this.current;
  }
}

class KeyWalk extends PartWalk {
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    const i: int32 = this.advance();
    if (i < 0) return false;
    this.current = keyAt(this.table, i);
    return true;
  }
}

class ValueWalk extends PartWalk {
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    const i: int32 = this.advance();
    if (i < 0) return false;
    this.current = valueAt(this.table, i);
    return true;
  }
}

export function enumerateEntries(table: any): any {
  return new EntryWalk(table);
}
export function enumerateKeys(table: any): any {
  return new KeyWalk(table);
}
export function enumerateValues(table: any): any {
  return new ValueWalk(table);
}
