/** Promises on either side, progress, abort. */
import type * as Fusabi from "../../../vm/index.ts";
import { type Case, equal, rejected, thrown, wait } from "./checks.ts";
import type { World } from "./world.ts";

export function asyncCases({ fusabi, fresh, count }: World): Case[] {
  const cases: [string, () => void | Promise<void>][] = [
    [
      "promises wait through async, and are refused by synchronous calls",
      async () => {
        const instance = fresh();
        thrown(fusabi, "would_wait", () => instance.exports.useFetch("a"));
        equal(await instance.async.useFetch("b"), "got body of b");
        equal(instance.exports.add(1, 2), 3);
      },
    ],
    [
      "asyncs and tasks are promises, with many host calls open at once",
      async () => {
        const { exports: x } = fresh();
        count.mostOpen = 0;
        equal([await x.parallelCalls(), count.mostOpen, await x.sequentialCalls(1), await x.taskCall(4), await x.failingCall()], [[10, 20, 30], 3, 20, "t4!", "caught negative"]);
        equal(await Promise.all([x.parallelCalls(), x.taskCall(1)]), [[10, 20, 30], "t1!"]);
      },
    ],
    [
      "functions that promise cross both ways, and run at once",
      async () => {
        const { exports: x } = fresh();
        let [open, most] = [0, 0];
        const slowly = async (n: number): Promise<number> => {
          most = Math.max(most, ++open);
          await wait(2);
          open--;
          return n * 10;
        };
        equal([await x.withAsyncs(slowly), most], [60, 3]);
        equal([await x.withAsyncs((n: number) => n), await x.withTasks(async (n: number, s: string) => `${n}${s}`)], [6, "5x"]);
        equal(await x.withTasks(() => Promise.reject(new Error("no"))), "caught no");
        equal(await x.withAsyncs((n: number) => ({ then: (resolve: (value: number) => void) => resolve(n * 2) })), 12);
        const [double] = x.doublers;
        equal(await Promise.all([double(4), double(5)]), [8, 10]);
        await rejected(fusabi, "bad_value", double("x"), "argument 1: expected int");
      },
    ],
    [
      "a task without a value is a promise",
      async () => {
        const { exports: x } = fresh();
        equal(await x.finished(1), undefined);
        await rejected(fusabi, "guest_exception", x.finished(-1), "negative");
      },
    ],
    [
      "progress is iterated",
      async () => {
        let pieces = 0;
        const run = fresh().start("sum", 5000);
        for await (const { fuelUsed } of run.progress({ slice: 5000 })) if (fuelUsed > 0) pieces++;
        equal([pieces > 2, run.last], [true, { status: "done", value: 5000 }]);
      },
    ],
    [
      "an abort cancels",
      async () => {
        const instance = fresh();
        const controller = new (globalThis as unknown as { AbortController: new () => { signal: Fusabi.Abort; abort(): void } }).AbortController();
        const running = instance.start("spin").run({ slice: 10000, signal: controller.signal });
        await wait(5);
        controller.abort();
        await rejected(fusabi, "cancelled", running);
        equal(instance.exports.cleaned, 1);
      },
    ],
    [
      "calls that are open at once have a limit",
      async () => {
        const instance = fresh({ limits: { pending: 2 } });
        const run = instance.start("parallelCalls");
        equal(run.step(), { status: "paused", reason: "pending" });
        instance.setLimits({ pending: 3 });
        equal(await run.run(), [10, 20, 30]);
      },
    ],
    [
      "dropped waits answer nobody",
      async () => {
        const instance = fresh();
        const waiting = instance.start("useFetch", "a");
        equal(waiting.step().status, "waiting");
        waiting.drop();
        equal(instance.exports.add(1, 2), 3);
        await wait(1);
        equal(await instance.async.useFetch("b"), "got body of b");
      },
    ],
    [
      "asyncs that nobody waits for any more leave the instance as it was",
      async () => {
        const instance = fresh();
        for (const end of ["drop", "cancel"] as const) {
          const waiting = instance.start("doubledSum", [() => new Promise(() => {})]);
          equal(waiting.step().status, "waiting");
          waiting[end]();
          equal([instance.exports.add(1, 2), await instance.exports.parallelCalls()], [3, [10, 20, 30]]);
        }
        await rejected(fusabi, "trapped", instance.exports.doubledSum([async () => "x"]), "expected int");
        equal(await instance.exports.doubledSum([async () => 1, () => 2]), 6);
      },
    ],
    [
      "asyncs, tasks and lazy values inside of others are functions",
      async () => {
        const { exports: x } = fresh();
        equal(await Promise.all(x.doubledLater([async () => 21, () => 4]).map((run: () => Promise<number>) => run())), [42, 8]);
        equal(await x.givenTasks(7)[0](), 7);
        let forced = 0;
        const twice = x.forcedTwice(() => ++forced);
        equal([forced, twice(), twice(), forced], [0, 2, 2, 1]);
        thrown(fusabi, "bad_value", () => x.forcedTwice(3), "given: expected function");
        thrown(fusabi, "bad_value", () => x.doubledLater([Promise.resolve(1)]), "xs[0]: expected function");
        thrown(fusabi, "trapped", () => x.forcedTwice(() => "x")(), "expected int");
      },
    ],
    [
      "queues and stacks are arrays in the order in which items leave them",
      () => {
        const { exports: x } = fresh();
        equal(
          [x.queued(["a", "b"]), x.stacked([1, 2])],
          [
            ["a", "b", "last"],
            [0, 1, 2],
          ],
        );
        thrown(fusabi, "bad_value", () => x.queued(["a", 1]), "queue[1]: expected string");
      },
    ],
    [
      "sorted collections are sets and maps in their order, linked lists arrays, addresses texts",
      () => {
        const { exports: x } = fresh();
        const ranks = [
          [["n", 0], "http://a/"],
          [["m", 0], "http://b/"],
        ];
        equal(
          [[...x.sortedNames(new Set(["z", "a"]))], [...x.ranked(ranks)], x.linked([[1], [2]])],
          [
            ["a", "m", "z"],
            [
              [["m", 0], "http://b/"],
              [["m", 1], "http://localhost/m"],
              [["n", 0], "http://a/"],
            ],
            [[0], [1], [2]],
          ],
        );
        thrown(fusabi, "bad_value", () => x.sortedNames(["a", 1]), "names[1]: expected string");
        thrown(fusabi, "guest_exception", () => x.ranked([[["n", 0], "nowhere"]]), "Invalid URI");
      },
    ],
    [
      "the concurrent collections are arrays and maps",
      () => {
        const { exports: x } = fresh();
        equal(x.worked(["a", "b", "c"]), [true, new Map([[["a", 0], 2]]), ["a", "c", "b"], [2, 1]]);
        equal(
          [...x.counted({ a: 1, b: 5 })],
          [
            ["a", 2],
            ["b", 5],
          ],
        );
        equal(x.popped([3, 2, 1]), [true, 3]);
        thrown(fusabi, "bad_value", () => x.worked([1]), "jobs[0]: expected string");
      },
    ],
    [
      "a limit that an asynchronous call spends ends it, and the next one runs",
      async () => {
        const instance = fresh({ limits: { pending: 2 } });
        await rejected(fusabi, "limit", instance.exports.parallelCalls(), "pending");
        await rejected(fusabi, "limit", instance.async.parallelCalls(), "pending");
        equal([instance.exports.add(1, 2), await instance.exports.sequentialCalls(1)], [3, 20]);
      },
    ],
    [
      "what a run had queued ends with it when it is given up",
      () => {
        for (const end of ["drop", "cancel", "limit"] as const) {
          const instance = fresh();
          if (end === "limit") thrown(fusabi, "limit", () => instance.within({ fuel: 20_000 }, () => instance.exports.tickInBackground()));
          else {
            const run = instance.start("tickInBackground");
            equal(run.step(20_000), { status: "paused", reason: "fuel" });
            run[end]();
          }
          const { ticks } = instance.exports;
          equal([ticks > 1, instance.exports.add(1, 2), instance.exports.ticks], [true, 3, ticks]);
        }
      },
    ],
  ];
  return cases.map(([name, run]) => ({ name, run }));
}
