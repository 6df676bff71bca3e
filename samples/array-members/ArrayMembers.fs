module ArrayMembers

open System
open System.Collections.Generic

/// Members of .NET's own types as imperative programs use them.
let show label value = printfn "%-12s %A" label value

let arrays () =
    let numbers = [| 5; 3; 9; 1; 7; 3 |]
    let copy = numbers.Clone() :?> int[]
    Array.Sort numbers
    show "sorted" numbers
    show "search" (Array.BinarySearch(numbers, 7), Array.BinarySearch(numbers, 4), Array.BinarySearch(numbers, 100))
    Array.Reverse numbers
    show "reversed" numbers
    Array.Reverse(numbers, 1, 3)
    show "part" numbers
    show "copy" copy
    show "find" (Array.Find(copy, fun x -> x > 5), Array.Find(copy, fun x -> x > 50), Array.FindIndex(copy, fun x -> x = 3))
    show "last" (Array.FindLast(copy, fun x -> x < 5), Array.FindLastIndex(copy, fun x -> x = 3), Array.LastIndexOf(copy, 3))
    show "all" (Array.TrueForAll(copy, fun x -> x > 0), Array.Exists(copy, fun x -> x = 8), Array.FindAll(copy, fun x -> x % 3 = 0))
    Array.Fill(copy, 4)
    Array.Fill(copy, 2, 1, 2)
    show "filled" copy
    Array.Sort(copy, fun a b -> compare b a)
    show "descending" copy
    let names = [| "pear"; "Fig"; "apple"; "fig" |]
    Array.Sort(names, StringComparer.Ordinal)
    show "ordinal" names
    Array.Sort(names, StringComparer.OrdinalIgnoreCase)
    show "any case" (names |> Array.map (fun name -> name.ToLowerInvariant()))
    let keys = [| 3; 1; 2 |]
    let items = [| "c"; "a"; "b" |]
    Array.Sort(keys, items)
    show "pairs" (Array.zip keys items)
    let target = Array.zeroCreate<int> 5
    keys.CopyTo(target, 1)
    show "copied" target
    Array.ForEach(items, fun item -> printf "%s;" item)
    printfn "%d %d" (Array.Empty<int>().Length) target.LongLength

let lists () =
    let list = ResizeArray [ 4; 8; 15; 16; 23; 42 ]
    show "search" (list.BinarySearch 16, list.BinarySearch 5)
    show "all" (list.TrueForAll(fun x -> x > 3), list.LastIndexOf 15, list.LastIndexOf 0)
    list.Reverse(1, 3)
    show "part" (List.ofSeq list)
    show "slice" (List.ofSeq (list.Slice(1, 2)), list.EnsureCapacity 3 >= 6)

let tables () =
    let stock = Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    show "added" (stock.TryAdd("Tea", 1), stock.TryAdd("TEA", 2), stock.["tea"])
    show "default" (stock.GetValueOrDefault "tea", stock.GetValueOrDefault "milk", stock.GetValueOrDefault("milk", 7))
    let seen = HashSet<string>(StringComparer.OrdinalIgnoreCase)
    show "seen" ([ "a"; "A"; "b" ] |> List.map seen.Add)
    let numbers = HashSet [ 1 .. 10 ]
    show "removed" (numbers.RemoveWhere(fun x -> x % 3 = 0), numbers.Count)
    let isEven = Predicate<int>(fun x -> x % 2 = 0)
    let byLength = Comparison<string>(fun a b -> compare a.Length b.Length)
    show "delegates" (isEven.Invoke 4, byLength.Invoke("aa", "b"))

let texts () =
    let text = "banana split"
    show "any" (text.LastIndexOfAny [| 'n'; 's' |], text.LastIndexOfAny [| 'z' |])
    show "window" (text.IndexOf('a', 2, 2), text.IndexOf("an", 2, 5))
    let target = Array.create 6 '.'
    text.CopyTo(0, target, 1, 4)
    show "target" (String target)
    show "comparers" (StringComparer.OrdinalIgnoreCase.Equals("a", "A"), StringComparer.Ordinal.Compare("a", "b") < 0)
    show "lines" ("a\r\nb\rc".ReplaceLineEndings())

let numbers () =
    show "roots" (Math.Cbrt 27.0, Math.BigMul(2000000000, 3), Math.CopySign(2.5, -1.0), Math.ScaleB(1.5, 4))
    show "remainder" (Math.IEEERemainder(5.0, 3.0), Math.IEEERemainder(-7.0, 2.0))
    show "finite" (Double.IsFinite 1.0, Double.IsFinite nan, Double.IsFinite infinity, Double.IsNegative -0.0)
    show "decimals" (Decimal.ToInt32 2.9m, Decimal.ToDouble 2.5m, Decimal.ToInt64 -7.5m)
    show "hash" (HashCode.Combine(1, "a") = HashCode.Combine(1, "a"))

let mutable asked = 0

let ask () =
    asked <- asked + 1
    asked

let attempt name (f: unit -> string) =
    try
        printfn "%s: %s" name (f ())
    with e ->
        printfn "%s: %s: %s" name (e.GetType().Name) (e.Message.Replace("\n", "|").Replace("\r", ""))

let emptyOf<'T> count : 'T[] = Array.zeroCreate count

let edges () =
    let ones = Array.create (ask ()) 1
    let flags = Array.zeroCreate<bool> (ask ())
    printfn "%A %A %d" ones flags asked
    printfn "%A %A %A %A" (Array.zeroCreate<string> 2) (emptyOf<int> 1) (emptyOf<string> 1) (emptyOf<struct (int * string)> 1)
    printfn "%A" (List.map string [ null; "a" ])
    attempt "negative count" (fun () -> sprintf "%A" (Array.zeroCreate<int> -1))
    attempt "no head" (fun () -> string ([]: int list).Head)
    attempt "no tail" (fun () -> string ([]: int list).Tail)
    attempt "no value" (fun () -> string (None: int option).Value)
    attempt "no struct value" (fun () -> string (ValueNone: int voption).Value)
    attempt "ragged" (fun () -> sprintf "%A" (Seq.transpose [ [ 1; 2 ]; [ 3 ] ]))
    attempt "past the end" (fun () -> sprintf "%A" (Seq.removeManyAt 1 5 [ 1; 2; 3 ] |> Seq.toList))
    attempt "groups" (fun () -> sprintf "%A" (Seq.groupBy (fun x -> x % 2) [ 1; 2; 3 ]))

let objects () =
    let some: obj list = [ 12; "12"; 2.5; 3.5f; 7L; 2.5M; true; null ]
    printfn "%A" (List.map (fun (x: obj) -> System.Convert.ToInt32 x) some)
    printfn "%A" (List.map (fun (x: obj) -> System.Convert.ToDouble x) some)
    printfn "%A" (List.map (fun (x: obj) -> System.Convert.ToBoolean x) [ 0; 2; "True"; 0.0; true; null ])
    attempt "too large" (fun () -> string (System.Convert.ToInt32(box 5000000000L)))
    attempt "no number" (fun () -> string (System.Convert.ToInt32(box "x")))
    attempt "no cast" (fun () -> string (System.Convert.ToDouble(box 'a')))

[<EntryPoint>]
let main _ =
    arrays ()
    lists ()
    tables ()
    texts ()
    numbers ()
    edges ()
    objects ()
    0
