/** Loops: a block to break out of around a loop whose end turns it. */
import type { DoWhileStatement, ForOfStatement, ForStatement, Node, WhileStatement } from "@babel/types";
import { coerce, toBool } from "../coerce.ts";
import { not } from "../comparisons.ts";
import type { FnContext } from "../context.ts";
import { any, bool, constant, type Expr, i32, type Label, local, prim, type Stmt } from "../ir/nodes.ts";
import type { Binding } from "../scope.ts";
import { block, discard } from "./blocks.ts";
import { bindPattern } from "./patterns.ts";

const isTrue = (node: Node): boolean => node.type === "BooleanLiteral" && node.value;

/** `turn` is run inside the inner block that `continue` leaves; `after` follows it in every turn. */
const loop = (ctx: FnContext, name: string | undefined, head: (breaks: Label) => Stmt[], turn: () => Stmt[], after: () => Stmt[]): Stmt => {
  const breaks: Label = { name: "break" };
  const again: Label = { name: "loop" };
  const tail = after();
  const simple = tail.length === 0;
  const continues: Label = simple ? again : { name: "continue" };
  const test = head(breaks);
  ctx.controls.push({ kind: "loop", name, breaks, continues, continueIsLoop: simple });
  const body = turn();
  ctx.controls.pop();
  const inner: Stmt[] = simple ? body : [{ op: "block", label: continues, body }, ...tail];
  return { op: "block", label: breaks, body: [{ op: "loop", label: again, body: [...test, ...inner, { op: "continue", label: again }] }] };
};

const leaveUnless = (ctx: FnContext, node: Node | null | undefined, breaks: Label): Stmt[] =>
  !node || isTrue(node) ? [] : [{ op: "if", test: not(toBool(ctx.expr(node, bool))), then: [{ op: "break", label: breaks }], otherwise: [] }];

export const lowerWhile = (ctx: FnContext, node: WhileStatement, name: string | undefined, out: Stmt[]): void => {
  out.push(
    loop(
      ctx,
      name,
      (breaks) => leaveUnless(ctx, node.test, breaks),
      () => block(ctx, node.body),
      () => [],
    ),
  );
};

export const lowerDoWhile = (ctx: FnContext, node: DoWhileStatement, name: string | undefined, out: Stmt[]): void => {
  const breaks: Label = { name: "break" };
  const again: Label = { name: "loop" };
  const continues: Label = { name: "continue" };
  ctx.controls.push({ kind: "loop", name, breaks, continues, continueIsLoop: false });
  const body = block(ctx, node.body);
  ctx.controls.pop();
  out.push({
    op: "block",
    label: breaks,
    body: [{ op: "loop", label: again, body: [{ op: "block", label: continues, body }, ...leaveUnless(ctx, node.test, breaks), { op: "continue", label: again }] }],
  });
};

export const lowerFor = (ctx: FnContext, node: ForStatement, name: string | undefined, out: Stmt[]): void => {
  const fresh: Binding[] = [];
  if (node.init?.type === "VariableDeclaration") {
    ctx.statement(node.init, out);
    for (const one of node.init.declarations) {
      const binding = one.id.type === "Identifier" ? ctx.binding(one.id) : undefined;
      if (binding?.cell && binding.kind === "let") fresh.push(binding);
    }
  } else if (node.init) discard(ctx, node.init, out);
  out.push(
    loop(
      ctx,
      name,
      (breaks) => leaveUnless(ctx, node.test, breaks),
      () => block(ctx, node.body),
      () => {
        const after: Stmt[] = fresh.map((binding) => ({ op: "renew", local: ctx.vars.get(binding)! }));
        if (node.update) discard(ctx, node.update, after);
        return after;
      },
    ),
  );
};

/** Arrays are walked by index; anything else by JavaScript's iterator protocol. */
export const lowerForOf = (ctx: FnContext, node: ForOfStatement, name: string | undefined, out: Stmt[]): void => {
  const declare = (value: Expr, into: Stmt[]): void => {
    if (node.left.type === "VariableDeclaration") bindPattern(ctx, node.left.declarations[0]!.id, value, into);
    else ctx.refuse(node, "for-of into a variable that is not declared there");
  };
  const subject = ctx.temp("iterated", any);
  out.push({ op: "let", local: subject, value: coerce(ctx.expr(node.right), any) });
  ctx.program.mentioned.add("@@iterator").add("next").add("done").add("value");
  const iterator = ctx.temp("iterator", any);
  const index = ctx.temp("index", i32);
  const item = ctx.temp("item", any);
  const isArray: Expr = {
    op: "or",
    left: { op: "builtin", builtin: "array_is", args: [local(subject)], ty: bool },
    right: { op: "builtin", builtin: "array_is_typed", args: [local(subject)], ty: bool },
    ty: bool,
  };
  const array = ctx.temp("isArray", bool);
  out.push({ op: "let", local: array, value: isArray }, { op: "let", local: index, value: constant(0, i32) }, { op: "let", local: iterator, value: undefined });
  out.push({
    op: "if",
    test: local(array),
    then: [],
    otherwise: [{ op: "assign", local: iterator, value: { op: "call_method", receiver: local(subject), name: "@@iterator", args: [], ty: any } }],
  });
  out.push(
    loop(
      ctx,
      name,
      (breaks) => {
        const step = ctx.temp("step", any);
        const property = (of: Expr, key: string): Expr => ({ op: "get_property", object: of, name: key, ty: any });
        return [
          { op: "let", local: item, value: undefined },
          {
            op: "if",
            test: local(array),
            then: [
              {
                op: "if",
                test: prim("le_i32", bool, [{ op: "builtin", builtin: "array_js_length", args: [local(subject)], ty: i32 }, local(index)]),
                then: [{ op: "break", label: breaks }],
                otherwise: [],
              },
              { op: "assign", local: item, value: prim("get_element", any, [local(subject), local(index)]) },
              { op: "assign", local: index, value: prim("add_i32", i32, [local(index), constant(1, i32)]) },
            ],
            otherwise: [
              { op: "let", local: step, value: { op: "call_method", receiver: local(iterator), name: "next", args: [], ty: any } },
              { op: "if", test: toBool(property(local(step), "done")), then: [{ op: "break", label: breaks }], otherwise: [] },
              { op: "assign", local: item, value: property(local(step), "value") },
            ],
          },
        ];
      },
      () => {
        const body: Stmt[] = [];
        declare(local(item), body);
        body.push(...block(ctx, node.body));
        return body;
      },
      () => [],
    ),
  );
};
