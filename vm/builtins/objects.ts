/** What the runtime library asks of a value: its class, type, fields, boxes. */
import { builtinTypes } from "../../schemas/isa/kinds.ts";
import { castToKindOf } from "../casts.ts";
import type { GuestClass, TypeDescriptor } from "../descriptor.ts";
import { raise } from "../exceptions.ts";
import { metaColumn, metaStride } from "../load.ts";
import { sizes } from "../memory.ts";
import { readSlot, writeSlot } from "../object.gen.ts";
import { type GuestObject, tagMask } from "../object.ts";
import { readMember } from "../properties.ts";
import { Boxed, Closure, descriptorOf, descriptorOfObject, isArray, TypeValue } from "../value.ts";
import type { BuiltinContext, BuiltinFunction } from "./context.ts";

/** The answer of `value_class` for objects by what their descriptor says. */
const classes: Readonly<Partial<Record<GuestClass, number>>> = {
  map: 8,
  set: 9,
  closure: 10,
  boxed: 11,
  type: 12,
  union: 13,
  record: 14,
  class: 15,
  interface: 15,
  exception: 16,
  tuple: 17,
  literal: 18,
  weak_map: 20,
  handle: 21,
};
const classOfObject = (type: TypeDescriptor): number => classes[type.kind] ?? (type.kind === "array_any" ? 6 : type.kind.startsWith("array_") ? 7 : 19);

const ownClasses: ReadonlySet<GuestClass> = new Set<GuestClass>(["union", "record", "class", "exception", "tuple", "literal"]);

/** Whether a declared interface, `IMap<string,'T>`, is the wanted one: without arguments it is any of the name, and a type parameter may be any type. */
function declares(declared: string, wanted: string): boolean {
  if (!wanted.includes("<")) return declared.startsWith(wanted) && declared[wanted.length] === "<";
  if (!declared.includes("'")) return false;
  let at = 0;
  for (let own = 0; own < declared.length; own++) {
    if (declared[own] === "'") {
      own = endOfType(declared, own) - 1;
      at = endOfType(wanted, at);
    } else if (declared[own] === wanted[at]) at++;
    else return false;
  }
  return at === wanted.length;
}

/** Where the type that starts at a place of a text ends. */
function endOfType(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "<") depth++;
    else if (depth === 0 && (text[at] === "," || text[at] === ">")) return at;
    else if (text[at] === ">") depth--;
  }
  return text.length;
}

/** An object of one of the module's types. */
const objectOf = (value: unknown): GuestObject | undefined =>
  typeof value === "object" && value !== null && !isArray(value) && ownClasses.has((value as GuestObject).t.kind) ? (value as GuestObject) : undefined;

const tagOf = (object: GuestObject): number => object.g & tagMask;

interface Field {
  readonly name: string;
  readonly slot: number;
  readonly fsharp: string;
}

/** The fields of an object: those of its case for a union, all slots otherwise. */
function fieldsOf(type: TypeDescriptor, tag: number): readonly Field[] {
  return type.kind === "union" ? (type.cases[tag]?.fields ?? []) : slotFields(type);
}

const slotFieldsOfType = new WeakMap<TypeDescriptor, readonly Field[]>();
function slotFields(type: TypeDescriptor): readonly Field[] {
  let fields = slotFieldsOfType.get(type);
  if (fields === undefined) slotFieldsOfType.set(type, (fields = type.slots.map(({ name, fsharp }, slot) => ({ name, slot, fsharp }))));
  return fields;
}

function fieldAt(value: unknown, index: number): Field {
  const object = objectOf(value);
  return (object === undefined ? undefined : fieldsOf(object.t, tagOf(object))[index]) ?? raise("IndexOutOfRange");
}

const equalities = { structural: 0, custom: 1, reference: 2, none: 3 } as const;

const memberByName = (context: BuiltinContext, value: unknown, name: string) =>
  value === undefined || value === null ? undefined : descriptorOf(value, context.types).member(name);

function valueClass(context: BuiltinContext, value: unknown): number {
  switch (typeof value) {
    case "undefined":
      return 0;
    case "boolean":
      return 2;
    case "number":
      return 3;
    case "bigint":
      return 4;
    case "string":
      return 5;
    default:
      return value === null ? 1 : classOfObject(descriptorOfObject(value as object, context.types));
  }
}

/** Parameters without the receiver. */
const arityOf = ({ meta }: BuiltinContext, row: number): number => meta[row + metaColumn.params] - meta[row + metaColumn.receiver];

export const objects = {
  value_class: valueClass,
  is_number: (_, value) => typeof value === "number",
  is_text: (_, value) => typeof value === "string",
  object_tag: (_, value) => {
    const object = objectOf(value);
    return object === undefined ? -1 : tagOf(object);
  },
  object_case: (_, value) => {
    const object = objectOf(value);
    return object === undefined ? "" : (object.t.cases[tagOf(object)]?.name ?? "");
  },
  object_type_name: (_, value) => objectOf(value)?.t.name ?? "",
  object_field_count: (_, value) => {
    const object = objectOf(value);
    return object === undefined ? 0 : fieldsOf(object.t, tagOf(object)).length;
  },
  object_field: (_, value, index: number) => {
    const { slot } = fieldAt(value, index);
    return readSlot(value as GuestObject, slot);
  },
  object_field_name: (_, value, index: number) => fieldAt(value, index).name,
  object_field_type: (_, value, index: number) => fieldAt(value, index).fsharp,
  object_type_generics: (_, value) => (objectOf(value)?.t.generics ?? []).join(","),
  object_equality: (_, value) => equalities[objectOf(value)?.t.equality ?? "reference"],
  object_same_type: (_, a, b) => objectOf(a) !== undefined && objectOf(a)?.t === objectOf(b)?.t,
  object_get: (context, value, name: string) => {
    const member = memberByName(context, value, name);
    return member === undefined ? undefined : readMember(context, value, member);
  },
  object_set: (context, value, name: string, item) => {
    const member = memberByName(context, value, name);
    if (member === undefined || member.slot < 0) return raise("MissingMethod");
    const object = value as GuestObject;
    writeSlot(object, member.slot, castToKindOf(object.t.slots[member.slot], item, context.types));
    return undefined;
  },
  object_has: (context, value, name: string) => {
    const member = memberByName(context, value, name);
    return member !== undefined && (member.slot >= 0 || member.method >= 0 || member.getter >= 0 || member.builtin >= 0 || member.intrinsic !== "");
  },
  object_id: (context, value) => {
    if (typeof value !== "object" || value === null) return 0;
    let id = context.ids.get(value);
    if (id === undefined) context.ids.set(value, (id = context.nextId++));
    return id;
  },
  box: (context, type: string, value) => {
    context.metering.allocate(sizes.boxed);
    return new Boxed(context.types[builtinTypes.boxed.index], type, value);
  },
  boxed_type: (_, value) => (value instanceof Boxed ? value.type : ""),
  boxed_value: (_, value) => (value instanceof Boxed ? value.v : value),
  set_array_type: (context, value, type: string) => {
    if (isArray(value)) context.arrayTypes.set(value, type);
    return value;
  },
  array_type: (context, value) => (isArray(value) ? (context.arrayTypes.get(value) ?? "") : ""),
  type_of_object: (context, value) => {
    const object = objectOf(value);
    return object === undefined ? undefined : context.typeValue(object.t);
  },
  type_name: (_, value) => (value instanceof TypeValue ? value.type.name : ""),
  closure_arity: (context, value) => (value instanceof Closure ? arityOf(context, value.of.index * metaStride) : -1),
  object_implements: (_, value, name: string) => {
    const interfaces = objectOf(value)?.t.interfaces;
    if (interfaces === undefined) return false;
    if (interfaces.has(name)) return true;
    for (const each of interfaces) if (declares(each, name)) return true;
    return false;
  },
  stack_trace: (context) => context.stackTrace(),
} satisfies Record<string, BuiltinFunction>;
