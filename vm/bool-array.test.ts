import { describe, expect, it } from "vitest";
import { FzbError } from "../schemas/fzb/error.ts";
import { exceptions } from "../schemas/isa/exceptions.ts";
import { exceptionType, type Line, type ModuleText, runText } from "./test-assembler.ts";

/** Registers: 0 the array, 1 it as any value, 2 a result, 3 an index, 4 a bool, 5 a number, 6 an integer. The array is false, true, false. */
const module = (code: readonly Line[]): ModuleText => ({
  types: Object.fromEntries(Object.values(exceptions).map(({ type }) => [type, exceptionType()])),
  functions: {
    main: {
      params: 0,
      registers: ["ref array_bool", "any", "any", "i32", "bool", "f64", "i32", "str"],
      code: [["const_i32", 3, 3], ["new_array", 0, "array_bool", 3], ["to_any", 1, 0], ["const_i32", 3, 1], ["const_bool", 4, 1], ["set_element", 1, 3, 4], ...code],
    },
  },
});

const give = (kind: number): Line[] => [
  ["to_any", 2, kind],
  ["return", 2],
];

const rows: Readonly<Record<string, readonly [unknown, readonly Line[]]>> = {
  "gives bools": [
    true,
    [
      ["get_element", 2, 1, 3],
      ["return", 2],
    ],
  ],
  "gives bools to registers of them": [true, [["get_element_bool", 4, 1, 3], ...give(4)]],
  "gives bools by any index": [
    true,
    [
      ["to_any", 2, 3],
      ["get_index", 2, 1, 2],
      ["return", 2],
    ],
  ],
  "gives numbers where these are asked for": [1, [["get_element_i32", 6, 1, 3], ...give(6)]],
  "gives floats where these are asked for": [1, [["get_element_f64", 5, 1, 3], ...give(5)]],
  "has a length": [3, [["get_length", 6, 1], ...give(6)]],
  "keeps a bool of any kind": [
    false,
    [
      ["const_bool", 4, 0],
      ["to_any", 2, 4],
      ["set_element", 1, 3, 2],
      ["get_element", 2, 1, 3],
      ["return", 2],
    ],
  ],
  "takes no texts": [
    exceptions.InvalidCast.type,
    [
      ["const_str", 7, "x"],
      ["to_any", 2, 7],
      ["set_element", 1, 3, 2],
      ["return", 2],
    ],
  ],
  "has ends": [
    exceptions.IndexOutOfRange.type,
    [
      ["get_length", 3, 1],
      ["set_element", 1, 3, 4],
      ["return", 1],
    ],
  ],
  "has no element behind its end": [exceptions.IndexOutOfRange.type, [["get_length", 3, 1], ["get_element_bool", 4, 1, 3], ...give(4)]],
  "finds bools": [
    1,
    [
      ["to_any", 2, 4],
      ["call_method", 2, 1, "indexOf", [2]],
      ["return", 2],
    ],
  ],
  "finds nothing else": [
    -1,
    [
      ["to_any", 2, 3],
      ["call_method", 2, 1, "indexOf", [2]],
      ["return", 2],
    ],
  ],
  "has texts of bools": [
    "false,true,false",
    [
      ["const_undefined", 2],
      ["call_method", 2, 1, "join", [2]],
      ["return", 2],
    ],
  ],
  "has slices alike": [
    true,
    [
      ["to_any", 2, 3],
      ["call_method", 1, 1, "slice", [2]],
      ["const_i32", 3, 0],
      ["get_element", 2, 1, 3],
      ["return", 2],
    ],
  ],
};

describe.each(["interpreter", "jit"] as const)("an array of bools (%s)", (tier) => {
  it.each(Object.keys(rows))("%s", (name) => {
    const [expected, code] = rows[name];
    const outcome = runText(module(code), "main", [], { tier });
    expect("done" in outcome ? outcome.value : "trapped" in outcome ? outcome.trap.exceptionType : outcome).toBe(expected);
  });

  it("crosses as bools", () => {
    const outcome = runText(module([["return", 1]]), "main", [], { tier });
    expect("done" in outcome && outcome.value).toEqual([false, true, false]);
  });
});

it("is reached by instructions for any kind of array only", () => {
  expect(() => runText(module([["array_get", 4, 0, 3], ...give(4)]), "main")).toThrow(FzbError);
  expect(() => runText(module([["array_set", 0, 3, 4], ...give(4)]), "main")).toThrow(FzbError);
});
