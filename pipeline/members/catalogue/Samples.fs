/// F# expressions that make values of a type, and that show one.
module Samples

open System
open System.Collections.Generic
open Microsoft.FSharp.Reflection

/// Types with values of their own: a common one, then an odd one.
let private written: IDictionary<Type, string list> =
    dict
        [ typeof<unit>, [ "()" ]
          typeof<bool>, [ "true"; "false" ]
          typeof<char>, [ "'l'"; "' '" ]
          typeof<string>, [ "\"Hello, World\""; "\"\"" ]
          typeof<sbyte>, [ "2y"; "-7y" ]
          typeof<byte>, [ "2uy"; "255uy" ]
          typeof<int16>, [ "2s"; "-7s" ]
          typeof<uint16>, [ "2us"; "7us" ]
          typeof<int>, [ "2"; "-7" ]
          typeof<uint32>, [ "2u"; "7u" ]
          typeof<int64>, [ "2L"; "-7L" ]
          typeof<uint64>, [ "2UL"; "7UL" ]
          typeof<float32>, [ "2.5f"; "-0.5f" ]
          typeof<float>, [ "2.5"; "-0.5" ]
          typeof<decimal>, [ "2.50M"; "-0.5M" ]
          typeof<bigint>, [ "123456789012345678901234567890I"; "-7I" ]
          typeof<obj>, [ "box 2"; "null" ]
          typeof<Guid>, [ "Guid(\"0f8fad5b-d9cb-469f-a165-70867728950e\")"; "Guid.Empty" ]
          typeof<TimeSpan>, [ "TimeSpan(1, 2, 3, 4, 5)"; "TimeSpan.FromSeconds(-90.5)" ]
          typeof<DateTime>, [ "DateTime(2024, 2, 29, 13, 4, 5, 678, DateTimeKind.Utc)"; "DateTime(1, 1, 1)" ]
          typeof<DateTimeOffset>, [ "DateTimeOffset(2024, 2, 29, 13, 4, 5, TimeSpan.FromHours 2.0)"; "DateTimeOffset(1999, 12, 31, 23, 59, 59, TimeSpan.Zero)" ]
          typeof<DateOnly>, [ "DateOnly(2024, 2, 29)"; "DateOnly(1, 1, 1)" ]
          typeof<TimeOnly>, [ "TimeOnly(13, 4, 5, 678)"; "TimeOnly.MinValue" ]
          typeof<Version>, [ "Version(1, 2, 3, 4)"; "Version(2, 0)" ]
          typeof<Uri>, [ "Uri(\"http://user@example.com:8080/a/b%20c?x=1#top\")"; "Uri(\"rel/path\", UriKind.Relative)" ]
          typeof<Type>, [ "typeof<int>"; "typeof<string>" ]
          typeof<exn>, [ "InvalidOperationException(\"why\")"; "Exception()" ]
          typeof<Random>, [ "Random(42)" ]
          typeof<IFormatProvider>, [ "Globalization.CultureInfo.InvariantCulture" ]
          typeof<Globalization.CultureInfo>, [ "Globalization.CultureInfo.InvariantCulture" ]
          typeof<Text.Encoding>, [ "Text.Encoding.UTF8"; "Text.Encoding.Unicode" ]
          typeof<Text.StringBuilder>, [ "Text.StringBuilder(\"abc\")"; "Text.StringBuilder()" ]
          typeof<IO.StringWriter>, [ "new IO.StringWriter()" ]
          typeof<IO.StringReader>, [ "new IO.StringReader(\"one\\ntwo\")" ]
          typeof<Text.RegularExpressions.Regex>, [ "Text.RegularExpressions.Regex(@\"(?<first>[a-z])(\\w)\")" ]
          typeof<Text.RegularExpressions.Match>, [ "Text.RegularExpressions.Regex.Match(\"Hello, World\", @\"(?<first>[a-z])(\\w)\")"; "Text.RegularExpressions.Regex.Match(\"\", \"x\")" ]
          typeof<Text.RegularExpressions.Group>, [ "Text.RegularExpressions.Regex.Match(\"Hello, World\", \"(l)+\").Groups.[1]" ]
          typeof<Text.RegularExpressions.Capture>, [ "Text.RegularExpressions.Regex.Match(\"Hello, World\", \"(l)+\").Groups.[1].Captures.[0]" ]
          typeof<Text.RegularExpressions.MatchCollection>, [ "Text.RegularExpressions.Regex.Matches(\"Hello, World\", \"o\")" ]
          typeof<Text.RegularExpressions.GroupCollection>, [ "Text.RegularExpressions.Regex.Match(\"Hello, World\", \"(?<a>l)+(o)\").Groups" ]
          typeof<Text.RegularExpressions.MatchEvaluator>, [ "Text.RegularExpressions.MatchEvaluator(fun m -> m.Value.ToUpperInvariant())" ]
          typeof<Collections.BitArray>, [ "Collections.BitArray([| true; false; true |])" ]
          typeof<StringComparer>, [ "StringComparer.Ordinal"; "StringComparer.OrdinalIgnoreCase" ]
          typeof<Threading.CancellationToken>, [ "Threading.CancellationToken.None" ]
          typeof<Threading.CancellationTokenSource>, [ "new Threading.CancellationTokenSource()" ] ]

/// A type's or member's name in F# source.
let sourceName (m: Reflection.MemberInfo) =
    match m.GetCustomAttributes(typeof<CompilationSourceNameAttribute>, false) with
    | [| given |] -> (given :?> CompilationSourceNameAttribute).SourceName
    | _ -> m.Name

let private keywords =
    dict
        [ typeof<unit>, "unit"
          typeof<string>, "string"
          typeof<obj>, "obj"
          typeof<exn>, "exn"
          typeof<bool>, "bool"
          typeof<char>, "char"
          typeof<sbyte>, "sbyte"
          typeof<byte>, "byte"
          typeof<int16>, "int16"
          typeof<uint16>, "uint16"
          typeof<int>, "int"
          typeof<uint32>, "uint32"
          typeof<int64>, "int64"
          typeof<uint64>, "uint64"
          typeof<float32>, "float32"
          typeof<float>, "float"
          typeof<decimal>, "decimal"
          typeof<bigint>, "bigint" ]

let private abbreviations =
    dict
        [ typedefof<seq<_>>, "seq"
          typedefof<list<_>>, "list"
          typedefof<option<_>>, "option"
          typedefof<voption<_>>, "voption"
          typedefof<Result<_, _>>, "Result"
          typedefof<Map<_, _>>, "Map"
          typedefof<Set<_>>, "Set"
          typedefof<List<_>>, "ResizeArray" ]

/// How F# writes a type.
let rec typeText (t: Type) : string =
    match keywords.TryGetValue t with
    | true, text -> text
    | _ when t.IsGenericParameter -> "'" + t.Name
    | _ when t.IsArray -> typeText (t.GetElementType()) + "[" + String(',', t.GetArrayRank() - 1) + "]"
    | _ when FSharpType.IsTuple t && not t.IsValueType -> FSharpType.GetTupleElements t |> Array.map typeText |> String.concat " * " |> sprintf "(%s)"
    | _ when FSharpType.IsFunction t -> let domain, range = FSharpType.GetFunctionElements t in sprintf "(%s -> %s)" (typeText domain) (typeText range)
    | _ when t.IsGenericType ->
        let name =
            match abbreviations.TryGetValue(t.GetGenericTypeDefinition()) with
            | true, own -> own
            | _ -> sprintf "%s.%s" (if t.IsNested then t.DeclaringType.FullName.Split('`').[0] else t.Namespace) ((sourceName t).Split('`').[0].Replace("FSharp", ""))

        sprintf "%s<%s>" name (t.GetGenericArguments() |> Array.map typeText |> String.concat ", ")
    | _ when t.IsNested -> sprintf "%s.%s" (typeText t.DeclaringType) t.Name
    | _ -> sprintf "%s.%s" t.Namespace (t.Name.Replace("FSharp", ""))

let private isComparable (t: Type) =
    typeof<IComparable>.IsAssignableFrom t || t.IsArray || FSharpType.IsTuple t

/// Whether a definition, such as `list<_>`, is that of the type.
let isOf (definition: Type) (t: Type) = t.IsGenericType && t.GetGenericTypeDefinition() = definition

let private pick (choices: string list) odd = choices.[min odd (choices.Length - 1)]

/// An F# expression of the type; the odd one is empty, negative or nothing where there is such a value.
let rec sample (odd: int) (t: Type) : string option =
    let items (element: Type) =
        match odd with
        | 0 when element = typeof<int> -> Some "3; 1; 2; 1"
        | 0 when element = typeof<string> -> Some "\"b\"; \"a\"; \"C\""
        | 0 when element = typeof<char> -> Some "'b'; 'a'"
        | 0 when element = typeof<byte> -> Some "1uy; 2uy; 3uy; 4uy; 5uy; 6uy; 7uy; 8uy; 9uy; 10uy; 11uy; 12uy; 13uy; 14uy; 15uy; 16uy"
        | 0 -> sample 0 element |> Option.bind (fun first -> sample 1 element |> Option.map (fun second -> if first = second then first else first + "; " + second))
        | _ -> Some ""

    /// With the items, or what is empty as a value of the type.
    let made text (empty: string) =
        let element = if t.IsArray then t.GetElementType() else t.GetGenericArguments().[0]
        items element |> Option.map (fun some -> if some = "" then sprintf "(%s: %s)" empty (typeText t) else sprintf text some)

    match written.TryGetValue t with
    | true, choices -> Some(pick choices odd)
    | _ when t.IsByRefLike || t.IsPointer || t.IsByRef -> None
    | _ when t.IsEnum -> let names = Enum.GetNames t in Some(sprintf "%s.%s" (typeText t) names.[min (1 - min odd 1) (names.Length - 1)])
    | _ when t.IsArray && t.GetArrayRank() = 1 -> made "[| %s |]" "[||]"
    | _ when t.IsArray && t.GetArrayRank() = 2 -> sample odd (t.GetElementType()) |> Option.map (sprintf "Array2D.create 2 3 (%s)")
    | _ when t.IsArray && t.GetArrayRank() = 3 -> sample odd (t.GetElementType()) |> Option.map (sprintf "Array3D.create 1 2 3 (%s)")
    | _ when FSharpType.IsTuple t ->
        let parts = FSharpType.GetTupleElements t |> Array.map (sample odd)
        if Array.forall Option.isSome parts then
            Some(sprintf (if t.IsValueType then "struct (%s)" else "(%s)") (parts |> Array.map Option.get |> String.concat ", "))
        else
            None
    | _ when FSharpType.IsFunction t -> lambda odd (FSharpType.GetFunctionElements t ||> fun domain range -> [ domain ], range)
    | _ when typeof<Delegate>.IsAssignableFrom t && t <> typeof<Delegate> && t <> typeof<MulticastDelegate> ->
        let invoke = t.GetMethod "Invoke"
        let parameters = invoke.GetParameters() |> Array.map _.ParameterType |> List.ofArray
        delegateOf odd (parameters, invoke.ReturnType)
    | _ when isOf typedefof<list<_>> t -> made "[ %s ]" "[]"
    | _ when isOf typedefof<seq<_>> t -> made "Seq.ofList [ %s ]" "Seq.empty"
    | _ when isOf typedefof<Set<_>> t -> made "Set.ofList [ %s ]" "Set.empty"
    | _ when isOf typedefof<List<_>> t || isOf typedefof<IList<_>> t || isOf typedefof<ICollection<_>> t -> made "ResizeArray [ %s ]" "ResizeArray()"
    | _ when isOf typedefof<HashSet<_>> t || isOf typedefof<ISet<_>> t -> made "HashSet([ %s ])" "HashSet()"
    | _ when isOf typedefof<Queue<_>> t || isOf typedefof<Stack<_>> t || isOf typedefof<SortedSet<_>> t || isOf typedefof<LinkedList<_>> t ->
        items (t.GetGenericArguments().[0]) |> Option.map (sprintf "%s([ %s ])" (typeText t))
    | _ when isOf typedefof<Map<_, _>> t -> entries odd t |> Option.map (fun some -> if some = "" then sprintf "(Map.empty: %s)" (typeText t) else sprintf "Map.ofList [ %s ]" some)
    | _ when isOf typedefof<Dictionary<_, _>> t || isOf typedefof<SortedDictionary<_, _>> t || isOf typedefof<SortedList<_, _>> t || isOf typedefof<IDictionary<_, _>> t ->
        let name = if t.IsInterface then typeText (typedefof<Dictionary<_, _>>.MakeGenericType(t.GetGenericArguments())) else typeText t
        entries odd t |> Option.map (sprintf "%s(dict [ %s ])" name)
    | _ when isOf typedefof<PriorityQueue<_, _>> t ->
        entries odd t |> Option.map (fun pairs -> sprintf "%s([ %s ])" (typeText t) (pairs.Replace("(", "struct (")))
    | _ when isOf typedefof<KeyValuePair<_, _>> t -> both odd t |> Option.map (sprintf "KeyValuePair(%s)")
    | _ when isOf typedefof<option<_>> t -> if odd = 0 then inner 0 t |> Option.map (sprintf "Some(%s)") else Some(sprintf "(None: %s)" (typeText t))
    | _ when isOf typedefof<voption<_>> t -> if odd = 0 then inner 0 t |> Option.map (sprintf "ValueSome(%s)") else Some(sprintf "(ValueNone: %s)" (typeText t))
    | _ when isOf typedefof<Result<_, _>> t -> sample 0 (t.GetGenericArguments().[min odd 1]) |> Option.map (sprintf (if odd = 0 then "Ok(%s)" else "Error(%s)"))
    | _ when isOf typedefof<Nullable<_>> t -> if odd = 0 then inner 0 t |> Option.map (sprintf "Nullable(%s)") else Some(sprintf "Nullable<%s>()" (typeText (t.GetGenericArguments().[0])))
    | _ when isOf typedefof<Lazy<_>> t -> inner odd t |> Option.map (sprintf "lazy (%s)")
    | _ when isOf typedefof<Async<_>> t -> inner odd t |> Option.map (sprintf "async { return %s }")
    | _ when isOf typedefof<Threading.Tasks.Task<_>> t -> inner odd t |> Option.map (sprintf "task { return %s }")
    | _ when isOf typedefof<IComparer<_>> t -> Some(sprintf "Comparer<%s>.Default" (typeText (t.GetGenericArguments().[0])))
    | _ when isOf typedefof<IEqualityComparer<_>> t -> Some(sprintf "EqualityComparer<%s>.Default" (typeText (t.GetGenericArguments().[0])))
    | _ -> None

and private inner odd (t: Type) = sample odd (t.GetGenericArguments().[0])

and private both odd (t: Type) =
    match t.GetGenericArguments() |> Array.map (sample odd) with
    | [| Some key; Some value |] -> Some(sprintf "%s, %s" key value)
    | _ -> None

and private entries odd (t: Type) =
    if odd = 1 then
        Some ""
    else
        both 0 t |> Option.bind (fun first -> both 1 t |> Option.map (sprintf "(%s); (%s)" first))

/// A function that does something with what it gets, where the types allow it.
and private body odd (parameters: Type list, range: Type) : string option =
    match parameters, range with
    | [ one ], range when one = range && one = typeof<int> -> Some "a + 1"
    | [ one ], range when range = typeof<bool> && isComparable one -> sample odd one |> Option.map (sprintf "a > (%s)")
    | _, range when range = typeof<bool> -> Some(if odd = 0 then "true" else "false")
    | [ one; two ], range when one = two && range = typeof<int> && isComparable one -> Some "compare a b"
    | [ one; two ], range when one = range && two = range && range = typeof<int> -> Some "a * 2 - b"
    | [ one ], range when one = range -> Some "a"
    | _ :: _, range when range = typeof<string> -> Some "sprintf \"%A!\" a"
    | parameters, range when range = typeof<Void> -> Some(if parameters.IsEmpty then "()" else "ignore a")
    | [ one ], range when range = typeof<int> && one = typeof<string> -> Some "String.length a"
    | [ state; _ ], range when state = range -> Some "a"
    | [ _; state ], range when state = range -> Some "b"
    | _ -> sample odd range

and private lambda odd (parameters: Type list, range: Type) : string option =
    if FSharpType.IsFunction range && parameters.Length < 3 then
        let domain, range = FSharpType.GetFunctionElements range
        lambda odd (parameters @ [ domain ], range)
    else
        let names = [ "a"; "b"; "c"; "d" ]
        let pattern = parameters |> List.mapi (fun at t -> sprintf "(%s: %s)" names.[at] (typeText t)) |> String.concat " "
        body odd (parameters, range) |> Option.map (sprintf "(fun %s -> %s)" pattern)

and private delegateOf odd (parameters: Type list, range: Type) : string option =
    let names = [ "a"; "b"; "c"; "d" ]
    let pattern =
        match parameters with
        | [] -> "()"
        | some -> some |> List.mapi (fun at _ -> names.[min at 3]) |> String.concat " "
    body odd (parameters, range) |> Option.map (sprintf "(fun %s -> %s)" pattern)

/// An F# expression of type string that shows a value of the type on one line.
let rec shown (t: Type) (expression: string) : string =
    let result = sprintf "(%s)" expression

    if t = typeof<Void> || t = typeof<unit> then sprintf "(%s; \"()\")" result
    elif t = typeof<string> then sprintf "sprintf \"%%A\" %s" result
    elif t = typeof<DateTime> || t = typeof<DateTimeOffset> || t = typeof<DateOnly> || t = typeof<TimeOnly> then sprintf "%s.ToString(\"o\")" result
    elif t = typeof<Type> || t = typeof<Guid> || t = typeof<TimeSpan> || t = typeof<Version> || t = typeof<Uri> || t = typeof<Text.StringBuilder> then sprintf "string %s" result
    elif isOf typedefof<Async<_>> t then shown (t.GetGenericArguments().[0]) (sprintf "Async.RunSynchronously %s" result)
    elif isOf typedefof<Threading.Tasks.Task<_>> t then shown (t.GetGenericArguments().[0]) (sprintf "%s.Result" result)
    elif isOf typedefof<Lazy<_>> t then shown (t.GetGenericArguments().[0]) (sprintf "%s.Value" result)
    elif typeof<exn>.IsAssignableFrom t then sprintf "%s.Message" result
    elif t.IsPrimitive || t.IsEnum || t.IsArray || FSharpType.IsTuple t || t = typeof<decimal> || t = typeof<bigint> || t = typeof<obj> then sprintf "sprintf \"%%A\" %s" result
    elif FSharpType.IsUnion t || isOf typedefof<Map<_, _>> t || isOf typedefof<Set<_>> t then sprintf "sprintf \"%%A\" %s" result
    elif isOf typedefof<KeyValuePair<_, _>> t || isOf typedefof<Nullable<_>> t then sprintf "string %s" result
    elif isOf typedefof<seq<_>> t || t.GetInterfaces() |> Array.exists (isOf typedefof<seq<_>>) then sprintf "sprintf \"%%A\" (Seq.toList %s)" result
    else sprintf "(%s |> ignore; \"done\")" result
