import { expect, it } from "vitest";
import { shareNames } from "./sharing.ts";

it("tells names once, for the largest regions all of whose places have them", () => {
  const places = [
    { at: 0, names: ["a"] },
    { at: 3, names: ["a", "b", "c"] },
    { at: 5, names: ["c", "b", "a"] },
    { at: 6, names: ["a", "b", "d"] },
  ];
  const spans = [
    { from: 5, to: 6 },
    { from: 2, to: 8 },
    { from: 3, to: 6 },
    { from: 8, to: 9 },
  ];
  expect(shareNames({ from: 0, to: 10 }, spans, places)).toEqual({
    from: 0,
    to: 10,
    names: ["a"],
    inner: [{ from: 2, to: 8, names: ["b"], inner: [{ from: 3, to: 6, names: ["c"], inner: [] }] }],
  });
});

it("leaves a region to the one around that shares nothing of its own", () => {
  const places = [1, 1, 4].map((at, index) => ({ at, names: index === 2 ? ["b"] : ["a"] }));
  const spans = [
    { from: 0, to: 6 },
    { from: 1, to: 2 },
  ];
  expect(shareNames({ from: 0, to: 9 }, spans, places)).toEqual({ from: 0, to: 9, names: [], inner: [{ from: 1, to: 2, names: ["a"], inner: [] }] });
});
