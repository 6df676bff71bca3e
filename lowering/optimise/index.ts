/** The optimiser: every function once, what it calls before it, so that bodies are small when they are put in their callers. */
import type { IrFn } from "../ir/nodes.ts";
import { takeApart } from "./apart.ts";
import { removeDead } from "./dead.ts";
import { removeInvariants } from "./invariant.ts";
import type { Passes } from "./passes.ts";
import { type Given, ProgramFacts } from "./program-facts.ts";
import { retypeVariables } from "./retype.ts";
import { Rewriter } from "./rewrite.ts";

const rewrite = (facts: ProgramFacts, passes: Passes, fn: IrFn): void => {
  fn.body = new Rewriter(facts, passes, fn).body(fn.body);
  if (passes.dead) removeDead(fn);
  facts.changed(fn);
};

const optimiseFunction = (facts: ProgramFacts, passes: Passes, fn: IrFn): void => {
  if (passes.invariant) removeInvariants(fn, facts.variables);
  rewrite(facts, passes, fn);
  const retype = (): boolean => passes.retype && retypeVariables(fn, facts.variables);
  if (retype()) rewrite(facts, passes, fn);
  if (!passes.apart || !takeApart(fn, facts.variables)) return;
  retype();
  rewrite(facts, passes, fn);
};

/** Changes functions reachable from the roots in place, of which `starts` are the first to run; gives what is known of them then. */
export const optimise = (functions: readonly IrFn[], roots: readonly IrFn[], starts: readonly IrFn[], passes: Passes, given: Given): ProgramFacts => {
  const facts = new ProgramFacts(functions, passes.globals ? starts : [], given);
  const seen = new Set<IrFn>();
  const visit = (start: IrFn): void => {
    const stack: { fn: IrFn; callees: readonly IrFn[]; next: number }[] = [];
    const enter = (fn: IrFn): void => {
      if (seen.has(fn)) return;
      seen.add(fn);
      stack.push({ fn, callees: facts.summary(fn).callees, next: 0 });
    };
    enter(start);
    for (let top = stack[stack.length - 1]; top; top = stack[stack.length - 1]) {
      const callee = top.callees[top.next++];
      if (callee) enter(callee);
      else {
        stack.pop();
        optimiseFunction(facts, passes, top.fn);
      }
    }
  };
  roots.forEach(visit);
  return facts;
};
