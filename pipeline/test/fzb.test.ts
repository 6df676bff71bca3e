import fc from "fast-check";
import { expect, test } from "vitest";
import { readModule, stripDebug, writeModule } from "../../schemas/fzb/binary.ts";
import { readContainer, signContainer, writeContainer } from "../../schemas/fzb/container.ts";
import { FzbError } from "../../schemas/fzb/error.ts";
import type { Fn, KindOf, Module, TypeDef } from "../../schemas/fzb/module.ts";
import { validate } from "../../schemas/fzb/validate.ts";
import type { OperandsOf } from "../../schemas/isa/codec.ts";
import { CodeWriter, instructionsOf } from "../../schemas/isa/codec.ts";
import { shapes } from "../../schemas/isa/instruction.ts";
import { kindNames } from "../../schemas/isa/kinds.ts";
import type { Mnemonic } from "../../schemas/isa/table.ts";
import { makeModule, randomFrom } from "./modules.ts";
import { runMutant } from "./mutant-run.ts";
import { judge, mutate } from "./mutants.ts";

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.integer({ min: 0xd700, max: 0xe000 })).map((units) => String.fromCharCode(...units)),
);
const index = fc.integer({ min: 0, max: 2 ** 31 - 17 });
const kind = fc.constantFrom(...kindNames);
const kindOf = fc.tuple(kind, index).map(([kind, type]): KindOf => ({ kind, type: kind === "ref" ? type : 0 }));
const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 4 });

const instruction = fc
  .constantFrom(...shapes)
  .chain(({ mnemonic, operands }) =>
    fc
      .record(Object.fromEntries(operands.map(({ name, layout }) => [name, layout === "list" ? fc.array<number>(index) : layout === "signed" ? fc.integer() : index])))
      .map((values) => ({ mnemonic, values })),
  );
const code = fc.array(instruction).map((instructions) => {
  const writer = new CodeWriter();
  for (const { mnemonic, values } of instructions) writer.emit<Mnemonic>(mnemonic, values as OperandsOf<Mnemonic>);
  return { instructions, words: writer.finish() };
});

const fn: fc.Arbitrary<Fn> = fc.record({
  name: text,
  params: index,
  registers: some(kindOf),
  captures: some(kindOf),
  result: kindOf,
  receiver: fc.boolean(),
  code: code.map(({ words }) => words),
});
const slot = fc.tuple(kindOf, fc.record({ name: text, fsharp: text, mutable: fc.boolean() })).map(([of, rest]) => ({ ...of, ...rest }));
const equality = fc.constantFrom("structural", "custom", "reference", "none");
const type: fc.Arbitrary<TypeDef> = fc.record({
  name: text,
  kind: fc.constantFrom("record", "union", "class", "interface", "exception", "tuple", "literal", "extension"),
  generics: some(text),
  parent: index,
  interfaces: some(text),
  slots: some(slot),
  cases: some(fc.record({ name: text, fields: some(fc.record({ name: text, slot: index, fsharp: text })) })),
  methods: some(fc.record({ name: text, kind: fc.constantFrom("method", "getter", "setter"), fn: index })),
  equality,
  comparison: equality,
});
const position = fc.tuple(index, index, index, index);
const debug = fc.record({ files: some(text), positions: some(some(position).map((each) => Int32Array.from(each.sort((a, b) => a[0] - b[0]).flat()))) });
const module: fc.Arbitrary<Module> = fc.record({
  name: text,
  costTable: fc.integer({ min: 0, max: 0xffff }),
  types: some(type),
  strings: some(text),
  doubles: some(fc.double()),
  integers: some(fc.bigInt()),
  imports: some(fc.record({ module: text, name: text, capability: text, params: some(kind), result: kind, fsharp: text, names: some(text) })),
  globals: some(fc.tuple(kindOf, text).map(([of, name]) => ({ ...of, name }))),
  functions: some(fn),
  exports: some(fc.record({ name: text, fn: index, fsharp: text, names: some(text) })),
  entry: fc.integer({ min: -1, max: 1000 }),
  capabilities: some(text),
  debug: fc.option(debug, { nil: undefined }),
});

const expectNothingButFzbError = (bytes: Uint8Array): void => {
  const said = judge(bytes);
  if (said instanceof FzbError) expect([typeof said.code, Number.isInteger(said.offset)]).toEqual(["string", true]);
};

test("words give the instructions they were written from", () => {
  fc.assert(
    fc.property(code, ({ instructions, words }) => {
      expect([...instructionsOf(words)].map(({ shape, operands }) => ({ mnemonic: shape.mnemonic, values: operands }))).toEqual(
        instructions.map(({ mnemonic, values }) => ({ mnemonic, values: { ...values } })),
      );
    }),
  );
});

test("a file gives the module it was written from, and is written from it again alike", () => {
  fc.assert(
    fc.property(module, (given) => {
      const bytes = writeModule(given);
      const read = readModule(bytes);
      expect(read).toEqual(given);
      expect(writeModule(read)).toEqual(bytes);
    }),
  );
});

test("any bytes are a valid module or an FzbError", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), expectNothingButFzbError));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 13 }), fc.uint8Array({ maxLength: 60 }))), (sections) => expectNothingButFzbError(writeContainer(1, sections))),
  );
});

test("generated modules are valid, before and after a file and stripped", () => {
  for (let seed = 0; seed < 60; seed++) {
    const made = makeModule(seed);
    validate(made);
    const bytes = writeModule(made);
    expect(validate(readModule(bytes))).toEqual(made);
    const stripped = writeModule(stripDebug(made));
    expect(stripped.length).toBeLessThan(bytes.length);
    validate(readModule(stripped));
  }
});

test("a file cut at any byte, or with any bit changed, is refused", () => {
  const bytes = writeModule(makeModule(7, 4, 10));
  for (let at = 0; at < bytes.length; at++) {
    expect(judge(bytes.slice(0, at))).toBeInstanceOf(FzbError);
    const flipped = bytes.slice();
    flipped[at] ^= 1 << (at % 8);
    // The cost table's version and everything else is under the hash.
    expect(judge(flipped)).toBeInstanceOf(FzbError);
  }
});

test("mutants with a hash that fits are refused with an FzbError, or run to an outcome", () => {
  const random = randomFrom(20);
  let accepted = 0;
  for (let i = 0; i < 2000; i += 50) {
    const bytes = writeModule(makeModule(i, 5, 12));
    for (let k = 0; k < 50; k++) {
      const mutant = mutate(bytes, random);
      const said = judge(mutant);
      if (said instanceof FzbError) continue;
      accepted++;
      expect(Buffer.compare(writeModule(said), mutant)).toBe(0);
      expect(runMutant(said, 1000)).not.toEqual([]);
    }
  }
  expect(accepted).toBeGreaterThan(50);
});

test("a signature is carried, and covers the hash", () => {
  const bytes = writeModule(makeModule(3));
  const signature = { key: new Uint8Array(32).fill(1), signature: new Uint8Array(64).fill(2) };
  const signed = signContainer(signContainer(bytes, { ...signature, key: new Uint8Array(32) }), signature);
  expect(readContainer(signed)).toMatchObject({ hash: readContainer(bytes).hash, signature });
  expect(readModule(signed)).toEqual(readModule(bytes));
});
