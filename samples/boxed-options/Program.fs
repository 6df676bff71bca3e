module BoxedOptions
let show (x: obj) = printfn "%A|%O|%s" x x (sprintf "%A" x)
/// Prints by the type known where it is called.
let inline pr x = printfn "%A" x
[<EntryPoint>]
let main _ =
    let n: int option = None
    let s: int option = Some 3
    printfn "%A %A" n s
    printfn "%A" (box n)
    printfn "%A" [ n; s ]
    printfn "%A" [ box n; box s ]
    show n
    show s
    pr n
    printfn "%s|%s" (string n) (string s)
    printfn "%O|%O" n s
    printfn $"{n}|{s}"
    System.Console.WriteLine("{0}|{1}", n, s)
    System.Console.WriteLine(n)
    System.Console.WriteLine(box s)
    let v: int voption = ValueNone
    printfn "%A %A" v (box v)
    printfn "%b %b" (isNull (box v)) (isNull (box n))
    printfn "%b" (match box n with null -> true | _ -> false)
    printfn "%A" (match box s with :? (int option) as o -> "opt" | _ -> "no")
    let u = unbox<int option> (box n)
    printfn "%A" u
    let d = System.Collections.Generic.Dictionary<string, obj>()
    d.["a"] <- box n
    d.["b"] <- box s
    for kv in d do printfn "%s %A" kv.Key kv.Value
    printfn "%A" (box (Some n))
    printfn "%A" (box (Some (None: int option)))
    let nn: int option option = Some None
    printfn "%A %b %b" (box nn) (isNull (box nn)) (nn = unbox (box nn))
    let oo: obj list = [ n; s; v; nn; (); null; "x"; 3 ]
    for o in oo do printfn "%b %A" (isNull o) o
    printfn "%A %A" (match box n with :? (int option) -> "option" | _ -> "other") (match box () with :? unit -> "unit" | _ -> "other")
    printfn "%d" (hash (box n))
    0
