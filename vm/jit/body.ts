/**
 * Prints the instructions of a function: registers are locals, structured control flow is the language's, charges stand where the interpreter pays them.
 *
 * Calls of small functions are printed in place, with their charge, depth and frame:
 *
 *     I3: { if (depth + 3 >= meter[2] && enter(depth + 3)) …leave…; if ((meter[0] -= 9) < 0) …leave…; let v3_1 = 0; …; r7 = v3_1; break I3; }
 */
import type { Shape } from "../../schemas/isa/instruction.ts";
import { endOf, lengthAt, shapeAt } from "../instructions.ts";
import { type LoadedModule, metaColumn, metaStride } from "../load.ts";
import { conditions } from "../semantics.ts";
import { type CallContext, isClosureRegister, printCall } from "./calls.ts";
import type { Exits, Way } from "./exits.ts";
import { checkedRegister, Facts } from "./facts.ts";
import { depthText, type Frame, frameInPlace, type Place, restarted } from "./frame.ts";
import { closeStrip, type FuelPlace, inCell, inLocal, moveFuel, openStrip, withCell } from "./fuel.ts";
import { isInlined, isQuiet } from "./inlining.ts";
import { type Constants, initialText, type Operands, ofKind, spell } from "./spelling.ts";
import { printStraight } from "./straight.ts";
import { countedLoop, dearestStripped, furtherTurns, stripOf } from "./strips.ts";

export interface BodyContext {
  readonly loaded: LoadedModule;
  readonly constants: Constants;
  readonly exits: Exits;
  readonly isOpen: (fn: number) => boolean;
  /** The function whose whole text this is, -1 in a part's. */
  readonly own: number;
  /** Nested tail calls beyond which they are left to the caller. */
  readonly tails: number;
  readonly turns: (fn: number) => ReadonlyMap<number, number>;
}

export interface Region {
  readonly label: string;
  readonly opener: Shape;
  readonly offset: number;
  readonly printed: boolean;
  /** Where fuel is expected behind its end, and in it. */
  readonly outside: FuelPlace;
  readonly inside: FuelPlace;
  /** What is known in all of it, and behind its end but for what it writes. */
  readonly known: ReadonlySet<string>;
  /** Whether it is around the part that is printed: what leads there is left to the interpreter. */
  readonly around: boolean;
}

type AnyEntry = (operands: unknown, context?: unknown) => string;
const tests = conditions as unknown as Readonly<Record<string, AnyEntry>>;

/** Words printed in place in one function, all together. */
const mostInlined = 900;

export class BodyPrinter {
  readonly lines: string[] = [];
  /** Registers of frames printed in place. */
  inlinedRegisters = 0;
  protected readonly context: BodyContext;
  protected readonly regions: Region[] = [];
  protected frame: Frame;
  #fuel: FuelPlace;
  protected readonly facts: Facts = new Facts();
  #labels = 0;
  #inlinedWords = 0;
  usesLocalFuel = false;
  /** Whether loops are left to the interpreter, and calls in place to their functions: what is printed runs once. */
  protected once = false;

  constructor(context: BodyContext, frame: Frame, fuel: FuelPlace) {
    this.context = context;
    this.frame = frame;
    this.#fuel = fuel;
    this.usesLocalFuel = fuel.local;
  }

  // ---- ways out

  /** Hands over the frame at an instruction, and those around it. */
  protected leave(at: number, way: Way = {}): string {
    return this.context.exits.leave(this.frame, at, this.#fuel, way);
  }

  #return(value: string): string {
    const { place } = this.frame;
    return place === undefined ? `{ ${moveFuel(this.#fuel, false)}return ${value}; }` : `{ ${place.dst} = ${value}; ${moveFuel(this.#fuel, place.local)}break ${place.done}; }`;
  }

  /** What `make` prints for fuel that is in the cell. */
  #inCell<T>(make: () => T): T {
    const fuel = this.#fuel;
    this.#fuel = inCell;
    try {
      return make();
    } finally {
      this.#fuel = fuel;
    }
  }

  #withCell(make: () => string): string {
    return withCell(this.#fuel, this.#inCell(make));
  }

  protected pay(charge: number, at: number): string {
    return `if (${this.#fuel.local ? `(fuel = (fuel - ${charge}) | 0)` : `(meter[0] -= ${charge})`} < 0) ${this.leave(at, { charge })}`;
  }

  #label(prefix: string): string {
    return `${prefix}${this.#labels++}`;
  }

  #charge(fn: number): number {
    const { loaded } = this.context;
    loaded.prepare(fn);
    return loaded.meta[fn * metaStride + metaColumn.charge];
  }

  #operands(shape: Shape, at: number): Operands {
    const { loaded, constants } = this.context;
    const { fn, pcs, register } = this.frame;
    const name = shape.operands.findIndex(({ kind }) => kind === "name");
    return spell(shape, at, { module: loaded.module, types: loaded.types, constants, fn, site: name < 0 ? -1 : loaded.code[(pcs.get(at) as number) + 2 + name], register });
  }

  // ---- regions

  /** Prints the instructions from one offset to another, which closes all the regions that it opens. */
  walk(from: number, to: number): void {
    const { code } = this.frame.fn;
    for (let at = from; at < to; ) {
      const shape = shapeAt(code, at);
      const next = at + lengthAt(code, at);
      if (shape.flow === "catch") {
        const end = endOf(this.frame.fn.code, next);
        this.#close(at);
        at = end + lengthAt(code, end);
        continue;
      }
      if (this.once && shape.mnemonic === "loop") {
        if (this.frame.pcs.has(at)) this.lines.push(this.#pass(at, at));
        const end = endOf(code, next);
        at = end + lengthAt(code, end);
        continue;
      }
      this.#instruction(shape, at);
      at = shape.mnemonic === "loop" ? this.strip(at, next) : next;
    }
  }

  protected open(shape: Shape, at: number, text: string): void {
    const printed = this.frame.pcs.has(at);
    const outside = this.#fuel;
    if (printed && !outside.local && shape.mnemonic === "loop" && isQuiet(this.context.loaded, this.frame, at, endOf(this.frame.fn.code, at + lengthAt(this.frame.fn.code, at)))) {
      this.#fuel = inLocal;
      this.usesLocalFuel = true;
      this.lines.push("fuel = meter[0];");
    }
    if (shape.mnemonic === "loop") this.facts.forgetWritten(this.frame, at, endOf(this.frame.fn.code, at + lengthAt(this.frame.fn.code, at)));
    const region = { label: this.#label("L"), opener: shape, offset: at, printed, outside, inside: this.#fuel, known: this.facts.save(), around: false };
    this.regions.push(region);
    if (printed) this.lines.push(`${region.label}: ${text}{`);
  }

  /** Opens a region that the printed part is in the midst of. */
  protected surround(shape: Shape, at: number): void {
    this.regions.push({ label: "", opener: shape, offset: at, printed: false, outside: this.#fuel, inside: this.#fuel, known: new Set(), around: true });
  }

  /** Closes a region whose last instruction ends at an offset. */
  #close(at: number): void {
    const { printed, opener, label, outside, offset, known } = this.regions.pop() as Region;
    this.facts.restore(known);
    this.facts.forgetWritten(this.frame, offset, at);
    if (printed) this.lines.push(opener.mnemonic === "loop" ? `break ${label}; } ${moveFuel(this.#fuel, outside.local)}` : "}");
    this.#fuel = outside;
  }

  /** Text of a branch from the instruction at an offset; a switch goes to a loop's head, which charges. */
  #branch(label: number, at: number): string {
    const target = this.regions[this.regions.length - 1 - label];
    if (target.around) return target.opener.mnemonic === "loop" ? this.#pass(target.offset, at) : this.leave(at);
    if (target.opener.mnemonic !== "loop") {
      // A branch that stays in a strip's turn leaves its fuel where it is.
      const stays = this.#fuel.strip !== undefined && target.outside.strip === this.#fuel.strip;
      const moved = stays ? "" : moveFuel(this.#fuel, target.outside.local);
      return moved === "" ? `break ${target.label};` : `{ ${moved}break ${target.label}; }`;
    }
    const { fn, index } = this.frame;
    const charged = shapeAt(fn.code, at).flow === "switch" ? target.offset : at;
    return `{ ${this.pay(this.context.turns(index).get(target.offset) as number, charged)} ${moveFuel(this.#fuel, target.inside.local)}continue ${target.label}; }`;
  }

  /** Text that pays for a turn of a loop and leaves it to the loop's own part. */
  #pass(loop: number, at: number): string {
    const charged = shapeAt(this.frame.fn.code, at).flow === "switch" ? loop : at;
    return `{ ${this.pay(this.context.turns(this.frame.index).get(loop) as number, charged)} ${this.context.exits.leave(this.frame, loop, this.#fuel, { paid: true })} }`;
  }

  /** The condition of an `if`, what it raises left to the interpreter before. */
  protected condition(shape: Shape, at: number): { readonly before: string; readonly test: string } {
    const operands = this.#operands(shape, at);
    const test = (tests[shape.mnemonic] as AnyEntry)(operands);
    const known = this.facts.has(checkedRegister(this.frame.fn, shape, at, this.frame.register));
    this.facts.note(this.frame, shape, at);
    if (known) return { before: "", test: test.replace(/\(\w+ === undefined \? raise\("\w+"\) : (.*?)\) ===/, "($1) ===") };
    return { before: test.includes("raise(") ? `if (${operands["object"] as string} === undefined) ${this.leave(at)}` : "", test };
  }

  #instruction(shape: Shape, at: number): void {
    const { flow, mnemonic } = shape;
    const { pcs, index } = this.frame;
    const reached = pcs.has(at);
    switch (flow) {
      case "open":
        if (mnemonic === "loop") {
          if (reached) {
            this.lines.push(...this.facts.ask(this.frame, at, () => this.#leave(at)));
            this.lines.push(this.pay(this.context.turns(index).get(at) as number, at));
          }
          this.open(shape, at, "for (;;) ");
        } else if (mnemonic === "block" || mnemonic === "try" || !reached) this.open(shape, at, "");
        else {
          const { before, test } = this.condition(shape, at);
          if (before !== "") this.lines.push(before);
          this.open(shape, at, `if (${test}) `);
        }
        return;
      case "else":
        this.facts.restore(this.regions[this.regions.length - 1].known);
        if (this.regions[this.regions.length - 1].printed) this.lines.push("} else {");
        return;
      case "end":
        this.#close(at);
        return;
      default:
        if (!reached) return;
        this.#statement(shape, at);
        this.facts.note(this.frame, shape, at);
    }
  }

  /** Prints a counted loop's turns behind its head as a strip, where it is one and fuel is in the local; gives the offset to go on at. */
  protected strip(loop: number, next: number): number {
    const frame = this.frame;
    const { fn, register, index } = frame;
    const charge = this.context.turns(index).get(loop) as number;
    const may = charge <= dearestStripped && this.#fuel.local && this.#fuel.strip === undefined && frame.pcs.has(loop);
    const counted = may ? countedLoop(fn, loop) : undefined;
    if (counted === undefined || !frame.pcs.has(counted.back)) return next;
    const { step, body, test, count, back } = counted;
    this.walk(next, body);
    this.facts.restore(this.regions[this.regions.length - 1].known);
    const strip = stripOf(counted, register, charge, this.#labels++);
    this.lines.push(openStrip(strip, furtherTurns(counted, register)), "do {");
    this.#fuel = { local: true, strip };
    this.walk(next, test);
    this.walk(body, count);
    this.lines.push(`${strip.counter} = (${strip.counter} + ${step}) | 0;`, `} while (${strip.counter} !== ${strip.end});`, closeStrip(strip));
    this.#fuel = inLocal;
    return back;
  }

  // ---- instructions

  #statement(shape: Shape, at: number): void {
    const { code } = this.frame.fn;
    const { flow, mnemonic } = shape;
    switch (flow) {
      case "branch":
        this.lines.push(this.#branch(code[at + 1], at));
        return;
      case "switch": {
        const operands = this.#operands(shape, at);
        const count = code[at + 2];
        const cases = Array.from({ length: count }, (_, item) => `${item === count - 1 ? "default" : `case ${item}`}: ${this.#branch(code[at + 3 + item], at)}`);
        this.lines.push(`switch (${operands["value"] as string}) { ${cases.join(" ")} }`);
        return;
      }
      case "return":
        this.lines.push(this.#return(this.frame.register(code[at + 1])));
        return;
      case "throw":
        this.lines.push(this.leave(at));
        return;
      case "tail":
        if (mnemonic === "tail_call" && this.#knownTail(code[at + 1], at)) return;
        this.lines.push(this.#withCell(() => printCall(mnemonic, this.#operands(shape, at), this.#callContext(at))));
        return;
      case "call":
        if (mnemonic === "call" && this.#inlines(code[at + 2], false)) this.#inline(code[at + 2], at);
        else this.lines.push(this.#withCell(() => printCall(mnemonic, this.#operands(shape, at), this.#callContext(at))));
        return;
      // the host is called from the interpreter, where every frame is in its place
      case "host":
        this.lines.push(this.leave(at));
        return;
      default: {
        const { loaded, constants } = this.context;
        const { fn, register } = this.frame;
        this.lines.push(
          printStraight(shape, at, {
            loaded,
            constants,
            fn,
            operands: this.#operands(shape, at),
            fuel: this.#fuel,
            checked: this.facts.has(checkedRegister(fn, shape, at, register)),
            leave: (failed, cell) => (cell ? this.#inCell(() => this.leave(at, { failed })) : this.leave(at, { failed })),
          }),
        );
      }
    }
  }

  #callContext(at: number): CallContext {
    const { loaded, constants, isOpen, tails, own } = this.context;
    const frame = this.frame;
    const { fn, level, place } = frame;
    const shape = shapeAt(fn.code, at);
    const callee = shape.operands.findIndex(({ name }) => name === "callee") + 1;
    return {
      loaded,
      isOpen,
      tails,
      name: (value: unknown) => constants.name(value),
      depth: depthText(level),
      below: depthText(level + 1),
      leave: this.leave(at),
      fail: this.leave(at, { failed: true }),
      bounce: (tailCall) => this.leave(at, { bounce: tailCall }),
      leaveTail: shape.flow === "tail" ? this.leave(at, { tail: true }) : "",
      own,
      isClosure: callee > 0 && isClosureRegister(fn, fn.code[at + callee]),
      result: shape.mnemonic === "call" ? ofKind(fn.registers[fn.code[at + 1]].kind, "t") : "t",
      inPlace: place !== undefined,
      returns: (value: string) => this.#return(value),
    };
  }

  // ---- calls in place

  #inlines(callee: number, tail: boolean): boolean {
    const { loaded } = this.context;
    return !this.once && this.#inlinedWords + loaded.module.functions[callee].code.length <= mostInlined && isInlined(loaded, this.frame, callee, tail);
  }

  /** Arguments of a call of a known function. */
  #arguments(at: number, tail: boolean): readonly string[] {
    const { code } = this.frame.fn;
    const list = at + (tail ? 2 : 3);
    return Array.from(code.subarray(list + 1, list + 1 + code[list]), this.frame.register);
  }

  /** Whether a tail call is a turn of a loop, or printed in place: then it was. */
  #knownTail(callee: number, at: number): boolean {
    const again = restarted(this.frame, callee);
    if (again !== undefined) {
      this.#restart(again, at);
      return true;
    }
    if (!this.#inlines(callee, true)) return false;
    this.lines.push("{");
    this.lines.push(this.pay(this.#charge(callee), at));
    this.#print(this.#framed(callee, this.#arguments(at, true), this.frame, this.frame.place));
    this.lines.push("}");
    return true;
  }

  /** A tail call of the function itself is a turn of a loop around its body. */
  #restart(frame: Frame, at: number): void {
    const { loaded } = this.context;
    const { index, fn, register, restart } = frame;
    const moved = this.#arguments(at, true).flatMap((from, to) => (from === register(to) ? [] : [{ from, to }]));
    const values = moved.map(({ from, to }) => `const a${to} = ${from};`);
    const stores = moved.map(({ to }) => `${register(to)} = a${to};`);
    const initials = (loaded.initials[index] ?? []).map(([each]) => `${register(each)} = ${initialText[fn.registers[each].kind]};`);
    const { label, local } = restart as { label: string; local: boolean };
    this.lines.push(`{ ${this.pay(this.#charge(index), at)} ${[...values, ...stores, ...initials].join(" ")} ${moveFuel(this.#fuel, local)}continue ${label}; }`);
  }

  #inline(callee: number, at: number): void {
    const { fn, register, level } = this.frame;
    const number = this.#labels++;
    const charge = this.#charge(callee);
    const below = depthText(level + 1);
    const { local } = this.#fuel;
    this.lines.push(`I${number}: {`);
    if (local) this.lines.push(`if (${below} >= meter[2]) { meter[0] = fuel; const refused = enter(${below}); fuel = meter[0]; if (refused) ${this.leave(at)} }`);
    else this.lines.push(`if (${below} >= meter[2] && enter(${below})) ${this.leave(at)}`);
    this.lines.push(this.pay(charge, at));
    const place = { caller: this.frame, at, done: `I${number}`, dst: register(fn.code[at + 1]), local };
    this.#print(this.#framed(callee, this.#arguments(at, false), undefined, place));
    this.lines.push("}");
  }

  /** The frame of a function in the place of its call by this one, or of this one where that is `tailOf`; declares its registers. */
  #framed(callee: number, args: readonly string[], tailOf: Frame | undefined, place: Place | undefined): Frame {
    const { frame, declared } = frameInPlace({ loaded: this.context.loaded, caller: this.frame, callee, args, tailOf, place, local: this.#fuel.local, number: this.#labels++ });
    if (declared.length > 0) this.lines.push(`let ${declared.map(({ name, value }) => `${name} = ${value}`).join(", ")};`);
    for (const { name, value } of declared)
      if (frame.restart === undefined && this.facts.has(value)) this.facts.add(name);
      else this.facts.forget(name);
    this.inlinedRegisters += declared.length;
    this.#inlinedWords += frame.fn.code.length;
    return frame;
  }

  #print(frame: Frame): void {
    const outer = this.frame;
    const fuel = this.#fuel;
    const known = this.facts.save();
    this.frame = frame;
    if (frame.restart !== undefined) this.lines.push(`${frame.restart.label}: for (;;) {`);
    this.walk(0, frame.fn.code.length);
    if (frame.restart !== undefined) this.lines.push("}");
    this.frame = outer;
    this.#fuel = fuel;
    this.facts.restore(known);
  }
}
