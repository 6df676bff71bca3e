/** What is known of a function's variables where a walk over it is. */
import type { Expr, Var } from "../ir/nodes.ts";
import { Assigned } from "./assigned.ts";
import { NonNull } from "./non-null.ts";
import type { ProgramFacts } from "./program-facts.ts";

export class Knowledge {
  readonly nonNull: NonNull;
  private readonly facts: ProgramFacts;
  /** What variables that are never assigned were declared with. */
  private readonly declared = new Map<Var, Expr>();
  private readonly assigned = new Assigned();

  constructor(facts: ProgramFacts) {
    this.facts = facts;
    this.nonNull = new NonNull(facts, this.lookup);
  }

  /** What a value stands for, as far as that is known. */
  readonly lookup = (value: Expr): Expr => {
    if (value.op === "global") return this.facts.constants.objectOf(value.global) ?? value;
    if (value.op !== "local") return value;
    const held = this.assigned.get(value.local) ?? value;
    return held.op === "local" ? (this.declared.get(held.local) ?? held) : this.lookup(held);
  };

  /** What may be read in a variable's place. */
  inPlaceOf(variable: Var): Expr | undefined {
    const value = this.declared.get(variable) ?? this.assigned.get(variable);
    return value && (value.op === "const" || value.op === "local" || value.op === "global") ? value : undefined;
  }

  isSimple(value: Expr): boolean {
    return value.op === "const" || (value.op === "local" && this.facts.variables.isFixed(value.local));
  }

  /** Whether a value is the same wherever it is read. */
  isSteady(value: Expr): boolean {
    return this.isSimple(value) || (value.op === "global" && this.facts.constants.objectOf(value.global) !== undefined);
  }

  isSimpleAsAny(value: Expr): boolean {
    return value.op === "prim" && value.mnemonic === "to_any" && this.isSimple(value.args[0]!);
  }

  /** A simple value as it was first known. */
  private resolve(value: Expr): Expr {
    const known = this.lookup(value);
    return this.isSimple(known) ? known : value;
  }

  /** A variable was declared, or assigned, a value. */
  hold(variable: Var, value: Expr): void {
    if (!this.facts.variables.isFixed(variable)) {
      if (!variable.cell) this.assigned.set(variable, this.isSteady(value) && value.ty.kind === variable.ty.kind ? this.resolve(value) : undefined);
    } else if (this.isSimple(value)) this.declared.set(variable, this.resolve(value));
    else if (value.op === "closure" || value.op === "object" || value.op === "array" || this.isSimpleAsAny(value)) this.declared.set(variable, value);
  }

  forget(variables: Iterable<Var>): void {
    this.assigned.forget(variables);
  }

  /** What is learnt meanwhile is forgotten behind it; not what was assigned where `straight` says of the result that all of it was passed. */
  within<T>(walk: () => T, straight?: (made: T) => boolean): T {
    return this.nonNull.within(() => this.assigned.within(walk, straight));
  }

  /** The same where a test is true, or false. */
  where<T>(test: Expr, truth: boolean, walk: () => T): T {
    return this.nonNull.where(test, truth, () => this.assigned.within(walk));
  }
}
