/** MSBuild's property references and conditions, as far as they need no MSBuild: `$(Name)`, `'$(A)' == 'b' And Exists('x')`. */
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

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

/** Forward slashes on every system, as MSBuild on Unix does. */
export const toSlashes = (path: string): string => path.replace(/\\/g, "/");

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

const reference = (inside: string, scope: Scope): Value => {
  if (/^[A-Za-z_][\w.-]*$/.test(inside) && !inside.includes(".")) return scope.properties.get(inside.toLowerCase()) ?? "";
  const above = /^\[MSBuild\]::Get(?:PathOfFileAbove|DirectoryNameOfFileAbove)\((.*)\)$/i.exec(inside);
  if (above !== null) return fileAbove(inside, above[1], scope);
  return { reason: `it uses the property function $(${inside})` };
};

/** `$([MSBuild]::GetPathOfFileAbove(name, folder))` and its reversed sister, which answers the folder. */
const fileAbove = (inside: string, argumentText: string, scope: Scope): Value => {
  const args = argumentText.split(",").map((arg) => expand(arg.trim().replace(/^(['"`])(.*)\1$/, "$2"), scope));
  const unknown = args.find(isUnknown);
  if (unknown !== undefined) return unknown;
  const wantsFolder = /DirectoryName/i.test(inside);
  const [name, start] = wantsFolder ? [args[1] as string, args[0] as string] : [args[0] as string, args[1] as string | undefined];
  if (name === undefined) return { reason: `$(${inside}) lacks an argument` };
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

const token = /\s*(?:(==|!=|<=|>=|<|>|!|\(|\))|'((?:[^'])*)'|(\$\((?:[^()]|\([^()]*\))*\)|[\w.+-]+))/y;

/** A condition's truth, or why it is not known. */
export const evaluateCondition = (text: string, scope: Scope): boolean | Unknown => {
  const tokens: { readonly kind: "operator" | "text"; readonly text: string; readonly quoted: boolean }[] = [];
  token.lastIndex = 0;
  while (text.slice(token.lastIndex).trim() !== "") {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (match === null) return { reason: `\`${text.slice(at)}\` in its condition is not understood` };
    if (match[1] !== undefined) tokens.push({ kind: "operator", text: match[1], quoted: false });
    else tokens.push({ kind: "text", text: match[2] ?? match[3], quoted: match[2] !== undefined });
  }
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
    if (operator === undefined || operator === ")") return isUnknown(left) ? left : truth(left, malformed);
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

const truth = (text: string, malformed: Unknown): boolean | Unknown => {
  if (/^(true|on|yes)$/i.test(text)) return true;
  return /^(false|off|no)$/i.test(text) ? false : malformed;
};

const compareValues = (operator: string, left: string, right: string, malformed: Unknown): boolean | Unknown => {
  const numeric = left.trim() !== "" && right.trim() !== "" && Number.isFinite(Number(left)) && Number.isFinite(Number(right));
  const same = numeric ? Number(left) === Number(right) : left.toLowerCase() === right.toLowerCase();
  switch (operator) {
    case "==":
      return same;
    case "!=":
      return !same;
    case "<":
      return numeric ? Number(left) < Number(right) : malformed;
    case "<=":
      return numeric ? Number(left) <= Number(right) : malformed;
    case ">":
      return numeric ? Number(left) > Number(right) : malformed;
    case ">=":
      return numeric ? Number(left) >= Number(right) : malformed;
    default:
      return malformed;
  }
};
