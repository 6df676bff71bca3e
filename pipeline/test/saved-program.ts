/** A guest program with every sort of value in reach at once, and deep in exceptions; what it prints at the end depends on all of them. */
export const savedProgram = `
import { map_new, map_set, map_get, map_delete, map_next, map_key_at, set_new, set_add, weak_map_new, weak_map_set, weak_map_get, object_id, set_array_type, array_type, box, boxed_type, boxed_value, array_new, str_join } from "fusabi:builtin";
class Node { name: string; next: any; weight: int32; constructor(name: string, next: any) { this.name = name; this.next = next; this.weight = 7; } get Twice(): int32 { return (this.weight * 2) | 0; } }
const cycle: any = new Node("tail", null);
cycle.next = new Node("head", cycle);
const table: any = map_new();
for (let i = 0; i < 12; i++) map_set(table, "key" + i, i);
map_delete(table, "key3"); map_delete(table, "key8"); map_delete(table, "key5"); map_set(table, "late", cycle);
const members: any = set_new();
set_add(members, cycle); set_add(members, 0 / 0); set_add(members, -0);
const weak: any = weak_map_new();
const key: any = [1, "two", null, undefined, true, 4.5, -0, 0 / 0];
weak_map_set(weak, key, [cycle]);
const id = object_id(cycle);
set_array_type(key, "array<obj>");
const floats: any = array_new("Float64Array", 3);
floats[0] = 1 / 3; floats[2] = -0;
const wide: any = array_new("BigInt64Array", 2);
const boxed: any = box("int64", 5);
const counter = (start: int32): any => { let n = start; return () => { n = (n + 1) | 0; return n; }; };
const tick: any = counter(40);
const other = tick;
let power: any = 1;
function climb(n: int32, note: string): any {
  if (n === 0) { throw new Node("bottom", tick); }
  try { return climb((n - 1) | 0, note + n); } catch (e: any) { e.weight = (e.weight + n) | 0; if (n === 4) write(note); throw e; }
}
function work(rounds: int32): string {
  const lines: any = [];
  for (let i = 0; i < rounds; i++) {
    power = power * 3;
    map_set(table, "new" + i, [i, lines]);
    try { climb(5, "n" + i); } catch (e: any) { lines.push(e.name + e.weight + e.next()); }
    lines.push(other() + cycle.Twice + cycle.next.next.name);
  }
  return str_join(lines, " ");
}
write(work(3));
let keys = "";
for (let at: int32 = map_next(table, 0); at >= 0; at = map_next(table, (at + 1) | 0)) keys = keys + map_key_at(table, at) + " ";
write(keys);
write(" " + (object_id(cycle) === id) + array_type(key) + boxed_type(boxed) + boxed_value(boxed) + floats[0] + (1 / floats[2]) + (1 / key[6]) + power + (weak_map_get(weak, key)[0] === cycle) + (map_get(table, "late") === cycle));
`;
