/** What derives from the instruction table: types of operands by mnemonic, and shapes by code. */

import type { Flow, InstructionSpec, Mnemonic, OperandKind } from "./table.ts";
import { isa, mnemonics } from "./table.ts";

type OperandTable<M extends Mnemonic> = (typeof isa)[M]["operands"];

/** The operands of an instruction by name: a list is an array, anything else one signed 32-bit number. */
export type OperandsOf<M extends Mnemonic> = {
  readonly [N in keyof OperandTable<M>]: OperandTable<M>[N] extends "uses" | "labels" ? readonly number[] : number;
};

/** How an operand is laid out: one word counted from 0, one signed word, or a list (its length, then its items). */
export type Layout = "unsigned" | "signed" | "list";

export interface OperandShape {
  readonly name: string;
  readonly kind: OperandKind;
  readonly layout: Layout;
}

export interface Shape {
  readonly mnemonic: Mnemonic;
  readonly code: number;
  readonly flow: Flow;
  readonly spec: InstructionSpec;
  readonly operands: readonly OperandShape[];
  /** Words of the instruction when its lists are empty, its own code included. */
  readonly words: number;
  /** Which operand is the list, -1 where there is none; it is always the last one. */
  readonly list: number;
  /** Whether the list names registers, which are read. */
  readonly readsList: boolean;
  /** Offsets of the words that name registers which are read, and of that which names the one written, -1 where there is none. */
  readonly uses: readonly number[];
  readonly def: number;
}

export const layoutOf = (kind: OperandKind): Layout => (kind === "imm" ? "signed" : kind === "uses" || kind === "labels" ? "list" : "unsigned");

const shape = (mnemonic: Mnemonic): Shape => {
  const spec: InstructionSpec = isa[mnemonic];
  const operands: OperandShape[] = [];
  const uses: number[] = [];
  let def = -1;
  let list = -1;
  for (const name in spec.operands) {
    const kind = spec.operands[name] as OperandKind;
    const layout = layoutOf(kind);
    if (list >= 0) throw new Error(`${mnemonic}: a list must be the last operand`);
    if (layout === "list") list = operands.length;
    operands.push({ name, kind, layout });
    if (kind.startsWith("use.")) uses.push(operands.length);
    else if (kind.startsWith("def.")) def = operands.length;
  }
  return { mnemonic, code: spec.code, flow: spec.flow, spec, operands, words: 1 + operands.length, list, readsList: operands[list]?.kind === "uses", uses, def };
};

export const shapes: readonly Shape[] = mnemonics.map(shape);

/** Shapes by code; undefined where no instruction has the code. */
export const shapesByCode: readonly (Shape | undefined)[] = (() => {
  const table: (Shape | undefined)[] = [];
  for (const each of shapes) {
    for (let code = table.length; code <= each.code; code++) table.push(undefined);
    if (table[each.code] !== undefined) throw new Error(`code ${each.code} names both ${table[each.code]?.mnemonic} and ${each.mnemonic}`);
    table[each.code] = each;
  }
  return table;
})();

/** A table by instruction code of what `of` says of the shape, 0 where there is none: made by a plain loop, since every start waits for it. */
export const tableByCode = (of: (shape: Shape) => number): Uint8Array => {
  const table = new Uint8Array(shapesByCode.length);
  for (const each of shapes) table[each.code] = of(each);
  return table;
};

/** For walks over words, by instruction code: its words with empty lists, 0 where there is no instruction; 1 where the last of them is a list's length. */
export const wordsByCode = tableByCode((shape) => shape.words);
export const endsInList = tableByCode((shape) => (shape.list >= 0 ? 1 : 0));
/** 1 where control does not simply go on to the next instruction, or a region begins or ends. */
export const isStructural = tableByCode(({ flow }) => (flow === "next" || flow === "call" || flow === "host" ? 0 : 1));

/** The shape of an instruction by mnemonic. */
export const shapeOf = (mnemonic: Mnemonic): Shape => shapesByCode[isa[mnemonic].code] as Shape;
