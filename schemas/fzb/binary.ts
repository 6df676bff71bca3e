/** A module as the bytes of a `.fzb` file, and back. The same module gives the same bytes, and bytes that are read are written again alike. */
import { ByteReader, ByteWriter } from "./bytes.ts";
import type { Container } from "./container.ts";
import { readContainer, writeContainer } from "./container.ts";
import { FzbError } from "./error.ts";
import type { Module } from "./module.ts";
import type { Contents, Section } from "./sections.ts";
import { readTexts, sections, textsId, writeTexts } from "./sections.ts";
import type { Source } from "./wire.ts";
import { Sink } from "./wire.ts";

const contentsOf = (module: Module): { readonly [S in Section]: Contents[S] | undefined } => ({
  ...module,
  manifest: module,
  constants: module,
  names: module.functions.some((fn) => fn.name !== "") ? module.functions.map((fn) => fn.name) : undefined,
});

/** The file of a module. A module that `validate` accepts can be written; others may be a fault. */
export const writeModule = (module: Module): Uint8Array => {
  const contents = contentsOf(module);
  const sink = new Sink();
  const written: [number, Uint8Array][] = [];
  const write = <S extends Section>(section: S): void => {
    const value = contents[section];
    if (value === undefined) return;
    sink.bytes = new ByteWriter();
    sections[section].wire.write(sink, value);
    written.push([sections[section].id, sink.bytes.finish()]);
  };
  for (const section of Object.keys(sections) as Section[]) write(section);
  return writeContainer(module.costTable, [[textsId, writeTexts(sink.texts)], ...written]);
};

/** The module in a file's bytes, not yet validated; throws only FzbError, and takes memory in proportion to the bytes. */
export const readModule = (bytes: Uint8Array): Module => {
  const container = readContainer(bytes);
  const reader = readerOf(bytes, container, textsId);
  const source: Source = { bytes: reader, texts: readTexts(reader), used: 0 };
  if (reader.remaining > 0) reader.fail("bad_section", `section ${textsId} is ${reader.remaining} bytes longer than what it holds`);
  const known = new Set([textsId, ...Object.values(sections).map(({ id }) => id)]);
  for (const [id, { at }] of container.sections) if (!known.has(id)) throw new FzbError("bad_section", at, `byte ${at}: section ${id} is unknown`);
  const read = <S extends Section>(section: S): Contents[S] => {
    const { id, wire } = sections[section];
    source.bytes = readerOf(bytes, container, id);
    const value = wire.read(source);
    if (source.bytes.remaining > 0) source.bytes.fail("bad_section", `section ${id} is ${source.bytes.remaining} bytes longer than what it holds`);
    return value;
  };
  const has = (section: Section): boolean => container.sections.has(sections[section].id);
  const module = {
    costTable: container.costTable,
    ...read("manifest"),
    types: read("types"),
    ...read("constants"),
    imports: read("imports"),
    globals: read("globals"),
    functions: read("functions"),
    exports: read("exports"),
    entry: read("entry"),
  };
  const functions = has("names") ? named(module.functions, read("names"), source) : module.functions;
  const debug = has("debug") ? read("debug") : undefined;
  if (source.used !== source.texts.length) source.bytes.fail("bad_text", `text ${source.used} is never used`);
  return { ...module, functions, debug };
};

const readerOf = (bytes: Uint8Array, container: Container, id: number): ByteReader => {
  const found = container.sections.get(id);
  if (found === undefined) throw new FzbError("bad_section", bytes.length, `section ${id} is missing`);
  return new ByteReader(bytes, found.at, found.end);
};

const named = (functions: Module["functions"], names: readonly string[], source: Source): Module["functions"] => {
  if (names.length !== functions.length || names.every((name) => name === "")) source.bytes.fail("bad_section", `${names.length} names for ${functions.length} functions`);
  return functions.map((fn, i) => ({ ...fn, name: names[i] }));
};

/** The module without positions and names of functions. What a program can observe, stays: names of types, slots, exports and globals. */
export const stripDebug = (module: Module): Module => ({
  ...module,
  functions: module.functions.map((fn) => (fn.name === "" ? fn : { ...fn, name: "" })),
  debug: undefined,
});
