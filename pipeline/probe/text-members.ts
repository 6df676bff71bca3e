/** Members of System.String and System.Char by their arguments: null, empty, out of range, halves of surrogates. */
import { everyNth, expressionFamily } from "./expressions.ts";
import type { Family } from "./program.ts";

const given = ['""', '"a"', '"Hello World"', '"aXbXc"', '"  pad\\t "', '"ﬀ\\u00e9\\ud83d\\ude00z"', "(null: string)"];
const places = [-1, 0, 1, 3, 5, 100];
const declarations = `
let inline sh (x: 'a) = match box x with null -> "null" | :? string as s -> "\\"" + s + "\\"" | _ -> sprintf "%A" x
let esc (s: string) = if isNull s then "null" else "\\"" + (s |> Seq.map (fun c -> if c < ' ' || c > '~' then sprintf "\\\\u%04x" (int c) else string c) |> String.concat "") + "\\""
let arr (xs: string[]) = "[" + String.Join(";", Array.map esc xs) + "]"
`;
const rows: string[] = [];
const add = (...x: readonly string[]): number => rows.push(...x);
const present = given.slice(0, 6);
for (const s of present) {
  for (const i of places) {
    add(
      `esc ((${s}).Substring(${i}))`,
      `esc ((${s}).Remove(${i}))`,
      `esc ((${s}).PadLeft(${i}))`,
      `esc ((${s}).PadRight(${i}, '.'))`,
      `string (int ((${s}).[${i}]))`,
      `esc ((${s}).Insert(${i}, "--"))`,
      `string ((${s}).IndexOf('X', ${i}))`,
      `string ((${s}).IndexOf("o", ${i}))`,
      `string ((${s}).LastIndexOf('o', ${i}))`,
      `string ((${s}).LastIndexOf("o", ${i}))`,
      `arr ((${s}).Split('X', ${i}))`,
      `arr ((${s}).Split([|'X';' '|], ${i}))`,
      `esc (String(${s}.ToCharArray(), 0, ${i}))`,
      `string ((${s}).IndexOfAny([|'o';'b'|], ${i}))`,
      `esc ((${s}).[${i}..])`,
      `esc ((${s}).[..${i}])`,
    );
    for (const j of [-1, 0, 2, 50])
      add(
        `esc ((${s}).Substring(${i}, ${j}))`,
        `esc ((${s}).Remove(${i}, ${j}))`,
        `string ((${s}).IndexOf('o', ${i}, ${j}))`,
        `string ((${s}).IndexOf("o", ${i}, ${j}))`,
        `string ((${s}).LastIndexOf('o', ${i}, ${j}))`,
        `esc (String((${s}).ToCharArray(${i}, ${j})))`,
        `esc ((${s}).[${i}..${j}])`,
        `string ((${s}).IndexOf("o", ${i}, ${j}, StringComparison.OrdinalIgnoreCase))`,
        `string ((${s}).LastIndexOf("o", ${i}, ${j}))`,
      );
  }
  for (const t of given) {
    add(
      `string ((${s}).Contains ${t})`,
      `string ((${s}).StartsWith ${t})`,
      `string ((${s}).EndsWith ${t})`,
      `string ((${s}).IndexOf ${t})`,
      `string ((${s}).LastIndexOf ${t})`,
      `esc ((${s}).Replace(${t}, "_"))`,
      `esc ((${s}).Replace("X", ${t}))`,
      `string (sign (String.Compare(${s}, ${t})))`,
      `string (sign (String.CompareOrdinal(${s}, ${t})))`,
      `string ((${s}).Equals(${t}))`,
      `string (String.Equals(${s}, ${t}))`,
      `arr ((${s}).Split(${t}))`,
      `arr ((${s}).Split([|${t}|], StringSplitOptions.RemoveEmptyEntries))`,
      `esc ((${s}) + ${t})`,
      `esc (String.Concat(${s}, ${t}))`,
      `string (sign ((${s}).CompareTo ${t}))`,
      `string (sign ((${s}).CompareTo (box ${t})))`,
      `esc ((${s}).Insert(0, ${t}))`,
      `esc (String.Join(${t}, [|"p"; ${s}; null|]))`,
      `string (compare (${s}) ${t} |> sign)`,
      `string ((${s}) < ${t})`,
      `esc (String.Format("{0}|{1}", ${s}, ${t}))`,
    );
    for (const c of ["Ordinal", "OrdinalIgnoreCase", "InvariantCulture", "InvariantCultureIgnoreCase", "CurrentCulture", "CurrentCultureIgnoreCase"])
      add(
        `string ((${s}).StartsWith(${t}, StringComparison.${c}))`,
        `string ((${s}).Contains(${t}, StringComparison.${c}))`,
        `string ((${s}).IndexOf(${t}, StringComparison.${c}))`,
        `string (String.Equals(${s}, ${t}, StringComparison.${c}))`,
        `string (sign (String.Compare(${s}, ${t}, StringComparison.${c})))`,
        `string ((${s}).EndsWith(${t}, StringComparison.${c}))`,
        `esc ((${s}).Replace(${t}, "_", StringComparison.${c}))`,
        `string ((${s}).LastIndexOf(${t}, StringComparison.${c}))`,
      );
  }
  add(
    `esc ((${s}).Trim())`,
    `esc ((${s}).TrimStart())`,
    `esc ((${s}).TrimEnd())`,
    `esc ((${s}).Trim('a'))`,
    `esc ((${s}).Trim([|'H';'d'|]))`,
    `esc ((${s}).TrimEnd([||]))`,
    `esc ((${s}).ToUpper())`,
    `esc ((${s}).ToLower())`,
    `esc ((${s}).ToUpperInvariant())`,
    `esc ((${s}).ToLowerInvariant())`,
    `string ((${s}).Length)`,
    `arr ((${s}).Split())`,
    `arr ((${s}).Split(' '))`,
    `arr ((${s}).Split(' ', StringSplitOptions.TrimEntries))`,
    `arr ((${s}).Split([|"X";"b"|], StringSplitOptions.None))`,
    `arr ((${s}).Split([|"X";"b"|], 2, StringSplitOptions.None))`,
    `string (String.IsNullOrEmpty ${s})`,
    `string (String.IsNullOrWhiteSpace ${s})`,
    `esc (String(Array.rev ((${s}).ToCharArray())))`,
    `esc ((${s}).Normalize())`,
    `string ((${s}).IsNormalized())`,
    `esc ((${s}).ReplaceLineEndings())`,
    `string ((${s}).GetEnumerator().MoveNext())`,
    `string (Seq.length ${s})`,
    `esc ((${s}).Replace('a', 'b'))`,
    `string ((${s}).StartsWith 'a')`,
    `string ((${s}).EndsWith 'a')`,
    `string ((${s}).Contains 'X')`,
    `string ((${s}).IndexOfAny [|'X';'l'|])`,
    `string ((${s}).LastIndexOfAny [|'X';'l'|])`,
    `esc (String.Intern ${s})`,
    `esc (string ((${s}).Clone()))`,
    `string ((${s}).GetType().FullName)`,
    `string ((${s}).GetTypeCode())`,
    `esc (String.Copy ${s})`,
    `string (Seq.last ${s})`,
    `esc (String.map (fun c -> char (int c + 1)) ${s})`,
    `string (String.length ${s})`,
    `esc (String.replicate 2 ${s})`,
    `esc (String.replicate -1 ${s})`,
    `esc (String.filter Char.IsLetter ${s})`,
    `esc (String.mapi (fun i c -> if i % 2 = 0 then Char.ToUpper c else c) ${s})`,
    `esc (String.init 3 (fun i -> ${s} + string i))`,
    `esc (String.init -1 string)`,
    `string (hash ${s} = hash (${s} + ""))`,
    `sprintf "%A" (${s})`,
    `sprintf "%10s|%-10s|" ${s} ${s}`,
    `$"{${s.replaceAll('"', "") === "" ? "1" : "2"},5}"`,
    `esc (String.Join(",", (${s}).ToCharArray()))`,
    `string (String.forall Char.IsLetter ${s})`,
    `esc ((${s}).Substring(1, (${s}).Length - 2))`,
  );
}
for (const m of [
  "Length",
  "ToUpper()",
  "Trim()",
  "Substring(0)",
  "Split(',')",
  'Contains "a"',
  "IndexOf 'a'",
  "ToCharArray()",
  "GetHashCode()",
  'CompareTo "a"',
  "ToString()",
  "Replace('a','b')",
  "[0]",
  'Equals "a"',
])
  add(`sprintf "%A" ((null: string).${m})`);
for (const e of [
  'String.Join(",", (null: string[]))',
  'String.Join(",", (null: seq<string>))',
  'String.Join(null, [|"a";"b"|])',
  'String.Join(",", [|"a";"b";"c"|], 1, 2)',
  'String.Join(",", [|"a"|], 1, 2)',
  'String.Join(",", [|"a"|], -1, 1)',
  'String.Join(",", [1;2])',
  'String.Join(\',\', [|"a";"b"|])',
  'String.Join(",", box 1, box null, box 2.5)',
  'String.Concat([|"a";null;"b"|])',
  'String.Concat(["a";"b"])',
  'String.Concat("a",1)',
  'String.Concat("a","b","c")',
  "String.Concat(box 1, box null)",
  "String.Format(null, 1)",
  'String.Format("{0}", null)',
  'String.Format("{1}", 1)',
  'String.Format("{0", 1)',
  'String.Format("}", 1)',
  'String.Format("{{0}}", 1)',
  'String.Format("{a}", 1)',
  'String.Format("{0,5:F2}|{0,-8:000}|", 3.14159)',
  'String.Format("{0:}", 3)',
  'String.Format("{0,}", 3)',
  'String.Format("{-1}", 3)',
  'String.Format("{0} {1} {2}", 1, "b", \'c\')',
  'String.Format("{0,abc}", 3)',
  'String.Format("{0:X4} {0:x}", 255)',
  'String.Format("{0:N2} {0:C} {0:P1} {0:E3}", 1234.567)',
  "String('x', 3)",
  "String('x', -1)",
  "String([|'a';'b'|])",
  "String((null: char[]))",
  "String([|'a';'b';'c'|], 1, 2)",
  "String([|'a'|], 1, 2)",
  "String([|'a'|], -1, 0)",
  "String.Empty",
  'String.Compare("a","B",true) |> sign |> string',
  'String.Compare("a",0,"xa",1,1) |> string',
  'String.Compare("abc",5,"xa",1,1) |> string',
  'String.Compare("abc",1,"xbc",1,5,StringComparison.Ordinal) |> string',
  'String.Compare(null,"a") |> string',
  'String.CompareOrdinal("a","c") |> string',
  'String.CompareOrdinal("abc",1,"xbd",1,2) |> sign |> string',
  "String.Equals(null,null) |> string",
  'String.concat "," ["a";null;"b"]',
  'String.concat null ["a";"b"]',
  'String.concat "," null',
])
  add(`esc (${e})`);
const chars = ["'a'", "'Z'", "'5'", "' '", "'\\t'", "'\\u00e9'", "'\\u00df'", "'\\ud83d'", "'\\u2163'", "'\\u0130'", "'$'", "'_'", "'\\000'", "'\\u00ad'", "'\\u3000'"];
for (const c of chars)
  for (const m of [
    "IsLetter",
    "IsDigit",
    "IsLetterOrDigit",
    "IsUpper",
    "IsLower",
    "IsWhiteSpace",
    "IsPunctuation",
    "IsSymbol",
    "IsControl",
    "IsNumber",
    "IsSeparator",
    "IsSurrogate",
    "IsHighSurrogate",
    "IsLowSurrogate",
  ])
    add(`string (Char.${m} ${c})`);
for (const c of chars)
  add(
    `esc (string (Char.ToUpper ${c}))`,
    `esc (string (Char.ToLower ${c}))`,
    `esc (string (Char.ToUpperInvariant ${c}))`,
    `string (Char.GetUnicodeCategory ${c})`,
    `string (Char.GetNumericValue ${c})`,
    `string (int ${c})`,
    `string (byte ${c})`,
    `string (sbyte ${c})`,
    `string (compare ${c} 'b')`,
    `string ((${c}).CompareTo 'b')`,
    `string (hash ${c})`,
    `esc (sprintf "%c|%5c|%-5c|" ${c} ${c} ${c})`,
    `esc (sprintf "%A" ${c})`,
    `esc (sprintf "%O" ${c})`,
    `esc ((${c}).ToString())`,
    `string ((${c}).Equals(box ${c}))`,
    `string ((${c}).GetTypeCode())`,
    `esc (string (char (int ${c} + 1)))`,
    `string (Checked.byte ${c})`,
    `string (float ${c})`,
    `string (int64 ${c})`,
    `string (uint16 ${c})`,
    `string (${c} < 'm')`,
  );
for (const e of ['Char.Parse ""', 'Char.Parse "ab"', 'Char.Parse "a"', "Char.Parse null"]) add(`esc (string (${e}))`);
for (const [s, i] of [
  ['"abc"', 1],
  ['"abc"', 3],
  ['"abc"', -1],
  ["(null: string)", 0],
  ['"\\ud83d\\ude00"', 0],
  ['"\\ud83d\\ude00"', 1],
])
  for (const m of [
    "IsLetter",
    "IsDigit",
    "IsUpper",
    "IsWhiteSpace",
    "IsSurrogate",
    "IsSurrogatePair",
    "GetUnicodeCategory",
    "IsHighSurrogate",
    "ConvertToUtf32",
    "IsPunctuation",
    "GetNumericValue",
  ])
    add(`string (Char.${m}(${s}, ${i}))`);
for (const n of [65, 0x1f600, 0xd800, -1, 0x110000]) add(`esc (Char.ConvertFromUtf32 ${n})`);
for (const n of ["65", "-1", "65536", "300000"]) add(`esc (string (char ${n}))`, `esc (string (Checked.char ${n}))`, `esc (string (Convert.ToChar ${n}))`);

/** `..-` would be an operator. */
const isFSharp = (row: string): boolean => !row.includes("[..-");

export const textMembers: readonly Family[] = [expressionFamily("text-members", declarations, everyNth(rows, 4).filter(isFSharp))];
