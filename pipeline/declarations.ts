/** TypeScript's view of an artifact: what it exports, and what its host must provide. */
import { type FSharpType, parseFSharpType, printFSharpType } from "../schemas/fsharp-type.ts";
import type { Import, Module, TypeDef } from "../schemas/fzb/module.ts";
import { asynchronous, awaited, crossingAs, definitionKey, definitionsByName, fieldName, isEnumeration, isWrapped, recordFields, substituted } from "../schemas/host-shapes.ts";

/** Which way a value goes, as the host sees it: it is given what is one form, and may pass others too. */
type Way = "given" | "taken";
const opposite: Readonly<Record<Way, Way>> = { given: "taken", taken: "given" };

const scalars: Readonly<Record<string, string>> = {
  unit: "void",
  bool: "boolean",
  char: "string",
  string: "string",
  decimal: "Decimal",
  "System.TimeSpan": "number",
  "System.DateOnly": "string",
  "System.TimeOnly": "number",
  "System.Guid": "string",
  "System.Uri": "string",
  "System.DateTime": "Date",
  "System.DateTimeOffset": "Date",
  exn: "Error",
  ...Object.fromEntries("int8 uint8 int16 uint16 int32 uint32 float32 float64".split(" ").map((name) => [name, "number"])),
  ...Object.fromEntries("int64 uint64 nativeint unativeint bigint".split(" ").map((name) => [name, "bigint"])),
};

/** What may be passed for some of them. */
const wider: Readonly<Record<string, string>> = { bigint: "bigint | number", Decimal: "Decimal | bigint | number" };

/** Types that declarations mention, each written where it is. */
const helpers = {
  Decimal: "/** A decimal's digits. */\nexport type Decimal = string;\n",
  Items: "/** Anything that can be iterated, but a string. */\nexport type Items<T> = Iterable<T> & object;\n",
} as const;

/** Names that no declared type may have: each is mentioned with the meaning that it has here or in TypeScript. */
const meant = [..."Array Date Error Exports GuestReference Imports Iterable Promise ReadonlyMap ReadonlySet Uint8Array".split(" "), ...Object.keys(helpers)];

type Collection = Readonly<Record<Way, (args: readonly string[]) => string>>;
const list: Collection = { given: ([item]) => `readonly ${group(item)}[]`, taken: ([item]) => `Items<${item}>` };
const set: Collection = { ...list, given: ([item]) => `ReadonlySet<${item}>` };
const table: Collection = {
  given: ([key, value]) => `ReadonlyMap<${key}, ${value}>`,
  taken: ([key, value]) => `Items<readonly [${key}, ${value}]>${key === "string" ? ` | { readonly [key: string]: ${value} }` : ""}`,
};
const tuple = (args: readonly string[]): string => `readonly [${args.join(", ")}]`;

const collections: Readonly<Record<string, Collection>> = {
  list,
  seq: list,
  resizearray: list,
  array: list,
  set,
  hashset: set,
  map: table,
  dictionary: table,
  tuple: { given: tuple, taken: tuple },
  struct_tuple: { given: tuple, taken: tuple },
};

const optional = new Set(["option", "voption", "System.Nullable"]);

const group = (text = "unknown"): string => (/[ |]/.test(text) ? `(${text})` : text);

class Declarations {
  readonly #definitions: ReadonlyMap<string, TypeDef>;
  readonly #names = new Map<string, string>();
  readonly #taken = new Set(meant);
  readonly #texts: string[] = [];

  constructor(module: Module) {
    this.#definitions = definitionsByName(module.types);
  }

  /** Types that were mentioned, each declared once. */
  get text(): string {
    return this.#texts.join("\n");
  }

  type(given: FSharpType, way: Way): string {
    const type = crossingAs(given);
    const { name, args } = type;
    const scalar = scalars[name];
    if (scalar !== undefined) return (way === "taken" && wider[scalar]) || scalar;
    const [first] = args;
    if (name === "array" && first?.name === "uint8" && way === "given") return "Uint8Array";
    if (optional.has(name) && first !== undefined) {
      const inner = this.type(first, way);
      const some = isWrapped(first) ? `{ readonly some: ${inner} }` : inner.includes("=>") ? `(${inner})` : inner;
      return `${some} | ${way === "taken" ? "null | " : ""}undefined`;
    }
    if (name === "fn") return this.signature(type, way);
    const collection = collections[name];
    if (collection !== undefined) return collection[way](args.map((arg) => this.type(arg, way)));
    if (name.startsWith("anon:")) {
      const names = name.split(":").slice(1);
      return `{ ${args.map((arg, i) => this.#property(names[i] ?? "", arg, way)).join(" ")} }`;
    }
    const definition = this.#definitions.get(definitionKey(name, args));
    if (definition?.kind === "record" || definition?.kind === "union") return this.#declared(definition, type, way);
    return definition === undefined || name === "obj" ? "unknown" : `GuestReference /* ${name} */`;
  }

  /** What a call gives: a promise of what a computation ends with. A function of the host's may promise its answer, for which the guest waits. */
  result(type: FSharpType, way: Way): string {
    const computed = asynchronous.has(type.name);
    const shown = this.type(computed ? awaited(type) : type, way);
    const promise = `Promise<${shown}>`;
    return computed ? promise : way === "given" ? shown : `${group(shown)} | ${promise}`;
  }

  /** `(count: number, a1: string) => boolean`. */
  signature({ args }: FSharpType, way: Way, names: readonly string[] = []): string {
    const params = args.slice(0, -1).filter(({ name }) => name !== "unit");
    const result = args[args.length - 1];
    const shown = params.map((param, i) => `${parameter(names[i] ?? "", i, names)}: ${this.type(param, opposite[way])}`);
    return `(${shown.join(", ")}) => ${result === undefined ? "void" : this.result(result, way)}`;
  }

  /** Whether more may be passed for a type than is given. */
  #isWider(given: FSharpType, within: ReadonlySet<string> = new Set()): boolean {
    const type = crossingAs(given);
    const { name, args } = type;
    if (name in scalars) return scalars[name] in wider;
    if (name === "fn" || optional.has(name) || (name in collections && collections[name].given !== collections[name].taken)) return true;
    const definition = this.#definitions.get(definitionKey(name, args));
    if (definition === undefined) return args.some((arg) => this.#isWider(arg, within));
    const key = printFSharpType(type);
    if (within.has(key)) return false;
    const inner = new Set([...within, key]);
    if (definition.kind === "record") return recordFields(definition, args).some((field) => this.#isWider(field.type, inner));
    if (definition.kind !== "union" || isEnumeration(definition)) return false;
    return definition.cases.some(({ fields }) => fields.length === 0 || fields.some((field) => this.#isWider(substituted(field.fsharp, definition, args), inner)));
  }

  #declared(definition: TypeDef, type: FSharpType, asked: Way): string {
    const way = asked === "taken" && this.#isWider(type) ? "taken" : "given";
    const key = `${way} ${printFSharpType(type)}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const base = [definition.name, ...type.args.map(({ name }) => name)]
      .map((name) => name.slice(name.lastIndexOf(".") + 1).replace(/^FSharp(?=[A-Z])|`\d+$/g, ""))
      .join("_")
      .replaceAll(/\W/g, "_");
    const wanted = way === "taken" ? `${base}Input` : base;
    let name = wanted;
    for (let i = 2; this.#taken.has(name); i++) name = `${wanted}${i}`;
    this.#taken.add(name);
    this.#names.set(key, name);
    const body = definition.kind === "record" ? this.#record(definition, type.args, way) : this.#union(definition, type.args, way);
    this.#texts.push(`/** F#'s ${definition.name}${way === "taken" ? ", and what is taken for it" : ""}. */\nexport type ${name} =${body};\n`);
    return name;
  }

  #property(name: string, type: FSharpType, way: Way): string {
    return `readonly ${property(name)}${optional.has(type.name) ? "?" : ""}: ${this.type(type, way)};`;
  }

  #record(definition: TypeDef, args: readonly FSharpType[], way: Way): string {
    return ` {\n${recordFields(definition, args)
      .map(({ name, type }) => `  ${this.#property(name, type, way)}\n`)
      .join("")}}`;
  }

  #union(definition: TypeDef, args: readonly FSharpType[], way: Way): string {
    if (isEnumeration(definition)) return ` ${definition.cases.map(({ name }) => JSON.stringify(name)).join(" | ")}`;
    return definition.cases
      .map(({ name, fields }) => {
        const tag = JSON.stringify(name);
        const parts = fields.map((field) => ` ${this.#property(fieldName(field.name, fields.length), substituted(field.fsharp, definition, args), way)}`);
        return `\n  | { readonly tag: ${tag};${parts.join("")} }${way === "taken" && fields.length === 0 ? ` | ${tag}` : ""}`;
      })
      .join("");
  }
}

/** Words that TypeScript takes for something else where a parameter is expected. */
const reserved = new Set(
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield".split(
    " ",
  ),
);

/** A parameter's F# name as TypeScript can have it. */
function parameter(name: string, index: number, names: readonly string[]): string {
  if (!identifier.test(name) || names.indexOf(name) !== index) return `a${index}`;
  return reserved.has(name) ? `${name}_` : name;
}

const identifier = /^[A-Za-z_$][\w$]*$/;

const property = (name: string): string => (identifier.test(name) ? name : JSON.stringify(name));

/** The text of `App.d.ts`. */
export function declarationsOf(module: Module): string {
  const declarations = new Declarations(module);
  const mutable = new Set(module.exports.filter(({ name }) => name.endsWith("=")).map(({ name }) => name.slice(0, -1)));
  const own = module.exports.filter(({ name, fsharp }) => !name.endsWith("=") && fsharp !== "");
  const last = (name: string): string => name.slice(name.lastIndexOf(".") + 1);
  const counts = new Map<string, number>();
  for (const { name } of own) counts.set(last(name), (counts.get(last(name)) ?? 0) + 1);
  const exported = own.map(({ name, fsharp, names }) => {
    const type = parseFSharpType(fsharp);
    const shown = property(counts.get(last(name)) === 1 ? last(name) : name);
    if (type.name === "fn") {
      const signature = declarations.signature(type, "given", names);
      const method = signature.replace(/\) => (?!.*\) => )/, "): ");
      return method.includes("=>") ? `  readonly ${shown}: ${signature};\n` : `  ${shown}${method};\n`;
    }
    const given = declarations.result(type, "given");
    if (!mutable.has(name)) return `  readonly ${shown}: ${given};\n`;
    const taken = declarations.type(type, "taken");
    return given === taken ? `  ${shown}: ${given};\n` : `  get ${shown}(): ${given};\n  set ${shown}(value: ${taken});\n`;
  });
  const imported = module.imports
    .filter(isHostImport)
    .map(
      ({ module: from, name, fsharp, names }) =>
        `  ${property(from === "host" ? name : `${from}.${name}`)}${from === "scope" ? "?" : ""}: ${declarations.signature(parseFSharpType(fsharp), "taken", names)};\n`,
    );
  const interfaces = [
    `/** What ${module.name} exports: \`engine.load(bytes).instantiate<Exports>().exports\`. */\nexport interface Exports {\n${exported.join("")}}\n`,
    `/** What the host registers: \`engine.registerFn(name, fn)\`. */\nexport interface Imports {\n${imported.join("")}}\n`,
  ];
  const written = [declarations.text, ...interfaces].filter((part) => part !== "");
  const helping = Object.entries(helpers).flatMap(([name, text]) => (written.some((part) => new RegExp(`\\b${name}\\b`).test(part)) ? [text] : []));
  const body = [...helping, ...written].join("\n");
  return `// Written by fusabi for ${module.name}.\n${body.includes("GuestReference") ? 'import type { GuestReference } from "fusabi/vm";\n' : ""}\n${body}`;
}

/** Whether hosts have anything to know of a module. */
export const hasDeclarations = (module: Module): boolean => module.exports.length > 0 || module.imports.some(isHostImport);

/** Whether the host must provide it, rather than grant it. A scope may provide what is imported from `scope`. */
export const isHostImport = ({ module: from }: Pick<Import, "module">): boolean => from !== "fusabi";
