/** What random programs are made of: literals by type, and rules that give a value of a type from values of others. F# text, fully parenthesised, on one line. */

export type Operand = string | { readonly params: readonly string[]; readonly result: string };

export interface Rule {
  readonly gives: string;
  readonly takes: readonly Operand[];
  readonly text: (...operands: string[]) => string;
}

export const rule = (gives: string, takes: readonly Operand[], text: (...operands: string[]) => string): Rule => ({ gives, takes, text });
export const call = (gives: string, name: string, ...takes: Operand[]): Rule => rule(gives, takes, (...operands) => `(${name} ${operands.join(" ")})`);
export const infix = (gives: string, operator: string, left: string, right = left): Rule => rule(gives, [left, right], (a, b) => `(${a} ${operator} ${b})`);
export const from = (...params: readonly string[]) => ({ to: (result: string): Operand => ({ params, result }) });

interface Numeric {
  readonly type: string;
  readonly literals: readonly string[];
  readonly bits: boolean;
}

const integer = (type: string, suffix: string, values: readonly (number | bigint)[]): Numeric => ({
  type,
  bits: true,
  literals: values.map((value) => (value < 0 ? `(${value}${suffix})` : `${value}${suffix}`)),
});

export const numerics: readonly Numeric[] = [
  integer("sbyte", "y", [0, 1, -1, 7, 127, -128]),
  integer("byte", "uy", [0, 1, 3, 200, 255]),
  integer("int16", "s", [0, 1, -1, 300, 32767, -32768]),
  integer("uint16", "us", [0, 1, 9, 40000, 65535]),
  integer("int", "", [0, 1, -1, 2, 10, 31, 1000, 123456789, 2147483647, -2147483648]),
  integer("uint32", "u", [0, 1, 17, 3000000000, 4294967295]),
  integer("int64", "L", [0, 1, -1, 60, 9007199254740993n, 9223372036854775807n, -9223372036854775808n]),
  integer("uint64", "UL", [0, 1, 5, 18446744073709551615n]),
  { type: "float", bits: false, literals: ["0.0", "1.0", "(-1.5)", "0.1", "2.5", "1e21", "1e-7", "123456.789", "nan", "infinity", "(-0.0)"] },
  { type: "float32", bits: false, literals: ["0.0f", "1.0f", "(-2.5f)", "0.1f", "16777217.0f"] },
  { type: "decimal", bits: false, literals: ["0M", "1.0M", "(-2.50M)", "0.001M", "79228162514264.33M"] },
];

export const literals: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(numerics.map(({ type, literals }) => [type, literals])),
  bool: ["true", "false"],
  char: ["'a'", "'Z'", "'0'", "' '", "'\\n'", "'\\u00e9'"],
  string: ['""', '"a"', '"Hello"', '"x,y,,z"', '" pad "', '"tab\\there"', '"\\"quoted\\""', '"caf\\u00e9"'],
};

const compared: readonly string[] = [...numerics.map(({ type }) => type), "bool", "char", "string"];

const arithmetic = ({ type, bits }: Numeric): Rule[] => [
  ...["+", "-", "*", "/", "%"].map((operator) => infix(type, operator, type)),
  ...(bits ? ["&&&", "|||", "^^^"].map((operator) => infix(type, operator, type)) : []),
  ...(bits ? [infix(type, "<<<", type, "int"), infix(type, ">>>", type, "int"), rule(type, [type], (a) => `(~~~${a})`)] : []),
  ...(type.startsWith("u") || type === "byte" ? [] : [rule(type, [type], (a) => `(-${a})`), call(type, "abs", type), call("int", "sign", type)]),
  ...["int", "int64", "float", "byte", "decimal"].filter((to) => to !== type).map((to) => call(to, to, type)),
  call("string", 'sprintf "%A"', type),
  call("string", "string", type),
  ...(bits ? [call("string", 'sprintf "%d"', type), call("string", 'sprintf "%x"', type), call("string", 'sprintf "%6i|"', type)] : []),
  ...(type === "float" || type === "decimal" ? [call("string", 'sprintf "%.3f"', type), call("string", 'sprintf "%g"', type), call("string", 'sprintf "%10.2f|"', type)] : []),
];

const comparison = (type: string): Rule[] => [
  ...["=", "<>", "<", "<=", ">", ">="].map((operator) => infix("bool", operator, type)),
  ...(["nan", "float", "float32"].includes(type)
    ? []
    : [rule("int", [type, type], (a, b) => `(sign (compare ${a} ${b}))`), call(type, "min", type, type), call(type, "max", type, type)]),
];

const texts: readonly Rule[] = [
  infix("string", "+", "string"),
  call("int", "String.length", "string"),
  rule("char", ["string", "int"], (s, i) => `(${s}.[${i}])`),
  rule("string", ["string", "int"], (s, n) => `(${s}.Substring ${n})`),
  rule("string", ["string", "string", "string"], (s, a, b) => `((${s}).Replace(${a}, ${b}))`),
  rule("string", ["string"], (s) => `((${s}).Trim().ToUpperInvariant())`),
  rule("int", ["string", "char"], (s, c) => `((${s}).IndexOf(${c}))`),
  rule("bool", ["string", "string"], (s, t) => `((${s}).Contains(${t}))`),
  rule("string list", ["string", "char"], (s, c) => `((${s}).Split(${c}) |> List.ofArray)`),
  rule("string", ["string", "string list"], (s, xs) => `(String.concat ${s} ${xs})`),
  rule("string", ["string", "int"], (s, n) => `((${s}).PadLeft(abs (${n} % 20), '.'))`),
  rule("int", ["char"], (c) => `(int ${c})`),
  call("bool", "System.Char.IsDigit", "char"),
  rule("int", ["string"], (s) => `(System.Int32.Parse ${s})`),
  rule("float", ["string"], (s) => `(float ${s})`),
  rule("string", ["int", "string"], (a, b) => `(let left = ${a} in let right = ${b} in $"{left}:{right,6}")`),
  rule("bool", ["bool"], (a) => `(not ${a})`),
  infix("bool", "&&", "bool"),
  infix("bool", "||", "bool"),
  call("string", 'sprintf "%b"', "bool"),
  call("string", 'sprintf "%c"', "char"),
  call("string", 'sprintf "%s|%5s"', "string", "string"),
];

/** Lists, arrays, options, sets and maps of one element type; `plain` ones have an order without NaN. */
const containers = (t: string, plain: boolean): Rule[] => [
  rule(`${t} list`, [t, t], (a, b) => `[${a}; ${b}]`),
  rule(`${t} list`, [t, `${t} list`], (a, b) => `(${a} :: ${b})`),
  rule(`${t} list`, [], () => `([]: ${t} list)`),
  infix(`${t} list`, "@", `${t} list`),
  call(`${t} list`, "List.map", from(t).to(t), `${t} list`),
  call(`${t} list`, "List.filter", from(t).to("bool"), `${t} list`),
  call(`${t} list`, "List.rev", `${t} list`),
  call(`${t} list`, "List.truncate 3", `${t} list`),
  call(t, "List.fold", from(t, t).to(t), t, `${t} list`),
  call(t, "List.head", `${t} list`),
  call(t, "List.item", "int", `${t} list`),
  call("int", "List.length", `${t} list`),
  call("bool", "List.exists", from(t).to("bool"), `${t} list`),
  call(`${t} option`, "List.tryFind", from(t).to("bool"), `${t} list`),
  call(`${t} option`, "List.tryLast", `${t} list`),
  call(`${t} option`, "Some", t),
  rule(`${t} option`, [], () => `(None: ${t} option)`),
  call(`${t} option`, "Option.map", from(t).to(t), `${t} option`),
  call(t, "Option.defaultValue", t, `${t} option`),
  call(t, "Option.get", `${t} option`),
  rule(t, [`${t} option`, t, from(t).to(t)], (o, none, some) => `(match ${o} with Some found -> ${some} found | None -> ${none})`),
  rule(t, [`${t} list`, t, from(t, `${t} list`).to(t)], (xs, none, some) => `(match ${xs} with first :: rest -> ${some} first rest | [] -> ${none})`),
  call(`${t} array`, "Array.ofList", `${t} list`),
  call(`${t} array`, "Array.map", from(t).to(t), `${t} array`),
  call(`${t} list`, "List.ofArray", `${t} array`),
  rule(t, [`${t} array`, "int"], (xs, i) => `((${xs}).[${i}])`),
  call("int", "Array.length", `${t} array`),
  rule(`${t} list`, ["int", from("int").to(t)], (n, f) => `(List.init (abs (${n} % 5)) ${f})`),
  rule(`${t} list`, [from("int").to(t), from("int").to("bool")], (f, keep) => `[ for i in 0 .. 4 do if ${keep} i then yield ${f} i ]`),
  rule(`${t} list`, [`${t} list`, from(t).to(t)], (xs, f) => `(${xs} |> Seq.map ${f} |> Seq.truncate 4 |> Seq.toList)`),
  call(`Map<string, ${t}>`, "Map.add", "string", t, `Map<string, ${t}>`),
  rule(`Map<string, ${t}>`, ["string", t, "string", t], (k, v, l, w) => `(Map.ofList [(${k}, ${v}); (${l}, ${w})])`),
  call(t, "Map.find", "string", `Map<string, ${t}>`),
  call(`${t} option`, "Map.tryFind", "string", `Map<string, ${t}>`),
  call("int", "Map.count", `Map<string, ${t}>`),
  ...[`${t} list`, `${t} option`, `${t} array`, `Map<string, ${t}>`].map((of) => call("string", 'sprintf "%A"', of)),
  ...(plain
    ? [
        call(`${t} list`, "List.sort", `${t} list`),
        call(`${t} list`, "List.distinct", `${t} list`),
        rule(`${t} list`, [`${t} list`], (xs) => `(${xs} |> Set.ofList |> Set.toList)`),
        call(`${t} list`, "List.sortDescending", `${t} list`),
        call(t, "List.max", `${t} list`),
        infix("bool", "=", `${t} list`),
        infix("bool", "<", `${t} option`),
        rule("string", [`${t} list`, from(t).to("bool")], (xs, f) => `(sprintf "%A" (List.groupBy ${f} ${xs}))`),
        rule("string", [`${t} list`, from(t).to("bool")], (xs, f) => `(sprintf "%A" (List.partition ${f} ${xs}))`),
        rule("string", [`${t} list`], (xs) => `(sprintf "%A" (List.countBy id ${xs}))`),
      ]
    : []),
];

const sums: readonly Rule[] = ["int", "int64", "float", "decimal"].flatMap((t) => [
  call(t, "List.sum", `${t} list`),
  call(t, "List.sumBy", from("int").to(t), "int list"),
  rule("string", [`${t} list`, `${t} list`], (a, b) => `(sprintf "%A" (List.zip ${a} ${b}))`),
]);

/** Rules that every program may use. */
export const commonRules: readonly Rule[] = [
  ...numerics.flatMap(arithmetic),
  ...compared.flatMap(comparison),
  ...texts,
  ...["int", "string", "int64", "char", "decimal"].flatMap((type) => containers(type, true)),
  ...containers("float", false),
  ...sums,
];

/** Rules over a type that a program declares. */
export const rulesOver = (type: string): readonly Rule[] => [
  ...containers(type, true),
  ...["=", "<"].map((operator) => infix("bool", operator, type)),
  rule("int", [type, type], (a, b) => `(sign (compare ${a} ${b}))`),
  call("string", 'sprintf "%A"', type),
  call("string", "string", type),
  rule("bool", [type, type], (a, b) => `((hash ${a} = hash ${b}) || not (${a} = ${b}))`),
];
