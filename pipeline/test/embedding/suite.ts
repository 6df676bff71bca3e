/**
 * What embedding promises, as cases that need nothing but the machine's door and an artifact of Boundary.fs: they run in Node, in a browser, under frozen
 * intrinsics and without eval.
 */
import type * as Fusabi from "../../../vm/index.ts";
import { boundaryCases } from "./hostile.ts";

export interface Case {
  readonly name: string;
  readonly run: () => void | Promise<void>;
}

type Door = typeof Fusabi;

export const show = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === "bigint") return `${part}n`;
    if (part === undefined) return "undefined";
    if (part instanceof Map) return { map: [...part] };
    if (part instanceof Set) return { set: [...part] };
    if (part instanceof Uint8Array) return { bytes: [...part] };
    return typeof part === "number" && !Number.isFinite(part) ? String(part) : part;
  }) ?? String(value);

export function equal(actual: unknown, expected: unknown): void {
  if (show(actual) !== show(expected)) throw new Error(`expected ${show(expected)}, got ${show(actual)}`);
}

/** Runs what must throw one of fusabi's errors; gives it. */
export function thrown(fusabi: Door, code: string, run: () => unknown, text?: string): InstanceType<Door["FusabiError"]> {
  let value: unknown;
  try {
    value = run();
  } catch (error) {
    return checkError(fusabi, code, error, text);
  }
  throw new Error(`expected an error ${code}, got ${show(value)}`);
}

export async function rejected(fusabi: Door, code: string, promise: Promise<unknown>, text?: string): Promise<void> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    checkError(fusabi, code, error, text);
    return;
  }
  throw new Error(`expected an error ${code}, got ${show(value)}`);
}

function checkError(fusabi: Door, code: string, error: unknown, text?: string): InstanceType<Door["FusabiError"]> {
  if (!(error instanceof fusabi.FusabiError)) throw new Error(`expected an error ${code}, got ${String(error)}`);
  if (error.code !== code) throw new Error(`expected an error ${code}, got ${error.code}: ${error.message}`);
  if (text !== undefined && !error.message.includes(text)) throw new Error(`expected a message with ${JSON.stringify(text)}, got ${JSON.stringify(error.message)}`);
  return error;
}

const line = (name: string, price: unknown, count: unknown): unknown => ({ Name: name, Price: price, Count: count });
export const order = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  Id: 5n,
  Lines: [line("a", "1.10", 2), line("b", 3, 1)],
  Note: "x",
  Tags: ["q"],
  Stock: { k: 1 },
  Shape: { tag: "Empty" },
  ...more,
});

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => (globalThis as unknown as { setTimeout(f: () => void, ms: number): void }).setTimeout(resolve, milliseconds));

export function embeddingCases(fusabi: Door, bytes: Uint8Array, jit: boolean): Case[] {
  const { Engine, Scope } = fusabi;
  const printed: string[] = [];
  let open = 0;
  let mostOpen = 0;
  const functions: Record<string, (...args: never[]) => unknown> = {
    log: () => undefined,
    area: (shape: { tag: string; radius?: number }, factor: number) => (shape.radius ?? 0) * factor,
    find: (id: bigint) => (id === 1n ? order() : undefined),
    twice: (f: (x: number) => number, x: number) => f(f(x)),
    maker: (x: number) => (a: number, b: number) => a * 100 + b * 10 + x,
    fetch: async (url: string) => `body of ${url}`,
    tick: (n: number) => n + 1,
    later: async (n: number) => {
      if (n < 0) throw new Error("negative");
      mostOpen = Math.max(mostOpen, ++open);
      await wait(5 * (4 - n));
      open--;
      return n * 10;
    },
    laterText: async (n: number) => `t${n}`,
  };
  const engine = new Engine({ jit, onPrint: (text) => void printed.push(text) });
  for (const [name, fn] of Object.entries(functions)) engine.registerFn(name, fn);
  engine.registerType("Vector", { getters: { x: (v: number[]) => v[0] }, indexer: { get: (v: number[], i: number) => v[i] } });
  const module = engine.load(bytes);
  const scope = new Scope({ lives: 3 });
  const fresh = (options: Fusabi.InstanceOptions = {}): Fusabi.Instance => module.instantiate({ scope, ...options });
  const { exports: e } = fresh();
  const echo = (name: string, value: unknown, ...other: unknown[]): Case => ({
    name: `${name}(${show(value)})`,
    run: () => equal(e[name](value), other.length > 0 ? other[0] : value),
  });

  const shapes: Case[] = [
    ...[true, false].map((x) => echo("echoBool", x)),
    ...[0, 255].map((x) => echo("echoByte", x)),
    ...[0, -1, 2147483647, -2147483648].map((x) => echo("echoInt", x)),
    echo("echoInt64", 2n ** 63n - 1n),
    echo("echoInt64", 7, 7n),
    echo("echoUInt64", 2n ** 64n - 1n),
    echo("echoBigint", -(10n ** 40n)),
    ...[1.5, -0.25, Number.NaN, Number.POSITIVE_INFINITY].map((x) => echo("echoFloat", x)),
    echo("echoFloat32", 0.1, Math.fround(0.1)),
    echo("echoDecimal", "12345678901234567890.10"),
    echo("echoDecimal", 0.1, "0.1"),
    echo("echoDecimal", 10n, "10"),
    echo("echoDecimal", 1e-7, "0.0000001"),
    echo("echoChar", "ß"),
    ...["", "héé😀", "\ud800"].map((x) => echo("echoString", x)),
    echo("echoGuid", "AAAAAAAA-bbbb-cccc-dddd-eeeeeeeeeeee", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"),
    echo("echoSpan", 1500.5),
    echo("echoDate", new Date(Date.UTC(2024, 1, 29, 12, 30, 5, 7))),
    echo("echoOption", 5),
    echo("echoOption", undefined),
    echo("echoOption", null, undefined),
    echo("echoNested", undefined),
    echo("echoNested", { some: undefined }),
    echo("echoNested", { some: 3 }),
    echo("echoList", ["a", "b"]),
    echo("echoList", new Set(["a"]), ["a"]),
    echo("echoArray", [1, 2]),
    echo("echoArray", new Int32Array([1, 2]), [1, 2]),
    echo("echoBytes", new Uint8Array([1, 255])),
    echo("echoBytes", [1, 2], new Uint8Array([1, 2])),
    echo("echoSeq", [1, 2]),
    echo("echoResizeArray", [1.5]),
    echo("echoSet", ["b", "a", "b"], new Set(["a", "b"])),
    echo("echoMap", new Map([["k", line("a", "1", 1)]])),
    echo("echoMap", { k: line("a", "1", 1) }, new Map([["k", line("a", "1", 1)]])),
    echo("echoDictionary", new Map([[[1, "x"], 0.5]])),
    echo("echoDictionary", [[[1, "x"], 0.5]], new Map([[[1, "x"], 0.5]])),
    echo("echoTuples", [[1, "a", true]]),
    echo("echoShape", { tag: "Circle", radius: 2 }),
    echo("echoShape", { tag: "Rect", width: 2, height: 3 }),
    echo("echoShape", "Empty", { tag: "Empty" }),
    echo("echoSize", "Large"),
    echo("echoOrder", order(), order({ Lines: [line("a", "1.10", 2), line("b", "3", 1)], Tags: new Set(["q"]), Stock: new Map([["k", 1]]) })),
    echo("echoPair", { First: 1, Second: 2 }),
    echo("echoAnonymous", { X: 1, Y: ["a"] }),
    echo("echoTree", { Value: 1, Children: [{ Value: 2, Children: [] }] }),
    ...[1.5, "a", true, undefined].map((x) => echo("echoObj", x)),
    echo("echoColor", 2),
    echo("echoResult", { tag: "Ok", value: 3 }),
    echo("echoResult", { tag: "Error", value: "no" }),
    ...[1, "a"].map((x) => echo("echoGeneric", x)),
  ];

  const wrong = (name: string, args: unknown[], text: string): Case => ({
    name: `${name}(${show(args)}) is refused: ${text}`,
    run: () => void thrown(fusabi, "bad_value", () => e[name](...args), text),
  });
  const refusals: Case[] = [
    wrong("add", [1.5, 2], "argument 1: expected int, got number 1.5"),
    wrong("add", [1, "2"], 'argument 2: expected int, got string "2"'),
    wrong("add", [1], "argument 2: expected int, got undefined"),
    wrong("add", [1, 2, 3], "3 arguments, expected 2"),
    wrong("echoByte", [256], "expected byte, got number 256"),
    wrong("echoInt64", [2n ** 63n], "expected int64"),
    wrong("echoInt64", [0.5], "expected int64"),
    wrong("echoDecimal", ["1e5"], "expected decimal"),
    wrong("echoChar", ["ab"], "expected char"),
    wrong("echoString", [null], "expected string, got null"),
    wrong("echoGuid", ["x"], "expected Guid"),
    wrong("echoDate", [new Date(Number.NaN)], "expected Date"),
    wrong("echoTuples", [[[1, "a"]]], "argument 1[0]: expected array of 3 (int * string * bool)"),
    wrong("echoShape", [{ tag: "Square" }], 'expected Shape ({ tag: "Circle" | "Rect" | "Empty" }), got string "Square"'),
    wrong("echoShape", ["Circle"], "expected Shape"),
    wrong("echoShape", [{ tag: "Circle" }], "argument 1.radius: expected float, got undefined"),
    wrong("echoSize", ["Medium"], "expected Size"),
    wrong("prices", [[order(), order({ Lines: [line("a", "1", 1), line("b", "x", 1)] })]], 'argument 1[1].Lines[1].Price: expected decimal, got string "x"'),
    wrong("echoMap", [{ "a b": line("a", "1", 1.5) }], 'argument 1["a b"].Count: expected int'),
    wrong("echoResult", [{ tag: "Ok", value: "x" }], "argument 1.value: expected int"),
    wrong("callWith", [5], "expected function"),
    wrong("addScore", [{}, 1], "expected Game"),
  ];

  const behaviours: [string, () => void | Promise<void>][] = [
    ["exports are called by short and by whole names", () => equal([e.add(1, 2), e["Boundary.add"](3, 4), fresh().call("add", 5, 6)], [3, 7, 11])],
    [
      "unions, decimals and results are computed with",
      () =>
        equal(
          [e.scale(2, { tag: "Rect", width: 1, height: 2 }), e.total(order()), e.parse("12"), e.parse("x")],
          [{ tag: "Rect", width: 2, height: 4 }, "5.20", { tag: "Ok", value: 12 }, { tag: "Error", value: "no number: x" }],
        ),
    ],
    ["host functions get and give F# types", () => equal([e.useArea({ tag: "Circle", radius: 1.5 }), e.useFind(1n), e.useFind(2)], [3, true, false])],
    [
      "functions cross both ways",
      () =>
        equal(
          [
            e.useTwice(5),
            e.useMaker(7),
            e.callWith((n: number, s: string) => n === 3 && s === "x"),
            e.compose([(x: number) => x + 1, (x: number) => x * 10], 2),
            e.chooser(3)(5, 2),
            e.deepTwice(1),
            e.swap(1, "a"),
          ],
          [45, 127, true, 30, 11, 5, ["a", 1]],
        ),
    ],
    ["an exception inside a guest function called by the host passes through it", () => void thrown(fusabi, "guest_exception", () => e.useTwiceFailing(), "inside")],
    ["host objects are handles with getters and indexers", () => equal(e.useVector([2, 40]), 42)],
    [
      "the scope's variables are read and written",
      () => {
        equal(e.loseLife(), 2);
        equal(scope.get("lives"), 2);
      },
    ],
    [
      "values are properties, mutable ones too",
      () => {
        const { exports: x } = fresh();
        x.increment();
        equal([x.version, x.counter], ["1.2", 1]);
        x.counter = 10;
        equal(x.increment(), 11);
        thrown(fusabi, "bad_value", () => {
          x.counter = "a";
        });
      },
    ],
    [
      "objects of classes are references that only their instance takes",
      () => {
        const game = e.newGame() as Fusabi.GuestReference;
        equal([game.type, e.addScore(game, 5), e.addScore(game, 2)], ["Boundary.Game", 5, 7]);
        thrown(fusabi, "bad_value", () => fresh().exports.addScore(game, 1), "another instance");
      },
    ],
    [
      "instances share nothing",
      () => {
        const [a, b] = [fresh().exports, fresh().exports];
        a.increment();
        a.increment();
        equal([a.counter, b.counter], [2, 0]);
      },
    ],
    [
      "exceptions carry type, message and F# trace",
      () => {
        const error = thrown(fusabi, "guest_exception", () => e.failing(), "boom") as Fusabi.GuestError;
        equal([error.exceptionType, error.trace[0].function, error.trace[0].line > 0], ["System.Exception", "Boundary.failing", true]);
        if (!error.toString().startsWith("System.Exception: boom\n   at Boundary.failing()")) throw new Error(error.toString());
      },
    ],
    [
      "a host function's error becomes an exception that the guest catches",
      () =>
        equal(
          fresh({
            functions: {
              log: () => {
                throw new TypeError("no logging");
              },
            },
          }).exports.guarded(),
          "caught no logging",
        ),
    ],
    [
      "and the cause of the error where it does not",
      () => {
        const error = thrown(fusabi, "guest_exception", () =>
          fresh({
            functions: {
              tick: () => {
                throw new TypeError("no ticks");
              },
            },
          }).exports.useTick(1),
        );
        equal((error.cause as Error).name, "TypeError");
      },
    ],
    ["a value that contains itself does not leave", () => void thrown(fusabi, "guest_exception", () => e.knot(), "contains itself")],
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
        thrown(fusabi, "missing_import", () => new Engine().load(bytes).instantiate(), 'host.log: string -> unit (registerFn("log", …))');
        thrown(fusabi, "no_such_export", () => fresh().call("nothing"));
      },
    ],
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
        mostOpen = 0;
        equal([await x.parallelCalls(), mostOpen, await x.sequentialCalls(1), await x.taskCall(4), await x.failingCall()], [[10, 20, 30], 3, 20, "t4!", "caught negative"]);
        equal(await Promise.all([x.parallelCalls(), x.taskCall(1)]), [[10, 20, 30], "t1!"]);
      },
    ],
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
        thrown(fusabi, "misuse", () => new Scope().get("x"));
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

  return [...shapes, ...refusals, ...behaviours.map(([name, run]) => ({ name, run })), ...boundaryCases(fusabi, fresh)];
}
