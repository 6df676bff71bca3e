import { beforeAll, describe, expect, test } from "vitest";
import { annotations, operators, primitives } from "../schemas/annotations.ts";
import { type CompileAnswer, Fable } from "./fable.ts";
import { ownDefines } from "./graph.ts";

let fable: Fable;
beforeAll(async () => {
  fable = await Fable.open();
});

const compile = (...sources: readonly string[]): CompileAnswer =>
  fable.compile({ projectFile: "App.fsproj", defines: ownDefines, options: [], files: sources.map((source, at) => ({ path: `F${at}.fs`, source, own: true })) });

/** The body of the function or value `name` on one line, without Fable's `| 0`. */
const bodyOf = (answer: CompileAnswer, name: string): string => {
  const code = answer.modules.map((module) => module.code).join("\n");
  const start = code.search(new RegExp(`^(export )?(function|const) ${name}\\b`, "m"));
  if (start < 0) throw new Error(`no ${name} in\n${code}`);
  const end = code.indexOf("\n\n", start);
  return code
    .slice(start, end < 0 ? undefined : end)
    .replace(/\s+/g, " ")
    .replace(/ \| 0\b/g, "")
    .replace(/^.*?(?:\{ (?=return|switch|if|const|let|set_)| = )/, "")
    .replace(/ ?\}?;?$/, "")
    .replace(/^return |;$/g, "");
};

/** Compiles one definition of `f` after some types. */
const annotated = (definition: string): string => {
  const answer = compile(`module App\nopen System\n${types}\n${definition}\n`);
  expect(answer.messages.filter((message) => message.severity === "error")).toEqual([]);
  return bodyOf(answer, "f");
};
const types = `
type Shape = Circle of radius: float | Rect of w: float * h: float | Empty
type P = { X: int; mutable Y: byte }
type Color = Red = 1uy | Blue = 2uy
[<Measure>] type m`;

describe("operations are named after the type they act on", () => {
  test.each([
    ["let f (a: byte) = a * 3uy", "mul_uint8(a, literal_uint8(3))"],
    ["let f (a: int) b = a * 31 + b", "add_int32(mul_int32(a, 31), b)"],
    ["let f (a: uint32) b = a / b", "div_uint32(a, b)"],
    ["let f (a: uint32) b = (a / b) < (a &&& b)", "lt_uint32(div_uint32(a, b), and_uint32(a, b))"],
    ["let f (a: int64) b = a * b - 1L", "sub_int64(mul_int64(a, b), literal_int64(1n))"],
    ["let f (a: int64) b = (a < b) = (a = b)", "eq_bool(lt_int64(a, b), eq_int64(a, b))"],
    ["let f (a: uint64) (n: int) = a >>> n", "shr_uint64(a, n)"],
    ["let f (a: float32) = -a", "neg_float32(a)"],
    ["let f (a: sbyte) = -a", "neg_int8(a)"],
    ["let f (a: float<m>) = a + 1.0<m>", "add_float64(a, literal_float64(1))"],
    ["let f (a: char) = a >= 'a'", 'ge_char(a, literal_char("a"))'],
    ["let f (a: string) b = a + b < b", "lt_string(add_string(a, b), b)"],
    ["let f (a: Color) = a ||| Color.Blue", "or_uint8(a, literal_uint8(2))"],
    ["let f (a: int) = ~~~a", "not_int32(a)"],
    ["let f (a: bool) b = a <> b", "ne_bool(a, b)"],
  ])("%s", (source, expected) => expect(annotated(source)).toBe(expected));
});

describe("conversions are recovered", () => {
  test.each([
    ["let f (a: float) = int a", "convert_float64_int32(a)"],
    ["let f (a: int) = float a", "convert_int32_float64(a)"],
    ["let f (a: int) = byte a", "convert_int32_uint8(a)"],
    ["let f (a: byte) = int a", "convert_uint8_int32(a)"],
    ["let f (a: char) = int a", "convert_char_int32(a)"],
    ["let f (a: char) = byte a", "convert_char_uint8(a)"],
    ["let f (a: int) = char a", "convert_int32_char(a)"],
    ["let f (a: int64) = char a", "convert_int64_char(a)"],
    ["let f (a: byte) = char a", "convert_uint8_char(a)"],
    ["let f (a: int) = int64 a", "convert_int32_int64(a)"],
    ["let f (a: int64) = int a", "convert_int64_int32(a)"],
    ["let f (a: uint64) = float a", "convert_uint64_float64(a)"],
    ["let f (a: float) = float32 a", "convert_float64_float32(a)"],
    ["let f (a: char) = string a", "convert_char_string(a)"],
    ["let f (a: char) = float a / 2.0", "div_float64(convert_char_float64(a), literal_float64(2))"],
    ["let f (a: float) = float (int a)", "convert_int32_float64(convert_float64_int32(a))"],
    ["let f (a: int64) = sign a", 'compare("int64", a, convert_int32_int64(0))'],
    ["let f (a: float32) = sqrt a", "convert_float64_float32(Math.sqrt(a))"],
    ["let f (a: Color) = int a", "convert_uint8_int32(a)"],
    ["let f (a: int) b = int (float a / b)", "convert_float64_int32(div_float64(convert_int32_float64(a), b))"],
    ["let f (a: float) = string a", 'to_string("float64", a)'],
    ["let f (a: P) = a.ToString()", 'to_string("App.P", a)'],
  ])("%s", (source, expected) => expect(annotated(source)).toBe(expected));
});

describe("checked operators raise", () => {
  test.each([
    ["open Checked\nlet f (a: byte) b = a * b", "mul_checked_uint8(a, b)"],
    ["open Checked\nlet f a b = a + b", "add_checked_int32(a, b)"],
    ["open Checked\nlet f (a: float) b = a + b", "add_float64(a, b)"],
    ["open Checked\nlet f (a: int64) = -a", "sub_checked_int64(0, a)"],
    ["open Checked\nlet f () = Int32.MaxValue + 1", "add_checked_int32(2147483647, 1)"],
    ["let f (a: float) = Checked.int a", "convert_checked_float64_int32(a)"],
    ["open FSharp.Core.Operators.Checked\nlet f (a: char) = byte a", "convert_checked_char_uint8(a)"],
    ["let f (a: int16) = Microsoft.FSharp.Core.Operators.Checked.(-) a 1s", "sub_checked_int16(a, literal_int16(1))"],
    ["let f a = Operators.Checked.(*) a 3", "mul_checked_int32(a, 3)"],
  ])("%s", (source, expected) => expect(annotated(source)).toEqual(expected));

  test("everywhere under --checked+", () => {
    const files = [{ path: "F.fs", source: "module App\nlet f (a: int) = a + 1\n", own: true }];
    expect(bodyOf(fable.compile({ projectFile: "App.fsproj", defines: ownDefines, options: ["--checked+"], files }), "f")).toBe("add_checked_int32(a, 1)");
  });
});

describe("values", () => {
  test.each([
    ["let f = Int32.MaxValue + 1", "-2147483648"],
    ["let f w = Rect(w, 1.0)", 'new_union("App.Shape", 1, w, literal_float64(1))'],
    ["let f = Empty", 'new_union("App.Shape", 2)'],
    ["let f p = { p with X = 2 }", 'new_record("App.P", 2, get_field("App.P", "Y", p))'],
    ["let f () = { new IDisposable with member _.Dispose() = () }", 'implements$("System.IDisposable", { Dispose(): void { }, })'],
    [
      "let f () = { new Collections.Generic.IEnumerable<int> with member _.GetEnumerator() = null\n             interface Collections.IEnumerable with member _.GetEnumerator() = null }",
      expect.stringMatching(/^implements\$\("seq<int32>", "System.Collections.IEnumerable", \{/),
    ],
    ["let f (p: P) = p.Y <- 2uy", 'set_field("App.P", "Y", p, literal_uint8(2))'],
    ["let f = {| A = 1; B = 'c' |}", 'new_anon("anon:A:B<int32,char>", 1, literal_char("c"))'],
    ['let f (a: int) = (a, "x")', 'new_tuple("tuple<int32,string>", a, "x")'],
    ["let f (a: list<int * string>) = snd a.Head", 'get_item("tuple<int32,string>", 1, memberHead(a))'],
    ["let f (a: int[]) i = a[i]", 'get_element("array<int32>", a, i)'],
    ['let f (a: ResizeArray<string>) = a[0] <- "x"', 'set_element("resizearray<string>", a, 0, "x")'],
    ["let f (s: string) i = s[i]", "get_char(s, i)"],
    ["let f (a: P) b = a = b", 'equal("App.P", a, b)'],
    ["let f (a: int list) b = compare a b", 'compare("list<int32>", a, b)'],
    ["let f (a: P option) = hash a", 'hash("option<App.P>", a)'],
    ["let f (a: Result<int, string>) b = a = b", 'equal("Microsoft.FSharp.Core.FSharpResult<int32,string>", a, b)'],
    ["let f (a: Map<string, int>) b = a = b", 'equal("map<string,int32>", a, b)'],
    ["let f (a: float) = box a", 'box("float64", a)'],
    ["let f (a: obj) = unbox<int> a", 'unbox("int32", a)'],
    ["let f (a: obj) = a :?> P", 'cast("App.P", a)'],
    ["let f (a: obj) = a :? Color", 'is_type("App.Color", a)'],
    ["let f () = Unchecked.defaultof<string>", 'default_of("string")'],
    ['let f (a: int) (b: P) = sprintf "%d %A" a b', 'toText(format("fn<int32,App.P,string>", printf("%d %A")))(a)(b)'],
    ['let f (a: float) = $"{a} {a:F2}"', `\${to_string("float64", a)} \${format("{0:F2}", box("float64", a))}`.replace(/^|$/g, "`")],
    ["let f (xs: int64 list) = List.reduce (+) xs", "reduce<int64>((x: int64, y: int64): int64 => (add_int64(x, y)), xs)"],
  ])("%s", (source, expected) => expect(annotated(source).replaceAll("\\'", "'").replace("format_1(", "format(")).toEqual(expected));
});

describe("constant patterns keep their switch", () => {
  test.each([
    ["let f s = match s with Circle r -> r | Rect(w, _) -> w | Empty -> 0.0", /^switch \(s\.tag\) \{ case \/\* Rect \*\/ 1: return get_union\("App\.Shape", 1, 0, s\);/],
    ["let f n = match n with 1 -> 'a' | 2 -> 'b' | _ -> 'c'", /^switch \(n\) \{ case 1: return literal_char\("a"\); case 2:/],
    ["let f (n: byte) = match n with 1uy -> 1 | 2uy -> 2 | _ -> 3", /^switch \(n\) \{ case 1:/],
    ['let f s = match s with "a" -> 1 | "b" -> 2 | _ -> 3', /^switch \(s\) \{ case "a":/],
    ["let f (p: P) = match p.X with 1 -> 1 | 2 -> 2 | _ -> 3", /switch \(matchValue\) \{ case 1:/],
    [
      'let f p = match p with (1, _) -> 1 | (2, "x") -> 2 | (2, _) -> 3 | _ -> 4',
      /subject\$1: int32 = get_item\("tuple<int32,string>", 0, p\)[^]*switch \(subject\$1\) \{ case 1:/,
    ],
  ])("%s", (source, expected) => expect(annotated(source)).toMatch(expected));
});

test("only known operations are imported", () => {
  const answer = compile(`module App\n${types}\nlet f (a: float) (b: int64) (c: char) = $"{int a} {int64 c} {b % 2L}", box c, [| Rect(a, a) |], (a, b) = (a, b)\n`);
  const imported = [...answer.modules[0].code.matchAll(/import \{([^}]*)\} from "fusabi:op"/g)].flatMap((match) => match[1].split(",").map((name) => name.trim().split(" as ")[0]));
  const known = new Set([
    ...Object.keys(annotations),
    ...operators.flatMap((operator) => primitives.map((primitive) => `${operator}_${primitive}`)),
    ...primitives.map((primitive) => `literal_${primitive}`),
    ...primitives.flatMap((from) => primitives.map((to) => `convert_${from}_${to}`)),
  ]);
  expect(imported.length).toBeGreaterThan(5);
  expect(imported.filter((name) => !known.has(name))).toEqual([]);
});

test("entities and members have F# types", () => {
  const { entities, modules, messages } = compile(`module App.Geo
type T<'a> = A of item: 'a | B
[<CustomEquality; NoComparison>]
type R = { Id: int; Next: T<R> option } with
    override this.Equals _ = true
    override _.GetHashCode() = 1
type C(start: int) =
    let mutable count = start
    member _.Count = count
exception Bad of code: int
let add (a: int, b: int) (c: float) = Some c
let mutable state = 1L
[<EntryPoint>]
let main (args: string[]) = 0
`);
  expect(messages.filter((message) => message.severity === "error")).toEqual([]);
  const known = Object.fromEntries(entities.map((entity) => [entity.fullName, entity]));
  expect(Object.keys(known)).toEqual(["App.Geo.Bad", "App.Geo.C", "App.Geo.R", "App.Geo.T"]);
  expect(known["App.Geo.T"]).toMatchObject({
    kind: "union",
    path: "F0.fs",
    className: "T$1",
    generics: ["a"],
    equality: "structural",
    comparison: "structural",
    cases: [
      { name: "A", fields: [{ name: "item", type: "'a" }] },
      { name: "B", fields: [] },
    ],
  });
  expect(known["App.Geo.R"]).toMatchObject({
    kind: "record",
    equality: "custom",
    comparison: "none",
    fields: [
      { name: "Id", type: "int32" },
      { name: "Next", type: "option<App.Geo.T<App.Geo.R>>" },
    ],
  });
  expect(known["App.Geo.C"]).toMatchObject({ kind: "class", equality: "reference", fields: [{ name: "start" }, { name: "count", mutable: true }].slice(-1) });
  expect(known["App.Geo.Bad"]).toMatchObject({ kind: "exception", base: "System.Exception", fields: [{ name: "code", type: "int32" }] });
  expect(modules[0].members.map(({ name, type, parameters, isMutable, isEntryPoint }) => ({ name, type, parameters, isMutable, isEntryPoint }))).toEqual([
    { name: "App.Geo.add", type: "fn<tuple<int32,int32>,float64,option<float64>>", parameters: [["a", "b"], ["c"]], isMutable: false, isEntryPoint: false },
    { name: "App.Geo.state", type: "int64", parameters: [], isMutable: true, isEntryPoint: false },
    { name: "App.Geo.main", type: "fn<array<string>,int32>", parameters: [["args"]], isMutable: false, isEntryPoint: true },
  ]);
});

test("positions are of the file itself, also for inlined code of another", () => {
  const { modules } = compile("module Low\n\n\n\nlet inline twice x =\n    let y = x + x\n    y * y\n", "module High\nlet f a =\n    Low.twice a\n");
  const { code, mappings } = modules[1];
  const lines = code.split("\n");
  expect(mappings.length).toBeGreaterThan(3);
  for (const [line, column, sourceLine] of mappings) {
    expect(column).toBeLessThan(lines[line - 1].length);
    expect(sourceLine).toBeLessThanOrEqual(3);
  }
  const product = lines.findIndex((line) => line.includes("mul_int32(")) + 1;
  expect(mappings.filter(([line]) => line === product).map(([, , sourceLine]) => sourceLine)).toContain(3);
});

test("every error and warning of every file is reported with F#'s number", () => {
  const { messages, modules } = compile('module A\nlet a: int = "x"\nlet b = missing\n', "module B\nlet f x = match x with Some y -> y\nlet c: string = 1\n");
  expect(modules).toEqual([]);
  expect(messages.map(({ file, severity, number, startLine }) => [file, severity, number, startLine])).toEqual([
    ["F0.fs", "error", 1, 2],
    ["F0.fs", "error", 39, 3],
    ["F1.fs", "warning", 25, 2],
    ["F1.fs", "error", 1, 3],
  ]);
  expect(messages[0].text.replace(/\s+/g, " ")).toBe("This expression was expected to have type 'int' but here has type 'string'");
});
