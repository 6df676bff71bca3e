import { expect, test } from "vitest";
import { FzbError } from "../../schemas/fzb/error.ts";
import { type LoadedModule, Machine, type MachineOptions, restore, type StepOutcome, snapshot } from "../../vm/index.ts";
import { guestModule } from "./guest.ts";
import { randomFrom } from "./modules.ts";
import { runSnapshot } from "./mutant-run.ts";
import { mutateSnapshot } from "./mutants.ts";
import { savedProgram } from "./saved-program.ts";

const program = guestModule(savedProgram);

interface Ran {
  readonly text: string;
  readonly outcome: StepOutcome;
  readonly stats: unknown;
  readonly pauses: number;
}

/** Runs in slices; at every pause `move` gives the machine to go on with. */
function run(loaded: LoadedModule, slice: number, options: MachineOptions, move: (machine: Machine, options: MachineOptions) => Machine): Ran {
  let text = "";
  const all = { ...options, imports: { "fusabi.write": (part: string) => void (text += part) } };
  let machine = new Machine(loaded, all);
  machine.start();
  for (let pauses = 0; ; pauses++) {
    const outcome = machine.step(slice);
    if (!("paused" in outcome && outcome.reason === "fuel")) return { text, outcome, stats: machine.stats(), pauses };
    machine = move(machine, all);
  }
}

const stay = (machine: Machine): Machine => machine;
const moved = (machine: Machine, options: MachineOptions): Machine => {
  const bytes = snapshot(machine);
  const made = restore(bytes, machine.loaded, options);
  expect(Buffer.compare(snapshot(made), bytes)).toBe(0);
  return made;
};

for (const tier of ["interpreter", "jit"] as const) {
  test(`a run saved at every pause goes on exactly, in the tier ${tier}`, () => {
    const whole = run(program, 1e9, { tier }, stay);
    expect(whole.text).toContain("truearray<obj>int64");
    for (const slice of [5, 61]) {
      const { pauses, ...sliced } = run(program, slice, { tier }, moved);
      expect(sliced).toEqual({ text: whole.text, outcome: whole.outcome, stats: whole.stats });
      expect(pauses).toBeGreaterThan(10);
    }
  });
}

const pausedAt = (fuel: number): Machine => {
  const machine = new Machine(program, { imports: { "fusabi.write": () => undefined } });
  machine.start();
  machine.step(fuel);
  return machine;
};

test("a state cut at any byte is refused", () => {
  const bytes = snapshot(pausedAt(1500));
  for (let at = 0; at < bytes.length; at += 7) expect(() => restore(bytes.slice(0, at), program)).toThrow(FzbError);
});

test("a damaged state is refused with an FzbError, or runs to an outcome", () => {
  const random = randomFrom(6);
  const said = new Set<string>();
  for (let origin = 0; origin < 12; origin++) {
    const bytes = snapshot(pausedAt(random(2000)));
    for (let k = 0; k < 40; k++) for (const name of runSnapshot(mutateSnapshot(bytes, random), program, 2000)) said.add(name);
  }
  expect([...said]).toEqual(expect.arrayContaining(["done", "bad_kind", "bad_object", "bad_reference", "truncated"]));
});

test("a state belongs to its module", () => {
  const other = guestModule(`${savedProgram} write("!");`);
  expect(() => restore(snapshot(pausedAt(1000)), other)).toThrow(/wrong_module.*App/);
});

test("a machine that trapped has no state", () => {
  const machine = new Machine(guestModule("throw 1;"));
  machine.start();
  expect(machine.step()).toMatchObject({ trapped: true });
  expect(() => snapshot(machine)).toThrow(/trapped/);
});

test("globals stay where nothing runs", () => {
  const library = guestModule("let n = 0; n = n + 1; write('' + n);");
  const machine = new Machine(library, { imports: { "fusabi.write": () => undefined } });
  machine.start();
  machine.step();
  const again = restore(snapshot(machine), library, { imports: { "fusabi.write": () => undefined } });
  expect(again.globals.filter((value) => typeof value === "number")).toEqual([1]);
  expect(() => again.step()).toThrow(/nothing was started/);
  again.start();
  expect(again.step()).toMatchObject({ done: true });
});

test("no more memory is taken than the bytes account for, and the limit holds", () => {
  const bytes = snapshot(pausedAt(1500));
  const machine = restore(bytes, program, { imports: { "fusabi.write": () => undefined }, limits: { memory: 1000 } });
  expect(machine.step()).toEqual({ paused: true, reason: "memory" });
  machine.setLimits({ memory: 1 << 20 });
  expect(machine.step()).toMatchObject({ done: true });
});
