/** F# types and TypeScript annotations to kinds and type infos. */
import type { ClassDeclaration, Node, TSEntityName, TSType } from "@babel/types";
import type { Entity } from "../schemas/fable-output.ts";
import { type FSharpType, fsharpType, parseFSharpType } from "../schemas/fsharp-type.ts";
import { addDisplay } from "./display.ts";
import { addMessage } from "./exception-message.ts";
import type { SourceModule } from "./graph.ts";
import { any, anyArray, anyDictionary, anyHashSet, bool, f64, i32, i64, str, type Ty, u32, u64 } from "./ir/nodes.ts";
import type { Program } from "./program.ts";
import { arrayInfos, builtinInfos, newTypeInfo, packCases, refTo, type TypeInfo } from "./type-infos.ts";

const primitives: Readonly<Record<string, Ty>> = {
  int8: i32,
  uint8: i32,
  int16: i32,
  uint16: i32,
  int32: i32,
  uint32: u32,
  float32: f64,
  float64: f64,
  int64: i64,
  nativeint: i64,
  uint64: u64,
  unativeint: u64,
  bool,
  char: str,
  string: str,
};

const annotations: Readonly<Record<string, Ty>> = { ...primitives, number: f64, boolean: bool, MutableArray: anyArray, IMap: anyDictionary, ISet: anyHashSet };

/** Types of one name differ in their number of generic parameters. */
const keyOf = (name: string, arity: number): string => `${name}\`${arity}`;

export class FSharpTypes {
  private readonly program: Program;
  private readonly entities = new Map<string, Entity>();
  private readonly byClass = new Map<string, Entity>();
  private readonly infos = new Map<string, TypeInfo>();
  private readonly tuples = new Map<number, TypeInfo>();
  private readonly anonymous = new Map<string, TypeInfo>();
  private readonly texts = new Map<string, FSharpType>();

  constructor(program: Program) {
    this.program = program;
    for (const entity of program.output.entities) {
      this.entities.set(keyOf(entity.fullName, entity.generics.length), entity);
      this.byClass.set(`${entity.path}#${entity.className}`, entity);
    }
  }

  parse(text: string): FSharpType {
    let type = this.texts.get(text);
    if (!type) this.texts.set(text, (type = parseFSharpType(text)));
    return type;
  }

  entity(type: FSharpType): Entity | undefined {
    return this.entities.get(keyOf(type.name, type.args.length));
  }

  entityOfClass(module: SourceModule, className: string): Entity | undefined {
    return this.byClass.get(`${module.path}#${className}`);
  }

  ty(text: string): Ty {
    return this.tyOf(this.parse(text));
  }

  tyOf(type: FSharpType): Ty {
    const primitive = primitives[type.name];
    if (primitive) return primitive;
    if (type.name === "tuple" || type.name === "struct_tuple") return type.args.length > 0 ? refTo(this.tuple(type.args.length)) : any;
    if (type.name === "list") {
      const list = this.program.libraryClass("fable-library/List.js", "FSharpList");
      return list ? refTo(list) : any;
    }
    if (type.name === "array" || type.name === "resizearray") return anyArray;
    if (type.name === "dictionary") return anyDictionary;
    if (type.name === "hashset") return anyHashSet;
    const entity = this.entity(type);
    if (entity?.kind === "enum") return i32;
    const info = this.named(type);
    return info ? refTo(info) : any;
  }

  /** The type info behind a type text that names an object type; undefined for everything else. */
  named(type: FSharpType): TypeInfo | undefined {
    if (type.name.startsWith("anon:")) return this.anonymousRecord(type);
    const core = this.coreUnion(type);
    if (core) return core;
    const entity = this.entity(type);
    if (entity && entity.kind !== "interface" && entity.kind !== "enum") return this.ofEntity(entity);
    return entity ? undefined : this.program.libraryTypeNamed(type.name);
  }

  tuple(arity: number): TypeInfo {
    let info = this.tuples.get(arity);
    if (!info) {
      info = newTypeInfo(`tuple${arity}`, "tuple");
      info.slots = Array.from({ length: arity }, (_, i) => ({ name: `Item${i + 1}`, ty: any, fsharp: `'t${i}`, mutable: false }));
      info.generics = Array.from({ length: arity }, (_, i) => `'t${i}`);
      this.tuples.set(arity, info);
    }
    return info;
  }

  /** FSharp.Core's Result and Choice, which the runtime library makes too: one type for each arity, fields of any kind. */
  private coreUnion(type: FSharpType): TypeInfo | undefined {
    const isResult = type.name === "Microsoft.FSharp.Core.FSharpResult";
    if (!isResult && type.name !== "Microsoft.FSharp.Core.FSharpChoice") return undefined;
    const arity = isResult ? 2 : Math.max(2, type.args.length);
    const name = isResult ? type.name : `${type.name}\`${arity}`;
    let info = this.infos.get(name);
    if (!info) {
      info = newTypeInfo(name, "union");
      info.generics = Array.from({ length: arity }, (_, i) => `'t${i}`);
      const cases = isResult ? ["Ok", "Error"] : info.generics.map((_, i) => `Choice${i + 1}Of${arity}`);
      packCases(
        info,
        cases.map((one, i) => ({ name: one, fields: [{ name: isResult ? ["ResultValue", "ErrorValue"][i]! : "Item", fsharp: `'t${i}`, ty: any }] })),
      );
      this.infos.set(name, info);
    }
    return info;
  }

  private anonymousRecord(type: FSharpType): TypeInfo {
    const names = type.name.split(":").slice(1);
    let info = this.anonymous.get(type.name);
    if (!info) {
      info = newTypeInfo(type.name, "record");
      info.slots = names.map((name, i) => ({ name, ty: any, fsharp: `'t${i}`, mutable: false }));
      info.generics = names.map((_, i) => `'t${i}`);
      this.anonymous.set(type.name, info);
    }
    return info;
  }

  ofEntity(entity: Entity): TypeInfo {
    const core = this.coreUnion(
      fsharpType(
        entity.fullName,
        entity.generics.map((name) => fsharpType(name)),
      ),
    );
    if (core) return core;
    const key = keyOf(entity.fullName, entity.generics.length);
    const known = this.infos.get(key);
    if (known) return known;
    const kind = entity.kind === "record" ? "record" : entity.kind === "union" ? "union" : entity.kind === "exception" ? "exception" : "class";
    const info = newTypeInfo(entity.fullName, kind);
    this.infos.set(key, info);
    info.generics = entity.generics;
    info.interfaces = entity.interfaces;
    info.equality = entity.equality;
    info.comparison = entity.comparison;
    const module = this.program.graph.module(entity.path);
    const binding = module?.scopes.top.get(entity.className);
    if (kind === "exception") info.parent = this.program.libraryClass("library/exceptions.ts", "FSharpException");
    if (info.parent) info.slots = [...info.parent.slots];
    const field = (one: { name: string; type: string; mutable?: boolean }) => ({ name: one.name, fsharp: one.type, ty: this.ty(one.type), mutable: one.mutable ?? false });
    if (kind === "union")
      packCases(
        info,
        entity.cases.map((one) => ({ name: one.name, fields: one.fields.map(field) })),
      );
    else if (kind !== "class") info.slots.push(...entity.fields.map(field));
    if (module && binding?.node.type === "ClassDeclaration") this.program.classes.fill(info, module, binding.node as ClassDeclaration, entity);
    if (module) {
      addDisplay(this.program, info, module, entity);
      addMessage(this.program, info, module, entity);
    }
    return info;
  }

  /** The kind that a TypeScript annotation promises; any when it says nothing exact. */
  annotation(module: SourceModule, node: Node | null | undefined): Ty {
    if (!node) return any;
    if (node.type === "TSTypeAnnotation") return this.annotation(module, node.typeAnnotation);
    return this.tsType(module, node as TSType);
  }

  private tsType(module: SourceModule, type: TSType): Ty {
    switch (type.type) {
      case "TSNumberKeyword":
        return f64;
      case "TSBooleanKeyword":
        return bool;
      case "TSStringKeyword":
        return str;
      case "TSTupleType":
        return refTo(this.tuple(type.elementTypes.length));
      case "TSTypeReference":
        return this.reference(module, type.typeName);
      case "TSParenthesizedType":
        return this.tsType(module, type.typeAnnotation);
      case "TSUnionType":
        return this.nullable(module, type.types);
      case "TSArrayType":
        return module.path.startsWith("library/") ? refTo(builtinInfos.array_any) : anyArray;
      default:
        return any;
    }
  }

  /** `C | null` in our runtime library: a reference is null or a C anyway. */
  private nullable(module: SourceModule, types: readonly TSType[]): Ty {
    const [only, ...more] = types.filter((one) => one.type !== "TSNullKeyword" && one.type !== "TSUndefinedKeyword");
    const ty = only && more.length === 0 && module.path.startsWith("library/") ? this.tsType(module, only) : any;
    return ty.kind === "ref" ? ty : any;
  }

  private reference(module: SourceModule, name: TSEntityName): Ty {
    if (name.type !== "Identifier") return any;
    const binding = module.scopes.top.get(name.name);
    if (!binding || (binding.kind !== "class" && binding.kind !== "import")) {
      if (name.name.endsWith("_$union")) {
        const entity = this.entityOfClass(module, name.name.slice(0, -"_$union".length));
        return entity ? refTo(this.ofEntity(entity)) : any;
      }
      if (binding) return any;
      const array = module.path.startsWith("library/") ? arrayInfos.get(name.name) : undefined;
      return array ? refTo(array) : (annotations[name.name] ?? any);
    }
    const resolved = binding.kind === "class" ? { kind: "binding" as const, module, binding } : this.program.graph.resolve(module, binding);
    if (resolved.kind === "binding") {
      if (resolved.binding.kind !== "class") return any;
      const info = this.program.classes.of(resolved.module, resolved.binding);
      return info ? refTo(info) : any;
    }
    // Types are not values: what is missing among the exports is an alias such as int32, or a union's `Shape_$union`.
    if (resolved.kind !== "missing") return any;
    if (resolved.name.endsWith("_$union")) {
      const target = this.program.graph.module(resolved.from) ?? module;
      const entity = this.entityOfClass(target, resolved.name.slice(0, -"_$union".length));
      return entity ? refTo(this.ofEntity(entity)) : any;
    }
    return annotations[resolved.name] ?? any;
  }
}
