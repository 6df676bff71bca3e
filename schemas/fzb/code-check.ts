/**
 * Checks the code of functions: every operand by its kind from the instruction table, then what is particular to an instruction
 * (`operandRules`), then the structure of regions. Values flow into lists (arguments, captured values, slots, items) by widening: a ref where a
 * base type is declared, any kind where `any` is.
 */

import { builtinsByCode } from "../isa/builtins.ts";
import type { Shape } from "../isa/instruction.ts";
import { isStructural, shapesByCode, tableByCode, wordsByCode } from "../isa/instruction.ts";
import type { OperandKind } from "../isa/table.ts";
import type { FzbErrorCode } from "./error.ts";
import { FzbError } from "./error.ts";
import { limits } from "./limits.ts";
import type { Fn, KindOf, Module } from "./module.ts";
import type { OperandRule } from "./operand-rules.ts";
import { operandRules } from "./operand-rules.ts";
import { Regions } from "./regions.ts";
import type { TypeGraph } from "./type-graph.ts";
import { kindCode, kindName } from "./type-graph.ts";

/** How an operand is checked: a register of a kind by the kind's code, one of these, or an index into a table from `firstTable` on. */
const sameKind = 16;
const anyOrRef = 17;
const unchecked = 18;
const firstTable = 19;
const noKind = 255;

/** The tables that operands point into. */
const tables = ["string", "double", "integer", "function", "import", "global", "upvalue", "builtin", "type"] as const;
const tableOf: { readonly [K in OperandKind]?: (typeof tables)[number] } = {
  name: "string",
  "const.str": "string",
  "const.f64": "double",
  "const.i64": "integer",
  "const.u64": "integer",
  "const.bigint": "integer",
  fn: "function",
  import: "import",
  global: "global",
  upvalue: "upvalue",
  builtin: "builtin",
  type: "type",
};
const upvalues = tables.indexOf("upvalue");

const checkOf = (kind: OperandKind): number => {
  const table = tableOf[kind];
  if (table !== undefined) return firstTable + tables.indexOf(table);
  if (!kind.startsWith("def.") && !kind.startsWith("use.")) return unchecked;
  const of = kind.slice(4);
  return of === "t" ? sameKind : of === "v" ? anyOrRef : kindCode[of as keyof typeof kindCode];
};

/** What there is behind the words: nothing, registers, or labels. */
const listless = 0;
const listOfRegisters = 1;
const listOfLabels = 2;
const lists = tableByCode(({ list, readsList }) => (list < 0 ? listless : readsList ? listOfRegisters : listOfLabels));
/** The checks of an instruction's operands, from `width` times its code on. */
const width = 8;
const checks = new Uint8Array(shapesByCode.length * width).fill(unchecked);
const checkByKind: { [K in OperandKind]?: number } = {};
/** By instruction code: words up to the last operand that is checked here. */
const checkedWords = tableByCode(({ code, operands, list }) => {
  let words = 1;
  for (let i = 0; i < operands.length; i++) {
    if (i === list) continue;
    const { kind } = operands[i];
    checkByKind[kind] ??= checkOf(kind);
    const check = checkByKind[kind];
    checks[code * width + i] = check;
    if (check !== unchecked) words = i + 2;
  }
  return words;
});
const rules: readonly (OperandRule | undefined)[] = shapesByCode.map((shape) => shape && operandRules[shape.mnemonic]);

export class CodeCheck {
  readonly module: Module;
  readonly graph: TypeGraph;
  /** By function: 1 where parameters and result are all any. */
  readonly uniform: Uint8Array;
  /** The function being checked. */
  fn!: Fn;
  index = -1;
  code!: Int32Array;
  /** Word offset of the instruction being checked; of the first item of its list, and how many there are. */
  at = 0;
  items = 0;
  count = 0;
  readonly regions = new Regions(this);
  /** Codes of the kinds of the function's registers, `noKind` behind the last. */
  readonly #kinds: Uint8Array;
  /** By table: how many entries it has. */
  readonly #sizes: Int32Array;

  constructor(module: Module, graph: TypeGraph, uniform: Uint8Array) {
    this.module = module;
    this.graph = graph;
    this.uniform = uniform;
    const sizes: { readonly [T in (typeof tables)[number]]: number } = {
      string: module.strings.length,
      double: module.doubles.length,
      integer: module.integers.length,
      function: module.functions.length,
      import: module.imports.length,
      global: module.globals.length,
      upvalue: 0,
      builtin: builtinsByCode.length,
      type: graph.size,
    };
    this.#sizes = Int32Array.from(tables, (table) => sizes[table]);
    this.#kinds = new Uint8Array(module.functions.reduce((most, { registers }) => Math.max(most, registers.length), 0));
  }

  check(index: number): void {
    const fn = this.module.functions[index];
    const code = fn.code;
    this.index = index;
    this.fn = fn;
    this.code = code;
    const kinds = this.#kinds;
    const sizes = this.#sizes;
    sizes[upvalues] = fn.captures.length;
    const registers = fn.registers.length;
    for (let i = 0; i < registers; i++) kinds[i] = kindCode[fn.registers[i].kind];
    kinds.fill(noKind, registers);
    this.regions.begin();
    const length = code.length;
    for (let at = 0; at < length; ) {
      this.at = at;
      const op = code[at];
      const size = op >= 0 && op < wordsByCode.length ? wordsByCode[op] : 0;
      if (size === 0) this.fail("bad_instruction", `${op} is no instruction`);
      let next = at + size;
      if (next > length) this.fail("bad_instruction", "it is cut off by the end of the code");
      let same = -1;
      for (let k = at + 1, i = op * width, end = at + checkedWords[op]; k < end; k++, i++) {
        const check = checks[i];
        const register = code[k];
        // Most operands are registers of just the kind needed.
        if (check === kinds[register] || check === unchecked) continue;
        if (check >= firstTable) {
          if (register < 0 || register >= sizes[check - firstTable]) this.inTable(tables[check - firstTable], register, sizes[check - firstTable]);
          continue;
        }
        if (register < 0 || register >= registers) this.#failRegister(register, k);
        const kind = kinds[register];
        if (check === sameKind && (same === -1 || same === kind)) same = kind;
        else if (check !== anyOrRef || (kind !== kindCode.any && kind !== kindCode.ref)) this.#failKind(register, k, check === sameKind ? same : check);
      }
      const list = lists[op];
      if (list !== listless) {
        const count = code[next - 1];
        if (count < 0 || count > length - next) this.fail("bad_instruction", `its list of ${count} is cut off by the end of the code`);
        if (count > limits.listItems) this.fail("limit_exceeded", `a list of ${count}`);
        this.items = next;
        this.count = count;
        next += count;
        if (list === listOfRegisters) for (let k = next - count; k < next; k++) if (code[k] < 0 || code[k] >= registers) this.#failRegister(code[k], k);
      }
      const rule = rules[op];
      if (rule !== undefined) rule(this, code[at + 1], code[at + 2], code[at + 3]);
      if (isStructural[op] === 1) this.regions.step(shapesByCode[op] as Shape);
      at = next;
    }
    this.at = code.length;
    this.regions.finish();
  }

  fail(error: FzbErrorCode, detail: string): never {
    const name = this.fn.name === "" ? "" : ` (${this.fn.name})`;
    const mnemonic = shapesByCode[this.code[this.at]]?.mnemonic;
    throw new FzbError(error, this.at, `function ${this.index}${name}, word ${this.at}${mnemonic === undefined ? "" : ` (${mnemonic})`}: ${detail}`, this.index);
  }

  /** Throws unless an index is in its table. */
  inTable(what: string, index: number, size: number): void {
    if (index < 0 || index >= size) this.fail("bad_reference", `${what} ${index} of ${size}`);
  }

  kindOf(register: number): KindOf {
    return this.fn.registers[register];
  }

  /** The declared type of a ref register. */
  typeOf(register: number): number {
    return this.fn.registers[register].type;
  }

  /** The register gets a value of exactly that kind, for a ref of that type or one it derives from. */
  defines(register: number, value: KindOf): void {
    const into = this.kindOf(register);
    if (into === value) return;
    if (into.kind !== value.kind || (into.kind === "ref" && !this.graph.derives(value.type, into.type))) this.#mismatch(register, value);
  }

  /** The register gets a new object of the type. */
  definesRef(register: number, type: number): void {
    if (!this.graph.derives(type, this.typeOf(register))) this.#mismatch(register, { kind: "ref", type });
  }

  /** The register's value goes where a value of exactly that kind is needed, for a ref of that type or a derived one. */
  gives(register: number, needed: KindOf): void {
    const from = this.kindOf(register);
    if (from === needed) return;
    if (from.kind !== needed.kind || (from.kind === "ref" && !this.graph.derives(from.type, needed.type))) this.#mismatch(register, needed);
  }

  /** As `gives`, and everything may go where any is needed. */
  widens(register: number, needed: KindOf): void {
    if (needed.kind !== "any") this.gives(register, needed);
  }

  /** The instruction's list has `size` values, which widen to as many of the kinds. */
  listWidens(needed: readonly KindOf[], size: number): void {
    if (this.count !== size) this.fail("bad_operand", `${this.count} values, expected ${size}`);
    for (let i = 0; i < this.count; i++) this.widens(this.code[this.items + i], needed[i]);
  }

  #operand(word: number): string {
    const operands = (shapesByCode[this.code[this.at]] as Shape).operands;
    return operands[Math.min(word - this.at - 1, operands.length - 1)].name;
  }

  #failRegister(register: number, word: number): never {
    return this.fail("bad_reference", `${this.#operand(word)}: register ${register} of ${this.fn.registers.length}`);
  }

  #failKind(register: number, word: number, expected: number): never {
    const needed = expected === anyOrRef ? "any or ref" : kindName(expected);
    return this.fail("bad_kind", `${this.#operand(word)}: register ${register} is ${this.kindOf(register).kind}, expected ${needed}`);
  }

  #mismatch(register: number, other: KindOf): never {
    return this.fail("bad_kind", `register ${register} is ${this.graph.text(this.kindOf(register))}, expected ${this.graph.text(other)}`);
  }
}
