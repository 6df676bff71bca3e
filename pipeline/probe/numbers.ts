/** Numeric type x operator x edge values. */
import { type Family, family, quoted } from "./program.ts";

interface NumericType {
  readonly name: string;
  readonly values: readonly string[];
  /** Which operators it has. */
  readonly bits: boolean;
  readonly signed: boolean;
  readonly real: boolean;
  /** Operators of `Checked` that differ from the plain ones. */
  readonly checks: boolean;
}

const integer = (name: string, suffix: string, values: readonly string[], signed: boolean): NumericType => ({
  name,
  values: values.map((value) => value + suffix),
  bits: true,
  signed,
  real: false,
  checks: true,
});

const types: readonly NumericType[] = [
  integer("sbyte", "y", ["-128", "-1", "0", "1", "7", "127"], true),
  integer("byte", "uy", ["0", "1", "7", "128", "255"], false),
  integer("int16", "s", ["-32768", "-1", "0", "1", "300", "32767"], true),
  integer("uint16", "us", ["0", "1", "300", "32768", "65535"], false),
  integer("int", "", ["-2147483648", "-7", "-1", "0", "2", "65537", "2147483647"], true),
  integer("uint32", "u", ["0", "1", "65537", "2147483648", "4294967295"], false),
  integer("int64", "L", ["-9223372036854775808", "-7", "0", "1", "4294967297", "9223372036854775807"], true),
  integer("uint64", "UL", ["0", "1", "4294967297", "9223372036854775808", "18446744073709551615"], false),
  { name: "float32", values: ["nanf", "-infinityf", "-1.5f", "-0.0f", "0.1f", "1.0f", "16777217.0f", "3.4028235e38f"], bits: false, signed: true, real: true, checks: false },
  { name: "float", values: ["nan", "infinity", "-2.5", "-0.0", "0.1", "1.0", "1e15", "9007199254740993.0", "5e-324"], bits: false, signed: true, real: true, checks: false },
  {
    name: "decimal",
    values: ["-79228162514264337593543950335M", "-1.50M", "0M", "0.1M", "3M", "1.00000000000000000001M", "79228162514264337593543950335M"],
    bits: false,
    signed: true,
    real: false,
    checks: false,
  },
  { name: "bigint", values: ["-1000000007I", "-7I", "0I", "2I", "1000000000000I", "18446744073709551617I"], bits: false, signed: true, real: false, checks: false },
];

const arithmetic = ["+", "-", "*", "/", "%"];
const bitwise = ["&&&", "|||", "^^^"];
const shifts = ["<<<", ">>>"];
const conversions = ["sbyte", "byte", "int16", "uint16", "int", "uint32", "int64", "uint64", "float32", "float", "decimal", "char", "bigint"];
const functionsOfReals = ["floor", "ceil", "truncate", "round", "sqrt", "exp", "log", "log10", "sin", "cos", "tan", "atan", "asin", "acos", "tanh"];

const pairs = (type: NumericType, rows: readonly (readonly [name: string, expression: string])[]): string => `
for name, f in ([ ${rows.map(([name, expression]) => `${quoted(name)}, (fun a b -> ${expression})`).join("\n                  ")} ]: (string * (${type.name} -> ${type.name} -> string)) list) do
    for a in values_${type.name} do
        for b in values_${type.name} do
            row ("${type.name} " + string a + " " + name + " " + string b) (fun () -> f a b)
`;
const singles = (type: NumericType, rows: readonly (readonly [name: string, expression: string])[]): string => `
for name, f in ([ ${rows.map(([name, expression]) => `${quoted(name)}, (fun a -> ${expression})`).join("\n                  ")} ]: (string * (${type.name} -> string)) list) do
    for a in values_${type.name} do
        row ("${type.name} " + name + " " + string a) (fun () -> f a)
`;

function typeRows(type: NumericType): string {
  const { name, bits, signed, real } = type;
  const convertible = conversions.filter(
    (to) => !(to === "char" && (name === "bigint" || name === "decimal")) && !(to === "bigint" && !["int", "uint32", "int64", "uint64"].includes(name)),
  );
  const unary: [string, string][] = [
    // .NET seeds the hash of a large integer in each process
    ["hash", name === "bigint" ? "string (hash a = hash (a + 0I))" : "string (hash a)"],
    ["string", "string a"],
    ["%A", 'sprintf "%A" a'],
    ["ToString", "a.ToString()"],
    ["boxed", "string (box a)"],
    ["type", "string (match box a with :? int -> 1 | :? float -> 2 | :? byte -> 3 | :? int64 -> 4 | :? decimal -> 5 | _ -> 0)"],
    ...convertible.map((to): [string, string] => [`to ${to}`, to === "char" ? "string (int (char a))" : `string (${to} a)`]),
  ];
  if (signed) unary.push(["-", "string (-a)"], ["abs", "string (abs a)"], ["sign", "string (sign a)"]);
  if (bits) unary.push(["~~~", "string (~~~a)"]);
  if (real) unary.push(...functionsOfReals.map((f): [string, string] => [f, `string (${f} a)`]), ["isNaN", `string (${name === "float" ? "Double" : "Single"}.IsNaN a)`]);
  if (name === "decimal") unary.push(...["floor", "ceil", "truncate", "round"].map((f): [string, string] => [f, `string (${f} a)`]));
  if (type.checks) unary.push(...conversions.slice(0, 8).map((to): [string, string] => [`Checked.${to}`, `string (Checked.${to} a)`]));
  const binary: [string, string][] = arithmetic.map((op) => [op, `string (a ${op} b)`]);
  if (bits || name === "bigint") binary.push(...bitwise.map((op): [string, string] => [op, `string (a ${op} b)`]));
  if (real) binary.push(["**", "string (a ** b)"], ["atan2", "string (atan2 a b)"]);
  if (type.checks) binary.push(...["+", "-", "*"].map((op): [string, string] => [`Checked.(${op})`, `string (Checked.(${op}) a b)`]));
  binary.push(["order", 'sprintf "%b %b %b %b %d" (a = b) (a <> b) (a < b) (a >= b) (compare a b)'], ["minmax", 'string (min a b) + " " + string (max a b)']);
  const counts = bits || name === "bigint" ? "[ 0; 1; 5; 31; 33; 64 ]" : "";
  const shifted =
    counts === ""
      ? ""
      : `
for a in values_${name} do
    for n in ${name === "bigint" ? "[ 0; 1; 5; 64 ]" : counts} do
${shifts.map((op) => `        row ("${name} " + string a + " ${op} " + string n) (fun () -> string (a ${op} n))`).join("\n")}
`;
  const powers =
    real || name === "decimal"
      ? ""
      : `
for a in values_${name} do
    for n in [ 0; 1; 3 ] do
        row ("${name} pown " + string a + " " + string n) (fun () -> string (pown a n))
`;
  return `
let values_${name}: ${name} list = [ ${type.values.join("; ")} ]
${pairs(type, binary)}${singles(type, unary)}${shifted}${powers}`;
}

/** Texts that each type's parser reads or refuses. */
const texts = [
  "",
  " ",
  "0",
  "-0",
  "+5",
  "  42 ",
  "255",
  "256",
  "-129",
  "1e3",
  "1.5",
  "-1.50",
  "0x1F",
  "1,000",
  "abc",
  "2147483648",
  "9223372036854775808",
  "NaN",
  "Infinity",
  "1_000",
  "79228162514264337593543950336",
];
const parsers: readonly (readonly [type: string, expression: string])[] = [
  ...["SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Double", "Decimal"].flatMap((type): [string, string][] => [
    [`${type}.Parse`, `string (${type}.Parse text)`],
    [`${type}.TryParse`, `sprintf "%A" (${type}.TryParse text)`],
  ]),
  ...["sbyte", "byte", "int16", "uint16", "int", "uint32", "int64", "uint64", "float", "decimal"].map((f): [string, string] => [f, `string (${f} text)`]),
  ["bigint.Parse", "string (Numerics.BigInteger.Parse text)"],
  ["Boolean.Parse", "string (Boolean.Parse text)"],
];

export const numbers: readonly Family[] = [
  family(
    "integers",
    types
      .filter((type) => type.checks)
      .map(typeRows)
      .join(""),
  ),
  family(
    "reals",
    `${types
      .filter((type) => !type.checks)
      .map(typeRows)
      .join("")}
for text in [ ${texts.map(quoted).join("; ")} ] do
${parsers.map(([name, expression]) => `    row (${quoted(`${name} `)} + text) (fun () -> ${expression})`).join("\n")}
`,
  ),
];
