/**
 * Texts that compiled code has in place of those in `semantics`: they do the same, and keep the frequent case in the function itself, where the host's
 * compiler learns what this one instruction meets. `else` is the general text.
 */
import { builtinTypes, type Kind } from "../../schemas/isa/kinds.ts";
import type { TypeDescriptor } from "../descriptor.ts";
import { longText } from "../dynamic.ts";
import type { SpelledList, SpelledName } from "../semantics.ts";
import { arrayClasses, BoolArray, type Callee, inlineCaptures } from "../value.ts";
import { callBuiltin } from "./builtin-calls.ts";
import { isOf } from "./derived-types.ts";
import type { CastFacts } from "./facts.ts";
import { slotHolders } from "./members.ts";
import { mostShaped, type Shape } from "./shapes.ts";
import type { SharedName } from "./shared-numbers.ts";
import { isNoObject, isOfType, leaving, type Operands } from "./spelling.ts";

export interface InlineContext {
  /** The type an instruction names. */
  readonly type: TypeDescriptor | undefined;
  /** Names a value that the text refers to. */
  readonly name: (value: unknown) => string;
  readonly closureType: string;
  readonly types: readonly TypeDescriptor[];
  readonly callees: readonly Callee[];
  /** The number of a shared value. */
  readonly shared: (of: SharedName) => number;
  readonly shape: (type: TypeDescriptor) => Shape;
  /** Whether the operand that the instruction checks is known to be an object. */
  readonly known: boolean;
  /** Of a cast to a type. */
  readonly cast: CastFacts | undefined;
  /** The type that an element must have, or what follows raises. */
  readonly expected: TypeDescriptor | undefined;
  /** The kind of an operand's register. */
  readonly kindOf: (operand: string) => Kind;
}

interface Choice {
  /** What the condition and the text need. */
  readonly before?: string;
  readonly when: string;
  readonly then: string;
  /** Where it is not the general text. */
  readonly otherwise?: string;
}

/** The whole text, or what replaces it when a condition holds. */
type Inline = (o: Operands, c: InlineContext) => Choice | string | undefined;

const arrayHosts = new Map<number, string>(Object.values(builtinTypes).flatMap((type) => ("host" in type ? [[type.index, type.host] as const] : [])));

/** Whether a value is an object of exactly the type; the general text knows about derived ones. */
function isExactly(value: string, type: TypeDescriptor, c: InlineContext): string {
  const host = arrayHosts.get(type.index);
  if (host === "Array") return `Array.isArray(${value})`;
  if (host !== undefined) return `${value} instanceof ${c.name(arrayClasses[host as keyof typeof arrayClasses])}`;
  return isOfType(value, [c.name(type)]);
}

const text = (o: Operands, name: string): string => o[name] as string;
const spent = (bytes: number): string => `if ((meter[1] -= ${bytes}) < 0) machine.metering.spaceSpent();`;
const isNumber = (value: string): string => `typeof ${value} === "number"`;

/** A cast that raises unless the value is one of its kind. */
const cast =
  (holds: (src: string) => string, taken = (src: string): string => src): Inline =>
  (o) =>
    `if (!(${holds(text(o, "src"))})) ${leaving} ${text(o, "dst")} = ${taken(text(o, "src"))};`;

/** One that gives the null of its kind for a null. */
const castOrNull = (o: Operands, holds: string): string =>
  `if (${holds}) ${text(o, "dst")} = ${text(o, "src")}; else if (${text(o, "src")} === undefined || ${text(o, "src")} === null) ${text(o, "dst")} = undefined; else ${leaving}`;

const numbers =
  (operator: string): Inline =>
  (o) => ({ when: `${isNumber(text(o, "lhs"))} && ${isNumber(text(o, "rhs"))}`, then: `${text(o, "dst")} = ${text(o, "lhs")} ${operator} ${text(o, "rhs")};` });

const checked =
  (operator: string): Inline =>
  (o) =>
    `const sum = ${text(o, "lhs")} ${operator} ${text(o, "rhs")}; if ((sum | 0) !== sum) ${leaving} ${text(o, "dst")} = sum | 0;`;

/** Leaves where an array is none at all, which raises. */
const isArrayHere = (o: Operands, c: InlineContext): string => (c.known ? "" : `if (${isNoObject(text(o, "array"))}) ${leaving}`);

/** What stands in an array at an index: undefined outside, and in an object that is no array. */
const itemAt = (o: Operands, c: InlineContext): string => `${isArrayHere(o, c)} const item = ${text(o, "array")}[${text(o, "index")}];`;

/** What is no element has another type than one. */
const elementOf =
  (holds: (item: string) => string, taken = (item: string): string => item): Inline =>
  (o, c) =>
    `${itemAt(o, c)} if (!(${holds("item")})) ${leaving} ${text(o, "dst")} = ${taken("item")};`;

const isPacked = (array: string, c: InlineContext): string => `${array} instanceof ${c.name(BoolArray)}`;

/** A length that is a number is an array's or a string's: no other value has one in the host. */
const lengthOf =
  (operand: string): Inline =>
  (o, c) => {
    const of = text(o, operand);
    return {
      before: `${c.known ? "" : `if (${of} === undefined || ${of} === null) ${leaving}`} const length = ${of}.length;`,
      when: isNumber("length"),
      then: `${text(o, "dst")} = length;`,
    };
  };

/** What stands in a typed array that takes values of a kind; where it stands in any array, another may be stored. */
const typedElements: { readonly [K in Kind]?: string } = { i32: "number", u32: "number", f64: "number", any: "number", i64: "bigint", u64: "bigint" };

/** Elements of arrays, and items of lists, whose exceptions are the interpreter's. */
const element: Inline = (o, c) => {
  const taken = `${text(o, "dst")} = item;`;
  if (c.expected !== undefined) return `${itemAt(o, c)} if (!(${isOf("item", c.expected, c.types, c.name) as string})) ${leaving} ${taken}`;
  return { before: itemAt(o, c), when: `item !== undefined && !(${isNumber("item")} && ${isPacked(text(o, "array"), c)})`, then: taken };
};
const elementI32 = elementOf(
  (item) => `${isNumber(item)} && (${item} | 0) === ${item}`,
  (item) => `${item} | 0`,
);
const elementF64 = elementOf(isNumber);
const elementBool: Inline = (o, c) => {
  const dst = text(o, "dst");
  return `${itemAt(o, c)} if (typeof item === "boolean") ${dst} = item; else { if (!(${isNumber("item")} && ${isPacked(text(o, "array"), c)})) ${leaving} ${dst} = item !== 0; }`;
};
const elementStr: Inline = (o, c) => ({ before: itemAt(o, c), when: 'typeof item === "string"', then: `${text(o, "dst")} = item;` });
const setElement: Inline = (o, c) => {
  const array = text(o, "array");
  const index = text(o, "index");
  const src = text(o, "src");
  const kind = c.kindOf("src");
  const type = typedElements[kind];
  const inList = `Array.isArray(${array}) && ${index} >>> 0 < ${array}.length`;
  // the length of a typed array costs more than an element
  const when = type === undefined ? inList : `(${kind === "any" ? `${isNumber(src)} && ` : ""}typeof ${array}[${index}] === "${type}") || (${inList})`;
  const then = `${array}[${index}] = ${src};`;
  if (kind === "bool") {
    const packed = `${isNumber(`${array}[${index}]`)} && ${isPacked(array, c)}`;
    return `${isArrayHere(o, c)} if (${packed}) ${array}[${index}] = ${src} ? 1 : 0; else { if (!(${when})) ${leaving} ${then} }`;
  }
  return kind === "any" ? { before: isArrayHere(o, c), when, then } : `${isArrayHere(o, c)} if (!(${when})) ${leaving} ${then}`;
};

export const inlines: Readonly<Record<string, Inline | undefined>> = {
  cast_i32: cast(
    (src) => `${isNumber(src)} && (${src} | 0) === ${src}`,
    (src) => `${src} | 0`,
  ),
  cast_f64: cast(isNumber),
  cast_u32: cast(
    (src) => `${isNumber(src)} && ${src} >>> 0 === ${src}`,
    (src) => `${src} >>> 0`,
  ),
  cast_bool: cast((src) => `typeof ${src} === "boolean"`),
  cast_str: (o) => castOrNull(o, `typeof ${text(o, "src")} === "string"`),
  cast_ref: (o, c) => {
    const src = text(o, "src");
    const dst = text(o, "dst");
    const type = c.type as TypeDescriptor;
    const { holds, object } = c.cast as CastFacts;
    if (holds) return object || c.kindOf("src") === "ref" ? `${dst} = ${src};` : `${dst} = ${src} ?? undefined;`;
    const told = isOf(src, type, c.types, c.name);
    if (told === undefined) return { when: isExactly(src, type, c), then: `${dst} = ${src};` };
    return object ? `if (!(${told})) ${leaving} ${dst} = ${src};` : castOrNull(o, told);
  },
  is_type: (o, c) => {
    const known = isOf(text(o, "src"), c.type as TypeDescriptor, c.types, c.name);
    if (known !== undefined) return `${text(o, "dst")} = ${known};`;
    return { when: isExactly(text(o, "src"), c.type as TypeDescriptor, c), then: `${text(o, "dst")} = true;` };
  },

  rem_i32_imm: (o) => (text(o, "value") === "0" ? undefined : `${text(o, "dst")} = (${text(o, "lhs")} % ${text(o, "value")}) | 0;`),
  div_i32_imm: (o) => (text(o, "value") === "0" || text(o, "value") === "(-1)" ? undefined : `${text(o, "dst")} = (${text(o, "lhs")} / ${text(o, "value")}) | 0;`),
  rem_i32: (o) => `if (${text(o, "rhs")} === 0) ${leaving} ${text(o, "dst")} = (${text(o, "lhs")} % ${text(o, "rhs")}) | 0;`,
  div_i32: (o) => `if (${text(o, "rhs")} === 0 || ${text(o, "rhs")} === -1) ${leaving} ${text(o, "dst")} = (${text(o, "lhs")} / ${text(o, "rhs")}) | 0;`,
  add_i32_checked: checked("+"),
  sub_i32_checked: checked("-"),
  mul_i32_checked: checked("*"),

  get_element: element,
  get_element_i32: elementI32,
  get_element_f64: elementF64,
  get_element_bool: elementBool,
  get_element_str: elementStr,
  set_element: setElement,
  get_item: element,
  get_item_i32: elementI32,
  get_item_f64: elementF64,
  get_item_bool: elementBool,
  get_item_str: elementStr,
  set_item: setElement,
  get_length: lengthOf("array"),
  get_index: (o) => {
    const array = text(o, "object");
    const index = text(o, "index");
    return { when: `Array.isArray(${array}) && ${isNumber(index)} && ${index} >= 0 && ${index} < ${array}.length`, then: `${text(o, "dst")} = ${array}[${index}];` };
  },
  set_index: (o) => {
    const array = text(o, "object");
    const index = text(o, "index");
    return {
      when: `Array.isArray(${array}) && ${isNumber(index)} && (${index} | 0) === ${index} && ${index} >= 0 && ${index} < ${array}.length`,
      then: `${array}[${index}] = ${text(o, "src")};`,
    };
  },

  eq_str: (o) => ({ when: `${text(o, "lhs")} === undefined || ${text(o, "lhs")}.length < ${longText}`, then: `${text(o, "dst")} = ${text(o, "lhs")} === ${text(o, "rhs")};` }),
  eq_any: (o) => ({
    when: `typeof ${text(o, "lhs")} !== "string" ? typeof ${text(o, "lhs")} !== "bigint" : ${text(o, "lhs")}.length < ${longText}`,
    then: `${text(o, "dst")} = ${text(o, "lhs")} === ${text(o, "rhs")};`,
  }),
  add_any: numbers("+"),
  sub_any: numbers("-"),
  mul_any: numbers("*"),
  div_any: numbers("/"),
  lt_any: numbers("<"),
  le_any: numbers("<="),
  gt_any: numbers(">"),
  ge_any: numbers(">="),
  to_int32_any: (o) => ({ when: isNumber(text(o, "src")), then: `${text(o, "dst")} = ${text(o, "src")} | 0;` }),
  to_number_any: (o) => ({ when: isNumber(text(o, "src")), then: `${text(o, "dst")} = ${text(o, "src")};` }),

  new_object: (o, c) => {
    const type = c.type as TypeDescriptor;
    const slots = o["slots"] as SpelledList;
    const given = Number(slots.count);
    const values = type.initial.map((initial, index) =>
      index < given ? slots.item(index) : initial === undefined || typeof initial === "number" || typeof initial === "boolean" ? String(initial) : c.name(initial),
    );
    const tag = text(o, "tag");
    const made = type.size > mostShaped ? `makeObject(${c.name(type)}, ${tag}, ${slots.array})` : `new ${c.name(c.shape(type))}(${[tag, ...values].join(", ")})`;
    return `${text(o, "dst")} = ${made}; ${spent(type.bytes)}`;
  },
  call_builtin: (o, c) => {
    const args = o["args"] as SpelledList;
    return callBuiltin({
      code: Number(text(o, "builtin")),
      dst: text(o, "dst"),
      args: Array.from({ length: Number(args.count) }, (_, index) => args.item(index)),
      name: c.name,
    });
  },
  get_property: (o, c) => {
    const name = (o["name"] as SpelledName).name as string;
    if (name !== "length") {
      const object = text(o, "object");
      const [first, ...others] = slotHolders(c.types, name);
      if (first === undefined || others.some(({ slot }) => slot !== first.slot)) return undefined;
      const types = [first, ...others].map(({ type }) => c.name(type));
      return { when: isOfType(object, types), then: `${text(o, "dst")} = ${object}.s${first.slot};` };
    }
    return lengthOf("object")(o, c);
  },

  const_case: (o, c) => {
    const type = c.type as TypeDescriptor;
    // Made with a shape, it has that of the union's other cases.
    c.shape(type);
    const number = c.shared(`case ${type.index} ${Number(text(o, "tag"))}`);
    return `${text(o, "dst")} = machine.shared.numbered[${number}] ?? machine.shared.caseAt(${number}, ${c.name(type)}, ${text(o, "tag")});`;
  },
  const_closure: (o, c) => {
    const fn = Number(text(o, "fn"));
    const number = c.shared(`closure ${fn}`);
    return `${text(o, "dst")} = machine.shared.numbered[${number}] ?? machine.shared.closureAt(${number}, ${c.name(c.callees[fn])});`;
  },
  new_closure: (o, c) => {
    const captured = o["captured"] as SpelledList;
    const count = Number(captured.count);
    const further = Array.from({ length: Math.max(0, count - inlineCaptures) }, (_, index) => captured.item(inlineCaptures + index));
    const values = [...Array.from({ length: inlineCaptures }, (_, index) => captured.item(index)), further.length > 0 ? `[${further.join(", ")}]` : "undefined"];
    return `${text(o, "dst")} = new Closure(${[c.closureType, c.name(c.callees[Number(text(o, "fn"))]), ...values].join(", ")}); ${spent(32 + 8 * count)}`;
  },
};
