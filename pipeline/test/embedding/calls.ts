/** Calls either way: exports, host functions, functions as values, handles, variables, references. */
import type * as Fusabi from "../../../vm/index.ts";
import { type Case, equal, thrown } from "./checks.ts";
import { order, type World } from "./world.ts";

export function callCases({ fusabi, scope, fresh, exports: e }: World): Case[] {
  const cases: [string, () => void | Promise<void>][] = [
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
    ["interfaces of collections cross as collections do", () => equal([e.countAll({ a: 1 }, new Set([1, 2])), e.table()], [[1, 2], new Map([["a", 1]])])],
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
  ];
  return cases.map(([name, run]) => ({ name, run }));
}
