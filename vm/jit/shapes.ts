/**
 * A host class for each type, for objects that compiled code makes and reads: what it reads of one type has one shape, and the host's compiler knows the kinds
 * of its fields. The interpreter, which reads all types in one place, makes its own from few classes. The type is in the prototype, which is null-rooted, and so are
 * the compiled functions of methods and getters, so that the host finds them as it finds methods of its own, and puts them in the place of their calls.
 */
import type { TypeDescriptor } from "../descriptor.ts";
import type { LoadedModule } from "../load.ts";
import { type GuestObject, inlineSlots } from "../object.ts";
import { markedBy, markOf } from "./derived-types.ts";
import { functionOf } from "./host-code.ts";
import type { Role } from "./members.ts";

// biome-ignore lint/suspicious/noExplicitAny: slots of any kinds
export type Shape = new (tag: number, ...slots: any[]) => GuestObject;

/** Types with more slots keep the general classes. */
export const mostShaped = 40;

interface MemberPlace {
  readonly prototype: object;
  readonly field: string;
}

export class Shapes {
  readonly #loaded: LoadedModule;
  readonly #shapes = new Map<TypeDescriptor, Shape>();
  readonly #numbers = new Map<string, number>();
  /** By function that is not compiled yet, where its code belongs. */
  readonly #awaiting = new Map<number, readonly MemberPlace[]>();
  readonly #defined = new Set<number>();

  constructor(loaded: LoadedModule) {
    this.#loaded = loaded;
  }

  /** The field with the compiled function of a method or getter, once it is compiled: a guest's name selects nothing of the host's. */
  field(name: string, role: Role): string {
    const number = this.#numbers.get(name) ?? this.#numbers.size;
    this.#numbers.set(name, number);
    return `${role}${number}`;
  }

  /** The class of a type's objects: `class Shape { constructor(g, a0, a1) { this.g = g; this.s0 = a0; this.s1 = a1; } }`. */
  of(type: TypeDescriptor): Shape {
    let shape = this.#shapes.get(type);
    if (shape === undefined) {
      const parameters = Array.from({ length: type.size }, (_, index) => `a${index}`);
      const inline = parameters.slice(0, inlineSlots).map((parameter, index) => `this.s${index} = ${parameter};`);
      const rest = type.size > inlineSlots ? `this.x = [${parameters.slice(inlineSlots).join(", ")}];` : "";
      const text = `"use strict"; return class Shape { constructor(${["g", ...parameters].join(", ")}) { this.g = g; ${inline.join(" ")} ${rest} } };`;
      shape = (functionOf(text) as () => Shape)();
      const { prototype } = shape;
      Object.setPrototypeOf(prototype, null);
      Object.defineProperty(prototype, "t", { value: type });
      for (const each of markedBy(type, this.#loaded.types)) Object.defineProperty(prototype, markOf(each), { value: true });
      this.#defineMembers(prototype, type);
      // The host stores a float in place where the first one it met in a field was one.
      new shape(0, ...type.slots.map(({ kind }, index) => (kind === "f64" ? 0.5 : type.initial[index])));
      this.#shapes.set(type, shape);
      if (type.size <= inlineSlots) type.make = maker(shape, type);
    }
    return shape;
  }

  /** Lets the shapes whose member a function is lead to its code, which does not change any more: the host takes for constant what was never another. */
  define(fn: number): void {
    for (const { prototype, field } of this.#awaiting.get(fn) ?? []) Object.defineProperty(prototype, field, { value: this.#loaded.callees[fn].code });
    this.#awaiting.delete(fn);
    this.#defined.add(fn);
  }

  #defineMembers(prototype: object, type: TypeDescriptor): void {
    for (const name of new Set(type.memberNames())) {
      const member = type.member(name);
      if (member.slot >= 0) continue;
      for (const role of ["method", "getter"] as const) {
        const fn = member[role];
        if (fn < 0) continue;
        const places = this.#awaiting.get(fn) ?? [];
        this.#awaiting.set(fn, [...places, { prototype, field: this.field(name, role) }]);
        if (this.#defined.has(fn)) this.define(fn);
      }
    }
  }
}

const known = new WeakMap<LoadedModule, Shapes>();

export function shapesOf(loaded: LoadedModule): Shapes {
  const shapes = known.get(loaded) ?? new Shapes(loaded);
  known.set(loaded, shapes);
  return shapes;
}

const maker =
  (shape: Shape, { initial }: TypeDescriptor) =>
  (tag: number, values: readonly unknown[]): GuestObject =>
    new shape(tag, ...initial.map((value, index) => (index < values.length ? values[index] : value)));
