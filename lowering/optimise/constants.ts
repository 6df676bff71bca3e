/**
 * What the program's variables at the top of files are known to hold when it is built: those that only their file's start gives a value, where that is a constant, an
 * operation on constants that raises nothing, calls of functions that come to a constant (`evaluate.ts`), or an object. Readers get the constant, or that of a slot; the start of the
 * file still gives the variable its value, which hosts and snapshots see. Everything else is left to run in its order: a collection is
 * made by what the program says, since reading and validating its items takes as long (255 numbers: 20 µs).
 */
import type { Expr, IrFn, IrGlobal, Stmt } from "../ir/nodes.ts";
import { changeExpression } from "../ir/parts.ts";
import { Evaluation } from "./evaluate.ts";
import { fold } from "./fold.ts";

/** A slot that is not known is read. */
const slotOf = (global: IrGlobal, slot: number, { ty }: Expr): Expr => ({ op: "get_slot", object: { op: "global", global, ty: global.ty }, slot, ty });

const same = (value: Expr): Expr => value;

export class Constants {
  private readonly writes = new Map<IrGlobal, number>();
  private readonly values = new Map<IrGlobal, Expr & { op: "const" }>();
  private readonly objects = new Map<IrGlobal, Expr & { op: "object" }>();
  /** What is in the objects that calls gave. */
  private readonly contents = new Map<IrGlobal, Expr>();

  /** Told of every assignment, wherever it stands, before `settle`. */
  wrote(global: IrGlobal): void {
    this.writes.set(global, (this.writes.get(global) ?? 0) + 1);
  }

  /** Reads what `starts` do, in their order. */
  settle(starts: readonly IrFn[], isFixedSlot: (object: Expr & { op: "object" }, slot: number) => boolean): void {
    const settled = (value: Expr): Expr => {
      if (value.op === "global") return this.values.get(value.global) ?? value;
      if (value.op === "get_slot" && value.object.op === "global") {
        const object = this.objects.get(value.object.global);
        return (object && isFixedSlot(object, value.slot) && object.slots[value.slot]) || value;
      }
      return fold(changeExpression(value, { expression: settled, body: (body) => body }), same);
    };
    const isFixed = (value: Expr): boolean => value.op !== "object" || value.slots.every((slot, at) => isFixedSlot(value, at) && isFixed(slot));
    const evaluation = new Evaluation((global) => this.values.get(global) ?? this.contents.get(global));
    const settleOne = (one: Stmt): Stmt => {
      if (one.op !== "set_global" || this.writes.get(one.global) !== 1) return one;
      const value = settled(one.value);
      if (value.op !== "const" && value.op !== "object") {
        const result = evaluation.resultOf(one.value);
        if (result?.op === "const" && result.value != null) {
          this.values.set(one.global, result);
          return { ...one, value: result };
        }
        if (result && isFixed(result)) this.contents.set(one.global, result);
      }
      if (value.op === "const") this.values.set(one.global, value);
      else if (value.op === "object") this.objects.set(one.global, { ...value, slots: value.slots.map((slot, at) => (slot.op === "const" ? slot : slotOf(one.global, at, slot))) });
      return one;
    };
    for (const fn of starts) fn.body = fn.body.map(settleOne);
  }

  valueOf(global: IrGlobal): Expr | undefined {
    return this.values.get(global);
  }

  /** The object that a variable holds from its file's start on; it must not be made again. */
  objectOf(global: IrGlobal): Expr | undefined {
    return this.objects.get(global);
  }
}
