/**
 * F# for members of .NET that Fable refuses and that other F# can say: one function to a line, named as in instead.ts, its parameters those of the member behind
 * its receiver. They are inlined, so their types are those of the call.
 */
import type { Words } from "../words.ts";
import { changeByCode, compareMembers, typeCodeMembers } from "./comparing.ts";
import { consoleMembers } from "./console.ts";
import { conversionMembers } from "./convert.ts";
import { numberMembers } from "./numbers.ts";
import { parseFunctions, parseMembers } from "./parsing.ts";
import { selectMembers } from "./selection.ts";
import { searchMembers, textFunctions } from "./texts.ts";

const array = `
  let inline \`\`System.Array.Empty\`\` () : 'T[] = [||]
  let inline \`\`FSharp.Collections.ArrayModule.zeroCreate\`\` (count: int) : 'T[] = Array.create count Unchecked.defaultof<'T>
  let inline \`\`System.Array.Fill/2\`\` (xs: 'T[], value: 'T) : unit = Array.fill xs 0 xs.Length value
  let inline \`\`System.Array.Exists\`\` (xs: 'T[], f: 'T -> bool) : bool = Array.exists f xs
  let inline \`\`System.Array.TrueForAll\`\` (xs: 'T[], f: 'T -> bool) : bool = Array.forall f xs
  let inline \`\`System.Array.Find\`\` (xs: 'T[], f: 'T -> bool) : 'T = match Array.tryFind f xs with Some x -> x | None -> Unchecked.defaultof<'T>
  let inline \`\`System.Array.FindLast\`\` (xs: 'T[], f: 'T -> bool) : 'T = match Array.tryFindBack f xs with Some x -> x | None -> Unchecked.defaultof<'T>
  let inline \`\`System.Array.FindIndex/2\`\` (xs: 'T[], f: 'T -> bool) : int = match Array.tryFindIndex f xs with Some i -> i | None -> -1
  let inline \`\`System.Array.FindLastIndex/2\`\` (xs: 'T[], f: 'T -> bool) : int = match Array.tryFindIndexBack f xs with Some i -> i | None -> -1
  let inline \`\`System.Array.FindAll\`\` (xs: 'T[], f: 'T -> bool) : 'T[] = Array.filter f xs
  let inline \`\`System.Array.ForEach\`\` (xs: 'T[], f: 'T -> unit) : unit = Array.iter f xs
  let inline \`\`System.Array.LastIndexOf/2\`\` (xs: 'T[], value: 'T) : int = match Array.tryFindIndexBack (fun x -> x = value) xs with Some i -> i | None -> -1
  let inline \`\`System.Array.get_LongLength\`\` (xs: 'T[]) : int64 = int64 xs.Length
  let inline \`\`System.Array.CopyTo/2\`\` (xs: 'T[], target: 'T[], start: int) : unit = Array.blit xs 0 target start xs.Length
  let inline \`\`System.Array.AsReadOnly\`\` (xs: 'T[]) : 'T[] = xs
  let inline \`\`System.Array.Sort/1\`\` (xs: 'T[]) : unit = Array.sortInPlace xs
`;

/** Functions of FSharp.Core; `cast` unboxes each item. */
const core = `
  let inline \`\`FSharp.Core.Operators.invalidOp\`\` (message: string) : 'T = raise (System.InvalidOperationException message)
  let inline \`\`FSharp.Core.Operators.invalidArg\`\` (argumentName: string) (message: string) : 'T = raise (System.ArgumentException(message, argumentName))
  let inline \`\`FSharp.Core.Operators.nullArg\`\` (argumentName: string) : 'T = raise (System.ArgumentNullException argumentName)
  let inline \`\`FSharp.Collections.SeqModule.cast\`\` (source: System.Collections.IEnumerable) : seq<'T> = Seq.map (fun (x: obj) -> unbox<'T> x) (untypedItems source)
  let inline \`\`FSharp.Collections.SeqModule.nth\`\` (index: int) (source: seq<'T>) : 'T = Seq.item index source
  let inline \`\`FSharp.Collections.ListModule.nth\`\` (list: 'T list) (index: int) : 'T = List.item index list
  let inline \`\`FSharp.Collections.Map\`2.get_Keys\`\` (m: Map<'K, 'V>) : System.Collections.Generic.ICollection<'K> = Map.keys m
  let inline \`\`FSharp.Collections.Map\`2.get_Values\`\` (m: Map<'K, 'V>) : System.Collections.Generic.ICollection<'V> = Map.values m
  let inline \`\`FSharp.Collections.ArrayModule.Parallel.reduceBy\`\` (project: 'T -> 'U) (reduce: 'U -> 'U -> 'U) (xs: 'T[]) : 'U = Array.reduce reduce (Array.map project xs)
`;

/** The days of a date's week before it, as ISO counts them. */
const sinceMonday = (date: string): string => `(int (${date}.DayOfWeek) + 6) % 7`;

const texts = `
  let inline \`\`System.String.Clone\`\` (s: string) : obj = box s
  let inline \`\`System.String.Copy\`\` (s: string) : string = (if isNull s then raise (System.ArgumentNullException "str") else s)
  let inline \`\`System.String.ToString/1\`\` (s: string, provider: obj) : string = s
  let inline \`\`System.String.IsInterned\`\` (s: string) : string = s
  let inline \`\`System.Globalization.CharUnicodeInfo.GetUnicodeCategory(System.Char)\`\` (c: char) : System.Globalization.UnicodeCategory = System.Char.GetUnicodeCategory c
  let inline \`\`FSharp.Core.StringModule.length\`\` (s: string) : int = if isNull s then 0 else s.Length
  let inline \`\`System.String.Intern\`\` (s: string) : string = s
  let inline \`\`System.Boolean.ToString/1\`\` (x: bool, provider: obj) : string = x.ToString()
  let inline \`\`System.Char.IsAsciiHexDigitLower\`\` (c: char) : bool = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')
  let inline \`\`System.Char.IsAsciiHexDigitUpper\`\` (c: char) : bool = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F')
  let inline \`\`System.String.IsNormalized/0\`\` (s: string) : bool = s = s.Normalize()
  let inline \`\`System.String.ReplaceLineEndings/0\`\` (s: string) : string = s.Replace("\\r\\n", "\\n").Replace("\\r", "\\n")
  let inline \`\`System.String.ReplaceLineEndings/1\`\` (s: string, by: string) : string = s.Replace("\\r\\n", "\\n").Replace("\\r", "\\n").Replace("\\n", by)
  let inline \`\`System.String.CopyTo/4\`\` (s: string, from: int, target: char[], start: int, count: int) : unit = for i in 0 .. count - 1 do target.[start + i] <- s.[from + i]
  let inline \`\`System.Text.StringBuilder.get_Capacity\`\` (s: System.Text.StringBuilder) : int = max 16 s.Length
  let inline \`\`System.Text.StringBuilder.EnsureCapacity\`\` (s: System.Text.StringBuilder, count: int) : int = max count s.Length
  let inline \`\`System.Text.StringBuilder.get_MaxCapacity\`\` (s: System.Text.StringBuilder) : int = System.Int32.MaxValue
  let inline \`\`System.IO.Path.GetTempPath\`\` () : string = "/tmp/"
  let inline \`\`System.BitConverter.SingleToInt32Bits\`\` (x: float32) : int = System.BitConverter.ToInt32(System.BitConverter.GetBytes x, 0)
  let inline \`\`System.BitConverter.Int32BitsToSingle\`\` (x: int) : float32 = System.BitConverter.ToSingle(System.BitConverter.GetBytes x, 0)
  let inline \`\`System.BitConverter.SingleToUInt32Bits\`\` (x: float32) : uint32 = System.BitConverter.ToUInt32(System.BitConverter.GetBytes x, 0)
  let inline \`\`System.BitConverter.UInt32BitsToSingle\`\` (x: uint32) : float32 = System.BitConverter.ToSingle(System.BitConverter.GetBytes x, 0)
  let inline \`\`System.BitConverter.DoubleToUInt64Bits\`\` (x: float) : uint64 = uint64 (System.BitConverter.DoubleToInt64Bits x)
  let inline \`\`System.BitConverter.UInt64BitsToDouble\`\` (x: uint64) : float = System.BitConverter.Int64BitsToDouble (int64 x)
  let inline \`\`System.Convert.IsDBNull\`\` (x: obj) : bool = false
  let inline \`\`System.Guid.ParseExact\`\` (s: string, format: string) : System.Guid = System.Guid.Parse s
  let inline \`\`System.Random.get_Shared\`\` () : System.Random = System.Random()
  let inline \`\`System.Random.NextInt64/0\`\` (r: System.Random) : int64 = nextInt64 (r, 0L, System.Int64.MaxValue)
  let inline \`\`System.Random.NextInt64/1\`\` (r: System.Random, high: int64) : int64 = nextInt64 (r, 0L, high)
  let inline \`\`System.Random.NextInt64/2\`\` (r: System.Random, low: int64, high: int64) : int64 = nextInt64 (r, low, high)
  let inline \`\`System.Random.GetItems\`\` (r: System.Random, choices: 'T[], count: int) : 'T[] = Array.init count (fun _ -> choices.[r.Next choices.Length])
  let inline \`\`System.Random.NextSingle\`\` (r: System.Random) : float32 = float32 (r.NextDouble())
  let inline \`\`System.Exception.get_Source\`\` (e: exn) : string = null
  let inline \`\`System.Exception.get_HelpLink\`\` (e: exn) : string = null
  let inline \`\`System.Enum.GetValues/0\`\`<'T> () : 'T[] = System.Enum.GetValues typeof<'T> |> Seq.cast<'T> |> Seq.toArray
  let inline \`\`System.Enum.GetNames/0\`\`<'T> () : string[] = System.Enum.GetNames typeof<'T>
  let inline \`\`System.Enum.GetName/1\`\`<'T> (value: 'T) : string = System.Enum.GetName(typeof<'T>, box value)
  let inline \`\`System.Enum.IsDefined/1\`\`<'T> (value: 'T) : bool = System.Enum.IsDefined(typeof<'T>, box value)
  let inline \`\`System.Enum.TryParse/3\`\`<'T> (text: string, ignoreCase: bool, result: obj) : bool = tryParseEnum (typeof<'T>, text, result, ignoreCase)
  let inline \`\`System.Enum.Parse(System.String,System.Boolean)\`\`<'T> (text: string, ignoreCase: bool) : 'T = parseEnum (typeof<'T>, text, ignoreCase)
  let inline \`\`System.Globalization.ISOWeek.GetWeekOfYear(System.DateTime)\`\` (d: System.DateTime) : int = (d.AddDays(float (3 - ${sinceMonday("d")})).DayOfYear - 1) / 7 + 1
  let inline \`\`System.Globalization.ISOWeek.GetYear(System.DateTime)\`\` (d: System.DateTime) : int = d.AddDays(float (3 - ${sinceMonday("d")})).Year
  let inline \`\`System.Globalization.ISOWeek.GetWeeksInYear\`\` (year: int) : int = (System.DateTime(year, 12, 28).DayOfYear + 9 - ${sinceMonday("(System.DateTime(year, 12, 28))")}) / 7
  let inline \`\`System.Globalization.ISOWeek.ToDateTime\`\` (year: int, week: int, day: System.DayOfWeek) : System.DateTime = (let fourth = System.DateTime(year, 1, 4) in fourth.AddDays(float ((week - 1) * 7 + (int day + 6) % 7 - ${sinceMonday("fourth")})))
  let inline \`\`System.Globalization.ISOWeek.GetYearStart\`\` (year: int) : System.DateTime = (let fourth = System.DateTime(year, 1, 4) in fourth.AddDays(float (-(${sinceMonday("fourth")}))))
  let inline \`\`System.Environment.get_MachineName\`\` () : string = "localhost"
  let inline \`\`System.Environment.get_UserName\`\` () : string = "user"
  let inline \`\`System.Environment.get_CurrentDirectory\`\` () : string = "/"
  let inline \`\`System.GC.Collect\`\` () : unit = ()
  let inline \`\`System.Environment.get_Is64BitProcess\`\` () : bool = true
  let inline \`\`System.Console.get_IsOutputRedirected\`\` () : bool = true
  let inline \`\`System.Console.get_IsInputRedirected\`\` () : bool = true
  let inline \`\`System.ArgumentNullException.ThrowIfNull/2\`\` (x: obj, name: string) : unit = if isNull x then raise (System.ArgumentNullException name)
  let inline \`\`System.ArgumentException.ThrowIfNullOrEmpty/2\`\` (s: string, name: string) : unit = (if isNull s then raise (System.ArgumentNullException name) elif s = "" then raise (System.ArgumentException("The value cannot be an empty string.", name)))
`;

/** .NET ends the process where an assertion fails; here it is an exception, which shows the F# line. `assert` is a call of the first. */
const assertions = `
  let inline \`\`System.Diagnostics.Debug.Assert/1\`\` (condition: bool) : unit = if not condition then failwith "Assertion failed."
  let inline \`\`System.Diagnostics.Debug.Assert/2\`\` (condition: bool, message: string) : unit = if not condition then failwith ("Assertion failed.\\n" + message)
  let inline \`\`System.Diagnostics.Debug.Assert/3\`\` (condition: bool, message: string, detail: string) : unit = if not condition then failwith ("Assertion failed.\\n" + message + "\\n" + detail)
  let inline \`\`System.Diagnostics.Debug.Fail/1\`\` (message: string) : unit = failwith ("Assertion failed.\\n" + message)
  let inline \`\`System.Environment.FailFast/1\`\` (message: string) : unit = failwith message
`;

/** printf and its kin, which end the line for Fable, by what F# opens itself and by the module's name. */
const formats = ["ExtraTopLevelOperators", "PrintfModule"]
  .flatMap((module) =>
    [
      "printf`` (format: Printf.StringFormat<'T, unit>) : 'T = writeFormat format",
      "eprintf`` (format: Printf.StringFormat<'T, unit>) : 'T = writeErrorFormat format",
      "fprintf`` (writer: obj, format: Printf.StringFormat<'T, unit>) : 'T = Printf.kprintf (fun text -> putText (writer, text)) format",
      "fprintfn`` (writer: obj, format: Printf.StringFormat<'T, unit>) : 'T = Printf.kprintf (fun text -> putLine (writer, text)) format",
      "bprintf`` (builder: System.Text.StringBuilder, format: Printf.StringFormat<'T, unit>) : 'T = Printf.kprintf (fun text -> builder.Append text |> ignore) format",
    ].map((line) => `  let inline \`\`FSharp.Core.${module}.${line}`),
  )
  .join("\n");

const collections = `
  let inline \`\`System.Collections.Generic.List\`1..ctor(System.Int32)\`\` (capacity: int) : ResizeArray<'T> = checkSign (capacity, "capacity"); ResizeArray<'T>()
  let inline \`\`System.Collections.Generic.Dictionary\`2..ctor(System.Int32)\`\` (capacity: int) : System.Collections.Generic.Dictionary<'K, 'V> = checkInRange (capacity, "capacity"); System.Collections.Generic.Dictionary<'K, 'V>()
  let inline \`\`System.Collections.Generic.Dictionary\`2..ctor(System.Int32,System.Collections.Generic.IEqualityComparer\`1)\`\` (capacity: int, comparer: System.Collections.Generic.IEqualityComparer<'K>) : System.Collections.Generic.Dictionary<'K, 'V> = checkInRange (capacity, "capacity"); System.Collections.Generic.Dictionary<'K, 'V> comparer
  let inline \`\`System.Collections.Generic.Dictionary\`2..ctor(System.Collections.Generic.IDictionary\`2)\`\` (source: System.Collections.Generic.IDictionary<'K, 'V>) : System.Collections.Generic.Dictionary<'K, 'V> = checkNotNull (source, "dictionary"); System.Collections.Generic.Dictionary<'K, 'V> source
  let inline \`\`System.Collections.Generic.Dictionary\`2..ctor(System.Collections.Generic.IEnumerable\`1)\`\` (pairs: seq<System.Collections.Generic.KeyValuePair<'K, 'V>>) : System.Collections.Generic.Dictionary<'K, 'V> = let made = System.Collections.Generic.Dictionary<'K, 'V>() in (checkNotNull (pairs, "collection"); (for pair in pairs do made.Add(pair.Key, pair.Value)); made)
  let inline \`\`System.Collections.Generic.HashSet\`1..ctor(System.Int32)\`\` (capacity: int) : System.Collections.Generic.HashSet<'T> = checkInRange (capacity, "capacity"); System.Collections.Generic.HashSet<'T>()
  let inline \`\`System.Collections.Generic.HashSet\`1..ctor(System.Collections.Generic.IEnumerable\`1)\`\` (items: seq<'T>) : System.Collections.Generic.HashSet<'T> = checkNotNull (items, "collection"); System.Collections.Generic.HashSet<'T> items
  let inline \`\`System.Collections.Generic.List\`1.get_Capacity\`\` (xs: 'T[]) : int = xs.Length
  let inline \`\`System.Collections.Generic.List\`1.set_Capacity\`\` (xs: 'T[], count: int) : unit = if count < xs.Length then raise (System.ArgumentOutOfRangeException("value", "capacity was less than the current size."))
  let inline \`\`System.Collections.Generic.List\`1.TrimExcess\`\` (xs: 'T[]) : unit = ()
  let inline \`\`System.Collections.Generic.List\`1.EnsureCapacity\`\` (xs: 'T[], count: int) : int = checkSign (count, "capacity"); max count xs.Length
  let inline \`\`System.Collections.Generic.List\`1.AsReadOnly\`\` (xs: 'T[]) : 'T[] = xs
  let inline \`\`System.Collections.Generic.List\`1.TrueForAll\`\` (xs: 'T[], f: 'T -> bool) : bool = Array.forall f xs
  let inline \`\`System.Collections.Generic.List\`1.LastIndexOf/1\`\` (xs: 'T[], value: 'T) : int = match Array.tryFindIndexBack (fun x -> x = value) xs with Some i -> i | None -> -1
  let inline \`\`System.Collections.Generic.List\`1.BinarySearch/1\`\` (xs: 'T[], value: 'T) : int = System.Array.BinarySearch(xs, value)
  let inline \`\`System.Collections.Generic.Dictionary\`2.EnsureCapacity\`\` (d: System.Collections.Generic.IDictionary<'K, 'V>, count: int) : int = checkInRange (count, "capacity"); max count d.Count
  let inline \`\`System.Collections.Generic.Dictionary\`2.TrimExcess/1\`\` (d: System.Collections.Generic.IDictionary<'K, 'V>, capacity: int) : unit = checkInRange (capacity - d.Count, "capacity")
  let inline \`\`System.Collections.Generic.Dictionary\`2.TrimExcess\`\` (d: System.Collections.Generic.IDictionary<'K, 'V>) : unit = ()
  let inline \`\`System.Collections.Generic.HashSet\`1.RemoveWhere\`\` (s: System.Collections.Generic.HashSet<'T>, f: 'T -> bool) : int = let gone = Array.filter f (Seq.toArray s) in (for x in gone do s.Remove x |> ignore); gone.Length
  let inline \`\`System.Collections.Generic.CollectionExtensions.GetValueOrDefault/2\`\` (d: System.Collections.Generic.IDictionary<'K, 'V>, key: 'K) : 'V = if d.ContainsKey key then d.[key] else Unchecked.defaultof<'V>
  let inline \`\`System.Collections.Generic.CollectionExtensions.GetValueOrDefault/3\`\` (d: System.Collections.Generic.IDictionary<'K, 'V>, key: 'K, other: 'V) : 'V = if d.ContainsKey key then d.[key] else other
  let inline \`\`System.Collections.Generic.HashSet\`1.EnsureCapacity\`\` (s: System.Collections.Generic.ISet<'T>, count: int) : int = checkInRange (count, "capacity"); max count s.Count
  let inline \`\`System.Collections.Generic.HashSet\`1.TrimExcess\`\` (s: System.Collections.Generic.ISet<'T>) : unit = ()
`;

/** Static fields of .NET, and properties that stand for one value. */
const statics = `
  let inline \`\`System.StringComparer.get_CurrentCulture\`\` () : System.StringComparer = comparer 0
  let inline \`\`System.StringComparer.get_CurrentCultureIgnoreCase\`\` () : System.StringComparer = comparer 1
  let inline \`\`System.StringComparer.get_InvariantCulture\`\` () : System.StringComparer = comparer 2
  let inline \`\`System.StringComparer.get_InvariantCultureIgnoreCase\`\` () : System.StringComparer = comparer 3
  let inline \`\`System.StringComparer.get_Ordinal\`\` () : System.StringComparer = comparer 4
  let inline \`\`System.StringComparer.get_OrdinalIgnoreCase\`\` () : System.StringComparer = comparer 5
  let inline \`\`System.Boolean.TrueString\`\` () : string = "True"
  let inline \`\`System.Boolean.FalseString\`\` () : string = "False"
  let inline \`\`System.TimeSpan.Zero\`\` () : System.TimeSpan = noTime ()
  let inline \`\`System.TimeOnly.get_MinValue\`\` () : System.TimeOnly = noTime ()
  let inline \`\`System.Guid.Empty\`\` () : System.Guid = noGuid ()
  let inline \`\`System.TimeSpan.MaxValue\`\` () : System.TimeSpan = System.TimeSpan.FromTicks System.Int64.MaxValue
  let inline \`\`System.TimeSpan.MinValue\`\` () : System.TimeSpan = System.TimeSpan.FromTicks System.Int64.MinValue
  let inline \`\`System.DateTime.UnixEpoch\`\` () : System.DateTime = System.DateTime(1970, 1, 1, 0, 0, 0, System.DateTimeKind.Utc)
  let inline \`\`System.DateTimeOffset.UnixEpoch\`\` () : System.DateTimeOffset = System.DateTimeOffset(1970, 1, 1, 0, 0, 0, System.TimeSpan.Zero)
  let inline \`\`System.DateTimeOffset.MaxValue\`\` () : System.DateTimeOffset = System.DateTimeOffset(System.DateTime.MaxValue.Ticks, System.TimeSpan.Zero)
  let inline \`\`System.IO.Path.DirectorySeparatorChar\`\` () : char = '/'
  let inline \`\`System.IO.Path.AltDirectorySeparatorChar\`\` () : char = '/'
  let inline \`\`System.IO.Path.VolumeSeparatorChar\`\` () : char = '/'
  let inline \`\`System.IO.Path.PathSeparator\`\` () : char = ':'
  let inline \`\`System.Globalization.CultureInfo.get_CurrentCulture\`\` () : System.Globalization.CultureInfo = System.Globalization.CultureInfo.InvariantCulture
  let inline \`\`System.Globalization.CultureInfo.get_CurrentUICulture\`\` () : System.Globalization.CultureInfo = System.Globalization.CultureInfo.InvariantCulture
  let inline \`\`System.Globalization.CultureInfo.get_Name\`\` (culture: obj) : string = ""
`;

/** A hash of up to eight values: of its number only equality counts, .NET's differs from run to run. */
const combinedHash = (count: number): string => {
  const at = Array.from({ length: count }, (_, index) => index);
  return `  let inline \`\`System.HashCode.Combine/${count}\`\` (${at.map((i) => `a${i}: 'T${i}`).join(", ")}) : int = hash [${at.map((i) => `hash a${i}`).join("; ")}]`;
};

const hashes = [1, 2, 3, 4, 5, 6, 7, 8].map(combinedHash).join("\n");

/** The functions that some sources may call. */
export const membersPrelude = (words: Words): string => `
module internal FusabiMembers =
  open Fable.Core
  [<Emit("0")>]
  let noTime () : 'T = jsNative
  [<Emit("'00000000-0000-0000-0000-000000000000'")>]
  let noGuid () : System.Guid = jsNative
  [<Import("fromComparison", "fusabi:prelude")>]
  let comparer (comparison: int) : System.StringComparer = jsNative
  [<Import("failOverflow", "fusabi:prelude")>]
  let failOverflow (words: string) : 'T = jsNative
  [<Import("failConversion", "fusabi:prelude")>]
  let failConversion (x: obj, target: string) : 'T = jsNative
  [<Import("failBetween", "fusabi:prelude")>]
  let failBetween (source: string, target: string) : 'T = jsNative
  [<Import("failDate", "fusabi:prelude")>]
  let failDate (x: obj) : 'T = jsNative
  [<Import("radixText", "fusabi:prelude")>]
  let radixText (x: 'T, radix: int, bits: int) : string = jsNative
  [<Import("changeNull", "fusabi:prelude")>]
  let changeNull (kind: System.Type) : obj = jsNative
  [<Import("checkSign", "fusabi:prelude")>]
  let checkSign (value: int, parameter: string) : unit = jsNative
  [<Import("checkInRange", "fusabi:prelude")>]
  let checkInRange (value: int, parameter: string) : unit = jsNative
  [<Import("checkNotNull", "fusabi:prelude")>]
  let checkNotNull (value: 'T, parameter: string) : unit = jsNative
${parseFunctions}  [<Import("tryParseEnum", "fusabi:prelude")>]
  let tryParseEnum (kind: System.Type, text: string, result: obj, ignoreCase: bool) : bool = jsNative
  [<Import("write_text", "fusabi:prelude")>]
  let putToConsole (text: string) : unit = jsNative
  [<Import("putText", "fusabi:prelude")>]
  let putText (writer: obj, text: string) : unit = jsNative
  [<Import("putLine", "fusabi:prelude")>]
  let putLine (writer: obj, text: string) : unit = jsNative
  [<Import("toConsoleText", "fusabi:prelude")>]
  let writeFormat (format: Printf.StringFormat<'T, unit>) : 'T = jsNative
  [<Import("toConsoleErrorText", "fusabi:prelude")>]
  let writeErrorFormat (format: Printf.StringFormat<'T, unit>) : 'T = jsNative
  [<Import("roundSingle", "fusabi:prelude")>]
  let roundSingle (x: float32, digits: int, mode: int) : float32 = jsNative
  [<Import("popCount", "fusabi:prelude")>]
  let popCount (x: 'T, bits: int) : int = jsNative
  [<Import("bitLength", "fusabi:prelude")>]
  let bitLength (x: 'T) : int = jsNative
  [<Import("trailingZeros", "fusabi:prelude")>]
  let trailingZeros (x: 'T, bits: int) : int = jsNative
  [<Import("nextInt64", "fusabi:prelude")>]
  let nextInt64 (random: System.Random, low: int64, high: int64) : int64 = jsNative
  [<Import("untypedItems", "fusabi:prelude")>]
  let untypedItems (source: System.Collections.IEnumerable) : seq<obj> = jsNative
${textFunctions}  [<Import("parseEnum", "fusabi:prelude")>]
  let parseEnum (kind: System.Type, text: string, ignoreCase: bool) : 'T = jsNative
${[array, core, statics, numberMembers, texts, assertions, searchMembers, parseMembers, compareMembers, typeCodeMembers, changeByCode, formats, collections, hashes, conversionMembers, consoleMembers].map((text) => selectMembers(text, words)).join("\n")}
`;
