/** What holds in the whole program: slots that are written after their object was made, and what each function weighs. */
import type { Expr, IrFn, Pos, Stmt } from "../ir/nodes.ts";
import { type Visit, visitExpression, visitStatement } from "../ir/parts.ts";
import { isListType, type TypeInfo } from "../type-infos.ts";
import { Constants } from "./constants.ts";
import { hasReturn } from "./returns.ts";
import { Variables } from "./variables.ts";

const rootOf = (info: TypeInfo): TypeInfo => {
  let at = info;
  while (at.parent) at = at.parent;
  return at;
};

export interface Summary {
  /** Nodes. */
  readonly size: number;
  readonly callees: readonly IrFn[];
  /** Whose closures it makes. */
  readonly makes: readonly IrFn[];
  /** Parameters whose type the function asks for: most of it goes where that is known. */
  readonly asks: readonly number[];
  /** … and what exactly the value is, which a type does not say of a reference that may be null. */
  readonly asksExactly: readonly number[];
  /** Raises exceptions itself: its frame is to be seen in their traces. */
  readonly raises: boolean;
  /** Only raises: does not come back. */
  readonly fails: boolean;
}

/** What the optimiser is told of the program. */
export interface Given {
  /** The methods of arrays that are functions of our library. */
  readonly arrayMethods: TypeInfo | undefined;
  /** Whether a place is in the project, not in the library. */
  isProject(pos: Pos): boolean;
}

export class ProgramFacts {
  readonly variables = new Variables();
  readonly constants = new Constants();
  private readonly writtenSlots = new Map<TypeInfo, Set<number>>();
  private readonly writtenNames = new Set<string>();
  private writesAny = false;
  private readonly summaries = new Map<IrFn, Summary>();

  readonly given: Given;

  /** `starts` run first, in this order. */
  constructor(functions: readonly IrFn[], starts: readonly IrFn[], given: Given) {
    this.given = given;
    for (const fn of functions) this.summaries.set(fn, this.read(fn));
    this.constants.settle(starts, ({ info }, slot) => this.isFixedSlot(info, slot));
  }

  /** One walk over a function as it was lowered: its variables, what it writes, what it weighs. */
  private read(fn: IrFn): Summary {
    return summarise(fn, {
      expression: (value) => {
        this.variables.readExpression(value);
        if (value.op === "set_property") this.writtenNames.add(value.name);
        else if (value.op === "builtin" && value.builtin === "object_set") {
          const name = value.args[1];
          if (name?.op === "const" && typeof name.value === "string") this.writtenNames.add(name.value);
          else this.writesAny = true;
        }
      },
      statement: (one) => {
        this.variables.readStatement(one);
        if (one.op === "set_global") this.constants.wrote(one.global);
        if (one.op !== "set_slot" || !one.object.ty.type) return;
        const root = rootOf(one.object.ty.type);
        const slots = this.writtenSlots.get(root) ?? new Set();
        slots.add(one.slot);
        this.writtenSlots.set(root, slots);
      },
    });
  }

  /** Whether a slot keeps what it was made with. */
  isFixedSlot(info: TypeInfo, slot: number): boolean {
    return !this.writesAny && !this.writtenSlots.get(rootOf(info))?.has(slot) && !this.writtenNames.has(info.slots[slot]!.name);
  }

  /** The same of an object that was seen being made; `from` is what led to it. */
  keepsSlot(object: Expr & { op: "object" }, slot: number, from: Expr): boolean {
    if (this.isFixedSlot(object.info, slot)) return true;
    if (!isListType(object.info)) return false;
    // The library completes the list cells that it has made without a tail; nothing else writes to lists.
    const given = object.slots[slot];
    return from.op === "global" || (given !== undefined && !(given.op === "const" && given.value == null));
  }

  summary(fn: IrFn): Summary {
    let made = this.summaries.get(fn);
    if (!made) this.summaries.set(fn, (made = summarise(fn)));
    return made;
  }

  /** Whether a function calls itself, from its own text or from that of a closure which it makes: bodies in place of such calls would have no end. */
  isRecursive(fn: IrFn): boolean {
    const { callees, makes } = this.summary(fn);
    return callees.includes(fn) || makes.some((made) => this.summary(made).callees.includes(fn));
  }

  /** The function's body has changed. */
  changed(fn: IrFn): void {
    this.summaries.delete(fn);
  }
}

/** Nodes: what `summarise` counts. */
export const sizeOf = (body: readonly Stmt[]): number => {
  let size = 0;
  const visit: Visit = {
    expression: (value) => {
      if (value.op === "local" || value.op === "const") return;
      size++;
      visitExpression(value, visit);
    },
    statement: (one) => {
      if (one.op !== "return" && one.op !== "let") size++;
      visitStatement(one, visit);
    },
  };
  for (const one of body) visit.statement(one);
  return size;
};

const typeTests = new Set<string>(["value_class", "array_is", "array_is_typed"]);
const asksForType = (value: Expr): value is Expr & { op: "prim" | "builtin" } =>
  (value.op === "prim" && value.mnemonic === "is_type") || (value.op === "builtin" && typeTests.has(value.builtin));

/** `also` sees every node on the way. */
const summarise = (fn: IrFn, also?: Visit): Summary => {
  let size = 0;
  let raises = false;
  const asks = new Set<number>();
  const asksExactly = new Set<number>();
  const callees = new Set<IrFn>();
  const makes = new Set<IrFn>();
  const visit: Visit = {
    expression: (value) => {
      also?.expression(value);
      if (value.op === "local" || value.op === "const") return;
      size++;
      if (value.op === "call" || value.op === "closure") callees.add(value.fn);
      if (value.op === "closure") makes.add(value.fn);
      else if (asksForType(value)) {
        const subject = value.args[0]!;
        if (subject.op === "local" && fn.params.includes(subject.local))
          (value.op === "builtin" && value.builtin === "value_class" ? asksExactly : asks).add(fn.params.indexOf(subject.local));
      }
      visitExpression(value, visit);
    },
    statement: (one) => {
      also?.statement(one);
      if (one.op !== "return" && one.op !== "let") size++;
      raises ||= one.op === "throw";
      visitStatement(one, visit);
    },
  };
  for (const one of fn.body) visit.statement(one);
  return {
    size,
    callees: [...callees],
    makes: [...makes],
    asks: [...asks],
    asksExactly: [...asksExactly],
    raises,
    fails: fn.body[fn.body.length - 1]?.op === "throw" && !hasReturn(fn.body),
  };
};
