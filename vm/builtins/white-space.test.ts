import { expect, test } from "vitest";
import { trimText } from "./white-space.ts";

test("blank is what .NET holds for blank", () => {
  expect(trimText("\u0085\u2003a\ufeff ", true, true)).toBe("a\ufeff");
  expect(trimText(" a ", true, false)).toBe("a ");
  expect(trimText(" a ", false, true)).toBe(" a");
});
