import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exceptions } from "../schemas/isa/exceptions.ts";
import { isa, type Mnemonic } from "../schemas/isa/table.ts";
import { exceptionType, type Line, type ModuleText, machineFor } from "./test-assembler.ts";

/** Random structured code on int32 registers 0 to 3, run by the machine and by a walk over its tree. */
type Statement =
  | { readonly is: "add" | "div"; readonly dst: number; readonly lhs: number; readonly rhs: number }
  | { readonly is: "const"; readonly dst: number; readonly value: number }
  | { readonly is: "block" | "loop"; readonly body: readonly Statement[] }
  | { readonly is: "if"; readonly test: number; readonly body: readonly Statement[]; readonly other: readonly Statement[] | undefined }
  | { readonly is: "try"; readonly body: readonly Statement[]; readonly other: readonly Statement[] }
  | { readonly is: "branch"; readonly label: number }
  | { readonly is: "switch"; readonly value: number; readonly labels: readonly number[] }
  | { readonly is: "return"; readonly src: number };

const register = fc.integer({ min: 0, max: 3 });
const { statements } = fc.letrec<{ statement: Statement; statements: Statement[] }>((tie) => ({
  statements: fc.array(tie("statement"), { maxLength: 4 }),
  statement: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ is: fc.constantFrom("add" as const, "div" as const), dst: register, lhs: register, rhs: register }),
    fc.record({ is: fc.constant("const" as const), dst: register, value: fc.integer({ min: -3, max: 3 }) }),
    fc.record({ is: fc.constantFrom("block" as const, "loop" as const), body: tie("statements") }),
    fc.record({ is: fc.constant("if" as const), test: register, body: tie("statements"), other: fc.option(tie("statements"), { nil: undefined }) }),
    fc.record({ is: fc.constant("try" as const), body: tie("statements"), other: tie("statements") }),
    fc.record({ is: fc.constant("branch" as const), label: fc.nat({ max: 5 }) }),
    fc.record({ is: fc.constant("switch" as const), value: register, labels: fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 3 }) }),
    fc.record({ is: fc.constant("return" as const), src: register }),
  ),
}));

/** Lines of the statements inside `depth` regions; a label that names no region leaves it out. */
function linesOf(body: readonly Statement[], depth: number): Line[] {
  return body.flatMap((statement): Line[] => {
    switch (statement.is) {
      case "add":
        return [["add_i32", statement.dst, statement.lhs, statement.rhs]];
      case "div":
        return [["div_i32", statement.dst, statement.lhs, statement.rhs]];
      case "const":
        return [["const_i32", statement.dst, statement.value]];
      case "block":
      case "loop":
        return [[statement.is], ...linesOf(statement.body, depth + 1), ["end"]];
      case "if":
        return [
          ["if_lt_i32_imm", statement.test, 1],
          ...linesOf(statement.body, depth + 1),
          ...(statement.other === undefined ? [] : [["else"] as const, ...linesOf(statement.other, depth + 1)]),
          ["end"],
        ];
      case "try":
        return [["try", 4], ...linesOf(statement.body, depth + 1), ["catch"], ...linesOf(statement.other, depth + 1), ["end"]];
      case "branch":
        return depth === 0 ? [] : [["branch", statement.label % depth]];
      case "switch":
        return depth === 0 ? [] : [["switch", statement.value, statement.labels.map((label) => label % depth)]];
      case "return":
        return [["return", statement.src]];
      default:
        return statement satisfies never;
    }
  });
}

const mnemonicOf = {
  add: "add_i32",
  div: "div_i32",
  const: "const_i32",
  block: "block",
  loop: "block",
  if: "if_lt_i32_imm",
  try: "try",
  branch: "branch",
  switch: "switch",
  return: "return",
} as const satisfies Record<Statement["is"], Mnemonic>;

/** Statements that may still run; fuel of those that did. */
interface Budget {
  left: number;
  spent: number;
}

class Fault {}
class Endless {}
type Signal = { readonly out: number } | { readonly value: number } | undefined;

function walk(body: readonly Statement[], depth: number, r: number[], budget: Budget): Signal {
  /** What a region makes of its body's signal: undefined goes on behind it. */
  const close = (signal: Signal): Signal => (signal === undefined || "value" in signal ? signal : signal.out === 0 ? undefined : { out: signal.out - 1 });
  for (const statement of body) {
    if (budget.left-- <= 0) throw new Endless();
    budget.spent += isa[mnemonicOf[statement.is]].fuel;
    let signal: Signal;
    switch (statement.is) {
      case "add":
        r[statement.dst] = (r[statement.lhs] + r[statement.rhs]) | 0;
        break;
      case "div":
        if (r[statement.rhs] === 0 || (r[statement.rhs] === -1 && r[statement.lhs] === -2147483648)) throw new Fault();
        r[statement.dst] = (r[statement.lhs] / r[statement.rhs]) | 0;
        break;
      case "const":
        r[statement.dst] = statement.value;
        break;
      case "block":
        signal = close(walk(statement.body, depth + 1, r, budget));
        break;
      case "loop":
        for (;;) {
          if (budget.left-- <= 0) throw new Endless();
          budget.spent += isa.loop.fuel;
          const inner = walk(statement.body, depth + 1, r, budget);
          if (inner !== undefined && "out" in inner && inner.out === 0) continue;
          signal = close(inner);
          break;
        }
        break;
      case "if":
        signal = close(walk(r[statement.test] < 1 ? statement.body : (statement.other ?? []), depth + 1, r, budget));
        break;
      case "try":
        try {
          signal = close(walk(statement.body, depth + 1, r, budget));
        } catch (error) {
          if (!(error instanceof Fault)) throw error;
          signal = close(walk(statement.other, depth + 1, r, budget));
        }
        break;
      case "branch":
        if (depth === 0) budget.spent--;
        else return { out: statement.label % depth };
        break;
      case "switch": {
        const { labels, value } = statement;
        if (depth === 0) budget.spent--;
        else return { out: labels[r[value] >= 0 && r[value] < labels.length ? r[value] : labels.length - 1] % depth };
        break;
      }
      case "return":
        return { value: r[statement.src] };
    }
    if (signal !== undefined) return signal;
  }
  return undefined;
}

function expected(body: readonly Statement[], args: readonly number[], budget: Budget): unknown {
  try {
    const signal = walk(body, 0, [...args, 0, 0], budget);
    return { done: true, value: signal !== undefined && "value" in signal ? signal.value : 77 };
  } catch (error) {
    if (error instanceof Endless) return "endless";
    if (error instanceof Fault) return "fault";
    throw error;
  }
}

const types = Object.fromEntries(Object.values(exceptions).map(({ type }) => [type, exceptionType()]));

describe("structured code", () => {
  it("means what its tree means, and pauses anywhere for the same fuel", () => {
    fc.assert(
      fc.property(statements, fc.tuple(register, register), fc.integer({ min: 1, max: 9 }), (body, args, slice) => {
        const code: Line[] = [...linesOf(body, 0), ["const_i32", 0, 77], ["return", 0]];
        const text: ModuleText = { types, functions: { main: { params: 2, registers: ["i32", "i32", "i32", "i32", "any"], result: "i32", code } } };
        const run = (step: number) => {
          const machine = machineFor(text, { limits: { fuel: 20_000 } });
          machine.start("main", args);
          let outcome = machine.step(step);
          for (let steps = 0; "paused" in outcome && steps * step < 20_000; steps++) outcome = machine.step(step);
          return { outcome, fuel: machine.stats().fuelUsed, pc: machine.pc };
        };
        const whole = run(20_000);
        expect(run(slice)).toEqual(whole);
        const budget: Budget = { left: 3000, spent: 0 };
        const wanted = expected(body, args, budget);
        if (wanted === "endless") return;
        expect(whole.fuel).toBeGreaterThanOrEqual(budget.spent);
        if (wanted === "fault") expect(whole.outcome).toMatchObject({ trapped: true });
        else expect(whole.outcome).toEqual(wanted);
      }),
      {
        numRuns: 400,
        examples: [
          // What stands before a loop without an end is on the way to the handler.
          [
            [
              {
                is: "try",
                body: [
                  { is: "div", dst: 0, lhs: 0, rhs: 0 },
                  { is: "loop", body: [{ is: "branch", label: 0 }] },
                ],
                other: [{ is: "return", src: 0 }],
              },
            ],
            [0, 0],
            1,
          ],
        ],
      },
    );
  });
});
