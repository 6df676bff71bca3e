import { describe, expect, it } from "vitest";
import { exceptions } from "../schemas/isa/exceptions.ts";
import { exceptionType, type ModuleText, machineFor } from "./test-assembler.ts";

const program: ModuleText = {
  types: { Cell: { kind: "record", slots: { value: "i32", next: "ref Cell" } }, ...Object.fromEntries(Object.values(exceptions).map(({ type }) => [type, exceptionType()])) },
  functions: {
    /** Makes n cells and keeps the last of each hundred. */
    churn: {
      params: 1,
      registers: ["i32", "i32", "ref Cell", "ref Cell", "i32"],
      result: "i32",
      code: [
        ["const_i32", 1, 0],
        ["const_null_ref", 2],
        ["loop"],
        ["if_lt_i32", 1, 0],
        ["new_object", 3, "Cell", 0, [1, 2]],
        ["rem_i32_imm", 4, 1, 100],
        ["if_eq_i32_imm", 4, 0],
        ["const_null_ref", 2],
        ["else"],
        ["move", 2, 3],
        ["end"],
        ["add_i32_imm", 1, 1, 1],
        ["branch", 1],
        ["end"],
        ["end"],
        ["get_slot", 1, 3, 0],
        ["return", 1],
      ],
    },
    keep: {
      params: 1,
      registers: ["i32", "i32", "ref Cell"],
      result: "i32",
      code: [
        ["const_i32", 1, 0],
        ["const_null_ref", 2],
        ["loop"],
        ["if_lt_i32", 1, 0],
        ["new_object", 2, "Cell", 0, [1, 2]],
        ["add_i32_imm", 1, 1, 1],
        ["branch", 1],
        ["end"],
        ["end"],
        ["return", 1],
      ],
    },
    big: {
      params: 1,
      registers: ["i32", "ref array_f64", "i32"],
      result: "i32",
      code: [
        ["new_array", 1, "array_f64", 0],
        ["array_length", 2, 1],
        ["return", 2],
      ],
    },
    doubled: {
      params: 1,
      registers: ["i32", "str", "i32"],
      result: "i32",
      code: [
        ["const_str", 1, "x"],
        ["loop"],
        ["if_gt_i32_imm", 0, 0],
        ["concat_str", 1, 1, 1],
        ["add_i32_imm", 0, 0, -1],
        ["branch", 1],
        ["end"],
        ["end"],
        ["len_str", 2, 1],
        ["return", 2],
      ],
    },
    repeated: {
      params: 1,
      registers: ["i32", "str", "i32"],
      result: "i32",
      code: [
        ["const_str", 1, "abc"],
        ["call_builtin", 1, "str_repeat", [1, 0]],
        ["len_str", 2, 1],
        ["return", 2],
      ],
    },
  },
};

const run = (name: string, arg: number, memory: number, slice = Number.POSITIVE_INFINITY) => {
  const machine = machineFor(program, { limits: { memory, string: Number.POSITIVE_INFINITY } });
  machine.start(name, [arg]);
  let outcome = machine.step(slice);
  while ("paused" in outcome && outcome.reason === "fuel") outcome = machine.step(slice);
  return { outcome, machine };
};

describe("the memory limit", () => {
  it("lets garbage go", () => {
    const { outcome, machine } = run("churn", 50_000, 20_000);
    expect(outcome).toEqual({ done: true, value: 49_999 });
    expect(machine.stats().peakLiveBytes).toBeGreaterThan(0);
    expect(machine.stats().peakLiveBytes).toBeLessThan(20_000);
    expect(machine.stats().allocatedBytes).toBeGreaterThan(50_000 * 56);
  });

  it("is looked at in the same places however the run is sliced", () => {
    const whole = run("churn", 2_000, 20_000).machine.stats();
    for (const slice of [1, 7, 1000]) expect(run("churn", 2_000, 20_000, slice).machine.stats()).toEqual(whole);
  });

  it("pauses what keeps too much, and goes on when raised", () => {
    const { outcome, machine } = run("keep", 1000, 20_000);
    expect(outcome).toEqual({ paused: true, reason: "memory" });
    expect(machine.step()).toEqual({ paused: true, reason: "memory" });
    machine.setLimits({ memory: 100_000 });
    expect(machine.step()).toEqual({ done: true, value: 1000 });
  });

  it("stops one large allocation before it happens, and charges it once", () => {
    const free = run("big", 1_000_000, 1 << 30).machine.stats().fuelUsed;
    const { outcome, machine } = run("big", 1_000_000, 1_000_000);
    expect(outcome).toEqual({ paused: true, reason: "memory" });
    machine.setLimits({ memory: 10_000_000 });
    expect(machine.step()).toEqual({ done: true, value: 1_000_000 });
    expect(machine.stats().fuelUsed - free).toBeLessThan(10);
    expect(run("repeated", 100_000_000, 1_000_000).outcome).toEqual({ paused: true, reason: "memory" });
    expect(run("repeated", 2_000_000_000, 1 << 30).outcome).toMatchObject({ trapped: true, trap: { exceptionType: "System.OutOfMemoryException" } });
    expect(run("big", -1, 1 << 20).outcome).toMatchObject({ trapped: true, trap: { exceptionType: "System.OverflowException" } });
  });

  it("counts what flattening a string would take, and a string too long is a guest exception", () => {
    expect(run("doubled", 20, 1 << 20).outcome).toEqual({ paused: true, reason: "memory" });
    expect(run("doubled", 20, 1 << 23).outcome).toEqual({ done: true, value: 2 ** 20 });
    expect(run("doubled", 40, 2 ** 40).outcome).toMatchObject({ trapped: true, trap: { exceptionType: "System.OutOfMemoryException" } });
  });
});
