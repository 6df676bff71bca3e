// What .NET knows of Unicode, one table a line: its name, then numbers.
open System
open System.Globalization
open System.Text.RegularExpressions

let line (name: string) (numbers: seq<int>) = Console.Out.WriteLine(name + " " + String.Join(" ", numbers))
let units = [ 0..0xffff ]
let texts = [ for i in 0x10000..0x1ffff -> i, Char.ConvertFromUtf32 i ]

line "categories" (seq { for i in 0..0x10ffff -> int (CharUnicodeInfo.GetUnicodeCategory(i: int)) })

let mapping name (ofUnit: char -> char) (ofText: string -> string) =
    line name (seq {
        for i in units do
            if ofUnit (char i) <> char i then yield! [ i; int (ofUnit (char i)) ]
        for i, text in texts do
            if ofText text <> text then yield! [ i; Char.ConvertToUtf32(ofText text, 0) ]
    })

mapping "upper" Char.ToUpperInvariant (fun text -> text.ToUpperInvariant())
mapping "lower" Char.ToLowerInvariant (fun text -> text.ToLowerInvariant())

// The units that a regular expression takes for the same without regard to case: the least of each class for every other one.
let all = String [| for i in units -> char i |]
line "caseless" (seq {
    for i in units do
        let first = Regex.Match(all, Regex.Escape(string (char i)), RegexOptions.IgnoreCase ||| RegexOptions.CultureInvariant).Index
        if first <> i then yield! [ i; first ]
})
