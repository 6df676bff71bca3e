/** Loading, errors, the stack, misuse. */
import type * as Fusabi from "../../../vm/index.ts";
import { type Case, equal, rejected, thrown } from "./checks.ts";
import type { World } from "./world.ts";

export function doorCases({ fusabi, bytes, engine, fresh, printed, exports: e }: World): Case[] {
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
