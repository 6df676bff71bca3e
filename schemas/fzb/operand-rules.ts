/**
 * What the validator checks of an instruction beyond its operands' kinds: one row each, given the first three operands in table order; indices are within
 * their tables, registers of the kinds the table names.
 */

import { builtinsByCode } from "../isa/builtins.ts";
import type { Kind } from "../isa/kinds.ts";
import { builtinTypes } from "../isa/kinds.ts";
import type { Mnemonic } from "../isa/table.ts";
import type { CodeCheck } from "./code-check.ts";
import type { Fn, Import, KindOf, TypeDef } from "./module.ts";
import { arrayElement, cellElement, kindCode, kindName, plainElement } from "./type-graph.ts";

export type OperandRule = (check: CodeCheck, a: number, b: number, c: number) => void;

const plain = Object.fromEntries((Object.keys(kindCode) as Kind[]).map((kind) => [kind, { kind, type: 0 }])) as Readonly<Record<Kind, KindOf>>;

const integerWithin =
  (low: bigint, high: bigint): OperandRule =>
  (check, _, value) => {
    const integer = check.module.integers[value];
    if (integer < low || integer > high) check.fail("bad_operand", `integer ${value} does not fit into 64 bits`);
  };

const concrete = (check: CodeCheck, type: number): void => {
  if (!check.graph.isConcrete(type)) check.fail("bad_reference", `${type} is not a type objects have`);
};

const ownType = (check: CodeCheck, type: number): TypeDef => check.graph.own(type) ?? check.fail("bad_kind", `${check.graph.name(type)} has no slots`);

/** The types whose objects `new_object` makes. */
const instantiable: { readonly [K in TypeDef["kind"]]: boolean } = {
  record: true,
  union: true,
  class: true,
  exception: true,
  tuple: true,
  literal: true,
  interface: false,
  extension: false,
};

const ofCase = (check: CodeCheck, type: TypeDef, tag: number): void => {
  if (!instantiable[type.kind]) check.fail("bad_operand", `${type.name} is of kind ${type.kind}, which has no objects`);
  if (tag < 0 || tag >= (type.kind === "union" ? type.cases.length : 1)) check.fail("bad_operand", `${type.name} has no tag ${tag}`);
};

const slotOf = (check: CodeCheck, object: number, slot: number): KindOf => {
  const type = ownType(check, check.typeOf(object));
  return type.slots[slot] ?? check.fail("bad_reference", `slot ${slot} of the ${type.slots.length} of ${type.name}`);
};

const tagged = (check: CodeCheck, object: number): TypeDef => {
  const type = check.graph.own(check.typeOf(object));
  if (type?.kind !== "union") return check.fail("bad_kind", `${check.graph.name(check.typeOf(object))} is no union`);
  return type;
};

/** The register's kind is what the array or cell type holds. */
const holds = (check: CodeCheck, elements: Int8Array, type: number, register: number, what: string): void => {
  const element = elements[type] ?? -1;
  if (element < 0) check.fail("bad_kind", `${check.graph.name(type)} is no ${what}`);
  const kind = kindCode[check.kindOf(register).kind];
  if (kind !== element) check.fail("bad_kind", `register ${register} is ${kindName(kind)}, the ${what} holds ${kindName(element)}`);
};

const arrayType = (check: CodeCheck, type: number): number => {
  if ((arrayElement[type] ?? -1) < 0) check.fail("bad_operand", `${check.graph.name(type)} is no array`);
  return arrayElement[type];
};

/** A function that closures can be of. */
const uniform = (check: CodeCheck, index: number): Fn => {
  if (check.uniform[index] === 0) check.fail("bad_function", `function ${index} must take and give any`);
  return check.module.functions[index];
};

const callee = (check: CodeCheck, index: number): Fn => {
  const fn = check.module.functions[index];
  if (fn.captures.length > 0) check.fail("bad_function", `function ${index} has captures: only a closure can be called`);
  check.listWidens(fn.registers, fn.params);
  return fn;
};

const importOf = (check: CodeCheck, index: number): Import => {
  const found = check.module.imports[index];
  if (check.count !== found.params.length) check.fail("bad_operand", `${check.count} arguments, expected ${found.params.length}`);
  for (let i = 0; i < check.count; i++) check.widens(check.code[check.items + i], plain[found.params[i]]);
  return found;
};

const returnsAny = (check: CodeCheck): void => {
  if (check.fn.result.kind !== "any") check.fail("bad_kind", `the function returns ${check.graph.text(check.fn.result)}, the call any`);
};

export const operandRules: { readonly [M in Mnemonic]?: OperandRule } = {
  move: (check, dst, src) => check.defines(dst, check.kindOf(src)),
  const_i64: integerWithin(-(2n ** 63n), 2n ** 63n - 1n),
  const_u64: integerWithin(0n, 2n ** 64n - 1n),
  const_bool: (check, _, value) => {
    if (value !== 0 && value !== 1) check.fail("bad_operand", `${value} is neither 0 nor 1`);
  },
  const_type: (check, _, type) => concrete(check, type),
  cast_ref: (check, dst, _, type) => {
    concrete(check, type);
    check.definesRef(dst, type);
  },
  is_type: (check, _, __, type) => concrete(check, type),
  return: (check, src) => check.gives(src, check.fn.result),

  call: (check, dst, fn) => check.defines(dst, callee(check, fn).result),
  tail_call: (check, fn) => {
    const { result } = callee(check, fn);
    const mine = check.fn.result;
    if (result.kind !== mine.kind || (mine.kind === "ref" && !check.graph.derives(result.type, mine.type))) {
      check.fail("bad_kind", `function ${fn} returns ${check.graph.text(result)}, this one ${check.graph.text(mine)}`);
    }
  },
  tail_call_closure: returnsAny,
  tail_call_method: returnsAny,
  call_import: (check, dst, index) => check.defines(dst, plain[importOf(check, index).result]),
  call_builtin: (check, dst, code) => {
    const spec = builtinsByCode[code] ?? check.fail("bad_reference", `${code} is no builtin`);
    if (check.count > spec.params.length) check.fail("bad_operand", `${check.count} arguments, at most ${spec.params.length}`);
    for (let i = 0; i < spec.params.length; i++) {
      if (i < check.count) check.widens(check.code[check.items + i], plain[spec.params[i]]);
      else if (spec.params[i] !== "any") check.fail("bad_operand", `argument ${i}, ${spec.params[i]}, is missing`);
    }
    check.defines(dst, plain[spec.result]);
  },

  new_closure: (check, dst, index) => {
    const { captures } = uniform(check, index);
    check.listWidens(captures, captures.length);
    check.definesRef(dst, builtinTypes.closure.index);
  },
  const_closure: (check, dst, index) => {
    if (uniform(check, index).captures.length > 0) check.fail("bad_operand", `function ${index} has upvalues`);
    check.definesRef(dst, builtinTypes.closure.index);
  },
  get_upvalue: (check, dst, upvalue) => check.defines(dst, check.fn.captures[upvalue]),
  new_cell: (check, dst, type, src) => {
    holds(check, cellElement, type, src, "cell");
    check.definesRef(dst, type);
  },
  get_cell: (check, dst, cell) => holds(check, cellElement, check.typeOf(cell), dst, "cell"),
  set_cell: (check, cell, src) => holds(check, cellElement, check.typeOf(cell), src, "cell"),
  get_global: (check, dst, global) => check.defines(dst, check.module.globals[global]),
  set_global: (check, global, src) => check.gives(src, check.module.globals[global]),

  new_object: (check, dst, index, tag) => {
    concrete(check, index);
    const type = ownType(check, index);
    ofCase(check, type, tag);
    if (check.count > type.slots.length) check.fail("bad_operand", `${check.count} values for the ${type.slots.length} slots of ${type.name}`);
    check.listWidens(type.slots, check.count);
    check.definesRef(dst, index);
  },
  get_slot: (check, dst, object, slot) => check.defines(dst, slotOf(check, object, slot)),
  set_slot: (check, object, slot, src) => check.gives(src, slotOf(check, object, slot)),
  get_tag: (check, _, object) => void tagged(check, object),
  if_tag: (check, object, tag) => ofCase(check, tagged(check, object), tag),
  const_case: (check, dst, index, tag) => {
    concrete(check, index);
    const type = ownType(check, index);
    if (type.kind !== "union") check.fail("bad_operand", `${type.name} is no union`);
    ofCase(check, type, tag);
    if (type.cases[tag].fields.length > 0) check.fail("bad_operand", `case ${type.cases[tag].name} of ${type.name} has fields`);
    check.definesRef(dst, index);
  },

  new_array: (check, dst, type) => {
    arrayType(check, type);
    check.definesRef(dst, type);
  },
  array_of: (check, dst, type) => {
    const element = arrayType(check, type);
    for (let i = 0; i < check.count; i++) check.widens(check.code[check.items + i], plain[kindName(element)]);
    check.definesRef(dst, type);
  },
  array_get: (check, dst, array) => holds(check, plainElement, check.typeOf(array), dst, "array"),
  array_set: (check, array, _, src) => holds(check, plainElement, check.typeOf(array), src, "array"),
  array_length: (check, _, array) => void arrayType(check, check.typeOf(array)),
};
