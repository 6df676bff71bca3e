/**
 * Prints a part of a function, for frames that the interpreter has: from behind the head of a loop on, or from behind a call. It goes on to the end of the loop
 * around it, or of the function, where no further loop comes first. Whatever leads elsewhere is left to the interpreter, which comes back at the next call or loop.
 */
import type { Shape } from "../../schemas/isa/instruction.ts";
import { endOf, lengthAt, shapeAt } from "../instructions.ts";
import { BodyPrinter } from "./body.ts";

interface Ancestor {
  readonly shape: Shape;
  readonly at: number;
  /** Whether it is its `else` or `catch` that the part is in. */
  second: boolean;
}

export class PartPrinter extends BodyPrinter {
  /** Prints what follows a loop's head, or a call whose result is in its register. */
  printFrom(from: number): void {
    const { code } = this.frame.fn;
    const shape = shapeAt(code, from);
    const ancestors = this.#ancestorsOf(from);
    const around = ancestors.map(({ shape: { mnemonic } }) => mnemonic).lastIndexOf("loop");
    ancestors.forEach((each, index) => {
      if (index <= around) this.surround(each.shape, each.at);
      else this.open(each.shape, each.at, each.second || each.shape.mnemonic === "block" || each.shape.mnemonic === "try" ? "" : "if (true) ");
    });
    let at = from + lengthAt(code, from);
    if (shape.mnemonic === "loop") {
      const end = endOf(code, at);
      this.open(shape, from, "for (;;) ");
      this.walk(this.strip(from, at), end + lengthAt(code, end));
      at = end + lengthAt(code, end);
    }
    else {
      this.lines.push("if (again) {");
      this.walk(from, at);
      this.lines.push("}");
      this.facts.forgetAll();
    }
    this.once = true;
    const loop = ancestors[around];
    const end = loop === undefined ? code.length : endOf(code, loop.at + lengthAt(code, loop.at));
    this.walk(at, end);
    if (loop !== undefined) this.#leaveBehind(end);
  }

  /** Leaves to what runs behind the `end` of a region. */
  #leaveBehind(end: number): void {
    const { code } = this.frame.fn;
    let at = end + lengthAt(code, end);
    for (; at < code.length; at += lengthAt(code, at)) {
      const { flow } = shapeAt(code, at);
      if (flow === "else" || flow === "catch") at = endOf(code, at + lengthAt(code, at));
      else if (flow !== "end") break;
    }
    if (this.frame.pcs.has(at)) this.lines.push(this.leave(at));
  }

  /** The regions around an offset, outermost first. */
  #ancestorsOf(offset: number): Ancestor[] {
    const { code } = this.frame.fn;
    const open: Ancestor[] = [];
    for (let at = 0; at < offset; at += lengthAt(code, at)) {
      const shape = shapeAt(code, at);
      if (shape.flow === "open") open.push({ shape, at, second: false });
      else if (shape.flow === "else" || shape.flow === "catch") open[open.length - 1].second = true;
      else if (shape.flow === "end") open.pop();
    }
    return open;
  }
}
