/** Checked ways out of `any`: a value of the kind, or a guest exception. */
import type { KindOf } from "../schemas/fzb/module.ts";
import type { Kind } from "../schemas/isa/kinds.ts";
import type { TypeDescriptor } from "./descriptor.ts";
import { raise } from "./exceptions.ts";
import { descriptorOf, descriptorOfObject } from "./value.ts";

const fail = (value: unknown): never => raise(value === undefined || value === null ? "NullReference" : "InvalidCast");

export function castI32(value: unknown): number {
  return typeof value === "number" && (value | 0) === value ? value | 0 : fail(value);
}

export function castU32(value: unknown): number {
  return typeof value === "number" && value >>> 0 === value ? value >>> 0 : fail(value);
}

export function castF64(value: unknown): number {
  return typeof value === "number" ? value : fail(value);
}

export function castI64(value: unknown): bigint {
  return typeof value === "bigint" && BigInt.asIntN(64, value) === value ? value : fail(value);
}

export function castU64(value: unknown): bigint {
  return typeof value === "bigint" && BigInt.asUintN(64, value) === value ? value : fail(value);
}

export function castBool(value: unknown): boolean {
  return typeof value === "boolean" ? value : fail(value);
}

export function castStr(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return value === undefined || value === null ? undefined : fail(value);
}

export function isType(value: unknown, type: TypeDescriptor, types: readonly TypeDescriptor[]): boolean {
  if (typeof value !== "object" || value === null) return false;
  return descriptorOfObject(value, types).is(type);
}

export function castRef(value: unknown, type: TypeDescriptor, types: readonly TypeDescriptor[]): unknown {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "object" || !descriptorOfObject(value, types).is(type)) {
    raise("InvalidCast", `Unable to cast object of type '${descriptorOf(value, types).name}' to type '${type.name}'.`);
  }
  return value;
}

/** The value as one of the kind: what a cast gives, for a kind known only at run time. */
export function castTo(kind: Kind, type: number, value: unknown, types: readonly TypeDescriptor[]): unknown {
  switch (kind) {
    case "i32":
      return castI32(value);
    case "u32":
      return castU32(value);
    case "f64":
      return castF64(value);
    case "i64":
      return castI64(value);
    case "u64":
      return castU64(value);
    case "bool":
      return castBool(value);
    case "str":
      return castStr(value);
    case "ref":
      return castRef(value, types[type], types);
    default:
      return value;
  }
}

export const castToKindOf = (of: KindOf, value: unknown, types: readonly TypeDescriptor[]): unknown => castTo(of.kind, of.type, value, types);
