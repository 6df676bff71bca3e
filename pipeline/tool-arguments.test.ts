import { expect, test } from "vitest";
import { readToolArguments } from "./tool-arguments.ts";

const usage = "usage: npm run tool -- PATH [--json]";
const read = (...args: string[]) => readToolArguments(args, usage, { json: { type: "boolean" }, only: { type: "string", multiple: true } }, 1);

test("a tool gets its flags and the rest in order", () => {
  expect(read("a", "--json", "b", "--only=x", "--only", "y")).toMatchObject({ values: { json: true, only: ["x", "y"] }, positionals: ["a", "b"] });
});

test("--help is the usage and no failure, whatever else is there", () => {
  expect(read("--help", "--nonsense")).toEqual({ said: usage, exitCode: 0 });
});

test.each([
  [["a", "--nonsense"], "'--nonsense'"],
  [["a", "--only"], "--only"],
  [["a", "--json=1"], "--json"],
  [[], "something is missing"],
])("%j is said to be wrong, with the usage and without a stack trace", (args, wrong) => {
  const { said, exitCode } = read(...args) as { said: string; exitCode: number };
  expect(exitCode).toBe(64);
  expect(said).toContain(wrong);
  expect(said.endsWith(`\n${usage}`)).toBe(true);
  expect(said).not.toContain("    at ");
});
