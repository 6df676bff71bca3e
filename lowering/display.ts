/** `[<StructuredFormatDisplay("{X} of {Y}")>]` as a method of the type that gives what `%A` prints: a text, then a value, its type and a text for each property. */
import type { Entity } from "../schemas/fable-output.ts";
import { arrayOf, coerce, toAny } from "./coerce.ts";
import { FnContext } from "./context.ts";
import type { SourceModule } from "./graph.ts";
import { any, constant, type Expr, type IrFn, local, str } from "./ir/nodes.ts";
import type { Program } from "./program.ts";
import { refTo, slotIndex, type TypeInfo } from "./type-infos.ts";

export const addDisplay = (program: Program, info: TypeInfo, module: SourceModule, entity: Entity): void => {
  if (entity.display) info.members.push({ name: "$display", kind: "method", make: () => displayFn(program, info, module, entity) });
};

const displayFn = (program: Program, info: TypeInfo, module: SourceModule, entity: Entity): IrFn => {
  const fn = program.newFn(`${info.name}.$display`, any, true);
  const ctx = new FnContext(program, module, fn, undefined);
  const self = ctx.temp("this", any);
  fn.params.push(self);
  const { texts, properties } = entity.display!;
  const parts = properties.flatMap(({ name, type }, i): Expr[] => [
    toAny(propertyOf(program, info, module, entity, name, local(self))),
    constant(type, str),
    constant(texts[i + 1]!, str),
  ]);
  fn.body.push({ op: "return", value: toAny(arrayOf([constant(texts[0]!, str), ...parts])) });
  return fn;
};

/** A field, or what the property's function gives, or its method where it is abstract or an override. */
const propertyOf = (program: Program, info: TypeInfo, module: SourceModule, entity: Entity, name: string, self: Expr): Expr => {
  const object = coerce(self, refTo(info));
  const slot = slotIndex(info, name);
  if (slot >= 0) return { op: "get_slot", object, slot, ty: info.slots[slot]!.ty };
  const binding = module.scopes.top.get(`${entity.className}__get_${name}`);
  const fn = binding && program.calls.fnOf(module, binding);
  if (fn) return { op: "call", fn, args: [coerce(object, fn.params[0]!.ty)], ty: fn.result };
  const getter = `.get_${name}`;
  const method = info.members.find((member) => member.name.endsWith(getter))?.name ?? `${info.name}${getter}`;
  program.mentioned.add(method);
  return { op: "call_method", receiver: self, name: method, args: [], ty: any };
};
