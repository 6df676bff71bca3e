/**
 * What of each side the other holds: handles of host values in the guest, references to guest objects and functions in the host. One for each instance, so
 * that nothing of one reaches another.
 */
import type { FSharpType } from "../../schemas/fsharp-type.ts";
import { builtinTypes } from "../../schemas/isa/kinds.ts";
import type { TypeDescriptor } from "../descriptor.ts";
import { type Closure, Handle } from "../value.ts";

/** A guest object in the host's hands: it can be given back and nothing else. */
export class GuestReference {
  /** The F# type's name. */
  readonly type: string;
  constructor(type: string) {
    this.type = type;
    Object.freeze(this);
  }
  toString(): string {
    return `[F# ${this.type}]`;
  }
}

/** A function that the host gave, with the F# type it is to have. */
export interface HeldFunction {
  readonly fn: (...args: unknown[]) => unknown;
  readonly type: FSharpType;
}

/** Both ways for each. */
class Tables {
  readonly objects: WeakMap<GuestReference, object> = new WeakMap();
  readonly references: WeakMap<object, GuestReference> = new WeakMap();
  readonly handles: WeakMap<object, Handle> = new WeakMap();
  readonly functions: WeakMap<Closure, (...args: unknown[]) => unknown> = new WeakMap();
  readonly held: WeakMap<Handle, HeldFunction> = new WeakMap();
}

type Call = (closure: Closure, type: FSharpType, args: readonly unknown[]) => unknown;

export class Links {
  readonly #types: readonly TypeDescriptor[];
  readonly #call: Call;
  #made: Tables | undefined;

  /** `call` runs a guest function. */
  constructor(types: readonly TypeDescriptor[], call: Call) {
    this.#types = types;
    this.#call = call;
  }

  /** Made when something is held: most instances exchange scalars only. */
  get #tables(): Tables {
    return (this.#made ??= new Tables());
  }

  get #handleType(): TypeDescriptor {
    return this.#types[builtinTypes.handle.index];
  }

  /** The handle of a host object: the same one each time. */
  handle(value: object): Handle {
    let made = this.#tables.handles.get(value);
    if (made === undefined) this.#tables.handles.set(value, (made = new Handle(this.#handleType, value)));
    return made;
  }

  reference(object: object, type: string): GuestReference {
    let made = this.#tables.references.get(object);
    if (made === undefined) {
      this.#tables.references.set(object, (made = new GuestReference(type)));
      this.#tables.objects.set(made, object);
    }
    return made;
  }

  /** The guest object behind a reference of this instance. */
  object(reference: GuestReference): object | undefined {
    return this.#tables.objects.get(reference);
  }

  /** A guest function as the host calls it. */
  callable(closure: Closure, type: FSharpType): (...args: unknown[]) => unknown {
    let made = this.#tables.functions.get(closure);
    if (made === undefined) {
      made = (...args) => this.#call(closure, type, args);
      this.#tables.functions.set(closure, made);
    }
    return made;
  }

  /** A function of the host's as the guest holds it; a guest's own comes back as the handle of its host side. */
  hold(fn: (...args: unknown[]) => unknown, type: FSharpType): Handle {
    const made = new Handle(this.#handleType, fn);
    this.#tables.held.set(made, { fn, type });
    return made;
  }

  heldFunction(value: unknown): HeldFunction | undefined {
    return value instanceof Handle ? this.#tables.held.get(value) : undefined;
  }
}
