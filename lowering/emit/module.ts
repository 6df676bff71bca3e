/** The program as a module: live types, constants, functions in order, exports. */
import type { Fn, KindOf, Method, Module, Slot, TypeDef } from "../../schemas/fzb/module.ts";
import type { IrFn, Ty } from "../ir/nodes.ts";
import type { Program } from "../program.ts";
import { ownIndex, type TypeInfo } from "../type-infos.ts";
import { emitFunction } from "./function.ts";

/** Indices that functions refer to while they are emitted. */
export class Pools {
  readonly strings: string[] = [];
  readonly doubles: number[] = [];
  readonly integers: bigint[] = [];
  private readonly stringIndex = new Map<string, number>();
  private readonly doubleIndex = new Map<string, number>();
  private readonly integerIndex = new Map<bigint, number>();
  /** Names of accessors that any live type has: reads of them are calls. */
  readonly getters = new Set<string>();
  readonly setters = new Set<string>();
  readonly methods = new Set<string>();
  /** Names of slots of objects. */
  readonly slots = new Set<string>();

  string(text: string): number {
    return index(this.stringIndex, this.strings, text, text);
  }

  double(value: number): number {
    return index(this.doubleIndex, this.doubles, Object.is(value, -0) ? "-0" : String(value), value);
  }

  integer(value: bigint): number {
    return index(this.integerIndex, this.integers, value, value);
  }

  private readonly live: (info: TypeInfo) => TypeInfo;

  /** `live` makes a type part of the module: one that registers name but nobody makes is found only here. */
  constructor(live: (info: TypeInfo) => TypeInfo) {
    this.live = live;
  }

  type(info: TypeInfo | undefined): number {
    if (!info) return 0;
    return info.kind === "builtin" ? info.index : ownIndex(this.live(info).index);
  }

  kindOf(ty: Ty): KindOf {
    return { kind: ty.kind, type: ty.kind === "ref" ? this.type(ty.type) : 0 };
  }
}

const index = <K, V>(map: Map<K, number>, list: V[], key: K, value: V): number => {
  let at = map.get(key);
  if (at === undefined) map.set(key, (at = list.push(value) - 1));
  return at;
};

const typeDef = (pools: Pools, info: TypeInfo): TypeDef => ({
  name: info.name,
  kind: info.kind === "builtin" ? "class" : info.kind,
  generics: info.generics,
  parent: pools.type(info.parent),
  interfaces: info.interfaces,
  slots: info.slots.map((slot): Slot => ({ ...pools.kindOf(slot.ty), name: slot.name, fsharp: slot.fsharp, mutable: slot.mutable })),
  cases: info.cases,
  methods: info.members.flatMap((member): Method[] => (member.fn ? [{ name: member.name, kind: member.kind, fn: member.fn.index }] : [])),
  equality: info.equality,
  comparison: info.comparison,
});

/** Functions reachable from the entry, methods of live types and exports, in order of creation. */
const numberFunctions = (functions: readonly IrFn[]): void => {
  functions.forEach((fn, i) => {
    fn.index = i;
  });
};

export const emitModule = (program: Program, entry: IrFn): Module => {
  const pools = new Pools((info) => program.live(info));
  const live = program.functions;
  numberFunctions(live);
  for (const info of program.liveTypes) {
    for (const slot of info.slots) pools.slots.add(slot.name);
    for (const member of info.members) {
      if (member.fn && member.kind === "getter") pools.getters.add(member.name);
      if (member.fn && member.kind === "setter") pools.setters.add(member.name);
      if (member.fn && member.kind === "method") pools.methods.add(member.name);
    }
  }
  const isLibrary = (file: number): boolean => !program.graph.isProject(file);
  const positions: Int32Array[] = [];
  const functions = live.map((fn): Fn => {
    const made = emitFunction(pools, fn, isLibrary);
    positions.push(made.positions);
    return made.fn;
  });
  const globals = program.globals.map((global) => ({ ...pools.kindOf(global.ty), name: global.name }));
  const types: TypeDef[] = [];
  // Describing a type may find further ones.
  for (let i = 0; i < program.liveTypes.length; i++) types.push(typeDef(pools, program.liveTypes[i]!));
  const capabilities = [...new Set(program.imports.map((one) => one.capability))].sort();
  return {
    name: program.output.name,
    costTable: 1,
    types,
    strings: pools.strings,
    doubles: pools.doubles,
    integers: pools.integers,
    imports: program.imports.map(({ index: _, ...one }) => one),
    globals,
    functions,
    exports: program.exports.map(({ fn, ...one }) => ({ ...one, fn: fn.index })),
    entry: entry.index,
    capabilities,
    debug: { files: program.graph.files, positions },
  };
};
