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
  ["The least integer by -1 has the remainder 0 here.", ["integers: int -2147483648 % -1"]],
  ["A value of type obj has the type of the object alone: what its elements are as F# types is not kept.", ["shapes: null string some of it"]],
  ["A boxed bigint has the width of an int64 in hexadecimal.", ["formats: bigint Format X -5"]],
  ["What `dict` gives can be added to.", ["raised: kind (fun () -> (dict [ 1, 1 ]).Add(2, 2))", "raised: first (fun () -> (dict [ 1, 1 ]).Add(2, 2))"]],
  [
    "Which argument is null: Array.length is the property, a sequence is joined like an array.",
    ["raised: kind (fun () -> Array.length (null: int[]))", "raised: first (fun () -> Array.length (null: int[]))"],
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
  [
    "Texts are compared by the invariant culture; the .NET that was asked had none and compared their units.",
    [
      'text-members: string (sign (String.Compare("a", "Hello World")))',
      'text-members: string (sign (("a").CompareTo "Hello World"))',
      'text-members: string (sign (("Hello World").CompareTo (box "a")))',
      'text-members: string (sign (("Hello World").CompareTo (box "aXbXc")))',
    ],
  ],
  [
    "Zeros behind a number are not overlooked.",
    [
      'number-texts: string (sbyte ("1\\u0000": string))',
      'number-texts: string (byte ("1\\u0000": string))',
      'number-texts: string (int16 ("1\\u0000": string))',
      'number-texts: string (uint16 ("1\\u0000": string))',
      'number-texts: string (int ("1\\u0000": string))',
      'number-texts: string (uint32 ("1\\u0000": string))',
      'number-texts: string (int64 ("1\\u0000": string))',
      'number-texts: string (uint64 ("1\\u0000": string))',
    ],
  ],
  [
    "None of a type that has null itself is null too.",
    [
      "value-shapes: string (Some(Nullable<int>()))",
      'value-shapes: $"{(Some(Nullable<int>()))}"',
      'value-shapes: let x = (Some(Nullable<int>())) in sprintf "%+A" x',
      'value-shapes: sprintf "%A" [| (Some(Nullable<int>())) |]',
      'value-shapes: sprintf "%A" ((Some(null: string)))',
      'value-shapes: sprintf "%A" (Some ((Some(null: string))))',
      'value-shapes: let x = ((Some(null: string))) in $"%A{x}"',
      'value-shapes: let x = ((Some(null: string))) in sprintf "%A" (x, x)',
      "value-shapes: (((Some(null: string))) |> box |> string)",
    ],
  ],
  [
    "Fable makes an array of a list that is a sequence, and of a sequence without items another.",
    [
      'value-shapes: sprintf "%A" ([ 1; 2 ] :> seq<int>)',
      'value-shapes: sprintf "%A" (Some ([ 1; 2 ] :> seq<int>))',
      'value-shapes: let x = ([ 1; 2 ] :> seq<int>) in $"%A{x}"',
      'value-shapes: let x = ([ 1; 2 ] :> seq<int>) in sprintf "%A" (x, x)',
      "value-shapes: (([ 1; 2 ] :> seq<int>) |> box |> string)",
    ],
  ],
  ["The names of types of F#'s library that print for want of a ToString.", ["value-shapes: string (dict [ 1, 2 ])", 'value-shapes: $"{(dict [ 1, 2 ])}"']],
  ["Fable calls no ToString on a text, and joins an array as a sequence.", ['text-members: sprintf "%A" ((null: string).ToString())']],
  ["Fable leaves out what a collection's capacity is, and what null would be copied from.", ["mutable-collections: (let r = rl () in sh (ResizeArray<int>(null: seq<int>)))"]],
  [
    "A Dictionary's table takes null for a key, and its views are sequences; ReadOnlyCollection and the keys of a SortedList are arrays.",
    [
      "mutable-collections: (let r = dict1 () in let t = Array.zeroCreate 1 in (r :> ICollection<KeyValuePair<string,int>>).CopyTo(t, 0); sh t)",
      "mutable-collections: (let r = sl () in sh r.Keys.[5])",
    ],
  ],
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
