/** Prints the instructions of a function: registers are locals, structured control flow is the language's, charges stand where the interpreter pays them. */
import type { Fn } from "../../schemas/fzb/module.ts";
import type { Shape } from "../../schemas/isa/instruction.ts";
import type { Mnemonic } from "../../schemas/isa/table.ts";
import { endOf, lengthAt, shapeAt } from "../instructions.ts";
import { type Condition, type SpelledName, spellCondition } from "../semantics.ts";
import { type CallContext, isClosureRegister, printCall } from "./calls.ts";
import { checkedRegister } from "./facts.ts";
import { depthText } from "./frame.ts";
import { closeStrip, inLocal, openStrip } from "./fuel.ts";
import { InPlacePrinter } from "./in-place.ts";
import { implementations, ownTypes, type Role } from "./members.ts";
import { isNull, list, nulling, type Operands, ofKind, spell } from "./spelling.ts";
import { printStraight } from "./straight.ts";
import { countedLoop, dearestStripped, furtherTurns, stripOf } from "./strips.ts";

/** Functions that a member may be, and types that one of them may belong to, where they are printed in place. */
const mostBodies = 4;

/** A call that finds a function by name. */
interface NamedCall {
  readonly role: Role;
  readonly tail: boolean;
}

const namedCalls: { readonly [M in Mnemonic]?: NamedCall } = {
  call_method: { role: "method", tail: false },
  call_getter: { role: "getter", tail: false },
  tail_call_method: { role: "method", tail: true },
};

/** Whether a function takes what callers by name give, without a conversion. */
const takesAny = ({ params, registers }: Fn): boolean => registers.slice(0, params).every(({ kind }) => kind === "any");

export class BodyPrinter extends InPlacePrinter {
  #operands(shape: Shape, at: number): Operands {
    const { loaded, constants } = this.context;
    const { fn, pcs, register } = this.frame;
    const name = shape.operands.findIndex(({ kind }) => kind === "name");
    return spell(shape, at, {
      module: loaded.module,
      types: loaded.types,
      constants,
      fn,
      site: name < 0 ? -1 : loaded.code[(pcs.get(at) as number) + 2 + name],
      register,
      checked: this.facts.has(checkedRegister(fn, shape, at, register)),
    });
  }

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

  /** Leaves an instruction whose checked operand is null. */
  #leaveNull(shape: Shape, at: number): string {
    return this.leave(at, { isNull: checkedRegister(this.frame.fn, shape, at, this.frame.register) });
  }

  /** The condition of an `if`, what it raises left to the interpreter before. */
  protected condition(shape: Shape, at: number): { readonly before: string; readonly test: string } {
    const operands = this.#operands(shape, at);
    const { check, test } = spellCondition(shape.mnemonic as Condition, operands);
    const before = check.replaceAll(nulling, () => this.#leaveNull(shape, at));
    this.facts.note(this.frame, shape, at);
    return { before, test };
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
        this.noteResult(shape, at);
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
      case "call": {
        const named = namedCalls[mnemonic];
        if (mnemonic === "tail_call" && this.knownTail(code[at + 1], at, this.argumentsOf(at, true))) return;
        if (mnemonic === "call" && this.inlines(code[at + 2], false)) this.inline(code[at + 2], at, this.argumentsOf(at, false));
        else if (named !== undefined && !this.fuel.local) this.#member(shape, at, named);
        else this.lines.push(this.withCell(() => printCall(mnemonic, this.#operands(shape, at), this.#callContext(at))));
        return;
      }
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
            leave: (reason, cell) => {
              const left = (): string => (reason === "null" ? this.#leaveNull(shape, at) : this.leave(at, { failed: reason === "failed" }));
              return cell ? this.inCell(left) : left();
            },
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

  // ---- calls by name

  /** A call of a method or getter: of the one function it may reach; else the bodies of those that are small, by the receiver's type, ahead of the general text. */
  #member(shape: Shape, at: number, { role, tail }: NamedCall): void {
    const { loaded, constants } = this.context;
    const { types, module } = loaded;
    const operands = this.#operands(shape, at);
    const receiver = operands["receiver"] as string;
    const named = shape.operands.findIndex(({ name }) => name === "args");
    const args = [receiver, ...(named < 0 ? [] : this.list(at + 1 + named))];
    const index = this.frame.fn.code[at + 1 + shape.operands.findIndex(({ name }) => name === "receiver")];
    const its = this.facts.typesOf(this.frame, index);
    const all = [...implementations(its ?? types, (operands["name"] as SpelledName).name as string, role)];
    const direct = ([fn]: (typeof all)[number]): boolean => module.functions[fn].params === args.length && takesAny(module.functions[fn]);
    if (its !== undefined && all.length === 1 && all[0][1].length === ownTypes(its).length && direct(all[0])) {
      if (!this.facts.has(receiver)) this.lines.push(`if (${isNull(this.frame.fn.registers[index].kind, receiver)}) ${this.leave(at)}`);
      this.facts.add(receiver, its);
      this.#direct(all[0][0], at, args, tail);
      return;
    }
    const small = tail ? [] : all.filter((each) => all.length <= mostBodies && each[1].length <= mostBodies && direct(each) && this.inlines(each[0], false));
    const done = `M${this.number()}`;
    if (small.length > 0) this.lines.push(`${done}: {`, `const type = ${receiver} == null ? undefined : ${receiver}.t;`);
    for (const [fn, holders] of small) {
      const known = this.facts.save();
      this.lines.push(`if (${holders.map((each) => `type === ${constants.name(each)}`).join(" || ")}) {`);
      this.facts.add(receiver, holders);
      this.inline(fn, at, args);
      this.lines.push(`break ${done}; }`);
      this.facts.restore(known);
    }
    this.forgetResult();
    // What the receiver cannot be, and null, is the interpreter's to raise.
    const others = its === undefined || small.length === 0 || small.length < all.length;
    this.lines.push(others ? printCall(shape.mnemonic, operands, this.#callContext(at)) : this.leave(at));
    if (small.length > 0) this.lines.push("}");
  }

  /** A call by name of the one function that it may reach. */
  #direct(fn: number, at: number, args: readonly string[], tail: boolean): void {
    if (tail ? this.knownTail(fn, at, args) : this.inlines(fn, false)) {
      if (!tail) this.inline(fn, at, args);
      return;
    }
    const operands: Operands = { fn: String(fn), args: list(args), dst: this.frame.register(this.frame.fn.code[at + 1]) };
    this.lines.push(printCall(tail ? "tail_call" : "call", operands, this.#callContext(at)));
  }
}
