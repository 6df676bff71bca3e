import { describe, expect, it } from "vitest";
import { type Builtin, type BuiltinSpec, builtins } from "../../schemas/isa/builtins.ts";
import { exceptions } from "../../schemas/isa/exceptions.ts";
import { exceptionType, type ModuleText, machineFor } from "../test-assembler.ts";

const types = Object.fromEntries(Object.values(exceptions).map(({ type }) => [type, exceptionType()]));

/** A builtin's result on values that are put straight into the registers, or the name of the exception it raises. */
function call(builtin: Builtin, ...args: unknown[]): unknown {
  const { params, result }: BuiltinSpec = builtins[builtin];
  const given = params.slice(0, args.length);
  const text: ModuleText = {
    types,
    functions: {
      main: {
        params: given.length,
        registers: [...given, result],
        result,
        code: [
          ["call_builtin", given.length, builtin, given.map((_, index) => index)],
          ["return", given.length],
        ],
      },
    },
  };
  const machine = machineFor(text);
  machine.start(
    "main",
    given.map((kind, index) => (kind === "any" ? undefined : args[index])),
  );
  args.forEach((value, index) => {
    machine.registers[1 + index] = value;
  });
  const outcome = machine.step();
  if ("done" in outcome) return machine.registers[1];
  if (!("trapped" in outcome)) return outcome;
  return Object.entries(exceptions).find(([, { type, message }]) => type === outcome.trap.exceptionType && message === outcome.trap.message)?.[0];
}

const rows: readonly (readonly [Builtin, readonly unknown[], unknown])[] = [
  ["str_char_code_at", ["ab", 1], 98],
  ["str_char_code_at", ["ab", 2], "IndexOutOfRange"],
  ["str_at", ["ab", 0], "a"],
  ["str_js_char_code_at", ["a", 5], Number.NaN],
  ["str_index_of", ["banana", "an"], 1],
  ["str_index_of", ["banana", "an", 2], 3],
  ["str_last_index_of", ["banana", "an"], 3],
  ["str_last_index_of", ["banana", "an", 2], 1],
  ["str_substring", ["hello", 3, 1], "el"],
  ["str_substring", ["hello", 2], "llo"],
  ["str_slice", ["hello", -3], "llo"],
  ["str_substr", ["hello", -3, 2], "ll"],
  ["str_substr", ["hello", 1], "ello"],
  ["str_split", ["a,b,c", ","], ["a", "b", "c"]],
  ["str_split", ["a,b,c", ",", 2], ["a", "b"]],
  ["str_split", ["abc", ""], ["a", "b", "c"]],
  ["str_split", ["abc"], ["abc"]],
  ["str_to_upper", ["straße"], "STRAßE"],
  ["str_find", [3, "abcab", "ab", 1], 3],
  ["str_find", [2, "abcab", "ab", 1], -1],
  ["str_span", [8, "aab", 0, Int32Array.of(0, 0, 0, 2)], 2],
  ["str_span", [1, "aab", 0, Int32Array.of(0, 0, 0, 2)], 1],
  ["char_category", [0x41], 0],
  ["char_caseless", [0x6b], "Kk\u212a"],
  ["str_pad_start", ["5", 3, "0"], "005"],
  ["str_pad_end", ["5", 3], "5  "],
  ["str_repeat", ["ab", 3], "ababab"],
  ["str_repeat", ["ab", -1], "ArgumentOutOfRange"],
  ["str_replace_all", ["a.b.c", ".", "$&"], "a$&b$&c"],
  ["str_from_char_code", [65537], "\u0001"],
  ["str_from_code_point", [128512], "😀"],
  ["str_from_code_point", [-1], "ArgumentOutOfRange"],
  ["str_join", [["a", 1, null], "-"], "a-1-null"],
  ["str_compare", ["a", "B"], 1],
  ["str_compare_ordinal", ["abc", "abd"], -1],
  ["str_compare_ordinal", ["abc", "a"], 2],
  ["str_of", [-0], "0"],
  ["str_of", [[1]], "InvalidCast"],
  ["str_length_any", ["abc"], 3],
  ["str_length_any", [5], undefined],
  ["str_normalize", ["e\u0301", "NFC"], "é"],
  ["str_normalize", ["e", "X"], "ArgumentOutOfRange"],
  ["math_round_even", [2.5], 2],
  ["math_round_even", [-2.5], -2],
  ["math_round_even", [3.5], 4],
  ["math_round_even", [2.500001], 3],
  ["math_imul", [65537, 65537], 131073],
  ["math_sign", [-3], -1],
  ["number_parse", ["0x10"], 16],
  ["number_parse", ["1 2"], Number.NaN],
  ["number_parse_int", ["12px", 10], 12],
  ["number_to_string", [255, 16], "ff"],
  ["number_to_string", [1, 99], "ArgumentOutOfRange"],
  ["number_to_fixed", [1.005, 2], "1.00"],
  ["number_to_exponential", [12345, 2], "1.23e+4"],
  ["number_to_precision", [0, 3], "0.00"],
  ["number_to_precision", [1, 0], "ArgumentOutOfRange"],
  ["number_to_bits", [1], 4607182418800017408n],
  ["number_from_bits", [4607182418800017408n], 1],
  ["number_to_bits_f32", [1], 1065353216],
  ["number_from_bits_f32", [1065353216], 1],
  ["bigint_of", ["123"], 123n],
  ["bigint_of", ["12x"], "Format"],
  ["bigint_of", [1.5], "Overflow"],
  ["bigint_to_string", [255n, 16], "ff"],
  ["bigint_as_int_n", [8, 200n], -56n],
  ["bigint_as_uint_n", [8, -1n], 255n],
  ["array_set_length", [[1, 2, 3], 1], [1]],
  ["array_set_length", [[1], 3], [1, undefined, undefined]],
  ["array_push", [[1], 2], 2],
  ["array_push", [Int32Array.of(1), 2], "InvalidCast"],
  ["array_pop", [[1, 2]], 2],
  ["array_shift", [[1, 2]], 1],
  ["array_slice", [[1, 2, 3], -2], [2, 3]],
  ["array_slice", [Uint8Array.of(1, 2, 3), 1], Uint8Array.of(2, 3)],
  ["array_splice", [[1, 2, 3, 4], 1, 2, ["a", "b", "c"]], [2, 3]],
  ["array_concat", [[1], [2, 3]], [1, 2, 3]],
  ["array_concat", [[1], 2], [1, 2]],
  ["array_concat", [Int8Array.of(1), [1n]], "InvalidCast"],
  ["array_fill", [[1, 2, 3], 0, 1], [1, 0, 0]],
  ["array_fill", [Float64Array.of(1), "x"], "InvalidCast"],
  ["array_reverse", [[1, 2, 3]], [3, 2, 1]],
  ["array_index_of", [[1, 2, Number.NaN], 2], 1],
  ["array_index_of", [[1, 2], 1, 1], -1],
  ["array_includes", [[1, 2], 2], true],
  ["array_join", [[1, undefined, null, "a"]], "1,,,a"],
  ["array_new_like", [Int16Array.of(1), 2], Int16Array.of(0, 0)],
  ["array_new", ["Array", 2], [undefined, undefined]],
  ["array_new", ["BigInt64Array", 1], BigInt64Array.of(0n)],
  ["array_new", ["Date", 1], "InvalidCast"],
  ["array_new", ["Array", -1], "Overflow"],
  ["array_from", [[1, 2], "Uint8Array"], Uint8Array.of(1, 2)],
  ["array_set_from", [[1], [1, 2], 0], "ArgumentOutOfRange"],
  ["array_sort_numbers", [Float64Array.of(3, 1, 2)], Float64Array.of(1, 2, 3)],
  ["array_type_name", [Uint16Array.of()], "Uint16Array"],
  ["array_js_length", [undefined], "NullReference"],
  ["array_js_length", [5], "InvalidCast"],
  ["map_get", [[], 1], "InvalidCast"],
  ["weak_map_get", [undefined, 1], "NullReference"],
  ["value_class", [undefined], 0],
  ["value_class", [null], 1],
  ["value_class", [1n], 4],
  ["value_class", [[]], 6],
  ["value_class", [Int8Array.of()], 7],
  ["object_tag", [5], -1],
  ["object_equality", [5], 2],
  ["closure_arity", [5], -1],
];

describe("builtins", () => {
  it.each(rows.map((row, index) => [`${row[0]} #${index}`, ...row] as const))("%s", (_, builtin, args, expected) => {
    expect(call(builtin, ...args)).toEqual(expected);
  });

  it("splice and unshift leave the rest in order", () => {
    const items = [1, 2, 3, 4];
    call("array_splice", items, 1, 2, ["a", "b", "c"]);
    expect(items).toEqual([1, "a", "b", "c", 4]);
    call("array_splice", items, 0, 4);
    expect(items).toEqual([4]);
    call("array_splice", items, 5, 1, items);
    expect(items).toEqual([4, 4]);
    call("array_unshift", items, 0);
    expect(items).toEqual([0, 4, 4]);
  });

  it("have the same codes as their rows, and no row lacks a function", () => {
    const codes = Object.values(builtins).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
