/** What random programs may use beside expressions of F#'s own: types and functions that stand before all of them, and rules over them. */
import { call, from, infix, type Rule, rule } from "./rules.ts";

/** Classes, structs, active patterns, a computation expression, inline functions, units of measure. */
export const declarations = `[<Measure>] type m
[<Measure>] type s

[<Struct>]
type Point = { X: int; Y: int }

[<Struct>]
type Either =
    | Left of left: int
    | Right of right: string

type INamed =
    abstract Area: int -> int
    abstract Name: string

type Square(side: int) =
    let mutable calls = 0
    member _.Side = side
    override _.ToString() = sprintf "Square %d" side
    interface INamed with
        member _.Area n =
            calls <- calls + 1
            side * side + n + calls
        member this.Name = "square" + string this.Side

[<AbstractClass>]
type Animal(name: string) =
    abstract Sound: int -> string
    default _.Sound n = String.replicate (abs (n % 3)) name
    member this.Twice n = this.Sound n + this.Sound(n + 1)
    static member Loudest(left: Animal, right: Animal) = if (left.Sound 1).Length < (right.Sound 1).Length then right else left

type Dog(name: string, age: int) =
    inherit Animal(name)
    override _.Sound n = base.Sound n + string age

let named (name: string) (area: int -> int) =
    { new INamed with
        member _.Area n = area (n + 1)
        member _.Name = name }

let noisy (name: string) (times: int) =
    { new Animal(name) with
        override _.Sound n = string (n + times) }

let (|Even|Odd|) n = if n % 2 = 0 then Even else Odd
let (|Prefix|_|) (start: char) (text: string) = if text.Length > 0 && text.[0] = start then Some(text.Substring 1) else None
let (|Between|_|) low high n = if n >= low && n <= high then Some(n - low) else None

type MaybeBuilder() =
    member _.Bind(x, f) = Option.bind f x
    member _.Return x = Some x
    member _.ReturnFrom(x: 'a option) = x
    member _.Zero() = Some()
    member _.Delay(f: unit -> 'a option) = f
    member _.Run(f: unit -> 'a option) = f ()
    member _.Combine(first: unit option, rest: unit -> 'a option) = Option.bind rest first
    member _.TryWith(body: unit -> 'a option, handler: exn -> 'a option) = try body () with error -> handler error
let maybe = MaybeBuilder()

let inline total (xs: ^a list) = List.fold (+) LanguagePrimitives.GenericZero xs
let inline twice f x = f (f x)
let inline lengthOf (x: ^a) = (^a: (member Length: int) x)
let rec collatz steps (n: int64) = if n <= 1L || steps > 50 then steps elif n % 2L = 0L then collatz (steps + 1) (n / 2L) else collatz (steps + 1) (3L * n + 1L)
`;

const structs: readonly Rule[] = [
  rule("Point", ["int", "int"], (x, y) => `({ X = ${x}; Y = ${y} }: Point)`),
  rule("Point", ["Point", "int"], (p, y) => `({ (${p}: Point) with Y = ${y} })`),
  rule("int", ["Point"], (p) => `((${p}: Point).X)`),
  rule("int", ["Point", "Point"], (p, q) => `(sign (compare (${p}: Point) ${q}))`),
  rule("bool", ["Point", "Point"], (p, q) => `((${p}: Point) = ${q})`),
  rule("int", ["Point"], (p) => `(match ${p} with { X = 0; Y = y } -> y | { X = Even & x } -> x | { Y = Between -10 10 y } when y > 3 -> -y | p -> p.X - p.Y)`),
  rule("Either", ["int"], (x) => `(Left ${x})`),
  rule("Either", ["string"], (x) => `(Right ${x})`),
  rule("string", ["Either"], (e) => `(match ${e} with Left n when n < 0 -> "below" | Left n -> string n | Right(Prefix 'a' rest) -> rest | Right text -> text)`),
  rule("bool", ["Either", "Either"], (a, b) => `((${a}: Either) < ${b})`),
  rule("int * string", ["int", "string"], (a, b) => `(${a}, ${b})`),
  rule("int", ["int * string"], (pair) => `(fst ${pair})`),
  rule("string", ["int * string"], (pair) => `(let (n, text) = ${pair} in sprintf "%d-%s" n text)`),
  rule("(int * string) list", ["int list", "string"], (xs, text) => `(List.mapi (fun i x -> (x, ${text} + string i)) ${xs})`),
  rule("(int * string) list", ["(int * string) list"], (xs) => `(${xs} |> List.sortBy snd |> List.truncate 4)`),
  rule("(int * string) list", ["Map<string, int>"], (map) => `(${map} |> Map.toList |> List.map (fun (key, value) -> (value, key)))`),
  rule("Map<string, int>", ["(int * string) list"], (xs) => `(${xs} |> List.map (fun (n, text) -> (text, n)) |> Map.ofList)`),
];

const classes: readonly Rule[] = [
  rule("int", ["int", "int"], (side, n) => `(let square = Square ${side} :> INamed in square.Area ${n} + square.Area 1)`),
  rule("string", ["int"], (side) => `((Square ${side} :> INamed).Name)`),
  rule("string", ["int"], (side) => `(string (Square ${side}))`),
  rule("int", ["int", from("int").to("int")], (n, f) => `((named "other" ${f}).Area ${n})`),
  rule("string", ["string", "int", "int"], (name, age, n) => `(Dog(${name}, ${age}).Twice ${n})`),
  rule("string", ["string", "int"], (name, age) => `(Animal.Loudest(Dog(${name}, 1), Dog("b", ${age})).Sound 2)`),
  rule("string", ["int", "string"], (age, name) => `(match box (Dog(${name}, ${age})) with :? Square -> "square" | :? Animal as animal -> animal.Sound 1 | _ -> "?")`),
  rule("string", ["string", "int"], (name, n) => `((noisy ${name} ${n}).Twice 3)`),
];

const flow: readonly Rule[] = [
  rule("int", ["int", "int"], (a, b) => `(match ${a} with Even -> ${b} | Odd -> ${a})`),
  rule("string", ["string"], (text) => `(match ${text} with Prefix 'a' rest | Prefix 'H' rest -> rest | Prefix 'x' (Prefix ',' rest) -> "<" + rest | other -> other + "!")`),
  rule("int", ["int"], (n) => `(match ${n} with Between 0 10 k -> k | Between -1000 -1 k when k % 2 = 0 -> k * 2 | k -> k ^^^ 5)`),
  rule(
    "int",
    ["int option", "int list"],
    (o, xs) => `(match ${o}, ${xs} with Some x, y :: _ when x > y -> x | None, [] -> 0 | None, [ z ] -> z | _, _ :: z :: _ -> -z | Some x, _ -> x - 1 | None, _ -> 7)`,
  ),
  rule("int option", ["int option", "int option"], (a, b) => `(maybe { let! x = ${a} in let! y = ${b} in if x > y then return x - y else return! ${a} })`),
  rule("int option", ["int option", "int"], (a, n) => `(maybe { try let! x = ${a} in return 100 / (x - ${n}) with _ -> return ${n} })`),
  rule("int", ["int list"], (xs) => `(let total = ref 0 in List.iter (fun x -> total.Value <- total.Value * 3 + x) ${xs}; total.Value)`),
  rule("int", ["int list", "int"], (xs, n) => `(let mutable total = ${n} in (for x in ${xs} do total <- total ^^^ (x + total)); total)`),
  rule(
    "int",
    ["int", "int"],
    (a, b) =>
      `(let log = ref ${a} in (try (try log.Value <- log.Value / ${b} finally log.Value <- log.Value + 1) with :? System.DivideByZeroException -> log.Value <- -5); log.Value)`,
  ),
  rule("int", ["string", "int"], (text, n) => `(try int ${text} with :? System.FormatException as e -> e.Message.Length | _ when ${n} > 0 -> ${n} | _ -> -1)`),
  rule(
    "string",
    ["int"],
    (n) => `(try (if ${n} > 3 then failwith "big" elif ${n} = 0 then invalidArg "n" "zero" else string ${n}) with Failure message -> message | e -> e.Message)`,
  ),
  rule("int", ["int64"], (n) => `(collatz 0 ${n})`),
  rule("float", ["float", "float"], (a, b) => `(float ((${a} * 1.0<m>) / (${b} * 2.0<s>) * 3.0<s / m>))`),
  rule("int", ["int", "int"], (a, b) => `(int (${a} * 1<m> + ${b} * 1<m>))`),
  rule("Result<int, string>", ["int"], (n) => `(Ok ${n}: Result<int, string>)`),
  rule("Result<int, string>", ["string"], (text) => `(Error ${text}: Result<int, string>)`),
  rule("Result<int, string>", ["Result<int, string>", from("int").to("int")], (r, f) => `(Result.map ${f} ${r})`),
  rule("Result<int, string>", ["Result<int, string>", "int"], (r, n) => `(${r} |> Result.bind (fun x -> if x > ${n} then Ok(x - 1) else Error(string x)))`),
  rule("int", ["Result<int, string>"], (r) => `(match ${r} with Ok n -> n | Error "" -> 0 | Error text -> text.Length)`),
];

const sequences: readonly Rule[] = [
  rule("int list", ["int list"], (xs) => `[ for x in ${xs} do yield! (if x % 2 = 0 then [ x; x / 2 ] else [ x ]) ]`),
  rule("int list", ["int list", "int list"], (xs, ys) => `[ for x in ${xs} do for y in ${ys} do if x < y then yield x - y ]`),
  rule("int list", ["int list"], (xs) => `(seq { for x in ${xs} do yield! seq { 0 .. x % 4 } } |> Seq.truncate 9 |> Seq.toList)`),
  rule("int list", ["int"], (n) => `(Seq.unfold (fun k -> if k > 40 then None else Some(k, k * 2 + 1)) (abs (${n} % 7)) |> List.ofSeq)`),
  rule("int list", ["int list"], (xs) => `(${xs} |> List.pairwise |> List.map (fun (a, b) -> a - b))`),
  rule("int list", ["int list", "int"], (xs, n) => `(${xs} |> List.chunkBySize (1 + abs (${n} % 3)) |> List.map List.sum)`),
  rule("int list", ["int list"], (xs) => `(${xs} |> List.windowed 2 |> List.collect id)`),
  rule("int list", ["int list", "int"], (xs, n) => `(List.scan (fun a b -> a + b) ${n} ${xs})`),
  rule("int list", ["int list", "int"], (xs, n) => `(List.skip (${n} % 3) ${xs})`),
  rule("int list", ["int list"], (xs) => `(List.foldBack (fun x acc -> if List.contains x acc then acc else x :: acc) ${xs} [])`),
  rule("int", ["int list"], (xs) => `(List.reduce (fun a b -> a * 31 + b) ${xs})`),
  rule("int", ["int list"], (xs) => `(List.maxBy (fun x -> x % 10) ${xs})`),
  rule("float", ["int list"], (xs) => `(List.averageBy float ${xs})`),
  rule("string", ["int list", "string list"], (xs, ys) => `(List.fold2 (fun acc x y -> acc + string (x: int) + y) "" ${xs} ${ys})`),
  rule("int list", ["int list", "int", "int"], (xs, a, b) => `((${xs}).[${a} % 3 .. ${b} % 3])`),
  rule("int array", ["int array", "int"], (xs, n) => `((${xs}).[${n} % 3 ..])`),
  rule("int array", ["int array", "int", "int"], (xs, i, x) => `(let copy = Array.copy ${xs} in copy.[${i} % 3] <- ${x}; copy)`),
  rule("int", ["int array"], (xs) => `(let sorted = Array.sortBy (fun x -> -x) ${xs} in Array.fold (fun acc x -> acc * 7 + x) 1 sorted)`),
  rule("string", ["int array"], (xs) => `(sprintf "%A" (Array.indexed ${xs} |> Array.rev))`),
  ...["int", "int64", "float", "decimal"].map((type) => call(type, "total", `${type} list`)),
  rule("int", ["int", from("int").to("int")], (n, f) => `(twice ${f} ${n})`),
  rule("int", ["string", "int list"], (text, xs) => `(lengthOf ${text} + lengthOf ${xs})`),
  rule("Set<int>", ["int list"], (xs) => `(Set.ofList ${xs})`),
  rule("Set<int>", ["Set<int>", "int"], (set, x) => `(Set.add ${x} ${set})`),
  ...["+", "-"].map((operator) => infix("Set<int>", operator, "Set<int>")),
  call("Set<int>", "Set.intersect", "Set<int>", "Set<int>"),
  call("Set<int>", "Set.filter", from("int").to("bool"), "Set<int>"),
  call("bool", "Set.isSubset", "Set<int>", "Set<int>"),
  call("int", "Set.maxElement", "Set<int>"),
  rule("int list", ["Set<int>"], (set) => `(Set.toList ${set})`),
  rule("Map<string, int>", ["Map<string, int>", from("string", "int").to("int")], (map, f) => `(Map.map ${f} ${map})`),
  rule("Map<string, int>", ["Map<string, int>", "string"], (map, key) => `(Map.remove ${key} ${map})`),
  rule("Map<string, int>", ["Map<string, int>", "string"], (map, key) => `(Map.change ${key} (function Some n -> (if n > 5 then None else Some(n + 1)) | None -> Some 0) ${map})`),
  rule("int", ["Map<string, int>"], (map) => `(Map.fold (fun acc (key: string) value -> acc * 3 + key.Length + value) 0 ${map})`),
  rule(
    "int",
    ["string", "int", "string", "int"],
    (k, v, l, w) =>
      `(let table = System.Collections.Generic.Dictionary<string, int>() in table.[${k}] <- ${v}; table.[${l}] <- ${w}; (match table.TryGetValue ${k} with | true, n -> n | _ -> 0) + table.Count)`,
  ),
  rule("int", ["string", "string"], (k, l) => `(let table = System.Collections.Generic.Dictionary<string, int>() in table.Add(${k}, 1); table.Add(${l}, 2); table.[${k}])`),
  rule("bool", ["int list", "int"], (xs, n) => `(System.Collections.Generic.HashSet<int>(${xs}).Contains ${n})`),
  rule("int", ["int list"], (xs) => `(let items = ResizeArray<int>(${xs}) in items.Add 4; items.Insert(0, 9); items.RemoveAt 1; items.Sort(); items.[0] + items.Count)`),
];

const texts: readonly Rule[] = [
  rule("string", ["string", "int", "int"], (text, a, b) => `((${text}).[${a} % 4 .. ${b} % 7])`),
  rule("string", ["string"], (text) => `(${text} |> String.map System.Char.ToUpperInvariant |> String.filter System.Char.IsLetterOrDigit)`),
  rule("string", ["string"], (text) => `(${text} |> Seq.rev |> Seq.map string |> String.concat "-")`),
  rule("string", ["string"], (text) => `(String.collect (fun c -> sprintf "%c%d" c (int c % 10)) ${text})`),
  rule("string", ["string", "int", "string"], (text, at, other) => `((${text}).Insert(${at} % 3, ${other}))`),
  rule("string", ["string", "int"], (text, at) => `((${text}).Remove(${at} % 3))`),
  rule("string", ["string list"], (xs) => `(System.String.Join("; ", ${xs}))`),
  rule("string", ["int", "string", "float"], (n, text, x) => `(System.Text.StringBuilder().Append(${n}).Append(${text}).Append(',').Append(${x}).ToString())`),
  rule("string", ["int", "float"], (n, x) => `(System.String.Format("{0:D4}|{1:F2}|{0,8:X}", ${n}, ${x}))`),
  rule("string", ["int", "decimal"], (n, x) => `(let n = ${n} in let x = ${x} in $"%d{n} {x:N1} {n:x}")`),
  rule("bool", ["string", "char"], (text, c) => `((${text}).StartsWith(${c}) || (${text}).EndsWith(${c}))`),
  rule("int", ["string", "string"], (a, b) => `(sign (System.String.CompareOrdinal(${a}, ${b})))`),
  rule("int", ["string", "char"], (text, c) => `((${text}).LastIndexOf(${c}))`),
  rule("string list", ["string"], (text) => `((${text}).Split([| ','; ' ' |], System.StringSplitOptions.RemoveEmptyEntries) |> List.ofArray)`),
  rule("string", ["string"], (text) => `((${text}).TrimStart('a', ' ').TrimEnd())`),
  rule("int", ["string"], (text) => `(match System.Int32.TryParse(${text}: string) with | true, n -> n | _ -> -1)`),
  rule("char", ["char", "int"], (c, n) => `(char (int ${c} + (${n} % 5)))`),
  rule("char", ["string"], (text) => `(Seq.max ${text})`),
  rule("char", ["char"], (c) => `(System.Char.ToUpperInvariant ${c})`),
  rule("int", ["char"], (c) => `(int (System.Char.GetNumericValue ${c}))`),
  rule("bool", ["char"], (c) => `(System.Char.IsLetter ${c} && not (System.Char.IsUpper ${c}))`),
];

const widths: readonly Rule[] = [
  ...["sbyte", "int16", "uint16", "uint32", "uint64", "float32"].flatMap((to) => ["int", "int64", "byte", "float"].map((given) => call(to, to, given))),
  ...["byte", "int16", "uint32", "uint64"].flatMap((given) => [call("int64", "int64", given), call("decimal", "decimal", given)]),
  ...["+", "-", "*"].flatMap((operator) =>
    ["int", "int64", "byte", "uint32"].map((type) => rule(type, [type, type], (a, b) => `(Checked.(${operator}) ${a} ${b})`.replace("(*)", "( * )"))),
  ),
  ...["int", "byte", "int64"].map((to) => rule(to, ["float"], (x) => `(Checked.${to} ${x})`)),
  rule("string", ["int64", "int64"], (a, b) => `(string (bigint ${a} * bigint ${b} - 1I))`),
  rule("int", ["int", "int"], (a, b) => `(System.Math.DivRem(${a}, ${b}) |> fun struct (q, r) -> q * 3 + r)`),
  rule("float", ["float"], (x) => `(System.Math.Round(${x}, 2))`),
  rule("decimal", ["decimal", "int"], (x, n) => `(System.Math.Round(${x}, abs (${n} % 5)))`),
  rule("int", ["float"], (x) => `(if System.Double.IsNaN ${x} then 0 else sign (floor ${x}))`),
  rule("uint32", ["uint32"], (x) => `(System.Numerics.BitOperations.RotateLeft(${x}, 7))`),
];

export const declaredRules: readonly Rule[] = [...structs, ...classes, ...flow, ...sequences, ...texts, ...widths];
