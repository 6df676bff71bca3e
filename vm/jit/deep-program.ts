/** A module for tests that recurses deeply, on whatever stack it is given. */
import { type Line, type ModuleText, machineFor } from "../test-assembler.ts";

const wide = 400;

/** `down n` is n calls deep; `wide n` too, with 400 registers that it needs after the call; `odd n` and `even n` call each other in tail position. */
export const deepProgram: ModuleText = {
  functions: {
    down: {
      params: 1,
      registers: ["i32", "i32"],
      result: "i32",
      code: [["if_le_i32_imm", 0, 0], ["const_i32", 1, 0], ["return", 1], ["end"], ["add_i32_imm", 1, 0, -1], ["call", 1, "down", [1]], ["add_i32_imm", 1, 1, 1], ["return", 1]],
    },
    wide: {
      params: 1,
      registers: Array.from({ length: wide }, () => "i32" as const),
      result: "i32",
      code: [
        ["if_le_i32_imm", 0, 0],
        ["const_i32", 1, 0],
        ["return", 1],
        ["end"],
        ...Array.from({ length: wide - 2 }, (_, index): Line => ["add_i32_imm", index + 2, 0, index % 3]),
        ["add_i32_imm", 1, 0, -1],
        ["call", 1, "wide", [1]],
        ...Array.from({ length: wide - 2 }, (_, index): Line => ["sub_i32", 0, index + 2, 0]),
        ["add_i32_imm", 1, 1, 1],
        ["return", 1],
      ],
    },
    even: {
      params: 1,
      registers: ["i32", "bool"],
      result: "bool",
      code: [["if_eq_i32_imm", 0, 0], ["const_bool", 1, 1], ["return", 1], ["end"], ["add_i32_imm", 0, 0, -1], ["tail_call", "odd", [0]]],
    },
    odd: {
      params: 1,
      registers: ["i32", "bool"],
      result: "bool",
      code: [["if_eq_i32_imm", 0, 0], ["const_bool", 1, 0], ["return", 1], ["end"], ["add_i32_imm", 0, 0, -1], ["tail_call", "even", [0]]],
    },
  },
};

/** What its functions give, compiled, a million calls, 20,000 wide ones and a million tail calls deep. */
export const runDeep = (): readonly unknown[] =>
  (
    [
      ["down", 1_000_000],
      ["wide", 20_000],
      ["even", 1_000_001],
    ] as const
  ).map(([name, n]) => {
    const machine = machineFor(deepProgram, { tier: "jit" });
    machine.start(name, [n]);
    return machine.step();
  });
