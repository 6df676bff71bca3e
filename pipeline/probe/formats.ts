/** Value shape x format. */
import { type Family, family, quoted } from "./program.ts";

const shapes: readonly (readonly [name: string, expression: string])[] = [
  ["int", "42"],
  ["negative", "-7"],
  ["byte", "200uy"],
  ["int64", "5000000000L"],
  ["uint64", "7UL"],
  ["float", "1.5"],
  ["whole float", "3.0"],
  ["large float", "1e21"],
  ["float32", "0.1f"],
  ["decimal", "12.340M"],
  ["bigint", "123456789012345678901234567890I"],
  ["string", '"text"'],
  ["quoted", '"say \\"hi\\"\\n"'],
  ["empty string", '""'],
  ["null string", "(null: string)"],
  ["char", "'c'"],
  ["bool", "true"],
  ["unit", "()"],
  ["some", "Some 3"],
  ["none", "(None: int option)"],
  ["nested option", "Some(Some 1)"],
  ["some none", "Some(None: int option)"],
  ["some string", 'Some "a"'],
  ["voption", "ValueSome 2"],
  ["tuple", '(1, "a", 2.5)'],
  ["nested tuple", "((1, 2), 'x')"],
  ["struct tuple", "struct (1, 2)"],
  ["record", '{ Name = "Ada"; Age = 36; Tags = [ "x"; "y" ] }'],
  ["nested record", '{ Id = 1; Inner = { Name = "B"; Age = 1; Tags = [] } }'],
  ["struct record", "{ X = 1.0; Y = -2.5 }"],
  ["case", "Circle 2.5"],
  ["case of two", "Rect(1.0, 2.0)"],
  ["named case", 'Named("n", Some 4)'],
  ["empty case", "Empty"],
  ["recursive", "Node(Node(Leaf, 1, Leaf), 2, Leaf)"],
  ["single case", 'Id "k7"'],
  ["list", "[ 1; 2; 3 ]"],
  ["empty list", "([]: int list)"],
  ["list of strings", '[ "a"; "b" ]'],
  ["list of options", "[ Some 1; None ]"],
  ["long list", "[ 1..120 ]"],
  ["list of lists", "[ [ 1 ]; []; [ 2; 3 ] ]"],
  ["list of records", '[ { Name = "A"; Age = 1; Tags = [] }; { Name = "B"; Age = 2; Tags = [ "t" ] } ]'],
  ["array", "[| 1; 2 |]"],
  ["array of bytes", "[| 1uy; 2uy |]"],
  ["empty array", "([||]: string[])"],
  ["array of floats", "[| 1.0; 0.5 |]"],
  ["map", 'Map.ofList [ 1, "one"; 2, "two" ]'],
  ["set", "Set.ofList [ 3; 1; 2 ]"],
  ["anonymous", '{| A = 1; B = "b" |}'],
  ["enum", "Colour.Green"],
  ["unnamed enum", "enum<Colour> 9"],
  ["day", "DayOfWeek.Friday"],
  ["ok", "(Ok 1: Result<int, string>)"],
  ["error", '(Error "e": Result<int, string>)'],
  ["choice", "(Choice1Of2 1: Choice<int, string>)"],
  ["class", "Point(1, 2)"],
  ["date", "DateTime(2024, 2, 29, 13, 4, 5)"],
  ["offset", "DateTimeOffset(2024, 2, 29, 13, 4, 5, TimeSpan.FromHours 2.0)"],
  ["span", "TimeSpan(1, 2, 3, 4)"],
  ["date only", "DateOnly(2024, 2, 29)"],
  ["time only", "TimeOnly(13, 4, 5)"],
  ["guid", 'Guid.Parse "0f8fad5b-d9cb-469f-a165-70867728950e"'],
  ["ref", "ref 5"],
  ["resize array", "ResizeArray [ 1; 2 ]"],
  ["nullable", "Nullable 4"],
  ["version of obj", "box 3"],
  ["obj list", '[ box 1; box "s"; box 2.5; null ]'],
  ["exception", 'MyError(3, "why")'],
];

const general: readonly (readonly [name: string, expression: string])[] = [
  ["%A", 'sprintf "%A" x'],
  ["%O", 'sprintf "%O" x'],
  ["%20A", 'sprintf "<%20A>" x'],
  ["string", "string x"],
  ["hole", '$"{x}"'],
  ["wide hole", '$"{x,12}|{x,-12}|"'],
  ["%A hole", '$"%A{x}"'],
  ["tuple of it", 'sprintf "%A" (x, [ x ])'],
  ["some of it", 'sprintf "%A" (Some x)'],
  ["boxed", 'sprintf "%A" (box x)'],
  ["Format", 'String.Format("{0,14}|{0}", box x)'],
  ["equal", "string ((x = x)) + string (hash x = hash x)"],
];

const types = `
type Person = { Name: string; Age: int; Tags: string list }
type Outer = { Id: int; Inner: Person }
[<Struct>]
type Vector = { X: float; Y: float }
type Shape = Circle of float | Rect of width: float * height: float | Named of name: string * size: int option | Empty
type Tree = Leaf | Node of Tree * int * Tree
type Id = Id of string
type Colour = Red = 0 | Green = 1 | Blue = 4
type Point(x: int, y: int) =
    override _.ToString() = $"<{x}, {y}>"
    override _.Equals _ = true
    override _.GetHashCode() = 1
exception MyError of code: int * reason: string
`;

const flags = ["", "0", "-", "+", " "];
const widths = ["", "6"];

const integers: readonly (readonly [type: string, values: string])[] = [
  ["sbyte", "[ -128y; 5y ]"],
  ["byte", "[ 0uy; 200uy ]"],
  ["int16", "[ -300s; 7s ]"],
  ["uint16", "[ 65535us ]"],
  ["int", "[ -2147483648; -42; 0; 42 ]"],
  ["uint32", "[ 4294967295u ]"],
  ["int64", "[ -9223372036854775808L; 42L ]"],
  ["uint64", "[ 18446744073709551615UL ]"],
];
const integerFormats = ["d", "i", "u", "x", "X", "o", "B"];
const realFormats = ["e", "E", "f", "F", "g", "G"];
const precisions = ["", ".0", ".3", ".10"];
const reals = "[ 0.0; -0.0; 1.0; -1.5; 0.1; 123456.789; 1e-7; 1.5e300; nan; infinity; -infinity ]";
const netFormats = [
  "",
  "N",
  "N0",
  "N3",
  "F",
  "F0",
  "F4",
  "E",
  "e2",
  "G",
  "G3",
  "P",
  "P1",
  "C",
  "R",
  "0",
  "0.00",
  "#.##",
  "#,##0.00",
  "000.0",
  "0%",
  "0.0e+0",
  "(0);-0-;zero",
  "'x'0",
];
const netIntegerFormats = ["D", "D6", "X", "x4", "X8", "B", "B10", "N1", "F2", "E2", "G2", "P0", "C0", "0000", "#,#", "0;neg", "00-00"];

const specs = (letters: readonly string[], precision: readonly string[]): string[] =>
  letters.flatMap((letter) =>
    flags.flatMap((flag) =>
      widths.filter((width) => flag === "" || flag === "+" || flag === " " || width !== "").flatMap((width) => precision.map((p) => `%${flag}${width}${p}${letter}`)),
    ),
  );

const loop = (type: string, values: string, formats: readonly string[]): string => `
for name, f in ([ ${formats.map((format) => `${quoted(format)}, (fun x -> sprintf ${quoted(`<${format}>`)} x)`).join("\n                  ")} ]: (string * (${type} -> string)) list) do
    for x in (${values}: ${type} list) do
        row ("${type} " + name + " " + string x) (fun () -> f x)
`;

const net = (type: string, values: string, formats: readonly string[]): string => `
for format in [ ${formats.map(quoted).join("; ")} ] do
    for x in (${values}: ${type} list) do
        row ("${type} ToString " + format + " " + string x) (fun () -> x.ToString format)
        row ("${type} Format " + format + " " + string x) (fun () -> String.Format("{0:" + format + "}|{0,10:" + format + "}", x))
`;

export const formats: readonly Family[] = [
  family(
    "shapes",
    `${types}
${shapes
  .map(([name, expression]) =>
    [
      `let shape_${name.replaceAll(" ", "_")} () =`,
      `    let x = ${expression}`,
      ...general
        .filter(([format]) => !(format === "equal" && ["exception", "obj list", "version of obj"].includes(name)))
        .map(([format, text]) => `    row ${quoted(`${name} ${format}`)} (fun () -> ${text})`),
      `shape_${name.replaceAll(" ", "_")} ()`,
    ].join("\n"),
  )
  .join("\n")}
`,
  ),
  family(
    "formats",
    `${integers.map(([type, values]) => loop(type, values, specs(integerFormats, [""])) + net(type, values, netIntegerFormats)).join("")}
${loop("float", reals, specs(realFormats, precisions))}
${loop("float32", "[ 0.1f; -2.5f; 3.0e10f; nanf ]", specs(["g", "f", "e"], ["", ".2"]))}
${loop("decimal", "[ 0M; -1.50M; 123456.789M ]", specs(["M", "f", "g"], ["", ".1"]))}
${net("float", "[ 0.0; -0.5; 1.0; 1234.5678; -1e-5; 1e20; nan ]", netFormats)}
${net("float32", "[ 0.1f; 1234.5678f ]", netFormats)}
${net(
  "decimal",
  "[ 0M; 0.50M; -1234.5678M ]",
  netFormats.filter((format) => format !== "R"),
)}
${net("bigint", "[ -5I; 123456789012345678901234567890I ]", ["", "D", "D40", "N0", "X", "G", "E3", "F1", "R"])}
${loop("string", '[ ""; "a"; "long text"; null ]', ["%s", "%8s", "%-8s", "%O", "%A"])}
${loop("char", "[ 'a'; ' '; '\\n' ]", ["%c", "%3c", "%-3c", "%O", "%A"])}
${loop("bool", "[ true; false ]", ["%b", "%7b", "%-7b", "%O", "%A"])}
`,
  ),
];
