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

/** The field that is true in the prototypes of a type's and its derived types' shapes: where the host's compiler knows the shapes, there is nothing left to ask. */
export const markOf = (type: TypeDescriptor): string => `is${type.index}`;

/** The types whose marks a type's shape has. */
export const markedBy = (type: TypeDescriptor, types: readonly TypeDescriptor[]): readonly TypeDescriptor[] =>
  types.filter((each) => each?.index >= firstOwnType && each.kind !== "extension" && type.is(each));

/** Text that tells whether a value is of such a type, with names for types; undefined where it takes a question to the machine. Objects that the interpreter made have no mark. */
export function isOf(value: string, type: TypeDescriptor, types: readonly TypeDescriptor[], name: (type: TypeDescriptor) => string): string | undefined {
  if (!isTold(type, types)) return undefined;
  const derived = derivedTypes(type, types) as readonly TypeDescriptor[];
  if (derived.length === 1) return isOfType(value, derived.map(name));
  const unmarked =
    derived.length <= mostTypes
      ? derived.map((each) => `${value}.t === ${name(each)}`)
      : [`(${value}.t !== undefined && ${value}.t.line[${type.line.length - 1}] === ${name(type)})`];
  return `${value} != null && (${[`${value}.${markOf(type)} === true`, ...unmarked].join(" || ")})`;
}
