/** Fable's types as `schemas/fsharp-type` texts, and the primitive an operation is named after. */
import type { Primitive } from "../../schemas/annotations.ts";
import { caseOf, type EntityRef, type List, type Node, type Type, toArray } from "../tree.ts";

/** F#'s and .NET's full names that have a name of their own in the grammar. */
const builtinNames: Readonly<Record<string, string>> = {
  "Microsoft.FSharp.Collections.FSharpMap": "map",
  "Microsoft.FSharp.Collections.FSharpSet": "set",
  "Microsoft.FSharp.Collections.FSharpList": "list",
  "Microsoft.FSharp.Core.FSharpOption": "option",
  "Microsoft.FSharp.Core.FSharpValueOption": "voption",
  "Microsoft.FSharp.Core.FSharpRef": "ref",
  "System.Collections.Generic.IEnumerable": "seq",
  "System.Collections.Generic.List": "resizearray",
  "System.Collections.Generic.Dictionary": "dictionary",
  "System.Collections.Generic.HashSet": "hashset",
  "System.Exception": "exn",
  "System.Object": "obj",
};

const numberNames: Readonly<Record<string, string>> = {
  Int8: "int8",
  UInt8: "uint8",
  Int16: "int16",
  UInt16: "uint16",
  Int32: "int32",
  UInt32: "uint32",
  Int64: "int64",
  UInt64: "uint64",
  NativeInt: "nativeint",
  UNativeInt: "unativeint",
  Float32: "float32",
  Float64: "float64",
  Decimal: "decimal",
  BigInt: "bigint",
  Int128: "System.Int128",
  UInt128: "System.UInt128",
  Float16: "System.Half",
};
const notPrimitive = new Set(["Decimal", "BigInt", "Int128", "UInt128", "Float16"]);

/** `App.Outer`1.Inner`2` -> `App.Outer.Inner`: generic arity is left out everywhere. */
export const withoutArity = (fullName: string): string => fullName.replace(/`\d+/g, "");

/** The primitive whose operators act on values of this type; an enum counts as its underlying type. */
export const primitiveOf = (type: Type): Primitive | undefined => {
  switch (caseOf(type)) {
    case "Boolean":
      return "bool";
    case "Char":
      return "char";
    case "String":
      return "string";
    case "Number": {
      const kind = caseOf(type.fields[0] as Node);
      return notPrimitive.has(kind) ? undefined : (numberNames[kind] as Primitive);
    }
    default:
      return undefined;
  }
};

export const isNumber = (type: Type): boolean => caseOf(type) === "Number" && primitiveOf(type) !== undefined;

export const isMeasure = (type: Type): boolean =>
  caseOf(type) === "Measure" ||
  (caseOf(type) === "GenericParam" && type.fields[1] === true) ||
  (caseOf(type) === "DeclaredType" && /\.Measure(Product|One|Inverse)/.test((type.fields[0] as EntityRef).FullName));

/** What a printed type mentions, for the entity table. */
export interface Mentions {
  entity(ref: EntityRef): void;
}

export const printType = (type: Type, mentions: Mentions): string => {
  const f = type.fields;
  const print = (inner: Type): string => printType(inner, mentions);
  const apply = (name: string, args: readonly Type[]): string => {
    const kept = args.filter((arg) => !isMeasure(arg));
    return kept.length === 0 ? name : `${name}<${kept.map(print).join(",")}>`;
  };
  switch (caseOf(type)) {
    case "Unit":
      return "unit";
    case "Boolean":
      return "bool";
    case "Char":
      return "char";
    case "String":
      return "string";
    case "Regex":
      return "System.Text.RegularExpressions.Regex";
    case "MetaType":
      return "System.Type";
    case "Number": {
      const info = f[1] as Node;
      if (caseOf(info) === "IsEnum") {
        const ref = info.fields[0] as EntityRef;
        mentions.entity(ref);
        return withoutArity(ref.FullName);
      }
      return numberNames[caseOf(f[0] as Node)];
    }
    case "Option":
      return apply(f[1] === true ? "voption" : "option", [f[0] as Type]);
    case "Nullable":
      return f[1] === true ? apply("System.Nullable", [f[0] as Type]) : print(f[0] as Type);
    case "Tuple":
      return apply(f[1] === true ? "struct_tuple" : "tuple", toArray(f[0] as List<Type>));
    case "Array":
      return apply(caseOf(f[1] as Node) === "ResizeArray" ? "resizearray" : "array", [f[0] as Type]);
    case "List":
      return apply("list", [f[0] as Type]);
    case "LambdaType":
      return printFunction([f[0] as Type], f[1] as Type, print);
    case "DelegateType":
      return printFunction(toArray(f[0] as List<Type>), f[1] as Type, print);
    case "GenericParam":
      return `'${(f[0] as string).replace(/^\$/, "")}`;
    case "AnonymousRecordType": {
      const names = [...(f[0] as readonly string[])];
      return apply(["anon", ...names].join(":"), toArray(f[1] as List<Type>));
    }
    case "DeclaredType": {
      const ref = f[0] as EntityRef;
      const name = withoutArity(ref.FullName);
      mentions.entity(ref);
      return apply(builtinNames[name] ?? name, toArray(f[1] as List<Type>));
    }
    default:
      return "obj";
  }
};

/** Curried functions and delegates alike: `fn<a,b,result>`. */
const printFunction = (args: readonly Type[], result: Type, print: (type: Type) => string): string => {
  const parameters = args.length === 0 ? ["unit"] : args.map(print);
  let last = result;
  while (caseOf(last) === "LambdaType") {
    parameters.push(print(last.fields[0] as Type));
    last = last.fields[1] as Type;
  }
  return `fn<${[...parameters, print(last)].join(",")}>`;
};
