/** Members by name on any value, through the inline cache of the instruction that asks; elements by index. Nothing here enters guest code. */

import type { ExceptionName } from "../schemas/isa/exceptions.ts";
import { castToKindOf } from "./casts.ts";
import type { Member, TypeDescriptor } from "./descriptor.ts";
import { raise } from "./exceptions.ts";
import { isIndexText } from "./index-text.ts";
import type { Machine } from "./machine.ts";
import type { MapTable } from "./map-table.ts";
import { readSlot, writeSlot } from "./object.gen.ts";
import type { GuestObject } from "./object.ts";
import { BoolArray, Closure, descriptorOf, type GuestArray, isArray, itemAt, typedArrayName } from "./value.ts";

const nullMember = (): never => raise("NullReference");

/** What a name means on a value, by the site's cache. */
export function memberOf(machine: Machine, value: unknown, name: string, site: number): Member {
  if (typeof value === "object" && value !== null) {
    const type = (value as Partial<GuestObject>).t;
    if (type !== undefined && machine.cachedTypes[site] === type) return machine.cachedMembers[site] as Member;
  }
  return findMember(machine, value, name, site);
}

function findMember(machine: Machine, value: unknown, name: string, site: number): Member {
  if (value === undefined || value === null) nullMember();
  const type = descriptorOf(value, machine.types);
  if (machine.cachedTypes[site] === type) return machine.cachedMembers[site] as Member;
  const member = type.member(name);
  machine.cachedTypes[site] = type;
  machine.cachedMembers[site] = member;
  return member;
}

/** The value of a member without entering guest code: a slot, a method as closure, an intrinsic, or undefined. */
export function readMember(machine: Pick<Machine, "sharedClosure">, value: unknown, member: Member): unknown {
  if (member.slot >= 0) return readSlot(value as GuestObject, member.slot);
  if (member.intrinsic !== "") return member.intrinsic === "length" ? (value as string | GuestArray).length : (value as MapTable).size;
  return member.method >= 0 ? machine.sharedClosure(member.method) : undefined;
}

export function writeMember(machine: Machine, value: unknown, member: Member, name: string, item: unknown): void {
  if (member.slot < 0) raise("InvalidCast", `'${descriptorOf(value, machine.types).name}' has no field '${name}'.`);
  const object = value as GuestObject;
  const { slots } = object.t;
  writeSlot(object, member.slot, castSlot(machine, slots[member.slot], item));
}

const castSlot = (machine: Machine, slot: TypeDescriptor["slots"][number], item: unknown): unknown => (slot.kind === "any" ? item : castToKindOf(slot, item, machine.types));

export function getProperty(machine: Machine, value: unknown, name: string, site: number): unknown {
  return readMember(machine, value, memberOf(machine, value, name, site));
}

export function setProperty(machine: Machine, value: unknown, name: string, site: number, item: unknown): void {
  writeMember(machine, value, memberOf(machine, value, name, site), name, item);
}

const memberByText = (machine: Machine, value: unknown, name: string): Member => descriptorOf(value, machine.types).member(name);

/** value[index]: an element of an array or string, otherwise a member by name. */
export function getIndex(machine: Machine, value: unknown, index: unknown): unknown {
  if (typeof index === "number") {
    if (Array.isArray(value)) return index >= 0 && index < value.length ? value[index] : undefined;
    if (typeof value === "string") return value[index];
  }
  if (value === undefined || value === null) raise("NullReference");
  const at = isIndexText(index) ? Number(index) : index;
  if (typeof at === "number") {
    if (typeof value === "string") return value[at];
    if (isArray(value)) return itemAt(value, at);
    // The items of a tuple are reached like those of an array.
    const type = (value as Partial<GuestObject>).t;
    if (type?.kind !== "tuple") return readMember(machine, value, memberByText(machine, value, String(at)));
    return at >= 0 && at < type.size && Number.isInteger(at) ? readSlot(value as GuestObject, at) : undefined;
  }
  return typeof at === "string" ? readMember(machine, value, memberByText(machine, value, at)) : undefined;
}

/** Stores into an element, in the array's own kind. */
function store(array: GuestArray, at: number, item: unknown): void {
  if (Array.isArray(array)) {
    array[at] = item;
    return;
  }
  const wide = typedArrayName(array)?.startsWith("Big") === true;
  if (typeof item !== (wide ? "bigint" : "number") && !(typeof item === "boolean" && array instanceof BoolArray)) raise("InvalidCast");
  (array as { [index: number]: unknown })[at] = item;
}

export function setIndex(machine: Machine, value: unknown, index: unknown, item: unknown): void {
  if (value === undefined || value === null) raise("NullReference");
  const at = isIndexText(index) ? Number(index) : index;
  if (typeof at === "string" && !isArray(value) && typeof value !== "string") {
    writeMember(machine, value, memberByText(machine, value, at), at, item);
    return;
  }
  if (!isArray(value) || typeof at !== "number") raise("InvalidCast");
  const array = value as GuestArray;
  if (!Number.isInteger(at) || (at as number) < 0 || (at as number) > array.length) raise("IndexOutOfRange");
  if (at !== array.length) {
    store(array, at as number, item);
    return;
  }
  if (!Array.isArray(array)) raise("IndexOutOfRange");
  machine.grow(array as unknown[], 1);
  (array as unknown[]).push(item);
}

function arrayAt(value: unknown, index: number, outside: ExceptionName = "IndexOutOfRange"): GuestArray {
  if (value === undefined || value === null) raise("NullReference");
  if (!isArray(value)) raise("InvalidCast");
  const array = value as GuestArray;
  if (index < 0 || index >= array.length) raise(outside);
  return array;
}

/** The length of an array or a string. */
export function lengthOf(value: unknown): number {
  if (Array.isArray(value) || typeof value === "string") return value.length;
  if (value === undefined || value === null) raise("NullReference");
  return isArray(value) ? (value as GuestArray).length : raise("InvalidCast");
}

/** array[index] as .NET has it. */
export function getElement(value: unknown, index: number): unknown {
  if (Array.isArray(value) && index >= 0 && index < value.length) return value[index];
  return itemAt(arrayAt(value, index), index);
}

/** The same, a bool of an array of bytes as 0 or 1. */
export function getNumber(value: unknown, index: number): unknown {
  return arrayAt(value, index)[index];
}

export function setElement(value: unknown, index: number, item: unknown): void {
  if (Array.isArray(value) && index >= 0 && index < value.length) value[index] = item;
  else store(arrayAt(value, index), index, item);
}

/** list[index] as .NET has it, of a ResizeArray. */
export function getItem(value: unknown, index: number): unknown {
  if (Array.isArray(value) && index >= 0 && index < value.length) return value[index];
  return itemAt(arrayAt(value, index, "ItemOutOfRange"), index);
}

/** The same, a bool of an array of bytes as 0 or 1. */
export function getItemNumber(value: unknown, index: number): unknown {
  return arrayAt(value, index, "ItemOutOfRange")[index];
}

export function setItem(value: unknown, index: number, item: unknown): void {
  if (Array.isArray(value) && index >= 0 && index < value.length) value[index] = item;
  else store(arrayAt(value, index, "ItemOutOfRange"), index, item);
}

/** The closure to call, or an exception. */
export function callable(value: unknown): Closure {
  if (value instanceof Closure) return value;
  return raise(value === undefined || value === null ? "NullReference" : "InvalidCast");
}
