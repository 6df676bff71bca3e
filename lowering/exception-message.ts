/** `Message` of F# exceptions that do not override it, as a method that only programs which may read it contain. */
import type { Entity } from "../schemas/fable-output.ts";
import { messageMethod } from "../schemas/isa/exceptions.ts";
import { arrayOf, coerce, toAny } from "./coerce.ts";
import { FnContext } from "./context.ts";
import type { SourceModule } from "./graph.ts";
import { any, constant, type Expr, type IrFn, local, str } from "./ir/nodes.ts";
import type { Program } from "./program.ts";
import { refTo, type TypeInfo } from "./type-infos.ts";

/** What `%A` writes behind values of types that `simpleMessage` knows. */
const suffixes: Readonly<Record<string, string>> = { string: "", bool: "", int8: "y", uint8: "uy", int16: "s", uint16: "us", int32: "", uint32: "u", int64: "L", uint64: "UL" };

export const addMessage = (program: Program, info: TypeInfo, module: SourceModule, entity: Entity): void => {
  if (entity.kind !== "exception" || info.members.some(({ name }) => name === messageMethod)) return;
  info.members.push({ name: messageMethod, kind: "method", make: () => messageFn(program, info, module, entity) });
};

const messageFn = (program: Program, info: TypeInfo, module: SourceModule, { fields }: Entity): IrFn => {
  const fn = program.newFn(`${info.name}.get_Message`, any, true);
  const self = new FnContext(program, module, fn, undefined).temp("this", any);
  fn.params.push(self);
  const name = constant(info.name.slice(info.name.lastIndexOf(".") + 1), str);
  const call = (exported: string, args: readonly Expr[]): Expr => {
    const callee = program.calls.libraryFn("library/exception-message.ts", exported)!;
    return coerce({ op: "call", fn: callee, args: args.map((arg, i) => coerce(arg, callee.params[i]!.ty)), ty: callee.result }, str);
  };
  const first = info.slots.length - fields.length;
  const value = (_: unknown, i: number): Expr => ({ op: "get_slot", object: coerce(local(self), refTo(info)), slot: first + i, ty: info.slots[first + i]!.ty });
  const message =
    fields.length === 0
      ? name
      : fields.every(({ type }) => Object.hasOwn(suffixes, type))
        ? call("simpleMessage", [name, arrayOf(fields.map(value).map(toAny)), arrayOf(fields.map(({ type }) => constant(suffixes[type]!, str)))])
        : call("structuredMessage", [local(self)]);
  fn.body.push({ op: "return", value: toAny(message) });
  return fn;
};
