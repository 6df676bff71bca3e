import { describe, expect, it } from "vitest";
import { type Line, type ModuleText, machineFor } from "../test-assembler.ts";

const wide = 400;

/** `down n` is n calls deep; `wide n` too, with 400 registers that it needs after the call; `odd n` and `even n` call each other in tail position. */
const program: ModuleText = {
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

const results = (): readonly unknown[] =>
  (
    [
      ["down", 1_000_000],
      ["wide", 20_000],
      ["even", 1_000_001],
    ] as const
  ).map(([name, n]) => {
    const machine = machineFor(program, { tier: "jit" });
    machine.start(name, [n]);
    return machine.step();
  });

describe("recursion in compiled code", () => {
  it("is as deep as memory allows, on any host stack", () => {
    expect(results()).toEqual([
      { done: true, value: 1_000_000 },
      { done: true, value: 20_000 },
      { done: true, value: false },
    ]);
  });

  it("counts what the interpreter counts", () => {
    for (const [name, n] of [
      ["down", 5_000],
      ["wide", 300],
      ["even", 5_000],
    ] as const) {
      const [compiled, interpreted] = (["jit", "interpreter"] as const).map((tier) => {
        const machine = machineFor(program, { tier });
        machine.start(name, [n]);
        return { outcome: machine.step(), stats: machine.stats() };
      });
      expect(compiled).toEqual(interpreted);
    }
  });
});
