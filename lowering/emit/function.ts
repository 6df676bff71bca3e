/** One function's statements to words. Expressions go to a register; calls in tail position replace the frame. */
import { type Fn, positionWords } from "../../schemas/fzb/module.ts";
import { CodeWriter, type OperandsOf } from "../../schemas/isa/codec.ts";
import type { Mnemonic } from "../../schemas/isa/table.ts";
import { underCast } from "../analyse/results.ts";
import { coerce, initialOf } from "../coerce.ts";
import { any, type Expr, type IrFn, type Label, type Pos, type Stmt, type Ty, type Var } from "../ir/nodes.ts";
import { sameTy } from "../type-infos.ts";
import { assigns } from "./assigned.ts";
import { emitIf, emitSwitch } from "./branches.ts";
import { cellContent, cellTy } from "./cells.ts";
import { expressionTo, type Held, isProperty } from "./expressions.ts";
import type { Pools } from "./module.ts";
import { Registers } from "./registers.ts";

type Region = Label | undefined;

const isBranch = (body: readonly Stmt[]): boolean => body.length === 1 && (body[0]!.op === "break" || body[0]!.op === "continue");

export class FnEmitter {
  readonly pools: Pools;
  readonly fn: IrFn;
  readonly registers: Registers;
  readonly writer = new CodeWriter();
  readonly positions: number[] = [];
  private readonly vars = new Map<Var, number>();
  private readonly regions: Region[] = [];
  /** The variables of the innermost statements. */
  private declaring: Var[] = [];
  /** Number of try regions whose protected part is open: no tail calls in there. */
  private protectedDepth = 0;
  private pos: Pos | undefined;

  /** Places of library code that was put into a function of the project: they count to the last place of its own. */
  private readonly isForeign: (pos: Pos) => boolean;
  private lastOwn: Pos | undefined;

  constructor(pools: Pools, fn: IrFn, isLibrary: (file: number) => boolean) {
    this.pools = pools;
    this.fn = fn;
    const inLibrary = fn.pos !== undefined && isLibrary(fn.pos.file);
    this.isForeign = inLibrary ? () => false : (pos) => isLibrary(pos.file);
    this.registers = new Registers((ty) => pools.type(ty.type));
  }

  emit<M extends Mnemonic>(mnemonic: M, operands: OperandsOf<M>): void {
    const at = this.writer.emit(mnemonic, operands);
    const pos = this.pos;
    if (!pos) return;
    const last = this.positions.length - positionWords;
    if (last >= 0 && this.positions[last + 1] === pos.file && this.positions[last + 2] === pos.line && this.positions[last + 3] === pos.column) return;
    this.positions.push(at, pos.file, pos.line, pos.column);
  }

  at<T>(pos: Pos | undefined, work: () => T): T {
    const before = this.pos;
    if (pos && this.isForeign(pos)) this.pos = this.lastOwn ?? before;
    else if (pos) this.pos = this.lastOwn = pos;
    const value = work();
    this.pos = before;
    return value;
  }

  open(label: Label | undefined, emit: () => void, body: () => void, end = true): void {
    emit();
    this.regions.push(label);
    body();
    if (end) this.emit("end", {});
    this.regions.pop();
  }

  branch(label: Label): void {
    this.emit("branch", { target: this.labelDepth(label) });
  }

  labelDepth(label: Label): number {
    const at = this.regions.lastIndexOf(label);
    if (at < 0) throw new Error(`label ${label.name} is not open`);
    return this.regions.length - 1 - at;
  }

  /** Registers */
  registerOf(variable: Var): number {
    const register = this.vars.get(variable);
    if (register === undefined) throw new Error(`variable ${variable.name} of ${this.fn.name} is not declared`);
    return register;
  }

  declare(variable: Var): number {
    const known = this.vars.get(variable);
    if (known !== undefined) return known;
    const register = this.registers.take(variable.cell ? cellTy(variable.ty) : variable.ty);
    this.vars.set(variable, register);
    return register;
  }

  /** A variable's register outlives its scope: the caller owns it from here on. */
  keep(variable: Var): void {
    this.vars.delete(variable);
  }

  free(held: Held): void {
    if (held.owned) this.registers.release(held.register);
  }

  value(expr: Expr): Held {
    return expressionTo(this, expr, undefined);
  }

  into(expr: Expr, register: number): void {
    expressionTo(this, expr, register);
  }

  /** Runs statements whose variables end with them. */
  scope(body: readonly Stmt[]): void {
    const declared: Var[] = [];
    this.statements(body, declared);
    this.close(declared);
  }

  close(declared: readonly Var[]): void {
    for (const variable of declared) {
      const register = this.vars.get(variable);
      if (register === undefined) continue;
      this.vars.delete(variable);
      this.registers.release(register);
    }
  }

  statements(body: readonly Stmt[], declared: Var[]): void {
    const { declaring } = this;
    this.declaring = declared;
    for (const one of body) this.at(one.pos, () => this.statement(one, declared));
    this.declaring = declaring;
  }

  /** Declares a variable that lives as long as the statements around. */
  hold(variable: Var): number {
    this.declaring.push(variable);
    return this.declare(variable);
  }

  private statement(one: Stmt, declared: Var[]): void {
    switch (one.op) {
      case "expr":
        this.free(this.value(one.value));
        return;
      case "let":
        this.letVariable(one.local, one.value ?? initialOf(one.local.ty), declared);
        return;
      case "let_cell": {
        const fresh = !this.vars.has(one.local);
        const register = this.declare(one.local);
        if (fresh) declared.push(one.local);
        this.into(coerce(one.value, cellTy(one.local.ty)), register);
        return;
      }
      case "assign":
        this.assign(one.local, one.value);
        return;
      case "renew": {
        const cell = this.registerOf(one.local);
        const content = this.registers.take(cellContent(one.local.ty));
        this.emit("get_cell", { dst: content, cell });
        this.emit("new_cell", { dst: cell, type: this.pools.type(cellTy(one.local.ty).type), src: content });
        this.registers.release(content);
        return;
      }
      case "set_global": {
        const held = this.value(coerce(one.value, one.global.ty));
        this.emit("set_global", { global: one.global.index, src: held.register });
        this.free(held);
        return;
      }
      case "set_slot": {
        const [object, src] = this.all([one.object, one.value]);
        this.emit("set_slot", { object: object!.register, slot: one.slot, src: src!.register });
        this.free(src!);
        this.free(object!);
        return;
      }
      case "prim": {
        const held = this.all(one.args);
        this.emitPrim(
          one.mnemonic,
          held.map((each) => each.register),
        );
        for (const each of held) this.free(each);
        return;
      }
      case "if":
        emitIf(this, one.test, () => this.scope(one.then), one.otherwise.length > 0 ? () => this.scope(one.otherwise) : undefined, isBranch(one.then));
        return;
      case "block":
        this.open(
          one.label,
          () => this.emit("block", {}),
          () => this.scope(one.body),
        );
        return;
      case "loop":
        this.open(
          one.label,
          () => this.emit("loop", {}),
          () => this.scope(one.body),
        );
        return;
      case "break":
      case "continue":
        this.branch(one.label);
        return;
      case "switch":
        emitSwitch(this, one);
        return;
      case "return":
        this.returnValue(one.value);
        return;
      case "throw": {
        const held = this.value(one.value);
        this.emit("throw", { src: held.register });
        this.free(held);
        return;
      }
      case "try":
        this.tryStatement(one);
        return;
    }
  }

  private letVariable(variable: Var, value: Expr, declared: Var[]): void {
    const fresh = !this.vars.has(variable);
    if (fresh) declared.push(variable);
    if (!variable.cell) {
      // The variable is not in scope in its own initialiser, so its register may be written early.
      const register = this.declare(variable);
      this.into(value, register);
      return;
    }
    const held = this.value(coerce(value, cellContent(variable.ty)));
    const register = this.declare(variable);
    this.emit("new_cell", { dst: register, type: this.pools.type(cellTy(variable.ty).type), src: held.register });
    this.free(held);
  }

  private assign(variable: Var, value: Expr): void {
    const register = this.registerOf(variable);
    if (variable.cell) {
      const held = this.value(coerce(value, cellContent(variable.ty)));
      this.emit("set_cell", { cell: register, src: held.register });
      this.free(held);
    } else if (value.op === "and" || value.op === "or") {
      const held = this.value(value);
      this.emit("move", { dst: register, src: held.register });
      this.free(held);
    } else this.into(value, register);
  }

  /** Operands in order; a variable that a later operand assigns is copied. */
  all(args: readonly Expr[]): Held[] {
    return args.map((arg, i) => {
      const held = this.value(arg);
      if (held.owned || arg.op !== "local") return held;
      const later = args.slice(i + 1);
      if (!later.some((other) => assigns(other, arg.local))) return held;
      const copy = this.registers.take(arg.ty);
      this.emit("move", { dst: copy, src: held.register });
      return { register: copy, owned: true };
    });
  }

  /** A straight-line instruction without result. */
  private emitPrim(mnemonic: Mnemonic, args: readonly number[]): void {
    if (mnemonic === "set_element" || mnemonic === "set_item") this.emit(mnemonic, { array: args[0]!, index: args[1]!, src: args[2]! });
    else if (mnemonic === "array_set") this.emit("array_set", { array: args[0]!, index: args[1]!, src: args[2]! });
    else if (mnemonic === "set_index") this.emit("set_index", { object: args[0]!, index: args[1]!, src: args[2]! });
    else throw new Error(`${mnemonic} is no statement`);
  }

  returnValue(value: Expr): void {
    if (value.pos) {
      const { pos, ...rest } = value;
      this.at(pos, () => this.returnValue(rest as Expr));
      return;
    }
    const { result } = this.fn;
    if (value.op === "cond") {
      emitIf(
        this,
        value.test,
        () => this.returnValue(value.then),
        () => this.returnValue(value.otherwise),
      );
      return;
    }
    if (value.op === "seq") {
      const declared: Var[] = [];
      this.statements(value.body, declared);
      this.returnValue(value.value);
      this.close(declared);
      return;
    }
    const under = result.kind === "any" ? underCast(value) : value;
    const call: Expr =
      under.op === "call_method" && isProperty(this, under.name)
        ? { op: "call_closure", callee: { op: "get_property", object: under.receiver, name: under.name, ty: any }, args: under.args, ty: any }
        : under;
    if (this.protectedDepth === 0 && this.tailCall(call, result)) return;
    const held = this.value(coerce(value, result));
    this.emit("return", { src: held.register });
    this.free(held);
  }

  private tailCall(call: Expr, result: Ty): boolean {
    if (call.op === "call" && sameTy(call.fn.result, result)) {
      const held = this.all(call.args);
      this.at(call.pos, () => this.emit("tail_call", { fn: call.fn.index, args: held.map((one) => one.register) }));
      for (const one of held) this.free(one);
      return true;
    }
    if (result.kind !== "any" || (call.op !== "call_closure" && call.op !== "call_method")) return false;
    const [first, ...rest] = this.all([call.op === "call_closure" ? call.callee : call.receiver, ...call.args]);
    const args = rest.map((one) => one.register);
    this.at(call.pos, () => {
      if (call.op === "call_closure") this.emit("tail_call_closure", { callee: first!.register, args });
      else this.emit("tail_call_method", { receiver: first!.register, name: this.pools.string(call.name), args });
    });
    for (const one of [...rest, first!]) this.free(one);
    return true;
  }

  private tryStatement(one: Stmt & { op: "try" }): void {
    const caught = this.declare(one.caught);
    this.open(
      undefined,
      () => this.emit("try", { caught }),
      () => {
        this.protectedDepth++;
        this.scope(one.body);
        this.protectedDepth--;
        this.emit("catch", {});
        this.scope(one.handler);
      },
    );
    this.close([one.caught]);
  }

  run(): Emitted {
    const { fn } = this;
    for (const param of fn.params) this.declare(param);
    this.pos = fn.pos;
    for (const [upvalue, variable] of fn.captures.entries()) this.emit("get_upvalue", { dst: this.declare(variable), upvalue });
    this.scope(fn.body);
    // What stands in place of a library's function may come before the first own position.
    if (this.positions.length > 0) this.positions[0] = 0;
    return {
      fn: {
        name: fn.name,
        params: fn.params.length,
        registers: this.registers.declared,
        captures: fn.captures.map((one) => this.pools.kindOf(one.cell ? cellTy(one.ty) : one.ty)),
        result: this.pools.kindOf(fn.result),
        receiver: fn.receiver,
        code: this.writer.finish(),
      },
      positions: Int32Array.from(this.positions),
    };
  }
}

export interface Emitted {
  readonly fn: Fn;
  /** As in `Debug`. */
  readonly positions: Int32Array;
}

export const emitFunction = (pools: Pools, fn: IrFn, isLibrary: (file: number) => boolean): Emitted => new FnEmitter(pools, fn, isLibrary).run();
