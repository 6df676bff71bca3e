import { expect, test } from "vitest";
import { validate } from "../../schemas/fzb/validate.ts";
import { load } from "../load.ts";
import { Machine, type MachineOptions } from "../machine.ts";
import { assemble, exceptionType } from "../test-assembler.ts";
import { type RestoreOptions, restore, snapshot } from "./snapshot.ts";

const loaded = load(
  validate(
    assemble({
      types: { "System.Exception": exceptionType() },
      imports: [{ module: "host", name: "ask", capability: "host:ask", params: ["i32"], result: "i32", fsharp: "", names: [] }],
      functions: {
        main: {
          registers: ["i32", "i32", "any", "any"],
          code: [["const_i32", 0, 20], ["try", 2], ["call_import", 1, 0, [0]], ["add_i32", 0, 0, 1], ["catch"], ["const_i32", 0, -1], ["end"], ["to_any", 3, 0], ["return", 3]],
        },
      },
    }),
  ),
);

const asked = (ask: (given: number) => unknown): Machine => {
  const machine = new Machine(loaded, { imports: { "host.ask": ask } as MachineOptions["imports"] });
  machine.start("main");
  expect(machine.step()).toEqual({ waiting: true, tokens: [1] });
  return machine;
};

const goOn = async (bytes: Uint8Array, options: RestoreOptions) => {
  const machine = restore(bytes, loaded, options);
  if ("waiting" in machine.step()) await machine.settled();
  return machine.step();
};

const never = (): Promise<never> => new Promise(() => undefined);

test("a host call is asked again with what it was asked", async () => {
  const bytes = snapshot(asked(never));
  expect(await goOn(bytes, { imports: { "host.ask": async (given: number) => given + 2 } })).toEqual({ done: true, value: 42 });
  expect(await goOn(bytes, { imports: { "host.ask": (given: number) => given + 3 } })).toEqual({ done: true, value: 43 });
});

test("a host call fails where the host says so, or has nothing to ask", async () => {
  const bytes = snapshot(asked(never));
  expect(await goOn(bytes, { pending: "fail" })).toEqual({ done: true, value: -1 });
  expect(await goOn(bytes, {})).toEqual({ done: true, value: -1 });
});

test("a host call is answered by a function", async () => {
  const answer = (call: unknown) => {
    expect(call).toEqual({ token: 1, module: "host", name: "ask", args: [20] });
    return Promise.resolve(1);
  };
  expect(await goOn(snapshot(asked(never)), { pending: answer })).toEqual({ done: true, value: 21 });
});

test("an answer that came before is kept", async () => {
  const machine = asked(async () => 5);
  await machine.settled();
  const again = restore(snapshot(machine), loaded, { pending: "fail" });
  expect(again.step()).toEqual({ done: true, value: 25 });
});

test("a running machine has no state to save", () => {
  const machine: Machine = new Machine(loaded, { imports: { "host.ask": () => snapshot(machine).length } });
  machine.start("main");
  expect(machine.step()).toEqual({ done: true, value: -1 });
  expect(machine.stats().fuelUsed).toBeGreaterThan(0);
});
