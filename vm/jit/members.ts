/** Which of a module's types have a member, so that compiled code asks for it before it comes to the inline cache. */
import { builtins } from "../../schemas/isa/builtins.ts";
import { builtinTypes, firstOwnType } from "../../schemas/isa/kinds.ts";
import type { TypeDescriptor } from "../descriptor.ts";
import { inlineSlots } from "../object.ts";

/** Those that objects may have. */
export const ownTypes = (types: readonly TypeDescriptor[]): readonly TypeDescriptor[] =>
  types.filter((type) => type.index >= firstOwnType && type.kind !== "extension" && type.kind !== "interface");

export interface SlotHolder {
  readonly type: TypeDescriptor;
  readonly slot: number;
}

/** More types than this are left to the inline cache. */
const most = 2;

/** The own types whose objects have a slot of that name, none where they are too many. */
export function slotHolders(types: readonly TypeDescriptor[], name: string): readonly SlotHolder[] {
  const found = ownTypes(types).flatMap((type) => {
    const { slot } = type.member(name);
    return slot < 0 ? [] : [{ type, slot }];
  });
  return found.length > most || found.some(({ slot }) => slot >= inlineSlots) ? [] : found;
}

export type Role = "method" | "getter";

/** The functions that are such a method or getter of own types, each with its types. */
export function implementations(types: readonly TypeDescriptor[], name: string, role: Role): ReadonlyMap<number, readonly TypeDescriptor[]> {
  const found = new Map<number, TypeDescriptor[]>();
  for (const type of ownTypes(types)) {
    const { slot, [role]: fn } = type.member(name);
    if (slot >= 0 || fn < 0) continue;
    const its = found.get(fn);
    if (its === undefined) found.set(fn, [type]);
    else its.push(type);
  }
  return found;
}

/** Whether objects of an own type have such a method or getter. */
export const isHeld = (types: readonly TypeDescriptor[], name: string, role: Role): boolean => implementations(types, name, role).size > 0;

/** Whether `push` on an array is the builtin. */
export const pushes = (types: readonly TypeDescriptor[]): boolean => {
  const { method, slot, builtin } = (types[builtinTypes.array_any.index] as TypeDescriptor).member("push");
  return method < 0 && slot < 0 && builtin === builtins.array_push.code;
};

export const pushFuel: number = builtins.array_push.fuel;
