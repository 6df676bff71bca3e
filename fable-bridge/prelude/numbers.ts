/** F# for what .NET's number types have beyond F#'s own operators: members of System.Math, MathF, the number types themselves, Decimal, Nullable and BitOperations. */
import { integers as integerTypes, numberNames } from "./number-types.ts";

const numbers = `
  let inline \`\`System.Math.BigMul/2\`\` (a: int, b: int) : int64 = int64 a * int64 b
  let inline \`\`System.Math.Clamp\`\` (x: 'T, low: 'T, high: 'T) : 'T = (if low > high then raise (System.ArgumentException ("'" + string low + "' cannot be greater than " + string high + ".")) elif x < low then low elif x > high then high else x)
${Object.keys(integerTypes)
  .map(
    (type) =>
      `  let inline \`\`System.Math.DivRem(System.${type},System.${type})\`\` (x: System.${type}, y: System.${type}) : struct (System.${type} * System.${type}) = struct (x / y, x % y)`,
  )
  .join("\n")}
  let inline \`\`System.Math.CopySign\`\` (x: float, y: float) : float = if y > 0.0 || 1.0 / y > 0.0 then abs x else -(abs x)
  let inline \`\`System.Math.FusedMultiplyAdd\`\` (x: float, y: float, z: float) : float = x * y + z
${Object.keys(integerTypes)
  .map((type) => `  let inline \`\`System.Decimal.op_Implicit(System.${type})\`\` (x: System.${type}) : decimal = decimal x`)
  .join("\n")}
  let inline \`\`System.Decimal.Abs\`\` (x: decimal) : decimal = abs x
  let inline \`\`System.Decimal.IsPositive\`\` (x: decimal) : bool = (System.Decimal.GetBits x).[3] >= 0
  let inline \`\`System.Decimal.IsNegative\`\` (x: decimal) : bool = (System.Decimal.GetBits x).[3] < 0
  let inline \`\`System.Decimal.IsCanonical\`\` (x: decimal) : bool = (let scale = byte ((System.Decimal.GetBits x).[3] >>> 16) in scale = 0uy || x % (1M / pown 10M (int scale - 1)) <> 0M)
  let inline \`\`System.SByte.GetHashCode\`\` (x: sbyte) : int = int x
  let inline \`\`System.Int16.GetHashCode\`\` (x: int16) : int = int x
${Object.entries(numberNames)
  .map(([type, name]) => `  let inline \`\`System.Decimal.To${type}\`\` (x: decimal) : ${name} = ${name} x`)
  .join("\n")}
  let inline \`\`System.Decimal.Sign\`\` (x: decimal) : int = sign x
  let inline \`\`System.Decimal.IsInteger\`\` (x: decimal) : bool = truncate x = x
  let inline \`\`System.Decimal.IsEvenInteger\`\` (x: decimal) : bool = x % 2M = 0M
  let inline \`\`System.Decimal.IsOddInteger\`\` (x: decimal) : bool = abs (x % 2M) = 1M
  let inline \`\`System.Decimal.get_Scale\`\` (x: decimal) : byte = byte ((System.Decimal.GetBits x).[3] >>> 16)
  let inline \`\`System.Decimal.Compare\`\` (x: decimal, y: decimal) : int = compare x y
  let inline \`\`System.Nullable\`1.GetValueOrDefault/0\`\` (x: System.Nullable<'T>) : 'T = if x.HasValue then x.Value else Unchecked.defaultof<'T>
  let inline \`\`System.Nullable\`1.GetValueOrDefault/1\`\` (x: System.Nullable<'T>, other: 'T) : 'T = if x.HasValue then x.Value else other
`;

/** What both types of floats have: what F# calls otherwise, and what `Math` has of doubles. */
const floats = [
  { type: "Double", name: "float", least: "2.2250738585072014E-308" },
  { type: "Single", name: "float32", least: "1.17549435E-38f" },
].flatMap(({ type, name, least }) => {
  const [zero, one] = [`${name} 0.0`, `${name} 1.0`];
  const unary = (functions: Readonly<Record<string, string>>): readonly string[] =>
    Object.entries(functions).map(([member, own]) => `${member}\`\` (x: ${name}) : ${name} = ${own}`);
  const asked = (questions: Readonly<Record<string, string>>): readonly string[] => Object.entries(questions).map(([member, own]) => `${member}\`\` (x: ${name}) : bool = ${own}`);
  const renamed = { Abs: "abs", Sqrt: "sqrt", Floor: "floor", Ceiling: "ceil", Truncate: "truncate", Exp: "exp", "Log/1": "log", Log10: "log10" };
  const angles = Object.fromEntries(["Sin", "Cos", "Tan", "Asin", "Acos", "Atan", "Sinh", "Cosh", "Tanh"].map((member) => [member, `${member.toLowerCase()} x`]));
  const ofMath = Object.fromEntries(["Cbrt", "Asinh", "Acosh", "Atanh"].map((member) => [member, `${name} (System.Math.${member} (float x))`]));
  const sums = {
    ExpM1: "Exp x - 1",
    Exp2: "Pow(2, x)",
    Exp2M1: "Pow(2, x) - 1",
    Exp10: "Pow(10, x)",
    Exp10M1: "Pow(10, x) - 1",
    LogP1: "Log(x + 1)",
    Log2P1: "Log2(x + 1)",
    Log10P1: "Log10(x + 1)",
  };
  const ofPowers = Object.fromEntries(
    Object.entries(sums).map(([member, own]) => [
      member,
      `${name} (System.Math.${own
        .replace(/\b1\b/g, "1.0")
        .replace(/\b(2|10),/, "$1.0,")
        .replace(/\bx\b/, "(float x)")
        .replace("((float x) + 1.0)", `(float (x + ${one}))`)})`,
    ]),
  );
  const halfTurns = Object.fromEntries(["Asin", "Acos", "Atan"].map((member) => [`${member}Pi`, `${member.toLowerCase()} x / ${name} System.Math.PI`]));
  return [
    ...unary({ ...ofPowers, ...halfTurns }),
    ...asked({ IsPow2: `x > ${zero} && x - x = ${zero} && x = ${name} (System.Math.ScaleB(1.0, System.Math.ILogB (float x)))` }),
    ...unary(Object.fromEntries(Object.entries(renamed).map(([member, own]) => [member, `${own} x`]))),
    ...unary({ ...angles, ...ofMath, "Round/1": `${name} (System.Math.Round (float x))` }),
    ...unary({ DegreesToRadians: `x * ${name} System.Math.PI / ${name} 180.0`, RadiansToDegrees: `x * ${name} 180.0 / ${name} System.Math.PI` }),
    ...asked({ IsFinite: `x - x = ${zero}`, IsRealNumber: "x = x", IsInteger: `x - x = ${zero} && truncate x = x` }),
    ...asked({ IsNegative: `x < ${zero} || (x = ${zero} && ${one} / x < ${zero})`, IsPositive: `x > ${zero} || (x = ${zero} && ${one} / x > ${zero})` }),
    ...asked({ IsNormal: `x - x = ${zero} && abs x >= ${least}`, IsSubnormal: `x <> ${zero} && abs x < ${least}` }),
    ...asked({ IsEvenInteger: `x - x = ${zero} && abs (x % (${one} + ${one})) = ${zero}`, IsOddInteger: `x - x = ${zero} && abs (x % (${one} + ${one})) = ${one}` }),
    `Sign\`\` (x: ${name}) : int = System.Math.Sign x`,
    `Atan2\`\` (x: ${name}, y: ${name}) : ${name} = atan2 x y`,
    `Atan2Pi\`\` (x: ${name}, y: ${name}) : ${name} = atan2 x y / ${name} System.Math.PI`,
    `CopySign\`\` (x: ${name}, y: ${name}) : ${name} = if y > ${zero} || ${one} / y > ${zero} then abs x else -(abs x)`,
    `Clamp\`\` (x: ${name}, low: ${name}, high: ${name}) : ${name} = (if low > high then raise (System.ArgumentException ("'" + string low + "' cannot be greater than " + string high + ".")) else System.Math.Min (System.Math.Max (x, low), high))`,
    `Lerp\`\` (x: ${name}, y: ${name}, at: ${name}) : ${name} = x * (${one} - at) + y * at`,
    `SinCos\`\` (x: ${name}) : struct (${name} * ${name}) = struct (sin x, cos x)`,
  ].map((line) => `  let inline \`\`System.${type}.${line}`);
});

/** Members that each type of integers has; bits are those of the unsigned type of the same width. */
const integers = Object.entries(integerTypes).flatMap(([type, { type: name, bits, unsigned: isUnsigned }]) => {
  const unsigned = bits === 8 ? "byte" : `uint${bits}`;
  const [zero, one] = [`${name} 0`, `${name} 1`];
  const wide = bits === 64 ? "uint64 x" : `uint32 (${unsigned} x)`;
  const rotated = (there: string, back: string): string =>
    `(let bits = ${unsigned} x in ${name} ((bits ${there} (n &&& ${bits - 1})) ||| (bits ${back} ((${bits} - n) &&& ${bits - 1}))))`;
  const signed = [
    `Abs\`\` (x: ${name}) : ${name} = abs x`,
    `IsNegative\`\` (x: ${name}) : bool = x < ${zero}`,
    `IsPositive\`\` (x: ${name}) : bool = x >= ${zero}`,
    `CopySign\`\` (x: ${name}, sign: ${name}) : ${name} = if (x < ${zero}) = (sign < ${zero}) then x else Checked.(~-) x`,
  ];
  const all = [
    `Sign\`\` (x: ${name}) : int = compare x (${zero})`,
    `IsEvenInteger\`\` (x: ${name}) : bool = x &&& ${one} = ${zero}`,
    `IsOddInteger\`\` (x: ${name}) : bool = x &&& ${one} <> ${zero}`,
    `IsPow2\`\` (x: ${name}) : bool = x > ${zero} && (x &&& (x - ${one})) = ${zero}`,
    `RotateLeft\`\` (x: ${name}, n: int) : ${name} = ${rotated("<<<", ">>>")}`,
    `RotateRight\`\` (x: ${name}, n: int) : ${name} = ${rotated(">>>", "<<<")}`,
    `PopCount\`\` (x: ${name}) : ${name} = ${name} (popCount (${wide}, ${bits}))`,
    `LeadingZeroCount\`\` (x: ${name}) : ${name} = ${name} (${bits} - bitLength (${wide}))`,
    `TrailingZeroCount\`\` (x: ${name}) : ${name} = ${name} (trailingZeros (${wide}, ${bits}))`,
    `Log2\`\` (x: ${name}) : ${name} = ${isUnsigned ? "" : `if x < ${zero} then raise (System.ArgumentOutOfRangeException("value", "Non-negative number required.")) else `}${name} (max 0 (bitLength (${wide}) - 1))`,
    `DivRem\`\` (x: ${name}, y: ${name}) : struct (${name} * ${name}) = struct (x / y, x % y)`,
    `Clamp\`\` (x: ${name}, low: ${name}, high: ${name}) : ${name} = (if low > high then raise (System.ArgumentException ("'" + string low + "' cannot be greater than " + string high + ".")) elif x < low then low elif x > high then high else x)`,
  ];
  return [...(isUnsigned ? [] : signed), ...all].map((line) => `  let inline \`\`System.${type}.${line}`);
});

const bitOperations = [
  { type: "UInt32", name: "uint32", one: "1u", bits: 32 },
  { type: "UInt64", name: "uint64", one: "1UL", bits: 64 },
].flatMap(({ type, name, one, bits }) =>
  [
    `PopCount(System.${type})\`\` (x: ${name}) : int = popCount (x, ${bits})`,
    `LeadingZeroCount(System.${type})\`\` (x: ${name}) : int = ${bits} - bitLength x`,
    `TrailingZeroCount(System.${type})\`\` (x: ${name}) : int = trailingZeros (x, ${bits})`,
    `Log2(System.${type})\`\` (x: ${name}) : int = max 0 (bitLength x - 1)`,
    `RotateLeft(System.${type},System.Int32)\`\` (x: ${name}, n: int) : ${name} = (x <<< (n &&& ${bits - 1})) ||| (if n &&& ${bits - 1} = 0 then x else x >>> (${bits} - (n &&& ${bits - 1})))`,
    `RotateRight(System.${type},System.Int32)\`\` (x: ${name}, n: int) : ${name} = (x >>> (n &&& ${bits - 1})) ||| (if n &&& ${bits - 1} = 0 then x else x <<< (${bits} - (n &&& ${bits - 1})))`,
    `IsPow2(System.${type})\`\` (x: ${name}) : bool = x <> ${one} - ${one} && (x &&& (x - ${one})) = ${one} - ${one}`,
    `RoundUpToPowerOf2(System.${type})\`\` (x: ${name}) : ${name} = if x = ${one} - ${one} || bitLength (x - ${one}) = ${bits} then ${one} - ${one} else ${one} <<< bitLength (x - ${one})`,
  ].map((line) => `  let inline \`\`System.Numerics.BitOperations.${line}`),
);

const signedBits = `
  let inline \`\`System.Numerics.BitOperations.TrailingZeroCount(System.Int32)\`\` (x: int) : int = trailingZeros (uint32 x, 32)
  let inline \`\`System.Numerics.BitOperations.TrailingZeroCount(System.Int64)\`\` (x: int64) : int = trailingZeros (uint64 x, 64)
  let inline \`\`System.Numerics.BitOperations.IsPow2(System.Int32)\`\` (x: int) : bool = x > 0 && (x &&& (x - 1)) = 0
  let inline \`\`System.Numerics.BitOperations.IsPow2(System.Int64)\`\` (x: int64) : bool = x > 0L && (x &&& (x - 1L)) = 0L
  let inline \`\`System.Int32.BigMul\`\` (x: int, y: int) : int64 = int64 x * int64 y
  let inline \`\`System.Math.SinCos\`\` (x: float) : struct (float * float) = struct (sin x, cos x)
`;

/** What Double has of its own only, in Math's words; MathF says the same of Single in its own. */
const rounding = [
  "(System.Double,System.Int32)`` (x: float, digits: int) : float = System.Math.Round(x, digits)",
  "(System.Double,System.MidpointRounding)`` (x: float, mode: System.MidpointRounding) : float = System.Math.Round(x, mode)",
  "(System.Double,System.Int32,System.MidpointRounding)`` (x: float, digits: int, mode: System.MidpointRounding) : float = System.Math.Round(x, digits, mode)",
]
  .map((line) => `  let inline \`\`System.Double.Round${line}`)
  .concat(
    ["Single", "MathF"].flatMap((type) =>
      [
        "(System.Single,System.Int32)`` (x: float32, digits: int) : float32 = roundSingle (x, digits, 0)",
        "(System.Single,System.MidpointRounding)`` (x: float32, mode: System.MidpointRounding) : float32 = roundSingle (x, 0, int mode)",
        "(System.Single,System.Int32,System.MidpointRounding)`` (x: float32, digits: int, mode: System.MidpointRounding) : float32 = roundSingle (x, digits, int mode)",
      ].map((line) => `  let inline \`\`System.${type}.Round${line}`),
    ),
  );

const ofSingle = ["Cbrt", "Asinh", "Acosh", "Atanh", "CopySign", "SinCos"];
/** MathF has some under the same name. */
const ofMathF = floats.flatMap((line) => (ofSingle.some((name) => line.includes(`System.Single.${name}\``)) ? [line.replace("System.Single.", "System.MathF.")] : []));

/** Functions of library/float-math.ts, by the members that they are: of Math and Double, of MathF and Single. */
const functions: Readonly<Record<string, readonly [double: string, single: string]>> = {
  ScaleB: ["scaleB", "scaleSingle"],
  ILogB: ["exponentOf", "exponentOf"],
  BitIncrement: ["nextUp", "nextSingleUp"],
  BitDecrement: ["nextDown", "nextSingleDown"],
  "Log/2": ["logarithm", "singleLogarithm"],
  Hypot: ["hypotenuse", "singleHypotenuse"],
  RootN: ["root", "singleRoot"],
  IEEERemainder: ["ieeeRemainder", "ieeeRemainder"],
  Ieee754Remainder: ["ieeeRemainder", "ieeeRemainder"],
};
export const numberTargets: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(functions).flatMap(([member, [double, single]]) => [
      ...["Math", "Double"].map((type) => [`System.${type}.${member}`, double]),
      ...["MathF", "Single"].map((type) => [`System.${type}.${member}`, single]),
    ]),
  ),
  // of a number and its format or provider
  ...Object.fromEntries(
    [...Object.keys(numberNames), "Decimal", "Numerics.BigInteger"].flatMap((type) => ["1", "2"].map((count) => [`System.${type}.ToString/${count}`, "op:format_value"])),
  ),
};

export const numberMembers = [numbers, floats.join("\n"), integers.join("\n"), bitOperations.join("\n"), signedBits, rounding.join("\n"), ofMathF.join("\n")].join("\n");
