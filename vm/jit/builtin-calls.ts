/** Calls of builtins in compiled code: which builtin it is, is known, so its checks and its size are, and the small ones are in the function itself. */
import { type Builtin, type BuiltinSpec, builtins } from "../../schemas/isa/builtins.ts";
import { builtinTable } from "../builtins/table.ts";
import { builtinsByCode } from "../charges.ts";
import { failing, leaving, literal } from "./spelling.ts";

export interface BuiltinCall {
  readonly code: number;
  readonly dst: string;
  readonly args: readonly string[];
  readonly name: (value: unknown) => string;
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
/** Elements below which an array may grow by one. */
const longest = 32 * 1024 * 1024;

export const arrayPush = (array: string, item: string): { readonly when: string; readonly value: string } => ({
  when: `Array.isArray(${array}) && ${array}.length < ${longest}`,
  value: `${array}.push(${item}); if ((meter[1] -= 8) < 0) machine.metering.spaceSpent()`,
});

const small: { readonly [B in Builtin]?: (args: readonly string[]) => Small } = {
  ...(Object.fromEntries(mathNames.map((name) => [`math_${name}`, pure(name)])) as { readonly [B in Builtin]?: (args: readonly string[]) => Small }),
  math_pow: ([x, y]) => ({ value: `${x} ** ${y}` }),
  str_char_code_at: unit((s, i) => `${s}.charCodeAt(${i})`),
  str_at: unit((s, i) => `${s}[${i}]`),
  array_is: ([a]) => ({ value: `Array.isArray(${a})` }),
  array_js_length: ([a]) => ({ when: `Array.isArray(${a})`, value: `${a}.length` }),
  array_push: ([a, item]) => arrayPush(a as string, item ?? "undefined"),
};

const names = new Map<number, Builtin>(Object.entries(builtins).map(([name, { code }]) => [code, name as Builtin]));

/** The short text of a builtin that is pure, where it has one. */
export function smallBuiltin(code: number, args: readonly string[]): Small | undefined {
  const name = names.get(code) as Builtin;
  return name === "array_push" || builtinsByCode[code]?.per !== undefined ? undefined : small[name]?.(args);
}

export function callBuiltin({ code, dst, args, name }: BuiltinCall): string {
  const spec = builtinsByCode[code] as BuiltinSpec;
  const short = small[names.get(code) as Builtin]?.(args);
  if (short !== undefined && short.when === undefined && spec.per === undefined) return `{ ${dst} = ${short.value}; }`;
  const nulls = spec.params.slice(0, 3).flatMap((kind, index) => (kind === "str" ? [`if (${args[index] ?? "undefined"} === undefined) ${leaving}`] : []));
  const size = spec.per === undefined ? "" : `if (spend(builtinCost(${literal(code)}, ${args[0] ?? "undefined"}, ${args[1] ?? "undefined"}))) ${leaving}`;
  const called = `${dst} = ${name(builtinTable[code])}(${["machine", ...args.slice(0, 4)].join(", ")});`;
  const general = `try { ${nulls.join(" ")} machine.metering.charged = 0; ${size} ${called} } catch (error) { ${failing} }`;
  return short?.when === undefined || spec.per !== undefined ? general : `if (${short.when}) { ${dst} = ${short.value}; } else ${general}`;
}
