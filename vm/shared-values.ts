/** Values of which a machine has one each: the objects of cases without fields, and the closures of functions without upvalues. */
import type { TypeDescriptor } from "./descriptor.ts";
import { makeObject } from "./object.gen.ts";
import type { GuestObject } from "./object.ts";
import { type Callee, type Closure, makeClosure } from "./value.ts";

export class SharedValues {
  /** By type and tag. */
  readonly cases: GuestObject[][] = [];
  /** By function. */
  readonly closures: (Closure | undefined)[] = [];
  readonly #closureType: TypeDescriptor;

  constructor(closureType: TypeDescriptor) {
    this.#closureType = closureType;
  }

  constantCase(type: TypeDescriptor, tag: number): GuestObject {
    const cases = (this.cases[type.index] ??= []);
    return (cases[tag] ??= makeObject(type, tag, []));
  }

  closureOf(of: Callee): Closure {
    return (this.closures[of.index] ??= makeClosure(this.#closureType, of, []));
  }
}
