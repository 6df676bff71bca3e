import fc from "fast-check";
import { expect, it } from "vitest";
import { findFirst, findLast } from "./search.ts";

const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 60 });
const part = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 24 });

it("finds what the host finds", () => {
  fc.assert(
    fc.property(text, part, fc.integer({ min: -2, max: 70 }), (text, part, from) => {
      const long = `${part}${part}${part}`.slice(0, 17 + (part.length % 5)).padEnd(17, "ab");
      for (const [within, wanted] of [
        [text, part],
        [`${text}${long}${text}${long}`, long],
      ]) {
        expect(findFirst(within, wanted, from)).toBe(within.indexOf(wanted, from));
        expect(findFirst(within, wanted)).toBe(within.indexOf(wanted));
        expect(findLast(within, wanted, from)).toBe(within.lastIndexOf(wanted, from));
        expect(findLast(within, wanted)).toBe(within.lastIndexOf(wanted));
      }
    }),
  );
});

it("takes time by the sum of the lengths", () => {
  const text = "a".repeat(300_000);
  const start = process.cpuUsage().user;
  expect(findFirst(text, `b${"a".repeat(100_000)}`)).toBe(-1);
  expect(findLast(text, `${"a".repeat(100_000)}b`)).toBe(-1);
  expect((process.cpuUsage().user - start) / 1000).toBeLessThan(500);
});
