/** Where fusabi is not .NET: what prints something else, and what does not compile. docs/COMPATIBILITY.md is printed from it, and a test runs every row. */

/** An F# expression of type string whose value is not .NET's. */
export interface Difference {
  readonly what: string;
  readonly code: string;
  readonly dotnet: string;
  readonly fusabi: string;
  /** What Fable's JavaScript gives. */
  readonly fable: string;
  readonly why: string;
}

/** An F# expression that is a diagnostic at its line. */
export interface Refusal {
  readonly what: string;
  readonly code: string;
  readonly instead: string;
}

export const differences: readonly Difference[] = [
  {
    what: "what `SortedSet.GetViewBetween` gives",
    code: "let all = System.Collections.Generic.SortedSet [ 1; 2 ] in let part = all.GetViewBetween(1, 9) in (all.Add 3 |> ignore; string part.Count)",
    dotnet: "3",
    fusabi: "2",
    fable: "refused",
    why: "it is a copy, not a view",
  },
];

export const refusals: readonly Refusal[] = [
  { what: "folders", code: 'System.IO.Directory.GetFiles "."', instead: "import a function of the host" },
  { what: "sockets, HTTP", code: "new System.Net.Http.HttpClient()", instead: "import a function of the host that gives a promise" },
  { what: "other processes", code: 'System.Diagnostics.Process.Start "ls"', instead: "import a function of the host" },
  { what: "cultures", code: 'System.Globalization.CultureInfo("de-DE")', instead: "texts are culture-invariant; format by hand what is local" },
  { what: "assemblies", code: "System.Reflection.Assembly.GetExecutingAssembly()", instead: "`typeof` and FSharp.Reflection work" },
  { what: "members by reflection", code: "typeof<string>.GetMethods()", instead: "FSharp.Reflection works for records, unions, tuples and functions" },
  { what: "arrays of four dimensions", code: "Array4D.create 1 1 1 1 0", instead: "arrays of arrays" },
  { what: "data parallelism", code: "System.Threading.Tasks.Parallel.For(0, 3, fun _ -> ())", instead: "a guest is one thread; several run side by side in their hosts" },
  { what: "immutable collections of .NET", code: "System.Collections.Immutable.ImmutableList<int>.Empty", instead: "F#'s list, Map and Set" },
  { what: "streams", code: "new System.IO.MemoryStream()", instead: "ResizeArray<byte>" },
  { what: "spans", code: "System.Span<int>([| 1 |]).Length", instead: "arrays and slices" },
  { what: "pointers", code: "NativeInterop.NativePtr.stackalloc<int> 3", instead: "arrays" },
  { what: "JSON by reflection", code: "System.Text.Json.JsonSerializer.Serialize 1", instead: "a library in F# source, such as Thoth.Json" },
  { what: "XML", code: 'System.Xml.Linq.XElement.Parse "<a/>"', instead: "a parser in F#" },
  { what: "cryptography", code: "System.Security.Cryptography.SHA256.Create()", instead: "import a function of the host" },
  { what: "LINQ over expression trees", code: "System.Linq.Queryable.AsQueryable [ 1; 2 ]", instead: "LINQ over sequences, the Seq module" },
  { what: "complex numbers, vectors", code: "System.Numerics.Complex(1.0, 2.0)", instead: "a record of two floats" },
  { what: "128-bit and 16-bit numbers", code: "System.Int128.MaxValue", instead: "bigint" },
];
