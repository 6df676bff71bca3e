/** Types as messages write them, which is how F# does: `int list`, `Map<string, int>`. */
import type { FSharpType } from "../../schemas/fsharp-type.ts";
import { scalars } from "./converter.ts";

export const shortName = (name: string): string => name.slice(name.lastIndexOf(".") + 1).replace(/^FSharp(?=[A-Z])/, "");

const behind = new Set(["list", "array", "seq", "option", "voption"]);
const capital: Readonly<Record<string, string>> = { map: "Map", set: "Set", dictionary: "Dictionary", hashset: "HashSet", resizearray: "ResizeArray" };

export function displayName(type: FSharpType): string {
  const { name, args } = type;
  if (Object.hasOwn(scalars, name)) return scalars[name].name;
  const part = (arg: FSharpType): string => (arg.name === "fn" || (arg.name === "tuple" && name !== "fn") ? `(${displayName(arg)})` : displayName(arg));
  if (name === "fn") return args.map(part).join(" -> ");
  if (name === "tuple") return args.map(part).join(" * ");
  if (args.length === 0) return shortName(name);
  if (behind.has(name)) return `${part(args[0])} ${name}`;
  return `${Object.hasOwn(capital, name) ? capital[name] : shortName(name)}<${args.map(displayName).join(", ")}>`;
}
