/** Members of the collections x empty, one, several; index and count arguments in and out of range. */
import { type Family, family, quoted } from "./program.ts";

const sequenceInputs = "[ []; [ 5 ]; [ 3; 1; 2; 3; 1 ] ]";
/** Functions that List, Array and Seq share; `M` is the module. */
const shared: readonly string[] = [
  "M.head",
  "M.last",
  "M.tryHead",
  "M.tryLast",
  "M.length",
  "M.isEmpty",
  "M.sum",
  "M.max",
  "M.min",
  "M.average (M.map float xs)",
  "M.rev",
  "M.sort",
  "M.sortDescending",
  "M.distinct",
  "M.indexed",
  "M.pairwise",
  "M.tail",
  "M.exactlyOne",
  "M.tryExactlyOne",
  "M.map ((*) 2)",
  "M.mapi (fun i x -> i * x)",
  "M.filter (fun x -> x > 1)",
  "M.choose (fun x -> if x > 1 then Some(string x) else None)",
  "M.collect (fun x -> M.replicate 2 x)",
  "M.fold (-) 10",
  "M.reduce (-)",
  "M.scan (+) 0",
  "M.foldBack (-) xs 10",
  "M.reduceBack (-)",
  "M.exists (fun x -> x = 3)",
  "M.forall (fun x -> x > 0)",
  "M.find (fun x -> x = 3)",
  "M.tryFind (fun x -> x = 3)",
  "M.findIndex (fun x -> x = 1)",
  "M.tryFindIndex (fun x -> x = 9)",
  "M.findBack (fun x -> x < 3)",
  'M.pick (fun x -> if x = 2 then Some "two" else None)',
  'M.tryPick (fun x -> if x = 2 then Some "two" else None)',
  "M.groupBy (fun x -> x % 2)",
  "M.countBy (fun x -> x % 2)",
  "M.sortBy (fun x -> -x)",
  "M.sumBy (fun x -> x * x)",
  "M.maxBy (fun x -> -x)",
  "M.minBy (fun x -> -x)",
  "M.averageBy float",
  "M.zip xs xs",
  "M.allPairs xs xs",
  "M.append xs xs",
  "M.contains 3",
  "M.except [ 3 ]",
  "M.takeWhile (fun x -> x > 2)",
  "M.skipWhile (fun x -> x > 2)",
  "M.compareWith compare xs (M.rev xs)",
  "M.toList",
  "M.distinctBy (fun x -> x % 2)",
  "M.map2 (+) xs xs",
  "M.unfold (fun n -> if n > 3 then None else Some(n, n + 1)) 0",
];
const indexed: readonly string[] = [
  "M.item n",
  "M.tryItem n",
  "M.take n",
  "M.skip n",
  "M.truncate n",
  "M.chunkBySize n",
  "M.windowed n",
  "M.splitInto n",
  "M.insertAt n 9",
  "M.removeAt n",
  "M.updateAt n 9",
  "M.replicate n 7",
  "M.init n (fun i -> i * i)",
  "M.insertManyAt n [ 8; 9 ]",
  "M.removeManyAt n 1",
];
const ownOf: Readonly<Record<string, readonly string[]>> = {
  List: [
    "List.splitAt 1",
    "List.partition (fun x -> x > 2)",
    "List.unzip (List.zip xs xs)",
    "List.transpose [ xs; xs ]",
    "List.permute (fun i -> i)",
    "xs.[0]",
    "xs.[1..2]",
    "xs.Length",
    "xs = List.rev xs",
    "compare xs [ 3 ]",
    "hash xs = hash (List.map id xs)",
  ],
  Array: [
    "Array.splitAt 1",
    "Array.partition (fun x -> x > 2)",
    "Array.copy",
    "Array.sub xs 0 1",
    "Array.sortInPlace xs; xs",
    "Array.fill xs 0 1 4; xs",
    "xs.[0]",
    "xs.[1..2]",
    "xs.[-1]",
    "xs.Length",
    "Array.blit xs 0 (Array.zeroCreate 5) 0 xs.Length",
    "Array.create 2 'x'",
    "Array.concat [ xs; xs ]",
  ],
  Seq: ["Seq.cache", "Seq.readonly", "Seq.cast<int>", "Seq.initInfinite id |> Seq.take 3", "Seq.delay (fun () -> xs)", "Seq.concat [ xs; xs ]", "Seq.isEmpty (Seq.skip 1 xs)"],
};

const applied = (expression: string, module: string): string => {
  const call = expression.replaceAll("M.", `${module}.`);
  const complete = /\bxs\b/.test(call) || /^(\w+\.)(replicate|init|unfold|create|zeroCreate|initInfinite)\b/.test(call);
  return complete ? `(${call})` : `(xs |> ${call})`;
};
/** Functions of Seq that give a sequence: it is shown as a list, so that it is run outside of the printing. */
const lazily =
  /^\w+\.(rev|sort|sortDescending|distinct|indexed|pairwise|tail|mapi?|filter|choose|collect|scan|sortBy|zip|allPairs|append|except|takeWhile|skipWhile|distinctBy|map2|unfold|take|skip|truncate|replicate|init|insertAt|removeAt|updateAt|insertManyAt|removeManyAt|cache|readonly|cast<int>|initInfinite|delay|concat|countBy)\b/;
const display = (module: string, expression: string): string => (module === "Seq" && lazily.test(expression) ? "materialise" : "show");

function module(name: "List" | "Array" | "Seq"): string {
  const convert = name === "List" ? "list" : `${name}.ofList list`;
  const rows = (expressions: readonly string[], indent: string, extra: string): string =>
    expressions
      .filter((expression) => !(name === "List" && expression === "M.toList"))
      .map((expression) => {
        const call = applied(expression, name);
        return `${indent}row (${quoted(`${expression.replaceAll("M.", `${name}.`)} `)}${extra} + string list) (fun () -> let xs = ${convert} in ${display(name, expression)} ${call})`;
      })
      .join("\n");
  return `
for list in ${sequenceInputs}: int list list do
${rows([...shared, ...(ownOf[name] ?? [])], "    ", "")}
    for n in [ -1; 0; 1; 3; 9 ] do
${rows(indexed, "        ", ' + string n + " "')}
`.replace(`for list in ${sequenceInputs}: int list list do`, `for list in (${sequenceInputs}: int list list) do`);
}

const mapInputs = '[ Map.empty; Map.ofList [ 1, "a" ]; Map.ofList [ 3, "c"; 1, "a"; 2, "b" ] ]';
const mapRows = [
  "m.Count",
  "m.[2]",
  "Map.find 1 m",
  "Map.tryFind 9 m",
  "Map.containsKey 2 m",
  'Map.add 2 "z" m',
  "Map.remove 1 m",
  "Map.toList m",
  "Map.keys m |> List.ofSeq",
  "Map.values m |> List.ofSeq",
  'Map.fold (fun s k v -> s + string k + v) "" m',
  "Map.filter (fun k _ -> k > 1) m",
  "Map.map (fun k v -> v + string k) m",
  "Map.partition (fun k _ -> k > 1) m",
  'Map.exists (fun _ v -> v = "b") m',
  "Map.minKeyValue m",
  "Map.maxKeyValue m",
  'Map.findKey (fun _ v -> v = "b") m',
  "Map.tryPick (fun k v -> if k = 2 then Some v else None) m",
  'Map.change 1 (Option.map (fun v -> v + "!")) m',
  "m = Map.ofSeq (Map.toSeq m)",
  "compare m Map.empty",
  "string m",
  "m.TryGetValue 2",
  "m.IsEmpty",
];
const setInputs = "[ Set.empty; set [ 1 ]; set [ 3; 1; 2 ] ]";
const setRows = [
  "s.Count",
  "Set.contains 2 s",
  "Set.add 9 s",
  "Set.remove 1 s",
  "Set.union s (set [ 2; 7 ])",
  "Set.intersect s (set [ 2; 7 ])",
  "Set.difference s (set [ 2 ])",
  "Set.minElement s",
  "Set.maxElement s",
  "Set.isSubset s (set [ 1; 2; 3 ])",
  "Set.isProperSubset s s",
  "Set.map (fun x -> x / 2) s",
  "Set.filter (fun x -> x > 1) s",
  "Set.partition (fun x -> x > 1) s",
  "Set.toList s",
  "Set.fold (+) 0 s",
  "Set.unionMany [ s; s ]",
  "Set.intersectMany [ s; s ]",
  "string s",
  "s + set [ 5 ]",
  "s - set [ 1 ]",
  "compare s (set [ 2 ])",
];
const dictionaryRows = [
  "d.Count",
  'd.["b"]',
  'd.ContainsKey "a"',
  'd.TryGetValue "z"',
  'd.Remove "a"',
  'd.Add("a", 9)',
  'd.["a"] <- 7; d.["a"]',
  "d.Keys |> List.ofSeq",
  "d.Values |> List.ofSeq",
  "d.Clear(); d.Count",
  "[ for pair in d -> pair.Key, pair.Value ]",
  "d.ContainsValue 2",
];
const resizeRows = [
  "r.Count",
  "r.[0]",
  "r.[-1]",
  "r.Add 4; r",
  "r.Insert(1, 9); r",
  "r.Insert(9, 9); r",
  "r.RemoveAt 0; r",
  "r.RemoveAt 9; r",
  "r.Remove 1",
  "r.IndexOf 1",
  "r.Contains 3",
  "r.Reverse(); r",
  "r.Sort(); r",
  "r.AddRange [ 7; 8 ]; r",
  "r.GetRange(0, 1)",
  "r.GetRange(1, 9)",
  "r.RemoveRange(0, 1); r",
  "r.FindIndex(fun x -> x = 1)",
  "r.Exists(fun x -> x > 2)",
  "r.ToArray()",
  "r.[0] <- 5; r",
  "r.Clear(); r.Count",
  "r.RemoveAll(fun x -> x = 1)",
];
const optionInputs = "[ None; Some 0; Some 5 ]";
const optionRows = [
  "o.IsSome",
  "Option.get o",
  "o.Value",
  "Option.defaultValue 9 o",
  "Option.map ((+) 1) o",
  "Option.bind (fun x -> if x > 0 then Some(x * 2) else None) o",
  "Option.filter (fun x -> x > 0) o",
  "Option.toList o",
  "Option.toArray o",
  "Option.count o",
  "Option.exists (fun x -> x = 5) o",
  "Option.forall (fun x -> x = 5) o",
  "Option.orElse (Some 1) o",
  "Option.fold (+) 1 o",
  "Option.map2 (+) o o",
  "Option.contains 5 o",
  "compare o (Some 3)",
  "string o",
  "Option.toNullable o",
  "Option.flatten (Some o)",
  "hash o = hash (Option.map id o)",
];

const loop = (name: string, type: string, inputs: string, rows: readonly string[]): string => `
for ${name} in (${inputs}: ${type} list) do
${rows.map((expression) => `    row (${quoted(`${expression} `)} + line (sprintf "%A" ${name})) (fun () -> show (${expression}))`).join("\n")}
`;
/** Of a value that the row may change. */
const fresh = (name: string, make: string, rows: readonly string[]): string =>
  rows.map((expression) => `row ${quoted(`${expression} of ${make}`)} (fun () -> let ${name} = ${make} in show (${expression}))`).join("\n");

const preamble = `
let inline show x = sprintf "%A" x
let inline materialise (x: seq<'a>) = sprintf "%A" (List.ofSeq x)
`;

export const collections: readonly Family[] = [
  family("lists", `${preamble}${module("List")}`),
  family("arrays", `${preamble}${module("Array")}`),
  family("sequences", `${preamble}${module("Seq")}`),
  family(
    "tables",
    `open System.Collections.Generic
${preamble}${loop("m", "Map<int, string>", mapInputs, mapRows)}${loop("s", "Set<int>", setInputs, setRows)}${loop("o", "int option", optionInputs, optionRows)}
${fresh("d", 'Dictionary<string, int>(dict [ "a", 1; "b", 2 ])', dictionaryRows)}
${fresh("d", "Dictionary<string, int>()", dictionaryRows)}
${fresh("r", "ResizeArray [ 3; 1; 2; 1 ]", resizeRows)}
${fresh("r", "ResizeArray<int>()", resizeRows)}
`,
  ),
];
