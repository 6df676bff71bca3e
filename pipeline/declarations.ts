/** TypeScript's view of an artifact: what it exports, and what its host must provide. */
import { type FSharpType, parseFSharpType } from "../schemas/fsharp-type.ts";
import type { Import, Module, TypeDef } from "../schemas/fzb/module.ts";
import { asynchronous, awaited, crossingAs, definitionKey, definitionsByName, fieldName, isEnumeration, isWrapped, recordFields, substituted } from "../schemas/host-shapes.ts";

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

const collections: Readonly<Record<string, (args: readonly string[]) => string>> = {
  list: ([item]) => `readonly ${group(item)}[]`,
  seq: ([item]) => `readonly ${group(item)}[]`,
  resizearray: ([item]) => `readonly ${group(item)}[]`,
  array: ([item]) => `readonly ${group(item)}[]`,
  set: ([item]) => `ReadonlySet<${item}>`,
  hashset: ([item]) => `ReadonlySet<${item}>`,
  map: ([key, value]) => `ReadonlyMap<${key}, ${value}>`,
  dictionary: ([key, value]) => `ReadonlyMap<${key}, ${value}>`,
  tuple: (args) => `readonly [${args.join(", ")}]`,
  struct_tuple: (args) => `readonly [${args.join(", ")}]`,
};

const group = (text = "unknown"): string => (/[ |]/.test(text) ? `(${text})` : text);

const optional = (text: string): string => (text.includes("=>") ? `(${text})` : text);

class Declarations {
  readonly #definitions: ReadonlyMap<string, TypeDef>;
  readonly #names = new Map<string, string>();
  readonly #texts: string[] = [];
  #usesDecimal = false;

  constructor(module: Module) {
    this.#definitions = definitionsByName(module.types);
  }

  /** Types that were mentioned, each declared once. */
  get text(): string {
    const decimal = this.#usesDecimal ? ["/** A decimal's digits: a number or a bigint is taken too, a string given. */\nexport type Decimal = string;\n"] : [];
    return [...decimal, ...this.#texts].join("\n");
  }

  type(given: FSharpType): string {
    const type = crossingAs(given);
    const { name, args } = type;
    if (name === "decimal") this.#usesDecimal = true;
    const scalar = scalars[name];
    if (scalar !== undefined) return scalar;
    const [first] = args;
    if (name === "array" && first?.name === "uint8") return "Uint8Array";
    if ((name === "option" || name === "voption" || name === "System.Nullable") && first !== undefined)
      return isWrapped(first) ? `{ readonly some: ${this.type(first)} } | undefined` : `${optional(this.type(first))} | undefined`;
    if (name === "fn") return this.signature(type);
    const collection = collections[name];
    if (collection !== undefined) return collection(args.map((arg) => this.type(arg)));
    if (name.startsWith("anon:")) {
      const names = name.split(":").slice(1);
      return `{ ${args.map((arg, i) => `readonly ${property(names[i] ?? "")}: ${this.type(arg)}`).join("; ")} }`;
    }
    const definition = this.#definitions.get(definitionKey(name, args));
    if (definition?.kind === "record" || definition?.kind === "union") return this.#declared(definition, type);
    return definition === undefined || name === "obj" ? "unknown" : `GuestReference /* ${name} */`;
  }

  /** What a call gives: a promise of what a computation ends with. */
  result(type: FSharpType): string {
    return asynchronous.has(type.name) ? `Promise<${this.type(awaited(type))}>` : this.type(type);
  }

  /** `(count: number, a1: string) => boolean`. */
  signature({ args }: FSharpType, names: readonly string[] = []): string {
    const params = args.slice(0, -1).filter(({ name }) => name !== "unit");
    const result = args[args.length - 1];
    const shown = params.map((param, i) => `${parameter(names[i] ?? "", i, names)}: ${this.type(param)}`);
    return `(${shown.join(", ")}) => ${result === undefined ? "void" : this.result(result)}`;
  }

  #declared(definition: TypeDef, type: FSharpType): string {
    const key = JSON.stringify(type);
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const base = [definition.name, ...type.args.map(({ name }) => name)]
      .map((name) => name.slice(name.lastIndexOf(".") + 1).replace(/^FSharp(?=[A-Z])|`\d+$/g, ""))
      .join("_")
      .replaceAll(/\W/g, "_");
    const taken = new Set(this.#names.values());
    let name = base;
    for (let i = 2; taken.has(name); i++) name = `${base}${i}`;
    this.#names.set(key, name);
    const body = definition.kind === "record" ? this.#record(definition, type.args) : this.#union(definition, type.args);
    this.#texts.push(`/** F#'s ${definition.name}. */\nexport type ${name} =${body};\n`);
    return name;
  }

  #record(definition: TypeDef, args: readonly FSharpType[]): string {
    return ` {\n${recordFields(definition, args)
      .map(({ name, type }) => `  readonly ${property(name)}${type.name === "option" ? "?" : ""}: ${this.type(type)};\n`)
      .join("")}}`;
  }

  #union(definition: TypeDef, args: readonly FSharpType[]): string {
    if (isEnumeration(definition)) return ` ${definition.cases.map(({ name }) => JSON.stringify(name)).join(" | ")}`;
    return definition.cases
      .map(({ name, fields }) => {
        const parts = fields.map((field) => `; readonly ${property(fieldName(field.name, fields.length))}: ${this.type(substituted(field.fsharp, definition, args))}`);
        return `\n  | { readonly tag: ${JSON.stringify(name)}${parts.join("")} }`;
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
      const signature = declarations.signature(type, names);
      const method = signature.replace(/\) => (?!.*\) => )/, "): ");
      return method.includes("=>") ? `  readonly ${shown}: ${signature};\n` : `  ${shown}${method};\n`;
    }
    return `  ${mutable.has(name) ? "" : "readonly "}${shown}: ${declarations.result(type)};\n`;
  });
  const imported = module.imports
    .filter(isHostImport)
    .map(
      ({ module: from, name, fsharp, names }) =>
        `  ${property(from === "host" ? name : `${from}.${name}`)}${from === "scope" ? "?" : ""}: ${withPromises(declarations.signature(parseFSharpType(fsharp), names))};\n`,
    );
  const interfaces = [
    `/** What ${module.name} exports: \`engine.load(bytes).instantiate<Exports>().exports\`. */\nexport interface Exports {\n${exported.join("")}}\n`,
    `/** What the host registers: \`engine.registerFn(name, fn)\`. */\nexport interface Imports {\n${imported.join("")}}\n`,
  ];
  const body = [declarations.text, ...interfaces].filter((part) => part !== "").join("\n");
  return `// Written by fusabi for ${module.name}.\n${body.includes("GuestReference") ? 'import type { GuestReference } from "fusabi/vm";\n' : ""}\n${body}`;
}

/** A host function may promise its answer; the guest waits then. */
const withPromises = (signature: string): string => {
  const at = signature.lastIndexOf(") => ") + 5;
  const result = signature.slice(at);
  return result.startsWith("Promise<") ? signature : `${signature.slice(0, at)}${result} | Promise<${result}>`;
};

/** Whether hosts have anything to know of a module. */
export const hasDeclarations = (module: Module): boolean => module.exports.length > 0 || module.imports.some(isHostImport);

/** Whether the host must provide it, rather than grant it. A scope may provide what is imported from `scope`. */
export const isHostImport = ({ module: from }: Pick<Import, "module">): boolean => from !== "fusabi";
