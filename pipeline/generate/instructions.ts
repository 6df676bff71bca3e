/** Prints vm/INSTRUCTIONS.md: the machine's tables for people. */

import type { BuiltinSpec } from "../../schemas/isa/builtins.ts";
import { builtins } from "../../schemas/isa/builtins.ts";
import { exceptions } from "../../schemas/isa/exceptions.ts";
import type { Shape } from "../../schemas/isa/instruction.ts";
import { shapes } from "../../schemas/isa/instruction.ts";
import type { Kind } from "../../schemas/isa/kinds.ts";
import { builtinTypes, firstOwnType, kinds } from "../../schemas/isa/kinds.ts";
import type { Flow } from "../../schemas/isa/table.ts";

const cell = (text: string): string => text.replaceAll("|", "\\|");
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");

/** What each flow says about where control goes next. */
const flows: { readonly [F in Flow]: string } = {
  next: "goes on with the next instruction",
  open: "opens a region",
  else: "ends the first part of an `if`, begins the second",
  catch: "ends the protected part of a `try`, begins the handler",
  end: "closes the innermost region",
  branch: "goes to a label",
  switch: "goes to one of several labels",
  return: "leaves the function",
  throw: "raises",
  call: "enters guest code, then goes on with the next instruction",
  tail: "enters guest code in place of this frame",
  host: "asks the host, then goes on with the next instruction",
};

const operandText = ({ operands }: Shape): string => operands.map(({ name, kind }) => `${name}: ${kind}`).join(", ");
const fuelText = ({ spec }: Shape): string => `${spec.fuel}${spec.charge === "dynamic" ? " +" : ""}`;

const instructionRows = (): readonly (readonly string[])[] =>
  [...shapes]
    .sort((a, b) => a.code - b.code)
    .map((shape) => [String(shape.code), `\`${shape.mnemonic}\``, operandText(shape), shape.flow, fuelText(shape), (shape.spec.raises ?? []).join(" "), shape.spec.doc]);

const builtinRows = (): readonly (readonly string[])[] =>
  Object.entries<BuiltinSpec>(builtins)
    .sort(([, a], [, b]) => a.code - b.code)
    .map(([name, spec]) => [
      String(spec.code),
      `\`${name}\``,
      `(${spec.params.join(", ")}) → ${spec.result}`,
      spec.per === undefined ? String(spec.fuel) : `${spec.fuel} + size of #${spec.per[0]} / ${spec.per[1]}`,
      (spec.methods ?? []).join(" "),
      (spec.raises ?? []).join(" "),
      spec.doc,
    ]);

const typeRows = (): readonly (readonly string[])[] =>
  Object.entries<{ readonly index: number; readonly element?: Kind }>(builtinTypes).map(([name, { index, element }]) => [String(index), `\`${name}\``, element ?? ""]);

export const printInstructions = (): string => `<!-- Made by \`npm run generate\` from schemas/isa. Do not edit. -->

# Instructions

A function's code is a sequence of words: an instruction's code, then its operands in the order given, a list as its length followed by its items.
Registers start with the initial value of their kind. \`def.K\` is a register written, \`use.K\` a register read, of kind K; \`t\` stands for one kind, the same in
the whole instruction, \`v\` for any or ref; \`imm\` is a signed number, \`const.K\` and \`name\` index constants, \`uses\` and \`labels\` are lists. A label is the number of
enclosing regions to leave out: a branch to a \`loop\` goes to its head, to any other region behind its end. What goes into a list may be narrower than what is needed:
a ref of a derived type, any kind where \`any\` is.

Fuel marked + is the least: the rest depends on the operands and is charged before the instruction has an effect.

${table(["flow", "what the instruction does"], Object.entries(flows))}

${table(["code", "mnemonic", "operands", "flow", "fuel", "raises", "meaning"], instructionRows())}

# Kinds

${table(
  ["code", "kind", "initial value"],
  Object.entries(kinds).map(([name, { code, initial }]) => [String(code), `\`${name}\``, `\`${initial}\``]),
)}

# Built-in types

A module's own types begin at ${firstOwnType}.

${table(["index", "type", "holds"], typeRows())}

# Builtins

What \`call_builtin\` calls, and \`call_method\` finds on receivers of built-in types. An argument of kind any may be left out at the end: it is undefined then.

${table(["code", "builtin", "signature", "fuel", "methods", "raises", "meaning"], builtinRows())}

# Exceptions

${table(
  ["name", "type", "message"],
  Object.entries(exceptions).map(([name, { type, message }]) => [`\`${name}\``, type, message]),
)}
`;
