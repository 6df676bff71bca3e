/** What each section of a `.fzb` holds. Ids are the wire format and are never reused; 1 is the table of texts, 14 and 15 belong to the container. */

import type { ByteReader } from "./bytes.ts";
import { ByteWriter } from "./bytes.ts";
import { readCode, writeCode } from "./code-wire.ts";
import { limits } from "./limits.ts";
import type { Debug, Equality, Export, Fn, Global, Import, KindOf, Method, Module, Slot, TypeDef, UnionCase } from "./module.ts";
import { positionWords } from "./module.ts";
import type { Wire } from "./wire.ts";
import { double, flag, index, indexOrNone, integer, kind, kindOf, list, oneOf, record, text } from "./wire.ts";
import { encodeText, TextBlock, textBytes } from "./wtf8.ts";

export const textsId = 1;

const typeKind = oneOf({ record: 0, union: 1, class: 2, interface: 3, exception: 4, tuple: 5, literal: 6, extension: 7 });
const equality: Wire<Equality> = oneOf({ structural: 0, custom: 1, reference: 2, none: 3 });
const methodKind = oneOf({ method: 0, getter: 1, setter: 2 });

const method = record<Method>({ name: text, kind: methodKind, fn: index });
const unionCase = record<UnionCase>({ name: text, fields: list(record<UnionCase["fields"][number]>({ name: text, slot: index, fsharp: text })) });

/** A kind and its type lie in the record that has them, not in one of their own. */
const withKind = <T extends KindOf>(rest: Wire<Omit<T, "kind" | "type">>): Wire<T> => {
  const first = kindOf();
  return {
    least: first.least + rest.least,
    write: (sink, value) => {
      first.write(sink, value);
      rest.write(sink, value);
    },
    read: (source) => ({ ...first.read(source), ...rest.read(source) }) as T,
  };
};

const slot = withKind<Slot>(record<Omit<Slot, "kind" | "type">>({ name: text, fsharp: text, mutable: flag }));
const global = withKind<Global>(record<Omit<Global, "kind" | "type">>({ name: text }));

const typeDef = record<TypeDef>({
  name: text,
  kind: typeKind,
  generics: list(text),
  parent: index,
  interfaces: list(text),
  slots: list(slot),
  cases: list(unionCase),
  methods: list(method),
  equality,
  comparison: equality,
});

type Signature = Pick<Fn, "params" | "registers" | "captures" | "result" | "receiver">;
const anyKind = kindOf();
const kindList = list(anyKind);
/** Written out, as there are as many as functions. */
const signature: Wire<Signature> = {
  least: index.least + 2 * kindList.least + anyKind.least + flag.least,
  write: (sink, { params, registers, captures, result, receiver }) => {
    index.write(sink, params);
    kindList.write(sink, registers);
    kindList.write(sink, captures);
    anyKind.write(sink, result);
    flag.write(sink, receiver);
  },
  read: (source) => ({
    params: index.read(source),
    registers: kindList.read(source),
    captures: kindList.read(source),
    result: anyKind.read(source),
    receiver: flag.read(source),
  }),
};

/** The words of all functions together; a count; then of each function its signature, how many words it has, and its code. */
const functions: Wire<readonly Fn[]> = {
  least: 2,
  write: (sink, values) => {
    sink.bytes.unsigned(values.reduce((sum, fn) => sum + fn.code.length, 0));
    sink.bytes.unsigned(values.length);
    for (const fn of values) {
      signature.write(sink, fn);
      sink.bytes.unsigned(fn.code.length);
      writeCode(sink.bytes, fn.code);
    }
  },
  read: (source) => {
    const { bytes } = source;
    const words = new Int32Array(bytes.count(1));
    const count = bytes.count(signature.least + 1);
    const values: Fn[] = [];
    let used = 0;
    for (let i = 0; i < count; i++) {
      const { params, registers, captures, result, receiver } = signature.read(source);
      const at = bytes.at;
      const length = bytes.unsigned();
      if (length > words.length - used) bytes.fail("bad_number", `function ${i} has ${length} words, ${words.length - used} are left`, at);
      readCode(bytes, words, used, used + length);
      values.push({ name: "", params, registers, captures, result, receiver, code: words.subarray(used, used + length) });
      used += length;
    }
    if (used !== words.length) bytes.fail("bad_number", `the functions have ${used} words, ${words.length} were announced`);
    return values;
  },
};

/** Each number as its difference from the one before, over all functions; the word offset starts again with each function. */
const positions: Wire<Debug["positions"]> = {
  least: 1,
  write: ({ bytes }, values) => {
    bytes.unsigned(values.length);
    let [file, line, column] = [0, 0, 0];
    for (const each of values) {
      bytes.unsigned(each.length / positionWords);
      let offset = 0;
      for (let k = 0; k < each.length; k += positionWords) {
        bytes.unsigned(each[k] - offset);
        bytes.signed(each[k + 1] - file);
        bytes.signed(each[k + 2] - line);
        bytes.signed(each[k + 3] - column);
        [offset, file, line, column] = each.subarray(k, k + positionWords);
      }
    }
  },
  read: ({ bytes }) => {
    const values: Int32Array[] = [];
    const count = bytes.count(1);
    // Every number takes a byte at least.
    const all = new Int32Array(bytes.remaining);
    let used = 0;
    let [file, line, column] = [0, 0, 0];
    for (let i = 0; i < count; i++) {
      const from = used;
      used += positionWords * bytes.count(positionWords);
      let offset = 0;
      for (let k = from; k < used; k += positionWords) {
        const at = bytes.at;
        offset += bytes.unsigned();
        file += bytes.signed();
        line += bytes.signed();
        column += bytes.signed();
        if (offset > 0x7fff_ffff || (file | 0) !== file || (line | 0) !== line || (column | 0) !== column || (file | line | column) < 0) {
          bytes.fail("bad_number", "a position outside 31 bits", at);
        }
        all[k] = offset;
        all[k + 1] = file;
        all[k + 2] = line;
        all[k + 3] = column;
      }
      values.push(all.subarray(from, used));
    }
    return values;
  },
};

export type Section = "manifest" | "types" | "constants" | "imports" | "globals" | "functions" | "exports" | "entry" | "names" | "debug";

/** What a section holds of a module. */
export interface Contents {
  readonly manifest: Pick<Module, "name" | "capabilities">;
  readonly types: readonly TypeDef[];
  readonly constants: Pick<Module, "strings" | "doubles" | "integers">;
  readonly imports: readonly Import[];
  readonly globals: readonly Global[];
  readonly functions: readonly Fn[];
  readonly exports: readonly Export[];
  readonly entry: number;
  /** Names of functions; no section where all are "". */
  readonly names: readonly string[];
  readonly debug: Debug;
}

export const sections: { readonly [S in Section]: { readonly id: number; readonly wire: Wire<Contents[S]> } } = {
  manifest: { id: 2, wire: record<Contents["manifest"]>({ name: text, capabilities: list(text) }) },
  types: { id: 3, wire: list(typeDef) },
  constants: { id: 4, wire: record<Contents["constants"]>({ strings: list(text), doubles: list(double), integers: list(integer) }) },
  imports: { id: 5, wire: list(record<Import>({ module: text, name: text, capability: text, params: list(kind), result: kind, fsharp: text, names: list(text) })) },
  globals: { id: 6, wire: list(global) },
  functions: { id: 7, wire: functions },
  exports: { id: 8, wire: list(record<Export>({ name: text, fn: index, fsharp: text, names: list(text) })) },
  entry: { id: 9, wire: indexOrNone },
  names: { id: 10, wire: list(text) },
  debug: { id: 11, wire: record<Debug>({ files: list(text), positions }) },
};

/** The table of texts: a count, then of each text its length in bytes and the bytes. No text is there twice. */
export const writeTexts = (texts: readonly string[]): Uint8Array => {
  const out = new ByteWriter();
  out.unsigned(texts.length);
  for (const each of texts) {
    const size = textBytes(each);
    out.unsigned(size);
    const { bytes, at } = out.reserve(size);
    encodeText(each, bytes, at);
  }
  return out.finish();
};

export const readTexts = (reader: ByteReader, mostUnits: number = limits.textUnits): readonly string[] => {
  const texts = new Set<string>();
  const block = new TextBlock(reader.bytes, reader.at, reader.end);
  const count = reader.count(1);
  for (let i = 0; i < count; i++) {
    const start = reader.at;
    const size = reader.unsigned();
    if (size > 3 * mostUnits) reader.fail("limit_exceeded", `a text of ${size} bytes`, start);
    const at = reader.skip(size);
    const decoded = block.text(at, at + size);
    if (typeof decoded === "number") return reader.fail("bad_text", "a text is not well-formed", decoded);
    texts.add(decoded);
    if (texts.size === i) reader.fail("bad_text", "a text is there twice", start);
  }
  return [...texts];
};
