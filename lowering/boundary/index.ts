/**
 * The program's boundary to its host: a module of text, compiled like the runtime library, with a function for each import that the program calls and each
 * export whose values do not cross as they are.
 */
import type { FableImport, FableMember, FableOutput } from "../../schemas/fable-output.ts";
import { type FSharpType, fsharpType, parseFSharpType, printFSharpType } from "../../schemas/fsharp-type.ts";
import { asynchronous } from "../../schemas/host-shapes.ts";
import type { Kind } from "../../schemas/isa/kinds.ts";
import { Adapters } from "./adapters.ts";

/** The module's path, which no file has. */
export const boundaryPath = "library/boundary-of-program.ts";

export interface HostImport {
  readonly module: string;
  readonly name: string;
  readonly params: readonly Kind[];
  readonly result: Kind;
  /** A function type whose parameters are what the host's function gets: tuples split, units dropped. */
  readonly fsharp: string;
  readonly names: readonly string[];
}

export interface HostExport {
  readonly name: string;
  /** The function of the boundary's module. */
  readonly stub: string;
  readonly fsharp: string;
  readonly names: readonly string[];
}

const kinds: Readonly<Record<string, Kind>> = {
  bool: "bool",
  int8: "i32",
  uint8: "i32",
  int16: "i32",
  uint16: "i32",
  int32: "i32",
  uint32: "u32",
  int64: "i64",
  nativeint: "i64",
  uint64: "u64",
  unativeint: "u64",
  float32: "f64",
  float64: "f64",
  "System.TimeSpan": "f64",
  "System.TimeOnly": "f64",
  char: "str",
  string: "str",
};

/** How the dialect writes a kind. */
const annotations: Readonly<Record<Kind, string>> = {
  i32: "int32",
  u32: "uint32",
  f64: "float64",
  i64: "int64",
  u64: "uint64",
  bool: "boolean",
  str: "string",
  ref: "any",
  any: "any",
};

const header = `
import { boxed_value, object_tag } from "fusabi:builtin";
import { compare, equal, get_field, get_item, get_union, hash, new_anon, new_record, new_tuple, new_union } from "fusabi:op";
import { ofArray as list_ofArray } from "fable-library/List.js";
import { ofArray as map_ofArray } from "fable-library/Map.js";
import { Dictionary } from "fable-library/MutableMap.js";
import { HashSet } from "fable-library/MutableSet.js";
import { ofArray as set_ofArray } from "fable-library/Set.js";
import { date_inward, date_outward, day_inward, day_outward, offset_date_inward, offset_date_outward } from "./boundary-dates.ts";
import { Queue$1 as Queue, Stack$1 as Stack } from "fable-library/System.Collections.Generic.js";
import { Lazy } from "fable-library/Util.js";
import { async_later, async_result, task_later, task_result } from "./host-async.ts";
import { decimal_inward, decimal_outward, deeper, exception_inward, exception_outward, invoke, invoke_later, items, obj_outward, unknown_case } from "./boundary.ts";
import { some as option_some, value as option_value } from "./option.ts";
`;

export class Boundary {
  readonly imports: readonly HostImport[];
  readonly exports: readonly HostExport[];
  readonly text: string;
  readonly #stubs = new Map<string, string>();

  constructor(output: FableOutput) {
    const adapters = new Adapters(output.entities);
    const head: string[] = [header];
    const stubs: string[] = [];
    const imports: HostImport[] = [];
    for (const each of output.modules.flatMap((module) => module.imports)) {
      const key = keyOf(each.module, each.name);
      if (this.#stubs.has(key)) continue;
      this.#stubs.set(key, `import_${imports.length}`);
      stubs.push(importStub(adapters, each, imports));
    }
    if (imports.length > 0) head.push(`import { ${imports.map((_, i) => `host_${i}`).join(", ")} } from "fusabi:import";\n`);
    const exports: HostExport[] = [];
    if (output.outputKind === "library") {
      for (const module of output.modules.filter(({ own }) => own)) {
        for (const member of module.members.filter(({ isPublic }) => isPublic)) {
          const local = `own_${exports.length}`;
          head.push(`import { ${member.binding} as ${local} } from ${JSON.stringify(module.path)};\n`);
          stubs.push(...exportStubs(adapters, member, local, exports));
        }
      }
    }
    this.imports = imports;
    this.exports = exports;
    this.text = [...head, adapters.text, ...stubs].join("");
  }

  /** The function that stands for an import of the host's. */
  stub(module: string, name: string): string | undefined {
    return this.#stubs.get(keyOf(module, name));
  }

  /** The F# or host name of a function of the boundary's module, for traces. */
  nameOf(stub: string): string {
    const at = Number(stub.slice(stub.indexOf("_") + 1));
    const hosts = this.imports[at];
    return stub.startsWith("export_") ? (this.exports[at]?.name ?? stub) : stub.startsWith("import_") && hosts ? `${hosts.module}.${hosts.name}` : stub;
  }

  /** What `host_0`, `host_1`, … of `fusabi:import` mean. */
  hostImport(name: string): HostImport | undefined {
    return this.imports[Number(name.slice("host_".length))];
  }
}

const keyOf = (module: string, name: string): string => `${module}\n${name}`;

interface Parameter {
  readonly type: FSharpType;
  /** "" for a pattern. */
  readonly name: string;
}

interface Signature {
  /** As the F# function has them in TypeScript. */
  readonly params: readonly Parameter[];
  readonly result: FSharpType;
}

/** A unit argument alone is no parameter; a group of several is a tuple that Fable splits. */
function signatureOf({ type, parameters }: Pick<FableMember, "type" | "parameters">): Signature {
  const whole = parseFSharpType(type);
  if (parameters.length === 0) return { params: [], result: whole };
  const rest = whole.args.slice(parameters.length);
  const params = parameters.flatMap((names, i): Parameter[] => {
    const group = whole.args[i]!;
    if (names.length > 1 && group.name === "tuple") return group.args.map((arg, at) => ({ type: arg, name: names[at]! }));
    return [{ type: group, name: names[0] ?? "" }];
  });
  return {
    params: params.length === 1 && params[0]!.type.name === "unit" ? [] : params,
    result: rest.length === 1 ? rest[0]! : fsharpType("fn", rest),
  };
}

/** What the host sees of a signature: units are no parameters. */
const seenBy = (adapters: Adapters, { params, result }: Signature): Pick<HostExport, "fsharp" | "names"> => {
  const seen = params.filter(({ type }) => type.name !== "unit");
  const types = seen.length === 0 ? [fsharpType("unit")] : seen.map(({ type }) => adapters.seen(type));
  return { fsharp: printFSharpType(fsharpType("fn", [...types, adapters.seen(result)])), names: seen.map(({ name }) => name) };
};

function importStub(adapters: Adapters, { module, name, ...declared }: FableImport, imports: HostImport[]): string {
  const signature = signatureOf(declared);
  const kindOf = (type: FSharpType): Kind => kinds[adapters.seen(type).name] ?? "any";
  const passed = signature.params.flatMap(({ type }, i) => (type.name === "unit" ? [] : [{ type, name: `a${i}` }]));
  const params = signature.params.map(({ type }, i) => `a${i}: ${annotations[kindOf(type)]}`);
  const host = `host_${imports.length}(${passed.map(({ type, name: argument }) => adapters.convert(type, "outward", argument)).join(", ")})`;
  const result = asynchronous.has(signature.result.name) ? "any" : kindOf(signature.result);
  imports.push({ module, name, params: passed.map(({ type }) => kindOf(type)), result, ...seenBy(adapters, signature) });
  return `export function import_${imports.length - 1}(${params.join(", ")}): ${annotations[result]} {\n  return ${adapters.taken(signature.result, () => host)};\n}\n`;
}

function exportStubs(adapters: Adapters, member: FableMember, local: string, exports: HostExport[]): string[] {
  const signature = signatureOf(member);
  // A generic function that observes its types takes them last: for the host they are obj.
  const hidden = [...new Set(member.type.match(/'\w+/g) ?? [])].map(() => '"obj"');
  const add = (name: string, { params, result }: Signature, call: (args: string) => string, seen: Pick<HostExport, "fsharp" | "names">): string => {
    const stub = `export_${exports.length}`;
    exports.push({ name, stub, ...seen });
    const args = params.map(({ type }, i) => (type.name === "unit" ? "undefined" : adapters.convert(type, "inward", `a${i}`)));
    const taken = params.flatMap(({ type }, i) => (type.name === "unit" ? [] : [`a${i}: any`]));
    return `export function ${stub}(${taken.join(", ")}): any {\n  return ${adapters.given(result, call([...args, ...hidden].join(", ")))};\n}\n`;
  };
  if (member.parameters.length > 0) return [add(member.name, signature, (args) => `${local}(${args})`, seenBy(adapters, signature))];
  const made = [add(member.name, signature, () => (member.isMutable ? `${local}()` : local), { fsharp: printFSharpType(adapters.seen(signature.result)), names: [] })];
  const setter = { params: [{ type: signature.result, name: "value" }], result: fsharpType("unit") };
  if (member.isMutable) made.push(add(`${member.name}=`, setter, (args) => `${local}(${args})`, seenBy(adapters, setter)));
  return made;
}
