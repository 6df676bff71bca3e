/** What the annotating pass relies on in Fable's tree, and the file that shows it. */

import { expectedShape } from "./shape.ts";
import { type CallInfo, caseOf, type Expr, isNode, type List, type Node, type Samples, toArray } from "./tree.ts";

/** F# with every kind of node that the pass reads or makes. */
export const warmUpSource = `module WarmUp
type Shape = Circle of radius: float | Rect of w: float * h: float | Empty
[<Struct>]
type Point = { X: int; mutable Y: byte }
type Color = Red = 1 | Blue = 2
exception Failed of int * string
type Named(name: string) =
    let mutable count = 0
    member _.Name = name
    member _.Inc() = count <- count + 1; count
    abstract Speak: unit -> string
    default _.Speak() = name
type Loud(name) =
    inherit Named(name)
    override _.Speak() = base.Speak() + "!"
let area shape = match shape with Circle r -> r * r | Rect(w, h) when w > 1.0 -> w * h | Rect(w, _) -> w | Empty -> 0.0
let rec sum (xs: int list) acc = match xs with [] -> acc | x :: rest -> sum rest (acc * 31 + x)
let order (a: Shape) (b: Shape) = compare a b
let test (x: obj) = match x with :? int as i -> sprintf "%d" i | :? string as s -> s | _ -> "other"
let chars (c: char) (n: int) (l: int64) = int c, char n, byte n, l * 2L, int64 n, uint32 n
let tuple (pair: int * string) = fst pair
let anonymous () = let a = {| A = 1; B = 'c' |} in a.A
let option x = match x with Some v -> v + 1 | None -> 0
let array (xs: int[]) (i: int) = xs[i] <- 2; xs[i]
let text (s: string) i = s[i]
let show (x: float) = $"{x} {x:F2}"
let loop n =
    let mutable total = 0
    for i in 0 .. n do total <- total + i
    while total > 10 do total <- total - ~~~total
    try (if total = 3 then failwith "x" else ()) with _ -> total <- -1
    { X = total; Y = 1uy }
let boxed (n: int) = box n, (box n :?> int), box n :? string
let change (p: Point byref) = p.Y <- 2uy
let partial = let add a b c = a + b + c in add 1 2
let color (c: Color) = int c, c = Color.Red
let nothing = Unchecked.defaultof<string>
let enumerable = seq { for x in [1; 2] do yield x }
let made = Circle 1.0, Rect(1.0, 2.0), [| 1; 2 |], Some 1, System.Func<int, int, int>(fun a b -> a + b)
let both a b = a && not b
let raised () = raise (Failed(1, "x"))
`;

/** One line per kind of node and record that occurs: unions as all their case names, cases with their number of fields, records as their fields. */
export const describeShape = (root: unknown): Set<string> => {
  const lines = new Set<string>();
  const seen = new Set<object>();
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isNode(value)) {
      lines.add(`union ${value.cases().join("|")}`);
      lines.add(`case ${value.cases()[0]}…${caseOf(value)}/${value.fields.length}`);
      pending.push(...value.fields);
    } else if (Array.isArray(value)) pending.push(...value);
    else {
      const keys = Object.keys(value);
      lines.add(`record ${keys.join(",")}`);
      for (const key of keys) pending.push((value as Record<string, unknown>)[key]);
    }
  }
  return lines;
};

export const missingShape = (found: ReadonlySet<string>): string[] => expectedShape.filter((line) => !found.has(line));

/** The nodes that constructors are taken from. */
export const samplesOf = (declarations: List<Node>): Samples => {
  const call = find(declarations, (node) => caseOf(node) === "Call" && caseOf(node.fields[0] as Expr) === "Import" && toArray((node.fields[1] as CallInfo).Args).length > 0);
  const number = find(
    declarations,
    (node) => caseOf(node) === "Value" && caseOf(node.fields[0] as Node) === "NumberConstant" && caseOf((node.fields[0] as Node).fields[0] as Node) === "Int32",
  );
  const ident = find(declarations, (node) => caseOf(node) === "IdentExpr");
  const int32Type = find(declarations, (node) => caseOf(node) === "Number" && caseOf(node.fields[0] as Node) === "Int32" && caseOf(node.fields[1] as Node) === "Empty");
  const emit = find(declarations, (node) => caseOf(node) === "Emit");
  return { call, number, ident, int32Type, emit };
};

const find = (root: unknown, wanted: (node: Node) => boolean): Node => {
  const seen = new Set<object>();
  const search = (value: unknown): Node | undefined => {
    if (typeof value !== "object" || value === null || seen.has(value)) return undefined;
    seen.add(value);
    if (isNode(value) && wanted(value)) return value;
    for (const inner of isNode(value) ? value.fields : Array.isArray(value) ? value : Object.values(value)) {
      const hit = search(inner);
      if (hit !== undefined) return hit;
    }
    return undefined;
  };
  const hit = search(root);
  if (hit === undefined) throw new Error("the warm-up file lacks a node that its source has");
  return hit;
};
