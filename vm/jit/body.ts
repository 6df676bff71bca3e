/**
 * Prints the instructions of a function: registers are locals, structured control flow is the language's, charges stand where the interpreter pays them.
 *
 * Calls of small functions are printed in place, with their charge, depth and frame:
 *
 *     I3: { if (depth + 3 >= meter[2] && enter(depth + 3)) …leave…; if ((meter[0] -= 9) < 0) …leave…; let v3_1 = 0; …; r7 = v3_1; break I3; }
 */
import type { Fn } from "../../schemas/fzb/module.ts";
import type { Shape } from "../../schemas/isa/instruction.ts";
import { endOf, lengthAt, shapeAt } from "../instructions.ts";
import { metaColumn, metaStride } from "../load.ts";
import { conditions, type SpelledName } from "../semantics.ts";
import { type CallContext, isClosureRegister, printCall } from "./calls.ts";
import { checkedRegister } from "./facts.ts";
import { declareRegisters, depthText, type Frame, frameInPlace, initialRegisters, type Place, restarted } from "./frame.ts";
import { closeStrip, inLocal, moveFuel, openStrip } from "./fuel.ts";
import { isInlined } from "./inlining.ts";
import { implementations, type Role } from "./members.ts";
import { RegionPrinter } from "./regions.ts";
import { type Operands, ofKind, spell } from "./spelling.ts";
import { printStraight } from "./straight.ts";
import { countedLoop, dearestStripped, furtherTurns, stripOf } from "./strips.ts";

type AnyEntry = (operands: unknown, context?: unknown) => string;
const tests = conditions as unknown as Readonly<Record<string, AnyEntry>>;

/** Words printed in place in one function, all together. */
const mostInlined = 900;
/** Functions that a member may be, and types that one of them may belong to, where they are printed in place. */
const mostBodies = 3;
/** Calls that find a function by name. */
const memberRoles = { call_method: "method", call_getter: "getter" } as const;

/** Whether a function takes what callers by name give, without a conversion. */
const takesAny = ({ params, registers }: Fn): boolean => registers.slice(0, params).every(({ kind }) => kind === "any");

export class BodyPrinter extends RegionPrinter {
  /** Registers of frames printed in place. */
  inlinedRegisters = 0;
  #inlinedWords = 0;

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

  /** Prints the instructions from one offset to another, which closes all the regions that it opens. */
  walk(from: number, to: number): void {
    const { code } = this.frame.fn;
    for (let at = from; at < to; ) {
      const shape = shapeAt(code, at);
      const next = at + lengthAt(code, at);
      if (shape.flow === "catch") {
        const end = endOf(this.frame.fn.code, next);
        this.close(at);
        at = end + lengthAt(code, end);
        continue;
      }
      this.#instruction(shape, at);
      at = shape.mnemonic === "loop" ? this.strip(at, next) : next;
    }
  }

  /** The condition of an `if`, what it raises left to the interpreter before. */
  protected condition(shape: Shape, at: number): { readonly before: string; readonly test: string } {
    const operands = this.#operands(shape, at);
    const raising = (tests[shape.mnemonic] as AnyEntry)(operands);
    const test = raising.replace(/\(\w+ === undefined \? raise\("\w+"\) : (.*?)\) ===/, "($1) ===");
    const known = test === raising || this.facts.has(checkedRegister(this.frame.fn, shape, at, this.frame.register));
    this.facts.note(this.frame, shape, at);
    return { before: known ? "" : `if (${operands["object"] as string} === undefined) ${this.leave(at)}`, test };
  }

  #instruction(shape: Shape, at: number): void {
    const { flow, mnemonic } = shape;
    const { pcs, index } = this.frame;
    const reached = pcs.has(at);
    switch (flow) {
      case "open":
        if (mnemonic === "loop") {
          if (reached) {
            this.lines.push(...this.facts.ask(this.frame, at, () => this.leave(at)));
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
        this.close(at);
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
    const may = charge <= dearestStripped && this.fuel.local && this.fuel.strip === undefined && frame.pcs.has(loop);
    const counted = may ? countedLoop(fn, loop) : undefined;
    if (counted === undefined || !frame.pcs.has(counted.back)) return next;
    const { step, body, test, count, back } = counted;
    this.walk(next, body);
    this.facts.restore(this.regions[this.regions.length - 1].known);
    const strip = stripOf(counted, register, charge, this.number());
    this.lines.push(openStrip(strip, furtherTurns(counted, register)), "do {");
    this.fuel = { local: true, strip };
    this.walk(next, test);
    this.walk(body, count);
    this.lines.push(`${strip.counter} = (${strip.counter} + ${step}) | 0;`, `} while (${strip.counter} !== ${strip.end});`, closeStrip(strip));
    this.fuel = inLocal;
    return back;
  }

  // ---- instructions

  #statement(shape: Shape, at: number): void {
    const { code } = this.frame.fn;
    const { flow, mnemonic } = shape;
    switch (flow) {
      case "branch":
        this.lines.push(this.branch(code[at + 1], at));
        return;
      case "switch": {
        const operands = this.#operands(shape, at);
        const count = code[at + 2];
        const cases = Array.from({ length: count }, (_, item) => `${item === count - 1 ? "default" : `case ${item}`}: ${this.branch(code[at + 3 + item], at)}`);
        this.lines.push(`switch (${operands["value"] as string}) { ${cases.join(" ")} }`);
        return;
      }
      case "return":
        this.lines.push(this.returnText(this.frame.register(code[at + 1])));
        return;
      case "throw":
        this.lines.push(this.leave(at));
        return;
      case "tail":
        if (mnemonic === "tail_call" && this.#knownTail(code[at + 1], at)) return;
        this.lines.push(this.withCell(() => printCall(mnemonic, this.#operands(shape, at), this.#callContext(at))));
        return;
      case "call":
        if (mnemonic === "call" && this.#inlines(code[at + 2], false)) {
          this.#inline(code[at + 2], at, this.#arguments(at, false));
          return;
        }
        if (mnemonic in memberRoles && !this.fuel.local) this.#member(shape, at, memberRoles[mnemonic as keyof typeof memberRoles]);
        else this.lines.push(this.withCell(() => printCall(mnemonic, this.#operands(shape, at), this.#callContext(at))));
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
            fuel: this.fuel,
            checked: this.facts.has(checkedRegister(fn, shape, at, register)),
            cast: mnemonic === "cast_ref" ? this.facts.cast(this.frame, at) : undefined,
            expected: this.facts.expected(this.frame, at),
            leave: (failed, cell) => (cell ? this.inCell(() => this.leave(at, { failed })) : this.leave(at, { failed })),
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
      returns: (value: string) => this.returnText(value),
    };
  }

  // ---- calls in place

  #inlines(callee: number, tail: boolean): boolean {
    const { loaded } = this.context;
    return this.#inlinedWords + loaded.module.functions[callee].code.length <= mostInlined && isInlined(loaded, this.frame, callee, tail);
  }

  /** Arguments of a call of a known function. */
  #arguments(at: number, tail: boolean): readonly string[] {
    return this.#list(at + (tail ? 2 : 3));
  }

  /** The registers of a list operand; a frame in place knows by their texts of what types they are. */
  #list(at: number): readonly string[] {
    const { code } = this.frame.fn;
    const registers = Array.from(code.subarray(at + 1, at + 1 + code[at]));
    for (const each of registers) this.facts.declare(this.frame, each);
    return registers.map(this.frame.register);
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
    const { index, register, restart } = frame;
    const moved = this.#arguments(at, true).flatMap((from, to) => (from === register(to) ? [] : [{ from, to }]));
    const values = moved.map(({ from, to }) => `const a${to} = ${from};`);
    const stores = moved.map(({ to }) => `${register(to)} = a${to};`);
    const initials = Array.from(initialRegisters(loaded, index), ([each, value]) => `${register(each)} = ${value};`);
    const { label, local } = restart as { label: string; local: boolean };
    this.lines.push(`{ ${this.pay(this.#charge(index), at)} ${[...values, ...stores, ...initials].join(" ")} ${moveFuel(this.fuel, local)}continue ${label}; }`);
  }

  /** A call of a method or getter: the bodies of those that are small, by the receiver's type, ahead of the general text. */
  #member(shape: Shape, at: number, role: Role): void {
    const { loaded, constants } = this.context;
    const { types, module } = loaded;
    const operands = this.#operands(shape, at);
    const receiver = operands["receiver"] as string;
    const args = [receiver, ...(role === "method" ? this.#list(at + 1 + shape.operands.findIndex(({ name }) => name === "args")) : [])];
    const general = (): void => void this.lines.push(printCall(shape.mnemonic, operands, this.#callContext(at)));
    const all = [...implementations(types, (operands["name"] as SpelledName).name as string, role)];
    const small = all.filter(
      ([fn, its]) =>
        all.length <= mostBodies && its.length <= mostBodies && module.functions[fn].params === args.length && takesAny(module.functions[fn]) && this.#inlines(fn, false),
    );
    if (small.length === 0) {
      general();
      return;
    }
    const done = `M${this.number()}`;
    this.lines.push(`${done}: {`, `const type = ${receiver}?.t;`);
    for (const [fn, its] of small) {
      const known = this.facts.save();
      this.lines.push(`if (${its.map((each) => `type === ${constants.name(each)}`).join(" || ")}) {`);
      this.facts.add(receiver, its);
      this.#inline(fn, at, args);
      this.lines.push(`break ${done}; }`);
      this.facts.restore(known);
    }
    general();
    this.lines.push("}");
  }

  #inline(callee: number, at: number, args: readonly string[]): void {
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
    this.#print(this.#framed(callee, args, undefined, place));
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
