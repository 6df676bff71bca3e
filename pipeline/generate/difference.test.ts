import { expect, test } from "vitest";
import { firstDifference } from "./difference.ts";

test("names the first line that differs, and how many do", () => {
  expect(firstDifference("a\nb\nc", "a\nx\ny\nc")).toBe("1 lines gone, 2 added, first at line 2\n  - b\n  + x");
  expect(firstDifference("a\nb", "a")).toBe("1 lines gone, 0 added, first at line 2\n  - b\n  + (end of file)");
});
