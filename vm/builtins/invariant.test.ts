import { expect, test } from "vitest";
import { lowerInvariant, trimText, upperInvariant } from "./invariant.ts";

test("case never changes the length of a text", () => {
  expect(upperInvariant("aßé")).toBe("AßÉ");
  expect(lowerInvariant("İX")).toBe("İx");
});

test("blank is what .NET holds for blank", () => {
  expect(trimText("\u0085\u2003a\ufeff ", true, true)).toBe("a\ufeff");
  expect(trimText(" a ", true, false)).toBe("a ");
  expect(trimText(" a ", false, true)).toBe(" a");
});
