import { describe, expect, it } from "vitest";
import { exceptions } from "../schemas/isa/exceptions.ts";
import { shapeOf } from "../schemas/isa/instruction.ts";
import type { Mnemonic } from "../schemas/isa/table.ts";
import { exceptionType, type KindText, type Line, runText } from "./test-assembler.ts";

const types = Object.fromEntries(Object.values(exceptions).map(({ type }) => [type, exceptionType()]));

/** One instruction on arguments: its value, or the name of the exception's type. */
function evaluate(mnemonic: Mnemonic, ...args: unknown[]): unknown {
  const { operands } = shapeOf(mnemonic);
  let used = 0;
  const registers: KindText[] = [];
  const given: (number | string)[] = [];
  const values: unknown[] = [];
  for (const { kind } of operands.slice(1)) {
    const value = args[used++];
    if (!kind.startsWith("use.")) given.push(Number(value));
    else {
      given.push(registers.length);
      registers.push(kind.slice(4) as KindText);
      values.push(value);
    }
  }
  const result = operands[0].kind.slice(4) as KindText;
  const code = [
    [mnemonic, registers.length, ...given],
    ["return", registers.length],
  ] as unknown as Line[];
  const outcome = runText({ types, functions: { main: { params: registers.length, registers: [...registers, result], result, code } } }, "main", values);
  return "done" in outcome ? outcome.value : "trapped" in outcome ? outcome.trap.exceptionType : outcome;
}

const max32 = 2147483647;
const min32 = -2147483648;
const max64 = 2n ** 63n - 1n;
const min64 = -(2n ** 63n);
const maxU64 = 2n ** 64n - 1n;
const overflow = exceptions.Overflow.type;
const byZero = exceptions.DivideByZero.type;
const invalid = exceptions.InvalidCast.type;

const rows: readonly (readonly [Mnemonic, readonly unknown[], unknown])[] = [
  ["add_i32", [max32, 1], min32],
  ["sub_i32", [min32, 1], max32],
  ["mul_i32", [65536, 65537], 65536],
  ["mul_i32", [123456789, 987654321], Math.imul(123456789, 987654321)],
  ["div_i32", [-7, 2], -3],
  ["div_i32", [1, 0], byZero],
  ["div_i32", [min32, -1], overflow],
  ["rem_i32", [-7, 2], -1],
  ["rem_i32", [-4, 2], 0],
  ["rem_i32", [1, 0], byZero],
  ["rem_i32", [min32, -1], 0],
  ["shl_i32", [1, 33], 2],
  ["shr_i32", [-8, 1], -4],
  ["neg_i32", [min32], min32],
  ["neg_i32", [0], 0],
  ["not_i32", [0], -1],
  ["wrap_i8", [200], -56],
  ["wrap_u8", [-1], 255],
  ["wrap_i16", [40000], -25536],
  ["wrap_u16", [-1], 65535],
  ["add_i32_checked", [max32, 1], overflow],
  ["sub_i32_checked", [min32, 1], overflow],
  ["mul_i32_checked", [65536, 65536], overflow],
  ["mul_i32_checked", [46340, 46340], 2147395600],
  ["mul_i32_checked", [0, -1], 0],
  ["div_i32_imm", [7, -2], -3],
  ["div_i32_imm", [7, 0], byZero],
  ["rem_i32_imm", [7, 0], byZero],
  ["add_u32", [4294967295, 1], 0],
  ["sub_u32", [0, 1], 4294967295],
  ["mul_u32", [4294967295, 4294967295], 1],
  ["div_u32", [4294967295, 2], max32],
  ["div_u32", [1, 0], byZero],
  ["rem_u32", [4294967295, 10], 5],
  ["shl_u32", [1, 31], 2147483648],
  ["shr_u32", [4294967295, 28], 15],
  ["not_u32", [0], 4294967295],
  ["xor_u32", [4294967295, 1], 4294967294],
  ["add_f64", [0.1, 0.2], 0.1 + 0.2],
  ["rem_f64", [-7.5, 2], -1.5],
  ["neg_f64", [0], -0],
  ["div_f64", [1, 0], Number.POSITIVE_INFINITY],
  ["round_f32", [0.1], Math.fround(0.1)],
  ["add_mul_f64", [-1, 1 + 2 ** -27, 1 - 2 ** -27], 0],
  ["mul_add_f64", [0.1, 3, -0.3], 0.1 * 3 - 0.3],
  ["sub_mul_f64", [1, 1 + 2 ** -27, 1 - 2 ** -27], 0],
  ["mul_sub_f64", [2, 3, 4], 2],
  ["sqrt_f64", [-1], Number.NaN],
  ["abs_f64", [-0], 0],
  ["floor_f64", [-0.5], -1],
  ["char_code", ["é"], 233],
  ["char_code", [""], 0],
  ["char_code", [undefined], 0],
  ["add_i64", [max64, 1n], min64],
  ["sub_i64", [min64, 1n], max64],
  ["mul_i64", [max64, 2n], -2n],
  ["div_i64", [-7n, 2n], -3n],
  ["div_i64", [1n, 0n], byZero],
  ["div_i64", [min64, -1n], overflow],
  ["rem_i64", [-7n, 2n], -1n],
  ["shl_i64", [1n, 63], min64],
  ["shl_i64", [1n, 64], 1n],
  ["shr_i64", [-8n, 1], -4n],
  ["neg_i64", [min64], min64],
  ["not_i64", [0n], -1n],
  ["add_u64", [maxU64, 1n], 0n],
  ["sub_u64", [0n, 1n], maxU64],
  ["mul_u64", [maxU64, maxU64], 1n],
  ["div_u64", [1n, 0n], byZero],
  ["shl_u64", [1n, 63], 2n ** 63n],
  ["shr_u64", [maxU64, 60], 15n],
  ["not_u64", [0n], maxU64],
  ["i32_to_u32", [-1], 4294967295],
  ["u32_to_i32", [4294967295], -1],
  ["f64_to_i32", [Number.NaN], 0],
  ["f64_to_i32", [1e10], max32],
  ["f64_to_i32", [-1e10], min32],
  ["f64_to_i32", [-1.9], -1],
  ["f64_to_i32", [-0.5], 0],
  ["f64_to_u32", [-1], 0],
  ["f64_to_u32", [1e10], 4294967295],
  ["f64_to_u32", [3.7], 3],
  ["f64_to_i64", [1e300], max64],
  ["f64_to_i64", [-1e300], min64],
  ["f64_to_i64", [Number.NaN], 0n],
  ["f64_to_i64", [-2.5], -2n],
  ["f64_to_u64", [-5], 0n],
  ["f64_to_u64", [1e300], maxU64],
  ["i64_to_i32", [2n ** 31n], min32],
  ["i64_to_u32", [-1n], 4294967295],
  ["i64_to_f64", [max64], 2 ** 63],
  ["u64_to_f64", [maxU64], 2 ** 64],
  ["i64_to_u64", [-1n], maxU64],
  ["u64_to_i64", [maxU64], -1n],
  ["eq_f64", [Number.NaN, Number.NaN], false],
  ["ne_f64", [Number.NaN, Number.NaN], true],
  ["lt_u32", [1, 4294967295], true],
  ["lt_i64", [min64, max64], true],
  ["lt_str", ["B", "a"], true],
  ["eq_any", [1, 1], true],
  ["cast_i32", [1.5], invalid],
  ["cast_i32", [-0], 0],
  ["cast_i32", [undefined], exceptions.NullReference.type],
  ["cast_u32", [-1], invalid],
  ["cast_i64", [2n ** 63n], invalid],
  ["cast_u64", [-1n], invalid],
  ["cast_str", [5], invalid],
  ["add_any", ["a", 1], "a1"],
  ["add_any", [1n, 1], invalid],
  ["add_any", [1n, 2n], 3n],
  ["add_any", [undefined, 1], Number.NaN],
  ["div_any", [1n, 0n], byZero],
  ["pow_any", [2n, 10n], 1024n],
  ["pow_any", [2n, -1n], exceptions.ArgumentOutOfRange.type],
  ["pow_any", [2n, 2n ** 40n], { paused: true, reason: "bigint" }],
  ["shl_any", [1n, 2n ** 40n], { paused: true, reason: "bigint" }],
  ["shr_any", [1n, 2n ** 40n], 0n],
  ["shru_any", [-1, 0], 4294967295],
  ["lt_any", ["a", "b"], true],
  ["typeof_any", [1n], "bigint"],
  ["to_number_any", [1n], invalid],
  ["to_number_any", ["12"], 12],
  ["truthy", [""], false],
];

describe("arithmetic as .NET has it", () => {
  it.each(rows.map((row, index) => [`${row[0]} #${index}`, ...row] as const))("%s", (_, mnemonic, args, expected) => {
    expect(evaluate(mnemonic, ...args)).toEqual(expected);
  });
});
