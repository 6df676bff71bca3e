// Which assembly .NET has a type in, as full names of generic types say it of their arguments.
import { declarationOf, nameWithArguments, ofNode, type TypeInfo } from "./type-info.ts";
import { argumentOf, dotnetArguments, dotnetName, type TypeNode } from "./type-text.ts";

const version: string = ", Version=10.0.0.0, Culture=neutral, PublicKeyToken=";
const platform: string = "b03f5f7f11d50a3a";
let own: string = "";

/** The program's own assembly. */
export function declareAssembly(name: string): void {
  own = name;
}

/** Those that .NET keeps apart from its core. */
const apart: any = new Map([
  ["System.Numerics.BigInteger", "System.Runtime.Numerics"],
  ["System.Collections.Generic.LinkedList", "System.Collections"],
  ["System.Collections.Generic.PriorityQueue", "System.Collections"],
  ["System.Collections.Generic.SortedDictionary", "System.Collections"],
  ["System.Collections.Generic.SortedList", "System.Collections"],
  ["System.Collections.Generic.SortedSet", "System.Collections"],
  ["System.Collections.Generic.Stack", "System.Collections"],
]);

function assemblyOf(type: TypeNode): string {
  const name: string = dotnetName(type);
  if (name.startsWith("Microsoft.FSharp.")) return "FSharp.Core, Version=10.1.0.0, Culture=neutral, PublicKeyToken=" + platform;
  const other: any = apart.get(type.name === "bigint" ? name : type.name);
  if (other !== undefined) return other + version + platform;
  if (declarationOf(type) === undefined || name.startsWith("System.")) return "System.Private.CoreLib" + version + "7cec85d7bea7798e";
  return own + ", Version=1.0.0.0, Culture=neutral, PublicKeyToken=null";
}

const qualified = (type: TypeNode): string => "[" + fullName(ofNode(type)) + ", " + assemblyOf(type.name === "array" ? argumentOf(type, 0) : type) + "]";

export function fullName(type: TypeInfo): string {
  const node: TypeNode = type.node;
  if (node.name === "array") return fullName(ofNode(argumentOf(node, 0))) + "[]";
  return nameWithArguments(type, dotnetArguments(node).map(qualified));
}
