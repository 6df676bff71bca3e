/** Converters by F# type: JavaScript's shapes of records, unions, options, collections, functions and opaque values. */
import { type FSharpType, parseFSharpType, printFSharpType } from "../../schemas/fsharp-type.ts";
import type { TypeDef } from "../../schemas/fzb/module.ts";
import { crossingAs, definitionKey, definitionsByName, fieldName, isEnumeration, isWrapped, recordFields, substituted } from "../../schemas/host-shapes.ts";
import type { TypeDescriptor } from "../descriptor.ts";
import { isError } from "../host-values.ts";
import type { SizeLimit } from "../limits.ts";
import type { GuestObject } from "../object.ts";
import { type ArrayClass, arrayClasses, Closure, descriptorOfObject, Handle, isArray, itemsIn, typedArrayName } from "../value.ts";
import { type Converter, isPrimitive, scalars, unboxed } from "./converter.ts";
import { type Crossing, crossingLimits } from "./crossing.ts";
import { displayName, shortName } from "./display-name.ts";
import { GuestReference } from "./links.ts";

const neverPlain = (): boolean => false;

/** Arrays of these are typed arrays in the guest. */
const typedElements: Readonly<Record<string, ArrayClass>> = {
  int8: "Int8Array",
  uint8: "Uint8Array",
  int16: "Int16Array",
  uint16: "Uint16Array",
  int32: "Int32Array",
  uint32: "Uint32Array",
  float32: "Float32Array",
  float64: "Float64Array",
  int64: "BigInt64Array",
  uint64: "BigUint64Array",
};

export class Converters {
  readonly #types: readonly TypeDescriptor[];
  readonly #byName: ReadonlyMap<string, TypeDef>;
  readonly #descriptors = new Map<string, TypeDescriptor>();
  readonly #made = new Map<string, Converter>();

  constructor(definitions: readonly TypeDef[], types: readonly TypeDescriptor[]) {
    this.#types = types;
    this.#byName = definitionsByName(definitions);
    for (const type of types) if (type !== undefined) this.#descriptors.set(type.name, type);
  }

  of(text: string): Converter {
    return this.ofType(parseFSharpType(text));
  }

  ofType(type: FSharpType): Converter {
    const key = printFSharpType(type);
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    // Types may contain themselves: parts find the converter when a value comes by.
    const made = this.#make(type);
    this.#made.set(key, made);
    return made;
  }

  /** A converter looked up when it is needed. */
  #lazy(type: FSharpType): () => Converter {
    let found: Converter | undefined;
    return () => (found ??= this.ofType(type));
  }

  #make(given: FSharpType): Converter {
    const type = crossingAs(given);
    const { name, args } = type;
    const [first, second] = args;
    const known = scalars[name];
    if (known !== undefined && Object.hasOwn(scalars, name)) return known;
    switch (name) {
      case "option":
      case "voption":
      case "System.Nullable":
        return this.#option(first);
      case "array":
        return this.#list(name, first, typedElements[first.name]);
      case "list":
      case "resizearray":
      case "seq":
        return this.#list(name, first);
      case "set":
      case "hashset":
        return this.#set(name, first);
      case "map":
      case "dictionary":
        return this.#table(name, first, second);
      case "tuple":
      case "struct_tuple":
        return this.#tuple(args);
      case "fn":
        return functionConverter(type);
      case "exn":
        return exception;
      case "obj":
        return this.#opaque("obj");
    }
    if (name.startsWith("anon:")) return this.#record(name, name.split(":").slice(1), args);
    const definition = this.#byName.get(definitionKey(name, args));
    if (definition?.kind === "record") {
      const fields = recordFields(definition, args);
      return this.#record(
        name,
        fields.map((field) => field.name),
        fields.map((field) => field.type),
      );
    }
    if (definition?.kind === "union") return this.#union(definition, args);
    return this.#opaque(name);
  }

  #option(inner: FSharpType): Converter {
    const of = this.#lazy(inner);
    const name = `option of ${displayName(inner)}`;
    if (!isWrapped(inner))
      return {
        name,
        isPlain: (value) => value === undefined || (value !== null && of().isPlain(value)),
        inward: (value, crossing) => (value === undefined || value === null ? undefined : of().inward(value, crossing)),
        outward: (value, crossing) => (value === undefined || value === null ? undefined : of().outward(value, crossing)),
      };
    return {
      name,
      isPlain: (value) => value === undefined,
      inward: (value, crossing) => {
        if (value === undefined || value === null) return undefined;
        if (typeof value !== "object" || !("some" in value)) return crossing.fail(`${name} as { some: value }`, value);
        return crossing.inside(value, () => [crossing.at("some", () => of().inward((value as { some: unknown }).some, crossing))]);
      },
      outward: (value, crossing) =>
        value === undefined || value === null ? undefined : { some: crossing.inside(value as object, () => of().outward(itemsOf(value, crossing, 1)[0], crossing)) },
    };
  }

  #list(name: string, element: FSharpType, typed?: ArrayClass): Converter {
    const of = this.#lazy(element);
    const text = `${name} of ${displayName(element)}`;
    return {
      name: text,
      isPlain: neverPlain,
      inward: (value, crossing) => {
        const source = iterableOf(value, crossing, text);
        return crossing.inside(source, () => {
          if (typed !== undefined && typedArrayName(source) === typed) {
            crossing.count((source as Uint8Array).length);
            crossing.within("array", (source as Uint8Array).length);
            return (source as Uint8Array).slice();
          }
          const made = readItems(source, crossing, of, "array");
          return typed === undefined ? made : (new arrayClasses[typed](made as never) as unknown);
        });
      },
      outward: (value, crossing) => {
        if (typed === "Uint8Array" && typedArrayName(value) === typed) return (value as Uint8Array).slice();
        const items = itemsOf(value, crossing);
        return crossing.inside(items, () => Array.from(items, (item, index) => crossing.at(index, () => of().outward(item, crossing))));
      },
    };
  }

  #set(name: string, element: FSharpType): Converter {
    const of = this.#lazy(element);
    const text = `${name} of ${displayName(element)}`;
    return {
      name: text,
      isPlain: neverPlain,
      inward: (value, crossing) => {
        const source = iterableOf(value, crossing, text);
        return crossing.inside(source, () => readItems(source, crossing, of, "map"));
      },
      outward: (value, crossing) => {
        const items = itemsOf(value, crossing);
        return crossing.inside(items, () => new Set(Array.from(items, (item, index) => crossing.at(index, () => of().outward(item, crossing)))));
      },
    };
  }

  #table(name: string, key: FSharpType, value: FSharpType): Converter {
    const pair = this.#tuple([key, value]);
    const keys = this.#lazy(key);
    const values = this.#lazy(value);
    const text = `${name} from ${displayName(key)} to ${displayName(value)}`;
    const lazyPair = (): Converter => pair;
    return {
      name: text,
      isPlain: neverPlain,
      inward: (given, crossing) => {
        if (typeof given !== "object" || given === null) return crossing.fail(text, given);
        return crossing.inside(given, () => {
          if (typeof (given as Partial<Iterable<unknown>>)[Symbol.iterator] === "function") return readItems(given as Iterable<unknown>, crossing, lazyPair, "map");
          if (key.name !== "string") return crossing.fail(text, given);
          const names = Object.keys(given);
          crossing.count(names.length);
          crossing.within("map", names.length);
          return names.map((each) => [each, crossing.at(each, () => values().inward((given as Record<string, unknown>)[each], crossing))]);
        });
      },
      outward: (given, crossing) => {
        const items = itemsOf(given, crossing);
        return crossing.inside(items, () => {
          const made = new Map<unknown, unknown>();
          for (const item of items) {
            const [each, held] = itemsOf(item, crossing, 2);
            made.set(keys().outward(each, crossing), values().outward(held, crossing));
          }
          return made;
        });
      },
    };
  }

  #tuple(types: readonly FSharpType[]): Converter {
    const parts = types.map((type) => this.#lazy(type));
    const name = `tuple of ${types.length}`;
    return {
      name,
      isPlain: neverPlain,
      inward: (value, crossing) => {
        if (!Array.isArray(value) || value.length !== parts.length) return crossing.fail(`array of ${parts.length} (${types.map(displayName).join(" * ")})`, value);
        crossing.count(parts.length);
        return crossing.inside(value, () => parts.map((part, index) => crossing.at(index, () => part().inward(value[index], crossing))));
      },
      outward: (value, crossing) => {
        const items = itemsOf(value, crossing, parts.length);
        return crossing.inside(items, () => parts.map((part, index) => crossing.at(index, () => part().outward(items[index], crossing))));
      },
    };
  }

  #record(name: string, names: readonly string[], types: readonly FSharpType[]): Converter {
    const parts = types.map((type) => this.#lazy(type));
    const text = name.startsWith("anon:") ? `{| ${names.join("; ")} |}` : shortName(name);
    return {
      name: text,
      isPlain: neverPlain,
      inward: (value, crossing) => {
        if (typeof value !== "object" || value === null || Array.isArray(value)) return crossing.fail(text, value);
        crossing.count(parts.length);
        return crossing.inside(value, () => parts.map((part, index) => crossing.at(names[index], () => part().inward(propertyOf(value, names[index]), crossing))));
      },
      outward: (value, crossing) => {
        const items = itemsOf(value, crossing, parts.length);
        return crossing.inside(items, () => {
          const made = {};
          parts.forEach((part, index) => {
            setProperty(
              made,
              names[index],
              crossing.at(names[index], () => part().outward(items[index], crossing)),
            );
          });
          return made;
        });
      },
    };
  }

  #union(definition: TypeDef, args: readonly FSharpType[]): Converter {
    const text = shortName(definition.name);
    const enumeration = isEnumeration(definition);
    const cases = definition.cases.map(({ name, fields }) => ({
      name,
      fields: fields.map((field) => ({ name: fieldName(field.name, fields.length), of: this.#lazy(substituted(field.fsharp, definition, args)) })),
    }));
    const tags = new Map(cases.map(({ name }, tag) => [name, tag]));
    const expected = `${text} ({ tag: ${cases.map(({ name }) => JSON.stringify(name)).join(" | ")} })`;
    return {
      name: text,
      isPlain: neverPlain,
      inward: (value, crossing) => {
        const object = typeof value === "object" && value !== null ? value : undefined;
        const given = object === undefined ? value : crossing.at("tag", () => propertyOf(object, "tag"));
        const tag = typeof given === "string" ? tags.get(given) : undefined;
        if (tag === undefined || (object === undefined && cases[tag].fields.length > 0)) return crossing.fail(expected, given === undefined ? value : given);
        const { fields } = cases[tag];
        crossing.count(1 + fields.length);
        if (object === undefined || fields.length === 0) return [tag];
        return crossing.inside(object, () => [tag, ...fields.map(({ name, of }) => crossing.at(name, () => of().inward(propertyOf(object, name), crossing)))]);
      },
      outward: (value, crossing) => {
        const items = itemsOf(value, crossing);
        const one = cases[items[0] as number];
        if (typeof items[0] !== "number" || one === undefined) return crossing.fail(text, items[0]);
        if (enumeration) return one.name;
        return crossing.inside(items, () => {
          const made = { tag: one.name };
          one.fields.forEach(({ name, of }, index) => {
            setProperty(
              made,
              name,
              crossing.at(name, () => of().outward(items[index + 1], crossing)),
            );
          });
          return made;
        });
      },
    };
  }

  /** Values that the other side only holds: objects of classes, obj, type parameters, types that the module does not describe. */
  #opaque(name: string): Converter {
    const descriptor = this.#descriptors.get(name);
    const only = descriptor !== undefined && descriptor.kind !== "interface" ? descriptor : undefined;
    return {
      name: shortName(name),
      isPlain: (value) => only === undefined && typeof value === "number",
      inward: (value, crossing) => {
        if (value instanceof GuestReference) {
          const object = crossing.links.object(value);
          if (object === undefined) return crossing.refuse("a reference of another instance");
          if (only !== undefined && !(object as GuestObject).t?.is(only)) return crossing.fail(shortName(name), value);
          return object;
        }
        if (value === undefined || value === null) return undefined;
        if (only !== undefined) return crossing.fail(shortName(name), value);
        if (typeof value === "string") return crossing.text(value);
        if (isPrimitive(value)) return value;
        if (typeof value === "symbol") return crossing.fail(shortName(name), value);
        return crossing.links.handle(value as object);
      },
      outward: (value, crossing) => {
        const inside = unboxed(value);
        if (isPrimitive(inside)) return inside;
        return inside instanceof Handle ? inside.held : crossing.links.reference(inside as object, descriptorOfObject(inside as object, this.#types).name);
      },
    };
  }
}

const functionConverter = (type: FSharpType): Converter => ({
  name: displayName(type),
  isPlain: neverPlain,
  inward: (value, crossing) => (typeof value === "function" ? crossing.links.hold(value as (...args: unknown[]) => unknown, type) : crossing.fail("function", value)),
  outward: (value, crossing) => (value instanceof Closure ? crossing.links.callable(value, type) : crossing.fail("function", value)),
});

/** An exception: an Error on the host's side. */
const exception: Converter = {
  name: "exception",
  isPlain: neverPlain,
  inward: (value, crossing) => (isError(value) ? ["System.Exception", crossing.text(String(value.message))] : crossing.fail("Error", value)),
  outward: (value, crossing) => {
    const [type, message] = itemsOf(value, crossing, 2);
    return Object.defineProperty(new Error(String(message)), "name", { value: String(type), configurable: true, writable: true });
  },
};

/** The parts of something that crossed outward. */
function itemsOf(value: unknown, crossing: Crossing, length?: number): readonly unknown[] {
  if (!isArray(value) || (length !== undefined && value.length !== length)) return crossing.refuse("the program gave a value of another form than its type says");
  crossing.count(value.length);
  return itemsIn(value);
}

function iterableOf(value: unknown, crossing: Crossing, expected: string): Iterable<unknown> & object {
  const usable = typeof value === "object" && value !== null && typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] === "function";
  return usable ? (value as Iterable<unknown> & object) : crossing.fail(expected, value);
}

/** Arrays by index, so that an iterator that somebody gave them does not matter; anything else by its iterator, as far as the limit goes. */
function readItems(source: Iterable<unknown>, crossing: Crossing, of: () => Converter, limit: SizeLimit): unknown[] {
  const made: unknown[] = [];
  const add = (item: unknown): void => {
    made.push(crossing.at(made.length, () => of().inward(item, crossing)));
  };
  if (Array.isArray(source)) {
    const { length } = source;
    if (length > crossingLimits.items) crossing.refuse(`more than ${crossingLimits.items} items`);
    crossing.count(length);
    crossing.within(limit, length);
    for (let index = 0; index < length; index++) add(source[index]);
    return made;
  }
  for (const item of source) {
    crossing.count(1);
    crossing.within(limit, made.length + 1);
    add(item);
  }
  return made;
}

/** A property, but none of those that every object has. */
function propertyOf(object: object, name: string): unknown {
  const value = (object as Record<string, unknown>)[name];
  return value !== undefined && name in Object.prototype && !Object.hasOwn(object, name) && value === (Object.prototype as Record<string, unknown>)[name] ? undefined : value;
}

function setProperty(object: object, name: string, value: unknown): void {
  if (name === "__proto__") Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
  else (object as Record<string, unknown>)[name] = value;
}
