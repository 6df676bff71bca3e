import { expect, test } from "vitest";
import { writeModule } from "../../schemas/fzb/binary.ts";
import { assemble } from "../test-assembler.ts";
import { Engine } from "./engine.ts";

const artifact = writeModule({
  ...assemble({
    functions: {
      main: {
        registers: ["i32", "any"],
        code: [
          ["const_i32", 0, 0],
          ["block"],
          ["loop"],
          ["if_ge_i32_imm", 0, 5000],
          ["branch", 2],
          ["end"],
          ["add_i32_imm", 0, 0, 1],
          ["branch", 0],
          ["end"],
          ["end"],
          ["to_any", 1, 0],
          ["return", 1],
        ],
      },
    },
  }),
  exports: [],
  entry: 0,
});

test("a run goes on in another engine from the bytes of its executor", () => {
  const executor = new Engine().load(artifact).instantiate().startMain();
  expect(executor.step(1000)).toEqual({ status: "paused", reason: "fuel" });
  const bytes = executor.snapshot();
  const again = new Engine().load(artifact).restore(bytes).resume();
  expect(again.step()).toEqual(executor.step());
  expect(again.fuelUsed).toBe(executor.fuelUsed);
  expect(() => again.snapshot()).toThrow(/nothing to save/);
});
