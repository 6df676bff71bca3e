/** An export or import with its converters. */
import { type FSharpType, parseFSharpType, printFSharpType } from "../../schemas/fsharp-type.ts";
import { asynchronous, awaited } from "../../schemas/host-shapes.ts";
import type { Account } from "../host-calls.ts";
import type { Converter } from "./converter.ts";
import type { Converters } from "./converters.ts";
import { Crossing } from "./crossing.ts";
import { displayName } from "./display-name.ts";
import { BoundaryError, FusabiError } from "./errors.ts";
import type { Links } from "./links.ts";

export class Signature {
  readonly text: string;
  readonly params: readonly Converter[];
  /** What messages call the parameters: their names, or `argument 1`. */
  readonly labels: readonly string[];
  readonly result: Converter;
  /** Whether the result is an async, a task or a promise. */
  readonly isAsynchronous: boolean;
  /** A value rather than a function. */
  readonly isValue: boolean;

  constructor(type: FSharpType, names: readonly string[], converters: Converters) {
    this.text = displayName(type);
    this.isValue = type.name !== "fn";
    const params = this.isValue ? [] : type.args.slice(0, -1);
    const result = this.isValue ? type : type.args[type.args.length - 1];
    this.isAsynchronous = asynchronous.has(result.name);
    this.params = (params.length === 1 && params[0].name === "unit" ? [] : params).map((param) => converters.ofType(param));
    this.labels = this.params.map((_, index) => names[index] || `argument ${index + 1}`);
    this.result = converters.ofType(this.isAsynchronous ? awaited(result) : result);
  }

  /** Host values as they cross to the guest. */
  inward(values: readonly unknown[], links: Links, account: Account): unknown[] {
    if (values.length > this.params.length)
      throw new FusabiError("bad_value", `${values.length} argument${values.length === 1 ? "" : "s"}, expected ${this.params.length}: ${this.text}`);
    const made: unknown[] = [];
    for (let index = 0; index < this.params.length; index++) {
      made.push(inward(this.params[index], values[index], this.labels[index], links, account));
    }
    return made;
  }
}

export function inward(converter: Converter, value: unknown, root: string, links: Links, account: Account): unknown {
  if (converter.isPlain(value)) {
    if (typeof value === "string") account.within("string", value.length);
    return value;
  }
  return Crossing.run(new Crossing(root, links, account), (crossing) => {
    const made = converter.inward(value, crossing);
    account.allocate(crossing.bytes);
    return made;
  });
}

/** The fuel of copying what crosses outward. */
const itemsPerUnit = 8;

export function outward(converter: Converter, value: unknown, root: string, links: Links, spend?: (fuel: number) => void): unknown {
  if (typeof value !== "object" && converter.isPlain(value)) return value;
  return Crossing.run(new Crossing(root, links), (crossing) => {
    const made = converter.outward(value, crossing);
    spend?.(Math.ceil(crossing.items / itemsPerUnit));
    return made;
  });
}

/** Signatures by their F# type, made once for a module. */
export class Signatures {
  readonly converters: Converters;
  readonly #made = new Map<string, Signature>();

  constructor(converters: Converters) {
    this.converters = converters;
  }

  /** `names` are the parameters', as far as they have some. */
  of(type: string | FSharpType, names: readonly string[] = []): Signature {
    const text = typeof type === "string" ? type : printFSharpType(type);
    const key = [text, ...names].join("\n");
    let made = this.#made.get(key);
    if (made === undefined) {
      try {
        made = new Signature(typeof type === "string" ? parseFSharpType(type) : type, names, this.converters);
      } catch (error) {
        throw new BoundaryError("", `the module declares a type that is none: ${JSON.stringify(text.slice(0, 200))}`, { cause: error });
      }
      this.#made.set(key, made);
    }
    return made;
  }
}
