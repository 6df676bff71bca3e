/** What expressions and statements are made of, as a table: the walks that look at every node alike are derived from it. */
import type { Expr, Stmt } from "./nodes.ts";

type Part = { readonly name: string; readonly holds: "expression" | "expressions" | "body" };

const expression = (name: string): Part => ({ name, holds: "expression" });
const expressions = (name: string): Part => ({ name, holds: "expressions" });
const body = (name: string): Part => ({ name, holds: "body" });

/** In order of evaluation. */
const expressionParts: Readonly<Record<Expr["op"], readonly Part[]>> = {
  const: [],
  local: [],
  cell: [],
  global: [],
  prim: [expressions("args")],
  builtin: [expressions("args")],
  call: [expressions("args")],
  call_closure: [expression("callee"), expressions("args")],
  call_method: [expression("receiver"), expressions("args")],
  call_import: [expressions("args")],
  get_property: [expression("object")],
  set_property: [expression("object"), expression("value")],
  closure: [],
  object: [expressions("slots")],
  get_slot: [expression("object")],
  array: [expressions("items")],
  cond: [expression("test"), expression("then"), expression("otherwise")],
  and: [expression("left"), expression("right")],
  or: [expression("left"), expression("right")],
  seq: [body("body"), expression("value")],
  hold: [expression("value")],
};

/** The cases of a switch stand beside the table. */
const statementParts: Readonly<Record<Stmt["op"], readonly Part[]>> = {
  expr: [expression("value")],
  let: [expression("value")],
  let_cell: [expression("value")],
  assign: [expression("value")],
  renew: [],
  set_global: [expression("value")],
  set_slot: [expression("object"), expression("value")],
  prim: [expressions("args")],
  if: [expression("test"), body("then"), body("otherwise")],
  block: [body("body")],
  loop: [body("body")],
  break: [],
  continue: [],
  switch: [expression("value"), body("otherwise")],
  return: [expression("value")],
  throw: [expression("value")],
  try: [body("body"), body("handler")],
};

export interface Visit {
  readonly expression: (value: Expr) => void;
  readonly statement: (one: Stmt) => void;
}

type Fields = Record<string, unknown>;

const visitParts = (node: Fields, parts: readonly Part[], visit: Visit): void => {
  for (let i = 0; i < parts.length; i++) {
    const { name, holds } = parts[i]!;
    const held = node[name];
    if (held === undefined) continue;
    if (holds === "expression") visit.expression(held as Expr);
    else if (holds === "expressions") for (const one of held as readonly Expr[]) visit.expression(one);
    else for (const one of held as readonly Stmt[]) visit.statement(one);
  }
};

/** Visits what stands directly inside an expression. */
export const visitExpression = (value: Expr, visit: Visit): void => visitParts(value as unknown as Fields, expressionParts[value.op], visit);

/** Visits what stands directly inside a statement. */
export const visitStatement = (one: Stmt, visit: Visit): void => {
  visitParts(one as unknown as Fields, statementParts[one.op], visit);
  if (one.op === "switch") for (const part of one.cases) for (const each of part.body) visit.statement(each);
};

export interface Change {
  readonly expression: (value: Expr) => Expr;
  readonly body: (body: readonly Stmt[]) => readonly Stmt[];
}

const changeAll = (list: readonly Expr[], change: Change): readonly Expr[] => {
  let out: Expr[] | undefined;
  list.forEach((one, i) => {
    const made = change.expression(one);
    if (made !== one) (out ??= [...list])[i] = made;
  });
  return out ?? list;
};

const changeParts = <T>(node: T, parts: readonly Part[], change: Change): T => {
  let out: Fields | undefined;
  for (const { name, holds } of parts) {
    const held = (node as Fields)[name];
    if (held === undefined) continue;
    const made = holds === "expression" ? change.expression(held as Expr) : holds === "expressions" ? changeAll(held as Expr[], change) : change.body(held as Stmt[]);
    if (made !== held) (out ??= { ...(node as Fields) })[name] = made;
  }
  return (out as T | undefined) ?? node;
};

/** The expression with its direct parts changed; itself when none was. */
export const changeExpression = (value: Expr, change: Change): Expr => changeParts(value, expressionParts[value.op], change);

/** The statement with its direct parts changed; itself when none was. */
export const changeStatement = (one: Stmt, change: Change): Stmt => {
  const made = changeParts(one, statementParts[one.op], change);
  if (made.op !== "switch") return made;
  let changed = false;
  const cases = made.cases.map((part) => {
    const inner = change.body(part.body);
    if (inner === part.body) return part;
    changed = true;
    return { ...part, body: inner };
  });
  return changed ? { ...made, cases } : made;
};
