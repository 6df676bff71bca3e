/// Month sheets, holidays and intervals of days.
module Calendar

open System

let monthName (month: int) = DateTime(2024, month, 1).ToString("MMMM")

/// Weeks from Monday to Sunday; days of other months are 0.
let weeksOf year month =
    let first = DateTime(year, month, 1)
    let lead = (int first.DayOfWeek + 6) % 7
    let days = List.replicate lead 0 @ [ 1 .. DateTime.DaysInMonth(year, month) ]
    days |> List.chunkBySize 7

let sheet year month =
    let title = sprintf "%s %d" (monthName month) year
    printfn "%s" (title.PadLeft(10 + title.Length / 2))
    printfn "Mo Tu We Th Fr Sa Su"

    for week in weeksOf year month do
        week
        |> List.map (fun day -> if day = 0 then "  " else sprintf "%2d" day)
        |> String.concat " "
        |> printfn "%s"

/// Easter Sunday by the anonymous Gregorian algorithm.
let easter year =
    let a = year % 19
    let b, c = year / 100, year % 100
    let d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7
    let f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114
    DateTime(year, f / 31, f % 31 + 1)

type Holiday = { Name: string; Date: DateTime }

let holidays year =
    let sunday = easter year

    [ { Name = "New Year"; Date = DateTime(year, 1, 1) }
      { Name = "Good Friday"; Date = sunday.AddDays -2.0 }
      { Name = "Easter Monday"; Date = sunday.AddDays 1.0 }
      { Name = "Ascension"; Date = sunday.AddDays 39.0 }
      { Name = "Christmas"; Date = DateTime(year, 12, 25) } ]

let isWorkday (free: Set<DateTime>) (day: DateTime) =
    match day.DayOfWeek with
    | DayOfWeek.Saturday
    | DayOfWeek.Sunday -> false
    | _ -> not (free.Contains day)

let rec addWorkdays free count (day: DateTime) =
    if count = 0 then
        day
    else
        let next = day.AddDays 1.0
        addWorkdays free (if isWorkday free next then count - 1 else count) next

/// The week of ISO 8601: that of the year its Thursday is in.
let isoWeek (day: DateTime) =
    let thursday = day.AddDays(float (4 - (int day.DayOfWeek + 6) % 7 - 1))
    thursday.Year, (thursday.DayOfYear - 1) / 7 + 1

let age (born: DateOnly) (today: DateOnly) =
    let years = today.Year - born.Year
    if today < born.AddYears years then years - 1 else years

sheet 2024 2
sheet 2025 9

for year in [ 2000; 2023; 2024; 2025 ] do
    printfn "%d: leap %b, Easter %s" year (DateTime.IsLeapYear year) ((easter year).ToString("dddd d MMMM"))

let free = holidays 2024 |> List.map (fun holiday -> holiday.Date) |> Set.ofList

for holiday in holidays 2024 do
    let iso, week = isoWeek holiday.Date
    printfn "%-14s %s %A day %3d week %d-W%02d" holiday.Name (holiday.Date.ToString "yyyy-MM-dd") holiday.Date.DayOfWeek holiday.Date.DayOfYear iso week

printfn "%A" (List.head (holidays 2024))
printfn "due %O" (addWorkdays free 10 (DateTime(2024, 3, 25)))

for day in [ DateTime(2021, 1, 3); DateTime(2020, 12, 31); DateTime(2024, 12, 30) ] do
    printfn "%s %A" (day.ToShortDateString()) (isoWeek day)

let born = DateOnly(1996, 2, 29)

for today in [ DateOnly(2023, 2, 28); DateOnly(2023, 3, 1); DateOnly(2024, 2, 29) ] do
    printfn "%O: %d years, %d days" today (age born today) (today.DayNumber - born.DayNumber)

let byWeekday =
    [ 0..365 ]
    |> List.countBy (fun n -> DateTime(2024, 1, 1).AddDays(float n).DayOfWeek)
    |> List.sort

printfn "%A" byWeekday

try
    printfn "%O" (DateTime(2023, 2, 29))
with :? ArgumentOutOfRangeException as e ->
    printfn "%s" e.Message

try
    printfn "%d" (DateTime.DaysInMonth(2023, 13))
with e ->
    printfn "%s" e.Message
