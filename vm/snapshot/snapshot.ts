/** A machine as bytes, and back: at any pause or wait, to go on in another process or place. docs/snapshot-format.md describes the bytes. */
import { writeModule } from "../../schemas/fzb/binary.ts";
import { ByteReader, ByteWriter } from "../../schemas/fzb/bytes.ts";
import { type Container, readContainer, writeContainer } from "../../schemas/fzb/container.ts";
import { readTexts, writeTexts } from "../../schemas/fzb/sections.ts";
import { index, list, text } from "../../schemas/fzb/wire.ts";
import { FusabiError } from "../error.ts";
import type { CallAnswer } from "../host-calls.ts";
import type { LoadedModule } from "../load.ts";
import { Machine, type MachineOptions } from "../machine.ts";
import { type GuestArray, isArray, WeakTable } from "../value.ts";
import { sectionIds, snapshotEnvelope, textUnits } from "./format.ts";
import { HeapSink, type HeapSource } from "./heap.ts";
import { readContents, readShape, writeObject } from "./shapes.ts";
import { readState, writeState } from "./state.ts";
import { any, object } from "./values.ts";

export interface SnapshotOptions {
  /** Names what a handle of the host's holds, so that `RestoreOptions.handle` finds it again; without it, a handle in reach is an error. */
  readonly handle?: (held: unknown) => string;
}

export interface RestoreOptions extends MachineOptions {
  /** What becomes of the host call the run waits for: it is asked again (the default), fails with a guest exception, or is answered by a function. */
  readonly pending?: CallAnswer;
  /** Fuel to go on with in place of what was left: give 0 where the bytes are not trusted, and grant by `step`. */
  readonly fuel?: number;
  readonly handle?: (text: string) => unknown;
  /** Gets the machine before any host function is called. */
  readonly made?: (machine: Machine) => void;
}

const hashes = new WeakMap<LoadedModule, Uint8Array>();

/** The SHA-256 of a module's file. */
function moduleHash(loaded: LoadedModule): Uint8Array {
  let hash = hashes.get(loaded);
  if (hash === undefined) hashes.set(loaded, (hash = readContainer(writeModule(loaded.module)).hash));
  return hash;
}

/** The state of a machine between two steps. */
export function snapshot(machine: Machine, options: SnapshotOptions = {}): Uint8Array {
  const named = options.handle ?? refuseHandle;
  const sink = new HeapSink(machine, named);
  const shapes = new ByteWriter();
  const contents = new ByteWriter();
  let written = 0;
  const writeMentioned = (): void => {
    for (; written < sink.objects.length; written++) writeObject(sink, sink.objects[written], shapes, contents);
  };
  const state = sink.section(() => writeState(sink));
  writeMentioned();
  const weak = sink.section(() => writeWeakEntries(sink, writeMentioned));
  const marks = sink.section(() => writeMarks(sink));
  const module = sink.section(() => {
    sink.bytes.all(moduleHash(machine.loaded));
    text.write(sink, machine.loaded.module.name);
  });
  return writeContainer(
    machine.loaded.module.costTable,
    [
      [sectionIds.texts, writeTexts(sink.texts)],
      [sectionIds.module, module],
      [sectionIds.shapes, counted(sink.objects.length, shapes)],
      [sectionIds.contents, contents.finish()],
      [sectionIds.weak, weak],
      [sectionIds.marks, marks],
      [sectionIds.state, state],
    ],
    snapshotEnvelope,
  );
}

/** A machine that goes on where the saved one was; throws FzbError where the bytes are no state of the module. */
export function restore(bytes: Uint8Array, loaded: LoadedModule, options: RestoreOptions = {}): Machine {
  const container = readContainer(bytes, snapshotEnvelope);
  const known: ReadonlySet<number> = new Set(Object.values(sectionIds));
  for (const [id, { at }] of container.sections) if (!known.has(id)) new ByteReader(bytes, at, at).fail("bad_section", `section ${id} is unknown`);
  const section = (id: number, read: () => void): void => {
    source.bytes = readerOf(bytes, container, id);
    read();
    if (source.bytes.remaining > 0) source.bytes.fail("bad_section", `section ${id} is ${source.bytes.remaining} bytes longer than what it holds`);
  };
  const textReader = readerOf(bytes, container, sectionIds.texts);
  const texts = readTexts(textReader, textUnits);
  if (textReader.remaining > 0) textReader.fail("bad_section", "the texts are followed by something");
  const source: HeapSource = {
    bytes: textReader,
    texts,
    used: texts.length,
    machine: new Machine(loaded, options),
    objects: [],
    unclaimed: container.sections.get(sectionIds.contents)?.end ?? 0,
    open: loaded.open,
    handle: options.handle ?? refuseHandle,
  };
  section(sectionIds.module, () => checkModule(source, loaded));
  const contents = readerOf(bytes, container, sectionIds.contents);
  source.unclaimed = contents.remaining;
  section(sectionIds.shapes, () => {
    for (let left = source.bytes.count(1); left > 0; left--) source.objects.push(readShape(source));
  });
  section(sectionIds.contents, () => {
    for (const each of source.objects) readContents(source, each);
  });
  section(sectionIds.weak, () => readWeakEntries(source));
  section(sectionIds.marks, () => readMarks(source));
  section(sectionIds.state, () => {
    const { calls, waiting } = readState(source, options.fuel);
    options.made?.(source.machine);
    source.machine.hostCalls.takeOver(calls, waiting, options.pending ?? "ask");
  });
  source.machine.metering.admit();
  return source.machine;
}

const refuseHandle = (): never => {
  throw new FusabiError("misuse", "the state holds a value of the host's; say how it is named by the option `handle`");
};

const counted = (count: number, bytes: ByteWriter): Uint8Array => {
  const out = new ByteWriter();
  out.unsigned(count);
  out.all(bytes.finish());
  return out.finish();
};

const readerOf = (bytes: Uint8Array, { sections }: Container, id: number): ByteReader => {
  const found = sections.get(id);
  return found === undefined ? new ByteReader(bytes, bytes.length, bytes.length).fail("bad_section", `section ${id} is missing`) : new ByteReader(bytes, found.at, found.end);
};

function checkModule(source: HeapSource, loaded: LoadedModule): void {
  const expected = moduleHash(loaded);
  const at = source.bytes.skip(expected.length);
  const name = text.read(source);
  if (expected.some((byte, i) => source.bytes.bytes[at + i] !== byte)) source.bytes.fail("wrong_module", `the snapshot is of another build of ${name}, or of another module`, at);
}

/** Entries of weak maps whose key is in reach: map, key, value. What a value leads to may hold further keys and maps. */
function writeWeakEntries(sink: HeapSink, writeMentioned: () => void): void {
  const { objects } = sink;
  const maps: { readonly map: WeakTable; readonly number: number; seen: number }[] = [];
  const entries = new ByteWriter();
  let count = 0;
  for (let known = -1, found = 0; known !== objects.length; ) {
    known = objects.length;
    for (; found < objects.length; found++) if (objects[found] instanceof WeakTable) maps.push({ map: objects[found] as WeakTable, number: found, seen: 0 });
    for (const each of maps) {
      for (; each.seen < known; each.seen++) {
        const key = objects[each.seen];
        if (!each.map.entries.has(key)) continue;
        count++;
        sink.into(entries, () => {
          index.write(sink, each.number);
          index.write(sink, each.seen);
          any.write(sink, each.map.entries.get(key), 0);
        });
      }
    }
    writeMentioned();
  }
  sink.bytes.all(counted(count, entries));
}

function readWeakEntries(source: HeapSource): void {
  for (let left = source.bytes.count(3); left > 0; left--) {
    const at = source.bytes.at;
    const map = object.read(source, 0);
    const key = object.read(source, 0);
    if (!(map instanceof WeakTable) || map.entries.has(key)) return source.bytes.fail("bad_object", "an entry of no weak map, or one that is there already", at);
    map.entries.set(key, any.read(source, 0));
  }
}

interface Mark<T> {
  readonly number: number;
  readonly mark: T;
}
const ids = list<Mark<number>>({
  least: 2,
  write: (sink, { number, mark }) => {
    index.write(sink, number);
    index.write(sink, mark);
  },
  read: (source) => ({ number: index.read(source), mark: index.read(source) }),
});
const types = list<Mark<string>>({
  least: 2,
  write: (sink, { number, mark }) => {
    index.write(sink, number);
    text.write(sink, mark);
  },
  read: (source) => ({ number: index.read(source), mark: text.read(source) }),
});

const marked = <T>(objects: readonly object[], table: WeakMap<object, T>): Mark<T>[] =>
  objects.flatMap((each, number) => {
    const mark = table.get(each);
    return mark === undefined ? [] : [{ number, mark }];
  });

/** What the machine keeps of objects beside them: identity numbers, F# types of arrays. */
function writeMarks(sink: HeapSink): void {
  const { machine, objects } = sink;
  ids.write(sink, machine.nextId === 1 ? [] : marked(objects, machine.ids));
  types.write(sink, marked(objects, machine.arrayTypes));
}

function readMarks(source: HeapSource): void {
  const { machine, objects, bytes } = source;
  const marked = (number: number): object => objects[number] ?? bytes.fail("bad_reference", `object ${number} of ${objects.length}`);
  for (const { number, mark } of ids.read(source)) machine.ids.set(marked(number), mark);
  for (const { number, mark } of types.read(source)) {
    const array = marked(number);
    if (!isArray(array)) bytes.fail("bad_object", `object ${number} is no array`);
    machine.arrayTypes.set(array as GuestArray, mark);
  }
}
