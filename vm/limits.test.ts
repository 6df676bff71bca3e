import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hostBounds, type LimitName, limitTable } from "./limits.ts";
import type { Machine, MachineOptions } from "./machine.ts";
import { exceptionType, type FnText, type ModuleText, machineFor } from "./test-assembler.ts";

/** Doubles r0 as often as its parameter says. */
const doubled = (kind: "str" | "any", first: FnText["code"][number], double: FnText["code"][number]): FnText => ({
  params: 1,
  registers: ["i32", kind, "any"],
  code: [
    first,
    ["block"],
    ["loop"],
    ["if_le_i32_imm", 0, 0],
    ["branch", 2],
    ["end"],
    double,
    ["add_i32_imm", 0, 0, -1],
    ["branch", 0],
    ["end"],
    ["end"],
    ["const_null", 2],
    ["return", 2],
  ],
});

const program: ModuleText = {
  types: { "System.OutOfMemoryException": exceptionType() },
  imports: [{ module: "fusabi", name: "write", capability: "stdout", params: ["str"], result: "any", fsharp: "", names: [] }],
  functions: {
    text: doubled("str", ["const_str", 1, "abcd"], ["concat_str", 1, 1, 1]),
    integer: doubled("any", ["const_bigint", 1, 3n], ["mul_any", 1, 1, 1]),
    array: {
      params: 1,
      registers: ["i32", "ref array_any", "any"],
      code: [
        ["new_array", 1, "array_any", 0],
        ["to_any", 2, 1],
        ["return", 2],
      ],
    },
    list: {
      params: 1,
      registers: ["i32", "i32", "ref array_any", "any"],
      code: [
        ["const_i32", 1, 0],
        ["new_array", 2, "array_any", 1],
        ["to_any", 3, 2],
        ["block"],
        ["loop"],
        ["if_le_i32_imm", 0, 0],
        ["branch", 2],
        ["end"],
        ["call_builtin", 1, "array_push", [3, 3]],
        ["add_i32_imm", 0, 0, -1],
        ["branch", 0],
        ["end"],
        ["end"],
        ["const_null", 3],
        ["return", 3],
      ],
    },
    map: {
      params: 1,
      registers: ["i32", "any", "any", "any"],
      code: [
        ["call_builtin", 1, "map_new", []],
        ["block"],
        ["loop"],
        ["if_le_i32_imm", 0, 0],
        ["branch", 2],
        ["end"],
        ["to_any", 2, 0],
        ["call_builtin", 3, "map_set", [1, 2, 2]],
        ["add_i32_imm", 0, 0, -1],
        ["branch", 0],
        ["end"],
        ["end"],
        ["const_null", 2],
        ["return", 2],
      ],
    },
    recurse: {
      params: 1,
      registers: ["i32", "i32", "any"],
      code: [["if_le_i32_imm", 0, 0], ["const_null", 2], ["return", 2], ["end"], ["add_i32_imm", 1, 0, -1], ["call", 2, "recurse", [1]], ["return", 2]],
    },
    print: {
      params: 1,
      registers: ["i32", "str", "any"],
      code: [
        ["const_str", 1, "12345"],
        ["call_import", 2, 0, [1]],
        ["return", 2],
      ],
    },
  },
};

/** Per limit: the function that hits it, its argument, a limit that is too low, and what is enough. */
const cases: { readonly [L in LimitName]: readonly [fn: string, argument: number, low: number, enough: number] } = {
  fuel: ["recurse", 100, 200, 10_000],
  memory: ["array", 100_000, 500_000, 2_000_000],
  depth: ["recurse", 100, 50, 200],
  output: ["print", 0, 4, 5],
  allocations: ["text", 16, 100_000, 1_000_000],
  string: ["text", 12, 10_000, 20_000],
  array: ["array", 1000, 999, 1000],
  map: ["map", 100, 99, 100],
  bigint: ["integer", 12, 2_000, 20_000],
};

const started = (fn: string, argument: number, options: MachineOptions): Machine => {
  const machine = machineFor(program, { ...options, imports: { "fusabi.write": () => undefined } });
  machine.start(fn, [argument]);
  return machine;
};

describe.each(["interpreter", "jit"] as const)("in the tier %s", (tier) => {
  it.each([...Object.entries(cases), ["array", ["list", 1000, 999, 1000]] as const])("%s is a pause that can be raised", (name, [fn, argument, low, enough]) => {
    const machine = started(fn, argument, { tier, limits: { [name]: low } });
    expect(machine.step()).toEqual({ paused: true, reason: name });
    expect(machine.step()).toEqual({ paused: true, reason: name });
    machine.setLimits({ [name]: enough });
    expect(machine.step()).toMatchObject({ done: true });
    expect(started(fn, argument, { tier, limits: { [name]: enough } }).step()).toMatchObject({ done: true });
  });

  it("beyond what hosts hold the guest sees an exception", () => {
    const limits = { string: 2 ** 40, array: 2 ** 40, bigint: 2 ** 40, memory: 2 ** 40 };
    for (const [fn, argument] of [
      ["text", 40],
      ["array", hostBounds.array + 1],
      ["integer", 40],
    ] as const) {
      expect(started(fn, argument, { tier, limits }).step()).toMatchObject({ trapped: true, trap: { exceptionType: "System.OutOfMemoryException" } });
    }
  });

  it("asks the host whether to interrupt, and goes on", () => {
    let asked = 0;
    const machine = started("recurse", 200_000, { tier, interrupted: () => ++asked === 3 });
    expect(machine.step()).toEqual({ paused: true, reason: "interrupt" });
    expect(machine.step()).toMatchObject({ done: true });
    expect(asked).toBeGreaterThan(5);
    const whole = started("recurse", 200_000, { tier });
    whole.step();
    expect(machine.stats()).toEqual(whole.stats());
  });
});

it("refuses a limit that is none", () => {
  expect(() => machineFor(program, { limits: { strings: 1 } as never })).toThrow(/no limit strings/);
});

it("has its table in the documentation", () => {
  const text = readFileSync(new URL("../docs/limits.md", import.meta.url), "utf8");
  for (const [name, { initial, doc }] of Object.entries(limitTable)) {
    const shown = initial === Number.POSITIVE_INFINITY ? "none" : name === "memory" ? "1 GiB" : initial.toLocaleString("en-US");
    expect(text).toContain(`| \`${name}\` | ${shown} | ${doc} |`);
  }
});
