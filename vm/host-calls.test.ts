import { describe, expect, it } from "vitest";
import type { Import } from "../schemas/fzb/module.ts";
import { exceptionType, type ModuleText, machineFor } from "./test-assembler.ts";

const imports: Import[] = [
  { module: "fusabi", name: "write", capability: "stdout", params: ["str"], result: "any", fsharp: "", names: [] },
  { module: "host", name: "double", capability: "host:double", params: ["i32"], result: "i32", fsharp: "", names: [] },
];

const program: ModuleText = {
  imports,
  types: { "System.Exception": exceptionType() },
  functions: {
    write: {
      params: 1,
      registers: ["str", "any"],
      code: [
        ["call_import", 1, 0, [0]],
        ["return", 1],
      ],
    },
    double: {
      params: 1,
      registers: ["i32", "i32"],
      result: "i32",
      code: [
        ["call_import", 1, 1, [0]],
        ["add_i32_imm", 1, 1, 1],
        ["return", 1],
      ],
    },
    careful: {
      params: 1,
      registers: ["i32", "i32", "any"],
      code: [["try", 2], ["call", 1, "double", [0]], ["to_any", 2, 1], ["return", 2], ["catch"], ["get_property", 2, 2, "message"], ["end"], ["return", 2]],
    },
  },
};

describe("host functions", () => {
  it("get copies and give values of the declared kind", () => {
    const machine = machineFor(program, { imports: { "host.double": (n: number) => n * 2 } });
    machine.start("double", [20]);
    expect(machine.step()).toEqual({ done: true, value: 41 });
  });

  it("trap the run when they are missing or give something else", () => {
    const missing = machineFor(program);
    missing.start("double", [1]);
    expect(missing.step()).toMatchObject({ trapped: true, trap: { code: "import_missing", message: expect.stringContaining("host:double") } });
    for (const wrong of ["text", 1.5, undefined, {}, null, () => 1]) {
      const machine = machineFor(program, { imports: { "host.double": () => wrong } });
      machine.start("double", [1]);
      expect(machine.step()).toMatchObject({ trapped: true, trap: { code: "import_result" } });
      expect(() => machine.start("double", [1])).toThrow(/final/);
    }
  });

  it("become guest exceptions when they throw", () => {
    const machine = machineFor(program, {
      imports: {
        "host.double": () => {
          throw new TypeError("no doubling today");
        },
      },
    });
    machine.start("careful", [1]);
    expect(machine.step()).toEqual({ done: true, value: "no doubling today" });
  });

  it("may answer later while the guest waits", async () => {
    const machine = machineFor(program, { imports: { "host.double": async (n: number) => n * 2 } });
    machine.start("double", [5]);
    expect(machine.step()).toEqual({ waiting: true, tokens: [1] });
    expect(machine.step()).toEqual({ waiting: true, tokens: [1] });
    await machine.settled();
    expect(machine.step()).toEqual({ done: true, value: 11 });

    const failing = machineFor(program, { imports: { "host.double": () => Promise.reject(new Error("lost")) } });
    failing.start("careful", [5]);
    failing.step();
    await failing.settled();
    expect(failing.step()).toEqual({ done: true, value: "lost" });
  });

  it("pause at the output limit before writing, and go on when it is raised", () => {
    const written: string[] = [];
    const machine = machineFor(program, { imports: { "fusabi.write": (text: string) => void written.push(text) }, limits: { output: 5 } });
    machine.start("write", ["héé😀"]);
    expect(machine.step()).toEqual({ paused: true, reason: "output" });
    expect(written).toEqual([]);
    machine.setLimits({ output: 9 });
    expect(machine.step()).toEqual({ done: true, value: undefined });
    expect(written).toEqual(["héé😀"]);
    expect(machine.stats().outputBytes).toBe(9);
  });

  it("cannot step the machine that calls them, but may interrupt it", () => {
    const machine = machineFor(program, {
      imports: {
        "host.double": (n: number) => {
          expect(() => machine.step()).toThrow(/stepped the machine/);
          machine.interrupt();
          return n;
        },
      },
    });
    machine.start("double", [1]);
    expect(machine.step()).toEqual({ done: true, value: 2 });
  });
});
