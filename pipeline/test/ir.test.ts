/** Shapes of the IR that matter: what becomes a direct call, a closure, a tail call. */
import { expect, test } from "vitest";
import { lower } from "../../lowering/index.ts";
import { printFunction } from "../../lowering/ir/print.ts";
import { disassemble } from "../../schemas/isa/text.ts";
import { openLibrarySource } from "../library-source.ts";

const lowered = (code: string) => {
  const texts = new Map<string, string>();
  const { module, diagnostics } = lower(
    { modules: [{ path: "App.fs", code, source: "", mappings: [], own: true, members: [], imports: [] }], entities: [], outputKind: "exe", name: "App" },
    openLibrarySource(),
    { inspect: (fn) => texts.set(fn.name, printFunction(fn)), without: "all" },
  );
  expect(diagnostics).toEqual([]);
  return { texts, code: disassemble(module!) };
};

test("a local function that is only called takes what it captures as arguments", () => {
  const { texts } = lowered(`import { add_int32 } from "fusabi:op";
    export function outer(n: int32): int32 { const add = (x: int32): int32 => add_int32(x, n); return add(add(1)); }
    outer(2);`);
  expect(texts.get("App.outer.add")).toBe("fn App.outer.add(n: i32, x: i32): i32\n  return add_i32(x, n)");
  expect(texts.get("App.outer")).toBe("fn App.outer(n: i32): i32\n  return call App.outer.add(n, call App.outer.add(n, 1:i32))");
});

test("a local function that is passed on is a closure over values", () => {
  const { texts } = lowered(`import { write } from "fusabi:host";
    export function adder(n: int32): any { return (x: int32): int32 => (x + n) | 0; }
    write("" + adder(1)(2));`);
  expect(texts.get("App.adder")).toContain("closure App.adder@2[n]");
});

test("mutual and unknown calls in tail position replace the frame", () => {
  const { code } = lowered(`import { sub_int32, eq_int32 } from "fusabi:op";
    export function even(n: int32): boolean { return eq_int32(n, 0) ? true : odd(sub_int32(n, 1)); }
    export function odd(n: int32): boolean { return eq_int32(n, 0) ? false : even(sub_int32(n, 1)); }
    export function apply(f: (x: int32) => int32, x: int32): int32 { return f(x); }
    even(apply((x: int32): int32 => x, 10));`);
  expect(code).toMatch(/tail_call fn \d+ App\.odd/);
  expect(code).toMatch(/tail_call fn \d+ App\.even/);
  expect(code).toMatch(/tail_call_closure r0/);
});

test("a call under a finally is no tail call", () => {
  const { code } = lowered(`export function f(g: any): any { try { return g(); } finally { g(); } }
    f(() => 1);`);
  expect(code.slice(code.indexOf("App.f("))).not.toMatch(/^(?:.*\n){0,12}.*tail_call_closure r0/);
});
