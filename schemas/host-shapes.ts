/** How F# types look to a host, where that is a matter of names: shared by the machine, which converts values, and by the declarations that are written for TypeScript. */
import { type FSharpType, fsharpType, parseFSharpType } from "./fsharp-type.ts";
import type { TypeDef } from "./fzb/module.ts";

/** A union whose cases have no fields crosses as its cases' names. */
export const isEnumeration = ({ cases }: TypeDef): boolean => cases.every(({ fields }) => fields.length === 0);

/** Computations that end later: promises in the host. */
export const asynchronous: ReadonlySet<string> = new Set(["Microsoft.FSharp.Control.FSharpAsync", "System.Threading.Tasks.Task", "Fable.Core.JS.Promise"]);

const generic = "System.Collections.Generic.";
const concurrent = "System.Collections.Concurrent.";

/** Types that cross as others do. */
const alike: Readonly<Record<string, string>> = {
  [`${generic}IDictionary`]: "dictionary",
  [`${generic}IReadOnlyDictionary`]: "dictionary",
  [`${generic}ISet`]: "hashset",
  [`${generic}IReadOnlySet`]: "hashset",
  [`${generic}IList`]: "resizearray",
  [`${generic}ICollection`]: "resizearray",
  [`${generic}IReadOnlyList`]: "resizearray",
  [`${generic}IReadOnlyCollection`]: "resizearray",
  [`${generic}KeyValuePair`]: "tuple",
  [`${generic}Queue`]: "resizearray",
  [`${generic}Stack`]: "resizearray",
  [`${generic}LinkedList`]: "resizearray",
  [`${generic}SortedSet`]: "hashset",
  [`${generic}SortedDictionary`]: "dictionary",
  [`${generic}SortedList`]: "dictionary",
  [`${concurrent}ConcurrentQueue`]: "resizearray",
  [`${concurrent}ConcurrentStack`]: "resizearray",
  [`${concurrent}ConcurrentBag`]: "resizearray",
  [`${concurrent}ConcurrentDictionary`]: "dictionary",
};

/** A value that is made when it is asked for. */
export const lazyName = "System.Lazy";

/** The type as another one that has the same form on both sides. What is made later is a function without parameters, but for the computation that a function gives. */
export const crossingAs = (type: FSharpType): FSharpType => {
  if (asynchronous.has(type.name)) return fsharpType("fn", [fsharpType("unit"), type]);
  if (type.name === lazyName) return fsharpType("fn", [fsharpType("unit"), type.args[0]]);
  return Object.hasOwn(alike, type.name) ? fsharpType(alike[type.name], type.args) : type;
};

/** Definitions by name and number of type arguments. */
export const definitionsByName = (definitions: readonly TypeDef[]): Map<string, TypeDef> =>
  new Map(definitions.map((definition) => [definitionKey(definition.name.replace(/`\d+$/, ""), definition.generics), definition]));

export const definitionKey = (name: string, args: readonly unknown[]): string => `${name}\`${args.length}`;

/** What a computation ends with: a Task without a type gives nothing. */
export const awaited = ({ args }: FSharpType): FSharpType => args[0] ?? fsharpType("unit");

const unnamed = new Set(["Item", "ResultValue", "ErrorValue"]);

/** The property for a field of a union case: an unnamed single field is `value`, and `tag` is taken. */
export function fieldName(name: string, count: number): string {
  if (count === 1 && unnamed.has(name)) return "value";
  return name === "tag" ? "tag_" : name;
}

/** None is undefined and Some x is x, but for what may be undefined itself, which is `{ some: x }`. */
export const isWrapped = ({ name }: FSharpType): boolean => ["option", "voption", "unit", "obj"].includes(name) || name.startsWith("'");

/** Fields of a record in order. */
export const recordFields = (definition: TypeDef, args: readonly FSharpType[]): { readonly name: string; readonly type: FSharpType }[] =>
  definition.slots.map(({ name, fsharp }) => ({ name, type: substituted(fsharp, definition, args) }));

/** A field's type with the arguments of its generic type. */
export const substituted = (text: string, { generics }: TypeDef, args: readonly FSharpType[]): FSharpType =>
  substitute(parseFSharpType(text === "" ? "obj" : text), generics, args);

/** A type with arguments in place of type parameters. */
export const substitute = (type: FSharpType, generics: readonly string[], args: readonly FSharpType[]): FSharpType => {
  const at = generics.findIndex((name) => type.name === name || type.name === `'${name}`);
  if (at >= 0) return args[at] ?? type;
  return fsharpType(
    type.name,
    type.args.map((arg) => substitute(arg, generics, args)),
  );
};
