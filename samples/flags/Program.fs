module Program

open System

[<Flags>]
type Permission =
    | None = 0
    | Read = 1
    | Write = 2
    | Execute = 4
    | ReadWrite = 3

[<Flags>]
type Day =
    | Monday = 0b0000001
    | Tuesday = 0b0000010
    | Friday = 0b0010000
    | Weekend = 0b1100000
    | Top = 0x40000000
    | All = -1

/// Not flags, so a value between has digits only.
type Level =
    | Low = 1
    | High = 4

type User = { Name: string; Rights: Permission; Days: Day list }

let users =
    [ { Name = "ann"; Rights = Permission.Read ||| Permission.Execute; Days = [ Day.Monday ||| Day.Friday; Day.Weekend ] }
      { Name = "bob"; Rights = Permission.Read ||| Permission.Write; Days = [ Day.All ] }
      { Name = "cid"; Rights = Permission.None; Days = [] } ]

let has (flag: Permission) user = user.Rights.HasFlag flag

for user in users do
    printfn "%A" user
    printfn "%s: %O, writes %b, executes %b" user.Name user.Rights (has Permission.Write user) (has Permission.Execute user)
    printfn $"{user.Rights}|{user.Rights:D}|{user.Rights:X}|{user.Rights:F}"

let revoked = Permission.ReadWrite &&& ~~~Permission.Write
printfn "%A %s %s" revoked (string (enum<Permission> 7)) ((enum<Permission> 12).ToString())
printfn "%A %A %A" (enum<Permission> 8) (enum<Permission> -1) (enum<Day> 0)
printfn "%A %A %s" (enum<Day> 3) (Day.Top ||| Day.Tuesday) ((Day.Friday ||| Day.Monday).ToString())
printfn "%A %O %s" (enum<Level> 5) Level.High $"{Level.Low ||| Level.High:F}"
printfn "%A" (Enum.Parse<Permission> "Read, Execute")
printfn "%A" (Enum.Parse(typeof<Permission>, "execute,write", true) :?> Permission)
printfn "%A" (Enum.TryParse<Permission> "Read, Delete")
printfn "%b %b" (Enum.IsDefined(typeof<Permission>, 3)) (Enum.IsDefined(typeof<Permission>, 5))
printfn "%A" (Enum.GetName(typeof<Permission>, 5) |> isNull)
printfn "%b %b %s" (Enum.IsDefined Permission.ReadWrite) (Enum.IsDefined(enum<Permission> 6)) (Enum.GetName Permission.Write)
printfn "%A" (Enum.GetNames typeof<Day>)
printfn "%A" (Enum.GetNames<Level>())
printfn "%A" (Enum.GetValues typeof<Day> |> Seq.cast<Day> |> Seq.map int |> Seq.toList)
printfn "%s" (String.Join("; ", [ for p in Enum.GetValues<Permission>() -> $"{p} = {int p}" ]))
printfn "%A" (users |> List.groupBy (fun user -> user.Rights.HasFlag Permission.Read) |> List.map (fun (k, v) -> k, v.Length))
printfn "%A" (box (Permission.Write ||| Permission.Execute))
