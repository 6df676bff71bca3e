/**
 * Loops over what is known to the end: `for x in [a; b]` walks from one object that was made here to the next, so its turns are written out, each with an element
 * that is known.
 */
import { type Expr, type Label, local, type Stmt, type Var } from "../ir/nodes.ts";
import { type Change, changeExpression, changeStatement } from "../ir/parts.ts";
import { assignedIn } from "./assigned.ts";
import { Copier } from "./copy.ts";
import { isCast } from "./fold.ts";
import { type ProgramFacts, sizeOf } from "./program-facts.ts";

type Loop = Stmt & { op: "loop" };

const mostTurns = 9;
/** Nodes of all turns together, in one function. */
const mostNodes = 200;

const isNull = (value: Expr): boolean => value.op === "const" && value.value == null;

interface Step {
  readonly variable: Var;
  readonly slot: number;
}

/** `v = v.slot` among the statements of the body itself, where nothing else in it assigns `v`. */
const stepOf = (body: readonly Stmt[]): Step | undefined => {
  for (const one of body) {
    if (one.op !== "assign" || one.local.cell) continue;
    const value = isCast(one.value) ? one.value.args[0]! : one.value;
    if (value.op !== "get_slot" || value.object.op !== "local" || value.object.local !== one.local) continue;
    const others = body.filter((other) => other !== one);
    if (!assignedIn(others).has(one.local)) return { variable: one.local, slot: value.slot };
  }
  return undefined;
};

export class Unroller {
  private readonly facts: ProgramFacts;
  private readonly known: (value: Expr) => Expr;
  private left = mostNodes;

  constructor(facts: ProgramFacts, known: (value: Expr) => Expr) {
    this.facts = facts;
    this.known = known;
  }

  /** How many turns a loop has at most, where all are to be written out: one for each object on the way; otherwise 0. */
  turns(loop: Loop): number {
    const step = stepOf(loop.body);
    if (!step) return 0;
    let turns = 0;
    for (let from: Expr | undefined = local(step.variable); from && !isNull(from); turns++) {
      const object = this.known(from);
      if (object.op !== "object" || !this.facts.keepsSlot(object, step.slot, from) || turns === mostTurns) return 0;
      from = object.slots[step.slot];
    }
    const nodes = turns * sizeOf(loop.body);
    if (nodes > this.left) return 0;
    this.left -= nodes;
    return turns;
  }

  /** One turn as a block. */
  turn(loop: Loop): Stmt & { op: "block" } {
    const label: Label = { name: "turn" };
    const out = (one: Stmt): Stmt =>
      one.op === "continue" && one.label === loop.label ? { op: "break", label, ...(one.pos ? { pos: one.pos } : {}) } : changeStatement(one, change);
    const change: Change = { expression: (value) => changeExpression(value, change), body: (body) => body.map(out) };
    return { op: "block", label, body: new Copier(this.facts.variables, new Map()).body(change.body(loop.body)), ...(loop.pos ? { pos: loop.pos } : {}) };
  }
}
