import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exceptions } from "../../schemas/isa/exceptions.ts";
import { exceptionType, type FnText, type Line, type ModuleText, machineFor } from "../test-assembler.ts";
import type { TierChoice } from "./tier.ts";

/**
 * Random modules of four functions on registers 0 to 3 (int32), 4 (any), 5 (a cell of a list) and 6 (a closure), which call each other in every way, raise,
 * catch, loop and allocate; run by the interpreter and by compiled code.
 */
type Statement =
  | { readonly is: "add" | "div" | "mul"; readonly dst: number; readonly lhs: number; readonly rhs: number }
  | { readonly is: "const"; readonly dst: number; readonly value: number }
  | { readonly is: "block" | "loop"; readonly body: readonly Statement[] }
  | { readonly is: "count"; readonly body: readonly Statement[] }
  | { readonly is: "if"; readonly test: number; readonly body: readonly Statement[]; readonly other: readonly Statement[] | undefined }
  | { readonly is: "try"; readonly body: readonly Statement[]; readonly other: readonly Statement[] }
  | { readonly is: "branch"; readonly label: number }
  | { readonly is: "switch"; readonly value: number; readonly labels: readonly number[] }
  | { readonly is: "return" | "tag"; readonly src: number }
  | { readonly is: "call" | "tail" | "closure" | "tailClosure" | "method"; readonly fn: number; readonly dst: number; readonly a: number; readonly b: number }
  | { readonly is: "push" | "head" | "next" | "store"; readonly dst: number };

const register = fc.integer({ min: 0, max: 3 });
const { statements } = fc.letrec<{ statement: Statement; statements: Statement[] }>((tie) => ({
  statements: fc.array(tie("statement"), { maxLength: 5 }),
  statement: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 3, arbitrary: fc.record({ is: fc.constantFrom("add" as const, "div" as const, "mul" as const), dst: register, lhs: register, rhs: register }) },
    fc.record({ is: fc.constant("const" as const), dst: register, value: fc.integer({ min: -3, max: 9 }) }),
    { weight: 2, arbitrary: fc.record({ is: fc.constantFrom("push" as const, "head" as const, "next" as const, "store" as const), dst: register }) },
    fc.record({ is: fc.constantFrom("block" as const, "loop" as const), body: tie("statements") }),
    { weight: 2, arbitrary: fc.record({ is: fc.constant("count" as const), body: tie("statements") }) },
    fc.record({ is: fc.constant("if" as const), test: register, body: tie("statements"), other: fc.option(tie("statements"), { nil: undefined }) }),
    fc.record({ is: fc.constant("try" as const), body: tie("statements"), other: tie("statements") }),
    fc.record({ is: fc.constant("branch" as const), label: fc.nat({ max: 5 }) }),
    fc.record({ is: fc.constant("switch" as const), value: register, labels: fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 3 }) }),
    fc.record({ is: fc.constantFrom("return" as const, "tag" as const), src: register }),
    {
      weight: 3,
      arbitrary: fc.record({
        is: fc.constantFrom("call" as const, "tail" as const, "closure" as const, "tailClosure" as const, "method" as const),
        fn: register,
        dst: register,
        a: register,
        b: register,
      }),
    },
  ),
}));

/** Lines of the statements inside `depth` regions; `tries` counts those around. */
function linesOf(body: readonly Statement[], depth: number, tries: number, counters: { next: number }): Line[] {
  const inside = (inner: readonly Statement[], more = 1, moreTries = 0) => linesOf(inner, depth + more, tries + moreTries, counters);
  return body.flatMap((statement): Line[] => {
    switch (statement.is) {
      case "add":
        return [["add_i32", statement.dst, statement.lhs, statement.rhs]];
      case "mul":
        return [["mul_i32", statement.dst, statement.lhs, statement.rhs]];
      case "div":
        return [["div_i32", statement.dst, statement.lhs, statement.rhs]];
      case "const":
        return [["const_i32", statement.dst, statement.value]];
      case "push":
        return [["new_object", 5, "Cell", statement.dst, [statement.dst, 5]]];
      case "head":
        return [["get_slot", statement.dst, 5, 0]];
      case "next":
        return [["get_slot", 5, 5, 1]];
      case "store":
        return [["set_slot", 5, 0, statement.dst]];
      case "tag":
        return [["if_tag", 5, statement.src], ["add_i32_imm", 0, 0, 5], ["else"], ["add_i32_imm", 1, 1, 7], ["end"]];
      case "block":
      case "loop":
        return [[statement.is], ...inside(statement.body), ["end"]];
      case "count": {
        const counter = counters.next++;
        return [
          ["const_i32", counter, 6],
          ["loop"],
          ["if_gt_i32_imm", counter, 0],
          ["add_i32_imm", counter, counter, -1],
          ...inside(statement.body, 2),
          ["branch", 1],
          ["end"],
          ["end"],
        ];
      }
      case "if":
        return [
          ["if_lt_i32_imm", statement.test, 1],
          ...inside(statement.body),
          ...(statement.other === undefined ? [] : [["else"] as const, ...inside(statement.other)]),
          ["end"],
        ];
      case "try":
        return [["try", 4], ...inside(statement.body, 1, 1), ["catch"], ...inside(statement.other), ["end"]];
      case "branch":
        return depth === 0 ? [] : [["branch", statement.label % depth]];
      case "switch":
        return depth === 0 ? [] : [["switch", statement.value, statement.labels.map((label) => label % depth)]];
      case "return":
        return [["return", statement.src]];
      case "tail":
        if (tries === 0) return [["tail_call", `f${statement.fn}`, [statement.a, statement.b, 5]]];
        return [["call", statement.dst, `f${statement.fn}`, [statement.a, statement.b, 5]]];
      case "call":
        return [["call", statement.dst, `f${statement.fn}`, [statement.a, statement.b, 5]]];
      case "closure":
      case "tailClosure":
        return [
          ["new_closure", 6, statement.fn < 2 ? "c" : "d", [5, statement.a]],
          ["to_any", 4, statement.b],
          ["call_closure", 4, 6, [4]],
          ["cast_i32", statement.dst, 4],
        ];
      case "method":
        return [
          ["to_any", 4, statement.b],
          ["call_method", 4, 5, statement.fn === 0 ? "absent" : "sum", [4]],
          ["cast_i32", statement.dst, 4],
        ];
      default:
        return statement satisfies never;
    }
  });
}

const end: Line[] = [
  ["add_i32", 0, 0, 1],
  ["return", 0],
];

function functionOf(body: readonly Statement[]): FnText {
  const counters = { next: 7 };
  const code: Line[] = [...linesOf(body, 0, 0, counters), ...end];
  const registers = ["i32", "i32", "i32", "i32", "any", "ref Cell", "ref closure", ...Array.from({ length: counters.next - 7 }, () => "i32")] as FnText["registers"];
  return { params: 3, registers: ["i32", "i32", "ref Cell", ...registers], result: "i32", code: [["move", 3, 0], ["move", 4, 1], ["move", 8, 2], ...shift(code)] };
}

/** Registers three further on: the first three are the parameters. */
function shift(code: readonly Line[]): Line[] {
  const registersAt: Record<string, readonly number[]> = {
    add_i32: [1, 2, 3],
    mul_i32: [1, 2, 3],
    div_i32: [1, 2, 3],
    add_i32_imm: [1, 2],
    const_i32: [1],
    new_object: [1, 4],
    get_slot: [1, 2],
    set_slot: [1, 3],
    if_tag: [1],
    if_gt_i32_imm: [1],
    if_lt_i32_imm: [1],
    try: [1],
    switch: [1],
    return: [1],
    tail_call: [2],
    call: [1, 3],
    new_closure: [1, 3],
    to_any: [1, 2],
    call_closure: [1, 2, 3],
    cast_i32: [1, 2],
    call_method: [1, 2, 4],
  };
  const move = (value: Line[number]): Line[number] => (Array.isArray(value) ? value.map((each: number) => each + 3) : Number(value) + 3);
  return code.map((line) => line.map((value, at) => ((registersAt[line[0]] ?? []).includes(at) ? move(value) : value)) as unknown as Line);
}

const closureCode = (tail: boolean): Line[] => [
  ["get_upvalue", 1, 0],
  ["get_upvalue", 2, 1],
  ["cast_i32", 3, 0],
  ...(tail ? ([["call", 3, "f1", [3, 2, 1]]] as Line[]) : ([["call", 3, "f2", [2, 3, 1]]] as Line[])),
  ["to_any", 0, 3],
  ["return", 0],
];

function moduleOf(bodies: readonly (readonly Statement[])[]): ModuleText {
  return {
    types: {
      Cell: {
        kind: "union",
        slots: { value: "i32", next: "ref Cell" },
        cases: Object.fromEntries(["A", "B", "C", "D"].map((name) => [name, { value: 0, next: 1 }])),
        methods: { sum: ["method", "sum"] },
      },
      ...Object.fromEntries(Object.values(exceptions).map(({ type }) => [type, exceptionType()])),
    },
    functions: {
      ...Object.fromEntries(bodies.map((body, index) => [`f${index}`, functionOf(body)])),
      c: { params: 1, registers: ["any", "ref Cell", "i32", "i32"], captures: ["ref Cell", "i32"], code: closureCode(true) },
      d: { params: 1, registers: ["any", "ref Cell", "i32", "i32"], captures: ["ref Cell", "i32"], receiver: false, code: closureCode(false) },
      sum: {
        params: 2,
        receiver: true,
        registers: ["any", "any", "ref Cell", "i32", "i32"],
        code: [
          ["cast_ref", 2, 0, "Cell"],
          ["cast_i32", 3, 1],
          ["get_slot", 4, 2, 0],
          ["add_i32", 3, 3, 4],
          ["to_any", 1, 3],
          ["return", 1],
        ],
      },
      main: {
        params: 2,
        registers: ["i32", "i32", "ref Cell"],
        result: "i32",
        code: [
          ["const_null_ref", 2],
          ["tail_call", "f0", [0, 1, 2]],
        ],
      },
    },
  };
}

const fuel = 6_000;

function run(text: ModuleText, args: readonly number[], tier: TierChoice, slice: number, memory: number) {
  const machine = machineFor(text, { tier, limits: { fuel, memory, depth: 60 } });
  machine.start("main", args);
  let outcome = machine.step(slice);
  let last = "";
  const places: string[] = [];
  for (let steps = 0; "paused" in outcome && steps * slice < fuel + 1000; steps++) {
    const { pc, base, top, fp } = machine;
    places.push([pc, base, top, fp, machine.stats().fuelUsed].join());
    last = machine.stackTrace();
    outcome = machine.step(slice);
  }
  return { outcome, stats: machine.stats(), places, last, pc: machine.pc };
}

describe("compiled code", () => {
  it("does what the interpreter does, paused in the same places", () => {
    fc.assert(
      fc.property(
        fc.tuple(statements, statements, statements, statements),
        fc.tuple(register, register),
        fc.integer({ min: 1, max: 300 }),
        fc.constantFrom(1 << 20, 4000, 600),
        (bodies, args, slice, memory) => {
          const text = moduleOf(bodies);
          for (const step of [fuel, slice]) expect(run(text, args, "jit", step, memory)).toEqual(run(text, args, "interpreter", step, memory));
        },
      ),
      { numRuns: 120 },
    );
  });
});
