/**
 * Prints a part of a function, for frames that the interpreter has: from behind the head of a loop on, or from a call. Loops around the start are printed whole;
 * what stands in them before it is left out once:
 *
 *     let first = true;
 *     L0: for (;;) { if (!first) { …; if ((meter[0] -= 5) < 0) …leave…; } first = false; L1: for (;;) { …; } …; }
 *
 * Only small loops are. Behind them the part goes on to the end of the loop around it, or of the function, where no further loop comes first: parts are many, and the
 * host's compiler takes its time for large ones. Whatever leads elsewhere is left to other parts, or to the interpreter, which comes back at the next call or loop.
 */
import type { Shape } from "../../schemas/isa/instruction.ts";
import { endOf, lengthAt, shapeAt } from "../instructions.ts";
import { BodyPrinter } from "./body.ts";

/** Words of a loop around the start that is printed whole. */
const mostWhole = 400;

interface Ancestor {
  readonly shape: Shape;
  readonly at: number;
  /** Offset of its `else` or `catch`, where that is what the start is in, or -1. */
  second: number;
}

const isLoop = ({ shape }: Pick<Ancestor, "shape">): boolean => shape.mnemonic === "loop";

export class PartPrinter extends BodyPrinter {
  /** Whether control may come back to what stands before the start in the regions that are open. */
  #returns = false;
  /** Whether the text has the variable `first`. */
  usesFirst = false;

  /** Prints what follows a loop's head; or a call, which is made where `again` says so, and what follows it. */
  printFrom(from: number): void {
    const { code } = this.frame.fn;
    const start = { shape: shapeAt(code, from), at: from, second: -1 };
    const ancestors = this.#ancestorsOf(from);
    const around = this.#aroundWhole(ancestors);
    let at = 0;
    ancestors.forEach((each, index) => {
      if (index <= around) this.surround(each.shape, each.at);
      else this.#reopen(each, at);
      at = this.#behind(each.second < 0 ? each.at : each.second);
    });
    this.#printBefore(at, start);
    if (this.usesFirst) this.lines.push("first = false;");
    at = this.#behind(from);
    const whole = [...ancestors.slice(around + 1), start].find(isLoop);
    this.once = whole === undefined;
    if (isLoop(start)) {
      this.lines.push(...this.facts.ask(this.frame, from, () => this.leave(from, { behind: true })));
      this.open(start.shape, from, "for (;;) ");
      at = this.strip(from, at);
    } else {
      this.lines.push("if (again) {");
      this.walk(from, at);
      this.lines.push("}");
      if (this.#returns) this.lines.push("again = true;");
      this.facts.forgetAll();
    }
    const behind = whole === undefined ? at : this.#behind(this.#endOf(whole));
    this.walk(at, behind);
    this.once = true;
    const loop = ancestors[around];
    this.walk(behind, loop === undefined ? code.length : this.#endOf(loop));
    if (loop !== undefined) this.#leaveBehind(this.#endOf(loop));
  }

  /** Index of the innermost loop that is too large to be printed whole, or -1. */
  #aroundWhole(ancestors: readonly Ancestor[]): number {
    return ancestors.map((each) => isLoop(each) && this.#endOf(each) - each.at > mostWhole).lastIndexOf(true);
  }

  /** Opens a region around the start, whose own surroundings were printed to `from`. */
  #reopen(region: Ancestor, from: number): void {
    const { shape, at, second } = region;
    const test = this.#printBefore(from, region);
    if (isLoop(region)) {
      this.open(shape, at, "for (;;) ");
      this.#returns = true;
      this.usesFirst = true;
    } else if (test !== undefined) {
      this.open(shape, at, second < 0 ? `if (first || ${test}) ` : `if (!first && ${test}) `);
      if (second >= 0) this.walk(this.#behind(at), this.#behind(second));
    } else if (shape.mnemonic === "block" || shape.mnemonic === "try" || second >= 0) {
      this.open(shape, at, "");
      if (second >= 0 && this.#returns) this.#passHandler(region);
    } else this.open(shape, at, "if (true) ");
  }

  /** In further turns a `try` runs in place of its handler, which nothing comes to but the interpreter. */
  #passHandler({ at, second }: Ancestor): void {
    this.lines.push("if (!first) {");
    this.walk(this.#behind(at), second);
    this.lines.push(`break ${this.regions[this.regions.length - 1].label}; }`);
    this.facts.forgetAll();
    this.#returns = false;
  }

  /** Prints what stands before a region or the start, for further turns of loops around: a loop is paid for, of an `if` the condition's text is given. */
  #printBefore(from: number, { shape, at }: Ancestor): string | undefined {
    if (!this.#returns) return undefined;
    let test: string | undefined;
    this.lines.push("if (!first) {");
    this.walk(from, at);
    if (shape.mnemonic === "loop") this.lines.push(this.pay(this.context.turns(this.frame.index).get(at) as number, at));
    else if (shape.flow === "open" && shape.mnemonic !== "block" && shape.mnemonic !== "try") {
      const condition = this.condition(shape, at);
      this.lines.push(condition.before);
      test = `(${condition.test})`;
    }
    this.lines.push("}");
    this.facts.forgetAll();
    return test;
  }

  /** Leaves to what runs behind the `end` of a region. */
  #leaveBehind(end: number): void {
    const { code } = this.frame.fn;
    let at = this.#behind(end);
    for (; at < code.length; at = this.#behind(at)) {
      const { flow } = shapeAt(code, at);
      if (flow === "else" || flow === "catch") at = endOf(code, this.#behind(at));
      else if (flow !== "end") break;
    }
    if (this.frame.pcs.has(at)) this.lines.push(this.leave(at));
  }

  #behind(at: number): number {
    return at + lengthAt(this.frame.fn.code, at);
  }

  #endOf({ at }: Ancestor): number {
    return endOf(this.frame.fn.code, this.#behind(at));
  }

  /** The regions around an offset, outermost first. */
  #ancestorsOf(offset: number): Ancestor[] {
    const { code } = this.frame.fn;
    const open: Ancestor[] = [];
    for (let at = 0; at < offset; at = this.#behind(at)) {
      const shape = shapeAt(code, at);
      if (shape.flow === "open") open.push({ shape, at, second: -1 });
      else if (shape.flow === "else" || shape.flow === "catch") open[open.length - 1].second = at;
      else if (shape.flow === "end") open.pop();
    }
    return open;
  }
}
