/** Statements other than loops and try. */
import type { Node, SwitchStatement, VariableDeclarator } from "@babel/types";
import { coerce, toBool } from "../coerce.ts";
import { strictEqual } from "../comparisons.ts";
import type { FnContext } from "../context.ts";
import { any, bool, type Expr, type Label, local, type Stmt } from "../ir/nodes.ts";
import { block, discard } from "./blocks.ts";
import { blockStatements } from "./functions.ts";
import { lowerDoWhile, lowerFor, lowerForOf, lowerWhile } from "./loops.ts";
import { integerOf } from "./names.ts";
import { declareVariable } from "./patterns.ts";
import { leaveTo, lowerTry, returnValue } from "./try.ts";

export const lowerStatement = (ctx: FnContext, node: Node, out: Stmt[], label?: string): void => {
  switch (node.type) {
    case "ExpressionStatement":
      discard(ctx, node.expression, out);
      return;
    case "VariableDeclaration":
      for (const one of node.declarations) if (!isDeferred(ctx, one)) declareVariable(ctx, one.id, one.init, out);
      return;
    case "ReturnStatement":
      returnValue(ctx, node.argument, out);
      return;
    case "IfStatement": {
      const test = toBool(ctx.expr(node.test, bool));
      out.push({ op: "if", test, then: block(ctx, node.consequent), otherwise: block(ctx, node.alternate) });
      return;
    }
    case "BlockStatement":
      out.push(...blockStatements(ctx, node.body));
      return;
    case "EmptyStatement":
      return;
    case "ThrowStatement":
      out.push({ op: "throw", value: coerce(ctx.expr(node.argument), any) });
      return;
    case "LabeledStatement": {
      if (["WhileStatement", "ForStatement", "ForOfStatement", "DoWhileStatement"].includes(node.body.type)) {
        lowerStatement(ctx, node.body, out, node.label.name);
        return;
      }
      const end: Label = { name: node.label.name };
      ctx.controls.push({ kind: "block", name: node.label.name, breaks: end, isSwitch: false });
      const body = block(ctx, node.body);
      ctx.controls.pop();
      out.push({ op: "block", label: end, body });
      return;
    }
    case "WhileStatement":
      lowerWhile(ctx, node, label, out);
      return;
    case "DoWhileStatement":
      lowerDoWhile(ctx, node, label, out);
      return;
    case "ForStatement":
      lowerFor(ctx, node, label, out);
      return;
    case "ForOfStatement":
      lowerForOf(ctx, node, label, out);
      return;
    case "BreakStatement":
      leaveTo(ctx, node, "break", node.label?.name, out);
      return;
    case "ContinueStatement":
      leaveTo(ctx, node, "continue", node.label?.name, out);
      return;
    case "SwitchStatement":
      lowerSwitch(ctx, node, out);
      return;
    case "TryStatement":
      lowerTry(ctx, node, out);
      return;
    case "ClassDeclaration":
      ctx.refuse(node, "a class declared inside a function");
      return;
    default:
      ctx.refuse(node, `a statement of the form ${node.type}`);
  }
};

const isDeferred = (ctx: FnContext, declarator: VariableDeclarator): boolean => {
  const binding = declarator.init == null && declarator.id.type === "Identifier" ? ctx.binding(declarator.id) : undefined;
  return binding?.assignments.length === 1 && ctx.deferred.get(binding.assignments[0]!) === declarator;
};

/** Cases without statements join the next one; a case that does not end in a jump falls out of the switch (a real fall-through is refused). */
const lowerSwitch = (ctx: FnContext, node: SwitchStatement, out: Stmt[]): void => {
  const groups: { tests: Node[]; isDefault: boolean; body: readonly Node[] }[] = [];
  let pending: { tests: Node[]; isDefault: boolean } = { tests: [], isDefault: false };
  for (const one of node.cases) {
    if (one.test) pending.tests.push(one.test);
    else pending.isDefault = true;
    if (one.consequent.length === 0) continue;
    groups.push({ ...pending, body: one.consequent });
    pending = { tests: [], isDefault: false };
  }
  const end: Label = { name: "switch" };
  ctx.controls.push({ kind: "block", name: undefined, breaks: end, isSwitch: true });
  const subject = ctx.expr(node.discriminant);
  const bodies = groups.map((group) => blockStatements(ctx, group.body.length === 1 && group.body[0]!.type === "BlockStatement" ? group.body[0]!.body : group.body));
  ctx.controls.pop();
  const otherwise = bodies[groups.findIndex((group) => group.isDefault)] ?? [];
  const cases = groups.flatMap((group, i) => (group.isDefault ? [] : [{ tests: group.tests, body: bodies[i]! }]));
  const values = cases.map((one) => one.tests.map((test) => integerOf(ctx, test)));
  let whole: Stmt;
  if (subject.ty.kind === "i32" && values.every((list) => list.every((value) => value !== undefined))) {
    whole = { op: "switch", value: subject, cases: cases.map((one, i) => ({ values: values[i] as number[], body: one.body })), otherwise };
  } else {
    const held = ctx.temp("subject", subject.ty);
    out.push({ op: "let", local: held, value: subject });
    let chain: readonly Stmt[] = otherwise;
    for (const one of [...cases].reverse()) {
      const tests = one.tests.map((test) => strictEqual(local(held), ctx.expr(test, held.ty)));
      const test = tests.reduce((left, right): Expr => ({ op: "or", left, right, ty: bool }));
      chain = [{ op: "if", test, then: one.body, otherwise: chain }];
    }
    whole = { op: "block", label: { name: "cases" }, body: chain };
  }
  out.push({ op: "block", label: end, body: [whole] });
};
