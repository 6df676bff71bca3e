import * as fc from "fast-check";
import { expect, it } from "vitest";
import { builtinTypes } from "../schemas/isa/kinds.ts";
import { describeTypes } from "./descriptor.ts";
import { MapTable } from "./map-table.ts";

const type = describeTypes([])[builtinTypes.map.index];
const keysOf = (map: MapTable): unknown[] => {
  const keys: unknown[] = [];
  for (let entry = map.next(0); entry >= 0; entry = map.next(entry + 1)) keys.push(map.keys[entry]);
  return keys;
};

it("fills the entry freed last, as .NET's Dictionary does", () => {
  const map = new MapTable(type);
  for (const key of ["a", "b", "c", "d"]) map.set(key, key);
  map.delete("b");
  map.delete("c");
  map.set("x", 1);
  map.set("y", 2);
  map.set("z", 3);
  expect(keysOf(map)).toEqual(["a", "y", "x", "d", "z"]);
  map.clear();
  map.set("n", 1);
  expect(keysOf(map)).toEqual(["n"]);
});

it("holds what a host map holds", () => {
  const key = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant(-0), fc.constant(Number.NaN), fc.constantFrom("a", "b"), fc.constantFrom(1n, 2n));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom("set", "delete"), key, fc.nat())), (actions) => {
      const map = new MapTable(type);
      const model = new Map<unknown, unknown>();
      for (const [action, at, value] of actions) {
        if (action === "set") {
          expect(map.set(at, value)).toBe(!model.has(at));
          model.set(at, value);
        } else expect(map.delete(at)).toBe(model.delete(at));
      }
      expect(map.size).toBe(model.size);
      expect(new Set(keysOf(map))).toEqual(new Set(model.keys()));
      for (const [at, value] of model) expect(map.get(at)).toBe(value);
    }),
  );
});
