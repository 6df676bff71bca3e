/** Executors and limits. */
import type * as Fusabi from "../../../vm/index.ts";
import { type Case, equal, rejected, thrown } from "./checks.ts";
import { order, type World } from "./world.ts";

export function runCases({ fusabi, fresh, module, scope }: World): Case[] {
  const cases: [string, () => void | Promise<void>][] = [
    [
      "an executor is stepped, interrupted, cancelled and dropped",
      () => {
        const instance = fresh();
        const spinning = instance.start("spin");
        equal(spinning.step(1000), { status: "paused", reason: "fuel" });
        spinning.interrupt();
        equal(spinning.step(1e6), { status: "paused", reason: "interrupt" });
        thrown(fusabi, "busy", () => instance.exports.add(1, 2));
        spinning.cancel();
        thrown(fusabi, "cancelled", () => spinning.step(1));
        equal(instance.exports.cleaned, 1);
        const dropped = instance.start("spin");
        dropped.step(1000);
        dropped.drop();
        thrown(fusabi, "dropped", () => dropped.step(1));
        equal([instance.exports.cleaned, instance.exports.add(1, 2)], [1, 3]);
      },
    ],
    [
      "executors take turns",
      async () => {
        const order: number[] = [];
        await Promise.all(
          [1, 2, 3].map((n) =>
            fresh()
              .start("sum", 20000)
              .run({ slice: 40000, onProgress: () => void order.push(n) }),
          ),
        );
        if (order.slice(0, 3).join() !== "1,2,3" || order.length < 9) throw new Error(order.join());
      },
    ],
    [
      "limits are errors of synchronous calls, and pauses of executors",
      async () => {
        const instance = fresh({ limits: { fuel: 2_000_000 } });
        const error = thrown(fusabi, "limit", () => instance.exports.spin()) as Fusabi.LimitError;
        equal(error.limit, "fuel");
        instance.setLimits({ fuel: Number.POSITIVE_INFINITY });
        equal(instance.exports.add(1, 2), 3);
        await rejected(fusabi, "limit", instance.start("spin").run({ fuel: 100_000 }));
        const small = fresh({ limits: { memory: 1 << 20 } });
        equal((thrown(fusabi, "limit", () => small.exports.grow()) as Fusabi.LimitError).limit, "memory");
        equal(small.exports.add(1, 2), 3);
        const deep = fresh({ limits: { depth: 100 } });
        const run = deep.start("sum", 1000);
        equal(run.step(), { status: "paused", reason: "depth" });
        deep.setLimits({ depth: 10000 });
        equal(run.step(), { status: "done", value: 1000 });
      },
    ],
    [
      "what the host gives and answers is held to the limits",
      () => {
        const instance = fresh({ functions: { fetch: () => "x".repeat(200) } });
        instance.setLimits({ string: 100, array: 10, map: 5, bigint: 1000 });
        const run = instance.start("useFetch", "a");
        for (let again = 0; again < 2; again++) equal(run.step(), { status: "paused", reason: "string" });
        instance.setLimits({ string: 1000 });
        equal(run.step(), { status: "done", value: `got ${"x".repeat(200)}` });
        const large: readonly [string, unknown, string][] = [
          ["echoString", "x".repeat(1001), "string"],
          ["echoArray", new Int32Array(11), "array"],
          ["echoList", new Array(11).fill(""), "array"],
          ["echoSeq", new Set(Array.from({ length: 11 }, (_, n) => n)), "array"],
          ["echoSet", new Array(6).fill(""), "map"],
          ["echoBigint", 1n << 2000n, "bigint"],
        ];
        for (const [name, value, limit] of large) equal((thrown(fusabi, "limit", () => instance.exports[name](value)) as Fusabi.LimitError).limit, limit);
        equal(instance.exports.echoArray([1, 2]), [1, 2]);
      },
    ],
    [
      "what open calls were given lives as long as they do",
      () =>
        equal(
          fresh({ limits: { memory: 1 << 20 } })
            .start("hoard", 1000)
            .step(),
          { status: "paused", reason: "memory" },
        ),
    ],
    [
      "an answer that came before a run was saved is kept, whatever its type",
      async () => {
        const instance = fresh({ functions: { find: async () => order() } });
        const run = instance.start("useFind", 5n);
        equal(run.step().status, "waiting");
        await run.settled();
        equal(module.restore(run.snapshot(), { scope, pending: "fail" }).resume("useFind").step(), { status: "done", value: true });
      },
    ],
    [
      "a saved run goes on as what it is, and as nothing else",
      async () => {
        const restored = (state: Uint8Array): Fusabi.Instance => module.restore(state, { scope });
        const waits = fresh({ functions: { fetch: () => new Promise(() => {}) } }).start("useFetch", "a");
        equal(waits.step().status, "waiting");
        const begun = fresh().start("echoString", "b");
        const paused = fresh().start("journey", 3);
        paused.step(1000);
        for (const [name, run] of [
          ["useFetch", waits],
          ["echoString", begun],
          ["journey", paused],
        ] as const) {
          const instance = restored(run.snapshot());
          thrown(fusabi, "misuse", () => instance.resume("add"), `a run of Boundary.${name}, not of Boundary.add`);
          thrown(fusabi, "misuse", () => instance.resume(), "not of the module's own start");
          thrown(fusabi, "no_such_export", () => instance.resume("nothing"));
          thrown(fusabi, "no_such_export", () => instance.resume(""));
          // What was refused is still there to go on with, by its short name or the whole one.
          equal(instance.resume(`Boundary.${name}`).isEnded, false);
        }
        equal(restored(begun.snapshot()).resume("echoString").step(), { status: "done", value: "b" });
      },
    ],
    [
      "guest functions called by host functions draw on the caller's limits and may not wait",
      () => {
        const instance = fresh({
          limits: { fuel: 300_000 },
          functions: {
            twice: (f: (x: number) => number, x: number) => {
              for (;;) f(x);
            },
          },
        });
        thrown(fusabi, "guest_exception", () => instance.exports.useTwice(1), "had to pause: fuel");
        let inside: unknown;
        const other: Fusabi.Instance = fresh({
          functions: {
            tick: (n: number) => {
              try {
                return other.exports.useFetch("a");
              } catch (error) {
                inside = (error as { code?: string }).code;
                return n;
              }
            },
          },
        });
        equal([other.exports.useTick(1), inside], [2, "reentrant_suspend"]);
      },
    ],
    [
      "a paused caller's step does not depend on what ran inside",
      () => {
        const run = fresh().start("useTwice", 5);
        let last = run.step(1);
        for (let i = 0; i < 2000 && last.status === "paused"; i++) last = run.step(1);
        equal(last, { status: "done", value: 45 });
      },
    ],
  ];
  return cases.map(([name, run]) => ({ name, run }));
}
