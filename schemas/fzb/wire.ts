/** How values lie in a section: each `Wire` writes and reads one shape, so the two can never disagree. */

import type { Kind } from "../isa/kinds.ts";
import { kindNames, kinds } from "../isa/kinds.ts";
import type { ByteReader } from "./bytes.ts";
import { ByteWriter } from "./bytes.ts";
import { limits } from "./limits.ts";
import type { KindOf } from "./module.ts";

/** What is written to: bytes, and the file's table of texts in order of first use. */
export class Sink {
  bytes = new ByteWriter();
  readonly texts: string[] = [];
  readonly #index = new Map<string, number>();

  text(text: string): number {
    let index = this.#index.get(text);
    if (index === undefined) {
      index = this.texts.push(text) - 1;
      this.#index.set(text, index);
    }
    return index;
  }
}

/** What is read from. `used` counts the texts named so far: a new one must be the next. */
export interface Source {
  bytes: ByteReader;
  readonly texts: readonly string[];
  used: number;
}

export interface Wire<T> {
  /** The least number of bytes a value takes; at least 1 wherever the wire is in a list. */
  readonly least: number;
  write(sink: Sink, value: T): void;
  read(source: Source): T;
}

export const index: Wire<number> = {
  least: 1,
  write: (sink, value) => sink.bytes.unsigned(value),
  read: (source) => source.bytes.index(),
};

/** A number from -1 on, as its successor. */
export const indexOrNone: Wire<number> = {
  least: 1,
  write: (sink, value) => sink.bytes.unsigned(value + 1),
  read: (source) => source.bytes.index() - 1,
};

export const text: Wire<string> = {
  least: 1,
  write: (sink, value) => sink.bytes.unsigned(sink.text(value)),
  read: (source) => {
    const at = source.bytes.at;
    const found = source.bytes.index();
    if (found >= source.texts.length) source.bytes.fail("bad_reference", `text ${found} of ${source.texts.length}`, at);
    if (found > source.used) source.bytes.fail("bad_text", `text ${found} is named before text ${source.used}`, at);
    if (found === source.used) source.used++;
    return source.texts[found];
  },
};

export const flag: Wire<boolean> = {
  least: 1,
  write: (sink, value) => sink.bytes.byte(value ? 1 : 0),
  read: (source) => {
    const value = source.bytes.byte();
    if (value > 1) source.bytes.fail("bad_number", `${value} is neither 0 nor 1`, source.bytes.at - 1);
    return value === 1;
  },
};

/** One of some words, by the byte that stands for it. */
export const oneOf = <const T extends string>(codes: Readonly<Record<T, number>>): Wire<T> => {
  const byCode = new Map((Object.keys(codes) as T[]).map((name) => [codes[name], name]));
  return {
    least: 1,
    write: (sink, value) => sink.bytes.byte(codes[value]),
    read: (source) => {
      const code = source.bytes.byte();
      return byCode.get(code) ?? source.bytes.fail("bad_number", `${code} is none of ${Object.keys(codes).join(" ")}`, source.bytes.at - 1);
    },
  };
};

/** A count, then the items. */
export const list = <T>(item: Wire<T>): Wire<readonly T[]> => ({
  least: 1,
  write: (sink, values) => {
    sink.bytes.unsigned(values.length);
    for (const value of values) item.write(sink, value);
  },
  read: (source) => {
    const count = source.bytes.count(item.least);
    const values: T[] = new Array(count);
    for (let i = 0; i < count; i++) values[i] = item.read(source);
    return values;
  },
});

/** Fields one after another. */
export const record = <T extends object>(fields: { readonly [N in keyof T]-?: Wire<T[N]> }): Wire<T> => {
  const names = Object.keys(fields) as (keyof T & string)[];
  const wires = names.map((name) => fields[name] as Wire<unknown>);
  return {
    least: wires.reduce((sum, wire) => sum + wire.least, 0),
    write: (sink, value) => {
      for (let i = 0; i < names.length; i++) wires[i].write(sink, value[names[i]]);
    },
    read: (source) => {
      const value: Record<string, unknown> = {};
      for (let i = 0; i < names.length; i++) value[names[i]] = wires[i].read(source);
      return value as T;
    },
  };
};

export const kind: Wire<Kind> = oneOf(Object.fromEntries(kindNames.map((name) => [name, kinds[name].code])) as Record<Kind, number>);

/** Numbers from here on are a ref of the type that many further. */
const firstRef = 16;
const plainKinds: readonly (KindOf | undefined)[] = Array.from({ length: firstRef }, (_, code) => {
  const name = kindNames.find((each) => kinds[each].code === code);
  return name === undefined || name === "ref" ? undefined : Object.freeze({ kind: name, type: 0 });
});

/** Types whose refs are shared; of a higher index, which any bytes may name, each is an object of its own. */
const mostShared = 4096;

/** A kind as its code, a ref as 16 plus its type's index; reading gives one shared object for each of them. */
export const kindOf = (): Wire<KindOf> => {
  const refs = new Map<number, KindOf>();
  return {
    least: 1,
    write: (sink, value) => sink.bytes.unsigned(value.kind === "ref" ? firstRef + value.type : kinds[value.kind].code),
    read: (source) => {
      const at = source.bytes.at;
      const code = source.bytes.index();
      if (code < firstRef) return plainKinds[code] ?? source.bytes.fail("bad_number", `${code} is no kind`, at);
      let ref = refs.get(code);
      if (ref === undefined) {
        ref = Object.freeze({ kind: "ref", type: code - firstRef });
        if (code < mostShared) refs.set(code, ref);
      }
      return ref;
    },
  };
};

const nanHigh = 0x7ff8_0000;
const float = new DataView(new ArrayBuffer(8));

/** The 8 bytes of IEEE 754, the least significant first; the only NaN is 7ff8000000000000. */
export const double: Wire<number> = {
  least: 8,
  write: (sink, value) => {
    if (Number.isNaN(value)) {
      float.setUint32(4, nanHigh, true);
      float.setUint32(0, 0, true);
    } else float.setFloat64(0, value, true);
    const { bytes, at } = sink.bytes.reserve(8);
    for (let i = 0; i < 8; i++) bytes[at + i] = float.getUint8(i);
  },
  read: (source) => {
    const at = source.bytes.skip(8);
    for (let i = 0; i < 8; i++) float.setUint8(i, source.bytes.bytes[at + i]);
    const value = float.getFloat64(0, true);
    if (Number.isNaN(value) && (float.getUint32(4, true) !== nanHigh || float.getUint32(0, true) !== 0)) source.bytes.fail("bad_number", "a NaN with a payload", at);
    return value;
  },
};

const hex = (byte: number): string => (byte < 16 ? "0" : "") + byte.toString(16);

/** Twice the number of bytes of the magnitude, plus 1 for a negative number; then the magnitude, the most significant byte first and not 0. */
export const integerUpTo = (mostBytes: number): Wire<bigint> => ({
  least: 1,
  write: (sink, value) => {
    const digits = value === 0n ? "" : (value < 0n ? -value : value).toString(16);
    const size = (digits.length + 1) >> 1;
    sink.bytes.unsigned(size * 2 + (value < 0n ? 1 : 0));
    const { bytes, at } = sink.bytes.reserve(size);
    for (let i = 0; i < size; i++) bytes[at + size - 1 - i] = Number.parseInt(digits.slice(Math.max(0, digits.length - 2 * i - 2), digits.length - 2 * i), 16);
  },
  read: (source) => {
    const start = source.bytes.at;
    const header = source.bytes.index();
    const size = header >> 1;
    if (size > mostBytes) source.bytes.fail("limit_exceeded", `an integer of ${size} bytes`, start);
    if (header === 1) source.bytes.fail("bad_number", "a negative zero", start);
    const at = source.bytes.skip(size);
    if (size === 0) return 0n;
    if (source.bytes.bytes[at] === 0) source.bytes.fail("bad_number", "an integer is not in its shortest form", at);
    let digits = "0x";
    for (let i = 0; i < size; i++) digits += hex(source.bytes.bytes[at + i]);
    return (header & 1) === 1 ? -BigInt(digits) : BigInt(digits);
  },
});

export const integer = integerUpTo(limits.integerBytes);
