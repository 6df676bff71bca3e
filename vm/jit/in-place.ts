/**
 * Prints calls of small functions in their place, with their charge, depth and frame:
 *
 *     I3: { if (depth + 3 >= meter[2] && enter(depth + 3)) …leave…; if ((meter[0] -= 9) < 0) …leave…; let v3_1 = 0; …; r7 = v3_1; break I3; }
 */
import type { Shape } from "../../schemas/isa/instruction.ts";
import { metaColumn, metaStride } from "../load.ts";
import { commonOf, type Known } from "./facts.ts";
import { declareRegisters, depthText, type Frame, frameInPlace, initialRegisters, type Place, restarted } from "./frame.ts";
import { moveFuel } from "./fuel.ts";
import { isInlined } from "./inlining.ts";
import { RegionPrinter } from "./regions.ts";

/** Words printed in place in one function, all together. */
const mostInlined = 900;

export abstract class InPlacePrinter extends RegionPrinter {
  /** Registers of frames printed in place. */
  inlinedRegisters = 0;
  #inlinedWords = 0;
  /** What is known of the values that the innermost frame in place returns. */
  #returned: (Known | undefined)[] = [];
  /** What is known of the result of the call that was printed in place. */
  #result: Known | undefined;

  /** Prints the instructions from one offset to another, which closes all the regions that it opens. */
  abstract walk(from: number, to: number): void;

  #charge(fn: number): number {
    const { loaded } = this.context;
    loaded.prepare(fn);
    return loaded.meta[fn * metaStride + metaColumn.charge];
  }

  /** Whether a call of a function is printed in place. */
  protected inlines(callee: number, tail: boolean): boolean {
    const { loaded } = this.context;
    return this.#inlinedWords + loaded.module.functions[callee].code.length <= mostInlined && isInlined(loaded, this.frame, callee, tail);
  }

  protected override returnText(value: string): string {
    this.#returned.push(this.facts.of(value));
    return super.returnText(value);
  }

  /** Notes what the call in place at an instruction gave, where it was one. */
  protected noteResult({ def }: Shape, at: number): void {
    const { fn, register } = this.frame;
    if (this.#result !== undefined && def >= 0) this.facts.set(register(fn.code[at + def]), this.#result);
    this.#result = undefined;
  }

  protected forgetResult(): void {
    this.#result = undefined;
  }

  /** Arguments of a call of a known function. */
  protected argumentsOf(at: number, tail: boolean): readonly string[] {
    return this.list(at + (tail ? 2 : 3));
  }

  /** The registers of a list operand; a frame in place knows by their texts of what types they are. */
  protected list(at: number): readonly string[] {
    const { code } = this.frame.fn;
    const registers = Array.from(code.subarray(at + 1, at + 1 + code[at]));
    for (const each of registers) this.facts.declare(this.frame, each);
    return registers.map(this.frame.register);
  }

  /** Whether a tail call is a turn of a loop, or printed in place: then it was. */
  protected knownTail(callee: number, at: number, args: readonly string[]): boolean {
    const again = restarted(this.frame, callee);
    if (again !== undefined) {
      this.#restart(again, at, args);
      return true;
    }
    if (!this.inlines(callee, true)) return false;
    this.lines.push("{");
    this.lines.push(this.pay(this.#charge(callee), at));
    this.#print(this.#framed(callee, args, this.frame, this.frame.place));
    this.lines.push("}");
    return true;
  }

  /** A tail call of the function itself is a turn of a loop around its body. */
  #restart(frame: Frame, at: number, args: readonly string[]): void {
    const { loaded } = this.context;
    const { index, register, restart } = frame;
    const moved = args.flatMap((from, to) => (from === register(to) ? [] : [{ from, to }]));
    const values = moved.map(({ from, to }) => `const a${to} = ${from};`);
    const stores = moved.map(({ to }) => `${register(to)} = a${to};`);
    const initials = Array.from(initialRegisters(loaded, index), ([each, value]) => `${register(each)} = ${value};`);
    const { label, local } = restart as { label: string; local: boolean };
    this.lines.push(`{ ${this.pay(this.#charge(index), at)} ${[...values, ...stores, ...initials].join(" ")} ${moveFuel(this.fuel, local)}continue ${label}; }`);
  }

  protected inline(callee: number, at: number, args: readonly string[]): void {
    const { fn, register, level } = this.frame;
    const number = this.number();
    const charge = this.#charge(callee);
    const below = depthText(level + 1);
    const { local } = this.fuel;
    this.lines.push(`I${number}: {`);
    if (local) this.lines.push(`if (${below} >= meter[2]) { meter[0] = fuel; const refused = enter(${below}); fuel = meter[0]; if (refused) ${this.leave(at)} }`);
    else this.lines.push(`if (${below} >= meter[2] && enter(${below})) ${this.leave(at)}`);
    this.lines.push(this.pay(charge, at));
    const place = { caller: this.frame, at, done: `I${number}`, dst: register(fn.code[at + 1]), local };
    const returned = this.#returned;
    this.#returned = [];
    this.#print(this.#framed(callee, args, undefined, place));
    // a text that is no null is no object where its kind is lost
    this.#result = this.context.loaded.module.functions[callee].result.kind === "str" ? undefined : commonOf(this.#returned);
    this.#returned = returned;
    this.lines.push("}");
  }

  /** The frame of a function in the place of its call by this one, or of this one where that is `tailOf`; declares its registers. */
  #framed(callee: number, args: readonly string[], tailOf: Frame | undefined, place: Place | undefined): Frame {
    const { frame, declared } = frameInPlace({ loaded: this.context.loaded, caller: this.frame, callee, args, tailOf, place, local: this.fuel.local, number: this.number() });
    this.lines.push(...declareRegisters(declared));
    for (const { name, value } of declared)
      if (frame.restart === undefined && value !== undefined) this.facts.copy(name, value);
      else this.facts.forget(name);
    this.inlinedRegisters += declared.length;
    this.#inlinedWords += frame.fn.code.length;
    return frame;
  }

  #print(frame: Frame): void {
    const outer = this.frame;
    const fuel = this.fuel;
    const known = this.facts.save();
    this.frame = frame;
    if (frame.restart !== undefined) this.lines.push(`${frame.restart.label}: for (;;) {`);
    this.walk(0, frame.fn.code.length);
    if (frame.restart !== undefined) this.lines.push("}");
    this.frame = outer;
    this.fuel = fuel;
    this.facts.restore(known);
  }
}
