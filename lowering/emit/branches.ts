/** Conditions and switches as structured control flow. */
import type { Expr, Label, Stmt } from "../ir/nodes.ts";
import type { FnEmitter } from "./function.ts";

type Part = (() => void) | undefined;

/** i32 comparisons that open an if directly, with what they are when negated and their operands swapped. */
const fused = {
  eq_i32: { open: "if_eq_i32", immediate: "if_eq_i32_imm", negated: "ne_i32", swap: false },
  ne_i32: { open: "if_ne_i32", immediate: "if_ne_i32_imm", negated: "eq_i32", swap: false },
  lt_i32: { open: "if_lt_i32", immediate: "if_lt_i32_imm", negated: "le_i32", swap: true },
  le_i32: { open: "if_le_i32", immediate: "if_le_i32_imm", negated: "lt_i32", swap: true },
} as const;

/** The immediate form when the constant is on the left. */
const flipped = { eq_i32: "if_eq_i32_imm", ne_i32: "if_ne_i32_imm", lt_i32: "if_gt_i32_imm", le_i32: "if_ge_i32_imm" } as const;

const isFused = (test: Expr): test is Expr & { op: "prim"; mnemonic: keyof typeof fused } => test.op === "prim" && test.mnemonic in fused;

const intOf = (expr: Expr): number | undefined => (expr.op === "const" && typeof expr.value === "number" && expr.ty.kind === "i32" ? expr.value : undefined);

/** `short` says that `then` is a branch, which may be emitted more than once. */
export const emitIf = (at: FnEmitter, test: Expr, then: () => void, otherwise: Part, short = false): void => {
  if (test.op === "const") {
    if (test.value) then();
    else otherwise?.();
    return;
  }
  if (test.op === "prim" && test.mnemonic === "not_bool") {
    const inner = test.args[0]!;
    if (isFused(inner)) {
      const row = fused[inner.mnemonic];
      const args = row.swap ? [inner.args[1]!, inner.args[0]!] : inner.args;
      emitIf(at, { ...inner, mnemonic: row.negated, args }, then, otherwise, short);
    } else if (otherwise) emitIf(at, inner, otherwise, then);
    else if (inner.op === "and" || inner.op === "or")
      emitIf(at, { ...inner, op: inner.op === "and" ? "or" : "and", left: negate(inner.left), right: negate(inner.right) }, then, undefined, short);
    else if (inner.op === "prim" && (inner.mnemonic === "lt_f64" || inner.mnemonic === "le_f64" || inner.mnemonic === "not_bool")) emitIf(at, inner, () => {}, then);
    else {
      const held = at.value(inner);
      at.free(held);
      at.open(undefined, () => at.emit("if_not", { test: held.register }), then);
    }
    return;
  }
  if (test.op === "and") {
    if (!otherwise) {
      emitIf(at, test.left, () => emitIf(at, test.right, then, undefined, short), undefined);
      return;
    }
    const end: Label = { name: "end" };
    at.open(
      end,
      () => at.emit("block", {}),
      () => {
        emitIf(
          at,
          test.left,
          () =>
            emitIf(
              at,
              test.right,
              () => {
                then();
                at.branch(end);
              },
              undefined,
            ),
          undefined,
        );
        otherwise();
      },
    );
    return;
  }
  if (test.op === "or" && short && !otherwise) {
    emitIf(at, test.left, then, undefined, true);
    emitIf(at, test.right, then, undefined, true);
    return;
  }
  if (test.op === "or") {
    const end: Label = { name: "end" };
    const taken: Label = { name: "taken" };
    at.open(
      end,
      () => at.emit("block", {}),
      () => {
        at.open(
          taken,
          () => at.emit("block", {}),
          () => {
            emitIf(at, test.left, () => at.branch(taken), undefined);
            emitIf(at, test.right, () => at.branch(taken), undefined);
            otherwise?.();
            at.branch(end);
          },
        );
        then();
      },
    );
    return;
  }
  openIf(at, test, then, otherwise);
};

const negate = (test: Expr): Expr =>
  test.op === "prim" && test.mnemonic === "not_bool" ? test.args[0]! : ({ op: "prim", mnemonic: "not_bool", args: [test], ty: test.ty } as Expr);

const openIf = (at: FnEmitter, test: Expr, then: () => void, otherwise: Part): void => {
  const body = (): void => {
    then();
    if (otherwise) {
      at.emit("else", {});
      otherwise();
    }
  };
  if (isFused(test)) {
    const row = fused[test.mnemonic];
    const [left, right] = test.args as [Expr, Expr];
    const value = intOf(right);
    if (value !== undefined) {
      if (test.mnemonic === "eq_i32" && left.op === "prim" && left.mnemonic === "get_tag") {
        const object = at.value(left.args[0]!);
        at.free(object);
        at.open(undefined, () => at.emit("if_tag", { object: object.register, tag: value }), body);
        return;
      }
      const held = at.value(left);
      at.free(held);
      at.open(undefined, () => at.emit(row.immediate, { lhs: held.register, value }), body);
      return;
    }
    const first = intOf(left);
    if (first !== undefined) {
      const held = at.value(right);
      at.free(held);
      at.open(undefined, () => at.emit(flipped[test.mnemonic], { lhs: held.register, value: first }), body);
      return;
    }
    const [lhs, rhs] = at.all([left, right]);
    at.free(lhs!);
    at.free(rhs!);
    at.open(undefined, () => at.emit(row.open, { lhs: lhs!.register, rhs: rhs!.register }), body);
    return;
  }
  if (test.op === "prim" && (test.mnemonic === "lt_f64" || test.mnemonic === "le_f64")) {
    const [lhs, rhs] = at.all(test.args);
    at.free(lhs!);
    at.free(rhs!);
    at.open(undefined, () => at.emit(test.mnemonic === "lt_f64" ? "if_lt_f64" : "if_le_f64", { lhs: lhs!.register, rhs: rhs!.register }), body);
    return;
  }
  const held = at.value(test);
  at.free(held);
  at.open(undefined, () => at.emit("if", { test: held.register }), body);
};

/** A table of branches when the values lie close together, tests one after the other otherwise. */
export const emitSwitch = (at: FnEmitter, one: Stmt & { op: "switch" }): void => {
  const values = one.cases.flatMap((part) => part.values);
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (values.length < 3 || high - low > values.length * 3 + 8) {
    emitTests(at, one);
    return;
  }
  const end: Label = { name: "end" };
  const labels = one.cases.map((_, i): Label => ({ name: `case${i}` }));
  const fallback: Label = { name: "default" };
  at.open(
    end,
    () => at.emit("block", {}),
    () => {
      const nest = (i: number): void => {
        if (i >= 0) {
          at.open(
            labels[i],
            () => at.emit("block", {}),
            () => nest(i - 1),
          );
          at.scope(one.cases[i]!.body);
          at.branch(end);
          return;
        }
        const held = at.value(low === 0 ? one.value : { op: "prim", mnemonic: "add_i32", args: [one.value, { op: "const", value: -low, ty: one.value.ty }], ty: one.value.ty });
        at.free(held);
        const targets: number[] = [];
        for (let value = low; value <= high; value++) {
          const found = one.cases.findIndex((part) => part.values.includes(value));
          targets.push(at.labelDepth(found < 0 ? fallback : labels[found]!));
        }
        at.emit("switch", { value: held.register, targets: [...targets, at.labelDepth(fallback)] });
      };
      at.open(
        fallback,
        () => at.emit("block", {}),
        () => nest(one.cases.length - 1),
      );
      at.scope(one.otherwise);
    },
  );
};

const emitTests = (at: FnEmitter, one: Stmt & { op: "switch" }): void => {
  const subject = { name: "subject", ty: one.value.ty, cell: false };
  const register = at.declare(subject);
  at.into(one.value, register);
  const chain = (i: number): void => {
    const part = one.cases[i];
    if (!part) {
      at.scope(one.otherwise);
      return;
    }
    const tests = part.values.map(
      (value): Expr => ({
        op: "prim",
        mnemonic: "eq_i32",
        args: [
          { op: "local", local: subject, ty: subject.ty },
          { op: "const", value, ty: subject.ty },
        ],
        ty: { kind: "bool" },
      }),
    );
    const test = tests.reduce((left, right): Expr => ({ op: "or", left, right, ty: { kind: "bool" } }));
    const rest = i + 1 < one.cases.length || one.otherwise.length > 0 ? () => chain(i + 1) : undefined;
    emitIf(at, test, () => at.scope(part.body), rest);
  };
  chain(0);
  at.close([subject]);
};
