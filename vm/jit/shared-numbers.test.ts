import { expect, it } from "vitest";
import { validate } from "../../schemas/fzb/validate.ts";
import type { TypeDescriptor } from "../descriptor.ts";
import { load } from "../load.ts";
import { Machine } from "../machine.ts";
import { assemble, type ModuleText } from "../test-assembler.ts";

/** `keep` stores the case without fields and the closure of `keep`, `same` asks whether they are those of now. */
const text: ModuleText = {
  types: { Shape: { kind: "union", slots: { size: "i32" }, cases: { Round: { size: 0 }, Dot: {} } } },
  globals: { dot: "ref Shape", closure: "ref closure" },
  functions: {
    keep: {
      registers: ["ref Shape", "ref closure", "any"],
      result: "any",
      code: [
        ["const_case", 0, "Shape", 1],
        ["set_global", "dot", 0],
        ["const_closure", 1, "keep"],
        ["set_global", "closure", 1],
        ["return", 2],
      ],
    },
    same: {
      registers: ["ref Shape", "ref Shape", "bool", "ref closure", "ref closure"],
      result: "bool",
      code: [
        ["const_case", 0, "Shape", 1],
        ["get_global", 1, "dot"],
        ["eq_ref", 2, 0, 1],
        ["if", 2],
        ["const_closure", 3, "keep"],
        ["get_global", 4, "closure"],
        ["eq_ref", 2, 3, 4],
        ["end"],
        ["return", 2],
      ],
    },
  },
};

it("gives every machine its own shared values, and compiled code those that the machine has already", () => {
  const loaded = load(validate(assemble(text)));
  const run = (machine: Machine, name: string): unknown => {
    machine.start(name, []);
    return machine.step();
  };
  const shape = loaded.types.find((type) => type?.name === "Shape") as TypeDescriptor;
  const machines = (["jit", "interpreter", "jit"] as const).map((tier) => new Machine(loaded, { tier }));
  const had = machines[2]?.shared.constantCase(shape, 1);
  for (const machine of machines) run(machine, "keep");
  for (const machine of machines) expect(run(machine, "same")).toEqual({ done: true, value: true });
  for (const index of [0, 1]) expect(new Set(machines.map(({ globals }) => globals[index])).size).toBe(3);
  expect(machines[2]?.globals[0]).toBe(had);
});
