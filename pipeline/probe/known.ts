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
      "shapes: list of options wide hole",
      "shapes: list of options boxed",
      "shapes: list of options Format",
      "shapes: ok wide hole",
      "shapes: ok Format",
      "shapes: error wide hole",
      "shapes: error Format",
      "shapes: choice hole",
      "shapes: choice wide hole",
      "shapes: choice Format",
      "shapes: guid %A hole",
      "shapes: guid boxed",
      "shapes: ref wide hole",
      "shapes: ref Format",
      "shapes: version of obj some of it",
    ],
  ],
  ["The name of a type that F#'s library prints for want of a ToString.", ["shapes: choice %O", "shapes: choice string"]],
  ["Fable reads one character and no more.", ['exceptions: string (char "ab")']],
  [
    "Groups of a sequence and a cast sequence are arrays and lists here, which show as such.",
    [
      "sequences: Seq.cast<int> []",
      "sequences: Seq.groupBy (fun x -> x % 2) [5]",
      "sequences: Seq.cast<int> [5]",
      "sequences: Seq.groupBy (fun x -> x % 2) [3; 1; 2; ... ]",
      "sequences: Seq.cast<int> [3; 1; 2; ... ]",
    ],
  ],
  ["A boxed bigint has the width of an int64 in hexadecimal.", ["formats: bigint Format X -5"]],
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
