/** Object expressions say the interfaces they implement: `{ Draw() {…} }` -> `implements("App.IDrawable", { Draw() {…} })`. */
import { caseOf, type EntityRef, type Expr, type List, type ObjectMember, type Type, toArray, withFields, withNodeFields } from "../tree.ts";
import type { Annotator, Visitor } from "./annotator.ts";
import { withoutArity } from "./type-text.ts";

export const visitObject: Visitor = (expr, annotator) => {
  const adder = checkedAdder(expr, annotator);
  if (adder !== undefined) return annotator.rewriteChildren(adder);
  const now = annotator.rewriteChildren(expr);
  const type = expr.fields[1] as Type;
  // Members of the further interfaces are known by their receivers.
  const receivers = toArray(expr.fields[0] as List<ObjectMember>).flatMap((member) => toArray(member.Args).filter((arg) => arg.IsThisArgument));
  const texts = new Set([type, ...receivers.map((receiver) => receiver.Type)].flatMap((one) => interfacesOf(one, annotator)));
  return texts.size === 0 ? now : annotator.operation("implements", [...[...texts].map((text) => annotator.text(text)), now], type, undefined);
};

/** `{ GetZero, Add, … }`, which sums and averages get: F# adds checked there, so the operator is marked as `Checked`'s are. */
const checkedAdder = (expr: Expr, annotator: Annotator): Expr | undefined => {
  const members = toArray(expr.fields[0] as List<ObjectMember>);
  const add = members.find((member) => member.Name === "Add" && caseOf(member.MemberRef) === "GeneratedMemberRef" && caseOf(member.Body) === "Delegate");
  if (add === undefined || !members.some((member) => member.Name === "GetZero")) return undefined;
  const sum = add.Body.fields[1] as Expr;
  const marked = annotator.operation("checked", [sum], annotator.typeOf(sum), undefined);
  const body = withNodeFields(
    add.Body,
    add.Body.fields.map((field, at) => (at === 1 ? marked : field)),
  );
  const now = members.map((member) => (member === add ? withFields(member, { Body: body }) : member));
  return withNodeFields(
    expr,
    expr.fields.map((field, at) => (at === 0 ? annotator.factory.list(now) : field)),
  );
};

/** The texts of the interfaces that a type is or has. */
const interfacesOf = (type: Type, annotator: Annotator): string[] => {
  if (caseOf(type) !== "DeclaredType") return [];
  const ref = type.fields[0] as EntityRef;
  const entity = annotator.host.entity(ref);
  if (entity === undefined) return [];
  const parameters = toArray(entity.GenericParameters).filter((parameter) => !parameter.IsMeasure);
  const text = annotator.print(type);
  const given = toArray(type.fields[1] as List<Type>).map((arg) => annotator.print(arg));
  const inherited = [...entity.AllInterfaces]
    .filter((base) => base.Entity.FullName !== ref.FullName)
    .map((base) => {
      const args = toArray(base.GenericArgs).map((arg) =>
        annotator.print(arg).replace(/'([^<>,]+)/g, (whole, name: string) => {
          const at = parameters.findIndex((parameter) => parameter.Name === name);
          return given[at] ?? whole;
        }),
      );
      return withoutArity(base.Entity.FullName) + (args.length === 0 ? "" : `<${args.join(",")}>`);
    });
  return entity.IsInterface ? [text, ...inherited] : inherited;
};
