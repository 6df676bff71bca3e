import { describe, expect, it } from "vitest";
import { fib, type ModuleText, machineFor } from "../test-assembler.ts";

/** `nest n` has a loop in a loop. */
const program: ModuleText = {
  functions: {
    fib,
    nest: {
      params: 1,
      registers: ["i32", "i32", "i32", "i32"],
      result: "i32",
      code: [
        ["const_i32", 1, 0],
        ["move", 2, 0],
        ["loop"],
        ["if_gt_i32_imm", 2, 0],
        ["move", 3, 0],
        ["loop"],
        ["if_gt_i32_imm", 3, 0],
        ["add_i32", 1, 1, 3],
        ["add_i32_imm", 3, 3, -1],
        ["branch", 1],
        ["end"],
        ["end"],
        ["add_i32_imm", 2, 2, -1],
        ["branch", 1],
        ["end"],
        ["end"],
        ["return", 1],
      ],
    },
  },
};

describe("a run in slices", () => {
  it("goes on in compiled code where compiled code paused, with the loops around", () => {
    for (const [name, n, value, partsPerPause] of [
      ["fib", 15, 610, 14],
      ["nest", 40, 32_800, 1],
    ] as const) {
      const machine = machineFor(program, { tier: "jit" });
      const run = (): number => {
        let pauses = 0;
        machine.start(name, [n]);
        for (let outcome = machine.step(100); !("done" in outcome && outcome.value === value); outcome = machine.step(100)) {
          expect(outcome).toEqual({ paused: true, reason: "fuel" });
          pauses++;
        }
        return pauses;
      };
      run();
      const before = machine.tierStats();
      const pauses = run();
      const after = machine.tierStats();
      expect(pauses).toBeGreaterThan(40);
      expect((after?.entries ?? 0) - (before?.entries ?? 0)).toBe(1);
      expect((after?.replacements ?? 0) - (before?.replacements ?? 0)).toBeLessThanOrEqual(pauses * partsPerPause);
    }
  });
});
