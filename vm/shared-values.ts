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
  /** The same by the numbers that compiled code gives them (`shared-numbers.ts`), undefined until it first asks: one load and no call. */
  readonly numbered: (GuestObject | Closure | undefined)[] = [];
  readonly #closureType: TypeDescriptor;

  constructor(closureType: TypeDescriptor) {
    this.#closureType = closureType;
  }

  constantCase(type: TypeDescriptor, tag: number): GuestObject {
    const cases = (this.cases[type.index] ??= []);
    return (cases[tag] ??= makeObject(type, tag, []));
  }

  caseAt(number: number, type: TypeDescriptor, tag: number): GuestObject {
    const made = this.constantCase(type, tag);
    this.#keep(number, made);
    return made;
  }

  closureAt(number: number, of: Callee): Closure {
    const made = this.closureOf(of);
    this.#keep(number, made);
    return made;
  }

  #keep(number: number, value: GuestObject | Closure): void {
    while (this.numbered.length <= number) this.numbered.push(undefined);
    this.numbered[number] = value;
  }

  closureOf(of: Callee): Closure {
    return (this.closures[of.index] ??= makeClosure(this.#closureType, of, []));
  }
}
