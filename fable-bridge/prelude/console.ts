/**
 * F# for .NET's console: Fable has one line-ending print for all of it. A type of the project's own stands before the referenced one of its name, so
 * programs that open System get these. A writer is, erased, the function that takes its text.
 */
const values = ["string", "obj", "bool", "char", "sbyte", "byte", "int16", "uint16", "int", "uint32", "int64", "uint64", "float32", "float", "decimal"];

/** The overloads of Write and WriteLine; `sink` is the F# expression that a text goes to. */
const overloads = (member: string, sink: string): string =>
  [
    ["Write", "text"],
    ["WriteLine", 'text + "\\n"'],
  ]
    .flatMap(([name, line]) => {
      const write = (parameters: string, text: string): string => `    ${member}${name}(${parameters}) : unit = let text : string = ${text} in ${sink} (${line})`;
      return [
        ...values.map((type) => write(`value: ${type}`, type === "string" ? "value" : "string value")),
        write("value: char[]", "String value"),
        write("format: string, a: obj", "String.Format(format, a)"),
        write("format: string, a: obj, b: obj", "String.Format(format, a, b)"),
        write("format: string, a: obj, b: obj, c: obj", "String.Format(format, a, b, c)"),
        write("format: string, [<ParamArray>] arguments: obj[]", "String.Format(format, arguments)"),
      ];
    })
    .concat(`    ${member}WriteLine() : unit = ${sink} "\\n"`)
    .join("\n");

export const consolePrelude = `
namespace System.IO

open System
open Fable.Core

[<Erase>]
type internal TextWriter =
    | TextWriter of (string -> unit)
    member inline writer.Put(text: string) : unit = (let (TextWriter put) = writer in put text)
    member inline _.Flush() : unit = ()
${overloads("member inline writer.", "writer.Put")}

namespace System

open System.IO
open Fable.Core

[<AbstractClass; Sealed>]
type internal Console =
    [<Import("write_text", "fusabi:prelude")>]
    static member Put(text: string) : unit = jsNative
    [<Import("standard_output", "fusabi:prelude")>]
    static member Out : TextWriter = jsNative
    [<Import("standard_error", "fusabi:prelude")>]
    static member Error : TextWriter = jsNative
    static member inline ForegroundColor with get () = ConsoleColor.Gray and set (_: ConsoleColor) = ()
    static member inline BackgroundColor with get () = ConsoleColor.Black and set (_: ConsoleColor) = ()
    static member inline ResetColor() : unit = ()
    static member inline OutputEncoding with get () = Text.Encoding.UTF8 and set (_: Text.Encoding) = ()
${overloads("static member inline ", "Console.Put")}
`;
