/** Where expressions hold expressions: one row per kind of node. */
import { type CallInfo, caseOf, type Expr, type Factory, type Ident, type List, type Node, type ObjectMember, toArray, withFields, withNodeFields } from "../tree.ts";

type Rewrite = (expr: Expr) => Expr;

/** The expression with every direct child replaced; the same node if none changes. */
export const mapChildren = (expr: Expr, rewrite: Rewrite, factory: Factory): Expr => {
  const f = expr.fields;
  const one = (child: unknown): unknown => rewrite(child as Expr);
  const optional = (child: unknown): unknown => (child === undefined ? undefined : rewrite(child as Expr));
  const list = (children: unknown): unknown => mapList(children as List<Expr>, rewrite, factory);
  const put = (...patch: readonly [number, unknown][]): Expr => {
    const fields = [...f];
    for (const [at, field] of patch) fields[at] = field;
    return withNodeFields(expr, fields);
  };
  switch (caseOf(expr)) {
    case "Value":
      return put([0, mapValue(f[0] as Node, rewrite, factory)]);
    case "Lambda":
    case "Delegate":
      return put([1, one(f[1])]);
    case "ObjectExpr":
      return put([0, mapList(f[0] as List<ObjectMember>, (member) => withBody(member, rewrite), factory)], [2, optional(f[2])]);
    case "TypeCast":
    case "Test":
      return put([0, one(f[0])]);
    case "Call":
      return put([0, one(f[0])], [1, mapCall(f[1] as CallInfo, rewrite, factory)]);
    case "CurriedApply":
      return put([0, one(f[0])], [1, list(f[1])]);
    case "Operation": {
      const kind = f[0] as Node;
      return put([
        0,
        withNodeFields(
          kind,
          kind.fields.map((field, at) => (at === 0 ? field : one(field))),
        ),
      ]);
    }
    case "Emit": {
      const info = f[0] as { CallInfo: CallInfo };
      const call = mapCall(info.CallInfo, rewrite, factory);
      return put([0, call === info.CallInfo ? info : withFields(info, { CallInfo: call })]);
    }
    case "DecisionTree": {
      const targets = mapList(
        f[1] as List<readonly [List<Ident>, Expr]>,
        (target) => {
          const body = rewrite(target[1]);
          return body === target[1] ? target : ([target[0], body] as const);
        },
        factory,
      );
      return put([0, one(f[0])], [1, targets]);
    }
    case "DecisionTreeSuccess":
      return put([1, list(f[1])]);
    case "Let":
      return put([1, one(f[1])], [2, one(f[2])]);
    case "LetRec": {
      const bindings = mapList(
        f[0] as List<readonly [Ident, Expr]>,
        (binding) => {
          const value = rewrite(binding[1]);
          return value === binding[1] ? binding : ([binding[0], value] as const);
        },
        factory,
      );
      return put([0, bindings], [1, one(f[1])]);
    }
    case "Get":
      return put([0, one(f[0])], [1, mapKey(f[1] as Node, rewrite)]);
    case "Set":
      return put([0, one(f[0])], [1, mapKey(f[1] as Node, rewrite)], [3, one(f[3])]);
    case "Sequential":
      return put([0, list(f[0])]);
    case "WhileLoop":
      return put([0, one(f[0])], [1, one(f[1])]);
    case "ForLoop":
      return put([1, one(f[1])], [2, one(f[2])], [3, one(f[3])]);
    case "TryCatch": {
      const handler = f[1] as readonly [Ident, Expr] | undefined;
      return put([0, one(f[0])], [1, handler === undefined ? undefined : ([handler[0], rewrite(handler[1])] as const)], [2, optional(f[2])]);
    }
    case "IfThenElse":
      return put([0, one(f[0])], [1, one(f[1])], [2, one(f[2])]);
    case "Extended": {
      const kind = f[0] as Node;
      if (caseOf(kind) === "Debugger") return expr;
      return put([0, withNodeFields(kind, [optional(kind.fields[0]), kind.fields[1]])]);
    }
    default:
      return expr;
  }
};

/** A list with every item replaced; the same list if none changes. */
export const mapList = <T>(items: List<T>, change: (item: T) => T, factory: Factory): List<T> => {
  const before = toArray(items);
  const after = before.map(change);
  return after.every((item, at) => item === before[at]) ? items : factory.list(after);
};

export const withBody = <T extends ObjectMember>(member: T, rewrite: Rewrite): T => {
  const body = rewrite(member.Body);
  return body === member.Body ? member : withFields(member, { Body: body } as Partial<T>);
};

const mapCall = (info: CallInfo, rewrite: Rewrite, factory: Factory): CallInfo => {
  const self = info.ThisArg === undefined ? undefined : rewrite(info.ThisArg);
  const args = mapList(info.Args, rewrite, factory);
  return self === info.ThisArg && args === info.Args ? info : withFields(info, { ThisArg: self, Args: args });
};

/** `e[key]` holds an expression in its kind. */
const mapKey = (kind: Node, rewrite: Rewrite): Node => {
  const name = caseOf(kind);
  return name === "ExprGet" || name === "ExprSet" ? withNodeFields(kind, [rewrite(kind.fields[0] as Expr)]) : kind;
};

const mapValue = (value: Node, rewrite: Rewrite, factory: Factory): Node => {
  const f = value.fields;
  const list = (children: unknown): unknown => mapList(children as List<Expr>, rewrite, factory);
  const rest = f.slice(1);
  switch (caseOf(value)) {
    case "NewTuple":
    case "NewRecord":
    case "NewAnonymousRecord":
    case "NewUnion":
      return withNodeFields(value, [list(f[0]), ...rest]);
    case "NewOption":
      return f[0] === undefined ? value : withNodeFields(value, [rewrite(f[0] as Expr), ...rest]);
    case "NewArray": {
      const kind = f[0] as Node;
      return withNodeFields(value, [withNodeFields(kind, [caseOf(kind) === "ArrayValues" ? list(kind.fields[0]) : rewrite(kind.fields[0] as Expr)]), ...rest]);
    }
    case "NewList": {
      const pair = f[0] as readonly [Expr, Expr] | undefined;
      if (pair === undefined) return value;
      const now = [rewrite(pair[0]), rewrite(pair[1])] as const;
      return now[0] === pair[0] && now[1] === pair[1] ? value : withNodeFields(value, [now, ...rest]);
    }
    case "StringTemplate":
      return withNodeFields(value, [f[0] === undefined ? undefined : rewrite(f[0] as Expr), f[1], list(f[2])]);
    default:
      return value;
  }
};
