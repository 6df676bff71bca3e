/**
 * What there is to know of an object before its contents: enough to make it. All shapes stand in one section and all contents in another, so that
 * contents may mention any object, in cycles too. Each row writes and reads one sort of object.
 */
import type { ByteWriter } from "../../schemas/fzb/bytes.ts";
import type { KindOf } from "../../schemas/fzb/module.ts";
import { flag, index, list, text } from "../../schemas/fzb/wire.ts";
import { builtinTypes, firstOwnType } from "../../schemas/isa/kinds.ts";
import type { TypeDescriptor } from "../descriptor.ts";
import { hostBounds, type SizeLimit } from "../limits.ts";
import { MapTable } from "../map-table.ts";
import { makeObject, readSlot, writeSlot } from "../object.gen.ts";
import { type GuestObject, tagMask } from "../object.ts";
import {
  Boxed,
  Cell,
  type Closure,
  capture,
  capturedBy,
  descriptorOfObject,
  Handle,
  isArray,
  makeArray,
  makeClosure,
  type TypedArray,
  type TypeValue,
  WeakTable,
} from "../value.ts";
import type { HeapSink, HeapSource } from "./heap.ts";
import { any, readValue, writeValue } from "./values.ts";

interface Shape<T> {
  readonly code: number;
  write(sink: HeapSink, value: T): void;
  /** Makes the object, after claiming the bytes its contents take at least. */
  read(source: HeapSource): T;
  writeContents(sink: HeapSink, value: T): void;
  readContents(source: HeapSource, value: T): void;
}

const define = <T extends object>(shape: Shape<T>): Shape<object> => shape as unknown as Shape<object>;
const nothing = (): void => undefined;

/** Nothing is made that the contents do not have the bytes for. */
function claim(source: HeapSource, bytes: number): void {
  if (bytes > source.unclaimed) source.bytes.fail("truncated", `an object of ${bytes} bytes, the contents have ${source.unclaimed} left`);
  source.unclaimed -= bytes;
}

/** A size that the machine could have made. */
function sizeOf(source: HeapSource, limit: SizeLimit): number {
  const at = source.bytes.at;
  const size = index.read(source);
  return size <= hostBounds[limit] ? size : source.bytes.fail("limit_exceeded", `${size} in one ${limit}`, at);
}

const typeAt = (source: HeapSource, holds: (type: TypeDescriptor) => boolean): TypeDescriptor => {
  const at = source.bytes.at;
  const type = source.machine.types[index.read(source)];
  return type !== undefined && holds(type) ? type : source.bytes.fail("bad_object", "no such object is of that type", at);
};

const withoutObjects: ReadonlySet<string> = new Set(["interface", "extension"]);
const isTable = ({ index: at }: TypeDescriptor): boolean => at === builtinTypes.map.index || at === builtinTypes.set.index;
const typedArrays = new Set<number>(Object.values(builtinTypes).flatMap((type) => ("host" in type && type.host !== "Array" ? [type.index] : [])));
const isTyped = ({ index: at }: TypeDescriptor): boolean => typedArrays.has(at);
/** By the index of a cell's type, what it holds. */
const cellKinds = new Map<number, KindOf>(
  Object.entries(builtinTypes).flatMap(([name, type]) => (name.startsWith("cell_") && "element" in type ? [[type.index, { kind: type.element, type: 0 }] as const] : [])),
);
const held = (cell: Cell): KindOf => cellKinds.get(cell.t.index) as KindOf;
const indices = list(index);
const littleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The bytes of a typed array's elements, each with the least significant first. */
function inFileOrder(array: TypedArray): Uint8Array {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  if (littleEndian) return bytes;
  const turned = bytes.slice();
  for (let at = 0; at < turned.length; at += array.BYTES_PER_ELEMENT) turned.subarray(at, at + array.BYTES_PER_ELEMENT).reverse();
  return turned;
}

const table = {
  object: define<GuestObject>({
    code: 0,
    write: (sink, { t, g }) => {
      index.write(sink, t.index);
      index.write(sink, g & tagMask);
    },
    read: (source) => {
      const type = typeAt(source, ({ index: at, kind }) => at >= firstOwnType && !withoutObjects.has(kind));
      const tag = index.read(source);
      if (tag >= (type.kind === "union" ? type.cases.length : 1)) source.bytes.fail("bad_object", `${type.name} has no tag ${tag}`);
      claim(source, type.size);
      return makeObject(type, tag, []);
    },
    writeContents: (sink, value) => {
      for (let at = 0; at < value.t.size; at++) writeValue(sink, value.t.slots[at], readSlot(value, at));
    },
    readContents: (source, value) => {
      for (let at = 0; at < value.t.size; at++) writeSlot(value, at, readValue(source, value.t.slots[at]));
    },
  }),
  array: define<unknown[]>({
    code: 1,
    write: (sink, { length }) => index.write(sink, length),
    read: (source) => {
      const length = sizeOf(source, "array");
      claim(source, length);
      return makeArray(builtinTypes.array_any.index, length) as unknown[];
    },
    writeContents: (sink, value) => {
      for (let at = 0; at < value.length; at++) any.write(sink, value[at], 0);
    },
    readContents: (source, value) => {
      for (let at = 0; at < value.length; at++) value[at] = any.read(source, 0);
    },
  }),
  typed: define<TypedArray>({
    code: 2,
    write: (sink, value) => {
      index.write(sink, descriptorOfObject(value, sink.machine.types).index);
      index.write(sink, value.length);
    },
    read: (source) => {
      const type = typeAt(source, isTyped);
      const length = sizeOf(source, "array");
      claim(source, length * (makeArray(type.index, 0) as TypedArray).BYTES_PER_ELEMENT);
      return makeArray(type.index, length) as TypedArray;
    },
    writeContents: (sink, value) => sink.bytes.all(inFileOrder(value)),
    readContents: (source, value) => {
      const at = source.bytes.skip(value.byteLength);
      const bytes = new Uint8Array(value.buffer);
      bytes.set(source.bytes.bytes.subarray(at, at + value.byteLength));
      if (!littleEndian) bytes.set(inFileOrder(value));
    },
  }),
  closure: define<Closure>({
    code: 3,
    write: (sink, { of }) => index.write(sink, of.index),
    read: (source) => {
      const fn = index.read(source);
      if (source.open[fn] !== 1) source.bytes.fail("bad_object", `no closure is of function ${fn}`);
      const of = source.machine.callees[fn];
      claim(source, of.captures);
      return makeClosure(source.machine.closureType, of, []);
    },
    writeContents: (sink, closure) => {
      const { captures } = sink.machine.loaded.module.functions[closure.of.index];
      for (const [at, value] of capturedBy(closure).entries()) writeValue(sink, captures[at], value);
    },
    readContents: (source, closure) => {
      const { captures } = source.machine.loaded.module.functions[closure.of.index];
      capture(
        closure,
        captures.map((each) => readValue(source, each)),
      );
    },
  }),
  cell: define<Cell>({
    code: 4,
    write: (sink, { t }) => index.write(sink, t.index),
    read: (source) => {
      claim(source, 1);
      return new Cell(
        typeAt(source, ({ index: at }) => cellKinds.has(at)),
        undefined,
      );
    },
    writeContents: (sink, cell) => writeValue(sink, held(cell), cell.v),
    readContents: (source, cell) => {
      cell.v = readValue(source, held(cell));
    },
  }),
  boxed: define<Boxed>({
    code: 5,
    write: (sink, { type }) => text.write(sink, type),
    read: (source) => {
      claim(source, 1);
      return new Boxed(source.machine.types[builtinTypes.boxed.index], text.read(source), undefined);
    },
    writeContents: (sink, { v }) => any.write(sink, v, 0),
    readContents: (source, boxed) => {
      (boxed as { v: unknown }).v = any.read(source, 0);
    },
  }),
  table: define<MapTable>({
    code: 6,
    write: (sink, { t }) => index.write(sink, t.index),
    read: (source) => new MapTable(typeAt(source, isTable)),
    writeContents: (sink, value) => {
      index.write(sink, value.capacity);
      for (let entry = 0; entry < value.capacity; entry++) {
        flag.write(sink, value.isUsed(entry));
        if (!value.isUsed(entry)) continue;
        any.write(sink, value.keys[entry], 0);
        any.write(sink, value.values[entry], 0);
      }
      indices.write(sink, value.freeEntries());
    },
    readContents: (source, value) => {
      const at = source.bytes.at;
      for (let entry = sizeOf(source, "map"); entry > 0; entry--) {
        if (!flag.read(source)) value.appendFree();
        else if (!value.append(any.read(source, 0), any.read(source, 0))) source.bytes.fail("bad_object", "a table has a key twice", at);
      }
      if (!value.orderFree(indices.read(source))) source.bytes.fail("bad_object", "a table's free entries are not those it lists", at);
    },
  }),
  type: define<TypeValue>({
    code: 7,
    write: (sink, { type }) => index.write(sink, type.index),
    read: (source) => source.machine.typeValue(typeAt(source, ({ kind }) => kind !== "extension")) as TypeValue,
    writeContents: nothing,
    readContents: nothing,
  }),
  weak: define<WeakTable>({
    code: 8,
    write: nothing,
    read: (source) => new WeakTable(source.machine.types[builtinTypes.weak_map.index]),
    writeContents: nothing,
    readContents: nothing,
  }),
  handle: define<Handle>({
    code: 9,
    write: (sink, { held: value }) => text.write(sink, sink.handleText(value)),
    read: (source) => new Handle(source.machine.types[builtinTypes.handle.index], source.handle(text.read(source))),
    writeContents: nothing,
    readContents: nothing,
  }),
} as const;

const byCode = new Map<number, Shape<object>>(Object.values(table).map((shape) => [shape.code, shape]));
const byKind: Readonly<Record<string, Shape<object>>> = {
  closure: table.closure,
  boxed: table.boxed,
  map: table.table,
  set: table.table,
  type: table.type,
  weak_map: table.weak,
  handle: table.handle,
};

function shapeOf(value: object, types: readonly TypeDescriptor[]): Shape<object> {
  if (isArray(value)) return Array.isArray(value) ? table.array : table.typed;
  const type = descriptorOfObject(value, types);
  if (type.index >= firstOwnType) return table.object;
  return byKind[type.kind] ?? (value instanceof Cell ? table.cell : fault(type.name));
}

const fault = (name: string): never => {
  throw new Error(`expected a guest object, found a ${name}`);
};

/** Writes the shape of an object to the one, and its contents to the other bytes. */
export function writeObject(sink: HeapSink, value: object, shapes: ByteWriter, contents: ByteWriter): void {
  const shape = shapeOf(value, sink.machine.types);
  sink.into(shapes, () => {
    sink.bytes.byte(shape.code);
    shape.write(sink, value);
  });
  sink.into(contents, () => shape.writeContents(sink, value));
}

/** Makes the next object. */
export function readShape(source: HeapSource): object {
  const code = source.bytes.byte();
  return (byCode.get(code) ?? source.bytes.fail("bad_object", `${code} is no sort of object`, source.bytes.at - 1)).read(source);
}

/** Fills an object that was made. */
export const readContents = (source: HeapSource, value: object): void => shapeOf(value, source.machine.types).readContents(source, value);
