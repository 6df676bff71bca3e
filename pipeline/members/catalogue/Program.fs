/// Prints an F# expression for each public member of the types that F# programs use: type, member, expression and what shows its value, between tabs.
module Program

open System
open System.Collections.Generic
open System.Reflection
open System.Text.RegularExpressions
open Microsoft.FSharp.Core

let private core = typeof<list<int>>.Assembly

let private modules =
    [ "Collections.ListModule"; "Collections.ArrayModule"; "Collections.SeqModule"; "Collections.MapModule"; "Collections.SetModule"; "Collections.Array2DModule"
      "Collections.ArrayModule+Parallel"; "Core.OptionModule"; "Core.ValueOption"; "Core.ResultModule"; "Core.StringModule"; "Core.Operators"; "Core.Operators+Checked" ]
    |> List.choose (fun name -> core.GetType("Microsoft.FSharp." + name) |> Option.ofObj)

let private types =
    [ typeof<list<int>>; typeof<option<int>>; typeof<Map<string, int>>; typeof<Set<int>>; typeof<Async>
      typeof<string>; typeof<char>; typeof<bool>; typeof<sbyte>; typeof<byte>; typeof<int16>; typeof<uint16>; typeof<int>; typeof<uint32>; typeof<int64>; typeof<uint64>
      typeof<float32>; typeof<float>; typeof<decimal>; typeof<bigint>; typeof<Math>; typeof<MathF>; typeof<BitConverter>; typeof<Numerics.BitOperations>
      typeof<Convert>; typeof<Enum>; typeof<Array>; typeof<Tuple>; typeof<Object>; typeof<Exception>; typeof<Nullable<int>>
      typeof<DateTime>; typeof<DateTimeOffset>; typeof<DateOnly>; typeof<TimeOnly>; typeof<TimeSpan>; typeof<Guid>; typeof<Version>; typeof<Uri>; typeof<Random>
      typeof<Text.StringBuilder>; typeof<Text.Encoding>; typeof<Regex>; typeof<Match>; typeof<Group>; typeof<Capture>; typeof<MatchCollection>; typeof<GroupCollection>
      typeof<IO.Path>; typeof<IO.StringWriter>; typeof<IO.StringReader>; typeof<StringComparer>; typeof<Globalization.CultureInfo>
      typeof<List<int>>; typeof<Dictionary<string, int>>; typeof<HashSet<int>>; typeof<Queue<int>>; typeof<Stack<int>>; typeof<SortedDictionary<string, int>>; typeof<SortedSet<int>>
      typeof<SortedList<string, int>>; typeof<LinkedList<int>>; typeof<PriorityQueue<string, int>>; typeof<KeyValuePair<string, int>>; typeof<Collections.BitArray>
      typeof<Lazy<int>>; typeof<Threading.Tasks.Task>; typeof<Threading.Tasks.Task<int>>; typeof<Threading.CancellationTokenSource>; typeof<Threading.CancellationToken>; typeof<Threading.Interlocked> ]

/// Members whose answer is another in each run, that wait for something, or that end the program.
let private left =
    Regex @"^(Guid\.(NewGuid|CreateVersion7)|DateTime\.(Now|UtcNow|Today)|DateTimeOffset\.(Now|UtcNow|LocalDateTime|ToLocalTime)|Random\.Shared|Object\.(ReferenceEquals|GetHashCode|ToString)|Path\.(GetTempFileName|GetRandomFileName|GetTempPath)|Operators\.(exit|stdin|stdout|stderr|failwith.*|raise|reraise|rethrow|lock|using|typeof|sizeof|nameof|enum|typedefof|hash|limitedHash)|Async\.(Sleep|FromContinuations|AwaitEvent|AwaitWaitHandle|AwaitIAsyncResult|FromBeginEnd|AsBeginEnd|CancelDefaultToken|DefaultCancellationToken|SwitchTo.*)|(List|Array|Seq)\.(unfold|initInfinite|random(Shuffle|ShuffleInPlace|Choice|Choices|Sample))|Path\.(GetFullPath|Exists)|Task\.(\.ctor|Run|Delay|Yield|Id|CurrentId|Wait.*)|.*\.(GetHashCode|GetType|GetObjectData|GetEnumerator|GetTypeCode|Finalize|MemberwiseClone|TryFormat|EnsureCapacity|TrimExcess|Capacity|get_Capacity|StackTrace|TargetSite|Source|HResult|HelpLink|Data|CreateTrueFriendlyName))$"

let private attribute<'a when 'a :> Attribute> (m: MemberInfo) : 'a option =
    m.GetCustomAttributes(typeof<'a>, false) |> Array.tryHead |> Option.map unbox<'a>

let private moduleName (t: Type) =
    let own = Samples.sourceName t
    let own = if own.EndsWith "Module" then own.Substring(0, own.Length - 6) else own
    if t.IsNested then (let outer = Samples.sourceName t.DeclaringType in (if outer.EndsWith "Module" then outer.Substring(0, outer.Length - 6) else outer) + "." + own) else own

/// A type's name in the table: F#'s, without namespaces.
let private shortName (t: Type) =
    if t = typeof<Array> then "System.Array" else Regex.Replace(Samples.typeText t, @"(\w+\.)+", "").TrimEnd('&')

/// Types in place of a generic method's parameters.
let private closings (m: MethodInfo) =
    if not m.IsGenericMethodDefinition then
        [ m ]
    else
        let count = m.GetGenericArguments().Length
        let varied = [| typeof<int>; typeof<string>; typeof<char>; typeof<float> |]

        [ Array.init count (fun at -> varied.[min at 3])
          Array.create count typeof<int>
          if m.DeclaringType.FullName.Contains "Operators" || m.Name.Contains "Average" then Array.create count typeof<float> ]
        |> List.distinct
        |> List.choose (fun types -> try Some(m.MakeGenericMethod types) with _ -> None)

let private argument odd (m: MethodBase) (p: ParameterInfo) =
    let isText = p.ParameterType = typeof<string> && p.Position = 0

    if p.Name = "comparer" && FSharp.Reflection.FSharpType.IsFunction p.ParameterType then Some "compare"
    elif isText && m.DeclaringType = typeof<Convert> then Some(if odd = 0 then "\"12\"" else "\"\"")
    elif isText && m.Name.Contains "Parse" then Samples.sample odd m.DeclaringType |> Option.map (sprintf "string (%s)")
    else Samples.sample odd p.ParameterType

let private arguments odd (m: MethodBase) =
    m.GetParameters()
    |> List.ofArray
    |> List.filter (fun p -> not p.IsOut && not p.IsOptional && not (p.IsDefined(typeof<OptionalArgumentAttribute>, false)))
    |> List.map (argument odd m)
    |> fun all -> if List.forall Option.isSome all then Some(List.map Option.get all) else None

let private signature (name: string) (m: MethodBase) =
    sprintf "%s(%s)" name (m.GetParameters() |> Array.map (fun p -> shortName p.ParameterType) |> String.concat ", ")

let private row (owner: string) (memberName: string) (text: string) = printfn "%s\t%s\t%s" owner memberName text

let private moduleRows (t: Type) =
    let name = moduleName t

    for m in t.GetMethods(BindingFlags.Public ||| BindingFlags.Static ||| BindingFlags.DeclaredOnly) do
        let own = Samples.sourceName m

        if not (own.StartsWith "op_" || own.Contains "|" || m.IsSpecialName || m.Name.EndsWith "$W" || Attribute.IsDefined(m, typeof<ObsoleteAttribute>) || left.IsMatch(name + "." + own)) then
            for closed in closings m do
                for odd in 0..1 do
                    match arguments odd closed with
                    | None -> ()
                    | Some values ->
                        let counts =
                            match attribute<CompilationArgumentCountsAttribute> m with
                            | Some given -> List.ofSeq given.Counts
                            | None -> [ values.Length ]

                        let groups, _ = counts |> List.mapFold (fun rest count -> List.truncate count rest, List.skip (min count (List.length rest)) rest) values
                        let call = groups |> List.map (fun group -> "(" + String.concat ", " group + ")") |> String.concat " "

                        let expression =
                            if values.IsEmpty then sprintf "(%s.%s: %s)" name own (Samples.typeText closed.ReturnType)
                            else sprintf "%s.%s %s" name own call

                        row name own (Samples.shown closed.ReturnType expression)

let private typeRows (t: Type) =
    let name = shortName t
    let full = if t.IsGenericType then Samples.typeText t else sprintf "%s.%s" t.Namespace (t.Name.Replace("FSharp", ""))
    let flags = BindingFlags.Public ||| BindingFlags.Static ||| BindingFlags.Instance ||| BindingFlags.DeclaredOnly
    let isSpan (m: MemberInfo) =
        match m with
        | :? PropertyInfo as p -> p.PropertyType.IsByRefLike
        | :? MethodInfo as m -> m.ReturnType.IsByRefLike
        | _ -> false

    let allowed (m: MemberInfo) = not (isSpan m || Attribute.IsDefined(m, typeof<ObsoleteAttribute>) || left.IsMatch((name.Split '<').[0] + "." + m.Name))
    let isTable = not (t = typeof<string>) && t.GetInterfaces() |> Array.exists (Samples.isOf typedefof<ICollection<_>>)

    /// Shows the result, and what became of a receiver that can change.
    let onReceiver odd (result: Type) (call: string -> string) =
        match Samples.sample odd t with
        | None -> None
        | Some receiver when isTable -> Some(sprintf "(let r = %s in let shown = %s in shown + \" \" + sprintf \"%%A\" (Seq.toList r))" receiver (Samples.shown result (call "r")))
        | Some receiver -> Some(sprintf "(let r = %s in %s)" receiver (Samples.shown result (call "r")))

    for c in t.GetConstructors() do
        if allowed c then
            for odd in 0..1 do
                arguments odd c |> Option.iter (fun values -> row name (signature "new" c) (Samples.shown t (sprintf "new %s(%s)" full (String.concat ", " values))))

    for f in t.GetFields flags do
        if allowed f && f.IsStatic && not f.IsSpecialName then
            row name f.Name (Samples.shown f.FieldType (sprintf "%s.%s" full f.Name))

    for p in t.GetProperties flags do
        if allowed p && p.CanRead then
            let getter = p.GetMethod

            for odd in 0..1 do
                match arguments odd getter with
                | Some [] when getter.IsStatic -> row name p.Name (Samples.shown p.PropertyType (sprintf "%s.%s" full p.Name))
                | Some [] -> onReceiver odd p.PropertyType (fun r -> sprintf "%s.%s" r p.Name) |> Option.iter (row name p.Name)
                | Some values when not getter.IsStatic -> onReceiver odd p.PropertyType (fun r -> sprintf "%s.[%s]" r (String.concat ", " values)) |> Option.iter (row name p.Name)
                | _ -> ()

    for m in t.GetMethods flags do
        if allowed m && not m.IsSpecialName then
            for closed in closings m |> List.truncate 1 do
                for odd in 0..1 do
                    match arguments odd closed with
                    | None -> ()
                    | Some values ->
                        let types = if closed.IsGenericMethod then closed.GetGenericArguments() |> Array.map Samples.typeText |> String.concat ", " |> sprintf "<%s>" else ""
                        let call receiver = sprintf "%s.%s%s(%s)" receiver m.Name types (String.concat ", " values)
                        // What is left out at the end comes back beside the result.
                        let outs = closed.GetParameters() |> Array.filter _.IsOut |> Array.map _.ParameterType.GetElementType() |> List.ofArray

                        let result =
                            match outs, closed.ReturnType with
                            | [], result -> result
                            | [ one ], result when result = typeof<Void> -> one
                            | outs, result when result = typeof<Void> -> FSharp.Reflection.FSharpType.MakeTupleType(Array.ofList outs)
                            | outs, result -> FSharp.Reflection.FSharpType.MakeTupleType(Array.ofList (result :: outs))

                        if m.IsStatic then row name (signature m.Name m) (Samples.shown result (call full))
                        else onReceiver odd result call |> Option.iter (row name (signature m.Name m))

[<EntryPoint>]
let main _ =
    List.iter moduleRows modules
    List.iter typeRows types
    0
