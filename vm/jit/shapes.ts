/**
 * A host class for each type, for objects that compiled code makes and reads: what it reads of one type has one shape, and the host's compiler knows the kinds
 * of its fields. The interpreter, which reads all types in one place, makes its own from few classes. The type is in the prototype, which is null-rooted.
 */
import type { TypeDescriptor } from "../descriptor.ts";
import { type GuestObject, inlineSlots } from "../object.ts";

// biome-ignore lint/suspicious/noExplicitAny: slots of any kinds
export type Shape = new (tag: number, ...slots: any[]) => GuestObject;

/** Types with more slots keep the general classes. */
export const mostShaped = 40;

const shapes = new WeakMap<TypeDescriptor, Shape>();

/** The class of a type's objects: `class Shape { constructor(g, a0, a1) { this.g = g; this.s0 = a0; this.s1 = a1; } }`. */
export function shapeOf(type: TypeDescriptor): Shape {
  let shape = shapes.get(type);
  if (shape === undefined) {
    const parameters = Array.from({ length: type.size }, (_, index) => `a${index}`);
    const inline = parameters.slice(0, inlineSlots).map((parameter, index) => `this.s${index} = ${parameter};`);
    const rest = type.size > inlineSlots ? `this.x = [${parameters.slice(inlineSlots).join(", ")}];` : "";
    shape = new Function(`"use strict"; return class Shape { constructor(${["g", ...parameters].join(", ")}) { this.g = g; ${inline.join(" ")} ${rest} } };`)() as Shape;
    const { prototype } = shape;
    Object.setPrototypeOf(prototype, null);
    Object.defineProperty(prototype, "t", { value: type });
    shapes.set(type, shape);
    if (type.size <= inlineSlots) type.make = maker(shape, type);
  }
  return shape;
}

const maker =
  (shape: Shape, { initial }: TypeDescriptor) =>
  (tag: number, values: readonly unknown[]): GuestObject =>
    new shape(tag, ...initial.map((value, index) => (index < values.length ? values[index] : value)));
