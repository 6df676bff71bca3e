/** Rows of the probe that differ from .NET, and why; everything else must not. */
import type { Difference } from "./rows.ts";

/** Why, and the rows as `family: row`. */
const known: readonly (readonly [reason: string, rows: readonly string[]])[] = [
  [
    "A TimeSpan is a float of milliseconds: beyond 28 years it has not every tick.",
    [
      "dates: 0001-01-01T00:00:00.0000000 - 2024-02-29T13:04:05.6781234",
      "dates: 9999-12-31T23:59:59.0000000 - 2024-02-29T13:04:05.6781234",
      "dates: 2024-02-29T13:04:05.6781234 - 0001-01-01T00:00:00.0000000",
      "dates: 2024-02-29T13:04:05.6781234 - 9999-12-31T23:59:59.0000000",
    ],
  ],
  [
    "Functions of String and Seq are called on the text itself, which Fable takes apart: null raises NullReferenceException.",
    [
      "texts: String.map Char.ToUpper s null",
      'texts: String.collect (fun c -> string c + ".") s null',
      "texts: String.forall Char.IsLower s null",
      "texts: String.exists Char.IsWhiteSpace s null",
      "texts: s |> Seq.toList null",
      "texts: s |> Seq.countBy id |> Seq.toList null",
      "texts: Seq.length s null",
    ],
  ],
  ["Fable compares the two texts.", ['texts: s.Equals "a" null']],
  ["Fable cuts the array by JavaScript's splice.", ["tables: r.RemoveRange(0, 1); r of ResizeArray<int>()"]],
  [
    "The last digit of the host's transcendental functions.",
    [
      "reals: float 9007199254740992 ** -2.5",
      "reals: float 1 atan2 0.1",
      "reals: float 9007199254740992 atan2 1000000000000000",
      "reals: float sin -2.5",
      "reals: float cos 0.1",
      "reals: float cos 1000000000000000",
    ],
  ],
  [
    "The remainder of decimals of very different scales, which .NET gives up.",
    ["reals: decimal -79228162514264337593543950335 % 1.00000000000000000001", "reals: decimal 79228162514264337593543950335 % 1.00000000000000000001"],
  ],
  ["Fable converts a big integer to float alone.", ["reals: bigint to float32 -1000000007"]],
  ["The least integer by -1 has the remainder 0 here.", ["integers: int -2147483648 % -1"]],
  [
    "A value of type obj has the type of the object alone: what its elements are as F# types is not kept.",
    [
      "shapes: null string some of it",
      "shapes: nested tuple boxed",
      "shapes: struct tuple boxed",
      "shapes: list of options boxed",
      "shapes: choice hole",
      "shapes: choice wide hole",
      "shapes: choice Format",
      "shapes: guid %A hole",
      "shapes: guid boxed",
      "shapes: version of obj some of it",
    ],
  ],
  ["The name of a type that F#'s library prints for want of a ToString.", ["shapes: choice %O", "shapes: choice string"]],
  ["Fable reads one character and no more.", ['exceptions: string (char "ab")']],
  ["A boxed bigint has the width of an int64 in hexadecimal.", ["formats: bigint Format X -5"]],
  [
    "Of a Dictionary, ContainsKey and Remove take null for a key that is not there.",
    [
      "raised: kind (fun () -> d.ContainsKey null)",
      "raised: first (fun () -> d.ContainsKey null)",
      "raised: kind (fun () -> d.Remove(null: string))",
      "raised: first (fun () -> d.Remove(null: string))",
    ],
  ],
  ["Fable reads one character and no more.", ['raised: kind (fun () -> char "ab")', 'raised: first (fun () -> char "ab")']],
  [
    "A failed cast names types by their modules too.",
    [
      "raised: kind (fun () -> (box (Other()) :?> Base))",
      "raised: first (fun () -> (box (Other()) :?> Base))",
      "raised: kind (fun () -> (Base() :> obj :?> Derived))",
      "raised: first (fun () -> (Base() :> obj :?> Derived))",
    ],
  ],
  ["A boxed number is taken for any interface.", ["raised: kind (fun () -> (box 1 :?> IFoo))", "raised: first (fun () -> (box 1 :?> IFoo))"]],
  ["What `dict` gives can be added to.", ["raised: kind (fun () -> (dict [ 1, 1 ]).Add(2, 2))", "raised: first (fun () -> (dict [ 1, 1 ]).Add(2, 2))"]],
  [
    "Which argument is null: Array.length is the property, a sequence is joined like an array.",
    [
      "raised: kind (fun () -> Array.length (null: int[]))",
      "raised: first (fun () -> Array.length (null: int[]))",
      'raised: kind (fun () -> String.Join(",", (null: string[])))',
      'raised: first (fun () -> String.Join(",", (null: string[])))',
    ],
  ],
  [
    "A sum of spans of time has no bounds.",
    ["raised: kind (fun () -> TimeSpan.MaxValue + TimeSpan.FromTicks 1L)", "raised: first (fun () -> TimeSpan.MaxValue + TimeSpan.FromTicks 1L)"],
  ],
  [
    "Before the first item an enumerator's Current is null.",
    [
      "raised: kind (fun () -> (Seq.empty<int>).GetEnumerator().Current)",
      "raised: first (fun () -> (Seq.empty<int>).GetEnumerator().Current)",
      "raised: kind (fun () -> (let e = ([ 1 ] :> seq<int>).GetEnumerator() in e.Current))",
      "raised: first (fun () -> (let e = ([ 1 ] :> seq<int>).GetEnumerator() in e.Current))",
    ],
  ],
  ["A caught exception has no stack trace.", ['raised: fresh (fun () -> let e = (try failwith "k" with e -> e) in say (string (isNull e.StackTrace)))']],
];

const listed: ReadonlySet<string> = new Set(known.flatMap(([, rows]) => rows));

/** What a family's differences have beyond the table, and what the table has beyond them. */
export function judge(family: string, differences: readonly Difference[]): { unlisted: readonly Difference[]; mended: readonly string[] } {
  const found = new Set(differences.map(({ row }) => row));
  return {
    unlisted: differences.filter(({ row }) => !listed.has(row)),
    mended: [...listed].filter((row) => row.startsWith(`${family}: `) && !found.has(row)),
  };
}
