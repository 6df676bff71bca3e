/**
 * Checks the code of functions: every operand by its kind from the instruction table, then what is particular to an instruction
 * (`operandRules`), then the structure of regions. Values flow into lists (arguments, captured values, slots, items) by widening: a ref where a
 * base type is declared, any kind where `any` is.
 */
import { shapesByCode } from "../isa/instruction.ts";
import type { Shape } from "../isa/instruction.ts";
import type { OperandKind } from "../isa/table.ts";
import { FzbError } from "./error.ts";
import type { FzbErrorCode } from "./error.ts";
import { limits } from "./limits.ts";
import type { Fn, KindOf, Module } from "./module.ts";
import { operandRules } from "./operand-rules.ts";
import type { OperandRule } from "./operand-rules.ts";
import { Regions } from "./regions.ts";
import { kindCode, kindName } from "./type-graph.ts";
import type { TypeGraph } from "./type-graph.ts";

/** How an operand is checked: a register of a kind by the kind's code, or one of these. */
const sameKind = 16;
const anyOrRef = 17;
const register = 18;
const unchecked = 19;

const checkOf = (kind: OperandKind): number => {
  if (kind === "uses") return register;
  if (!kind.startsWith("def.") && !kind.startsWith("use.")) return unchecked;
  const of = kind.slice(4);
  return of === "t" ? sameKind : of === "v" ? anyOrRef : kindCode[of as keyof typeof kindCode];
};

interface Form {
  readonly shape: Shape;
  readonly checks: Uint8Array;
  readonly rule: OperandRule | undefined;
  readonly flow: Shape["flow"];
  readonly words: number;
  readonly list: boolean;
  readonly registers: boolean;
}

const forms: readonly (Form | undefined)[] = shapesByCode.map((shape) => {
  if (shape === undefined) return undefined;
  const list = shape.list >= 0;
  const single = list ? shape.operands.slice(0, -1) : shape.operands;
  return {
    shape,
    checks: Uint8Array.from(single, ({ kind }) => checkOf(kind)),
    rule: operandRules[shape.mnemonic],
    flow: shape.flow,
    words: shape.words,
    list,
    registers: list && shape.operands[shape.list].kind === "uses",
  };
});

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
  readonly #kinds = new Uint8Array(limits.registers);

  constructor(module: Module, graph: TypeGraph, uniform: Uint8Array) {
    this.module = module;
    this.graph = graph;
    this.uniform = uniform;
  }

  check(index: number): void {
    const fn = this.module.functions[index];
    const code = fn.code;
    this.index = index;
    this.fn = fn;
    this.code = code;
    const kinds = this.#kinds;
    const registers = fn.registers.length;
    for (let i = 0; i < registers; i++) kinds[i] = kindCode[fn.registers[i].kind];
    this.regions.begin();
    for (let at = 0; at < code.length; ) {
      this.at = at;
      const form = forms[code[at]];
      if (form === undefined) this.fail("bad_instruction", `${code[at]} is no instruction`);
      const { words, checks } = form;
      if (at + words > code.length) this.fail("bad_instruction", "it is cut off by the end of the code");
      let same = -1;
      for (let i = 0; i < checks.length; i++) {
        const check = checks[i];
        if (check === unchecked) continue;
        const named = code[at + 1 + i];
        if (named < 0 || named >= registers) this.fail("bad_reference", `${form.shape.operands[i].name}: register ${named} of ${registers}`);
        const kind = kinds[named];
        if (check === kind) continue;
        if (check === sameKind) {
          if (same === -1) same = kind;
          else if (same !== kind) this.fail("bad_kind", `${form.shape.operands[i].name}: register ${named} is ${kindName(kind)}, the other is ${kindName(same)}`);
        } else if (check !== anyOrRef || (kind !== kindCode.any && kind !== kindCode.ref)) {
          this.fail("bad_kind", `${form.shape.operands[i].name}: register ${named} is ${kindName(kind)}, expected ${check === anyOrRef ? "any or ref" : kindName(check)}`);
        }
      }
      let next = at + words;
      if (form.list) {
        const count = code[next - 1];
        if (count < 0 || count > code.length - next) this.fail("bad_instruction", `its list of ${count} is cut off by the end of the code`);
        if (count > limits.listItems) this.fail("limit_exceeded", `a list of ${count}`);
        this.items = next;
        this.count = count;
        if (form.registers) for (let i = next; i < next + count; i++) if (code[i] < 0 || code[i] >= registers) this.fail("bad_reference", `register ${code[i]} of ${registers}`);
        next += count;
      }
      if (form.rule !== undefined) form.rule(this, code[at + 1], code[at + 2], code[at + 3]);
      this.regions.step(form.flow, form.shape.mnemonic);
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

  /** An index into a table of the module. */
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

  #mismatch(register: number, other: KindOf): never {
    return this.fail("bad_kind", `register ${register} is ${this.graph.text(this.kindOf(register))}, expected ${this.graph.text(other)}`);
  }
}

