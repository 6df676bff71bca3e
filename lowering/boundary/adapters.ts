/**
 * Functions, as text in the dialect of `library/`, between a value as the program has it and as it crosses to the host. What crosses is made of primitives,
 * arrays, closures and handles only, so that the machine needs to know no type's layout:
 *
 *     records, tuples, anonymous records   [field, …]          lists, sets, sequences   [item, …]
 *     unions                               [tag, field, …]     maps, dictionaries       [[key, value], …]
 *     options                              undefined, the value, or [value] where the value may be undefined itself
 *     decimals                             their text          exceptions               [type, message]
 *     dates                                milliseconds since 1970
 *     functions                            closures that take and give what crosses; those of the host are handles
 *     lazy values, asyncs and tasks        the same, without parameters
 */
import type { Entity } from "../../schemas/fable-output.ts";
import { type FSharpType, fsharpType, parseFSharpType, printFSharpType } from "../../schemas/fsharp-type.ts";
import { asynchronous, awaited, crossingAs, isWrapped, lazyName, substitute } from "../../schemas/host-shapes.ts";

export type Direction = "inward" | "outward";

/** A value in the text: an expression that is evaluated once. */
type Body = string;

/** How a collection is made of its items, or of pairs of its keys and values; `element` is what it compares. */
interface Collection {
  readonly make: (items: string, element: FSharpType) => string;
  /** Its class in library/collections, whose file only programs have that name the type; none where the text's header imports it. */
  readonly source?: Source;
}

/** Classes of library/collections by their F# file: what the text names of theirs. */
const sources = {
  SortedSet: ["SortedSet", "SortedSet$1 as SortedSet"],
  SortedDictionary: ["SortedDictionary", "SortedDictionary$2 as SortedDictionary"],
  SortedList: ["SortedList", "SortedList$2 as SortedList"],
  LinkedList: ["LinkedList", "LinkedList$1 as LinkedList"],
  ConcurrentDictionary: ["Concurrent", "ConcurrentDictionary$2 as ConcurrentDictionary"],
  ConcurrentQueue: ["Concurrent", "ConcurrentQueue$1 as ConcurrentQueue"],
  ConcurrentStack: ["Concurrent", "ConcurrentStack$1 as ConcurrentStack"],
  ConcurrentBag: ["Concurrent", "ConcurrentBag$1 as ConcurrentBag"],
  Uri: ["Uri", "Uri__get_OriginalString as uri_text, Uri_$ctor_Z721C83C5 as uri_of"],
} as const;
type Source = keyof typeof sources;

/** A class that takes the items; the first of them is the last it gets where `last` leaves first. */
const filled = (source: Source, last = false): Collection => ({ source, make: (items) => `new ${source}(${items}${last ? ".reverse()" : ""})` });
/** One that takes a comparer too, by default .NET's. */
const ordered = (source: Source): Collection => ({ source, make: (items) => `new ${source}(${items}, undefined)` });

const comparer = (type: FSharpType): string => `{ Compare: (x: any, y: any): int32 => compare(${quote(type)}, x, y) }`;
const equalityComparer = (type: FSharpType): string =>
  `{ Equals: (x: any, y: any): boolean => equal(${quote(type)}, x, y), GetHashCode: (x: any): int32 => hash(${quote(type)}, x) }`;

const quote = (type: FSharpType): string => JSON.stringify(printFSharpType(type));

/** Keys that the machine's own tables compare as F# does. */
const primitiveKeys = new Set("bool char string int8 uint8 int16 uint16 int32 uint32 int64 uint64 float64".split(" "));

/** No level of their own. */
const optional = new Set(["option", "voption", "System.Nullable"]);

const generic = "System.Collections.Generic.";
const concurrent = "System.Collections.Concurrent.";

const sequences: Readonly<Record<string, Collection>> = {
  list: { make: (items) => `list_ofArray(${items})` },
  seq: { make: (items) => items },
  array: { make: (items) => items },
  resizearray: { make: (items) => items },
  set: { make: (items, element) => `set_ofArray(${items}, ${comparer(element)})` },
  hashset: { make: (items, element) => (primitiveKeys.has(element.name) ? `new Set(${items})` : `new HashSet(${items}, ${equalityComparer(element)})`) },
  [`${generic}Queue`]: { make: (items) => `new Queue(${items})` },
  // The top is the first item that crosses, and the last one here.
  [`${generic}Stack`]: { make: (items) => `new Stack(${items}.reverse())` },
  [`${generic}SortedSet`]: ordered("SortedSet"),
  [`${generic}LinkedList`]: filled("LinkedList"),
  [`${concurrent}ConcurrentQueue`]: filled("ConcurrentQueue"),
  [`${concurrent}ConcurrentStack`]: filled("ConcurrentStack", true),
  [`${concurrent}ConcurrentBag`]: filled("ConcurrentBag", true),
};

const tables: Readonly<Record<string, Collection>> = {
  map: { make: (pairs, key) => `map_ofArray(${pairs}, ${comparer(key)})` },
  dictionary: { make: (pairs, key) => (primitiveKeys.has(key.name) ? `new Map(${pairs})` : `new Dictionary(${pairs}, ${equalityComparer(key)})`) },
  [`${generic}SortedDictionary`]: ordered("SortedDictionary"),
  [`${generic}SortedList`]: ordered("SortedList"),
  [`${concurrent}ConcurrentDictionary`]: filled("ConcurrentDictionary"),
};

/** Types whose crossing the runtime library (library/boundary.ts) knows. */
const converted: Readonly<Record<string, string>> = {
  decimal: "decimal",
  obj: "obj",
  exn: "exception",
  "System.DateTime": "date",
  "System.DateTimeOffset": "offset_date",
  "System.DateOnly": "day",
};

/** The library's name for a type of computations. */
const sortOf = ({ name }: FSharpType): "async" | "task" | undefined => (!asynchronous.has(name) ? undefined : name.endsWith("FSharpAsync") ? "async" : "task");

export class Adapters {
  readonly #entities = new Map<string, Entity>();
  readonly #names = new Map<string, string>();
  readonly #texts: string[] = [];
  readonly #sources = new Set<Source>();

  constructor(entities: readonly Entity[]) {
    for (const entity of entities) this.#entities.set(`${entity.fullName}\`${entity.generics.length}`, entity);
  }

  /** The functions made so far, and what they import beyond the header. */
  get text(): string {
    const imports = Array.from(this.#sources, (each) => `import { ${sources[each][1]} } from "library/collections/${sources[each][0]}.fs";\n`);
    return [...imports, ...this.#texts].join("");
  }

  /** The expression converted; itself where both sides have the same form. `curried` says that a function takes its arguments one by one. */
  convert(type: FSharpType, direction: Direction, value: string, depth = "0", curried = false): string {
    const name = this.#adapter(type, direction, curried);
    return name === undefined ? value : `${name}(${value}, ${depth})`;
  }

  /** What the host gets of a call's result: of an async or a task what it ends with. */
  given(result: FSharpType, call: string): string {
    const sort = sortOf(result);
    return sort === undefined ? this.convert(result, "outward", call, "0", true) : this.convert(awaited(result), "outward", `${sort}_result(${call})`, "0", true);
  }

  /** What the program gets of a call of the host's, which is another call where the answer may come later. */
  taken(result: FSharpType, call: (later: "" | "_later") => string): string {
    const sort = sortOf(result);
    if (sort === undefined) return this.convert(result, "inward", call(""), "0", true);
    return `${sort}_later((): any => ${call("_later")}, (v: any): any => ${this.convert(awaited(result), "inward", "v", "0", true)})`;
  }

  /** Whether values of the type cross as they are, both ways. */
  isDirect(type: FSharpType): boolean {
    return this.#adapter(type, "inward", false) === undefined && this.#adapter(type, "outward", false) === undefined;
  }

  #entity(type: FSharpType): Entity | undefined {
    return this.#entities.get(`${type.name}\`${type.args.length}`);
  }

  /** The type as hosts see it: an enum is its number. */
  seen(type: FSharpType): FSharpType {
    return this.#entity(type)?.kind === "enum"
      ? fsharpType("int32")
      : fsharpType(
          type.name,
          type.args.map((arg) => this.seen(arg)),
        );
  }

  #adapter(type: FSharpType, direction: Direction, curried: boolean): string | undefined {
    const key = `${direction}${curried ? "+" : " "}${printFSharpType(type)}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known === "" ? undefined : known;
    const name = `${direction}_${this.#names.size}`;
    // Stands while the body is made, for types that contain themselves.
    this.#names.set(key, name);
    const body = this.#body(type, direction, curried);
    if (body === undefined) this.#names.set(key, "");
    else this.#texts.push(`function ${name}(v: any, depth: int32): any {\n${optional.has(type.name) ? "" : "  const d: int32 = deeper(depth);\n"}${body}}\n`);
    return body === undefined ? undefined : name;
  }

  #body(given: FSharpType, direction: Direction, curried: boolean): Body | undefined {
    if (sortOf(given) || given.name === lazyName) return this.#delayed(given, direction);
    const type = given.name in sequences || given.name in tables ? given : crossingAs(given);
    const { name, args } = type;
    if (name in converted) return direction === "outward" || name !== "obj" ? `  return ${converted[name]}_${direction}(v);\n` : undefined;
    if (name === "System.Uri") return this.#uri(direction);
    if (optional.has(name)) return this.#option(args[0]!, direction);
    if (name in sequences) return this.#sequence(type, sequences[name]!, direction);
    if (name in tables) return this.#table(type, direction);
    if (name === "fn") return this.#function(args, direction, curried);
    if (name === "tuple" || name === "struct_tuple")
      return this.#fields(
        args,
        direction,
        (i) => `get_item(${quote(type)}, ${i}, v)`,
        (items) => `new_tuple(${quote(type)}, ${items})`,
        0,
      );
    if (name.startsWith("anon:")) {
      const names = name.split(":").slice(1);
      return this.#fields(
        args,
        direction,
        (i) => `get_field(${quote(type)}, ${JSON.stringify(names[i])}, v)`,
        (items) => `new_anon(${quote(type)}, ${items})`,
        0,
      );
    }
    const entity = this.#entity(type);
    const fieldType = (text: string): FSharpType => substitute(parseFSharpType(text), entity!.generics, args);
    if (entity?.kind === "record") {
      const fields = entity.fields.map((field) => fieldType(field.type));
      return this.#fields(
        fields,
        direction,
        (i) => `get_field(${quote(type)}, ${JSON.stringify(entity.fields[i]!.name)}, v)`,
        (items) => `new_record(${quote(type)}, ${items})`,
        0,
      );
    }
    if (entity?.kind === "union") {
      const cases = entity.cases.map((one, tag) => {
        const fields = one.fields.map((field) => fieldType(field.type));
        const made = this.#fields(
          fields,
          direction,
          (i) => `get_union(${quote(type)}, ${tag}, ${i}, v)`,
          (items) => `new_union(${quote(type)}, ${[tag, ...(items ? [items] : [])].join(", ")})`,
          1,
          `${tag}`,
        );
        return `    case ${tag}: {\n${made}    }\n`;
      });
      return `  const tag: int32 = ${direction === "outward" ? "object_tag(v)" : "v[0]"};\n  switch (tag) {\n${cases.join("")}  }\n  return unknown_case();\n`;
    }
    return undefined;
  }

  #fields(fields: readonly FSharpType[], direction: Direction, read: (index: number) => string, make: (items: string) => string, first: number, tag?: string): Body {
    if (direction === "outward") {
      const items = fields.map((field, i) => this.convert(field, direction, read(i), "d"));
      return `  return [${[...(tag === undefined ? [] : [tag]), ...items].join(", ")}];\n`;
    }
    return `  return ${make(fields.map((field, i) => this.convert(field, direction, `v[${i + first}]`, "d")).join(", "))};\n`;
  }

  #option(inner: FSharpType, direction: Direction): Body | undefined {
    const converted = (value: string): string => this.convert(inner, direction, value, "depth");
    if (!isWrapped(inner)) return this.#adapter(inner, direction, false) === undefined ? undefined : `  return v == null ? undefined : ${converted("v")};\n`;
    return direction === "outward"
      ? `  return v == null ? undefined : [${converted("option_value(v)")}];\n`
      : `  return v == null ? undefined : option_some(${converted("v[0]")});\n`;
  }

  #uri(direction: Direction): Body {
    this.#sources.add("Uri");
    return `  return v == null ? undefined : ${direction === "outward" ? "uri_text(v)" : "uri_of(v)"};\n`;
  }

  /** The text that makes a collection. */
  #made({ make, source }: Collection, items: string, element: FSharpType): string {
    if (source !== undefined) this.#sources.add(source);
    return make(items, element);
  }

  #sequence(type: FSharpType, collection: Collection, direction: Direction): Body | undefined {
    const element = type.args[0]!;
    const adapter = this.#adapter(element, direction, true);
    const same = adapter === undefined;
    if (same && (type.name === "array" || type.name === "resizearray")) return undefined;
    if (same) return direction === "outward" ? "  return items(v);\n" : `  return ${this.#made(collection, "v", element)};\n`;
    const source = direction === "outward" ? "items(v)" : "v";
    const loop = `  const from: any = ${source};\n  const made: any = [];\n  for (let i: int32 = 0; i < from.length; i++) made.push(${adapter}(from[i], d));\n`;
    return `${loop}  return ${direction === "outward" ? "made" : this.#made(collection, "made", element)};\n`;
  }

  #table(type: FSharpType, direction: Direction): Body {
    const [key, value] = type.args as [FSharpType, FSharpType];
    const pair = quote(fsharpType("tuple", [key, value]));
    if (direction === "outward") {
      const item = (index: number): string => `get_item(${pair}, ${index}, from[i])`;
      const made = `[${this.convert(key, direction, item(0), "d", true)}, ${this.convert(value, direction, item(1), "d", true)}]`;
      return `  const from: any = items(v);\n  const made: any = [];\n  for (let i: int32 = 0; i < from.length; i++) made.push(${made});\n  return made;\n`;
    }
    const made = `new_tuple(${pair}, ${this.convert(key, direction, "v[i][0]", "d", true)}, ${this.convert(value, direction, "v[i][1]", "d", true)})`;
    return `  const made: any = [];\n  for (let i: int32 = 0; i < v.length; i++) made.push(${made});\n  return ${this.#made(tables[type.name]!, "made", key)};\n`;
  }

  #delayed(type: FSharpType, direction: Direction): Body {
    const made = type.name === lazyName ? type.args[0]! : type;
    if (direction === "outward") return `  return (): any => ${this.given(made, made === type ? "v" : "v.Value")};\n`;
    const taken = this.taken(made, (later) => `invoke${later}(v, [])`);
    return `  return ${made === type ? taken : `new Lazy((): any => ${taken})`};\n`;
  }

  #function(args: readonly FSharpType[], direction: Direction, curried: boolean): Body | undefined {
    const result = args[args.length - 1]!;
    const params = args.slice(0, -1);
    const inputs = params.length === 1 && params[0]!.name === "unit" ? [] : params;
    const names = inputs.map((_, i) => `a${i}`);
    const declared = (name: string): string => `${name}: any`;
    const byOne = curried && inputs.length > 1;
    if (direction === "outward") {
      const given = inputs.map((input, i) => this.convert(input, "inward", names[i]!));
      const same =
        !byOne &&
        inputs.every((input) => this.#adapter(input, "inward", false) === undefined) &&
        this.#adapter(result, "outward", true) === undefined &&
        sortOf(result) === undefined;
      if (same) return undefined;
      const call = byOne ? `v${given.map((one) => `(${one})`).join("")}` : `v(${given.join(", ")})`;
      return `  return (${names.map(declared).join(", ")}): any => ${this.given(result, call)};\n`;
    }
    const given = inputs.map((input, i) => this.convert(input, "outward", names[i]!));
    const call = this.taken(result, (later) => `invoke${later}(v, [${given.join(", ")}])`);
    const head = byOne ? names.map((name) => `(${declared(name)}): any =>`).join(" ") : `(${names.map(declared).join(", ")}): any =>`;
    return `  return ${head} ${call};\n`;
  }
}
