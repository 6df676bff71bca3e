import { describe, expect, it } from "vitest";
import { exceptionType, type FnText, fib, type ModuleText, machineFor, runText } from "./test-assembler.ts";

const count: FnText = {
  params: 1,
  registers: ["i32", "i32", "i32"],
  result: "i32",
  code: [["const_i32", 1, 0], ["const_i32", 2, 0], ["loop"], ["if_lt_i32", 1, 0], ["add_i32", 2, 2, 1], ["add_i32_imm", 1, 1, 1], ["branch", 1], ["end"], ["end"], ["return", 2]],
};
/** sum n = if n = 0 then 0L else int64 n + sum (n - 1) */
const sum: FnText = {
  params: 1,
  registers: ["i32", "i32", "i64", "i64"],
  result: "i64",
  code: [
    ["if_eq_i32_imm", 0, 0],
    ["const_i64", 2, 0],
    ["return", 2],
    ["end"],
    ["add_i32_imm", 1, 0, -1],
    ["call", 2, "sum", [1]],
    ["i32_to_i64", 3, 0],
    ["add_i64", 2, 2, 3],
    ["return", 2],
  ],
};
const even: FnText = {
  params: 1,
  registers: ["i32", "i32", "bool"],
  result: "bool",
  code: [["if_eq_i32_imm", 0, 0], ["const_bool", 2, 1], ["return", 2], ["end"], ["add_i32_imm", 1, 0, -1], ["tail_call", "odd", [1]]],
};
const odd: FnText = { ...even, code: [["if_eq_i32_imm", 0, 0], ["const_bool", 2, 0], ["return", 2], ["end"], ["add_i32_imm", 1, 0, -1], ["tail_call", "even", [1]]] };

const program: ModuleText = { functions: { fib, count, sum, even, odd } };

describe("functions and loops", () => {
  it("runs recursion and loops", () => {
    expect(runText(program, "fib", [20])).toEqual({ done: true, value: 6765 });
    expect(runText(program, "count", [1000])).toEqual({ done: true, value: 499500 });
  });

  it("recurses a million deep", () => {
    const machine = machineFor(program);
    machine.start("sum", [1_000_000]);
    expect(machine.step()).toEqual({ done: true, value: 500000500000n });
    expect(machine.stats().deepestStack).toBe(1_000_001);
  });

  it("makes a million mutual tail calls in one frame", () => {
    const machine = machineFor(program);
    machine.start("even", [1_000_000]);
    expect(machine.step()).toEqual({ done: true, value: true });
    expect(machine.stats().deepestStack).toBe(1);
  });

  it("says what the host did wrong", () => {
    const machine = machineFor(program);
    expect(() => machine.start("nothing")).toThrow(/exports no nothing/);
    expect(() => machine.start("fib", ["x"])).toThrow(/expected i32/);
    expect(() => machine.step()).toThrow(/nothing was started/);
  });
});

describe("pausing", () => {
  const total = (name: string, arg: number): number => {
    const machine = machineFor(program);
    machine.start(name, [arg]);
    machine.step();
    return machine.stats().fuelUsed;
  };

  it.each([
    ["fib", 10, 55],
    ["count", 50, 1225],
    ["sum", 40, 820n],
    ["even", 31, false],
  ] as const)("%s %d gives the same in slices of any size, for the same fuel", (name, arg, value) => {
    const whole = total(name, arg);
    for (const slice of [1, 2, 7, 100]) {
      const machine = machineFor(program);
      machine.start(name, [arg]);
      let outcome = machine.step(slice);
      while (!("done" in outcome)) {
        expect(outcome).toEqual({ paused: true, reason: "fuel" });
        outcome = machine.step(slice);
      }
      expect(outcome.value).toBe(value);
      expect(machine.stats().fuelUsed).toBe(whole);
    }
  });

  it("needs exactly its fuel", () => {
    const whole = total("fib", 10);
    const machine = machineFor(program, { limits: { fuel: whole - 1 } });
    machine.start("fib", [10]);
    expect(machine.step()).toEqual({ paused: true, reason: "fuel" });
    expect(machine.step(1000)).toEqual({ paused: true, reason: "fuel" });
    machine.setLimits({ fuel: whole });
    expect(machine.step(0)).toEqual({ done: true, value: 55 });
  });

  it("pauses at the depth limit and goes on when it is raised", () => {
    const machine = machineFor(program, { limits: { depth: 100 } });
    machine.start("sum", [1000]);
    expect(machine.step()).toEqual({ paused: true, reason: "depth" });
    expect(machine.trace()).toHaveLength(100);
    expect(machine.trace()[0]).toEqual({ function: "sum", file: "Test.fs", line: 6, column: 0 });
    machine.setLimits({ depth: 2000 });
    expect(machine.step()).toEqual({ done: true, value: 500500n });
  });

  it("pauses when the stack takes more memory than allowed", () => {
    const machine = machineFor(program, { limits: { memory: 100_000 } });
    machine.start("sum", [100_000]);
    expect(machine.step()).toEqual({ paused: true, reason: "memory" });
    machine.setLimits({ memory: 1 << 28 });
    expect(machine.step()).toEqual({ done: true, value: 5000050000n });
  });

  it("pauses when interrupted", () => {
    const machine = machineFor(program);
    machine.start("fib", [15]);
    machine.interrupt();
    expect(machine.step()).toEqual({ paused: true, reason: "interrupt" });
    expect(machine.step()).toEqual({ done: true, value: 610 });
  });
});

describe("objects", () => {
  const tree: ModuleText = {
    types: { Tree: { kind: "union", slots: { value: "i32", left: "ref Tree", right: "ref Tree" }, cases: { Leaf: { value: 0 }, Node: { value: 0, left: 1, right: 2 } } } },
    functions: {
      build: {
        params: 1,
        registers: ["i32", "i32", "ref Tree", "ref Tree"],
        result: "ref Tree",
        code: [
          ["if_eq_i32_imm", 0, 0],
          ["new_object", 2, "Tree", 0, [0]],
          ["return", 2],
          ["end"],
          ["add_i32_imm", 1, 0, -1],
          ["call", 2, "build", [1]],
          ["call", 3, "build", [1]],
          ["new_object", 2, "Tree", 1, [0, 2, 3]],
          ["return", 2],
        ],
      },
      total: {
        params: 1,
        registers: ["ref Tree", "i32", "i32", "ref Tree"],
        result: "i32",
        code: [
          ["get_slot", 1, 0, 0],
          ["if_tag", 0, 0],
          ["return", 1],
          ["end"],
          ["get_slot", 3, 0, 1],
          ["call", 2, "total", [3]],
          ["add_i32", 1, 1, 2],
          ["get_slot", 3, 0, 2],
          ["call", 2, "total", [3]],
          ["add_i32", 1, 1, 2],
          ["return", 1],
        ],
      },
      main: {
        params: 1,
        registers: ["i32", "ref Tree", "i32"],
        result: "i32",
        code: [
          ["call", 1, "build", [0]],
          ["call", 2, "total", [1]],
          ["return", 2],
        ],
      },
    },
  };

  it("builds and walks trees of union cases", () => {
    expect(runText(tree, "main", [10])).toEqual({ done: true, value: 2036 });
  });

  it("gives the same with memory looks at every turn", () => {
    const whole = runText(tree, "main", [8]);
    const machine = machineFor(tree, { limits: { memory: 64_000 } });
    machine.start("main", [8]);
    expect(machine.step()).toEqual(whole);
    expect(machine.stats().peakLiveBytes).toBe(0);
    const tight = machineFor(tree, { limits: { memory: 20_000 } });
    tight.start("main", [8]);
    expect(tight.step()).toEqual({ paused: true, reason: "memory" });
    tight.setLimits({ memory: 60_000 });
    expect(tight.step()).toEqual(whole);
  });
});

describe("closures", () => {
  const adders: ModuleText = {
    functions: {
      adder: {
        params: 1,
        registers: ["any", "any"],
        captures: ["any"],
        code: [
          ["get_upvalue", 1, 0],
          ["add_any", 1, 1, 0],
          ["return", 1],
        ],
      },
      counter: {
        params: 0,
        registers: ["ref cell_any", "any", "any", "i32"],
        captures: ["ref cell_any"],
        code: [
          ["get_upvalue", 0, 0],
          ["get_cell", 1, 0],
          ["const_i32", 3, 1],
          ["to_any", 2, 3],
          ["add_any", 1, 1, 2],
          ["set_cell", 0, 1],
          ["return", 1],
        ],
      },
      main: {
        params: 0,
        registers: ["i32", "any", "ref closure", "any"],
        code: [
          ["const_i32", 0, 40],
          ["to_any", 1, 0],
          ["new_closure", 2, "adder", [1]],
          ["const_i32", 0, 2],
          ["to_any", 1, 0],
          ["call_closure", 3, 2, [1, 1]],
          ["return", 3],
        ],
      },
      counting: {
        params: 0,
        registers: ["i32", "any", "ref cell_any", "ref closure", "any"],
        code: [
          ["const_i32", 0, 5],
          ["to_any", 1, 0],
          ["new_cell", 2, "cell_any", 1],
          ["new_closure", 3, "counter", [2]],
          ["call_closure", 4, 3, []],
          ["call_closure", 4, 3, []],
          ["tail_call_closure", 3, []],
        ],
      },
      missing: {
        params: 0,
        registers: ["ref closure", "any", "any"],
        code: [
          ["const_undefined", 1],
          ["new_closure", 0, "adder", [1]],
          ["call_closure", 2, 0, []],
          ["return", 2],
        ],
      },
    },
  };
  it("captures values and cells", () => {
    expect(runText(adders, "main")).toEqual({ done: true, value: 42 });
    expect(runText(adders, "counting")).toEqual({ done: true, value: 8 });
    expect(runText(adders, "missing")).toEqual({ done: true, value: Number.NaN });
  });
});

describe("exceptions", () => {
  const faults: ModuleText = {
    types: { "System.Exception": exceptionType(), "System.DivideByZeroException": exceptionType("System.Exception") },
    functions: {
      divide: {
        params: 2,
        registers: ["i32", "i32", "i32"],
        result: "i32",
        code: [
          ["div_i32", 2, 0, 1],
          ["return", 2],
        ],
        lines: [11, 12],
      },
      middle: {
        params: 1,
        registers: ["i32", "i32", "i32"],
        result: "i32",
        code: [
          ["const_i32", 1, 100],
          ["call", 2, "divide", [1, 0]],
          ["return", 2],
        ],
        lines: [21, 22, 23],
      },
      caught: {
        params: 1,
        registers: ["i32", "i32", "any"],
        code: [["try", 2], ["call", 1, "middle", [0]], ["to_any", 2, 1], ["return", 2], ["catch"], ["get_property", 2, 2, "message"], ["end"], ["return", 2]],
      },
      traced: {
        params: 1,
        registers: ["i32", "i32", "any"],
        code: [["try", 2], ["call", 1, "middle", [0]], ["to_any", 2, 1], ["return", 2], ["catch"], ["get_property", 2, 2, "stackTrace"], ["end"], ["return", 2]],
        lines: [31, 32, 33, 34, 35, 36, 37, 38],
      },
      rethrown: {
        params: 1,
        registers: ["i32", "i32", "any"],
        code: [["try", 2], ["call", 1, "middle", [0]], ["catch"], ["throw", 2], ["end"], ["const_undefined", 2], ["return", 2]],
        lines: [41, 42, 43, 44, 45, 46, 47],
      },
      nested: {
        params: 1,
        registers: ["i32", "i32", "any", "any"],
        code: [
          ["try", 2],
          ["try", 3],
          ["call", 1, "middle", [0]],
          ["catch"],
          ["throw", 3],
          ["end"],
          ["const_undefined", 3],
          ["return", 3],
          ["catch"],
          ["eq_any", 4, 2, 3],
          ["to_any", 3, 4],
          ["return", 3],
          ["end"],
          ["return", 2],
        ],
      },
    },
  };
  faults.functions.nested.registers satisfies readonly string[];
  const nested: ModuleText = { ...faults, functions: { ...faults.functions, nested: { ...faults.functions.nested, registers: ["i32", "i32", "any", "any", "bool"] } } };

  it("catches what callees raise", () => {
    expect(runText(nested, "caught", [5])).toEqual({ done: true, value: 20 });
    expect(runText(nested, "caught", [0])).toEqual({ done: true, value: "Attempted to divide by zero." });
    expect(runText(nested, "nested", [0])).toEqual({ done: true, value: true });
  });

  it("gives exceptions the way they took", () => {
    expect(runText(nested, "traced", [0])).toEqual({
      done: true,
      value: "   at divide() in Test.fs:line 11\n   at middle() in Test.fs:line 22\n   at traced() in Test.fs:line 32",
    });
  });

  it("traps when nothing catches, with the trace", () => {
    const place = (name: string, line: number) => ({ function: name, file: "Test.fs", line, column: 0 });
    expect(runText(nested, "middle", [0])).toEqual({
      trapped: true,
      trap: {
        code: "unhandled_exception",
        message: "Attempted to divide by zero.",
        exceptionType: "System.DivideByZeroException",
        trace: [place("divide", 11), place("middle", 22)],
      },
    });
    expect(runText(nested, "rethrown", [0])).toMatchObject({ trapped: true, trap: { trace: [place("divide", 11), place("middle", 22), place("rethrown", 42)] } });
  });

  it("traps where the module has no type for the exception", () => {
    expect(runText({ functions: { divide: faults.functions.divide } }, "divide", [1, 0])).toMatchObject({ trapped: true, trap: { exceptionType: "System.DivideByZeroException" } });
  });
});
