import { expect, test } from "vitest";
import { CodeWriter, instructionsOf, readInstruction } from "./codec.ts";

test("writes and reads back instructions with lists", () => {
  const writer = new CodeWriter();
  expect(writer.emit("add_i32", { dst: 2, lhs: 0, rhs: 1 })).toBe(0);
  expect(writer.emit("call", { dst: 3, fn: 7, args: [2, 1] })).toBe(4);
  writer.emit("block", {});
  writer.emit("return", { src: 3 });
  const code = writer.finish();
  expect([...instructionsOf(code)].map((each) => [each.shape.mnemonic, each.operands])).toEqual([
    ["add_i32", { dst: 2, lhs: 0, rhs: 1 }],
    ["call", { dst: 3, fn: 7, args: [2, 1] }],
    ["block", {}],
    ["return", { src: 3 }],
  ]);
  expect(readInstruction(code.slice(0, 6), 4)).toBeUndefined();
});

test("operands are typed by mnemonic", () => {
  const writer = new CodeWriter();
  // @ts-expect-error a misnamed operand
  expect(() => writer.emit("add_i32", { dst: 2, lhs: 0, right: 1 })).toThrow("add_i32: operand rhs");
  // @ts-expect-error a list where a number belongs
  expect(() => writer.emit("branch", { target: [0, 1] })).toThrow("branch: operand target");
  expect(() => writer.emit("const_i32", { dst: 0, value: 0.5 })).toThrow("signed 32-bit");
});
