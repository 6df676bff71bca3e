/** `CompareTo` and `GetTypeCode` of values. The former is to Fable F#'s `compare`: small numbers give their difference, and an object of another type is an error. */

import { numberNames } from "./number-types.ts";

const types: readonly (readonly [name: string, type: string])[] = [
  ...Object.entries(numberNames),
  ["Decimal", "decimal"],
  ["Boolean", "bool"],
  ["Char", "char"],
  ["String", "string"],
  ["DateTime", "System.DateTime"],
  ["DateTimeOffset", "System.DateTimeOffset"],
  ["DateOnly", "System.DateOnly"],
  ["TimeOnly", "System.TimeOnly"],
  ["TimeSpan", "System.TimeSpan"],
  ["Guid", "System.Guid"],
  ["Numerics.BigInteger", "bigint"],
];

const small: ReadonlySet<string> = new Set(["SByte", "Byte", "Int16", "UInt16", "Char"]);

/** What .NET says where it does not name the type itself. */
const otherwise: Readonly<Record<string, string>> = {
  "Numerics.BigInteger": "The parameter must be a BigInteger. (Parameter 'obj')",
};

const withCode = types.filter(([name]) => !["DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Guid", "Numerics.BigInteger"].includes(name));

export const typeCodeMembers = withCode
  .map(([name, type]) => `  let inline \`\`System.${name}.GetTypeCode\`\` (x: ${type}) : System.TypeCode = System.TypeCode.${name}`)
  .join("\n");

/** `Convert.ChangeType(x, code)`. */
export const changeByCode = `  let inline \`\`System.Convert.ChangeType(System.Object,System.TypeCode)\`\` (x: obj, code: System.TypeCode) : obj = match code with ${withCode
  .map(([name, type]) => `System.TypeCode.${name} -> System.Convert.ChangeType(x, typeof<${type}>)`)
  .join(" | ")} | _ -> x`;

export const compareMembers = types
  .flatMap(([name, type]) => {
    const own = small.has(name) ? [`${name}.CompareTo(System.${name})\`\` (x: ${type}, y: ${type}) : int = int x - int y`] : [];
    const message = otherwise[name] ?? `Object must be of type ${name}.`;
    const compared = small.has(name) ? "int x - int it" : "compare x it";
    return [
      ...own,
      `${name}.CompareTo(System.Object)\`\` (x: ${type}, y: obj) : int = match y with null -> 1 | :? ${type} as it -> ${name === "String" ? "x.CompareTo it" : compared} | _ -> raise (System.ArgumentException "${message}")`,
    ];
  })
  .map((line) => `  let inline \`\`System.${line}`)
  .join("\n");
