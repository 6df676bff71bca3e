/**
 * Variables that need less than they were declared with: cells that no closure shares become plain variables, and variables of any kind whose every value was
 * made any from one kind take that kind.
 */
import { coerce, unify } from "../coerce.ts";
import { any, type Expr, f64, type IrFn, local, prim, type Stmt, type Ty, type Var } from "../ir/nodes.ts";
import { type Change, changeExpression, changeStatement, type Visit, visitExpression, visitStatement } from "../ir/parts.ts";
import { sameTy } from "../type-infos.ts";
import { typed } from "./fold.ts";
import type { Variables } from "./variables.ts";

const itself = (value: Expr): Expr => value;

interface Found {
  readonly definitions: Map<Var, Expr[]>;
  /** Kept as they are. */
  readonly pinned: Set<Var>;
  readonly shared: Set<Var>;
  readonly cells: Set<Var>;
}

const find = (fn: IrFn): Found => {
  const found: Found = { definitions: new Map(), pinned: new Set(fn.params), shared: new Set([...fn.params, ...fn.captures]), cells: new Set() };
  for (const one of fn.captures) found.pinned.add(one);
  const define = (variable: Var, value: Expr | undefined): void => {
    if (value === undefined) {
      found.pinned.add(variable);
      return;
    }
    const list = found.definitions.get(variable);
    if (list) list.push(value);
    else found.definitions.set(variable, [value]);
  };
  const visit: Visit = {
    expression: (value) => {
      if (value.op === "closure") {
        for (const one of value.captured) {
          found.shared.add(one);
          found.pinned.add(one);
        }
      }
      if (value.op === "cell") found.shared.add(value.local);
      visitExpression(value, visit);
    },
    statement: (one) => {
      if (one.op === "let" || one.op === "assign") {
        define(one.local, one.value);
        if (one.local.cell) found.cells.add(one.local);
      } else if (one.op === "let_cell") found.shared.add(one.local);
      else if (one.op === "try") found.pinned.add(one.caught);
      visitStatement(one, visit);
    },
  };
  for (const one of fn.body) visit.statement(one);
  return found;
};

/** The one type that all values of a variable have before they become any; `guess` gives that of the others, `"open"` while nothing is known. */
const typeOf = (value: Expr, guess: (variable: Var) => Ty | "open"): Ty | "open" => {
  if (value.op === "local" && value.ty.kind === "any") return guess(value.local);
  if (value.op === "seq") return typeOf(value.value, guess);
  if (value.op === "cond") return join(typeOf(value.then, guess), typeOf(value.otherwise, guess));
  return typed(value, itself)?.ty ?? any;
};

const join = (a: Ty | "open", b: Ty | "open"): Ty | "open" => {
  if (a === "open") return b;
  if (b === "open") return a;
  return sameTy(a, b) ? a : a.kind === "ref" && b.kind === "ref" ? unify(a, b) : any;
};

/** A number literal fits any kind of number. */
const joinDefinitions = (definitions: readonly Expr[], guess: (variable: Var) => Ty | "open"): Ty | "open" => {
  const types = definitions.map((one) => typeOf(one, guess));
  const literal = (i: number): boolean => definitions[i]!.op === "const" && typeof (definitions[i] as { value?: unknown }).value === "number";
  if (types.some((ty, i) => ty !== "open" && ty.kind === "f64" && !literal(i))) return types.reduce<Ty | "open">((whole, ty, i) => join(whole, literal(i) ? f64 : ty), "open");
  return types.reduce<Ty | "open">(join, "open");
};

const settle = ({ definitions, pinned, shared }: Found): Map<Var, Ty> => {
  const types = new Map<Var, Ty | "open">();
  for (const variable of definitions.keys()) if (variable.ty.kind === "any" && !pinned.has(variable) && !(variable.cell && shared.has(variable))) types.set(variable, "open");
  const guess = (variable: Var): Ty | "open" => types.get(variable) ?? any;
  for (let round = 0; round < 5; round++) {
    let changed = false;
    for (const variable of types.keys()) {
      const ty = joinDefinitions(definitions.get(variable)!, guess);
      const before = types.get(variable)!;
      if (ty === before || (ty !== "open" && before !== "open" && sameTy(ty, before))) continue;
      types.set(variable, ty);
      changed = true;
    }
    if (!changed) return new Map([...types].filter((entry): entry is [Var, Ty] => entry[1] !== "open" && entry[1].kind !== "any"));
  }
  return new Map();
};

export const retypeVariables = (fn: IrFn, variables: Variables): boolean => {
  const found = find(fn);
  const renamed = new Map<Var, Var>();
  for (const cell of found.cells) {
    if (found.shared.has(cell)) continue;
    const plain: Var = { ...cell, cell: false };
    variables.assigned.add(plain);
    renamed.set(cell, plain);
  }
  for (const [variable, ty] of settle(found)) {
    const made: Var = { ...variable, ty, cell: false };
    if (variables.assigned.has(variable) || variable.cell) variables.assigned.add(made);
    renamed.set(variable, made);
  }
  if (renamed.size === 0) return false;
  const change: Change = {
    expression: (value) => {
      const made = value.op === "local" ? renamed.get(value.local) : undefined;
      if (!made) return changeExpression(value, change);
      const read = value.pos ? { ...local(made), pos: value.pos } : local(made);
      return made.ty.kind === value.ty.kind ? read : prim("to_any", any, [read]);
    },
    body: (body) =>
      body.flatMap((one): readonly Stmt[] => {
        if (one.op === "renew" && renamed.has(one.local)) return [];
        const made = changeStatement(one, change);
        if (made.op !== "let" && made.op !== "assign") return [made];
        const target = renamed.get(made.local);
        return target ? [{ ...made, local: target, value: made.value && typedValue(made.value, target.ty) } as Stmt] : [made];
      }),
  };
  fn.body = change.body(fn.body) as Stmt[];
  return true;
};

/** A value of any kind that is known to be of one, as that one. */
const typedValue = (value: Expr, ty: Ty): Expr => {
  if (value.ty.kind === ty.kind) return coerce(value, ty);
  if (value.op === "seq") return { ...value, value: typedValue(value.value, ty), ty };
  if (value.op === "cond") return { ...value, then: typedValue(value.then, ty), otherwise: typedValue(value.otherwise, ty), ty };
  const from = typed(value, itself);
  return coerce(from ?? value, ty);
};
