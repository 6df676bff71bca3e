/** Expressions to registers. */
import { builtins } from "../../schemas/isa/builtins.ts";
import type { OperandsOf } from "../../schemas/isa/codec.ts";
import { shapeOf } from "../../schemas/isa/instruction.ts";
import type { Mnemonic } from "../../schemas/isa/table.ts";
import { coerce } from "../coerce.ts";
import { any, bool, type Expr, i32, type Literal, local, type Ty, type Var } from "../ir/nodes.ts";
import { sameTy } from "../type-infos.ts";
import { emitIf } from "./branches.ts";
import { cellContent } from "./cells.ts";
import type { FnEmitter } from "./function.ts";

/** A register with a value; `owned` ones are free after use. */
export interface Held {
  readonly register: number;
  readonly owned: boolean;
}

/** i32 instructions with a constant as right operand. */
const immediates: Partial<Record<Mnemonic, Mnemonic>> = {
  add_i32: "add_i32_imm",
  mul_i32: "mul_i32_imm",
  rem_i32: "rem_i32_imm",
  div_i32: "div_i32_imm",
  and_i32: "and_i32_imm",
  shl_i32: "shl_i32_imm",
  shr_i32: "shr_i32_imm",
};

export const expressionTo = (at: FnEmitter, expr: Expr, dst: number | undefined): Held => at.at(expr.pos, () => generate(at, expr, dst));

const generate = (at: FnEmitter, expr: Expr, dst: number | undefined): Held => {
  const target = (ty: Ty = expr.ty): Held => (dst !== undefined ? { register: dst, owned: false } : { register: at.registers.take(ty), owned: true });
  const finish = (args: readonly Held[], emit: (register: number) => void, ty: Ty = expr.ty): Held => {
    for (const arg of args) at.free(arg);
    const held = target(ty);
    emit(held.register);
    return held;
  };
  switch (expr.op) {
    case "const": {
      const held = target();
      constantTo(at, expr.value, expr.ty, held.register);
      return held;
    }
    case "local":
      return localTo(at, expr.local, dst);
    case "cell": {
      const register = at.registerOf(expr.local);
      if (dst === undefined) return { register, owned: false };
      at.emit(expr.ty.kind === "any" ? "to_any" : "move", { dst, src: register });
      return { register: dst, owned: false };
    }
    case "global":
      return finish([], (to) => at.emit("get_global", { dst: to, global: expr.global.index }));
    case "prim":
      return prim(at, expr, finish);
    case "builtin": {
      const args = at.all(expr.args);
      return finish(args, (to) => at.emit("call_builtin", { dst: to, builtin: builtins[expr.builtin].code, args: registers(args) }));
    }
    case "call": {
      const args = at.all(expr.args);
      const { fn } = expr;
      if (sameTy(fn.result, expr.ty)) return finish(args, (to) => at.emit("call", { dst: to, fn: fn.index, args: registers(args) }));
      for (const arg of args) at.free(arg);
      // The callee's result became any (analyse/results): cast here.
      const raw: Var = { name: "result", ty: fn.result, cell: false };
      at.emit("call", { dst: at.declare(raw), fn: fn.index, args: registers(args) });
      const held = expressionTo(at, coerce(local(raw), expr.ty), dst ?? at.registers.take(expr.ty));
      at.close([raw]);
      return dst === undefined ? { register: held.register, owned: true } : held;
    }
    case "call_closure": {
      const [callee, ...args] = at.all([expr.callee, ...expr.args]);
      return finish([...args, callee!], (to) => at.emit("call_closure", { dst: to, callee: callee!.register, args: registers(args) }));
    }
    case "call_method": {
      if (isProperty(at, expr.name))
        return generate(at, { op: "call_closure", callee: { op: "get_property", object: expr.receiver, name: expr.name, ty: any }, args: expr.args, ty: any }, dst);
      const [receiver, ...args] = at.all([expr.receiver, ...expr.args]);
      return finish([...args, receiver!], (to) => at.emit("call_method", { dst: to, receiver: receiver!.register, name: at.pools.string(expr.name), args: registers(args) }));
    }
    case "call_import": {
      const args = at.all(expr.args);
      return finish(args, (to) => at.emit("call_import", { dst: to, import: expr.import.index, args: registers(args) }));
    }
    case "get_property": {
      const object = at.value(expr.object);
      const name = at.pools.string(expr.name);
      return finish([object], (to) =>
        at.pools.getters.has(expr.name)
          ? at.emit("call_getter", { dst: to, receiver: object.register, name })
          : at.emit("get_property", { dst: to, object: object.register, name }),
      );
    }
    case "set_property": {
      const [object, src] = at.all([expr.object, expr.value]);
      const name = at.pools.string(expr.name);
      return finish([src!, object!], (to) => {
        if (at.pools.setters.has(expr.name)) at.emit("call_setter", { dst: to, receiver: object!.register, name, src: src!.register });
        else {
          at.emit("set_property", { object: object!.register, name, src: src!.register });
          if (dst !== undefined) at.emit("const_undefined", { dst: to });
        }
      });
    }
    case "closure":
      if (expr.captured.length === 0) return finish([], (to) => at.emit("const_closure", { dst: to, fn: expr.fn.index }));
      return finish([], (to) => at.emit("new_closure", { dst: to, fn: expr.fn.index, captured: expr.captured.map((one) => at.registerOf(one)) }));
    case "object": {
      const slots = at.all(expr.slots);
      return finish(slots, (to) => at.emit("new_object", { dst: to, type: at.pools.type(expr.info), tag: expr.tag, slots: registers(slots) }));
    }
    case "get_slot": {
      const object = at.value(expr.object);
      return finish([object], (to) => at.emit("get_slot", { dst: to, object: object.register, slot: expr.slot }));
    }
    case "array": {
      const items = at.all(expr.items);
      return finish(items, (to) => at.emit("array_of", { dst: to, type: at.pools.type(expr.info), items: registers(items) }));
    }
    case "cond": {
      const held = target();
      emitIf(
        at,
        expr.test,
        () => at.into(coerce(expr.then, expr.ty), held.register),
        () => at.into(coerce(expr.otherwise, expr.ty), held.register),
      );
      return held;
    }
    case "and":
    case "or": {
      // The result register is not the variable being assigned (FnEmitter.assign sees to that).
      const held = target(bool);
      at.into(expr.left, held.register);
      const right = (): void => at.into(expr.right, held.register);
      if (expr.op === "and") at.open(undefined, () => at.emit("if", { test: held.register }), right);
      else at.open(undefined, () => at.emit("if_not", { test: held.register }), right);
      return held;
    }
    case "hold": {
      const register = at.hold(expr.local);
      at.into(expr.value, register);
      if (dst === undefined) return { register, owned: false };
      at.emit("move", { dst, src: register });
      return { register: dst, owned: false };
    }
    case "seq": {
      const declared: Var[] = [];
      at.statements(expr.body, declared);
      if (dst === undefined && expr.value.op === "local" && declared.includes(expr.value.local) && !expr.value.local.cell) {
        // The variable's register becomes the value's.
        const register = at.registerOf(expr.value.local);
        at.keep(expr.value.local);
        at.close(declared);
        return { register, owned: true };
      }
      const held = expressionTo(at, expr.value, dst ?? at.registers.take(expr.value.ty));
      at.close(declared);
      return { register: held.register, owned: dst === undefined };
    }
  }
};

/** Whether a name is only ever that of a property, so that `o.name(x)` calls what the property gives. */
export const isProperty = (at: FnEmitter, name: string): boolean => at.pools.getters.has(name) && !at.pools.methods.has(name);

const registers = (held: readonly Held[]): number[] => held.map((one) => one.register);

const localTo = (at: FnEmitter, variable: Var, dst: number | undefined): Held => {
  const register = at.registerOf(variable);
  if (!variable.cell) {
    if (dst === undefined) return { register, owned: false };
    if (dst !== register) at.emit("move", { dst, src: register });
    return { register: dst, owned: false };
  }
  const content = cellContent(variable.ty);
  if (sameTy(content, variable.ty)) {
    const to = dst ?? at.registers.take(content);
    at.emit("get_cell", { dst: to, cell: register });
    return { register: to, owned: dst === undefined };
  }
  const raw: Var = { name: variable.name, ty: any, cell: false };
  at.emit("get_cell", { dst: at.declare(raw), cell: register });
  const to = dst ?? at.registers.take(variable.ty);
  at.into(coerce(local(raw), variable.ty), to);
  at.close([raw]);
  return { register: to, owned: dst === undefined };
};

const constantTo = (at: FnEmitter, value: Literal, ty: Ty, dst: number): void => {
  switch (ty.kind) {
    case "i32":
      at.emit("const_i32", { dst, value: value as number });
      return;
    case "u32":
      at.emit("const_u32", { dst, value: (value as number) | 0 });
      return;
    case "f64":
      at.emit("const_f64", { dst, value: at.pools.double(value as number) });
      return;
    case "i64":
      at.emit("const_i64", { dst, value: at.pools.integer(value as bigint) });
      return;
    case "u64":
      at.emit("const_u64", { dst, value: at.pools.integer(value as bigint) });
      return;
    case "bool":
      at.emit("const_bool", { dst, value: value ? 1 : 0 });
      return;
    case "str":
      if (value === undefined) at.emit("const_null_str", { dst });
      else at.emit("const_str", { dst, value: at.pools.string(value as string) });
      return;
    case "ref":
      at.emit("const_null_ref", { dst });
      return;
    case "any":
      break;
  }
  if (value === undefined) at.emit("const_undefined", { dst });
  else if (value === null) at.emit("const_null", { dst });
  else if (typeof value === "bigint") at.emit("const_bigint", { dst, value: at.pools.integer(value) });
  else {
    const exact: Ty = typeof value === "string" ? { kind: "str" } : typeof value === "boolean" ? bool : value === (value | 0) && !Object.is(value, -0) ? i32 : { kind: "f64" };
    const register = at.registers.take(exact);
    constantTo(at, value, exact, register);
    at.emit("to_any", { dst, src: register });
    at.registers.release(register);
  }
};

/** Whether only arrays and strings have a length. */
const hasPlainLength = ({ pools }: FnEmitter): boolean => !pools.getters.has("length") && !pools.methods.has("length") && !pools.slots.has("length");

type Prim = Expr & { op: "prim" };

/** Sums and differences with a product, by where the product stands: one instruction, whose operands stand in the order of evaluation. */
const withProduct: { readonly [M in Prim["mnemonic"]]?: readonly [left: Prim["mnemonic"], right: Prim["mnemonic"]] } = {
  add_f64: ["mul_add_f64", "add_mul_f64"],
  sub_f64: ["mul_sub_f64", "sub_mul_f64"],
};

const isProduct = (expr: Expr): expr is Prim => expr.op === "prim" && expr.mnemonic === "mul_f64";

const fuse = (expr: Prim): Prim => {
  const mnemonics = withProduct[expr.mnemonic];
  if (!mnemonics) return expr;
  const [left, right] = expr.args as [Expr, Expr];
  if (isProduct(right)) return { ...expr, mnemonic: mnemonics[1], args: [left, ...right.args] };
  return isProduct(left) ? { ...expr, mnemonic: mnemonics[0], args: [...left.args, right] } : expr;
};

const prim = (at: FnEmitter, whole: Prim, finish: (args: readonly Held[], emit: (register: number) => void) => Held): Held => {
  const expr = fuse(whole);
  const only = expr.args[0];
  if ((expr.mnemonic === "cast_i32" || expr.mnemonic === "to_int32_any") && only?.op === "get_property" && only.name === "length" && hasPlainLength(at)) {
    const array = at.value(only.object);
    return finish([array], (dst) => at.emit("get_length", { dst, array: array.register }));
  }
  const last = expr.args[expr.args.length - 1];
  const value = last?.op === "const" && expr.args.length === 2 && typeof last.value === "number" ? last.value : undefined;
  if (value !== undefined) {
    const immediate = expr.mnemonic === "sub_i32" && value !== -2147483648 ? "add_i32_imm" : immediates[expr.mnemonic];
    if (immediate) {
      const lhs = at.value(expr.args[0]!);
      return finish([lhs], (dst) => at.emit(immediate as "add_i32_imm", { dst, lhs: lhs.register, value: expr.mnemonic === "sub_i32" ? -value : value }));
    }
  }
  const args = at.all(expr.args);
  return finish(args, (dst) => {
    const operands: Record<string, number> = {};
    let next = 0;
    for (const { name, kind } of shapeOf(expr.mnemonic).operands) {
      if (kind.startsWith("def.")) operands[name] = dst;
      else if (kind.startsWith("use.")) operands[name] = args[next++]!.register;
      else if (kind === "imm") operands[name] = expr.imm ?? 0;
      else if (kind === "type") operands[name] = at.pools.type(expr.info);
      else if (kind === "name") operands[name] = at.pools.string(expr.name ?? "");
      else throw new Error(`${expr.mnemonic}: operand ${name} of kind ${kind} in an expression`);
    }
    at.emit(expr.mnemonic, operands as OperandsOf<typeof expr.mnemonic>);
  });
};
