/** Makes a valid module ready to run: decoded code, charges, type descriptors. What a machine changes is not here, so machines share it. */
import type { Fn } from "../schemas/fzb/module.ts";
import type { ValidModule } from "../schemas/fzb/validate.ts";
import { builtinTypes } from "../schemas/isa/kinds.ts";
import { isa } from "../schemas/isa/table.ts";
import { unassignedReads } from "./assignment.ts";
import { chargesOf } from "./charges.ts";
import { type Decoded, decode, haltCode } from "./decode.ts";
import { describeTypes, initialValue, type Member, type TypeDescriptor } from "./descriptor.ts";
import { TypeValue } from "./value.ts";

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

export interface LoadedModule {
  readonly module: ValidModule;
  readonly decoded: Decoded;
  readonly code: Int32Array;
  /** Per function a row of `metaColumn`. */
  readonly meta: Int32Array;
  /** Per function pairs of register and initial value, for those that may be read before they are written. */
  readonly initials: readonly (readonly (readonly [register: number, value: unknown])[])[];
  readonly types: readonly TypeDescriptor[];
  readonly typesByName: ReadonlyMap<string, TypeDescriptor>;
  readonly typeValues: readonly (TypeValue | undefined)[];
  /** By name of an export ("" is the entry): the function and where the code that calls it starts. */
  readonly entries: ReadonlyMap<string, { readonly fn: number; readonly pc: number }>;
  /** Inline caches of the instructions that name a member: the last type seen and what the name means there. */
  readonly cachedTypes: (TypeDescriptor | undefined)[];
  readonly cachedMembers: (Member | undefined)[];
}

export function load(module: ValidModule): LoadedModule {
  const charges = module.functions.map(chargesOf);
  const entries = new Map<string, { fn: number; pc: number }>();
  const prologue: number[] = [haltCode];
  const addEntry = (name: string, fn: number): void => {
    entries.set(name, { fn, pc: prologue.length });
    const { params } = module.functions[fn];
    prologue.push(isa.call.code, 0, fn, params, ...Array.from({ length: params }, (_, index) => index), haltCode);
  };
  if (module.entry >= 0) addEntry("", module.entry);
  for (const each of module.exports) addEntry(each.name, each.fn);

  const decoded = decode(
    module,
    prologue,
    charges.map(({ turns }) => turns),
  );
  const initials = module.functions.map((fn) => unassignedReads(fn).map((register) => [register, initialValue(fn.registers[register].kind)] as const));
  const meta = new Int32Array(module.functions.length * metaStride);
  module.functions.forEach((fn: Fn, index) => {
    meta.set(
      [decoded.starts[index], charges[index].entry, fn.registers.length + (fn.captures.length > 0 ? 1 : 0), fn.params, fn.receiver ? 1 : 0, initials[index].length > 0 ? 1 : 0],
      index * metaStride,
    );
  });
  const types = describeTypes(module.types);
  const typeType = types[builtinTypes.type.index];
  return {
    module,
    decoded,
    code: decoded.code,
    meta,
    initials,
    types,
    typesByName: new Map(module.types.map((type, index) => [type.name, types[types.length - module.types.length + index]])),
    typeValues: Array.from(types, (type) => (type === undefined ? undefined : new TypeValue(typeType, type))),
    entries,
    cachedTypes: new Array<TypeDescriptor | undefined>(decoded.sites).fill(undefined),
    cachedMembers: new Array<Member | undefined>(decoded.sites).fill(undefined),
  };
}
