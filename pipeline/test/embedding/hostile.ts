/** Hostile host values, given to exports and answered by host functions: a documented error or a value, and the instance goes on. */
import type * as Fusabi from "../../../vm/index.ts";
import type { Case } from "./checks.ts";
import type { World } from "./world.ts";

const thrower = (): never => {
  throw new Error("mine");
};

/** What a message is read from may itself be hostile. */
const poison = (): object => new Proxy({}, { get: thrower, has: thrower, ownKeys: thrower, getPrototypeOf: thrower, getOwnPropertyDescriptor: thrower });

const values: Readonly<Record<string, () => unknown>> = {
  "a proxy that throws": poison,
  "a proxy of an array that throws": () => new Proxy([1], { get: thrower }),
  "a revoked proxy": () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  "a proxy that claims a huge array": () => new Proxy([], { get: (target, name) => (name === "length" ? 2 ** 32 - 1 : Reflect.get(target, name)) }),
  "throwing getters": () =>
    Object.defineProperties({}, Object.fromEntries(["tag", "Id", "First", "Value", "X", "some", "length"].map((name) => [name, { get: thrower, enumerable: true }]))),
  "a throw of something hostile": () => ({
    get tag() {
      throw poison();
    },
    get Id() {
      throw poison();
    },
    get some() {
      throw poison();
    },
  }),
  "a value that contains itself": () => {
    const knot: Record<string, unknown> = { tag: "Circle", Value: 1, First: 1, Second: 1 };
    knot.Children = [knot];
    knot.radius = knot;
    return knot;
  },
  "an array that contains itself": () => {
    const knot: unknown[] = [];
    knot.push(knot);
    return knot;
  },
  "ten thousand levels": () => {
    let deep: Record<string, unknown> = { Value: 0, Children: [] };
    for (let i = 0; i < 10_000; i++) deep = { Value: i, Children: [deep] };
    return deep;
  },
  "a frozen object": () => Object.freeze({ tag: "Empty", Value: 1, Children: Object.freeze([]) }),
  "an object without prototype": () => Object.assign(Object.create(null), { tag: "Empty" }),
  "an endless iterable": () => ({
    *[Symbol.iterator]() {
      for (;;) yield 1;
    },
  }),
  "an iterable that throws": () => ({ [Symbol.iterator]: thrower }),
  "a thenable that throws": () => ({ then: thrower }),
  "a getter of then that throws": () => Object.defineProperty({}, "then", { get: thrower }),
  "a promise that fails": () => {
    const failing = Promise.reject(poison());
    failing.catch(() => {});
    return failing;
  },
  "a frozen array": () => Object.freeze([1, 2]),
  "a proxy of a function that throws": () => new Proxy(() => 1, { apply: thrower }),
  "a symbol": () => Symbol("x"),
  "a function": () => thrower,
  "a class": () => class {},
  "an invalid date": () => new Date(Number.NaN),
  "a sparse array": () => new Array(50),
  "a huge sparse array": () => new Array(2 ** 32 - 1),
  "a typed array": () => new Float64Array([1.5]),
  "a buffer": () => new ArrayBuffer(8),
  "a regular expression": () => /x/,
  "a weak map": () => new WeakMap(),
  "a huge bigint": () => 1n << 100_000n,
  "a huge string": () => "x".repeat(1 << 20),
  NaN: () => Number.NaN,
  "minus zero": () => -0,
  "a number object": () => Object(1) as unknown,
  "a string object": () => Object("x") as unknown,
  null: () => null,
  "names of Object's own": () => ({ constructor: 1, __proto__: null, toString: 1, tag: "constructor" }),
};

const takers = [
  "echoInt",
  "echoString",
  "echoOption",
  "echoNested",
  "echoList",
  "echoArray",
  "echoSet",
  "echoMap",
  "echoTuples",
  "echoShape",
  "echoOrder",
  "echoTree",
  "echoObj",
  "echoDate",
];

const documented = new Set(["bad_value", "guest_exception", "trapped", "limit", "would_wait"]);

export function boundaryCases({ fusabi, fresh }: World): Case[] {
  const settle = (error: unknown): void => {
    if (!(error instanceof fusabi.FusabiError) || !documented.has(error.code)) throw new Error(`undocumented: ${error instanceof Error ? error.stack : "something else"}`);
    if (typeof error.toString() !== "string") throw new Error("no text");
    if (error.code === "bad_value" && error.message.length > 1000) throw new Error("more than a person reads");
  };
  const usable = (instance: Fusabi.Instance): void => {
    if (instance.exports.add(1, 2) !== 3) throw new Error("the instance is broken");
  };
  const given: Case[] = [];
  let instance: Fusabi.Instance | undefined;
  for (const [what, make] of Object.entries(values)) {
    for (const taker of takers) {
      given.push({
        name: `${taker} is given ${what}`,
        run: () => {
          instance ??= fresh();
          try {
            instance.exports[taker](make());
          } catch (error) {
            settle(error);
          }
          usable(instance);
        },
      });
    }
  }
  const answered = Object.entries(values).flatMap(([what, make]): Case[] =>
    ["useTick", "useFind", "useMaker"].map((user) => ({
      name: `${user} is answered ${what}`,
      run: () => {
        const answer = (): unknown => make();
        const asked = fresh({ functions: { tick: answer, find: answer, maker: answer } });
        try {
          asked.exports[user](1);
        } catch (error) {
          settle(error);
        }
        usable(asked);
      },
    })),
  );
  const failing = Object.entries(values).map(
    ([what, make]): Case => ({
      name: `a host function throws ${what}`,
      run: () => {
        const asked = fresh({
          functions: {
            tick: () => {
              throw make();
            },
          },
        });
        try {
          asked.exports.useTick(1);
        } catch (error) {
          settle(error);
        }
        usable(asked);
      },
    }),
  );
  const promised = Object.entries(values).map(
    ([what, make]): Case => ({
      name: `a promise gives ${what}`,
      run: async () => {
        const asked = fresh({ functions: { tick: async () => ({ then: undefined, held: make() }).held } });
        try {
          await asked.async.useTick(1);
        } catch (error) {
          settle(error);
        }
        usable(asked);
      },
    }),
  );
  const never: Case = {
    name: "a promise never settles",
    run: () => {
      const asked = fresh({ functions: { tick: () => new Promise(() => {}) } });
      const run = asked.start("useTick", 1);
      if (run.step().status !== "waiting") throw new Error("expected to wait");
      run.cancel();
      usable(asked);
    },
  };
  return [...given, ...answered, ...failing, ...promised, never];
}
