import { describe, expect, it } from "vitest";
import { machineFor } from "../test-assembler.ts";
import { deepProgram, runDeep } from "./deep-program.ts";

describe("recursion in compiled code", () => {
  it("is as deep as memory allows, on any host stack", () => {
    expect(runDeep()).toEqual([
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
        const machine = machineFor(deepProgram, { tier });
        machine.start(name, [n]);
        return { outcome: machine.step(), stats: machine.stats() };
      });
      expect(compiled).toEqual(interpreted);
    }
  });
});
