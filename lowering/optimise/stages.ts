/**
 * Pipelines over lists and arrays as one over a sequence, whose stages inlining makes one loop, where nobody could tell: each stage runs for all elements before the
 * next one does, but only the order of what they read, write and raise can be seen.
 *
 *     List.sum (List.map f (List.filter p xs))      Seq.sum (Seq.map f (Seq.filter p xs))
 */
import { coerce } from "../coerce.ts";
import { any, type Expr, type Stage } from "../ir/nodes.ts";
import { Effects, effect } from "./effects.ts";
import type { ProgramFacts } from "./program-facts.ts";

type Staged = Expr & { op: "call"; stage: Stage };

const stagedUnder = (value: Expr | undefined): Staged | undefined => {
  if (value?.op === "prim" && value.mnemonic === "to_any") return stagedUnder(value.args[0]);
  return value?.op === "call" && value.stage ? (value as Staged) : undefined;
};

const isQuiet = (value: Expr): boolean => value.op === "const" || value.op === "local";

/** Whether stages may run element by element. */
const mayInterleave = (stages: readonly number[], last: Stage): boolean => {
  const { reads, null: nulls, raises, writes } = effect;
  if (last.role === "stops" && stages.slice(1).some((each) => (each & ~reads) !== 0)) return false;
  return stages.every((each, i) => {
    const others = stages.reduce((all, other, at) => (at === i ? all : all | other), 0);
    if (each & writes) return others === 0 && !last.isArray;
    return (each & raises) === 0 || (others & (nulls | raises | writes)) === 0;
  });
};

export class Stages {
  private readonly effects: Effects;
  private readonly known: (value: Expr) => Expr;

  constructor(facts: ProgramFacts, known: (value: Expr) => Expr) {
    this.effects = new Effects(facts);
    this.known = known;
  }

  /** What calling what an argument holds may do. */
  private ofArgument(value: Expr): number {
    if (isQuiet(value) && value.ty.kind !== "any" && value.ty.kind !== "ref") return 0;
    const exact = this.known(value.op === "prim" && value.mnemonic === "to_any" ? value.args[0]! : value);
    if (exact.op === "const") return 0;
    if (exact.op === "closure" && !exact.fn.receiver) return this.effects.of(exact.fn);
    if (exact.op === "object") return exact.slots.reduce((all, slot) => all | this.ofArgument(slot), 0);
    return effect.writes;
  }

  /** What a stage may do. */
  private ofStage({ args, stage: { source, state, raises, lazy } }: Staged): number {
    const functions = args.filter((_, i) => i !== source && i !== state).slice(0, lazy.params.length);
    return functions.reduce((all, arg) => all | this.ofArgument(arg), raises ? effect.raises : 0);
  }

  /** The pipeline over a sequence that a call is the last stage of, if that may stand in its place. */
  fused(call: Expr): Expr | undefined {
    const last = stagedUnder(call);
    if (!last || last !== call || (last.stage.role === "makes" && last.stage.isArray)) return undefined;
    const stages: Staged[] = [];
    for (let at: Staged | undefined = last; at; at = stagedUnder(at.args[at.stage.source])) stages.push(at);
    if (stages.length < 2 || stages.some(({ stage }) => stage.isArray !== last.stage.isArray)) return undefined;
    if (
      !mayInterleave(
        stages.map((each) => this.ofStage(each)),
        last.stage,
      )
    )
      return undefined;
    const made = this.lazy(last);
    const whole: Expr = last.stage.role === "makes" ? { op: "call", fn: last.stage.toList, args: [coerce(made, any)], ty: last.stage.toList.result } : made;
    return coerce(whole, call.ty);
  }

  private lazy({ args, stage, ty, pos }: Staged): Expr {
    const at = pos ? { pos } : {};
    const given = stage.lazy.params.map((param, i) => {
      const arg = args[i]!;
      if (i !== stage.source) return coerce(arg, param.ty);
      const inner = stagedUnder(arg);
      if (inner) return coerce(this.lazy(inner), param.ty);
      return stage.present ? coerce({ op: "call", fn: stage.present, args: [coerce(arg, any)], ty: stage.present.result, ...at }, param.ty) : coerce(arg, param.ty);
    });
    const call: Expr = { op: "call", fn: stage.lazy, args: given, ty: stage.lazy.result, ...at };
    return stage.role === "makes" ? call : coerce(call, ty);
  }
}
