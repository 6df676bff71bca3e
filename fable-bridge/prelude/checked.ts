/**
 * F# for checked arithmetic, which Fable takes for the unchecked one. F# opens every module of one name, so `open Checked` and `Checked.int` get these after
 * the core library's. They are its own operators in a mark that the annotating pass reads: inference and defaults stay as they are.
 */
const conversions: Readonly<Record<string, string>> = {
  byte: "byte",
  uint8: "byte",
  sbyte: "sbyte",
  int8: "sbyte",
  int16: "int16",
  uint16: "uint16",
  int: "int",
  int32: "int",
  uint32: "uint32",
  int64: "int64",
  uint64: "uint64",
  nativeint: "nativeint",
  unativeint: "unativeint",
  char: "char",
};

/** What a module `Checked` holds. */
export const checkedMembers = (indent: string): string =>
  [
    "let inline (+) x y = FusabiMark.mark (x + y)",
    "let inline (-) x y = FusabiMark.mark (x - y)",
    "let inline (*) x y = FusabiMark.mark (x * y)",
    "let inline (~-) x = FusabiMark.mark (-x)",
    ...Object.entries(conversions).map(([name, type]) => `let inline ${name} x : ${type} = FusabiMark.mark (Operators.${type} x)`),
  ]
    .map((line) => indent + line)
    .join("\n");

/** What marks an expression for the annotating pass. */
export const markPrelude = `
namespace global

module internal FusabiMark =
    [<Fable.Core.Import("checked", "fusabi:op")>]
    let mark (x: 'T) : 'T = Fable.Core.Util.jsNative
    [<Fable.Core.Import("converted", "fusabi:op")>]
    let converted (x: 'T) : 'T = Fable.Core.Util.jsNative
    [<Fable.Core.Import("text", "fusabi:op")>]
    let text<'T> (x: string) : string = Fable.Core.Util.jsNative
`;

/** For `Operators.Checked` by any of its paths. */
export const checkedPrelude = `
${["FSharp.Core", "Microsoft.FSharp.Core"].map((path) => `namespace ${path}\n\nmodule internal Operators =\n    module internal Checked =\n${checkedMembers("        ")}\n`).join("\n")}
`;
