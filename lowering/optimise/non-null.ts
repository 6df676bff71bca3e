/** Fixed variables that are not null where a walk is, by the tests on its way. */
import { bool, constant, type Expr, type Stmt, type Var } from "../ir/nodes.ts";
import { typed } from "./fold.ts";
import type { ProgramFacts } from "./program-facts.ts";
import { leaves } from "./purity.ts";

export class NonNull {
  private readonly facts: ProgramFacts;
  private readonly known: (value: Expr) => Expr;
  private held: ReadonlySet<Var> = new Set();

  constructor(facts: ProgramFacts, known: (value: Expr) => Expr) {
    this.facts = facts;
    this.known = known;
  }

  /** What is learnt meanwhile is forgotten behind it. */
  within<T>(walk: () => T): T {
    const { held } = this;
    const made = walk();
    this.held = held;
    return made;
  }

  /** The same where a test is true, or false. */
  where<T>(test: Expr, truth: boolean, walk: () => T): T {
    return this.within(() => {
      this.learn(test, truth);
      return walk();
    });
  }

  /** From here on a test has been true, or false. */
  learn(test: Expr, truth: boolean): void {
    if (test.op === "and" || test.op === "or") {
      if (truth !== (test.op === "and")) return;
      this.learn(test.left, truth);
      this.learn(test.right, truth);
    }
    if (test.op !== "prim") return;
    if (test.mnemonic === "not_bool") this.learn(test.args[0]!, !truth);
    if (truth || test.mnemonic !== "is_nullish") return;
    const subject = this.subject(test.args[0]!);
    if (subject && this.facts.variables.isFixed(subject)) this.held = new Set([...this.held, subject]);
  }

  /** Behind a conditional one of whose branches does not come back. */
  behind(test: Expr, then: readonly Stmt[], otherwise: readonly Stmt[]): void {
    const ends = this.ends(then);
    if (ends !== this.ends(otherwise)) this.learn(test, !ends);
  }

  private subject(value: Expr): Var | undefined {
    const at = typed(value, this.known) ?? value;
    return at.op === "local" ? at.local : undefined;
  }

  /** `is_nullish(x)` of what is known not to be, and its contrary, as constants. */
  fold(value: Expr): Expr {
    if (value.op !== "prim") return value;
    const asked = value.mnemonic === "not_bool" ? value.args[0]! : value;
    if (asked.op !== "prim" || asked.mnemonic !== "is_nullish") return value;
    const subject = this.subject(asked.args[0]!);
    return subject && this.held.has(subject) ? constant(asked !== value, bool) : value;
  }

  /** Whether control never goes on behind a body. */
  ends(body: readonly Stmt[]): boolean {
    const last = body[body.length - 1];
    return leaves(last) || (last?.op === "expr" && last.value.op === "call" && this.facts.summary(last.value.fn).fails);
  }
}
