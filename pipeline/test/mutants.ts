/** Damaged files: bytes changed at random and hashed again, so that they get past the SHA-256 and into the reader and the validator. */

import { readModule, writeModule } from "../../schemas/fzb/binary.ts";
import { ByteReader, ByteWriter } from "../../schemas/fzb/bytes.ts";
import { type Envelope, writeContainer } from "../../schemas/fzb/container.ts";
import { FzbError } from "../../schemas/fzb/error.ts";
import type { Module } from "../../schemas/fzb/module.ts";
import type { ValidModule } from "../../schemas/fzb/validate.ts";
import { validate } from "../../schemas/fzb/validate.ts";
import { instructionsOf } from "../../schemas/isa/codec.ts";
import { snapshotEnvelope } from "../../vm/snapshot/format.ts";
import type { Random } from "./modules.ts";

type Sections = readonly (readonly [id: number, contents: Uint8Array])[];

const headerBytes = 8;
const hashId = 14;

/** The sections of a file that is well-formed on the outside, the hash left out. */
const sectionsOf = (bytes: Uint8Array): Sections => {
  const reader = new ByteReader(bytes, headerBytes, bytes.length);
  const sections: [number, Uint8Array][] = [];
  while (reader.remaining > 0) {
    const id = reader.byte();
    const length = reader.unsigned();
    const at = reader.skip(length);
    if (id < hashId) sections.push([id, bytes.slice(at, at + length)]);
  }
  return sections;
};

/** Any section, half of the time by its share of the bytes. */
const pickSection = (sections: Sections, random: Random): number => {
  if (random(2) === 0) return random(sections.length);
  let left = random(sections.reduce((sum, [, contents]) => sum + contents.length, 0) + 1);
  return Math.max(
    0,
    sections.findIndex(([, contents]) => (left -= contents.length) <= 0),
  );
};

const replaced = (sections: Sections, at: number, contents: Uint8Array): Sections => sections.map((section, i) => (i === at ? [section[0], contents] : section));

const wild = (random: Random): Uint8Array => {
  const out = new ByteWriter();
  const bits = random(33);
  out.unsigned(bits === 0 ? 0 : 2 ** bits - 1 - random(2));
  return out.finish();
};

const insertAt = (contents: Uint8Array, at: number, given: Uint8Array, dropped: number): Uint8Array => {
  const made = new Uint8Array(contents.length - dropped + given.length);
  made.set(contents.subarray(0, at));
  made.set(given, at);
  made.set(contents.subarray(at + dropped), at + given.length);
  return made;
};

/** Ways to damage the contents of one section; each gives the sections as they are then. */
const damages: readonly ((sections: Sections, random: Random) => Sections)[] = [
  function flipBits(sections, random) {
    const at = pickSection(sections, random);
    const contents = sections[at][1].slice();
    for (let n = 1 + random(3); n > 0 && contents.length > 0; n--) contents[random(contents.length)] ^= 1 << random(8);
    return replaced(sections, at, contents);
  },
  function changeByte(sections, random) {
    // Small changes stay closest to what is valid: a register, a label, a kind beside the one meant.
    const at = pickSection(sections, random);
    const contents = sections[at][1].slice();
    if (contents.length > 0) contents[random(contents.length)] += random(2) === 0 ? 1 : 255;
    return replaced(sections, at, contents);
  },
  function truncate(sections, random) {
    const at = pickSection(sections, random);
    return replaced(sections, at, sections[at][1].slice(0, random(sections[at][1].length + 1)));
  },
  function wildNumber(sections, random) {
    const at = pickSection(sections, random);
    const contents = sections[at][1];
    return contents.length === 0 ? sections : replaced(sections, at, insertAt(contents, random(contents.length), wild(random), 1));
  },
  function insert(sections, random) {
    const at = pickSection(sections, random);
    return replaced(sections, at, insertAt(sections[at][1], random(sections[at][1].length + 1), wild(random), 0));
  },
  function swap(sections, random) {
    const [a, b] = [random(sections.length), random(sections.length)];
    return sections.map((section, i) => (i === a ? [section[0], sections[b][1]] : i === b ? [section[0], sections[a][1]] : section));
  },
  function reorder(sections, random) {
    const [a, b] = [random(sections.length), random(sections.length)];
    return sections.map((section, i) => (i === a ? sections[b] : i === b ? sections[a] : section));
  },
  function drop(sections, random) {
    const at = pickSection(sections, random);
    return sections.filter((_, i) => i !== at);
  },
];

/** Some instructions with an operand that was not meant: well-formed for the reader, so that the validator has to decide. */
const changeOperands = (module: Module, random: Random): Module => {
  const functions = module.functions.map((fn) => ({ ...fn, code: fn.code.slice() }));
  for (let n = 1 + random(2); n > 0; n--) {
    const { code } = functions[random(functions.length)];
    const at = [...instructionsOf(code)];
    const { at: word, end, shape } = at[random(at.length)];
    const operand = word + 1 + random(end - word);
    if (operand >= end || operand === word + 1 + shape.list) continue;
    code[operand] = random(4) === 0 ? random(100) : Math.max(0, code[operand] + (random(2) === 0 ? 1 : -1));
  }
  return { ...module, functions };
};

/** A file with one to three damages and a hash that fits, or sometimes one whose outside is damaged as well. */
export const mutate = (bytes: Uint8Array, random: Random): Uint8Array => (random(2) === 0 ? writeModule(changeOperands(readModule(bytes), random)) : damage(bytes, random));

/** The same of a snapshot. */
export const mutateSnapshot = (bytes: Uint8Array, random: Random): Uint8Array => damage(bytes, random, snapshotEnvelope);

const damage = (bytes: Uint8Array, random: Random, envelope?: Envelope): Uint8Array => {
  let sections = sectionsOf(bytes);
  for (let n = 1 + (random(3) === 0 ? random(3) : 0); n > 0 && sections.length > 0; n--) {
    // Half of the damages are the small ones, which give accepted mutants.
    sections = damages[random(2) === 0 ? random(2) : random(damages.length)](sections, random);
  }
  const made = writeContainer(bytes[6] | (bytes[7] << 8), sections, envelope);
  if (random(20) === 0) made[random(made.length)] ^= 1 << random(8);
  return random(50) === 0 ? made.slice(0, random(made.length)) : made;
};

/** What reader and validator say to some bytes; anything thrown but FzbError goes through. */
export const judge = (bytes: Uint8Array): ValidModule | FzbError => {
  try {
    return validate(readModule(bytes));
  } catch (error) {
    if (error instanceof FzbError) return error;
    throw error;
  }
};
