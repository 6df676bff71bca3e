module OptionalSteps

/// Each of these asks the same option more than once.
let widen (low: int option) (high: int option) value =
    let least = Option.fold min value low
    let most = Option.fold max value high
    let span = Option.map2 (-) high low |> Option.defaultValue 0
    least, most, span

let describe (count: int option) =
    let asNumber = Option.fold (fun sum x -> sum + x) 0 count
    let asText = Option.foldBack (fun x text -> text + "#" + string x) count "n"
    let found = Option.exists (fun x -> x > 1) count
    let all = Option.forall (fun x -> x > 1) count
    sprintf "%d %s %b %b %A" asNumber asText found all (Option.toList count)

/// Repeats of letters, "3ab2c" for "aaabcc", read in one pass with a pending count.
let expand (packed: string) =
    let step (written: string, pending: int option) letter =
        let longer = Option.fold (fun digit tens -> digit + tens * 10) (int letter - int '0') pending |> Some
        let repeated = Option.fold (fun text times -> text + System.String(letter, times - 1)) (written + string letter) pending
        if System.Char.IsDigit letter then written, longer else repeated, None
    packed |> Seq.fold step ("", None) |> fst

let rec depth (node: obj) =
    match node with
    | null -> 0
    | :? (obj list) as inner -> 1 + (inner |> List.map depth |> List.fold max 0)
    | _ -> 1

type Parcel = { Weight: float option; Note: string }

let price (parcel: Parcel) =
    let text = if isNull parcel.Note then "none" else parcel.Note
    let heavy = match parcel.Weight with Some w when w > 10.0 -> true | _ -> false
    let cost = match parcel.Weight with Some w -> 2.0 * w | None -> 1.5
    let note = if isNull parcel.Note then 0 else parcel.Note.Length
    sprintf "%s %b %.2f %d" text heavy cost note

[<EntryPoint>]
let main _ =
    for low, high in [ Some 1, Some 9; None, Some 9; Some 1, None; None, None ] do
        for value in [ 0; 5; 12 ] do printfn "%A" (widen low high value)
    for count in [ None; Some 1; Some 2 ] do printfn "%s" (describe count)
    for packed in [ "3ab2c"; ""; "abc"; "12x"; "2a10b" ] do printfn "%s" (expand packed)
    printfn "%d %d" (depth null) (depth (box [ box 1; box [ box 2 ] ]))
    for parcel in [ { Weight = None; Note = null }; { Weight = Some 4.5; Note = "glass" }; { Weight = Some 12.0; Note = null } ] do
        printfn "%s" (price parcel)
    0
