/** Modules for tests, written by hand: instructions as arrays of mnemonic and operands in table order, texts and numbers in place of constants' indices. */
import type { Debug, Export, Fn, Global, Import, KindOf, Module, Slot, TypeDef } from "../schemas/fzb/module.ts";
import { validate } from "../schemas/fzb/validate.ts";
import { type Builtin, builtins } from "../schemas/isa/builtins.ts";
import { shapeOf } from "../schemas/isa/instruction.ts";
import { type BuiltinType, builtinTypes, firstOwnType, type Kind } from "../schemas/isa/kinds.ts";
import type { Mnemonic } from "../schemas/isa/table.ts";
import { load } from "./load.ts";
import { Machine, type MachineOptions, type StepOutcome } from "./machine.ts";

export type Line = readonly [Mnemonic, ...(number | bigint | string | readonly number[])[]];
/** A kind, or `ref` of a type by name. */
export type KindText = Kind | `ref ${string}`;

export interface FnText {
  readonly params?: number;
  readonly registers: readonly KindText[];
  readonly result?: KindText;
  readonly captures?: readonly KindText[];
  readonly receiver?: boolean;
  readonly code: readonly Line[];
  /** Line number of each instruction, for traces. */
  readonly lines?: readonly number[];
}

export interface TypeText {
  readonly kind: TypeDef["kind"];
  readonly parent?: string;
  readonly slots?: Readonly<Record<string, KindText>>;
  readonly cases?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** By name: kind and function. */
  readonly methods?: Readonly<Record<string, readonly ["method" | "getter" | "setter", string]>>;
  readonly interfaces?: readonly string[];
}

export interface ModuleText {
  readonly types?: Readonly<Record<string, TypeText>>;
  readonly functions: Readonly<Record<string, FnText>>;
  readonly globals?: Readonly<Record<string, KindText>>;
  readonly imports?: readonly Import[];
}

export const exceptionType = (parent?: string): TypeText => ({
  kind: "exception",
  slots: { message: "str", innerException: "any", stackTrace: "any" },
  ...(parent === undefined ? {} : { parent }),
});

class Assembler {
  readonly strings: string[] = [];
  readonly doubles: number[] = [];
  readonly integers: bigint[] = [];
  readonly #types: readonly string[];
  readonly #functions: readonly string[];
  readonly #globals: readonly string[];

  constructor(text: ModuleText) {
    this.#types = Object.keys(text.types ?? {});
    this.#functions = Object.keys(text.functions);
    this.#globals = Object.keys(text.globals ?? {});
  }

  type(name: string): number {
    return Object.hasOwn(builtinTypes, name) ? builtinTypes[name as BuiltinType].index : firstOwnType + this.#find(this.#types, name);
  }
  fn(name: string): number {
    return this.#find(this.#functions, name);
  }
  kind(text: KindText): KindOf {
    return text.startsWith("ref ") ? { kind: "ref", type: this.type(text.slice(4)) } : { kind: text as Kind, type: 0 };
  }
  slots(slots: Readonly<Record<string, KindText>>): Slot[] {
    return Object.entries(slots).map(([name, kind]) => ({ name, ...this.kind(kind), fsharp: "", mutable: true }));
  }
  #find(names: readonly string[], name: string): number {
    const index = names.indexOf(name);
    if (index < 0) throw new Error(`no ${name} among ${names.join(", ")}`);
    return index;
  }
  #intern<T>(pool: T[], value: T): number {
    const found = pool.findIndex((each) => Object.is(each, value));
    return found >= 0 ? found : pool.push(value) - 1;
  }

  words(code: readonly Line[]): { words: Int32Array; offsets: number[] } {
    const words: number[] = [];
    const offsets: number[] = [];
    for (const [mnemonic, ...given] of code) {
      offsets.push(words.length);
      const shape = shapeOf(mnemonic);
      words.push(shape.code);
      shape.operands.forEach(({ name, kind }, index) => {
        const value = given[index];
        if (value === undefined) throw new Error(`${mnemonic} lacks ${name}`);
        if (typeof value === "object") words.push(value.length, ...value);
        else if (kind === "const.str" || kind === "name") words.push(this.#intern(this.strings, String(value)));
        else if (kind === "const.f64") words.push(this.#intern(this.doubles, Number(value)));
        else if (kind.startsWith("const.")) words.push(this.#intern(this.integers, BigInt(value)));
        else if (kind === "type") words.push(this.type(String(value)));
        else if (kind === "fn") words.push(this.fn(String(value)));
        else if (kind === "global") words.push(this.#find(this.#globals, String(value)));
        else if (kind === "builtin") words.push(builtins[value as Builtin].code);
        else words.push(Number(value));
      });
    }
    return { words: Int32Array.from(words), offsets };
  }
}

export function assemble(text: ModuleText): Module {
  const assembler = new Assembler(text);
  const types: TypeDef[] = Object.entries(text.types ?? {}).map(([name, type]) => ({
    name,
    kind: type.kind,
    generics: [],
    parent: assembler.type(type.parent ?? "object"),
    interfaces: type.interfaces ?? [],
    slots: assembler.slots(type.slots ?? {}),
    cases: Object.entries(type.cases ?? {}).map(([caseName, fields]) => ({
      name: caseName,
      fields: Object.entries(fields).map(([field, slot]) => ({ name: field, slot, fsharp: "" })),
    })),
    methods: Object.entries(type.methods ?? {}).map(([method, [kind, fn]]) => ({ name: method, kind, fn: assembler.fn(fn) })),
    equality: "reference",
    comparison: "none",
  }));
  const debug: { files: string[]; positions: Int32Array[] } = { files: ["Test.fs"], positions: [] };
  const functions: Fn[] = Object.entries(text.functions).map(([name, fn]) => {
    const { words, offsets } = assembler.words(fn.code);
    debug.positions.push(Int32Array.from(offsets.flatMap((offset, index) => [offset, 0, fn.lines?.[index] ?? index + 1, 0])));
    return {
      name,
      params: fn.params ?? 0,
      registers: fn.registers.map((kind) => assembler.kind(kind)),
      captures: (fn.captures ?? []).map((kind) => assembler.kind(kind)),
      result: assembler.kind(fn.result ?? "any"),
      receiver: fn.receiver ?? false,
      code: words,
    };
  });
  const globals: Global[] = Object.entries(text.globals ?? {}).map(([name, kind]) => ({ name, ...assembler.kind(kind) }));
  const exports: Export[] = functions.flatMap(({ name, captures }, fn) => (captures.length === 0 ? [{ name, fn, fsharp: "", names: [] }] : []));
  const imports = text.imports ?? [];
  return {
    name: "Test",
    costTable: 1,
    types,
    strings: assembler.strings,
    doubles: assembler.doubles,
    integers: assembler.integers,
    imports,
    globals,
    functions,
    exports,
    entry: -1,
    capabilities: [...new Set(imports.map(({ capability }) => capability))].sort(),
    debug: debug as Debug,
  };
}

/** The tier of machines that ask for none: a suite may run again in another. */
export const defaultTier: { tier: NonNullable<MachineOptions["tier"]> } = { tier: "interpreter" };

export const machineFor = (text: ModuleText, options: MachineOptions = {}): Machine => new Machine(load(validate(assemble(text))), { ...defaultTier, ...options });

/** Runs a function to an outcome. */
export function runText(text: ModuleText, name: string, args: readonly unknown[] = [], options: MachineOptions = {}): StepOutcome {
  const machine = machineFor(text, options);
  machine.start(name, args);
  return machine.step();
}

/** Calls itself twice, by the name `fib`. */
export const fib: FnText = {
  params: 1,
  registers: ["i32", "i32", "i32"],
  result: "i32",
  code: [
    ["if_lt_i32_imm", 0, 2],
    ["return", 0],
    ["end"],
    ["add_i32_imm", 1, 0, -1],
    ["call", 1, "fib", [1]],
    ["add_i32_imm", 2, 0, -2],
    ["call", 2, "fib", [2]],
    ["add_i32", 1, 1, 2],
    ["return", 1],
  ],
};
