import { expect, test } from "vitest";
import { caselessUnits, categoryOf, lowerInvariant, upperInvariant } from "./unicode.ts";

test("case never changes the length of a text", () => {
  expect(upperInvariant("aßéŉ")).toBe("AßÉŉ");
  expect(lowerInvariant("İXΑΣ")).toBe("İxασ");
  expect(upperInvariant("𐐨ı")).toBe("𐐀ı");
});

test("categories are those of .NET, also beyond 16 bits", () => {
  expect([..."Aa1 _-(Σ漢€"].map((char) => categoryOf(char.codePointAt(0)!))).toEqual([0, 1, 8, 11, 18, 19, 20, 0, 4, 26]);
  expect([0x10400, 0x1f600, 0xd800, 0x10ffff, 0x110000].map(categoryOf)).toEqual([0, 28, 16, 29, 29]);
});

test("caseless classes have every member", () => {
  expect(caselessUnits(0x6b)).toBe("Kk\u212a");
  expect(caselessUnits(0x212a)).toBe("Kk\u212a");
  expect(caselessUnits(0x31)).toBe("");
});
