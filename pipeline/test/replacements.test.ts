/** Every row of the replacement table has its test. */
import { expect, test } from "vitest";
import { overrides } from "../../lowering/overrides.ts";
import { Machine } from "../../vm/index.ts";
import { guestModule } from "./guest.ts";
import { neededByProgram, neededBySample } from "./replacements.ts";

test("each row names what needs it", () => {
  expect([...Object.keys(neededBySample), ...Object.keys(neededByProgram)].sort()).toEqual(Object.keys(overrides).sort());
});

test.each(Object.entries(neededByProgram))("the replacement of %s", (_, { code, text }) => {
  let printed = "";
  const machine = new Machine(guestModule(code), { imports: { "fusabi.write": (part) => void (printed += String(part)) } });
  machine.start();
  expect(machine.step()).toMatchObject({ done: true });
  expect(printed).toBe(text);
});
