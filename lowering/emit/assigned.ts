/** Which variables an expression assigns on its way: an operand read before it must be copied. */
import type { Expr, Stmt, Var } from "../ir/nodes.ts";

/** Whether an expression's statements assign a variable. */
export const assigns = (expr: Expr, variable: Var): boolean => {
  const inStatements = (body: readonly Stmt[]): boolean =>
    body.some((one) => {
      switch (one.op) {
        case "assign":
          return one.local === variable || assigns(one.value, variable);
        case "let":
          return one.value !== undefined && assigns(one.value, variable);
        case "expr":
        case "set_global":
        case "return":
        case "throw":
          return assigns(one.value, variable);
        case "set_slot":
          return assigns(one.object, variable) || assigns(one.value, variable);
        case "prim":
          return one.args.some((arg) => assigns(arg, variable));
        case "if":
          return assigns(one.test, variable) || inStatements(one.then) || inStatements(one.otherwise);
        case "block":
        case "loop":
          return inStatements(one.body);
        case "switch":
          return one.cases.some((part) => inStatements(part.body)) || inStatements(one.otherwise);
        case "try":
          return inStatements(one.body) || inStatements(one.handler);
        default:
          return false;
      }
    });
  switch (expr.op) {
    case "prim":
    case "builtin":
    case "call":
    case "call_import":
      return expr.args.some((arg) => assigns(arg, variable));
    case "call_closure":
      return assigns(expr.callee, variable) || expr.args.some((arg) => assigns(arg, variable));
    case "call_method":
      return assigns(expr.receiver, variable) || expr.args.some((arg) => assigns(arg, variable));
    case "get_property":
    case "get_slot":
      return assigns(expr.object, variable);
    case "set_property":
      return assigns(expr.object, variable) || assigns(expr.value, variable);
    case "object":
      return expr.slots.some((slot) => assigns(slot, variable));
    case "array":
      return expr.items.some((item) => assigns(item, variable));
    case "cond":
      return assigns(expr.test, variable) || assigns(expr.then, variable) || assigns(expr.otherwise, variable);
    case "and":
    case "or":
      return assigns(expr.left, variable) || assigns(expr.right, variable);
    case "hold":
      return assigns(expr.value, variable);
    case "seq":
      return inStatements(expr.body) || assigns(expr.value, variable);
    default:
      return false;
  }
};
