/**
 * What each straight-line instruction does, as JavaScript text: the one source of the interpreter's cases and of a compiled tier. The texts name operands only
 * as they are spelled for them (`R[base + code[pc + 2]]` in the interpreter), and otherwise `machine`, `meter` and what `environment` lists. Guest exceptions are
 * raised by the functions they call; every text may be run again until its first effect.
 */
import type { isa, Mnemonic, WithFlow } from "../schemas/isa/table.ts";
import { longText } from "./dynamic.ts";
import { inlineSlots } from "./object.ts";
import { inlineCaptures } from "./value.ts";

/** A list of registers: how many, each one (`index` is text too), and all in a fresh array. */
export interface SpelledList {
  readonly count: string;
  readonly item: (index: number | string) => string;
  readonly array: string;
}

/** A member's name and the number of its inline cache. */
export interface SpelledName {
  readonly text: string;
  readonly site: string;
  /** The name itself, where it is known when the text is made. */
  readonly name?: string;
}

type OperandTable<M extends Mnemonic> = (typeof isa)[M]["operands"];

export type Spelled<M extends Mnemonic> = {
  readonly [N in keyof OperandTable<M>]: OperandTable<M>[N] extends "uses" | "labels" ? SpelledList : OperandTable<M>[N] extends "name" ? SpelledName : string;
} & {
  /** Text that charges that much fuel, or leaves with the instruction to be run again. */
  readonly charge: (cost: string) => string;
  /** Text that makes the machine know where it is: for memory looks and traces. */
  readonly state: string;
  /** Text that raises where a reference is null. */
  readonly notNull: (value: string) => string;
};

/** What the texts use besides operands, by the module it comes from. */
export const environment = {
  "./arithmetic.ts": ["checkI32", "divI32", "divI64", "divU32", "divU64", "f64ToI32", "f64ToI64", "f64ToU32", "f64ToU64", "mulCheckedI32", "remI32", "remI64", "remU32"],
  "./casts.ts": ["castBool", "castF64", "castI32", "castI64", "castRef", "castStr", "castU32", "castU64", "isType"],
  "./dynamic.ts": [
    "andAny",
    "divAny",
    "lessAny",
    "lessOrEqualAny",
    "mulAny",
    "negAny",
    "notAny",
    "orAny",
    "powAny",
    "remAny",
    "shlAny",
    "shrAny",
    "shruAny",
    "subAny",
    "toInt32Any",
    "toNumber",
    "typeofAny",
    "xorAny",
  ],
  "./exceptions.ts": ["raise"],
  "./properties.ts": [
    "callable",
    "getElement",
    "getIndex",
    "getItem",
    "getItemNumber",
    "getNumber",
    "memberOf",
    "readMember",
    "writeMember",
    "getProperty",
    "lengthOf",
    "setElement",
    "setIndex",
    "setItem",
    "setProperty",
  ],
  "./builtins/table.ts": ["builtinCost", "builtinHasSize", "builtinTable", "builtinTexts", "needTexts"],
  "./object.gen.ts": ["makeObject", "Object0", "Object1", "Object2", "Object3", "Object4"],
  "./value.ts": ["Cell", "Closure", "makeClosure"],
} as const;

const allocate = (bytes: string | number): string => `if ((meter[1] -= ${bytes}) < 0) machine.metering.spaceSpent();`;
const i64 = (text: string): string => `BigInt.asIntN(64, ${text})`;
const u64 = (text: string): string => `BigInt.asUintN(64, ${text})`;
/** What `notNull` spells where nothing is known of a value. */
export const raiseNull = (value: string): string => `if (${value} === undefined) raise("NullReference");`;

/** Stands before what may charge for its work and has no charge of its own. */
const metered = "machine.metering.charged = 0;";
/** Charges for comparing long texts. */
const weighed = (o: { readonly lhs: string; readonly rhs: string }): string => `if (${o.lhs} !== undefined && ${o.lhs}.length >= ${longText}) machine.weigh(${o.lhs}, ${o.rhs});`;

/** The field that holds a slot: known where the slot is a number. */
function field(object: string, slot: string): string {
  const known = Number(slot);
  if (Number.isNaN(known)) return `${object}.x[${slot} - ${inlineSlots}]`;
  return known < inlineSlots ? `${object}.s${known}` : `${object}.x[${known - inlineSlots}]`;
}

/** The field that holds what a closure captured: known where the index is a number. */
export function captureField(closure: string, index: string): string {
  const known = Number(index);
  return known < inlineCaptures ? `${closure}.u${known}` : `${closure}.x[${Number.isNaN(known) ? `${index} - ${inlineCaptures}` : known - inlineCaptures}]`;
}

/** An object of a small type with as many of its slots as are given. */
function construct(o: Spelled<"new_object">): string {
  const slot = (index: number): string => `${o.slots.count} > ${index} ? ${o.slots.item(index)} : type.initial[${index}]`;
  const make = (size: number): string => `new Object${size}(${["type", o.tag, ...Array.from({ length: size }, (_, index) => slot(index))].join(", ")})`;
  const cases = [0, 1, 2, 3, 4].map((size) => `case ${size}: ${o.dst} = ${make(size)}; break;`);
  return `const type = ${o.type}; switch (type.size) { ${cases.join(" ")} default: ${o.dst} = makeObject(type, ${o.tag}, ${o.slots.array}); } ${allocate("type.bytes")}`;
}

type Entry<M extends Mnemonic> = (o: Spelled<M>) => string;

export const semantics: { readonly [M in WithFlow<"next">]: Entry<M> } = {
  move: (o) => `${o.dst} = ${o.src};`,
  to_any: (o) => `${o.dst} = ${o.src};`,
  const_i32: (o) => `${o.dst} = ${o.value};`,
  const_u32: (o) => `${o.dst} = ${o.value} >>> 0;`,
  const_f64: (o) => `${o.dst} = ${o.value};`,
  const_i64: (o) => `${o.dst} = ${o.value};`,
  const_u64: (o) => `${o.dst} = ${o.value};`,
  const_str: (o) => `${o.dst} = ${o.value};`,
  const_bigint: (o) => `${o.dst} = ${o.value};`,
  const_bool: (o) => `${o.dst} = ${o.value} !== 0;`,
  const_undefined: (o) => `${o.dst} = undefined;`,
  const_null: (o) => `${o.dst} = null;`,
  const_null_str: (o) => `${o.dst} = undefined;`,
  const_null_ref: (o) => `${o.dst} = undefined;`,
  const_type: (o) => `${o.dst} = machine.typeValue(${o.type});`,

  cast_i32: (o) => `${o.dst} = castI32(${o.src});`,
  cast_u32: (o) => `${o.dst} = castU32(${o.src});`,
  cast_f64: (o) => `${o.dst} = castF64(${o.src});`,
  cast_i64: (o) => `${o.dst} = castI64(${o.src});`,
  cast_u64: (o) => `${o.dst} = castU64(${o.src});`,
  cast_bool: (o) => `${o.dst} = castBool(${o.src});`,
  cast_str: (o) => `${o.dst} = castStr(${o.src});`,
  cast_ref: (o) => `${o.dst} = castRef(${o.src}, ${o.type}, machine.types);`,
  is_type: (o) => `${o.dst} = isType(${o.src}, ${o.type}, machine.types);`,

  add_i32: (o) => `${o.dst} = (${o.lhs} + ${o.rhs}) | 0;`,
  sub_i32: (o) => `${o.dst} = (${o.lhs} - ${o.rhs}) | 0;`,
  mul_i32: (o) => `${o.dst} = Math.imul(${o.lhs}, ${o.rhs});`,
  div_i32: (o) => `${o.dst} = divI32(${o.lhs}, ${o.rhs});`,
  rem_i32: (o) => `${o.dst} = remI32(${o.lhs}, ${o.rhs});`,
  and_i32: (o) => `${o.dst} = ${o.lhs} & ${o.rhs};`,
  or_i32: (o) => `${o.dst} = ${o.lhs} | ${o.rhs};`,
  xor_i32: (o) => `${o.dst} = ${o.lhs} ^ ${o.rhs};`,
  shl_i32: (o) => `${o.dst} = ${o.lhs} << ${o.rhs};`,
  shr_i32: (o) => `${o.dst} = ${o.lhs} >> ${o.rhs};`,
  neg_i32: (o) => `${o.dst} = (0 - ${o.src}) | 0;`,
  not_i32: (o) => `${o.dst} = ~${o.src};`,
  wrap_i8: (o) => `${o.dst} = (${o.src} << 24) >> 24;`,
  wrap_u8: (o) => `${o.dst} = ${o.src} & 0xff;`,
  wrap_i16: (o) => `${o.dst} = (${o.src} << 16) >> 16;`,
  wrap_u16: (o) => `${o.dst} = ${o.src} & 0xffff;`,
  add_i32_imm: (o) => `${o.dst} = (${o.lhs} + ${o.value}) | 0;`,
  mul_i32_imm: (o) => `${o.dst} = Math.imul(${o.lhs}, ${o.value});`,
  rem_i32_imm: (o) => `${o.dst} = remI32(${o.lhs}, ${o.value});`,
  and_i32_imm: (o) => `${o.dst} = ${o.lhs} & ${o.value};`,
  shl_i32_imm: (o) => `${o.dst} = ${o.lhs} << ${o.value};`,
  shr_i32_imm: (o) => `${o.dst} = ${o.lhs} >> ${o.value};`,
  add_i32_checked: (o) => `${o.dst} = checkI32(${o.lhs} + ${o.rhs});`,
  sub_i32_checked: (o) => `${o.dst} = checkI32(${o.lhs} - ${o.rhs});`,
  mul_i32_checked: (o) => `${o.dst} = mulCheckedI32(${o.lhs}, ${o.rhs});`,
  div_i32_imm: (o) => `${o.dst} = divI32(${o.lhs}, ${o.value});`,

  add_u32: (o) => `${o.dst} = (${o.lhs} + ${o.rhs}) >>> 0;`,
  sub_u32: (o) => `${o.dst} = (${o.lhs} - ${o.rhs}) >>> 0;`,
  mul_u32: (o) => `${o.dst} = Math.imul(${o.lhs}, ${o.rhs}) >>> 0;`,
  div_u32: (o) => `${o.dst} = divU32(${o.lhs}, ${o.rhs});`,
  rem_u32: (o) => `${o.dst} = remU32(${o.lhs}, ${o.rhs});`,
  and_u32: (o) => `${o.dst} = (${o.lhs} & ${o.rhs}) >>> 0;`,
  or_u32: (o) => `${o.dst} = (${o.lhs} | ${o.rhs}) >>> 0;`,
  xor_u32: (o) => `${o.dst} = (${o.lhs} ^ ${o.rhs}) >>> 0;`,
  shl_u32: (o) => `${o.dst} = (${o.lhs} << ${o.rhs}) >>> 0;`,
  shr_u32: (o) => `${o.dst} = ${o.lhs} >>> ${o.rhs};`,
  not_u32: (o) => `${o.dst} = ~${o.src} >>> 0;`,

  add_f64: (o) => `${o.dst} = ${o.lhs} + ${o.rhs};`,
  sub_f64: (o) => `${o.dst} = ${o.lhs} - ${o.rhs};`,
  mul_f64: (o) => `${o.dst} = ${o.lhs} * ${o.rhs};`,
  div_f64: (o) => `${o.dst} = ${o.lhs} / ${o.rhs};`,
  rem_f64: (o) => `${o.dst} = ${o.lhs} % ${o.rhs};`,
  neg_f64: (o) => `${o.dst} = -${o.src};`,
  sqrt_f64: (o) => `${o.dst} = Math.sqrt(${o.src});`,
  abs_f64: (o) => `${o.dst} = Math.abs(${o.src});`,
  floor_f64: (o) => `${o.dst} = Math.floor(${o.src});`,
  add_mul_f64: (o) => `${o.dst} = ${o.addend} + ${o.lhs} * ${o.rhs};`,
  mul_add_f64: (o) => `${o.dst} = ${o.lhs} * ${o.rhs} + ${o.addend};`,
  sub_mul_f64: (o) => `${o.dst} = ${o.from} - ${o.lhs} * ${o.rhs};`,
  mul_sub_f64: (o) => `${o.dst} = ${o.lhs} * ${o.rhs} - ${o.less};`,
  round_f32: (o) => `${o.dst} = Math.fround(${o.src});`,

  add_i64: (o) => `${o.dst} = ${i64(`${o.lhs} + ${o.rhs}`)};`,
  sub_i64: (o) => `${o.dst} = ${i64(`${o.lhs} - ${o.rhs}`)};`,
  mul_i64: (o) => `${o.dst} = ${i64(`${o.lhs} * ${o.rhs}`)};`,
  div_i64: (o) => `${o.dst} = divI64(${o.lhs}, ${o.rhs});`,
  rem_i64: (o) => `${o.dst} = remI64(${o.lhs}, ${o.rhs});`,
  and_i64: (o) => `${o.dst} = ${o.lhs} & ${o.rhs};`,
  or_i64: (o) => `${o.dst} = ${o.lhs} | ${o.rhs};`,
  xor_i64: (o) => `${o.dst} = ${o.lhs} ^ ${o.rhs};`,
  shl_i64: (o) => `${o.dst} = ${i64(`${o.lhs} << BigInt(${o.rhs} & 63)`)};`,
  shr_i64: (o) => `${o.dst} = ${o.lhs} >> BigInt(${o.rhs} & 63);`,
  neg_i64: (o) => `${o.dst} = ${i64(`-${o.src}`)};`,
  not_i64: (o) => `${o.dst} = ~${o.src};`,
  add_u64: (o) => `${o.dst} = ${u64(`${o.lhs} + ${o.rhs}`)};`,
  sub_u64: (o) => `${o.dst} = ${u64(`${o.lhs} - ${o.rhs}`)};`,
  mul_u64: (o) => `${o.dst} = ${u64(`${o.lhs} * ${o.rhs}`)};`,
  div_u64: (o) => `${o.dst} = divU64(${o.lhs}, ${o.rhs});`,
  rem_u64: (o) => `${o.dst} = remI64(${o.lhs}, ${o.rhs});`,
  and_u64: (o) => `${o.dst} = ${o.lhs} & ${o.rhs};`,
  or_u64: (o) => `${o.dst} = ${o.lhs} | ${o.rhs};`,
  xor_u64: (o) => `${o.dst} = ${o.lhs} ^ ${o.rhs};`,
  shl_u64: (o) => `${o.dst} = ${u64(`${o.lhs} << BigInt(${o.rhs} & 63)`)};`,
  shr_u64: (o) => `${o.dst} = ${o.lhs} >> BigInt(${o.rhs} & 63);`,
  not_u64: (o) => `${o.dst} = ${u64(`~${o.src}`)};`,

  i32_to_u32: (o) => `${o.dst} = ${o.src} >>> 0;`,
  u32_to_i32: (o) => `${o.dst} = ${o.src} | 0;`,
  i32_to_f64: (o) => `${o.dst} = ${o.src};`,
  u32_to_f64: (o) => `${o.dst} = ${o.src};`,
  f64_to_i32: (o) => `${o.dst} = f64ToI32(${o.src});`,
  f64_to_u32: (o) => `${o.dst} = f64ToU32(${o.src});`,
  i32_to_i64: (o) => `${o.dst} = BigInt(${o.src});`,
  u32_to_i64: (o) => `${o.dst} = BigInt(${o.src});`,
  f64_to_i64: (o) => `${o.dst} = f64ToI64(${o.src});`,
  f64_to_u64: (o) => `${o.dst} = f64ToU64(${o.src});`,
  i64_to_i32: (o) => `${o.dst} = Number(BigInt.asIntN(32, ${o.src}));`,
  i64_to_u32: (o) => `${o.dst} = Number(BigInt.asUintN(32, ${o.src}));`,
  i64_to_f64: (o) => `${o.dst} = Number(${o.src});`,
  u64_to_f64: (o) => `${o.dst} = Number(${o.src});`,
  i64_to_u64: (o) => `${o.dst} = ${u64(o.src)};`,
  u64_to_i64: (o) => `${o.dst} = ${i64(o.src)};`,

  eq_i32: (o) => `${o.dst} = ${o.lhs} === ${o.rhs};`,
  ne_i32: (o) => `${o.dst} = ${o.lhs} !== ${o.rhs};`,
  lt_i32: (o) => `${o.dst} = ${o.lhs} < ${o.rhs};`,
  le_i32: (o) => `${o.dst} = ${o.lhs} <= ${o.rhs};`,
  eq_u32: (o) => `${o.dst} = ${o.lhs} === ${o.rhs};`,
  lt_u32: (o) => `${o.dst} = ${o.lhs} < ${o.rhs};`,
  le_u32: (o) => `${o.dst} = ${o.lhs} <= ${o.rhs};`,
  eq_f64: (o) => `${o.dst} = ${o.lhs} === ${o.rhs};`,
  ne_f64: (o) => `${o.dst} = ${o.lhs} !== ${o.rhs};`,
  lt_f64: (o) => `${o.dst} = ${o.lhs} < ${o.rhs};`,
  le_f64: (o) => `${o.dst} = ${o.lhs} <= ${o.rhs};`,
  eq_i64: (o) => `${o.dst} = ${o.lhs} === ${o.rhs};`,
  lt_i64: (o) => `${o.dst} = ${o.lhs} < ${o.rhs};`,
  le_i64: (o) => `${o.dst} = ${o.lhs} <= ${o.rhs};`,
  eq_u64: (o) => `${o.dst} = ${o.lhs} === ${o.rhs};`,
  lt_u64: (o) => `${o.dst} = ${o.lhs} < ${o.rhs};`,
  le_u64: (o) => `${o.dst} = ${o.lhs} <= ${o.rhs};`,
  eq_str: (o) => `${weighed(o)} ${o.dst} = ${o.lhs} === ${o.rhs};`,
  lt_str: (o) => `${weighed(o)} ${o.dst} = (${o.lhs} ?? "") < (${o.rhs} ?? "");`,
  le_str: (o) => `${weighed(o)} ${o.dst} = (${o.lhs} ?? "") <= (${o.rhs} ?? "");`,
  eq_bool: (o) => `${o.dst} = ${o.lhs} === ${o.rhs};`,
  not_bool: (o) => `${o.dst} = !${o.src};`,
  eq_ref: (o) => `${o.dst} = ${o.lhs} === ${o.rhs};`,
  eq_any: (o) =>
    `const left = ${o.lhs}; if ((typeof left === "string" && left.length >= ${longText}) || typeof left === "bigint") machine.weigh(left, ${o.rhs}); ${o.dst} = left === ${o.rhs};`,
  is_nullish: (o) => `${o.dst} = ${o.src} === undefined || ${o.src} === null;`,
  truthy: (o) => `${o.dst} = !!${o.src};`,
  concat_str: (o) => `const left = ${o.lhs} ?? "", right = ${o.rhs} ?? ""; machine.countConcat(left, right); ${o.dst} = left + right;`,
  len_str: (o) => `${o.notNull(o.src)} ${o.dst} = ${o.src}.length;`,
  char_code: (o) => `${o.dst} = (${o.src} ?? "").charCodeAt(0) | 0;`,

  // name operands of calls are control; a builtin's arguments are at most four
  call_builtin: (o) => {
    const argument = (index: number): string => `${o.args.count} > ${index} ? ${o.args.item(index)} : undefined`;
    return (
      `const b0 = ${argument(0)}, b1 = ${argument(1)}, b2 = ${argument(2)}, b3 = ${argument(3)}; ${o.state} ` +
      `if (builtinTexts[${o.builtin}] !== 0) needTexts(${o.builtin}, b0, b1, b2); ` +
      `if (builtinHasSize[${o.builtin}] !== 0) { ${o.charge(`builtinCost(${o.builtin}, b0, b1)`)} } ${o.dst} = builtinTable[${o.builtin}](machine, b0, b1, b2, b3);`
    );
  },

  new_closure: (o) => {
    const captured = Array.from({ length: inlineCaptures }, (_, index) => `${o.captured.count} > ${index} ? ${o.captured.item(index)} : undefined`);
    const small = `new Closure(machine.closureType, machine.callees[${o.fn}], ${captured.join(", ")}, undefined)`;
    const made = `${o.captured.count} <= ${inlineCaptures} ? ${small} : makeClosure(machine.closureType, machine.callees[${o.fn}], ${o.captured.array})`;
    return `${o.dst} = ${made}; ${allocate(`32 + 8 * ${o.captured.count}`)}`;
  },
  const_closure: (o) => `${o.dst} = machine.sharedClosure(${o.fn});`,
  get_upvalue: (o) => `${o.dst} = ${o.upvalue};`,
  new_cell: (o) => `${o.dst} = new Cell(${o.type}, ${o.src}); ${allocate(24)}`,
  get_cell: (o) => `${o.notNull(o.cell)} ${o.dst} = ${o.cell}.v;`,
  set_cell: (o) => `${o.notNull(o.cell)} ${o.cell}.v = ${o.src};`,
  get_global: (o) => `${o.dst} = machine.globals[${o.global}];`,
  set_global: (o) => `machine.globals[${o.global}] = ${o.src};`,

  new_object: construct,
  get_slot: (o) => `const object = ${o.object}; ${o.notNull("object")} ${o.dst} = ${field("object", o.slot)};`,
  set_slot: (o) => `const object = ${o.object}; ${o.notNull("object")} ${field("object", o.slot)} = ${o.src};`,
  get_tag: (o) => `const object = ${o.object}; ${o.notNull("object")} ${o.dst} = object.g & 0xfff;`,
  const_case: (o) => `${o.dst} = machine.constantCase(${o.type}, ${o.tag});`,

  new_array: (o) => `${o.state} ${o.charge(`machine.arrayCost(${o.length})`)} ${o.dst} = machine.newArray(${o.type}, ${o.length});`,
  array_of: (o) => `${o.dst} = machine.arrayOf(${o.type}, ${o.items.array});`,
  array_get: (o) =>
    `const array = ${o.array}, index = ${o.index}; ${o.notNull("array")} if (index < 0 || index >= array.length) raise("IndexOutOfRange"); ${o.dst} = array[index];`,
  array_set: (o) =>
    `const array = ${o.array}, index = ${o.index}; ${o.notNull("array")} if (index < 0 || index >= array.length) raise("IndexOutOfRange"); array[index] = ${o.src};`,
  array_length: (o) => `const array = ${o.array}; ${o.notNull("array")} ${o.dst} = array.length;`,
  get_element: (o) => `${o.dst} = getElement(${o.array}, ${o.index});`,
  get_element_i32: (o) => `${o.dst} = castI32(getNumber(${o.array}, ${o.index}));`,
  get_element_f64: (o) => `${o.dst} = castF64(getNumber(${o.array}, ${o.index}));`,
  get_element_bool: (o) => `${o.dst} = castBool(getElement(${o.array}, ${o.index}));`,
  get_element_str: (o) => `${o.dst} = castStr(getElement(${o.array}, ${o.index}));`,
  get_length: (o) => `${o.dst} = lengthOf(${o.array});`,
  set_element: (o) => `setElement(${o.array}, ${o.index}, ${o.src});`,
  get_item: (o) => `${o.dst} = getItem(${o.array}, ${o.index});`,
  get_item_i32: (o) => `${o.dst} = castI32(getItemNumber(${o.array}, ${o.index}));`,
  get_item_f64: (o) => `${o.dst} = castF64(getItemNumber(${o.array}, ${o.index}));`,
  get_item_bool: (o) => `${o.dst} = castBool(getItem(${o.array}, ${o.index}));`,
  get_item_str: (o) => `${o.dst} = castStr(getItem(${o.array}, ${o.index}));`,
  set_item: (o) => `setItem(${o.array}, ${o.index}, ${o.src});`,

  add_any: (o) =>
    `const lhs = ${o.lhs}, rhs = ${o.rhs}; if (typeof lhs === "number" && typeof rhs === "number") ${o.dst} = lhs + rhs; else ${o.dst} = machine.concatAny(lhs, rhs);`,
  sub_any: (o) => `${metered} ${o.dst} = subAny(machine.metering, ${o.lhs}, ${o.rhs});`,
  mul_any: (o) => `${metered} ${o.dst} = mulAny(machine.metering, ${o.lhs}, ${o.rhs});`,
  div_any: (o) => `${metered} ${o.dst} = divAny(machine.metering, ${o.lhs}, ${o.rhs});`,
  rem_any: (o) => `${metered} ${o.dst} = remAny(machine.metering, ${o.lhs}, ${o.rhs});`,
  pow_any: (o) => `${metered} ${o.dst} = powAny(machine.metering, ${o.lhs}, ${o.rhs});`,
  neg_any: (o) => `${metered} ${o.dst} = negAny(machine.metering, ${o.src});`,
  and_any: (o) => `${metered} ${o.dst} = andAny(machine.metering, ${o.lhs}, ${o.rhs});`,
  or_any: (o) => `${metered} ${o.dst} = orAny(machine.metering, ${o.lhs}, ${o.rhs});`,
  xor_any: (o) => `${metered} ${o.dst} = xorAny(machine.metering, ${o.lhs}, ${o.rhs});`,
  shl_any: (o) => `${metered} ${o.dst} = shlAny(machine.metering, ${o.lhs}, ${o.rhs});`,
  shr_any: (o) => `${metered} ${o.dst} = shrAny(machine.metering, ${o.lhs}, ${o.rhs});`,
  shru_any: (o) => `${metered} ${o.dst} = shruAny(machine.metering, ${o.lhs}, ${o.rhs});`,
  not_any: (o) => `${metered} ${o.dst} = notAny(machine.metering, ${o.src});`,
  lt_any: (o) => `${metered} ${o.dst} = lessAny(machine.metering, ${o.lhs}, ${o.rhs});`,
  le_any: (o) => `${metered} ${o.dst} = lessOrEqualAny(machine.metering, ${o.lhs}, ${o.rhs});`,
  gt_any: (o) => `${metered} ${o.dst} = lessAny(machine.metering, ${o.rhs}, ${o.lhs});`,
  ge_any: (o) => `${metered} ${o.dst} = lessOrEqualAny(machine.metering, ${o.rhs}, ${o.lhs});`,
  typeof_any: (o) => `${o.dst} = typeofAny(${o.src});`,
  to_int32_any: (o) => `${metered} ${o.dst} = toInt32Any(machine.metering, ${o.src});`,
  to_number_any: (o) => `${metered} ${o.dst} = toNumber(machine.metering, ${o.src});`,
  get_property: (o) => `${o.dst} = getProperty(machine, ${o.object}, ${o.name.text}, ${o.name.site});`,
  set_property: (o) => `setProperty(machine, ${o.object}, ${o.name.text}, ${o.name.site}, ${o.src});`,
  get_index: (o) => `${o.dst} = getIndex(machine, ${o.object}, ${o.index});`,
  set_index: (o) => `${metered} setIndex(machine, ${o.object}, ${o.index}, ${o.src});`,
};

/** When an instruction that opens an `if` enters its region. */
const conditions: { readonly [M in Exclude<WithFlow<"open">, "block" | "loop" | "try">]: Entry<M> } = {
  if: (o) => `${o.test} === true`,
  if_not: (o) => `${o.test} !== true`,
  if_eq_i32: (o) => `${o.lhs} === ${o.rhs}`,
  if_ne_i32: (o) => `${o.lhs} !== ${o.rhs}`,
  if_lt_i32: (o) => `${o.lhs} < ${o.rhs}`,
  if_le_i32: (o) => `${o.lhs} <= ${o.rhs}`,
  if_eq_i32_imm: (o) => `${o.lhs} === ${o.value}`,
  if_ne_i32_imm: (o) => `${o.lhs} !== ${o.value}`,
  if_lt_i32_imm: (o) => `${o.lhs} < ${o.value}`,
  if_le_i32_imm: (o) => `${o.lhs} <= ${o.value}`,
  if_gt_i32_imm: (o) => `${o.lhs} > ${o.value}`,
  if_ge_i32_imm: (o) => `${o.lhs} >= ${o.value}`,
  if_lt_f64: (o) => `${o.lhs} < ${o.rhs}`,
  if_le_f64: (o) => `${o.lhs} <= ${o.rhs}`,
  if_tag: (o) => `(${o.object}.g & 0xfff) === ${o.tag}`,
};

/** What comes before the test of a condition. */
const checks: { readonly [M in Condition]?: Entry<M> } = { if_tag: (o) => o.notNull(o.object) };

export type Condition = keyof typeof conditions;
export const conditionNames = Object.keys(conditions) as readonly Condition[];

/** What a condition checks, and its test. */
export function spellCondition(mnemonic: Condition, operands: unknown): { readonly check: string; readonly test: string } {
  const check = checks[mnemonic] as ((o: unknown) => string) | undefined;
  return { check: check?.(operands) ?? "", test: (conditions[mnemonic] as (o: unknown) => string)(operands) };
}
