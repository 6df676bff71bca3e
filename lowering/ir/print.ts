/** The IR as text, for people and for tests that look at its shape. */
import type { Expr, IrFn, Stmt, Ty } from "./nodes.ts";

const ty = (of: Ty): string => (of.kind === "ref" ? (of.type?.name ?? "object") : of.kind);

const list = (items: readonly Expr[]): string => items.map(expression).join(", ");

const expression = (value: Expr): string => {
  switch (value.op) {
    case "const":
      return typeof value.value === "string" ? JSON.stringify(value.value) : `${String(value.value)}${value.ty.kind === "any" ? "" : `:${value.ty.kind}`}`;
    case "local":
      return value.local.name;
    case "cell":
      return `&${value.local.name}`;
    case "global":
      return `@${value.global.name}`;
    case "prim":
      return `${value.mnemonic}${value.info ? `<${value.info.name}>` : ""}(${list(value.args)})`;
    case "builtin":
      return `${value.builtin}(${list(value.args)})`;
    case "call":
      return `call ${value.fn.name}(${list(value.args)})`;
    case "call_closure":
      return `call (${expression(value.callee)})(${list(value.args)})`;
    case "call_method":
      return `call ${expression(value.receiver)}.${value.name}(${list(value.args)})`;
    case "call_import":
      return `import ${value.import.module}.${value.import.name}(${list(value.args)})`;
    case "get_property":
      return `${expression(value.object)}.${value.name}`;
    case "set_property":
      return `${expression(value.object)}.${value.name} := ${expression(value.value)}`;
    case "closure":
      return `closure ${value.fn.name}[${value.captured.map((one) => one.name).join(", ")}]`;
    case "object":
      return `new ${value.info.name}#${value.tag}(${list(value.slots)})`;
    case "get_slot":
      return `${expression(value.object)}[${value.slot}]`;
    case "array":
      return `${value.info.name}[${list(value.items)}]`;
    case "cond":
      return `(${expression(value.test)} ? ${expression(value.then)} : ${expression(value.otherwise)})`;
    case "and":
    case "or":
      return `(${expression(value.left)} ${value.op} ${expression(value.right)})`;
    case "seq":
      return `{ ${value.body.flatMap((one) => statement(one, "")).join("; ")}; ${expression(value.value)} }`;
    case "hold":
      return `(hold ${value.local.name} = ${expression(value.value)})`;
  }
};

const nested = (body: readonly Stmt[], indent: string): string[] => body.flatMap((one) => statement(one, `${indent}  `));

const statement = (one: Stmt, indent: string): string[] => {
  switch (one.op) {
    case "expr":
      return [`${indent}${expression(one.value)}`];
    case "let":
      return [`${indent}let ${one.local.name}: ${one.local.cell ? "cell " : ""}${ty(one.local.ty)}${one.value ? ` = ${expression(one.value)}` : ""}`];
    case "let_cell":
      return [`${indent}let &${one.local.name} = ${expression(one.value)}`];
    case "assign":
      return [`${indent}${one.local.name} = ${expression(one.value)}`];
    case "renew":
      return [`${indent}renew ${one.local.name}`];
    case "set_global":
      return [`${indent}@${one.global.name} = ${expression(one.value)}`];
    case "set_slot":
      return [`${indent}${expression(one.object)}[${one.slot}] = ${expression(one.value)}`];
    case "prim":
      return [`${indent}${one.mnemonic}(${list(one.args)})`];
    case "if":
      return [`${indent}if ${expression(one.test)}`, ...nested(one.then, indent), ...(one.otherwise.length > 0 ? [`${indent}else`, ...nested(one.otherwise, indent)] : [])];
    case "block":
    case "loop":
      return [`${indent}${one.op} ${one.label.name}`, ...nested(one.body, indent)];
    case "break":
    case "continue":
      return [`${indent}${one.op} ${one.label.name}`];
    case "switch":
      return [
        `${indent}switch ${expression(one.value)}`,
        ...one.cases.flatMap((part) => [`${indent}case ${part.values.join(", ")}`, ...nested(part.body, indent)]),
        `${indent}default`,
        ...nested(one.otherwise, indent),
      ];
    case "return":
    case "throw":
      return [`${indent}${one.op} ${expression(one.value)}`];
    case "try":
      return [`${indent}try`, ...nested(one.body, indent), `${indent}catch ${one.caught.name}`, ...nested(one.handler, indent)];
  }
};

export const printFunction = (fn: IrFn): string =>
  [`fn ${fn.name}(${fn.params.map((param) => `${param.name}: ${ty(param.ty)}`).join(", ")}): ${ty(fn.result)}`, ...nested(fn.body, "")].join("\n");
