/** Loading, errors, the stack, misuse. */
import type * as Fusabi from "../../../vm/index.ts";
import { type Case, equal, rejected, thrown } from "./checks.ts";
import type { World } from "./world.ts";

export function doorCases({ fusabi, bytes, engine, fresh, printed, scope, exports: e }: World): Case[] {
  const cases: [string, () => void | Promise<void>][] = [
    [
      "exceptions carry type, message and F# trace",
      () => {
        const error = thrown(fusabi, "guest_exception", () => e.failing(), "boom") as Fusabi.GuestError;
        equal([error.exceptionType, error.trace[0].function, error.trace[0].line > 0], ["System.Exception", "Boundary.failing", true]);
        if (!error.toString().startsWith("System.Exception: boom\n   at Boundary.failing()")) throw new Error(error.toString());
      },
    ],
    [
      "the program's own exceptions say what their Message is",
      () => {
        const seen = [() => e.refusing(3), () => e.overspending(), () => e.spending(5), () => e.silent()].map((call) => {
          const { exceptionType, message, trace } = thrown(fusabi, "guest_exception", call) as Fusabi.GuestError;
          return `${exceptionType}: ${message} (${trace.length})`;
        });
        equal(seen, ['Boundary.Refused: Refused (3, "late") (1)', "Boundary.Overspent: Overspent [1.50M] (1)", "Boundary.Spent: spent 5 (1)", "Boundary.Silent: base (1)"]);
      },
    ],
    [
      "printing goes to the host",
      () => {
        printed.length = 0;
        e.say("hello");
        equal(printed.join(""), "hello\n");
      },
    ],
    [
      "what is missing is said before anything runs",
      () => {
        thrown(fusabi, "missing_import", () => new fusabi.Engine().load(bytes).instantiate(), 'host.log: string -> unit (registerFn("log", …))');
        thrown(fusabi, "no_such_export", () => fresh().call("nothing"));
      },
    ],
    [
      "a closed instance refuses calls",
      () => {
        const instance = fresh();
        instance.close();
        thrown(fusabi, "dropped", () => instance.exports.add(1, 2));
      },
    ],
    [
      "misuse is said",
      () => {
        thrown(fusabi, "misuse", () => engine.registerFn("x", 5 as never));
        thrown(fusabi, "misuse", () => engine.registerFn("fusabi.write", () => {}));
        thrown(fusabi, "misuse", () => new fusabi.Scope().get("x"));
        thrown(fusabi, "misuse", () => engine.registerFn(Symbol("x") as never, () => {}));
        thrown(fusabi, "misuse", () => fresh({ functions: { tick: 5 as never } }), "functions: tick");
        thrown(fusabi, "misuse", () => new fusabi.Engine({ limits: { fule: 1 } as never }), "fuel, memory");
        thrown(fusabi, "misuse", () => fresh().setLimits({ fuel: Number.NaN }));
        thrown(fusabi, "misuse", () => engine.load(bytes).restore(undefined as never));
        for (const fuel of [-1, Number.NaN, "5" as never]) thrown(fusabi, "misuse", () => fresh().start("add", 1, 2).step(fuel));
      },
    ],
    [
      "bytes come from what a host has",
      async () => {
        const pieces = [bytes.subarray(0, 100), bytes.subarray(100)];
        const stream = { getReader: () => ({ read: async () => ({ done: pieces.length === 0, value: pieces.shift() }) }) };
        const blob = { arrayBuffer: async () => bytes.slice().buffer };
        for (const source of [blob, Promise.resolve({ ...blob, ok: true, status: 200 }), stream]) equal((await engine.load(source)).name, "Boundary");
        await rejected(fusabi, "misuse", engine.load({ ...blob, ok: false, status: 404 }), "status 404");
        await rejected(fusabi, "misuse", engine.load({ getReader: () => ({ read: async () => ({ done: false, value: "text" }) }) }));
      },
    ],
    [
      "a host that is asked while a call runs can end it",
      () => {
        let asked = 0;
        const instance = fresh({ interrupted: () => ++asked === 3 });
        equal((thrown(fusabi, "limit", () => instance.exports.spin()) as Fusabi.LimitError).limit, "interrupt");
        equal(instance.exports.add(1, 2), 3);
      },
    ],
    [
      "an instance is saved between two calls, also after one that failed",
      () => {
        const instance = fresh();
        instance.exports.counter = 41;
        thrown(fusabi, "guest_exception", () => instance.exports.failing());
        const again = engine.load(bytes).restore(instance.snapshot().slice().buffer, { scope });
        again.exports.counter += 1;
        equal([again.exports.counter, again.exports.add(1, 2), instance.exports.counter], [42, 3, 41]);
        thrown(fusabi, "misuse", () => again.resume("add"));
      },
    ],
    [
      "a stack calls what it knows by name",
      () => {
        const vm = new fusabi.Vm(fresh());
        vm.getGlobal("add").push(1, 2).call(2);
        equal([vm.peek(), vm.peek(1), vm.pop(), vm.top], [3, 3, 3, 0]);
        equal([vm.getGlobal("failing").pcall(0), (vm.pop() as Error).message, vm.top], [false, "boom", 0]);
        vm.push(5).setGlobal("counter").getGlobal("counter");
        equal(vm.pop(), 5);
        const game = vm.getGlobal("newGame").call(0).ref();
        equal(vm.getGlobal("addScore").pushRef(game).push(4).call(2).pop(), 4);
        vm.unref(game);
        for (const misuse of [
          () => vm.pop(),
          () => vm.peek(),
          () => vm.pushRef(game),
          () => vm.unref(game),
          () => vm.push(1).call(0),
          () => vm.call(-1),
          () => vm.push(1).setGlobal("version"),
        ])
          thrown(fusabi, "misuse", misuse);
        thrown(fusabi, "no_such_export", () => vm.getGlobal("nothing"));
        vm.trim();
        equal(vm.top, 0);
      },
    ],
    [
      "a response is loaded",
      async () => {
        const response = { ok: true, status: 200, arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer };
        equal((await engine.load(response)).name, "Boundary");
        await rejected(fusabi, "misuse", engine.load({ ...response, ok: false, status: 404 }));
      },
    ],
  ];
  return cases.map(([name, run]) => ({ name, run }));
}
