/**
 * Prints a function as JavaScript: registers are locals, structured control flow is the language's, charges stand where the interpreter pays them.
 *
 *     function f7(depth, r0) { let r1 = 0; if ((depth >= meter[2] || (meter[0] -= 9) < 0) && enter(depth, 9, 2)) return S; …; return r1; }
 *
 * A variant for a loop starts behind that loop's head, with registers from the interpreter's frame. What stands before the loop in its enclosing loops is
 * skipped while `entering`, and left out outside of them:
 *
 *     function f7(depth, R, base) { let r0 = R[base]; let entering = true; L1: for (;;) { if (!entering) { … } entering = false; L2: for (;;) { … } … } }
 *
 * Handlers are not printed: a guest exception leaves for the interpreter, which goes on in the handler. Only a variant for a loop inside of one has it.
 */
import type { Fn } from "../../schemas/fzb/module.ts";
import { builtins } from "../../schemas/isa/builtins.ts";
import type { Shape } from "../../schemas/isa/instruction.ts";
import { lengthAt, shapeAt } from "../instructions.ts";
import { type LoadedModule, metaColumn, metaStride } from "../load.ts";
import { conditions, semantics } from "../semantics.ts";
import { type CallContext, calls, closureType } from "./calls.ts";
import { inlines } from "./inline.ts";
import { callLeaf } from "./leaf.ts";
import { isQuiet } from "./quiet-code.ts";
import type { Site } from "./site.ts";
import { type Constants, initialText, literal, type Operands, ofKind, register, settle, spell } from "./spelling.ts";

export interface Request {
  readonly loaded: LoadedModule;
  readonly index: number;
  /** Offset of the loop to start in, -1 for the whole function. */
  readonly loop: number;
  readonly turns: ReadonlyMap<number, number>;
  readonly constants: Constants;
  readonly isOpen: (fn: number) => boolean;
  readonly tails: number;
}

export interface Printed {
  /** Parameters and body of the function. */
  readonly text: string;
  readonly sites: readonly Site[];
  /** The most values that one site hands over. */
  readonly most: number;
}

interface Region {
  readonly label: string;
  readonly opener: Shape;
  readonly offset: number;
  readonly printed: boolean;
}

type AnyEntry = (operands: unknown, context?: unknown) => string;
const straight = semantics as unknown as Readonly<Record<string, AnyEntry | undefined>>;
const tests = conditions as unknown as Readonly<Record<string, AnyEntry>>;
const callTexts = calls as unknown as Readonly<Record<string, AnyEntry>>;

/** The builtin that sees frames. */
const stackTrace = literal(builtins.stack_trace.code);

/** Instructions that take a value from where any kind may be. */
const loads: ReadonlySet<string> = new Set(["get_slot", "get_upvalue", "get_cell", "get_global"]);

class Printer {
  readonly #request: Request;
  readonly #fn: Fn;
  readonly #lines: string[] = [];
  readonly #sites: Site[] = [];
  readonly #siteOf = new Map<number, number>();
  readonly #pcs = new Map<number, number>();
  readonly #regions: Region[] = [];
  readonly #captures: boolean;
  #most = 0;
  #labels = 0;
  #selfCalls = false;
  /** How many regions are around the code whose fuel is in the local `fuel`; -1 outside of such code. */
  #quiet = -1;
  #local = false;

  constructor(request: Request) {
    this.#request = request;
    const { loaded, index } = request;
    this.#fn = loaded.module.functions[index];
    this.#captures = this.#fn.captures.length > 0;
    const offsets = loaded.decoded[index]?.offsets as Int32Array;
    for (let at = 0; at < offsets.length; at += 2) this.#pcs.set(offsets[at], offsets[at + 1]);
  }

  print(): Printed {
    const { loaded, index, loop, isOpen } = this.#request;
    const { code, params, registers, receiver } = this.#fn;
    if (loop < 0) {
      if (this.#callsItself() && isQuiet(this.#fn, 0, code.length, index)) {
        this.#quiet = 0;
        this.#local = true;
      }
      this.#walk(0, code.length);
    } else this.#enterAt(loop);
    const names = Array.from({ length: params }, (_, at) => register(at));
    const parameters =
      loop >= 0 ? ["depth", "R", "base"] : ["depth", ...(isOpen(index) ? ["closure", receiver && params > 0 ? (names.shift() as string) : "receiver"] : []), ...names];
    const body = this.#lines.join("\n");
    const head: string[] = [];
    if (loop >= 0) {
      for (const each of loaded.liveness(index).before(loop)) head.push(`let ${register(each)} = ${ofKind(registers[each].kind, `R[base + ${each}]`)};`);
      if (this.#captures) head.push(`const closure = R[base + ${registers.length}];`);
      const live = new Set(loaded.liveness(index).before(loop));
      for (let each = 0; each < registers.length; each++)
        if (!live.has(each) && this.#mentions(body, each)) head.push(`let ${register(each)} = ${initialText[registers[each].kind]};`);
    } else {
      for (let each = params; each < registers.length; each++) if (this.#mentions(body, each)) head.push(`let ${register(each)} = ${initialText[registers[each].kind]};`);
      for (let each = params - 1; each >= 0; each--) {
        const known = ofKind(registers[each].kind, register(each));
        if (known !== register(each)) head.unshift(`${register(each)} = ${known};`);
      }
      const row = index * metaStride;
      const charge = loaded.meta[row + metaColumn.charge];
      head.unshift(`if ((depth >= meter[2] || (meter[0] -= ${charge}) < 0) && enter(depth, ${charge}, ${loaded.meta[row + metaColumn.registers]})) return S;`);
    }
    if (this.#local) head.push(`let fuel = ${this.#quiet === 0 ? "meter[0]" : "0"};`);
    if (/\bmachine\b/.test(body)) head.unshift("const machine = activation.machine;");
    const text = this.#selfCalls ? `Z: for (;;) {\n${body}\n}` : body;
    return { text: `f${index}(${parameters.join(", ")}) {\n${head.join("\n")}\n${text}\n}`, sites: this.#sites, most: this.#most };
  }

  #mentions(body: string, each: number): boolean {
    return new RegExp(`\\br${each}\\b`).test(body);
  }

  /** The site of an instruction, and its live registers. */
  #site(at: number): { readonly number: number; readonly values: readonly string[] } {
    const { loaded, index } = this.#request;
    const { code, registers } = this.#fn;
    const live = loaded.liveness(index).before(at);
    const values = [...live.map(register), ...(this.#captures ? ["closure"] : [])];
    let number = this.#siteOf.get(at);
    if (number === undefined) {
      const { mnemonic, operands } = shapeAt(code, at);
      number = this.#sites.length;
      this.#siteOf.set(at, number);
      this.#most = Math.max(this.#most, values.length);
      const pc = this.#pcs.get(at) as number;
      const named = operands[0]?.name === "dst";
      this.#sites.push({
        fn: index,
        pc,
        registers: this.#captures ? [...live, registers.length] : live,
        // a name takes one more word in decoded code
        next: pc + lengthAt(code, at) + operands.filter(({ kind }) => kind === "name").length,
        dst: named && mnemonic !== "call_setter" ? code[at + 1] : -1,
        cleared: mnemonic === "call_setter" ? code[at + 1] : -1,
      });
    }
    return { number, values };
  }

  #callsItself(): boolean {
    const { code } = this.#fn;
    for (let at = 0; at < code.length; at += lengthAt(code, at)) if (shapeAt(code, at).mnemonic === "tail_call" && code[at + 1] === this.#request.index) return true;
    return false;
  }

  #leave(at: number): string {
    const { number, values } = this.#site(at);
    return this.#settled(`return leave(${[`X[${number}]`, ...values].join(", ")});`);
  }

  #fail(at: number): string {
    const { number, values } = this.#site(at);
    return this.#settled(`return fail(${["error", `X[${number}]`, ...values].join(", ")});`);
  }

  /** A way out of quiet code. */
  #settled(text: string): string {
    return this.#quiet < 0 ? text : `{ meter[0] = fuel; ${text} }`;
  }

  #pay(charge: number, at: number): string {
    if (this.#quiet < 0) return `if ((meter[0] -= ${charge}) < 0 && pay(${charge})) ${this.#leave(at)}`;
    const { number, values } = this.#site(at);
    return `if ((fuel = (fuel - ${charge}) | 0) < 0) { meter[0] = fuel; if (pay(${charge})) return leave(${[`X[${number}]`, ...values].join(", ")}); fuel = meter[0]; }`;
  }

  #operands(shape: Shape, at: number): Operands {
    const { loaded, constants } = this.#request;
    const pc = this.#pcs.get(at) as number;
    const name = shape.operands.findIndex(({ kind }) => kind === "name");
    return spell(shape, at, {
      module: loaded.module,
      types: loaded.types,
      constants,
      fn: this.#fn,
      site: name < 0 ? -1 : loaded.code[pc + 2 + name],
      leave: shape.spec.charge === "dynamic" ? this.#leave(at) : "",
      register,
    });
  }

  /** Text of a branch from the instruction at an offset; a switch goes to a loop's head, which charges. */
  #branch(label: number, at: number): string {
    const target = this.#regions[this.#regions.length - 1 - label];
    const out = this.#regions.length - 1 - label < this.#quiet - 1;
    if (target.opener.mnemonic !== "loop") return out ? this.#settled(`break ${target.label};`) : `break ${target.label};`;
    const charged = shapeAt(this.#fn.code, at).flow === "switch" ? target.offset : at;
    return `{ ${this.#pay(this.#request.turns.get(target.offset) as number, charged)} ${out ? this.#settled(`continue ${target.label};`) : `continue ${target.label};`} }`;
  }

  /** Prints the instructions from one offset to another, which closes all the regions it opens. */
  #walk(from: number, to: number): void {
    const { code } = this.#fn;
    for (let at = from; at < to; ) {
      const shape = shapeAt(code, at);
      const next = at + lengthAt(code, at);
      if (shape.flow === "catch") {
        const end = this.#endOf(next);
        this.#close();
        at = end + lengthAt(code, end);
        continue;
      }
      this.#instruction(shape, at);
      at = next;
    }
  }

  /** Offset of the `end` that closes the region which is open at an offset. */
  #endOf(from: number): number {
    const { code } = this.#fn;
    let open = 1;
    let at = from;
    for (; ; at += lengthAt(code, at)) {
      const { flow } = shapeAt(code, at);
      if (flow === "open") open++;
      else if (flow === "end" && --open === 0) return at;
    }
  }

  #open(shape: Shape, at: number, text: string): void {
    const printed = this.#pcs.has(at);
    const region = { label: `L${this.#labels++}`, opener: shape, offset: at, printed };
    this.#regions.push(region);
    if (printed && this.#quiet < 0 && shape.mnemonic === "loop" && isQuiet(this.#fn, at, this.#endOf(at + lengthAt(this.#fn.code, at)), -1)) {
      this.#quiet = this.#regions.length;
      this.#local = true;
      this.#lines.push("fuel = meter[0];");
    }
    if (printed) this.#lines.push(`${region.label}: ${text}{`);
  }

  #close(): void {
    const region = this.#regions.pop() as Region;
    const quiet = this.#quiet > this.#regions.length;
    if (quiet) this.#quiet = -1;
    if (region.printed) this.#lines.push(region.opener.mnemonic === "loop" ? `break ${region.label}; }` : "}", quiet ? "meter[0] = fuel;" : "");
  }

  /** The condition of an `if`, what it raises left to the interpreter before. */
  #condition(shape: Shape, at: number): { readonly before: string; readonly test: string } {
    const operands = this.#operands(shape, at);
    const test = (tests[shape.mnemonic] as AnyEntry)(operands);
    return { before: test.includes("raise(") ? `if (${operands["object"] as string} === undefined) ${this.#leave(at)}` : "", test };
  }

  #instruction(shape: Shape, at: number): void {
    const { flow, mnemonic } = shape;
    const reached = this.#pcs.has(at);
    switch (flow) {
      case "open":
        if (mnemonic === "loop") {
          if (reached) this.#lines.push(this.#pay(this.#request.turns.get(at) as number, at));
          this.#open(shape, at, "for (;;) ");
        } else if (mnemonic === "block" || mnemonic === "try" || !reached) this.#open(shape, at, "");
        else {
          const { before, test } = this.#condition(shape, at);
          this.#lines.push(before);
          this.#open(shape, at, `if (${test}) `);
        }
        return;
      case "else":
        if (this.#regions[this.#regions.length - 1].printed) this.#lines.push("} else {");
        return;
      case "end":
        this.#close();
        return;
      default:
        if (reached) this.#lines.push(this.#statement(shape, at));
    }
  }

  #statement(shape: Shape, at: number): string {
    const { code } = this.#fn;
    const { flow, mnemonic } = shape;
    const operands = this.#operands(shape, at);
    switch (flow) {
      case "branch":
        return this.#branch(code[at + 1], at);
      case "switch": {
        const count = code[at + 2];
        const cases = Array.from({ length: count }, (_, item) => `${item === count - 1 ? "default" : `case ${item}`}: ${this.#branch(code[at + 3 + item], at)}`);
        return `switch (${operands["value"] as string}) { ${cases.join(" ")} }`;
      }
      case "return":
        return this.#settled(`return ${operands["src"] as string};`);
      case "throw":
        return this.#leave(at);
      case "call":
      case "tail":
      case "host":
        return this.#call(mnemonic, operands, at);
      default: {
        if (mnemonic === "call_builtin" && operands["builtin"] === stackTrace) return this.#leave(at);
        return this.#straight(shape, operands, at);
      }
    }
  }

  #straight(shape: Shape, operands: Operands, at: number): string {
    const { loaded, constants } = this.#request;
    const leave = this.#leave(at);
    const general = settle((straight[shape.mnemonic] as AnyEntry)(operands), leave, this.#fail(at));
    const type = shape.operands.findIndex(({ kind }) => kind === "type");
    const inline = inlines[shape.mnemonic]?.(operands, {
      type: type < 0 ? undefined : loaded.types[this.#fn.code[at + 1 + type]],
      name: (value) => constants.name(value),
      leave,
      closureType: constants.name(loaded.types[closureType]),
      fail: this.#fail(at),
      types: loaded.types,
    });
    if (inline === undefined) {
      const dst = loads.has(shape.mnemonic) ? this.#fn.code[at + 1] : -1;
      return dst < 0 ? general : `${general} ${register(dst)} = ${ofKind(this.#fn.registers[dst].kind, register(dst))};`;
    }
    return typeof inline === "string" ? `{ ${inline} }` : `if (${inline.when}) ${inline.then} else ${general}`;
  }

  #call(mnemonic: string, operands: Operands, at: number): string {
    const { index, isOpen, tails, loop } = this.#request;
    const { registers } = this.#fn;
    if (mnemonic === "tail_call" && Number(operands["fn"]) === index && loop < 0) return this.#selfCall(at);
    const { number, values } = this.#site(at);
    const context: CallContext = {
      leave: this.#leave(at),
      fail: this.#fail(at),
      handed: `X[${number}], [${values.join(", ")}]`,
      isClosure: (operand) => {
        const { kind, type } = registers[Number(operand.slice(1))];
        return kind === "ref" && type === closureType;
      },
      result: mnemonic === "call" ? ofKind(registers[this.#fn.code[at + 1]].kind, "t") : "t",
      isOpen,
      types: this.#request.loaded.types,
      name: (value) => this.#request.constants.name(value),
      takesReceiver: (fn) => this.#request.loaded.module.functions[fn].receiver,
      tails,
    };
    const text = (callTexts[mnemonic] as AnyEntry)(operands, context);
    if (mnemonic !== "call") return text;
    const { code } = this.#fn;
    return callLeaf({
      loaded: this.#request.loaded,
      constants: this.#request.constants,
      fn: code[at + 2],
      number: this.#labels++,
      args: Array.from(code.subarray(at + 4, at + 4 + code[at + 3]), register),
      dst: register(code[at + 1]),
      call: text,
      closureType: this.#request.constants.name(this.#request.loaded.types[closureType]),
    });
  }

  /** A tail call of the function itself is a turn of a loop around its body. */
  #selfCall(at: number): string {
    const { loaded, index } = this.#request;
    const { code } = this.#fn;
    this.#selfCalls = true;
    const count = code[at + 2];
    const args = Array.from(code.subarray(at + 3, at + 3 + count));
    const moved = args.map((from, to) => ({ from, to })).filter(({ from, to }) => from !== to);
    const values = moved.map(({ from, to }) => `const a${to} = ${register(from)};`);
    const stores = moved.map(({ to }) => `${register(to)} = a${to};`);
    const initials = (loaded.initials[index] ?? []).map(([each]) => `${register(each)} = ${initialText[this.#fn.registers[each].kind]};`);
    return `{ ${this.#pay(loaded.meta[index * metaStride + metaColumn.charge], at)} ${[...values, ...stores, ...initials].join(" ")} continue Z; }`;
  }

  /** Prints from behind the head of a loop on. */
  #enterAt(loop: number): void {
    const { code } = this.#fn;
    const ancestors = this.#ancestorsOf(loop);
    /** Whether what stands before is reached again, by a turn of an enclosing loop. */
    let again = false;
    let from = 0;
    const skip = (to: number, loop: boolean): void => {
      if (!again) return;
      this.#lines.push("if (!entering) {");
      this.#walk(from, to);
      this.#lines.push(loop ? this.#pay(this.#request.turns.get(to) as number, to) : "", "}");
    };
    if (ancestors.some(({ shape }) => shape.mnemonic === "loop")) this.#lines.push("let entering = true;");
    for (const { shape, at, second } of ancestors) {
      const inner = at + lengthAt(code, at);
      const { mnemonic } = shape;
      if (mnemonic === "loop") {
        skip(at, true);
        again = true;
        this.#open(shape, at, "for (;;) ");
      } else {
        skip(at, false);
        if (mnemonic === "block" || mnemonic === "try") {
          this.#open(shape, at, "");
          if (second >= 0 && again) {
            this.#lines.push("if (!entering) {");
            this.#walk(inner, second);
            this.#lines.push(`break ${this.#regions[this.#regions.length - 1].label}; }`);
          }
        } else {
          const { before, test } = this.#condition(shape, at);
          if (again && before !== "") this.#lines.push(`if (!entering) { ${before} }`);
          if (second < 0) this.#open(shape, at, again ? `if (entering || ${test}) ` : "if (true) ");
          else if (again) {
            this.#open(shape, at, `if (!entering && ${test}) `);
            this.#walk(inner, second);
            this.#lines.push("} else {");
          } else this.#open(shape, at, "");
        }
      }
      from = second < 0 ? inner : second + lengthAt(code, second);
    }
    skip(loop, true);
    if (again) this.#lines.push("entering = false;");
    this.#open(shapeAt(code, loop), loop, "for (;;) ");
    this.#walk(loop + lengthAt(code, loop), code.length);
  }

  /** The regions around an offset, outermost first; `second` is the `else` or `catch` whose part it is in, or -1. */
  #ancestorsOf(offset: number): { readonly shape: Shape; readonly at: number; second: number }[] {
    const { code } = this.#fn;
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

export const printFunction = (request: Request): Printed => new Printer(request).print();
