/** `Parse` and `TryParse` of numbers, with .NET's styles; there is one culture. `library/number-styles.ts` has them. */

import { integers } from "./number-types.ts";

const text = "System.String";
const style = "System.Globalization.NumberStyles";
const provider = "System.IFormatProvider";

/** The overloads of a type that have a style, or a culture; `call` writes one of the library's functions. */
const overloads = (owner: string, type: string, usual: number, call: (name: "parse" | "tryParse", style: string, result: string) => string): readonly string[] =>
  [
    `Parse(${text},${style})\`\` (s: string, style: int) : ${type} = ${call("parse", "style", "")}`,
    `Parse(${text},${provider})\`\` (s: string, provider: obj) : ${type} = ${call("parse", `${usual}`, "")}`,
    `Parse(${text},${style},${provider})\`\` (s: string, style: int, provider: obj) : ${type} = ${call("parse", "style", "")}`,
    `TryParse/4\`\` (s: string, style: int, provider: obj, result: obj) : bool = ${call("tryParse", "style", ", result")}`,
  ].map((line) => `  let inline \`\`${owner}.${line}`);

const fractions = [
  ["Double", "float", 64],
  ["Single", "float32", 32],
] as const;

export const parseMembers = [
  ...Object.entries(integers).flatMap(([name, { type, unsigned, bits }]) =>
    overloads(`System.${name}`, type, 7, (call, style, result) => `${call}IntegerStyled (s, ${style}, ${unsigned}, ${bits}${result})`),
  ),
  ...fractions.flatMap(([name, type, bits]) => [
    `  let inline \`\`System.${name}.Parse(${text})\`\` (s: string) : ${type} = parseFloatStyled (s, 231, ${bits})`,
    `  let inline \`\`System.Convert.To${name}(${text})\`\` (s: string) : ${type} = if isNull s then ${type} 0 else parseFloatStyled (s, 231, ${bits})`,
    ...overloads(`System.${name}`, type, 231, (call, style, result) => `${call}FloatStyled (s, ${style}, ${bits}${result})`),
  ]),
  `  let inline \`\`System.Convert.ToDecimal(${text})\`\` (s: string) : decimal = if isNull s then 0M else parseDecimal (s, 111)`,
  ...overloads("System.Decimal", "decimal", 111, (call, style, result) => `${call}Decimal (s, ${style}${result})`),
  ...overloads("System.Numerics.BigInteger", "bigint", 7, (call, style, result) => `${call}BigInteger (s, ${style}${result})`),
].join("\n");

const imported = (name: string, parameters: string): string => `  [<Import("parse${name}", "fusabi:prelude")>]
  let parse${name} (text: string, style: int${parameters}) : 'T = jsNative
  [<Import("tryParse${name}", "fusabi:prelude")>]
  let tryParse${name} (text: string, style: int${parameters}, result: obj) : bool = jsNative
`;

/** What the members call; before them. */
export const parseFunctions = [
  imported("IntegerStyled", ", unsigned: bool, bits: int"),
  imported("FloatStyled", ", bits: int"),
  imported("Decimal", ""),
  imported("BigInteger", ""),
].join("");
