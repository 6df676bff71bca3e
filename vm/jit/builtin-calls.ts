/** Calls of builtins in compiled code: which builtin it is, is known, so its checks and its size are, and the small ones are in the function itself. */
import { type Builtin, type BuiltinSpec, builtins, builtinsByCode } from "../../schemas/isa/builtins.ts";
import { builtinTable } from "../builtins/table.ts";
import { compareOrdinal, compareUnits, hashText } from "../builtins/text.ts";
import { longText } from "../dynamic.ts";
import { MapTable } from "../map-table.ts";
import { tagMask } from "../object.ts";
import { caught, failing, leaving, literal } from "./spelling.ts";

type Naming = (value: unknown) => string;

export interface BuiltinCall {
  readonly code: number;
  readonly dst: string;
  readonly args: readonly string[];
  readonly name: Naming;
}

interface Small {
  /** When the short text will do; always without. */
  readonly when?: string;
  readonly value: string;
}

const pure =
  (host: string) =>
  (a: readonly string[]): Small => ({ value: `Math.${host}(${a.join(", ")})` });
const unit =
  (value: (text: string, index: string) => string) =>
  ([s, i]: readonly string[]): Small => ({ when: `${s} !== undefined && ${i} >= 0 && ${i} < ${s}.length`, value: value(s as string, i as string) });

const mathNames = [
  "abs",
  "floor",
  "ceil",
  "round",
  "trunc",
  "sqrt",
  "sin",
  "cos",
  "tan",
  "asin",
  "acos",
  "atan",
  "exp",
  "log",
  "sign",
  "fround",
  "atan2",
  "min",
  "max",
  "imul",
] as const;
export const arrayPush = (array: string, item: string): { readonly when: string; readonly value: string } => ({
  when: `Array.isArray(${array}) && ${array}.length < meter[4]`,
  value: `${array}.push(${item}); if ((meter[1] -= 8) < 0) machine.metering.spaceSpent()`,
});

/** A table, and the index of an entry that is in use. */
const isEntry = (table: string, index: string, name: Naming): string => `${table} instanceof ${name(MapTable)} && ${table}.isUsed(${index})`;
/** A table, and a key that costs nothing to read. */
const keyed = (table: string, key: string, name: Naming): string =>
  `${table} instanceof ${name(MapTable)} && (typeof ${key} === "string" ? ${key}.length < ${longText} : ${key} != null && typeof ${key} !== "bigint")`;
const onKey =
  (method: "get" | "has" | "delete") =>
  ([table, key = "undefined"]: readonly string[], name: Naming): Small => ({ when: keyed(table as string, key, name), value: `${table}.${method}(${key})` });
/** A new key is left to the builtin; a known one may be set twice where the instruction is run again. */
const setting = (table: string, key: string, value: string, name: Naming): Small => ({ when: `${keyed(table, key, name)} && ${table}.replace(${key}, ${value})`, value: table });
const ofTexts =
  (host: (...texts: string[]) => unknown) =>
  (texts: readonly string[], name: Naming): Small => ({ when: texts.map((text) => `${text} !== undefined`).join(" && "), value: `${name(host)}(${texts.join(", ")})` });

type SmallTexts = { readonly [B in Builtin]?: (args: readonly string[], name: Naming) => Small };

/** Those that leave the machine as it is. */
const quiet: SmallTexts = {
  ...(Object.fromEntries(mathNames.map((name) => [`math_${name}`, pure(name)])) as SmallTexts),
  math_pow: ([x, y]) => ({ value: `${x} ** ${y}` }),
  str_char_code_at: unit((s, i) => `${s}.charCodeAt(${i})`),
  str_at: unit((s, i) => `${s}[${i}]`),
  array_is: ([a]) => ({ value: `Array.isArray(${a})` }),
  array_js_length: ([a]) => ({ when: `Array.isArray(${a})`, value: `${a}.length` }),
  map_is: ([m], name) => ({ value: `${m} instanceof ${name(MapTable)}` }),
  value_class: ([v]) => ({
    when: `typeof ${v} !== "object"`,
    value: `typeof ${v} === "string" ? 5 : typeof ${v} === "number" ? 3 : typeof ${v} === "boolean" ? 2 : ${v} === undefined ? 0 : 4`,
  }),
  object_tag: ([v]) => ({ when: `${v}?.t?.kind === "union"`, value: `${v}.g & ${tagMask}` }),
  is_number: ([value]) => ({ value: `typeof ${value} === "number"` }),
  is_text: ([value]) => ({ value: `typeof ${value} === "string"` }),
};

const small: SmallTexts = {
  ...quiet,
  array_push: ([a, item]) => arrayPush(a as string, item ?? "undefined"),
  array_pop: ([a]) => ({ when: `Array.isArray(${a})`, value: `${a}.pop()` }),
  map_size: ([m], name) => ({ when: `${m} instanceof ${name(MapTable)}`, value: `${m}.size` }),
  map_next: ([m, i], name) => ({ when: isEntry(m as string, i as string, name), value: i as string }),
  map_key_at: ([m, i], name) => ({ when: isEntry(m as string, i as string, name), value: `${m}.keys[${i}]` }),
  map_value_at: ([m, i], name) => ({ when: isEntry(m as string, i as string, name), value: `${m}.values[${i}]` }),
  map_get: onKey("get"),
  map_has: onKey("has"),
  map_delete: onKey("delete"),
  map_set: ([m, key = "undefined", value = "undefined"], name) => setting(m as string, key, value, name),
  set_add: ([m, key = "undefined"], name) => setting(m as string, key, key, name),
  str_compare: ofTexts(compareUnits),
  str_compare_ordinal: ofTexts(compareOrdinal),
  str_hash: ofTexts(hashText),
};

const names = new Map<number, Builtin>(Object.entries(builtins).map(([name, { code }]) => [code, name as Builtin]));

/** Whether a builtin has a short text that leaves fuel alone. */
export const isQuietBuiltin = (code: number): boolean => builtinsByCode[code]?.per === undefined && names.get(code) !== undefined && (names.get(code) as Builtin) in quiet;

/** What `member` of a table is, where that is a builtin, with an `else` behind it: `fail` hands the frame over after an error. */
export function callTableMethod({ code, dst, args, name }: BuiltinCall, leave: string, fail: string): string {
  const { fuel } = builtinsByCode[code] as BuiltinSpec;
  const short = small[names.get(code) as Builtin]?.(args, name);
  const quick = short === undefined ? "" : `if (${short.when}) { if (${fuel} <= meter[0]) meter[0] -= ${fuel}; else if (spend(${fuel})) ${leave} ${dst} = ${short.value}; } else `;
  return `${quick}try { machine.metering.charged = 0; if (spend(${fuel})) ${leave} ${dst} = ${name(builtinTable[code])}(${["machine", ...args].join(", ")}); } ${caught(fail)}`;
}

/** Text that pays for a builtin's argument, which is a text. */
const paying = (text: string, units: number): string =>
  `{ const cost = (${text}.length + ${units - 1}) >> ${Math.log2(units)}; if (cost <= meter[0]) meter[0] -= cost; else if (spend(cost)) ${leaving} }`;

/** The whole text, or what replaces it when a condition holds. */
export function callBuiltin({ code, dst, args, name }: BuiltinCall): string | { readonly when: string; readonly then: string; readonly otherwise: string } {
  const spec = builtinsByCode[code] as BuiltinSpec;
  const short = small[names.get(code) as Builtin]?.(args, name);
  if (short !== undefined && short.when === undefined && spec.per === undefined) return `{ ${dst} = ${short.value}; }`;
  const nulls = spec.params.slice(0, 3).flatMap((kind, index) => (kind === "str" ? [`if (${args[index] ?? "undefined"} === undefined) ${leaving}`] : []));
  const size = spec.per === undefined ? "" : `if (spend(builtinCost(${literal(code)}, ${args[0] ?? "undefined"}, ${args[1] ?? "undefined"}))) ${leaving}`;
  const called = `${dst} = ${name(builtinTable[code])}(${["machine", ...args.slice(0, 4)].join(", ")});`;
  const general = `try { ${nulls.join(" ")} machine.metering.charged = 0; ${size} ${called} } ${caught(failing)}`;
  if (short?.when === undefined) return general;
  const paid = spec.per === undefined ? "" : paying(args[spec.per[0]] as string, spec.per[1]);
  return { when: short.when, then: `${paid} ${dst} = ${short.value};`, otherwise: general };
}
