/** A module as machines run it: decoded code, charges, type descriptors. */
import type { ValidModule } from "../schemas/fzb/validate.ts";
import { abandonedGlobal, messageMethod } from "../schemas/isa/exceptions.ts";
import { builtinTypes, firstOwnType } from "../schemas/isa/kinds.ts";
import { isa } from "../schemas/isa/table.ts";
import { unassignedReads } from "./assignment.ts";
import { chargesOf } from "./charges.ts";
import { type DecodedFunction, decodedOffsets, decodeFunction, growth, haltCode } from "./decode.ts";
import { describeTypes, initialValue, type Member, type TypeDescriptor } from "./descriptor.ts";
import { type Liveness, livenessOf } from "./liveness.ts";
import { openFunctions } from "./open-functions.ts";
import { Callee, TypeValue } from "./value.ts";

/** Words per function in `meta`, and what they are. */
export const metaStride = 8;
export const metaColumn = {
  start: 0,
  charge: 1,
  /** One more than declared where the function has captures: the running closure. */
  registers: 2,
  params: 3,
  receiver: 4,
  /** Whether registers need initial values. */
  initials: 5,
} as const;

/** A charge that no fuel cell pays: the function is not decoded yet, and its first call comes to `prepare`. */
export const undecoded = 2 ** 31 - 1;

/** A function that runs can start with, -1 for any closure, and where the code that calls it starts. */
export interface Entry {
  readonly fn: number;
  readonly pc: number;
}

/** Arguments a host can call a closure with. */
export const maxClosureArguments = 16;

/**
 * A module ready to run. What a machine changes is not here, so machines share it. Functions are decoded when they are called first: each has its place in
 * `code` from the start, so that a pc means the same in every run.
 */
export class LoadedModule {
  readonly module: ValidModule;
  readonly code: Int32Array;
  /** Start of each function in `code`, and the end of the last. */
  readonly starts: Int32Array;
  /** Per function a row of `metaColumn`. */
  readonly meta: Int32Array;
  /** Of one function. */
  readonly mostRegisters: number;
  /** Per function pairs of register and initial value, for those that may be read before they are written. */
  readonly initials: (readonly (readonly [register: number, value: unknown])[])[] = [];
  readonly decoded: (DecodedFunction | undefined)[] = [];
  readonly callees: readonly Callee[];
  /** `module.name` of each import. */
  readonly importNames: readonly string[];
  readonly types: readonly TypeDescriptor[];
  readonly typesByName: ReadonlyMap<string, TypeDescriptor>;
  readonly typeValues: readonly (TypeValue | undefined)[];
  /** By name of an export ("" is the entry): the function and where the code that calls it starts. */
  readonly entries: Map<string, Entry> = new Map();
  /** By number of arguments: where code starts that calls a closure with them. The closure is the first argument. */
  readonly closureEntries: readonly Entry[];
  /** By method that gives an exception's message. */
  readonly messageEntries: ReadonlyMap<number, Entry>;
  /** Inline caches of the instructions that name a member: the last type seen and what the name means there. */
  readonly cachedTypes: (TypeDescriptor | undefined)[] = [];
  readonly cachedMembers: (Member | undefined)[] = [];
  /** The global that a run sets which is given up, -1 where the program has none. */
  readonly abandoned: number;
  readonly #liveness: (Liveness | undefined)[] = [];
  readonly #offsets: (Int32Array | undefined)[] = [];
  #open: Uint8Array | undefined;

  constructor(module: ValidModule) {
    this.module = module;
    const prologue: number[] = [haltCode];
    const addEntry = (name: string, fn: number): void => {
      this.entries.set(name, { fn, pc: prologue.length });
      const { params } = module.functions[fn];
      prologue.push(isa.call.code, 0, fn, params, ...Array.from({ length: params }, (_, index) => index), haltCode);
    };
    if (module.entry >= 0) addEntry("", module.entry);
    for (const each of module.exports) addEntry(each.name, each.fn);
    this.closureEntries = Array.from({ length: maxClosureArguments + 1 }, (_, count) => {
      const pc = prologue.length;
      prologue.push(isa.call_closure.code, 0, 0, count, ...Array.from({ length: count }, (_, index) => index + 1), haltCode);
      return { fn: -1, pc };
    });
    const messageMethods = module.types.flatMap(({ methods }) => methods.filter(({ name, kind }) => name === messageMethod && kind === "method"));
    this.messageEntries = new Map(
      messageMethods.map(({ fn }) => {
        const pc = prologue.length;
        prologue.push(isa.call.code, 0, fn, 1, 0, haltCode);
        return [fn, { fn, pc }];
      }),
    );

    this.abandoned = module.globals.findIndex(({ name, kind }) => name === abandonedGlobal && kind === "bool");
    this.callees = module.functions.map(({ captures, receiver }, index) => new Callee(index, captures.length, receiver));
    this.importNames = module.imports.map((each) => `${each.module}.${each.name}`);
    const count = module.functions.length;
    this.meta = new Int32Array(count * metaStride);
    this.starts = new Int32Array(count + 1);
    let start = prologue.length;
    module.functions.forEach(({ registers, captures, params, receiver, code }, index) => {
      this.starts[index] = start;
      const row = index * metaStride;
      this.meta[row + metaColumn.start] = start;
      this.meta[row + metaColumn.charge] = undecoded;
      this.meta[row + metaColumn.registers] = registers.length + (captures.length > 0 ? 1 : 0);
      this.meta[row + metaColumn.params] = params;
      this.meta[row + metaColumn.receiver] = receiver ? 1 : 0;
      start += growth * code.length;
    });
    this.mostRegisters = module.functions.reduce((most, { registers }) => Math.max(most, registers.length + 1), 0);
    this.starts[count] = start;
    this.code = new Int32Array(start);
    this.code.set(prologue);

    this.types = describeTypes(module.types);
    const typeType = this.types[builtinTypes.type.index];
    this.typeValues = Array.from(this.types, (type) => (type === undefined ? undefined : new TypeValue(typeType, type)));
    this.typesByName = new Map(module.types.map(({ name }, index) => [name, this.types[firstOwnType + index]]));
  }

  /** Decodes a function, once. */
  prepare(index: number): void {
    if (this.decoded[index] !== undefined) return;
    const fn = this.module.functions[index];
    const { entry, turns } = chargesOf(fn);
    const decoded = decodeFunction(fn, turns, this.code, this.starts[index], this.cachedTypes.length);
    for (let site = 0; site < decoded.sites; site++) {
      this.cachedTypes.push(undefined);
      this.cachedMembers.push(undefined);
    }
    this.decoded[index] = decoded;
    this.initials[index] = unassignedReads(fn).map((register) => [register, initialValue(fn.registers[register].kind)] as const);
    this.meta[index * metaStride + metaColumn.initials] = this.initials[index].length > 0 ? 1 : 0;
    this.meta[index * metaStride + metaColumn.charge] = entry;
  }

  /** By function: 1 where closures of it can be. */
  get open(): Uint8Array {
    return (this.#open ??= openFunctions(this.module));
  }

  /** Of a function, pairs of offset in its words and pc. Only who looks at frames needs them. */
  offsets(index: number): Int32Array {
    return (this.#offsets[index] ??= decodedOffsets(this.module.functions[index], this.starts[index]));
  }

  /** What is live where in a function. */
  liveness(index: number): Liveness {
    return (this.#liveness[index] ??= livenessOf(this.module.functions[index]));
  }
}

/** Makes a valid module ready to run. */
export const load = (module: ValidModule): LoadedModule => new LoadedModule(module);
