import { beforeAll, describe, expect, test } from "vitest";
import { describeShape, missingShape } from "./contract.ts";
import { Fable, knownVersions } from "./fable.ts";
import { expectedShape } from "./shape.ts";

describe("the contract with Fable's packages", () => {
  let fable: Fable;
  beforeAll(async () => {
    fable = await Fable.open();
  });

  test("holds for the installed versions", () => {
    // The compiler checks the contract before its first file.
    const answer = fable.compile({ projectFile: "A.fsproj", defines: [], options: [], files: [{ path: "A.fs", source: "module A\nlet x = 1\n", own: true }] });
    expect(answer.messages).toEqual([]);
    expect(answer.modules).toHaveLength(1);
    expect(Object.values(knownVersions)).toEqual(["3.1.0", "3.1.0", "2.1.0"]);
  });

  test("a long file is printed to its end", () => {
    const calls = Array.from({ length: 800 }, (_, i) => `t ${i}\n`).join("");
    const answer = fable.compile({
      projectFile: "A.fsproj",
      defines: [],
      options: [],
      files: [{ path: "A.fs", source: `module A\nlet t (x: int) = ignore x\n${calls}`, own: true }],
    });
    expect(answer.modules[0]?.code.match(/^t\(\d+\);$/gm)).toHaveLength(800);
  });
});

test("a tree of another shape is told apart", () => {
  expect(expectedShape.length).toBeGreaterThan(100);
  const known = new Set(expectedShape);
  expect(missingShape(known)).toEqual([]);
  const changed = new Set([...known].filter((line) => !line.startsWith("case IdentExpr…Call/")));
  changed.add("case IdentExpr…Call/5");
  expect(missingShape(changed)).toEqual(["case IdentExpr…Call/4"]);
  class Other {
    readonly tag = 0;
    readonly fields = [1];
    cases(): string[] {
      return ["One", "Two"];
    }
  }
  expect([...describeShape({ node: new Other() })]).toEqual(["record node", "union One|Two", "case One…One/1"]);
});
