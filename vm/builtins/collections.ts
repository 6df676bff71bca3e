/** Maps, sets and weak maps. */
import { builtinTypes } from "../../schemas/isa/kinds.ts";
import { readWork } from "../dynamic.ts";
import { raise } from "../exceptions.ts";
import { MapTable } from "../map-table.ts";
import { sizes } from "../memory.ts";
import { WeakTable } from "../value.ts";
import { table } from "./arguments.ts";
import type { BuiltinContext, BuiltinFunction } from "./context.ts";

function make(context: BuiltinContext, type: "map" | "set"): MapTable {
  context.metering.allocate(sizes.map);
  return new MapTable(context.types[builtinTypes[type].index]);
}

function add(context: BuiltinContext, to: MapTable, key: unknown, value: unknown): MapTable {
  readWork(context.metering, key);
  if (to.size >= context.metering.limits.map && !to.has(key)) context.metering.within("map", to.size + 1);
  if (to.set(key, value)) context.metering.allocate(sizes.entry);
  return to;
}

/** A map, whose keys are never null, or a set, where null is an item like others. */
function keyed(of: unknown, key: unknown): MapTable {
  const found = table(of);
  return (key === undefined || key === null) && !found.isSet ? raise("NullKey") : found;
}

const entry = (from: MapTable, index: number): void => {
  if (index < 0 || index >= from.capacity) raise("IndexOutOfRange");
};

const weak = (value: unknown): WeakTable => (value instanceof WeakTable ? value : raise(value === undefined || value === null ? "NullReference" : "InvalidCast"));
const key = (value: unknown): object => (typeof value === "object" && value !== null ? value : raise("InvalidCast"));

export const collections = {
  map_new: (context) => make(context, "map"),
  map_get: (context, m, k) => {
    readWork(context.metering, k);
    return keyed(m, k).get(k);
  },
  map_set: (context, m, k, value) => add(context, keyed(m, k), k, value),
  map_has: (context, m, k) => {
    readWork(context.metering, k);
    return keyed(m, k).has(k);
  },
  map_delete: (context, m, k) => {
    readWork(context.metering, k);
    return keyed(m, k).delete(k);
  },
  map_clear: (_, m) => {
    table(m).clear();
    return undefined;
  },
  map_size: (_, m) => table(m).size,
  map_is: (_, m) => m instanceof MapTable,
  map_next: (context, m, from: number) => {
    const found = table(m).next(from);
    context.metering.work(Math.max(0, (found < 0 ? m.capacity : found) - Math.max(from, 0)) >> 5);
    return found;
  },
  map_key_at: (_, m, index: number) => {
    entry(table(m), index);
    return m.keys[index];
  },
  map_value_at: (_, m, index: number) => {
    entry(table(m), index);
    return m.values[index];
  },
  set_new: (context) => make(context, "set"),
  set_add: (context, s, k) => add(context, table(s), k, k),
  weak_map_new: (context) => {
    context.metering.allocate(sizes.map);
    return new WeakTable(context.types[builtinTypes.weak_map.index]);
  },
  weak_map_get: (_, m, k) => weak(m).entries.get(k),
  weak_map_set: (context, m, k, value) => {
    const { entries } = weak(m);
    const at = key(k);
    if (!entries.has(at)) context.metering.allocate(sizes.entry);
    entries.set(at, value);
    return m;
  },
  weak_map_has: (_, m, k) => weak(m).entries.has(k),
  weak_map_delete: (_, m, k) => weak(m).entries.delete(k),
} satisfies Record<string, BuiltinFunction>;
