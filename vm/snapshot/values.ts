/** How a value lies in a snapshot: by the declared kind of the place that holds it, and with a tag where that is any. Reading checks the kind. */
import type { KindOf } from "../../schemas/fzb/module.ts";
import { double, flag, integerUpTo, text } from "../../schemas/fzb/wire.ts";
import type { Kind } from "../../schemas/isa/kinds.ts";
import { descriptorOfObject } from "../value.ts";
import { integerBytes, valueTags } from "./format.ts";
import type { HeapSink, HeapSource } from "./heap.ts";

interface Values<T> {
  write(sink: HeapSink, value: T, type: number): void;
  read(source: HeapSource, type: number): T;
}

const integer = integerUpTo(integerBytes);
const isInt = (value: number): boolean => (value | 0) === value && !Object.is(value, -0);

/** An object by its number. */
export const object: Values<object> = {
  write: (sink, value) => sink.bytes.unsigned(sink.number(value)),
  read: (source) => {
    const at = source.bytes.at;
    const number = source.bytes.index();
    return source.objects[number] ?? source.bytes.fail("bad_reference", `object ${number} of ${source.objects.length}`, at);
  },
};

const number: Values<number> = {
  write: (sink, value) => {
    sink.bytes.byte(isInt(value) ? valueTags.int : valueTags.double);
    if (isInt(value)) sink.bytes.signed(value);
    else double.write(sink, value);
  },
  read: (source) => {
    const tag = source.bytes.byte();
    if (tag === valueTags.int) return source.bytes.signed();
    return tag === valueTags.double ? double.read(source) : source.bytes.fail("bad_kind", `tag ${tag} is no number`, source.bytes.at - 1);
  },
};

export const any: Values<unknown> = {
  write: (sink, value) => {
    switch (typeof value) {
      case "undefined":
        return sink.bytes.byte(valueTags.undefined);
      case "boolean":
        return sink.bytes.byte(value ? valueTags.true : valueTags.false);
      case "number":
        return number.write(sink, value, 0);
      case "bigint":
        sink.bytes.byte(valueTags.bigint);
        return integer.write(sink, value);
      case "string":
        sink.bytes.byte(valueTags.text);
        return text.write(sink, value);
      case "object":
        if (value === null) return sink.bytes.byte(valueTags.null);
        sink.bytes.byte(valueTags.object);
        return object.write(sink, value, 0);
      default:
        throw new Error(`expected a guest value, found a ${typeof value}`);
    }
  },
  read: (source) => {
    const tag = source.bytes.byte();
    switch (tag) {
      case valueTags.undefined:
        return undefined;
      case valueTags.null:
        return null;
      case valueTags.false:
        return false;
      case valueTags.true:
        return true;
      case valueTags.int:
        return source.bytes.signed();
      case valueTags.double:
        return double.read(source);
      case valueTags.bigint:
        return integer.read(source);
      case valueTags.text:
        return text.read(source);
      case valueTags.object:
        return object.read(source, 0);
      default:
        return source.bytes.fail("bad_kind", `${tag} is no tag of a value`, source.bytes.at - 1);
    }
  },
};

const bounded = (kind: Kind, within: (value: bigint) => boolean): Values<bigint> => ({
  write: (sink, value) => integer.write(sink, value),
  read: (source) => {
    const at = source.bytes.at;
    const value = integer.read(source);
    return within(value) ? value : source.bytes.fail("bad_kind", `an integer is no ${kind}`, at);
  },
});

const absent = 0;
const present = 1;

/** A value that may be missing: a byte, then the value. */
const optional = <T>(inner: Values<T>): Values<T | undefined> => ({
  write: (sink, value, type) => {
    sink.bytes.byte(value === undefined ? absent : present);
    if (value !== undefined) inner.write(sink, value, type);
  },
  read: (source, type) => {
    const said = source.bytes.byte();
    if (said > present) source.bytes.fail("bad_kind", `${said} is neither 0 nor 1`, source.bytes.at - 1);
    return said === absent ? undefined : inner.read(source, type);
  },
});

const reference: Values<object> = {
  write: object.write,
  read: (source, type) => {
    const at = source.bytes.at;
    const found = object.read(source, type);
    const { types } = source.machine;
    const descriptor = descriptorOfObject(found, types);
    return descriptor.is(types[type]) ? found : source.bytes.fail("bad_kind", `a ${descriptor.name} where a ${types[type].name} belongs`, at);
  },
};

const values = <T>(wire: Values<T>): Values<unknown> => wire as Values<unknown>;

const byKind: Readonly<Record<Kind, Values<unknown>>> = {
  i32: values<number>({ write: (sink, value) => sink.bytes.signed(value), read: (source) => source.bytes.signed() }),
  u32: values<number>({ write: (sink, value) => sink.bytes.unsigned(value), read: (source) => source.bytes.unsigned() }),
  f64: values(number),
  i64: values(bounded("i64", (value) => BigInt.asIntN(64, value) === value)),
  u64: values(bounded("u64", (value) => BigInt.asUintN(64, value) === value)),
  bool: values<boolean>(flag),
  str: values(optional<string>(text)),
  ref: values(optional(reference)),
  any,
};

export const writeValue = (sink: HeapSink, of: KindOf, value: unknown): void => byKind[of.kind].write(sink, value, of.type);
export const readValue = (source: HeapSource, of: KindOf): unknown => byKind[of.kind].read(source, of.type);
