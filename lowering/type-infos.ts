/** The program's types while it is lowered: F# entities, classes of TypeScript and JavaScript, tuples, object literals and the built-in ones. */
import type { Equality, TypeKind } from "../schemas/fzb/module.ts";
import { type BuiltinType, builtinTypes, firstOwnType } from "../schemas/isa/kinds.ts";
import type { IrFn, Ty } from "./ir/nodes.ts";

export interface SlotInfo {
  readonly name: string;
  readonly ty: Ty;
  readonly fsharp: string;
  readonly mutable: boolean;
}

export interface CaseInfo {
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly slot: number; readonly fsharp: string }[];
}

export type MemberKind = "method" | "getter" | "setter";

export interface Member {
  readonly name: string;
  readonly kind: MemberKind;
  /** Lowers the body on first use. */
  readonly make: () => IrFn;
  fn?: IrFn;
}

export interface TypeInfo {
  readonly name: string;
  readonly kind: TypeKind | "builtin";
  readonly builtin?: BuiltinType;
  parent: TypeInfo | undefined;
  generics: readonly string[];
  interfaces: readonly string[];
  /** Own and inherited. */
  slots: SlotInfo[];
  cases: CaseInfo[];
  members: Member[];
  equality: Equality;
  comparison: Equality;
  /** In the module; -1 while the type is not known to be reachable. */
  index: number;
}

const builtinInfo = (name: BuiltinType): TypeInfo => ({
  name,
  kind: "builtin",
  builtin: name,
  parent: undefined,
  generics: [],
  interfaces: [],
  slots: [],
  cases: [],
  members: [],
  equality: "reference",
  comparison: "none",
  index: builtinTypes[name].index,
});

export const builtinInfos = Object.fromEntries((Object.keys(builtinTypes) as BuiltinType[]).map((name) => [name, builtinInfo(name)])) as Record<BuiltinType, TypeInfo>;

/** The types of JavaScript's own arrays, by the name of their class. */
export const arrayInfos: ReadonlyMap<string, TypeInfo> = new Map(
  Object.entries(builtinTypes).flatMap(([name, type]) => ("host" in type && !("packed" in type) ? [[type.host, builtinInfos[name as BuiltinType]] as const] : [])),
);

export const newTypeInfo = (name: string, kind: TypeKind, parent?: TypeInfo): TypeInfo => ({
  name,
  kind,
  parent,
  generics: [],
  interfaces: [],
  slots: parent ? [...parent.slots] : [],
  cases: [],
  members: [],
  equality: kind === "record" || kind === "union" || kind === "tuple" ? "structural" : "reference",
  comparison: kind === "record" || kind === "union" || kind === "tuple" ? "structural" : "none",
  index: -1,
});

export const refTo = (info: TypeInfo): Ty => ({ kind: "ref", type: info });

export const isException = (info: TypeInfo | undefined): boolean => info !== undefined && (info.kind === "exception" || isException(info.parent));

export const isDerived = (info: TypeInfo | undefined, base: TypeInfo | undefined): boolean => {
  if (base === undefined || base === builtinInfos.object) return true;
  for (let at = info; at !== undefined; at = at.parent) if (at === base) return true;
  return false;
};

export const sameTy = (a: Ty, b: Ty): boolean => a.kind === b.kind && (a.kind !== "ref" || a.type === b.type);

export const isListType = (info: TypeInfo | undefined): boolean => info?.name === "Microsoft.FSharp.Collections.FSharpList";

/** A derived type's own slot stands before an inherited one of the same name. */
export const slotIndex = (info: TypeInfo, name: string): number => {
  for (let i = info.slots.length - 1; i >= 0; i--) if (info.slots[i]!.name === name) return i;
  return -1;
};

/** Packs the fields of a union's cases into slots: cases share slots of the same type. */
export const packCases = (info: TypeInfo, cases: readonly { name: string; fields: readonly { name: string; fsharp: string; ty: Ty }[] }[]): void => {
  const slots: SlotInfo[] = [];
  info.cases = cases.map((one) => {
    const taken = new Set<number>();
    return {
      name: one.name,
      fields: one.fields.map((field) => {
        let slot = slots.findIndex((have, i) => !taken.has(i) && sameTy(have.ty, field.ty));
        if (slot < 0) slot = slots.push({ name: `f${slots.length}`, ty: field.ty, fsharp: "", mutable: false }) - 1;
        taken.add(slot);
        return { name: field.name, slot, fsharp: field.fsharp };
      }),
    };
  });
  info.slots = slots;
};

export const ownIndex = (position: number): number => firstOwnType + position;
