/**
 * Explicit constructors. Of those that call their base class's, Fable makes two objects; of those that do more after, it forgets to return the object; and a
 * primary constructor calls the base class's primary one, whichever it means.
 *
 *     new(x) = { inherit Base(x); Field = x }                         inherit(Base_$ctor(x), new Derived(x))
 *     new(name) as this = Person(name, 0) then register this        const constructed = Person_$ctor(name, 0); register(constructed); return constructed;
 *     type Son(x) = inherit Base(x, 1)                              super(explicit_constructor("Base_$ctor_Z524259A4"), x, 1)
 */
import {
  type CallInfo,
  caseOf,
  declaredIn,
  type Expr,
  type Factory,
  type List,
  type MemberDeclaration,
  type MemberRefInfo,
  type Node,
  toArray,
  typeOf,
  withFields,
  withNodeFields,
} from "../tree.ts";
import { type Annotator, operationModule } from "./annotator.ts";
import { mapChildren, mapList } from "./children.ts";
import { memberKey } from "./hidden-types.ts";

/** The functions that constructors other than the primary one become, by `memberKey`. */
export type ExplicitConstructors = ReadonlyMap<string, string>;

export const explicitConstructorsOf = (declarations: List<Node>): ExplicitConstructors =>
  new Map(
    declaredIn(declarations).flatMap((node) => {
      const { Name, MemberRef } = node.fields[0] as MemberDeclaration;
      return caseOf(node) === "MemberDeclaration" && isConstructor(MemberRef) ? [[memberKey(MemberRef)!, Name] as const] : [];
    }),
  );

/** A base class's constructor as a class's own calls it. What Fable puts in its own place, as an array for a ResizeArray, is none. */
export const baseCall = (base: Expr, explicit: ExplicitConstructors, annotator: Annotator): Expr => {
  const rewritten = annotator.rewriteChildren(base);
  if (caseOf(base) !== "Call") return rewritten;
  const call = annotator.hidden.call(rewritten);
  const [callee, info, ...rest] = call.fields as [Expr, CallInfo, ...unknown[]];
  const name = info.MemberRef && explicit.get(memberKey(info.MemberRef) ?? "");
  if (name === undefined) return call;
  const { factory } = annotator;
  const chosen = factory.call("explicit_constructor", operationModule, [factory.string(name)], typeOf(base, factory), undefined);
  return withNodeFields(call, [callee, withFields(info, { Args: factory.list([chosen, ...toArray(info.Args)]) }), ...rest]);
};

const isConstructor = (ref: Node): boolean => caseOf(ref) === "MemberRef" && (ref.fields[1] as MemberRefInfo).CompiledName === ".ctor";

export const returnConstructed = (member: MemberDeclaration, factory: Factory): MemberDeclaration => {
  if (!isConstructor(member.MemberRef)) return member;
  const body = withConstructed(member.Body, factory);
  return body === member.Body ? member : withFields(member, { Body: body });
};

const withConstructed = (body: Expr, factory: Factory): Expr => {
  const inner = (expr: Expr): Expr => withConstructed(expr, factory);
  const [first, second, third] = body.fields;
  switch (caseOf(body)) {
    case "Let":
      return withNodeFields(body, [first, second, inner(third as Expr)]);
    case "IfThenElse":
      return withNodeFields(body, [first, inner(second as Expr), inner(third as Expr), body.fields[3]]);
    case "DecisionTree":
      return withNodeFields(body, [first, mapList(second as List<readonly [unknown, Expr]>, ([idents, target]) => [idents, inner(target)] as const, factory)]);
    case "Sequential":
      return sequenceWithConstructed(flatten(body), factory);
    default:
      return body;
  }
};

const sequenceWithConstructed = (apart: readonly Expr[], factory: Factory): Expr => {
  const steps = joinInherited(apart, factory);
  const sequence = (items: readonly Expr[]): Expr => factory.expr("Sequential", [factory.list(items)]);
  const at = steps.findIndex((step) => caseOf(step) !== "ObjectExpr" && caseOf(typeOf(step, factory)) === "DeclaredType");
  if (steps.length === 1) return steps[0]!;
  if (at < 0 || at === steps.length - 1) return sequence(steps.map((step, index) => (index === steps.length - 1 ? withConstructed(step, factory) : step)));
  const constructed = factory.ident("constructed", typeOf(steps[at], factory), undefined);
  const self = factory.expr("IdentExpr", [constructed]);
  const useSelf = (expr: Expr): Expr => (isThis(expr) ? self : mapChildren(expr, useSelf, factory));
  return sequence([...steps.slice(0, at), factory.expr("Let", [constructed, steps[at], sequence([...steps.slice(at + 1).map(useSelf), self])])]);
};

/** A base constructor's call and the fields that follow it as one step. Every other step before the fields is of type unit. */
const joinInherited = (steps: readonly Expr[], factory: Factory): readonly Expr[] => {
  const at = steps.findIndex((step) => caseOf(step) === "Value" && caseOf(step.fields[0] as Node) === "NewRecord");
  const base = steps[at - 1];
  if (base === undefined || caseOf(base) !== "Call" || caseOf(typeOf(base, factory)) === "Unit") return steps;
  return [...steps.slice(0, at - 1), factory.call("inherit", operationModule, [base, steps[at]!], typeOf(steps[at]!, factory), undefined), ...steps.slice(at + 1)];
};

/** The steps of a sequence, of those in it too. */
const flatten = (expr: Expr): Expr[] => (caseOf(expr) === "Sequential" ? toArray(expr.fields[0] as List<Expr>).flatMap(flatten) : [expr]);

const isThis = (expr: Expr): boolean => caseOf(expr) === "Value" && caseOf(expr.fields[0] as Node) === "ThisValue";
