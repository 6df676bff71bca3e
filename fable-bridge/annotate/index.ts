/** The annotating pass over one file's tree: which visitor handles which kind of expression. */
import {
  type CallInfo,
  type ClassDeclaration,
  caseOf,
  type Expr,
  type Ident,
  type ImportInfo,
  type List,
  type MemberDeclaration,
  type Node,
  type Type,
  toArray,
  withFields,
  withNodeFields,
} from "../tree.ts";
import { visitGet, visitSet } from "./access.ts";
import { Annotator, type Host, rangeOf, type Visitor } from "./annotator.ts";
import { visitCall } from "./calls.ts";
import { visitTest, visitTypeCast } from "./casts.ts";
import { mapList } from "./children.ts";
import { baseCall, type ExplicitConstructors, explicitConstructorsOf, returnConstructed } from "./constructors.ts";
import { conversionOf, convert } from "./conversions.ts";
import { visitFunction } from "./functions.ts";
import type { ObservingMembers } from "./hidden-types.ts";
import { noteImportedCall, visitImport } from "./imports.ts";
import { visitForLoop } from "./loops.ts";
import { visitObject } from "./objects.ts";
import { visitOperation } from "./operators.ts";
import { visitIfThenElse } from "./patterns.ts";
import { StructCopies } from "./structs.ts";
import { visitValue } from "./values.ts";

/** Fable's own texts: conversions, and `incr r` / `decr r`, which it writes `void(r.contents++)`. */
const visitEmit: Visitor = (expr, annotator) => {
  const conversion = conversionOf(expr, annotator);
  if (conversion !== undefined) return convert(conversion, undefined, annotator);
  const info = expr.fields[0] as { Macro: string; CallInfo: CallInfo };
  const step = /^void\(\$0\.contents(\+\+|--)\)$/.exec(info.Macro);
  const [cell] = toArray(info.CallInfo.Args);
  if (step === null || caseOf(cell) !== "IdentExpr") return undefined;
  const operator = annotator.operation(step[1] === "++" ? "add_int32" : "sub_int32", [], annotator.factory.types.int32, undefined);
  return annotator.factory.emit("$0.contents = $1($0.contents, 1)", [cell, operator.fields[0] as Expr], expr.fields[1] as Type);
};

/** `throw new Exception("Match failure: T")` -> F#'s own exception, at the place of the match. */
const visitExtended: Visitor = (expr, annotator) => {
  const set = expr.fields[0] as Node;
  const thrown = set.fields[0] as Expr | undefined;
  if (caseOf(set) !== "Throw" || thrown === undefined || caseOf(thrown) !== "Call") return undefined;
  const [text] = toArray((thrown.fields[1] as CallInfo).Args);
  const value = text !== undefined && caseOf(text) === "Value" ? (text.fields[0] as Node) : undefined;
  if (value === undefined || caseOf(value) !== "StringConstant" || !/^Match failure(: |$)/.test(value.fields[0] as string)) return undefined;
  const range = rangeOf(expr);
  const args = [annotator.text(annotator.host.file), annotator.int(range?.start.line ?? 0), annotator.int(range?.start.column ?? 0)];
  const failure = annotator.library("Util", "matchFailure", args, thrown.fields[2] as Type, range);
  return withNodeFields(expr, [withNodeFields(set, [failure, ...set.fields.slice(1)]), ...expr.fields.slice(1)]);
};

/** `lazy.Value 3`, which Fable prints as the call of a method: what a property gives is called as a value. */
const visitCurriedApply: Visitor = (expr, annotator) => {
  const applied = expr.fields[0] as Expr;
  if (caseOf(applied) !== "Get" || caseOf(applied.fields[1] as Node) !== "FieldGet") return undefined;
  const now = annotator.rewriteChildren(expr);
  const [value, ...parts] = now.fields as Expr[];
  if (caseOf(value) !== "Get") return now;
  return withNodeFields(expr, [annotator.factory.emit("($0 as any)", [value], applied.fields[2] as Type), ...parts]);
};

const visitLet: Visitor = (expr, annotator) => {
  const [ident, value, body] = expr.fields as [Ident, Expr, Expr];
  annotator.bind(ident);
  const now = annotator.hidden.bindings([[ident, value]], (inner) => annotator.rewrite(inner), body);
  const bound = isReference(value) ? withFields(ident, { Type: annotator.factory.types.any }) : ident;
  return withNodeFields(expr, [bound, now.values[0], now.body]);
};

/** `&items.[i]`, which an inlined function's parameter takes with the element's type. */
const isReference = (expr: Expr): boolean =>
  caseOf(expr) === "Call" && caseOf(expr.fields[0] as Expr) === "Import" && ((expr.fields[0] as Expr).fields[0] as ImportInfo).Selector === "elementReference";

const visitLetRec: Visitor = (expr, annotator) => {
  const [list, body] = expr.fields as [List<readonly [Ident, Expr]>, Expr];
  const bindings = toArray(list);
  const now = annotator.hidden.bindings(bindings, (inner) => annotator.rewrite(inner), body);
  return withNodeFields(expr, [annotator.factory.list(bindings.map(([ident], at) => [ident, now.values[at]] as const)), now.body]);
};

const visitors: Readonly<Record<string, Visitor>> = {
  Operation: visitOperation,
  Call: (expr, annotator) => {
    noteImportedCall(expr, annotator);
    return visitCall(expr, annotator);
  },
  CurriedApply: visitCurriedApply,
  Import: visitImport,
  Emit: visitEmit,
  Extended: visitExtended,
  Value: visitValue,
  Get: visitGet,
  Set: visitSet,
  Test: visitTest,
  TypeCast: visitTypeCast,
  IfThenElse: visitIfThenElse,
  ObjectExpr: visitObject,
  IdentExpr: (expr, annotator) => annotator.hidden.use(expr),
  Let: visitLet,
  LetRec: visitLetRec,
  ForLoop: visitForLoop,
  Lambda: visitFunction,
  Delegate: visitFunction,
};

export interface Annotated {
  readonly declarations: List<Node>;
  readonly observing: ObservingMembers;
  readonly explicitConstructors: ExplicitConstructors;
}

/** Rewrites a file's declarations in place: they are this compilation's own. */
export const annotateDeclarations = (declarations: List<Node>, host: Host): Annotated => {
  const annotator = new Annotator(host, visitors, declarations);
  const copies = new StructCopies(annotator);
  const rewrite = (expr: Expr): Expr => annotator.rewriteBody(copies.add(expr));
  const ownConstructors = explicitConstructorsOf(declarations);
  const explicit = new Map([...host.explicitConstructors, ...ownConstructors]);
  const declaration = (node: Node): Node => {
    const record = node.fields[0] as object;
    switch (caseOf(node)) {
      case "ModuleDeclaration": {
        const module = record as { Members: List<Node> };
        return withNodeFields(node, [withFields(module, { Members: mapList(module.Members, declaration, host.factory) })]);
      }
      case "ActionDeclaration": {
        const { Body } = record as { Body: Expr };
        return withNodeFields(node, [withFields(record as { Body: Expr }, { Body: annotator.statics.declare(Body, rewrite) ?? rewrite(Body) })]);
      }
      case "MemberDeclaration":
        return withNodeFields(node, [annotator.hidden.member(returnConstructed(record as MemberDeclaration, host.factory), rewrite)]);
      case "ClassDeclaration": {
        const type = record as ClassDeclaration;
        let base: Expr | undefined;
        const rewriteConstructor = (body: Expr): Expr => {
          base = type.BaseCall && baseCall(type.BaseCall, explicit, annotator);
          return rewrite(body);
        };
        const now = annotator.hidden.classMembers(type.Entity, type.Constructor, type.AttachedMembers, rewriteConstructor, rewrite);
        return withNodeFields(node, [withFields(type, { Constructor: now.maker, BaseCall: base, AttachedMembers: now.methods })]);
      }
      default:
        return node;
    }
  };
  const now = mapList(declarations, declaration, host.factory);
  return { declarations: now, observing: annotator.hidden.finish(), explicitConstructors: ownConstructors };
};
