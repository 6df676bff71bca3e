/**
 * Prints a resumption: a function's instructions once more, for frames that the interpreter has, to go on at any of its points. What holds points stands in a
 * `switch` that leads to them; `at` is the number of the point, and 0 from there on:
 *
 *     switch (at) {
 *       case 1: case 2: case 3:
 *         if (at !== 0) { r1 = R[base + 1] | 0; }
 *         if (at === 1) { at = 0; }
 *         L0: for (;;) { switch (at) { case 0: …; case 2: if (at === 2) { r5 = R[base + 5]; at = 0; } …call…; case 3: … } … }
 *       …
 *     }
 *
 * Registers are taken from the interpreter's frame where the point is, those that all points of a region want where the region is.
 */
import type { Shape } from "../../schemas/isa/instruction.ts";
import { behindUnit, endOf, lengthAt, shapeAt } from "../instructions.ts";
import { BodyPrinter } from "./body.ts";
import type { Frame } from "./frame.ts";
import { inCell } from "./fuel.ts";
import { hasLoop, type Point, type Resumption } from "./points.ts";
import type { BodyContext } from "./regions.ts";
import { ofKind, register } from "./spelling.ts";

export class ResumePrinter extends BodyPrinter {
  readonly #resumption: Resumption;
  /** Registers that the regions around have taken. */
  #taken: readonly number[] = [];

  constructor(context: BodyContext, frame: Frame, resumption: Resumption) {
    super(context, frame, inCell);
    this.#resumption = resumption;
  }

  print(): void {
    const { code } = this.frame.fn;
    const { from, to } = this.#resumption;
    for (let at = 0; at < from; ) {
      const end = behindUnit(code, at);
      if (end > from) this.surround(shapeAt(code, at), at);
      at = end > from ? this.#behind(at) : end;
    }
    this.lines.push(this.#take(this.#wantedBy(this.#resumption.points)));
    this.#sequence(from, to, false);
    if (to < code.length) this.lines.push(this.passBehind(to));
  }

  /** Prints code from one offset to another; `fresh` says whether control comes to its start too. */
  #sequence(from: number, to: number, fresh: boolean): void {
    if (this.#pointsIn(from, to).length === 0) {
      if (fresh) this.walk(from, to);
      return;
    }
    this.lines.push(fresh ? "switch (at) { case 0:" : "switch (at) {");
    let reached = fresh;
    for (let at = from, end = 0; at < to; at = end) {
      end = behindUnit(this.frame.fn.code, at);
      const points = this.#pointsIn(at, end);
      if (points.length > 0) this.#unit(at, end, points, reached);
      else if (reached) this.walk(at, end);
      reached ||= points.length > 0;
    }
    this.lines.push("}");
  }

  /** An instruction, or a region, with the points at it, in it, and behind it. */
  #unit(at: number, end: number, points: readonly Point[], fresh: boolean): void {
    const taken = this.#taken;
    const shape = shapeAt(this.frame.fn.code, at);
    const own = (is: Point["is"]): Point | undefined => points.find((each) => each.at === at && each.is === is);
    const inner = points.filter((each) => each.at > at);
    const start = own("at");
    const reached = fresh || start !== undefined;
    if (shape.mnemonic === "loop") {
      this.#arrive(start, [], fresh);
      this.#taken = taken;
    } else this.#arrive(start, inner, fresh);
    if (this.#resumption.apart.has(at)) this.lines.push(fresh ? this.leave(at, { passes: true }) : "");
    else if (shape.mnemonic === "loop") this.#loop(shape, at, reached, own("inside"), inner);
    else if (inner.length > 0) this.#region(shape, at, reached, inner);
    else if (reached) this.walk(at, end);
    this.#taken = taken;
    this.#arrive(own("behind"), [], reached);
    this.#taken = taken;
  }

  #loop(shape: Shape, at: number, fresh: boolean, start: Point | undefined, inner: readonly Point[]): void {
    const next = this.#behind(at);
    const end = endOf(this.frame.fn.code, next);
    if (fresh) this.lines.push(this.pay(this.context.turns(this.frame.index).get(at) as number, at));
    this.#arrive(start, inner, fresh);
    if (inner.length > 0 && hasLoop(this.frame, next, end)) {
      this.open(shape, at, "for (;;) ");
      this.#sequence(next, end, true);
      this.close(end);
      return;
    }
    const done = `D${this.number()}`;
    this.lines.push(`${done}: {`);
    if (inner.length > 0) this.#turn(shape, at, end, done);
    this.lines.push(...this.facts.ask(this.frame, at, () => this.leave(at, { behind: true })));
    this.open(shape, at, "for (;;) ");
    this.walk(this.strip(at, next), end);
    this.close(end);
    this.lines.push("}");
  }

  /** The turn of an innermost loop that is gone on with, ahead of the loop, which needs no `switch` then. */
  #turn(shape: Shape, at: number, end: number, done: string): void {
    const label = this.openTurn(shape, at);
    this.lines.push(`if (at === 0) break ${label};`);
    this.#sequence(this.#behind(at), end, false);
    this.lines.push(`break ${done};`);
    this.close(end);
    this.facts.forgetAll();
  }

  /** A block, an `if` or a `try` with points in it: those in an `else` or in a handler have higher numbers. */
  #region(shape: Shape, at: number, fresh: boolean, inner: readonly Point[]): void {
    const first = this.#behind(at);
    const end = endOf(this.frame.fn.code, first);
    const second = this.#secondOf(first, end);
    const last = Math.max(0, ...inner.filter((each) => each.at < second).map(({ number }) => number));
    const later = inner.some((each) => each.at > second);
    if (shape.mnemonic === "block") {
      this.open(shape, at, "");
      this.#sequence(first, end, fresh);
    } else if (shape.mnemonic === "try") {
      this.open(shape, at, "");
      const { label } = this.regions[this.regions.length - 1];
      if (later) this.lines.push(`if (at <= ${last}) {`);
      this.#sequence(first, second, fresh);
      if (later) this.lines.push(`break ${label}; }`);
      this.facts.forgetAll();
      if (later) this.#sequence(this.#behind(second), end, false);
    } else {
      const resumed = last === 0 ? "false" : later ? `at <= ${last}` : "true";
      if (fresh) {
        const { before, test } = this.condition(shape, at);
        if (before !== "") this.lines.push(`if (at === 0) ${before}`);
        this.facts.forgetAll();
        this.open(shape, at, `if (at === 0 ? ${test} : ${resumed}) `);
      } else this.open(shape, at, `if (${resumed}) `);
      this.#sequence(first, second, fresh);
      if (second < end) {
        this.lines.push("} else {");
        this.facts.forgetAll();
        this.#sequence(this.#behind(second), end, fresh);
      }
    }
    this.close(end);
  }

  /** Where frames go on, or are on their way to points inside; takes the registers that all of them want. */
  #arrive(point: Point | undefined, inner: readonly Point[], fresh: boolean): void {
    const points = point === undefined ? inner : [point, ...inner];
    if (points.length === 0) return;
    this.lines.push(points.map(({ number }) => `case ${number}:`).join(" "));
    this.facts.forgetAll();
    const here = (text: string, condition: string): void => void this.lines.push(condition === "" ? text : `if (${condition}) { ${text} }`);
    const shared = this.#take(this.#wantedBy(points));
    if (shared !== "") here(shared, fresh ? "at !== 0" : "");
    if (point === undefined) return;
    const taken = this.#taken;
    here(`${this.#take(this.#wantedBy([point]))}at = 0;`, inner.length > 0 ? `at === ${point.number}` : "");
    this.#taken = taken;
  }

  /** Registers that are live at all of some points, and not taken yet. */
  #wantedBy(points: readonly Point[]): readonly number[] {
    const [first, ...others] = points;
    return first.live.filter((each) => !this.#taken.includes(each) && others.every(({ live }) => live.includes(each)));
  }

  #take(registers: readonly number[]): string {
    this.#taken = [...this.#taken, ...registers];
    return registers.map((each) => `${register(each)} = ${ofKind(this.frame.fn.registers[each].kind, `R[base + ${each}]`)}; `).join("");
  }

  #pointsIn(from: number, to: number): readonly Point[] {
    return this.#resumption.points.filter(({ at }) => at >= from && at < to);
  }

  /** Offset of the `else` or `catch` of the region whose first part starts at an offset, or of its end. */
  #secondOf(first: number, end: number): number {
    const { code } = this.frame.fn;
    for (let at = first; at < end; at = behindUnit(code, at)) {
      const { flow } = shapeAt(code, at);
      if (flow === "else" || flow === "catch") return at;
    }
    return end;
  }

  #behind(at: number): number {
    return at + lengthAt(this.frame.fn.code, at);
  }
}
