import { describe, expect, test } from "vitest";
import { builtins } from "../isa/builtins.ts";
import type { OperandsOf } from "../isa/codec.ts";
import { CodeWriter } from "../isa/codec.ts";
import { shapes } from "../isa/instruction.ts";
import type { Kind } from "../isa/kinds.ts";
import { builtinTypes, firstOwnType } from "../isa/kinds.ts";
import type { Mnemonic } from "../isa/table.ts";
import type { FzbErrorCode } from "./error.ts";
import { FzbError } from "./error.ts";
import { limits } from "./limits.ts";
import type { Fn, KindOf, Module, TypeDef } from "./module.ts";
import { operandRules } from "./operand-rules.ts";
import { validate } from "./validate.ts";

type Line = { [M in Mnemonic]: readonly [M, OperandsOf<M>] }[Mnemonic];

const kind = (of: Kind, type = 0): KindOf => ({ kind: of, type });
const [base, derived, union, other] = [0, 1, 2, 3].map((i) => firstOwnType + i);
const slot = (of: KindOf) => ({ ...of, name: "slot", fsharp: "", mutable: true });
const plain: TypeDef = { name: "T", kind: "class", generics: [], parent: 0, interfaces: [], slots: [], cases: [], methods: [], equality: "reference", comparison: "none" };
const types: readonly TypeDef[] = [
  { ...plain, slots: [slot(kind("i32"))] },
  { ...plain, parent: base, slots: [slot(kind("i32")), slot(kind("ref", base))] },
  {
    ...plain,
    kind: "union",
    cases: [
      { name: "A", fields: [] },
      { name: "B", fields: [{ name: "b", slot: 0, fsharp: "" }] },
    ],
    slots: [slot(kind("str"))],
  },
  plain,
];

/** r0 i32, r1 f64, r2 any, r3 base, r4 derived, r5 union, r6 bool, r7 closure, r8 int32 array, r9 any's cell, r10 str, r11 object */
const registers = [
  kind("i32"),
  kind("f64"),
  kind("any"),
  kind("ref", base),
  kind("ref", derived),
  kind("ref", union),
  kind("bool"),
  kind("ref", builtinTypes.closure.index),
  kind("ref", builtinTypes.array_i32.index),
  kind("ref", builtinTypes.cell_any.index),
  kind("str"),
  kind("ref", builtinTypes.object.index),
];
const words = (lines: readonly Line[]): Int32Array => {
  const writer = new CodeWriter();
  for (const [mnemonic, operands] of lines) writer.emit<Mnemonic>(mnemonic, operands as OperandsOf<Mnemonic>);
  return writer.finish();
};
const done: Line = ["return", { src: 2 }];
const fn = (lines: readonly Line[], more: Partial<Fn> = {}): Fn => ({
  name: "",
  params: 0,
  registers,
  captures: [],
  result: kind("any"),
  receiver: false,
  code: words(lines),
  ...more,
});
const uniform = fn([["return", { src: 0 }]], { params: 1, registers: [kind("any")] });

/** Functions behind the one under test: 1 takes and gives any, 2 as a method, 3 captures an any, 4 takes a base and an i32 and gives a derived. */
const callees: readonly Fn[] = [
  uniform,
  { ...uniform, receiver: true },
  { ...uniform, captures: [kind("any")] },
  fn(
    [
      ["const_null_ref", { dst: 2 }],
      ["return", { src: 2 }],
    ],
    { params: 2, registers: [kind("ref", base), kind("i32"), kind("ref", derived)], result: kind("ref", derived) },
  ),
];
const moduleOf = (first: Fn, more: Partial<Module> = {}): Module => ({
  name: "Test",
  costTable: 1,
  types,
  strings: ["name"],
  doubles: [1],
  integers: [1n, 2n ** 63n, -1n],
  imports: [],
  globals: [{ ...kind("ref", base), name: "g" }],
  functions: [first, ...callees],
  exports: [],
  entry: -1,
  capabilities: [],
  debug: undefined,
  ...more,
});
const codeOf = (module: Module): FzbErrorCode | undefined => {
  try {
    validate(module);
  } catch (error) {
    if (error instanceof FzbError) return error.code;
    throw error;
  }
  return undefined;
};
const says = (lines: readonly Line[], more: Partial<Fn> = {}): FzbErrorCode | undefined => codeOf(moduleOf(fn(lines, more)));
const one = (line: Line): FzbErrorCode | undefined => says([line, done]);

test("every instruction with operands of no fixed kind, or with a type, slot or list, has a rule or needs none", () => {
  const free = new Set<Mnemonic>(["to_any", "set_element", "set_item", "throw", "call_closure", "call_method", "switch"]);
  const needing = shapes.filter(({ operands }) =>
    operands.some(({ kind }) => ["def.t", "use.t", "type", "slot", "fn", "import", "upvalue", "builtin", "uses", "const.i64", "const.u64"].includes(kind)),
  );
  expect(needing.map(({ mnemonic }) => mnemonic).filter((mnemonic) => operandRules[mnemonic] === undefined && !free.has(mnemonic))).toEqual([]);
});

test("an error says which function, word and operand", () => {
  try {
    validate(moduleOf(fn([["const_i32", { dst: 0, value: 1 }], ["add_f64", { dst: 1, lhs: 1, rhs: 0 }], done], { name: "App.main" })));
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ code: "bad_kind", fn: 0, offset: 3, message: "bad_kind: function 0 (App.main), word 3 (add_f64): rhs: register 0 is i32, expected f64" });
  }
});

describe("operands", () => {
  const cases: readonly (readonly [string, Line, FzbErrorCode | undefined])[] = [
    ["register out of range", ["const_i32", { dst: 12, value: 0 }], "bad_reference"],
    ["negative register", ["const_i32", { dst: -1, value: 0 }], "bad_reference"],
    ["a move between kinds", ["move", { dst: 0, src: 1 }], "bad_kind"],
    ["a move to a base", ["move", { dst: 3, src: 4 }], undefined],
    ["a move to the root", ["move", { dst: 11, src: 8 }], undefined],
    ["a move to a derived type", ["move", { dst: 4, src: 3 }], "bad_kind"],
    ["any kind to any", ["to_any", { dst: 2, src: 1 }], undefined],
    ["a bool of 2", ["const_bool", { dst: 6, value: 2 }], "bad_operand"],
    ["a missing double", ["const_f64", { dst: 1, value: 1 }], "bad_reference"],
    ["a missing string", ["get_property", { dst: 2, object: 2, name: 1 }], "bad_reference"],
    ["a property of a number", ["get_property", { dst: 2, object: 0, name: 0 }], "bad_kind"],
    ["a cast to the type of the register", ["cast_ref", { dst: 4, src: 2, type: derived }], undefined],
    ["a cast to more than the register holds", ["cast_ref", { dst: 4, src: 2, type: base }], "bad_kind"],
    ["a cast to no type", ["cast_ref", { dst: 4, src: 2, type: 63 }], "bad_reference"],
    ["a test for a primitive's class", ["is_type", { dst: 6, src: 2, type: builtinTypes.string.index }], "bad_reference"],
    ["a slot of the declared type", ["get_slot", { dst: 3, object: 4, slot: 1 }], undefined],
    ["a slot the base lacks", ["get_slot", { dst: 3, object: 3, slot: 1 }], "bad_reference"],
    ["a slot of another kind", ["get_slot", { dst: 1, object: 3, slot: 0 }], "bad_kind"],
    ["a slot given a derived object", ["set_slot", { object: 4, slot: 1, src: 4 }], undefined],
    ["a slot given the wrong type", ["set_slot", { object: 4, slot: 1, src: 5 }], "bad_kind"],
    ["a slot of the root", ["get_slot", { dst: 0, object: 11, slot: 0 }], "bad_kind"],
    ["the tag of a class", ["get_tag", { dst: 0, object: 3 }], "bad_kind"],
    ["a new object with fewer slots", ["new_object", { dst: 4, type: derived, tag: 0, slots: [0] }], undefined],
    ["a new object with too many slots", ["new_object", { dst: 3, type: base, tag: 0, slots: [0, 0] }], "bad_operand"],
    ["a new object of a tag beyond the cases", ["new_object", { dst: 5, type: union, tag: 2, slots: [] }], "bad_operand"],
    ["a new object of a tag where there are none", ["new_object", { dst: 3, type: base, tag: 1, slots: [] }], "bad_operand"],
    ["a new object in an unrelated register", ["new_object", { dst: 3, type: other, tag: 0, slots: [] }], "bad_kind"],
    ["a case with fields as a constant", ["const_case", { dst: 5, type: union, tag: 1 }], "bad_operand"],
    ["an element of another kind", ["array_get", { dst: 1, array: 8, index: 0 }], "bad_kind"],
    ["an element of no array", ["array_get", { dst: 0, array: 3, index: 0 }], "bad_kind"],
    ["an array of a cell's type", ["new_array", { dst: 8, type: builtinTypes.cell_any.index, length: 0 }], "bad_operand"],
    ["a cell's content", ["get_cell", { dst: 2, cell: 9 }], undefined],
    ["a cell's content of another kind", ["get_cell", { dst: 0, cell: 9 }], "bad_kind"],
    ["a global of a base type", ["get_global", { dst: 4, global: 0 }], "bad_kind"],
    ["an upvalue without captures", ["get_upvalue", { dst: 2, upvalue: 0 }], "bad_reference"],
    ["a call", ["call", { dst: 3, fn: 4, args: [4, 0] }], undefined],
    ["a call that widens to any", ["call", { dst: 2, fn: 1, args: [0] }], undefined],
    ["a call with too few arguments", ["call", { dst: 3, fn: 4, args: [4] }], "bad_operand"],
    ["a call with the wrong type", ["call", { dst: 3, fn: 4, args: [5, 0] }], "bad_kind"],
    ["a call of a closure's function", ["call", { dst: 2, fn: 3, args: [2] }], "bad_function"],
    ["a call for another result", ["call", { dst: 0, fn: 1, args: [2] }], "bad_kind"],
    ["a closure", ["new_closure", { dst: 7, fn: 3, captured: [2] }], undefined],
    ["a closure without what it captures", ["new_closure", { dst: 7, fn: 3, captured: [] }], "bad_operand"],
    ["a shared closure", ["const_closure", { dst: 7, fn: 1 }], undefined],
    ["a shared closure of a function that captures", ["const_closure", { dst: 7, fn: 3 }], "bad_operand"],
    ["a shared closure of typed parameters", ["const_closure", { dst: 7, fn: 4 }], "bad_function"],
    ["a closure of typed parameters", ["new_closure", { dst: 7, fn: 4, captured: [] }], "bad_function"],
    ["a builtin with an optional argument left out", ["call_builtin", { dst: 10, builtin: builtins.str_substring.code, args: [10, 0] }], undefined],
    ["a builtin without an argument it needs", ["call_builtin", { dst: 0, builtin: builtins.str_char_code_at.code, args: [10] }], "bad_operand"],
    ["no builtin", ["call_builtin", { dst: 0, builtin: 99999, args: [] }], "bad_reference"],
    ["a hole in the builtins", ["call_builtin", { dst: 0, builtin: 99, args: [] }], "bad_reference"],
    ["an import there is not", ["call_import", { dst: 2, import: 0, args: [] }], "bad_reference"],
  ];
  test.each(cases)("%s", (_, line, expected) => expect(one(line)).toBe(expected));

  test("an int64 beyond 64 bits", () => {
    const more = { registers: [...registers, kind("i64"), kind("u64")] };
    expect(says([["const_i64", { dst: 12, value: 2 }], done], more)).toBeUndefined();
    expect(says([["const_i64", { dst: 12, value: 1 }], done], more)).toBe("bad_operand");
    expect(says([["const_u64", { dst: 13, value: 2 }], done], more)).toBe("bad_operand");
  });
});

describe("structure", () => {
  const block: Line = ["block", {}];
  const loop: Line = ["loop", {}];
  const test6: Line = ["if", { test: 6 }];
  const otherwise: Line = ["else", {}];
  const guard: Line = ["try", { caught: 2 }];
  const handler: Line = ["catch", {}];
  const end: Line = ["end", {}];
  const branch = (target: number): Line => ["branch", { target }];
  const tail: Line = ["tail_call", { fn: 1, args: [2] }];
  const cases: readonly (readonly [string, readonly Line[], FzbErrorCode | undefined])[] = [
    ["no code", [], "bad_structure"],
    ["falling off the end", [["const_null", { dst: 2 }]], "bad_structure"],
    ["an open region", [block, done], "bad_structure"],
    ["an end too many", [end, done], "bad_structure"],
    ["a loop without a way out", [loop, branch(0), end], undefined],
    ["a loop that ends", [loop, end], "bad_structure"],
    ["a branch out of a loop to nowhere", [loop, branch(1), end], "bad_structure"],
    ["a branch behind a block", [block, branch(0), end], "bad_structure"],
    ["both parts return", [test6, done, otherwise, done, end], undefined],
    ["one part returns", [test6, done, end], "bad_structure"],
    ["a branch out of both parts", [test6, done, otherwise, branch(0), end], "bad_structure"],
    ["an unreachable branch leads nowhere", [block, done, branch(0), end], undefined],
    ["an else in a block", [block, otherwise, end, done], "bad_structure"],
    ["a second else", [test6, otherwise, otherwise, end, done], "bad_structure"],
    ["a catch in an if", [test6, handler, end, done], "bad_structure"],
    ["a try without a catch", [guard, end, done], "bad_structure"],
    ["a try and its handler return", [guard, done, handler, done, end], undefined],
    ["a handler that falls through", [guard, done, handler, end], "bad_structure"],
    ["a switch that goes somewhere", [block, ["switch", { value: 0, targets: [0] }], end, done], undefined],
    ["a switch that goes nowhere", [block, ["switch", { value: 0, targets: [] }], end, done], "bad_structure"],
    ["a switch that leaves too many", [block, ["switch", { value: 0, targets: [0, 1] }], end, done], "bad_structure"],
    ["a tail call", [tail], undefined],
    ["a tail call in a try", [guard, tail, handler, done, end], "bad_structure"],
    ["a tail call in a handler", [guard, done, handler, tail, end], undefined],
    ["a tail call in a handler inside a try", [guard, guard, done, handler, tail, end, handler, done, end], "bad_structure"],
    ["a tail call for another result", [["tail_call", { fn: 4, args: [3, 0] }]], "bad_kind"],
    ["as deep as allowed", [...Array<Line>(limits.nesting).fill(block), ...Array<Line>(limits.nesting).fill(end), done], undefined],
    ["deeper than allowed", [...Array<Line>(limits.nesting + 1).fill(block), ...Array<Line>(limits.nesting + 1).fill(end), done], "limit_exceeded"],
  ];
  test.each(cases)("%s", (_, lines, expected) => expect(says(lines)).toBe(expected));

  test("words that are no instruction", () => {
    expect(says([], { code: Int32Array.of(0) })).toBe("bad_instruction");
    expect(says([], { code: words([done]).slice(0, 1) })).toBe("bad_instruction");
    expect(says([], { code: words([["call", { dst: 2, fn: 1, args: [2] }]]).slice(0, 4) })).toBe("bad_instruction");
  });
});

describe("tables", () => {
  const withTypes = (...more: Partial<TypeDef>[]): FzbErrorCode | undefined => codeOf(moduleOf(fn([done]), { types: [...types, ...more.map((each) => ({ ...plain, ...each }))] }));
  const next = firstOwnType + types.length;

  test("types", () => {
    expect(withTypes({ parent: derived, slots: types[1].slots })).toBeUndefined();
    expect(withTypes({ parent: derived, slots: types[0].slots })).toBe("bad_type");
    expect(withTypes({ parent: derived, slots: [slot(kind("i32")), slot(kind("ref", derived))] })).toBe("bad_type");
    expect(withTypes({ parent: next })).toBe("bad_type");
    expect(withTypes({ parent: next + 1 }, {})).toBe("bad_type");
    expect(withTypes({ parent: builtinTypes.map.index })).toBe("bad_type");
    expect(withTypes({ kind: "extension", parent: builtinTypes.map.index })).toBeUndefined();
    expect(withTypes({ kind: "extension", parent: derived })).toBe("bad_type");
    expect(withTypes({ kind: "union", cases: [{ name: "A", fields: [{ name: "a", slot: 0, fsharp: "" }] }] })).toBe("bad_type");
    expect(withTypes({ slots: [slot(kind("ref", next + 1))] })).toBe("bad_kind");
    expect(withTypes({ slots: [slot(kind("i32", 1))] })).toBe("bad_kind");
    expect(withTypes({ kind: "exception" })).toBe("bad_type");
    expect(withTypes({ methods: [{ name: "m", kind: "method", fn: 2 }] })).toBeUndefined();
    expect(withTypes({ methods: [{ name: "m", kind: "method", fn: 1 }] })).toBe("bad_function");
    expect(withTypes({ methods: [{ name: "m", kind: "setter", fn: 2 }] })).toBe("bad_function");
    expect(withTypes({ methods: [{ name: "m", kind: "method", fn: 9 }] })).toBe("bad_reference");
  });

  test("functions", () => {
    expect(says([done], { params: 13 })).toBe("bad_function");
    expect(says([done], { receiver: true })).toBe("bad_function");
    expect(says([done], { registers: new Array<KindOf>(limits.registers + 1).fill(kind("any")) })).toBe("limit_exceeded");
    expect(says([done], { registers: [...registers, kind("ref", builtinTypes.string.index)] })).toBe("bad_kind");
  });

  test("entry, exports, imports, debug", () => {
    const first = fn([done]);
    expect(codeOf(moduleOf(first, { entry: 0 }))).toBeUndefined();
    expect(codeOf(moduleOf(first, { entry: 1 }))).toBe("bad_function");
    expect(codeOf(moduleOf(first, { entry: 5 }))).toBe("bad_reference");
    expect(codeOf(moduleOf(first, { exports: [{ name: "a", fn: 3, fsharp: "", names: [] }] }))).toBe("bad_function");
    expect(
      codeOf(
        moduleOf(first, {
          exports: [
            { name: "a", fn: 1, fsharp: "", names: [] },
            { name: "a", fn: 2, fsharp: "", names: [] },
          ],
        }),
      ),
    ).toBe("bad_function");
    expect(codeOf(moduleOf(first, { exports: [{ name: "", fn: 1, fsharp: "", names: [] }] }))).toBe("bad_function");
    const log = { module: "m", name: "log", capability: "stdout", params: ["str"] as const, result: "any" as const, fsharp: "", names: [] };
    expect(codeOf(moduleOf(first, { imports: [log] }))).toBe("bad_capability");
    expect(codeOf(moduleOf(first, { imports: [log, { ...log, capability: "a" }], capabilities: ["a", "stdout"] }))).toBeUndefined();
    expect(codeOf(moduleOf(first, { imports: [log, { ...log, capability: "a" }], capabilities: ["stdout", "a"] }))).toBe("bad_capability");
    expect(codeOf(moduleOf(first, { capabilities: ["stdout"] }))).toBe("bad_capability");
    expect(codeOf(moduleOf(first, { debug: { files: [], positions: [] } }))).toBe("bad_debug");
    expect(codeOf(moduleOf(first, { costTable: 9 }))).toBe("unsupported_version");
  });
});
