/** MSBuild's property references and conditions, as far as they need no MSBuild: `$(Name)`, `'$(A)' == 'b' And Exists('x')`. */
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { callMember, callStatic, orderOfParts, toSlashes } from "./msbuild-functions.ts";

/** A value that could not be evaluated; it matters only where it is used. */
export interface Unknown {
  readonly reason: string;
}
export type Value = string | Unknown;
export const isUnknown = (value: unknown): value is Unknown => typeof value === "object";

export interface Scope {
  /** Lower-case names. */
  readonly properties: ReadonlyMap<string, Value>;
  /** The folder that relative paths of the file being read are relative to. */
  readonly folder: string;
}

/** Replaces property references. */
export const expand = (text: string, scope: Scope): Value => {
  let result = "";
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("$(", at);
    const list = text.indexOf("@(", at);
    const metadata = text.indexOf("%(", at);
    if (list >= 0 && (open < 0 || list < open)) return { reason: `it uses an item list, ${text.slice(list, closing(text, list + 1) + 1)}` };
    if (metadata >= 0 && (open < 0 || metadata < open)) return { reason: `it uses item metadata, ${text.slice(metadata, closing(text, metadata + 1) + 1)}` };
    if (open < 0) return result + text.slice(at);
    const close = closing(text, open + 1);
    if (close < 0) return { reason: `\`${text}\` has no closing parenthesis` };
    const value = reference(text.slice(open + 2, close).trim(), scope);
    if (isUnknown(value)) return value;
    result += text.slice(at, open) + value;
    at = close + 1;
  }
  return result;
};

/** The parenthesis that closes the one at `open`. */
const closing = (text: string, open: number): number => {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return at;
  }
  return -1;
};

/** `Name`, `[Type]::Member(…)`, and members called on either. */
const reference = (inside: string, scope: Scope): Value => {
  const unknown = { reason: `it uses the property function $(${inside})` };
  const start = /^(?:\[([\w.]+)\]::([A-Za-z]\w*)|([A-Za-z_][\w-]*))/.exec(inside);
  if (start === null) return unknown;
  const [head, type, member, property] = start;
  let at = head.length;
  const readArguments = (): readonly string[] | Unknown => {
    if (inside[at] !== "(") return [];
    const close = closing(inside, at);
    if (close < 0) return unknown;
    const args = splitArguments(inside.slice(at + 1, close)).map((arg) => expand(arg, scope));
    at = close + 1;
    return args.find(isUnknown) ?? (args as string[]);
  };
  let value: Value | undefined;
  if (property !== undefined) value = scope.properties.get(property.toLowerCase()) ?? "";
  else {
    const args = readArguments();
    if (isUnknownArguments(args)) return args;
    value = fileAbove(`${type}::${member}`, args, scope) ?? callStatic(type!, member!, args);
  }
  while (value !== undefined && !isUnknown(value) && at < inside.length) {
    const part = /^\.split\(\s*(['"`])(.)\1\s*\)\[(\d+)\]/i.exec(inside.slice(at));
    if (part !== null) {
      at += part[0].length;
      value = value.split(part[2]!)[Number(part[3])];
      continue;
    }
    const next = /^\.([A-Za-z]\w*)/.exec(inside.slice(at));
    if (next === null) return unknown;
    at += next[0].length;
    const args = readArguments();
    if (isUnknownArguments(args)) return args;
    value = callMember(value, next[1]!, args);
  }
  return value ?? unknown;
};

const isUnknownArguments = (args: readonly string[] | Unknown): args is Unknown => !Array.isArray(args);

/** At commas outside quotes and parentheses; the quotes are left out. */
const splitArguments = (text: string): string[] => {
  const args: string[] = [];
  let start = 0;
  let depth = 0;
  let quote = "";
  for (let at = 0; at <= text.length; at++) {
    const here = text[at] ?? "";
    if (at === text.length || (here === "," && depth === 0 && quote === "")) {
      args.push(text.slice(start, at).trim());
      start = at + 1;
    } else if (quote !== "") quote = here === quote && depth === 0 ? "" : quote;
    else if (depth === 0 && /['"`]/.test(here)) quote = here;
    if (here === "(") depth++;
    else if (here === ")") depth--;
  }
  return args.length === 1 && args[0] === "" ? [] : args.map((arg) => arg.replace(/^(['"`])(.*)\1$/, "$2"));
};

/** `[MSBuild]::GetPathOfFileAbove(name, folder)` and its reversed sister, which answers the folder. */
const fileAbove = (called: string, args: readonly string[], scope: Scope): string | undefined => {
  const match = /^MSBuild::Get(PathOf|DirectoryNameOf)FileAbove$/i.exec(called);
  if (match === null) return undefined;
  const wantsFolder = match[1]!.toLowerCase() === "directorynameof";
  const [name, start] = wantsFolder ? [args[1], args[0]] : [args[0], args[1]];
  if (name === undefined) return undefined;
  const folder = findAbove(name, resolve(scope.folder, toSlashes(start ?? ".")));
  if (folder === undefined) return "";
  return wantsFolder ? folder : join(folder, name);
};

/** The nearest folder at or above `folder` that has a file `name`. */
export const findAbove = (name: string, folder: string): string | undefined => {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, name))) return at;
    if (dirname(at) === at) return undefined;
  }
};

interface Token {
  readonly kind: "operator" | "text";
  readonly text: string;
  readonly quoted: boolean;
}

const token = /\s*(?:(==|!=|<=|>=|<|>|!|\(|\))|([\w.+-]+))/y;

/** The parts of a condition, or where it is not understood. */
const readTokens = (text: string): Token[] | string => {
  const tokens: Token[] = [];
  let at = 0;
  while (text.slice(at).trim() !== "") {
    at += /^\s*/.exec(text.slice(at))![0].length;
    const end = text.startsWith("$(", at) ? closing(text, at + 1) + 1 : text[at] === "'" ? text.indexOf("'", at + 1) + 1 : -1;
    if (end > at) {
      const quoted = text[at] === "'";
      tokens.push({ kind: "text", text: quoted ? text.slice(at + 1, end - 1) : text.slice(at, end), quoted });
      at = end;
      continue;
    }
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) return text.slice(at);
    tokens.push(match[1] === undefined ? { kind: "text", text: match[2]!, quoted: false } : { kind: "operator", text: match[1], quoted: false });
    at = token.lastIndex;
  }
  return tokens;
};

/** A condition's truth, or why it is not known; none holds. */
export const evaluateCondition = (text: string | undefined, scope: Scope): boolean | Unknown => {
  if (text === undefined || text.trim() === "") return true;
  const tokens = readTokens(text);
  if (typeof tokens === "string") return { reason: `\`${tokens}\` in its condition is not understood` };
  let next = 0;
  const peek = (): string | undefined => (tokens[next] !== undefined && !tokens[next].quoted ? tokens[next].text.toLowerCase() : undefined);
  const malformed = { reason: `its condition \`${text}\` is not understood` };

  const either = (): boolean | Unknown => {
    let left = both();
    while (peek() === "or") {
      next++;
      const right = both();
      left = left === true || right === true ? true : isUnknown(left) ? left : right;
    }
    return left;
  };
  const both = (): boolean | Unknown => {
    let left = single();
    while (peek() === "and") {
      next++;
      const right = single();
      left = left === false || right === false ? false : isUnknown(left) ? left : right;
    }
    return left;
  };
  const single = (): boolean | Unknown => {
    const here = tokens[next++];
    if (here === undefined) return malformed;
    if (here.kind === "operator") {
      if (here.text === "!") {
        const inner = single();
        return isUnknown(inner) ? inner : !inner;
      }
      if (here.text !== "(") return malformed;
      const inner = either();
      return tokens[next++]?.text === ")" ? inner : malformed;
    }
    const call = here.quoted ? undefined : here.text.toLowerCase();
    if ((call === "exists" || call === "hastrailingslash") && tokens[next]?.text === "(") {
      const argument = tokens[next + 1];
      next += 3;
      if (argument === undefined || tokens[next - 1]?.text !== ")") return malformed;
      const value = expand(argument.text, scope);
      if (isUnknown(value)) return value;
      return call === "exists" ? value !== "" && existsSync(resolve(scope.folder, toSlashes(value))) : /[\\/]$/.test(value);
    }
    const left = expand(here.text, scope);
    const operator = tokens[next]?.kind === "operator" ? tokens[next].text : undefined;
    if (operator === undefined || operator === ")") return isUnknown(left) ? left : (readBoolean(left) ?? malformed);
    next++;
    const other = tokens[next++];
    if (other === undefined || other.kind !== "text") return malformed;
    const right = expand(other.text, scope);
    if (isUnknown(left)) return left;
    return isUnknown(right) ? right : compareValues(operator, left, right, malformed);
  };
  const result = either();
  return next === tokens.length || isUnknown(result) ? result : malformed;
};

const readBoolean = (text: string): boolean | undefined => {
  if (/^(true|on|yes)$/i.test(text)) return true;
  return /^(false|off|no)$/i.test(text) ? false : undefined;
};

const compareValues = (operator: string, left: string, right: string, malformed: Unknown): boolean | Unknown => {
  if (operator === "==" || operator === "!=") return isSame(left, right) === (operator === "==");
  const order = compareNumbers(left, right);
  if (order === undefined) return malformed;
  switch (operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    default:
      return malformed;
  }
};

const readNumber = (text: string): number | undefined => (text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : undefined);

/** As numbers, as booleans (`on` is `true`), or as texts of any case. */
const isSame = (left: string, right: string): boolean => {
  for (const read of [readNumber, readBoolean]) {
    const [a, b] = [read(left), read(right)];
    if (a !== undefined && b !== undefined) return a === b;
  }
  return left.toLowerCase() === right.toLowerCase();
};

/** Numbers, or versions of two to four parts; a number and a version only where the first part decides. */
const compareNumbers = (left: string, right: string): number | undefined => {
  const [a, b] = [readNumber(left), readNumber(right)];
  if (a !== undefined && b !== undefined) return a - b;
  const [x, y] = [left, right].map((text) => (/^\d+(\.\d+){0,3}$/.test(text) ? text.split(".").map(Number) : undefined));
  if (x === undefined || y === undefined) return undefined;
  if ((a !== undefined || b !== undefined) && x[0] === y[0]) return undefined;
  return orderOfParts(x, y, -1);
};
