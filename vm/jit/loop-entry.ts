/**
 * Prints a function from behind the head of one of its loops on. What stands before the loop in its enclosing loops is skipped while `entering`, and left out
 * outside of them:
 *
 *     let entering = true; L1: for (;;) { if (!entering) { … } entering = false; L2: for (;;) { … } … }
 */
import type { Shape } from "../../schemas/isa/instruction.ts";
import { lengthAt, shapeAt } from "../instructions.ts";
import { BodyPrinter } from "./body.ts";

export class LoopPrinter extends BodyPrinter {
  /** Prints from behind the head of a loop on. */
  enterAt(loop: number): void {
    const { code } = this.frame.fn;
    const ancestors = this.#ancestorsOf(loop);
    /** Whether what stands before is reached again, by a turn of an enclosing loop. */
    let again = false;
    let from = 0;
    const skip = (to: number, isLoop: boolean): void => {
      if (!again) return;
      this.lines.push("if (!entering) {");
      this.walk(from, to);
      if (isLoop) this.lines.push(this.pay(this.context.turns(this.frame.index).get(to) as number, to));
      this.lines.push("}");
      this.facts.forgetAll();
    };
    if (ancestors.some(({ shape }) => shape.mnemonic === "loop")) this.lines.push("let entering = true;");
    for (const { shape, at, second } of ancestors) {
      this.facts.forgetAll();
      const inner = at + lengthAt(code, at);
      const { mnemonic } = shape;
      if (mnemonic === "loop") {
        skip(at, true);
        again = true;
        this.open(shape, at, "for (;;) ");
      } else {
        skip(at, false);
        if (mnemonic === "block" || mnemonic === "try") {
          this.open(shape, at, "");
          if (second >= 0 && again) {
            this.lines.push("if (!entering) {");
            this.walk(inner, second);
            this.lines.push(`break ${this.regions[this.regions.length - 1].label}; }`);
          }
        } else {
          const { before, test } = this.condition(shape, at);
          this.facts.forgetAll();
          if (again && before !== "") this.lines.push(`if (!entering) { ${before} }`);
          if (second < 0) this.open(shape, at, again ? `if (entering || ${test}) ` : "if (true) ");
          else if (again) {
            this.open(shape, at, `if (!entering && ${test}) `);
            this.walk(inner, second);
            this.lines.push("} else {");
          } else this.open(shape, at, "");
        }
      }
      from = second < 0 ? inner : second + lengthAt(code, second);
    }
    skip(loop, true);
    if (again) this.lines.push("entering = false;");
    this.open(shapeAt(code, loop), loop, "for (;;) ");
    this.walk(this.strip(loop, loop + lengthAt(code, loop)), code.length);
  }

  /** The regions around an offset, outermost first; `second` is the `else` or `catch` whose part it is in, or -1. */
  #ancestorsOf(offset: number): { readonly shape: Shape; readonly at: number; second: number }[] {
    const { code } = this.frame.fn;
    const open: { readonly shape: Shape; readonly at: number; second: number }[] = [];
    for (let at = 0; at < offset; at += lengthAt(code, at)) {
      const shape = shapeAt(code, at);
      if (shape.flow === "open") open.push({ shape, at, second: -1 });
      else if (shape.flow === "else" || shape.flow === "catch") open[open.length - 1].second = at;
      else if (shape.flow === "end") open.pop();
    }
    return open;
  }
}
