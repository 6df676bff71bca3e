/** Dates and times: constructors, arithmetic, texts in both directions. */
import { type Family, family, quoted } from "./program.ts";

const stamps = [
  "DateTime(2024, 2, 29, 13, 4, 5, 678)",
  "DateTime(1, 1, 1)",
  "DateTime(9999, 12, 31, 23, 59, 59)",
  "DateTime(1999, 12, 31, 0, 30, 0, DateTimeKind.Utc)",
  "DateTime(638448086456781234L)",
];
const parts = ["Year", "Month", "Day", "Hour", "Minute", "Second", "Millisecond", "DayOfWeek", "DayOfYear", "Ticks", "Kind", "Date", "TimeOfDay"];
const steps: readonly (readonly [name: string, amounts: string])[] = [
  ["AddDays", "[ -1.0; 0.5; 366.0; 1e9 ]"],
  ["AddHours", "[ -25.0; 1.25; 1e12 ]"],
  ["AddMinutes", "[ -0.1; 90.0 ]"],
  ["AddSeconds", "[ 0.0001; -86401.0 ]"],
  ["AddMilliseconds", "[ 1.5; -0.0001 ]"],
  ["AddMonths", "[ -13; 1; 12; 119999; 120001 ]"],
  ["AddYears", "[ -4; 1; 7000; 10001 ]"],
  ["AddTicks", "[ -1L; 864000000000L; 9000000000000000000L ]"],
];
const formats = [
  "",
  "d",
  "D",
  "f",
  "F",
  "g",
  "G",
  "m",
  "o",
  "r",
  "s",
  "t",
  "T",
  "u",
  "U",
  "y",
  "q",
  "yyyy-MM-dd HH:mm:ss.fff",
  "y yy yyy yyyyy",
  "M MM MMM MMMM",
  "d dd ddd dddd",
  "h hh H HH tt %t",
  "f ff fffffff",
  "F FF FFFFFFF",
  "ss.FFF",
  "K",
  "%K",
  "z zz zzz",
  "'at' HH'h'",
  "dd/MM/yyyy",
  "%",
  "\\d d",
  '"x" yyyy',
  "g",
  "yyyyMMdd",
];
const texts = [
  "2024-01-02",
  "2024-1-2",
  "2024-01-02T03:04:05",
  "2024-01-02T03:04:05Z",
  "2024-01-02T03:04:05.1234567+02:00",
  "2024-01-02 03:04",
  "01/02/2024",
  "1/2/24",
  "13/1/2024",
  "2024/1/2",
  "1.2.2024",
  "01/02/2024 3:04 PM",
  "01/02/2024 12:04 AM",
  "Jan 2, 2024",
  "2 January 2024",
  "Tue, 02 Jan 2024 03:04:05 GMT",
  "Wed, 02 Jan 2024 03:04:05 GMT",
  "2024-02-30",
  "2024-13-01",
  "2024-01-02T25:00:00",
  "",
  "abc",
  "2024",
  "20240102",
  "2024-01",
  "2024-01-02T03:04:05-08:00",
  "2024-01-02T03:04:05+15:00",
  "0001-01-01",
  "10000-01-01",
  "9999-12-31T23:59:59.9999999",
];
const exact: readonly (readonly [text: string, format: string])[] = [
  ["2024-01-02", "yyyy-MM-dd"],
  ["2024-1-2", "yyyy-MM-dd"],
  ["2024-1-2", "yyyy-M-d"],
  ["02/01/2024", "dd/MM/yyyy"],
  ["20240102030405", "yyyyMMddHHmmss"],
  ["2024-01-02T03:04:05Z", "yyyy-MM-ddTHH:mm:ssK"],
  ["2024-01-02T03:04:05+02:00", "yyyy-MM-ddTHH:mm:sszzz"],
  ["Jan 2, 2024 3:04 PM", "MMM d, yyyy h:mm tt"],
  ["2024-01-02 03:04:05.5", "yyyy-MM-dd HH:mm:ss.FFF"],
  ["2024-02-30", "yyyy-MM-dd"],
  ["2024-01-02", "q"],
  ["2024-01-02", ""],
  ["2024-01-02T03:04:05.1234567", "o"],
  ["Wed 2024-01-02", "ddd yyyy-MM-dd"],
];
const spans = [
  "TimeSpan(1, 2, 3)",
  "TimeSpan(-1, 2, 3, 4, 5)",
  "TimeSpan.FromDays 400.25",
  "TimeSpan.FromSeconds 0.1234567",
  "TimeSpan.FromTicks 15L",
  "TimeSpan.FromMilliseconds 1.9999",
  "-TimeSpan.FromHours 30.0",
];
const spanParts = ["Days", "Hours", "Minutes", "Seconds", "Milliseconds", "Ticks", "TotalDays", "TotalHours", "TotalMinutes", "TotalSeconds", "TotalMilliseconds"];
const spanFormats = ["c", "g", "G", "hh\\:mm\\:ss", "%d", "d\\.hh", "fff", "h'h 'm'm'", "x", "ss\\.FFF"];
const spanTexts = ["1", "1:2", "1:2:3", "1.2:3:4", "1:2:3:4.5", "-0:0:1.5", "24:0", "0:60", "x", "", "10675200"];

const list = (items: readonly string[]): string => `[ ${items.join("; ")} ]`;

export const dates: readonly Family[] = [
  family(
    "dates",
    `
let inv = CultureInfo.InvariantCulture
let stamps = ${list(stamps)}
for d in stamps do
    let name = d.ToString "o"
${parts.map((part) => `    row (name + " ${part}") (fun () -> string d.${part})`).join("\n")}
${steps.map(([step, amounts]) => `    for n in ${amounts} do\n        row (name + " ${step} " + string n) (fun () -> d.${step}(n).ToString "o")`).join("\n")}
    row (name + " hash") (fun () -> string (hash d))
    row (name + " %A") (fun () -> sprintf "%A" d)
    for format in ${list(formats.map(quoted))} do
        row (name + " " + format) (fun () -> d.ToString(format))
        row (name + " {0:" + format + "}") (fun () -> String.Format("{0:" + format + "}", d))
    for other in stamps do
        row (name + " - " + other.ToString "o") (fun () -> string (d - other))
        row (name + " ? " + other.ToString "o") (fun () -> sprintf "%b %b %d" (d = other) (d < other) (compare d other))
for text in ${list(texts.map(quoted))} do
    row ("Parse " + text) (fun () -> (DateTime.Parse text).ToString "o")
    row ("TryParse " + text) (fun () -> let ok, d = DateTime.TryParse text in string ok + d.ToString "yyyy-MM-dd HH:mm:ss")
    row ("Offset " + text) (fun () -> (DateTimeOffset.Parse text).ToString "o")
    row ("DateOnly " + text) (fun () -> string (DateOnly.Parse text))
    row ("TimeOnly " + text) (fun () -> string (TimeOnly.Parse text))
for text, format in ${list(exact.map(([text, format]) => `${quoted(text)}, ${quoted(format)}`))} do
    row ("ParseExact " + text + " as " + format) (fun () -> DateTime.ParseExact(text, format, inv).ToString "o")
    row ("Offset exact " + text + " as " + format) (fun () -> DateTimeOffset.ParseExact(text, format, inv).ToString "o")
    row ("universal " + text + " as " + format) (fun () -> DateTime.ParseExact(text, format, inv, DateTimeStyles.AssumeUniversal ||| DateTimeStyles.AdjustToUniversal).ToString "o")
for y, m, d in [ 2024, 2, 29; 2023, 2, 29; 0, 1, 1; 2024, 13, 1; 2024, 1, 0; 10000, 1, 1 ] do
    row (sprintf "date %d %d %d" y m d) (fun () -> string (DateTime(y, m, d)))
    row (sprintf "DateOnly %d %d %d" y m d) (fun () -> string (DateOnly(y, m, d)))
    row (sprintf "days in %d %d" y m) (fun () -> string (DateTime.DaysInMonth(y, m)))
    row (sprintf "leap %d" y) (fun () -> string (DateTime.IsLeapYear y))
for h, m, s in [ 0, 0, 0; 23, 59, 59; 24, 0, 0; 1, 60, 0; 1, 1, -1 ] do
    row (sprintf "time %d %d %d" h m s) (fun () -> string (DateTime(2024, 1, 1, h, m, s)))
    row (sprintf "TimeOnly %d %d %d" h m s) (fun () -> TimeOnly(h, m, s).ToString("o", inv))
let offsets = [ 0.0; 5.5; -8.0; 14.0; 15.0; 0.01 ]
for hours in offsets do
    row (sprintf "offset %g" hours) (fun () -> string (DateTimeOffset(2024, 2, 29, 13, 4, 5, TimeSpan.FromHours hours)))
    row (sprintf "to offset %g" hours) (fun () -> (DateTimeOffset(2024, 2, 29, 13, 4, 5, TimeSpan.Zero).ToOffset(TimeSpan.FromHours hours)).ToString "o")
let spans = ${list(spans)}
for x in spans do
    let name = string x
    row (name + " %A") (fun () -> sprintf "%A" x)
    row (name + " hash") (fun () -> string (hash x))
${spanParts.map((part) => `    row (name + " ${part}") (fun () -> string x.${part})`).join("\n")}
    for format in ${list(spanFormats.map(quoted))} do
        row (name + " " + format) (fun () -> String.Format("{0:" + format + "}", x))
    for y in spans do
        row (name + " + " + string y) (fun () -> string (x + y) + " " + string (x - y) + " " + string (x / y) + " " + string (x < y) + " " + string (max x y))
    for n in [ 0.0; 0.5; -3.0; nan; 1e30 ] do
        row (name + " * " + string n) (fun () -> string (x * n))
        row (name + " / " + string n) (fun () -> string (x / n))
for text in ${list(spanTexts.map(quoted))} do
    row ("TimeSpan.Parse " + text) (fun () -> string (TimeSpan.Parse text))
`,
  ),
];
