/** The structure of a function's code: which regions are open, and whether control can reach the next instruction. */
import type { Shape } from "../isa/instruction.ts";
import type { Mnemonic } from "../isa/table.ts";
import type { CodeCheck } from "./code-check.ts";
import { limits } from "./limits.ts";

type Region = "block" | "loop" | "if" | "else" | "try" | "handler";

/** A region of an instruction that opens one; `if` for the rest of them. */
const opened: { readonly [M in Mnemonic]?: Region } = { block: "block", loop: "loop", try: "try" };

export class Regions {
  readonly #check: CodeCheck;
  readonly #open: Region[] = [];
  /** By open region: whether control gets into it, and whether it gets behind its end. */
  readonly #entered: boolean[] = [];
  readonly #left: boolean[] = [];
  #protected = 0;
  #reachable = true;

  constructor(check: CodeCheck) {
    this.#check = check;
  }

  begin(): void {
    this.#open.length = this.#entered.length = this.#left.length = 0;
    this.#protected = 0;
    this.#reachable = true;
  }

  /** Takes an instruction into account whose operands are checked but for labels. */
  step({ flow, mnemonic }: Shape): void {
    switch (flow) {
      case "open":
        this.#enter(opened[mnemonic] ?? "if");
        return;
      case "else":
        this.#turn("if", "else");
        return;
      case "catch":
        this.#turn("try", "handler");
        this.#protected--;
        return;
      case "end":
        this.#close();
        return;
      case "branch":
        this.#goTo(this.#check.code[this.#check.at + 1]);
        this.#reachable = false;
        return;
      case "switch":
        if (this.#check.count === 0) this.#check.fail("bad_structure", "a switch needs a target");
        for (let i = 0; i < this.#check.count; i++) this.#goTo(this.#check.code[this.#check.items + i]);
        this.#reachable = false;
        return;
      case "tail":
        if (this.#protected > 0) this.#check.fail("bad_structure", "a tail call cannot be inside a try");
        this.#reachable = false;
        return;
      case "return":
      case "throw":
        this.#reachable = false;
        return;
      default:
    }
  }

  /** The end of the code. */
  finish(): void {
    if (this.#open.length > 0) this.#check.fail("bad_structure", `the code ends in an open ${this.#open[this.#open.length - 1]}`);
    if (this.#reachable) this.#check.fail("bad_structure", "control falls off the end of the code");
  }

  #enter(region: Region): void {
    if (this.#open.length >= limits.nesting) this.#check.fail("limit_exceeded", `more than ${limits.nesting} open regions`);
    this.#open.push(region);
    this.#entered.push(this.#reachable);
    this.#left.push(false);
    if (region === "try") this.#protected++;
  }

  /** From the first part of a region to its second, which control reaches whenever it gets into the region. */
  #turn(from: Region, to: Region): void {
    const top = this.#open.length - 1;
    if (top < 0 || this.#open[top] !== from) this.#check.fail("bad_structure", `it belongs into ${from}, found ${this.#open[top] ?? "no open region"}`);
    this.#open[top] = to;
    if (this.#reachable) this.#left[top] = true;
    this.#reachable = this.#entered[top];
  }

  #close(): void {
    const region = this.#open.pop();
    const entered = this.#entered.pop() as boolean;
    const left = this.#left.pop() as boolean;
    if (region === undefined) this.#check.fail("bad_structure", "no region is open");
    if (region === "try") this.#check.fail("bad_structure", "a try needs a catch");
    this.#reachable ||= left || (region === "if" && entered);
  }

  #goTo(label: number): void {
    const target = this.#open.length - 1 - label;
    if (label < 0 || target < 0) this.#check.fail("bad_structure", `label ${label} leaves more than the ${this.#open.length} open regions`);
    if (this.#reachable && this.#open[target] !== "loop") this.#left[target] = true;
  }
}
