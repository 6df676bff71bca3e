// F# type texts (`list<tuple<int32,'a>>`) as nodes, at run time: what formatting needs to know of a value beyond the value.
import { object_field_type, object_type_generics, object_type_name, str_char_code_at, str_index_of, str_slice, str_split } from "fusabi:builtin";
import { nestedName } from "./type-nesting.ts";

/** A type: its name, its arguments, its text; `open` when a generic parameter is in it. */
export class TypeNode {
  text: string;
  name: string;
  args: any;
  open: boolean;
  constructor(text: string, name: string, args: any, open: boolean) {
    this.text = text;
    this.name = name;
    this.args = args;
    this.open = open;
  }
}

/** The type of a value of which nothing is known but the value: an integral number may be of any type. */
export const unknownType: TypeNode = new TypeNode("", "", [], false);
/** The type of a value that became obj: all numbers but float64 are boxed. */
export const objectType: TypeNode = new TypeNode("obj", "obj", [], false);

const known: any = new Map();

export function parseType(text: string): TypeNode {
  if (text === "") return unknownType;
  if (text === "obj") return objectType;
  const found: any = known.get(text);
  if (found !== undefined) return found;
  const node: TypeNode = new TypeReader(text).read();
  known.set(text, node);
  return node;
}

class TypeReader {
  text: string;
  at: int32 = 0;
  constructor(text: string) {
    this.text = text;
  }

  read(): TypeNode {
    const text: string = this.text;
    const start: int32 = this.at;
    let at: int32 = start;
    while (at < text.length) {
      const c: int32 = str_char_code_at(text, at);
      // < > ,
      if (c === 60 || c === 62 || c === 44) break;
      at = at + 1;
    }
    const name: string = str_slice(text, start, at);
    this.at = at;
    const args: any = [];
    let open: boolean = name[0] === "'";
    if (at < text.length && text[at] === "<") {
      while (text[this.at] !== ">" && this.at < text.length) {
        this.at = this.at + 1;
        const arg: TypeNode = this.read();
        args.push(arg);
        if (arg.open) open = true;
      }
      this.at = this.at + 1;
    }
    return new TypeNode(str_slice(text, start, this.at), name, args, open);
  }
}

export function makeType(name: string, args: any): TypeNode {
  if (args.length === 0) return parseType(name);
  let text: string = name + "<";
  let open: boolean = false;
  for (let i: int32 = 0; i < args.length; i++) {
    const arg: TypeNode = args[i];
    text = i === 0 ? text + arg.text : text + "," + arg.text;
    if (arg.open) open = true;
  }
  return new TypeNode(text + ">", name, args, open);
}

/** The n-th argument, or the unknown type. */
export const argumentOf = (type: TypeNode, n: int32): TypeNode => (n < type.args.length ? type.args[n] : unknownType);

/** The type with arguments in place of generic parameters; names are comma separated, with or without their quote. */
export function substitute(type: TypeNode, names: string, args: any): TypeNode {
  if (!type.open) return type;
  const parameters: any = str_split(names, ",", undefined);
  return replaceParameters(type, parameters, args);
}

function replaceParameters(type: TypeNode, parameters: any, args: any): TypeNode {
  if (!type.open) return type;
  if (type.name[0] === "'") {
    const bare: string = str_slice(type.name, 1, undefined);
    for (let i: int32 = 0; i < parameters.length; i++) {
      if ((parameters[i] === type.name || parameters[i] === bare) && i < args.length) return args[i];
    }
    return unknownType;
  }
  const changed: any = [];
  for (let i: int32 = 0; i < type.args.length; i++) changed.push(replaceParameters(type.args[i], parameters, args));
  return makeType(type.name, changed);
}

/** The type of the i-th field of an object whose static type is `type`. */
export function fieldType(x: any, i: int32, type: TypeNode): TypeNode {
  return memberType(x, object_field_type(x, i), type);
}

/** A type that a declaration names, with the parameters that the object's type has. */
export function memberType(x: any, text: string, type: TypeNode): TypeNode {
  if (text === "") return unknownType;
  const field: TypeNode = parseType(text);
  if (!field.open) return field;
  if (type.args.length === 0 || type.name !== object_type_name(x)) return replaceParameters(field, [], []);
  return substitute(field, object_type_generics(x), type.args);
}

/** The parameters of `fn<a,b,result>`, none for another type. */
export function parametersOf(type: TypeNode): any {
  if (type.name !== "fn") return [];
  const result: any = [];
  for (let i: int32 = 0; i < type.args.length - 1; i++) result.push(type.args[i]);
  return result;
}

const dotnetNames: any = new Map([
  ["unit", "Microsoft.FSharp.Core.Unit"],
  ["bool", "System.Boolean"],
  ["char", "System.Char"],
  ["string", "System.String"],
  ["obj", "System.Object"],
  ["int8", "System.SByte"],
  ["uint8", "System.Byte"],
  ["int16", "System.Int16"],
  ["uint16", "System.UInt16"],
  ["int32", "System.Int32"],
  ["uint32", "System.UInt32"],
  ["int64", "System.Int64"],
  ["uint64", "System.UInt64"],
  ["nativeint", "System.IntPtr"],
  ["unativeint", "System.UIntPtr"],
  ["float32", "System.Single"],
  ["float64", "System.Double"],
  ["decimal", "System.Decimal"],
  ["bigint", "System.Numerics.BigInteger"],
  ["list", "Microsoft.FSharp.Collections.FSharpList"],
  ["option", "Microsoft.FSharp.Core.FSharpOption"],
  ["voption", "Microsoft.FSharp.Core.FSharpValueOption"],
  ["seq", "System.Collections.Generic.IEnumerable"],
  ["map", "Microsoft.FSharp.Collections.FSharpMap"],
  ["set", "Microsoft.FSharp.Collections.FSharpSet"],
  ["resizearray", "System.Collections.Generic.List"],
  ["dictionary", "System.Collections.Generic.Dictionary"],
  ["hashset", "System.Collections.Generic.HashSet"],
  ["System.Collections.Generic.Dictionary.KeyCollection", "System.Collections.Generic.Dictionary`2+KeyCollection"],
  ["System.Collections.Generic.Dictionary.ValueCollection", "System.Collections.Generic.Dictionary`2+ValueCollection"],
  ["tuple", "System.Tuple"],
  ["struct_tuple", "System.ValueTuple"],
  ["fn", "Microsoft.FSharp.Core.FSharpFunc"],
  ["ref", "Microsoft.FSharp.Core.FSharpRef"],
  ["exn", "System.Exception"],
]);

/** A tuple of eight has one of one behind its seventh item. */
export const dotnetArguments = (type: TypeNode): any =>
  type.args.length > 7 && (type.name === "tuple" || type.name === "struct_tuple") ? [...type.args.slice(0, 7), makeType(type.name, type.args.slice(7))] : type.args;

/** What `Type.ToString()` says: System.Collections.Generic.List`1[System.Int32]. */
export function dotnetName(type: TypeNode): string {
  if (type.name === "array") return dotnetName(argumentOf(type, 0)) + "[]";
  if (type.name === "" || type.name[0] === "'") return "System.Object";
  const found: any = dotnetNames.get(type.name);
  const name: string = found === undefined ? nestedName(type.name) : found;
  const args: any = dotnetArguments(type);
  const count: int32 = args.length;
  if (count === 0) return name;
  let text: string = (str_index_of(name, "`", 0) < 0 ? name + "`" + count : name) + "[";
  for (let i: int32 = 0; i < count; i++) text = i === 0 ? text + dotnetName(args[i]) : text + "," + dotnetName(args[i]);
  return text + "]";
}

/** The F# type of the elements of a typed array by the name of its host type; "" for other arrays. */
export const elementTypeName = (hostType: string): string => {
  switch (hostType) {
    case "Int32Array":
      return "int32";
    case "Float64Array":
      return "float64";
    case "Uint8Array":
      return "uint8";
    case "Int8Array":
      return "int8";
    case "Int16Array":
      return "int16";
    case "Uint16Array":
      return "uint16";
    case "Uint32Array":
      return "uint32";
    case "Float32Array":
      return "float32";
    case "BigInt64Array":
      return "int64";
    case "BigUint64Array":
      return "uint64";
    case "BoolArray":
      return "bool";
    default:
      return "";
  }
};
