/** `CompareTo` of values, which to Fable is F#'s `compare`: small numbers give their difference, and an object of another type is an error. */

const types = [
  ["SByte", "sbyte"],
  ["Byte", "byte"],
  ["Int16", "int16"],
  ["UInt16", "uint16"],
  ["Int32", "int"],
  ["UInt32", "uint32"],
  ["Int64", "int64"],
  ["UInt64", "uint64"],
  ["Single", "float32"],
  ["Double", "float"],
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
] as const;

const small: ReadonlySet<string> = new Set(["SByte", "Byte", "Int16", "UInt16", "Char"]);

/** What .NET says where it does not name the type itself. */
const otherwise: Readonly<Record<string, string>> = {
  "Numerics.BigInteger": "The parameter must be a BigInteger. (Parameter 'obj')",
};

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
