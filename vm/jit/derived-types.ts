/** Which of a module's types a value can have that is of one of them. */
import { firstOwnType } from "../../schemas/isa/kinds.ts";
import type { TypeDescriptor } from "../descriptor.ts";
import { isOfType } from "./spelling.ts";

/** More types than this are told by their line. */
const mostTypes = 4;

const known = new WeakMap<TypeDescriptor, readonly TypeDescriptor[] | null>();

/** The module's types that are the type or derive from it: all there are; undefined where values of other classes may be of the type too. */
export function derivedTypes(type: TypeDescriptor, types: readonly TypeDescriptor[]): readonly TypeDescriptor[] | undefined {
  let derived = known.get(type);
  if (derived === undefined) {
    const isOwn = ({ index, kind }: TypeDescriptor): boolean => index >= firstOwnType && kind !== "extension";
    const found = isOwn(type) ? types.filter((each) => each?.is(type)) : [];
    derived = found.length > 0 && found.every(isOwn) ? found : null;
    known.set(type, derived);
  }
  return derived ?? undefined;
}

/** Whether compiled code tells itself what is of a type. */
export function isTold(type: TypeDescriptor, types: readonly TypeDescriptor[]): boolean {
  const derived = derivedTypes(type, types);
  return derived !== undefined && (derived.length <= mostTypes || type.kind !== "interface");
}

/** Text that tells whether a value is of such a type, with names for types; undefined where it takes a question to the machine. */
export function isOf(value: string, type: TypeDescriptor, types: readonly TypeDescriptor[], name: (type: TypeDescriptor) => string): string | undefined {
  if (!isTold(type, types)) return undefined;
  const derived = derivedTypes(type, types) as readonly TypeDescriptor[];
  if (derived.length <= mostTypes) return isOfType(value, derived.map(name));
  return `${value} != null && ${value}.t !== undefined && ${value}.t.line[${type.line.length - 1}] === ${name(type)}`;
}
