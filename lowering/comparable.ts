/** Classes that are IComparable<T> and IComparable: Fable gives the members of both one name, of which the first compares what is of the class. */
import type { ClassMethod } from "@babel/types";
import { any, bool, type IrFn, local, prim, type Stmt, type Var } from "./ir/nodes.ts";
import type { Program } from "./program.ts";
import type { Member, TypeInfo } from "./type-infos.ts";

const isUntyped = ({ params: [first] }: ClassMethod): boolean => {
  const annotation = first?.type === "Identifier" ? first.typeAnnotation : undefined;
  return annotation?.type === "TSTypeAnnotation" && annotation.typeAnnotation.type === "TSAnyKeyword";
};

/** Adds a method; a second `CompareTo` becomes one with the first. */
export const addMethod = (program: Program, info: TypeInfo, added: Member, node: ClassMethod): void => {
  const twin = added.name === "CompareTo" ? info.members.findIndex(({ name }) => name === added.name) : -1;
  const known = info.members[twin];
  if (known === undefined) info.members.push(added);
  else info.members[twin] = { ...added, make: isUntyped(node) ? comparing(program, info, known.make, added.make) : comparing(program, info, added.make, known.make) };
};

const comparing = (program: Program, info: TypeInfo, typed: () => IrFn, untyped: () => IrFn) => (): IrFn => {
  const fn = program.newFn(`${info.name}.CompareTo`, any, true);
  const self: Var = { name: "this", ty: any, cell: false };
  const other: Var = { name: "other", ty: any, cell: false };
  fn.params.push(self, other);
  const by = (make: () => IrFn): Stmt => ({ op: "return", value: { op: "call", fn: make(), args: [local(self), local(other)], ty: any } });
  fn.body = [{ op: "if", test: prim("is_type", bool, [local(other)], { info: program.live(info) }), then: [by(typed)], otherwise: [] }, by(untyped)];
  return fn;
};
