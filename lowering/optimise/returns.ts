/** The body of a called function as a value: its returns become what the call gives. */
import { coerce, initialOf } from "../coerce.ts";
import { type Expr, type Label, local, type Stmt, type Ty, type Var } from "../ir/nodes.ts";
import { visitStatement } from "../ir/parts.ts";
import { leaves } from "./purity.ts";

const returns = (one: Stmt): boolean => {
  if (one.op === "return") return true;
  let found = false;
  // Statements inside expressions never return: they come from expressions.
  visitStatement(one, { expression: () => {}, statement: (inner) => (found ||= returns(inner)) });
  return found;
};

export const hasReturn = (body: readonly Stmt[]): boolean => body.some(returns);

/** The statements with every `return v` replaced. */
export const mapReturns = (body: readonly Stmt[], map: (one: Stmt & { op: "return" }) => readonly Stmt[]): Stmt[] =>
  body.flatMap((one): readonly Stmt[] => {
    switch (one.op) {
      case "return":
        return map(one);
      case "if":
        return [{ ...one, then: mapReturns(one.then, map), otherwise: mapReturns(one.otherwise, map) }];
      case "block":
      case "loop":
        return [{ ...one, body: mapReturns(one.body, map) }];
      case "switch":
        return [{ ...one, cases: one.cases.map((part) => ({ ...part, body: mapReturns(part.body, map) })), otherwise: mapReturns(one.otherwise, map) }];
      case "try":
        return [{ ...one, body: mapReturns(one.body, map), handler: mapReturns(one.handler, map) }];
      default:
        return [one];
    }
  });

/** `if (a) return x; …; return y` as `a ? x : { …; y }`; undefined where returns stand in loops and the like. */
const asExpression = (body: readonly Stmt[], ty: Ty): Expr | undefined => {
  const before: Stmt[] = [];
  const whole = (value: Expr): Expr => (before.length === 0 ? value : { op: "seq", body: before, value, ty: value.ty });
  for (const [i, one] of body.entries()) {
    if (one.op === "return") return whole(coerce(one.value, ty));
    if (one.op === "throw") {
      before.push(one);
      return whole(initialOf(ty));
    }
    if (!returns(one)) {
      before.push(one);
      continue;
    }
    if (one.op !== "if") return undefined;
    const rest = body.slice(i + 1);
    const [thenLeaves, otherwiseLeaves] = [leaves(one.then[one.then.length - 1]), leaves(one.otherwise[one.otherwise.length - 1])];
    if (!thenLeaves && !otherwiseLeaves) return undefined;
    const then = asExpression(thenLeaves ? one.then : [...one.then, ...rest], ty);
    const otherwise = then && asExpression(otherwiseLeaves ? one.otherwise : [...one.otherwise, ...rest], ty);
    return otherwise && whole({ op: "cond", test: one.test, then: then!, otherwise, ty, ...(one.pos ? { pos: one.pos } : {}) });
  }
  return undefined;
};

/** Returns as assignments; those that do not end the body leave it. */
const assigning = (body: readonly Stmt[], result: Var, ty: Ty, exit: Label, ends: boolean): { body: Stmt[]; leaves: boolean } => {
  let left = false;
  const inner = (part: readonly Stmt[], last: boolean): Stmt[] => {
    const made = assigning(part, result, ty, exit, last);
    left ||= made.leaves;
    return made.body;
  };
  const out = body.flatMap((one, i): Stmt[] => {
    const last = ends && i === body.length - 1;
    switch (one.op) {
      case "return": {
        const assign: Stmt = { op: "assign", local: result, value: coerce(one.value, ty), ...(one.pos ? { pos: one.pos } : {}) };
        if (last) return [assign];
        left = true;
        return [assign, { op: "break", label: exit }];
      }
      case "if":
        return [{ ...one, then: inner(one.then, last), otherwise: inner(one.otherwise, last) }];
      case "block":
        return [{ ...one, body: inner(one.body, last) }];
      case "loop":
        return [{ ...one, body: inner(one.body, false) }];
      case "switch":
        return [{ ...one, cases: one.cases.map((part) => ({ ...part, body: inner(part.body, last) })), otherwise: inner(one.otherwise, last) }];
      case "try":
        return [{ ...one, body: inner(one.body, last), handler: inner(one.handler, last) }];
      default:
        return [one];
    }
  });
  return { body: out, leaves: left };
};

/** The constant that every return of a body gives, if it is one. */
const onlyConstant = (body: readonly Stmt[], ty: Ty): (Expr & { op: "const" }) | undefined => {
  let only: (Expr & { op: "const" }) | undefined;
  let same = true;
  const visit = (one: Stmt): void => {
    if (one.op === "return") {
      const value = coerce(one.value, ty);
      if (value.op === "const" && (only === undefined || Object.is(only.value, value.value))) only = value;
      else same = false;
    } else visitStatement(one, { expression: () => {}, statement: visit });
  };
  body.forEach(visit);
  return same ? only : undefined;
};

/** The value that a body returns; `mark` learns of the variable that holds it. */
export const bodyValue = (body: readonly Stmt[], ty: Ty, name: string, mark: (result: Var) => void): Expr => {
  const simple = asExpression(body, ty);
  if (simple) return simple;
  const result: Var = { name, ty, cell: false };
  mark(result);
  const exit: Label = { name: "return" };
  const made = assigning(body, result, ty, exit, true);
  const declared: Stmt = { op: "let", local: result, value: initialOf(ty) };
  const value = onlyConstant(body, ty) ?? local(result);
  return { op: "seq", body: [declared, ...(made.leaves ? [{ op: "block" as const, label: exit, body: made.body }] : made.body)], value, ty };
};
