/** Valid modules made from a seed and the instruction table: what mutation, round-trip and speed tests start from. */
import type { Fn, KindOf, Module, TypeDef } from "../../schemas/fzb/module.ts";
import type { BuiltinSpec } from "../../schemas/isa/builtins.ts";
import { builtins } from "../../schemas/isa/builtins.ts";
import { CodeWriter } from "../../schemas/isa/codec.ts";
import { exceptionSlots, exceptions } from "../../schemas/isa/exceptions.ts";
import type { OperandsOf, Shape } from "../../schemas/isa/instruction.ts";
import { shapes } from "../../schemas/isa/instruction.ts";
import type { Kind } from "../../schemas/isa/kinds.ts";
import { builtinTypes, firstOwnType, kindNames } from "../../schemas/isa/kinds.ts";
import type { Mnemonic } from "../../schemas/isa/table.ts";

export type Random = (below: number) => number;

/** Whole numbers in [0, below), the same for the same seed (mulberry32). */
export const randomFrom = (seed: number): Random => {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
};

const plain = (kind: Kind): KindOf => ({ kind, type: 0 });
const ref = (type: number): KindOf => ({ kind: "ref", type });
const [base, derived, shape, failure] = [firstOwnType, firstOwnType + 1, firstOwnType + 2, firstOwnType + 3];

const slot = (name: string, of: KindOf) => ({ ...of, name, fsharp: "", mutable: true });
const nothing = { generics: [], interfaces: [], cases: [], methods: [], equality: "structural", comparison: "structural", slots: [], parent: 0 } as const;
const baseSlots = [slot("count", plain("i32")), slot("next", ref(base)), slot("tag", plain("any"))];
const exceptionSlotsOfAll = exceptionSlots.map((name) => slot(name, plain(name === "message" ? "str" : "any")));
const types: readonly TypeDef[] = [
  {
    ...nothing,
    name: "Test.Base",
    kind: "class",
    slots: baseSlots,
    methods: [
      { name: "get", kind: "method", fn: 1 },
      { name: "value", kind: "getter", fn: 1 },
    ],
  },
  { ...nothing, name: "Test.Derived", kind: "class", parent: base, slots: [...baseSlots, slot("wide", plain("i64"))], generics: ["a"] },
  {
    ...nothing,
    name: "Test.Shape",
    kind: "union",
    slots: [slot("0", plain("f64")), slot("1", plain("str"))],
    cases: [
      { name: "Empty", fields: [] },
      { name: "Circle", fields: [{ name: "radius", slot: 0, fsharp: "float" }] },
      { name: "Named", fields: [{ name: "text", slot: 1, fsharp: "string" }] },
    ],
  },
  // What the machine raises, with System.Exception in front.
  ...Object.values(exceptions).map(
    ({ type }): TypeDef => ({ ...nothing, name: type, kind: "exception", parent: type === exceptions.Exception.type ? 0 : failure, slots: exceptionSlotsOfAll }),
  ),
];

const constants = {
  strings: ["get", "value", "count", "", "a text", "\ud800 alone", "\u{1f600}", "ümlaut", "nested"],
  doubles: [0, -0, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 5e-324],
  integers: [0n, -1n, 255n, 2n ** 63n - 1n, -(2n ** 63n), 12345678901234567890n],
};

/** Registers by kind, three of each, then refs by type. */
const refTypes = [
  builtinTypes.object.index,
  base,
  derived,
  shape,
  failure,
  builtinTypes.array_any.index,
  builtinTypes.array_i32.index,
  builtinTypes.cell_any.index,
  builtinTypes.closure.index,
];
const registerKinds: readonly KindOf[] = [...kindNames.filter((kind) => kind !== "ref").flatMap((kind) => [kind, kind, kind].map(plain)), ...refTypes.map(ref)];

type Operands = Readonly<Record<string, number | readonly number[]>>;

interface Function {
  readonly random: Random;
  readonly registers: readonly KindOf[];
  readonly writer: CodeWriter;
  readonly callable: readonly Fn[];
  readonly captures: readonly KindOf[];
  depth: number;
}

const pick = <T>(random: Random, from: readonly T[]): T => from[random(from.length)];
const register = ({ random, registers }: Function, holds: (of: KindOf) => boolean): number => {
  const found = registers.flatMap((of, i) => (holds(of) ? [i] : []));
  if (found.length === 0) throw new Error("expected a register of every kind");
  return pick(random, found);
};
const ofKind =
  (kind: Kind) =>
  (of: KindOf): boolean =>
    of.kind === kind;
const ofType =
  (type: number) =>
  (of: KindOf): boolean =>
    of.kind === "ref" && of.type === type;
const like =
  (other: KindOf) =>
  (of: KindOf): boolean =>
    of.kind === other.kind && of.type === other.type;

/** How to make an instruction whose operands are more than registers of their kinds. */
const makers: { readonly [M in Mnemonic]?: (f: Function) => OperandsOf<M> } = {
  move: (f) => {
    const src = f.random(f.registers.length);
    return { dst: register(f, like(f.registers[src])), src };
  },
  const_i64: (f) => ({ dst: register(f, ofKind("i64")), value: f.random(5) }),
  const_u64: (f) => ({ dst: register(f, ofKind("u64")), value: pick(f.random, [0, 2, 3, 5]) }),
  const_bool: (f) => ({ dst: register(f, ofKind("bool")), value: f.random(2) }),
  const_type: (f) => ({ dst: register(f, ofKind("any")), type: pick(f.random, refTypes) }),
  cast_ref: (f) => ({ dst: register(f, ofType(derived)), src: register(f, ofKind("any")), type: derived }),
  is_type: (f) => ({ dst: register(f, ofKind("bool")), src: register(f, ofKind("any")), type: pick(f.random, refTypes) }),
  get_upvalue: (f) => ({ dst: register(f, like(f.captures[0])), upvalue: 0 }),
  new_closure: (f) => ({ dst: register(f, ofType(builtinTypes.closure.index)), fn: 2, captured: [register(f, ofKind("any"))] }),
  const_closure: (f) => ({ dst: register(f, ofType(builtinTypes.closure.index)), fn: 1 }),
  new_cell: (f) => ({ dst: register(f, ofType(builtinTypes.cell_any.index)), type: builtinTypes.cell_any.index, src: register(f, ofKind("any")) }),
  get_cell: (f) => ({ dst: register(f, ofKind("any")), cell: register(f, ofType(builtinTypes.cell_any.index)) }),
  set_cell: (f) => ({ cell: register(f, ofType(builtinTypes.cell_any.index)), src: register(f, ofKind("any")) }),
  get_global: (f) => ({ dst: register(f, ofKind("i32")), global: 0 }),
  set_global: (f) => ({ global: 1, src: register(f, ofType(derived)) }),
  new_object: (f) => {
    const type = pick(f.random, [base, derived, shape]);
    const slots = types[type - firstOwnType].slots.slice(0, f.random(3));
    return { dst: register(f, ofType(type)), type, tag: type === shape ? f.random(3) : 0, slots: slots.map((each) => register(f, like(each))) };
  },
  get_slot: (f) => ({ dst: register(f, ofType(base)), object: register(f, ofType(derived)), slot: 1 }),
  set_slot: (f) => ({ object: register(f, ofType(base)), slot: 1, src: register(f, ofType(derived)) }),
  get_tag: (f) => ({ dst: register(f, ofKind("i32")), object: register(f, ofType(shape)) }),
  const_case: (f) => ({ dst: register(f, ofType(shape)), type: shape, tag: 0 }),
  new_array: (f) => ({ dst: register(f, ofType(builtinTypes.array_i32.index)), type: builtinTypes.array_i32.index, length: register(f, ofKind("i32")) }),
  array_of: (f) => ({ dst: register(f, ofType(builtinTypes.array_any.index)), type: builtinTypes.array_any.index, items: [1, 2].map(() => f.random(f.registers.length)) }),
  array_get: (f) => ({ dst: register(f, ofKind("i32")), array: register(f, ofType(builtinTypes.array_i32.index)), index: register(f, ofKind("i32")) }),
  array_set: (f) => ({ array: register(f, ofType(builtinTypes.array_any.index)), index: register(f, ofKind("i32")), src: register(f, ofKind("any")) }),
  array_length: (f) => ({ dst: register(f, ofKind("i32")), array: register(f, ofType(builtinTypes.array_i32.index)) }),
  call: (f) => {
    const fn = pick(f.random, [0, 1, 3 + f.random(f.callable.length - 3)]);
    return { dst: register(f, like(f.callable[fn].result)), fn, args: f.callable[fn].registers.slice(0, f.callable[fn].params).map((param) => register(f, like(param))) };
  },
  call_import: (f) => ({ dst: register(f, ofKind("any")), import: 0, args: [register(f, ofKind("str"))] }),
  call_builtin: (f) => {
    const spec: BuiltinSpec = pick(f.random, Object.values(builtins));
    return { dst: register(f, ofKind(spec.result)), builtin: spec.code, args: spec.params.map((kind) => register(f, ofKind(kind))) };
  },
};

const straight = shapes.filter(({ flow }) => flow === "next" || flow === "call" || flow === "host");

/** Operands by the table alone: registers of the kinds it names, small numbers, strings that are names. */
const operandsByTable = (f: Function, given: Shape): Operands =>
  Object.fromEntries(
    given.operands.map(({ name, kind }) => {
      if (kind === "use.v") return [name, register(f, (of) => of.kind === "any" || of.kind === "ref")];
      if (kind === "use.t" || kind === "def.t") return [name, register(f, ofKind("any"))];
      if (kind.startsWith("def.") || kind.startsWith("use.")) return [name, register(f, ofKind(kind.slice(4) as Kind))];
      if (kind === "uses") return [name, Array.from({ length: f.random(3) }, () => f.random(f.registers.length))];
      if (kind === "imm") return [name, f.random(4) === 0 ? f.random(2 ** 32) - 2 ** 31 : f.random(100) - 50];
      if (kind === "name" || kind === "const.str") return [name, f.random(constants.strings.length)];
      if (kind === "const.f64") return [name, f.random(constants.doubles.length)];
      if (kind === "const.bigint") return [name, f.random(constants.integers.length)];
      throw new Error(`${given.mnemonic} needs a maker for ${name}`);
    }),
  );

const emit = (f: Function, mnemonic: Mnemonic, operands: Operands): void => {
  f.writer.emit(mnemonic, operands as OperandsOf<Mnemonic>);
};

const emitStraight = (f: Function): void => {
  const given = pick(f.random, straight);
  if (given.mnemonic === "get_upvalue" && f.captures.length === 0) return;
  const maker = makers[given.mnemonic] as ((f: Function) => Operands) | undefined;
  // Mostly in a try of its own where it may raise, so that what follows runs nevertheless.
  const guarded = (given.spec.raises !== undefined || given.flow !== "next" || given.mnemonic === "call_builtin" || given.mnemonic.endsWith("_any")) && f.random(32) > 0;
  if (guarded) f.writer.emit("try", { caught: register(f, ofKind("any")) });
  emit(f, given.mnemonic, maker?.(f) ?? operandsByTable(f, given));
  if (!guarded) return;
  f.writer.emit("catch", {});
  f.writer.emit("end", {});
};

const inside = (f: Function, body: () => void): void => {
  f.depth++;
  body();
  f.depth--;
};

const openings = shapes.filter(({ flow }) => flow === "open");

const emitRegion = (f: Function): void => {
  const given = pick(f.random, openings);
  emit(f, given.mnemonic, given.mnemonic === "if_tag" ? { object: register(f, ofType(shape)), tag: f.random(3) } : operandsByTable(f, given));
  inside(f, () => {
    emitBody(f, 1 + f.random(6));
    if (given.mnemonic === "try" || (given.mnemonic.startsWith("if") && f.random(2) === 0)) {
      f.writer.emit(given.mnemonic === "try" ? "catch" : "else", {});
      emitBody(f, 1 + f.random(4));
    }
    if (given.mnemonic === "loop" && f.random(4) === 0) f.writer.emit("branch", { target: 0 });
    else if (f.random(8) === 0) f.writer.emit("branch", { target: f.random(f.depth) });
    else if (f.random(20) === 0) f.writer.emit("switch", { value: register(f, ofKind("i32")), targets: [f.random(f.depth), f.random(f.depth)] });
  });
  f.writer.emit("end", {});
};

const emitBody = (f: Function, size: number): void => {
  for (let i = 0; i < size; i++) {
    if (f.depth < 5 && f.random(10) === 0) emitRegion(f);
    else emitStraight(f);
  }
};

/** Objects in the registers for refs and values of several kinds in those for any: less is null then. */
const emitValues = (f: Function): void => {
  const any = (of: KindOf): void => void f.writer.emit("to_any", { dst: register(f, ofKind("any")), src: register(f, like(of)) });
  for (const type of [base, derived, shape]) f.writer.emit("new_object", { dst: register(f, ofType(type)), type, tag: 0, slots: [] });
  f.writer.emit("const_i32", { dst: register(f, ofKind("i32")), value: f.random(20) });
  f.writer.emit("const_str", { dst: register(f, ofKind("str")), value: f.random(constants.strings.length) });
  for (const mnemonic of ["new_array", "array_of", "new_cell", "new_closure"] as const) emit(f, mnemonic, (makers[mnemonic] as (f: Function) => Operands)(f));
  for (const kind of ["i32", "str", "f64"] as const) any(plain(kind));
  for (const type of [derived, shape, builtinTypes.array_any.index, builtinTypes.closure.index]) if (f.random(2) === 0) any(ref(type));
};

const signature = (random: Random, i: number): Omit<Fn, "code"> => {
  // 0 is the entry, 1 a method, 2 a closure; the rest take and give what comes.
  const params = i === 0 ? [] : i < 3 ? [plain("any")] : registerKinds.filter(() => random(12) === 0);
  return {
    name: `Test.f${i}`,
    params: params.length,
    registers: [...params, ...registerKinds],
    captures: i === 2 ? [plain("any")] : [],
    result: i < 3 ? plain("any") : pick(random, registerKinds),
    receiver: i === 1,
  };
};

/** A valid module of `functions` functions (at least 4) with bodies of about `size` instructions. */
export const makeModule = (seed: number, functions = 6, size = 30): Module => {
  const random = randomFrom(seed);
  const signatures = Array.from({ length: functions }, (_, i) => signature(random, i));
  const callable = signatures.map((each) => ({ ...each, code: new Int32Array(0) }));
  const made = signatures.map((each): Fn => {
    const f: Function = { random, registers: each.registers, captures: each.captures, writer: new CodeWriter(), callable, depth: 0 };
    if (random(4) > 0) emitValues(f);
    emitBody(f, 1 + random(size * 2));
    f.writer.emit("return", { src: register(f, like(each.result)) });
    return { ...each, code: f.writer.finish() };
  });
  return {
    name: `Test${seed}`,
    costTable: 1,
    types,
    ...constants,
    imports: [{ module: "console", name: "log", capability: "stdout", params: ["str"], result: "any", fsharp: "string -> unit", names: ["text"] }],
    globals: [
      { ...plain("i32"), name: "counter" },
      { ...ref(derived), name: "shared" },
    ],
    functions: made,
    exports: [{ name: "get", fn: 1, fsharp: "obj -> obj", names: [""] }],
    entry: 0,
    capabilities: ["stdout"],
    debug: {
      files: ["Test.fs", "Other.fs"],
      positions: made.map((fn) => Int32Array.from(fn.code.length < 8 ? [] : [0, 0, random(50) + 1, random(20), 4, 1, random(2000) + 1, random(80)])),
    },
  };
};
