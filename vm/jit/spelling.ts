/** How compiled code spells operands: registers are locals, constants and types are bound outside the function, numbers are literal. */
import type { Fn, Module } from "../../schemas/fzb/module.ts";
import type { Shape } from "../../schemas/isa/instruction.ts";
import type { Kind } from "../../schemas/isa/kinds.ts";
import { captureField, type SpelledList, type SpelledName } from "../semantics.ts";

export type Operands = Record<string, string | SpelledList | SpelledName | ((text: string) => string)>;

/** Values that a function's text refers to by name; the text never holds them. */
export class Constants {
  readonly values: unknown[] = [];
  readonly #names = new Map<unknown, string>();

  name(value: unknown): string {
    let name = this.#names.get(value);
    if (name === undefined) {
      name = `k${this.values.length}`;
      this.values.push(value);
      this.#names.set(value, name);
    }
    return name;
  }
}

/** A number as source text. */
export function literal(value: number): string {
  if (Object.is(value, -0)) return "-0";
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "-Infinity";
  return value < 0 ? `(${value})` : String(value);
}

export const list = (names: readonly string[]): SpelledList => ({
  count: String(names.length),
  item: (index) => names[index as number] ?? "undefined",
  array: `[${names.join(", ")}]`,
});

export const register = (index: number): string => `r${index}`;

/**
 * What stands in texts for a way out until it is known where fuel is there: with the instruction to be run again, and with the instruction's `error`.
 * Neither is anything a text could contain.
 */
export const leaving = "\u0001;";
export const failing = "\u0002;";
/** The same where what the instruction checks is null. */
export const nulling = "\u0003;";

/** What follows a `try`: the way out finds what was thrown in the function's `error`. */
export const caught = (exit: string): string => `catch (thrown) { error = thrown; ${exit} }`;

export interface Context {
  readonly module: Module;
  readonly types: readonly unknown[];
  readonly constants: Constants;
  readonly fn: Fn;
  /** The inline cache of the instruction. */
  readonly site: number;
  readonly register: (index: number) => string;
  /** Whether what the instruction checks for null is known to be none. */
  readonly checked: boolean;
}

/** What a register holds before anything is stored in it. */
export const initialText: { readonly [K in Kind]: string } = {
  i32: "0",
  u32: "0",
  f64: "0",
  i64: "0n",
  u64: "0n",
  bool: "false",
  str: "undefined",
  ref: "undefined",
  any: "undefined",
};

/** The operands of the instruction at an offset, by name. */
export function spell(shape: Shape, at: number, context: Context): Operands {
  const { module, types, constants, fn, register, checked } = context;
  const operands: Operands = {
    charge: (cost) => `if (spend(${cost})) ${leaving}`,
    state: "machine.metering.charged = 0;",
    notNull: (value) => (checked ? "" : `if (${value} === undefined) ${nulling}`),
  };
  shape.operands.forEach(({ name, kind }, index) => {
    const word = fn.code[at + 1 + index];
    if (kind === "uses") operands[name] = list(Array.from(fn.code.subarray(at + 2 + index, at + 2 + index + word), register));
    else if (kind.startsWith("use.") || kind.startsWith("def.")) operands[name] = register(word);
    else if (kind === "const.str") operands[name] = constants.name(module.strings[word]);
    else if (kind === "const.f64") operands[name] = literal(module.doubles[word]);
    else if (kind.startsWith("const.")) operands[name] = constants.name(module.integers[word]);
    else if (kind === "name") operands[name] = { text: constants.name(module.strings[word]), site: String(context.site), name: module.strings[word] };
    else if (kind === "type") operands[name] = constants.name(types[word]);
    else if (kind === "upvalue") operands[name] = captureField("closure", String(word));
    else operands[name] = literal(word);
  });
  return operands;
}

/**
 * Whether a value is an object of one of the types: its shape tells, without a question for the kind of value, which the host's compiler would answer apart. Null is
 * told first: of `x?.t` the compiler keeps the type that the shape has told already, and compares it.
 */
export const isOfType = (value: string, types: readonly string[]): string => `${value} != null && (${types.map((type) => `${value}.t === ${type}`).join(" || ")})`;

/** Whether a value of the kind is null. */
export const isNull = (kind: Kind, value: string): string => (kind === "any" ? `${value} === undefined || ${value} === null` : `${value} === undefined`);

/** Whether a value is neither an array nor any other object. */
export const isNoObject = (value: string): string => `typeof ${value} !== "object" || ${value} === null`;

/** A value of the kind, said so that the host's compiler knows it: it is one already. */
export function ofKind(kind: Kind, value: string): string {
  if (kind === "i32") return `${value} | 0`;
  if (kind === "u32") return `${value} >>> 0`;
  return kind === "f64" ? `+${value}` : value;
}

/** Calls that throw nothing into the guest; whatever else a text calls may. */
const harmless = new Set([
  "if",
  "for",
  "switch",
  "return",
  "spend",
  "imul",
  "charCodeAt",
  "sqrt",
  "abs",
  "floor",
  "fround",
  "BigInt",
  "asIntN",
  "asUintN",
  "Number",
  "typeValue",
  "arrayOf",
  "spaceSpent",
  "Closure",
  "Cell",
  "Object0",
  "Object1",
  "Object2",
  "Object3",
  "Object4",
  "makeObject",
  "isType",
  "typeofAny",
  "f64ToI32",
  "f64ToU32",
  "f64ToI64",
  "f64ToU64",
]);

/**
 * A straight-line instruction's text for compiled code. What it raises itself, it leaves to the interpreter, which runs it again and raises; what functions
 * raise for it is caught where it is called.
 */
export function settle(text: string): string {
  const own = text.replace(/raise\("\w+"\);/g, leaving);
  const calls = (own.match(/\w+(?=\()/g) ?? []).some((name) => !harmless.has(name));
  return calls ? `try { ${own} } ${caught(failing)}` : `{ ${own} }`;
}
