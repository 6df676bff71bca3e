/**
 * F# for System.Convert between numbers, which Fable takes for F#'s own conversions: these round to even and refuse what does not fit.
 */

import { type Integer, integers } from "./number-types.ts";

const lowest = ({ bits, unsigned }: Integer): bigint => (unsigned ? 0n : -(1n << BigInt(bits - 1)));
const highest = ({ bits, unsigned }: Integer): bigint => (1n << BigInt(unsigned ? bits : bits - 1)) - 1n;

const converter = (target: string, source: string, parameter: string, tests: readonly string[], value: string): string => {
  const { type, words } = integers[target];
  const made = `${type} ${value}`;
  const body = tests.length === 0 ? made : `if ${tests.join(" || ")} then failOverflow "${words}" else ${made}`;
  return `  let inline \`\`System.Convert.To${target}(System.${source})\`\` (x: ${parameter}) : ${type} = ${body}`;
};

const fromInteger = (target: string, source: string): string => {
  const [to, from] = [integers[target], integers[source]];
  const tests = [...(lowest(from) < lowest(to) ? [`x < ${lowest(to)}${from.suffix}`] : []), ...(highest(from) > highest(to) ? [`x > ${highest(to)}${from.suffix}`] : [])];
  return converter(target, source, from.type, tests, "x");
};

const fromFloat = (target: string, source: string, parameter: string): string => {
  const to = integers[target];
  const rounded = "System.Math.Round (float x)";
  const within = (type: Integer): string => `(${rounded} >= ${lowest(type)}.0 && ${rounded} < ${highest(type) + 1n}.0)`;
  const made = `${to.type} (${rounded})`;
  const refused =
    to.bits < 32
      ? `if ${within(integers.Int32)} then failOverflow "${to.words}" else failOverflow "${integers.Int32.words}"`
      : to.bits > 32
        ? "raise (System.OverflowException())"
        : `failOverflow "${to.words}"`;
  return `  let inline \`\`System.Convert.To${target}(System.${source})\`\` (x: ${parameter}) : ${to.type} = if ${within(to)} then ${made} else ${refused}`;
};

/** `Int32.Parse`, which F#'s `int` is to Fable, and what Convert makes of a text, in the one culture. */
const parsers = (target: string): readonly string[] => {
  const { type, suffix, unsigned, bits } = integers[target];
  const parsed = `parseIntegerStyled (s, 7, ${unsigned}, ${bits})`;
  const converted = `${type} = if isNull s then 0${suffix} else ${parsed}`;
  return [
    `  let inline \`\`System.${target}.Parse(System.String)\`\` (s: string) : ${type} = ${parsed}`,
    `  let inline \`\`System.Convert.To${target}(System.String)\`\` (s: string) : ${converted}`,
    `  let inline \`\`System.Convert.To${target}(System.String,System.IFormatProvider)\`\` (s: string, provider: System.IFormatProvider) : ${converted}`,
  ];
};

const names = Object.keys(integers);

/** Of an object, by its type when the program runs. */
const fromObject = (target: string, type: string, zero: string): string => {
  const sources = [...names.map((name) => integers[name].type), "float", "float32", "decimal", "bool", "string", ...(target in integers ? ["char"] : [])];
  const cases = sources.map((source) => `:? ${source} as it -> System.Convert.To${target} it`);
  return `  let inline \`\`System.Convert.To${target}(System.Object)\`\` (x: obj) : ${type} = match x with null -> ${zero} | ${cases.join(" | ")} | other -> failConversion (other, "${target}")`;
};
/** Of what has no char, Fable makes one. */
const toChar = [
  ...names.map((source) => {
    const from = integers[source];
    const tests = [...(from.unsigned ? [] : [`x < 0${from.suffix}`]), ...(from.bits > 16 ? [`x > 65535${from.suffix}`] : [])];
    const made = tests.length === 0 ? "char x" : `if ${tests.join(" || ")} then failOverflow "a character" else char x`;
    return `  let inline \`\`System.Convert.ToChar(System.${source})\`\` (x: ${from.type}) : char = ${made}`;
  }),
  `  let inline \`\`System.Convert.ToChar(System.String)\`\` (s: string) : char = if isNull s then raise (System.ArgumentNullException "value") elif s.Length <> 1 then raise (System.FormatException "String must be exactly one character long.") else s.[0]`,
  `  let inline \`\`System.Convert.ToChar(System.Object)\`\` (x: obj) : char = match x with null -> raise (System.ArgumentNullException "value") | :? char as it -> it | :? string as it -> System.Convert.ToChar it | ${names.map((source) => `:? ${integers[source].type} as it -> System.Convert.ToChar it`).join(" | ")} | other -> failConversion (other, "Char")`,
];

/** A culture tells nothing new: there is the invariant one. */
const cultured = (target: string, result: string, source: string, type: string): string =>
  `  let inline \`\`System.Convert.To${target}(System.${source},System.IFormatProvider)\`\` (x: ${type}, provider: System.IFormatProvider) : ${result} = System.Convert.To${target} x`;

/** Fable leaves a bool what it is. */
const fromBool = (target: string, type: string, zero: string): string =>
  `  let inline \`\`System.Convert.To${target}(System.Boolean)\`\` (x: bool) : ${type} = if x then ${zero.replace("0", "1")} else ${zero}`;

const fractions: readonly (readonly [target: string, type: string, zero: string])[] = [
  ["Double", "float", "0.0"],
  ["Single", "float32", "0.0f"],
  ["Decimal", "decimal", "0M"],
];
const objectTargets: readonly (readonly [target: string, type: string, zero: string])[] = [
  ...names.map((name) => [name, integers[name].type, `0${integers[name].suffix}`] as const),
  ...fractions,
];

/** What `Convert.ChangeType` makes by which member. */
const changes: readonly (readonly [type: string, target: string])[] = [
  ...objectTargets.map(([target, type]) => [type, target] as const),
  ["char", "Char"],
  ["bool", "Boolean"],
  ["string", "String"],
  ["System.DateTime", "DateTime"],
];
/** The members that a source reaches which names ChangeType. */
export const changedBy = changes.map(([, target]) => `To${target}`);

const changeType = `  let inline \`\`System.Convert.ChangeType\`\` (x: obj, kind: System.Type) : obj = if isNull x then changeNull kind el${changes
  .map(([type, target]) => `if kind = typeof<${type}> then box (System.Convert.To${target} x) el`)
  .join("")}se failConversion (x, kind.Name)`;

/** Conversions that .NET has and always refuses. */
const refused: readonly string[] = (() => {
  const typed: Readonly<Record<string, string>> = {
    ...Object.fromEntries(names.map((name) => [name, integers[name].type])),
    ...Object.fromEntries(fractions.map(([name, type]) => [name, type])),
    Boolean: "bool",
    Char: "char",
    DateTime: "System.DateTime",
  };
  const apart = new Set(["Boolean", "Char", ...fractions.map(([name]) => name)]);
  const never = (source: string, target: string): boolean =>
    source !== target && (source === "DateTime" || target === "DateTime" || (source === "Char" && apart.has(target)) || (target === "Char" && apart.has(source)));
  return Object.entries(typed).flatMap(([source, type]) =>
    Object.entries(typed)
      .filter(([target]) => never(source, target))
      .map(([target, result]) => `  let inline \`\`System.Convert.To${target}(System.${source})\`\` (x: ${type}) : ${result} = failBetween ("${source}", "${target}")`),
  );
})();

const dates = [
  "(System.DateTime)`` (x: System.DateTime) : System.DateTime = x",
  "(System.Object)`` (x: obj) : System.DateTime = match x with null -> System.DateTime.MinValue | :? string as it -> System.DateTime.Parse it | :? System.DateTime as it -> it | other -> failDate other",
  "(System.String)`` (s: string) : System.DateTime = if isNull s then System.DateTime.MinValue else System.DateTime.Parse s",
].map((line) => `  let inline \`\`System.Convert.ToDateTime${line}`);

const radixes = (["Byte", "Int16", "Int32", "Int64"] as const).map((source) => {
  const { type, bits } = integers[source];
  return `  let inline \`\`System.Convert.ToString(System.${source},System.Int32)\`\` (x: ${type}, radix: int) : string = radixText (x, radix, ${bits})`;
});

export const conversionMembers = [
  ...refused,
  ...dates,
  ...radixes,
  changeType,
  ...names.flatMap((target) => [
    ...names.map((source) => fromInteger(target, source)),
    fromFloat(target, "Single", "float32"),
    fromFloat(target, "Double", "float"),
    converter(target, "Char", "char", [], "x"),
    converter(target, "Boolean", "bool", [], "(if x then 1 else 0)"),
    ...parsers(target),
  ]),
  ...fractions.map((row) => fromBool(...row)),
  ...objectTargets.map((row) => fromObject(...row)),
  ...toChar,
  ...objectTargets.map(([target, type]) => cultured(target, type, "Object", "obj")),
  ...[...fractions, ["Boolean", "bool"] as const, ["Char", "char"] as const, ["DateTime", "System.DateTime"] as const].map(([target, type]) =>
    cultured(target, type, "String", "string"),
  ),
  ...[...names.map((name) => [name, integers[name].type] as const), ...fractions].map(([source, type]) => cultured("String", "string", source, type)),
].join("\n");
