/**
 * Instructions whose decoded form has a code of its own per value of one operand, so that the interpreter has a case for each in which that value is
 * known: a slot's index becomes a field, an array's type one shape of host array. Values outside `values` keep the general form.
 */
import { builtinTypes } from "../schemas/isa/kinds.ts";
import type { Mnemonic } from "../schemas/isa/table.ts";
import { inlineCaptures } from "./value.ts";

export interface Variant {
  /** The operand that chooses. */
  readonly operand: string;
  /** Whether the choice is the operand itself or the declared type of the register it names. */
  readonly by: "value" | "type";
  readonly values: readonly number[];
  /** Code of the first value's case; the others follow. */
  readonly first: number;
}

const slots = [0, 1, 2, 3, 4, 5, 6, 7];
const arrays = Object.entries(builtinTypes)
  .filter(([name]) => name.startsWith("array_"))
  .map(([, type]) => type.index);

const captures = Array.from({ length: inlineCaptures }, (_, index) => index);

export const variants: { readonly [M in Mnemonic]?: Variant } = {
  get_slot: { operand: "slot", by: "value", values: slots, first: 300 },
  set_slot: { operand: "slot", by: "value", values: slots, first: 308 },
  get_upvalue: { operand: "upvalue", by: "value", values: captures, first: 316 },
  array_get: { operand: "array", by: "type", values: arrays, first: 320 },
  array_set: { operand: "array", by: "type", values: arrays, first: 336 },
  array_length: { operand: "array", by: "type", values: arrays, first: 352 },
};
