/** Which of a module's types have a member: where they are few, compiled code asks for them by name of the type, before the inline cache. */
import { builtins } from "../../schemas/isa/builtins.ts";
import { builtinTypes, firstOwnType } from "../../schemas/isa/kinds.ts";
import type { Member, TypeDescriptor } from "../descriptor.ts";
import { inlineSlots } from "../object.ts";

export interface Holder {
  readonly type: TypeDescriptor;
  readonly member: Member;
}

/** More types than this are left to the inline cache. */
const most = 2;

/** The own types whose objects have the member in that role, none where they are too many. */
export function holders(types: readonly TypeDescriptor[], name: string, role: "slot" | "method" | "getter"): readonly Holder[] {
  const found: Holder[] = [];
  for (let index = firstOwnType; index < types.length; index++) {
    const type = types[index];
    if (type === undefined || type.kind === "extension" || type.kind === "interface") continue;
    const member = type.member(name);
    const inSlot = member.slot >= 0;
    if (!(role === "getter" ? member.getter >= 0 : inSlot || (role === "method" && member.method >= 0))) continue;
    if ((inSlot && member.slot >= inlineSlots && role !== "getter") || found.push({ type, member }) > most) return [];
  }
  return found;
}

/** Whether `push` on an array is the builtin. */
export const pushes = (types: readonly TypeDescriptor[]): boolean => {
  const { method, slot, builtin } = (types[builtinTypes.array_any.index] as TypeDescriptor).member("push");
  return method < 0 && slot < 0 && builtin === builtins.array_push.code;
};

export const pushFuel: number = builtins.array_push.fuel;
