/** `FSharp.Quotations.DerivedPatterns`, which Fable refuses, for sources that name the module. */
import { hasWord, type Words } from "../words.ts";

/** The constants' patterns and the type texts that quoted values carry. */
const constants: Readonly<Record<string, readonly [pattern: string, type: string]>> = {
  bool: ["Bool", "bool"],
  byte: ["Byte", "uint8"],
  sbyte: ["SByte", "int8"],
  char: ["Char", "char"],
  float: ["Double", "float64"],
  float32: ["Single", "float32"],
  int16: ["Int16", "int16"],
  uint16: ["UInt16", "uint16"],
  int: ["Int32", "int32"],
  uint32: ["UInt32", "uint32"],
  string: ["String", "string"],
  unit: ["Unit", "unit"],
};

const prelude = `
module internal FusabiQuotations =
  open Fable.Core
  open Microsoft.FSharp.Quotations

  [<Import("quotedConstant", "fusabi:prelude")>]
  let constant (expr: obj, kind: string) : 'T option = jsNative
${Object.entries(constants)
  .map(([name, [pattern, type]]) => `  let inline \`\`FSharp.Quotations.DerivedPatternsModule.|${pattern}|_|\`\` (expr: Expr) : ${name} option = constant (expr, "${type}")`)
  .join("\n")}
  [<Import("isAndAlso", "fusabi:prelude")>]
  let \`\`FSharp.Quotations.DerivedPatternsModule.|AndAlso|_|\`\` (expr: Expr) : (Expr * Expr) option = jsNative
  [<Import("isOrElse", "fusabi:prelude")>]
  let \`\`FSharp.Quotations.DerivedPatternsModule.|OrElse|_|\`\` (expr: Expr) : (Expr * Expr) option = jsNative
  [<Import("isSpecificCall", "fusabi:prelude")>]
  let \`\`FSharp.Quotations.DerivedPatternsModule.|SpecificCall|_|\`\` (template: Expr) : Expr -> (Expr option * System.Type list * Expr list) option = jsNative
  [<Import("isLambdas", "fusabi:prelude")>]
  let \`\`FSharp.Quotations.DerivedPatternsModule.|Lambdas|_|\`\` (expr: Expr) : (Var list list * Expr) option = jsNative
  [<Import("isApplications", "fusabi:prelude")>]
  let \`\`FSharp.Quotations.DerivedPatternsModule.|Applications|_|\`\` (expr: Expr) : (Expr * Expr list list) option = jsNative
`;

export const quotationsPrelude = (words: Words): string => (hasWord(words, /^DerivedPatterns$/) ? prelude : "");
