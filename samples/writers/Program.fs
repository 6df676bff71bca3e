module Writers
open System
open System.IO
open System.Text

type Row = { Name: string; Amount: decimal; Count: int }

let report (out: TextWriter) (rows: Row list) =
    out.WriteLine "Name        Amount  Count"
    for row in rows do
        out.Write(row.Name.PadRight 10)
        out.Write(' ')
        out.Write("{0,8:F2}", row.Amount)
        out.Write("{0,7}", row.Count)
        out.WriteLine()
    fprintf out "%d rows" rows.Length
    fprintfn out ", %M in all" (rows |> List.sumBy (fun r -> r.Amount))
    out.Flush()

type Indented(inner: TextWriter, prefix: string) =
    let mutable depth = 0
    member _.In() = depth <- depth + 1
    member _.Out() = depth <- depth - 1
    member _.Line(text: string) = inner.WriteLine(String.replicate depth prefix + text)

[<EntryPoint>]
let main _ =
    let rows = [ { Name = "tea"; Amount = 3.5M; Count = 2 }; { Name = "sugar"; Amount = 12M; Count = 10 } ]
    report Console.Out rows
    use text = new StringWriter()
    report text rows
    let captured = text.ToString()
    printfn "%d characters, %d lines" captured.Length (captured.Split('\n').Length)
    let builder = StringBuilder "start:"
    using (new StringWriter(builder)) (fun w ->
        w.Write 1
        w.Write 2L
        w.Write 1.5
        w.Write 2.5f
        w.Write true
        w.Write 'c'
        w.Write 1.10M
        w.Write(box [ 1; 2 ])
        w.Write [| 'x'; 'y' |]
        w.Write([| 'x'; 'y'; 'z' |], 1, 2)
        w.Write(StringBuilder "sb")
        w.Write(null: string)
        w.WriteLine("{0}-{1}-{2}-{3}", 1, "two", 3.0, '4')
        w.WriteLine 7u
        w.WriteLine 7uy)
    printf "%s" (builder.ToString())
    let w = new StringWriter()
    w.NewLine <- "|"
    w.WriteLine "a"
    w.WriteLine()
    (w :> TextWriter).Write "b"
    Console.WriteLine(w)
    Console.WriteLine(w.GetStringBuilder().Length)
    let indented = Indented(stdout, "  ")
    indented.Line "root"
    indented.In()
    indented.Line "child"
    indented.In()
    indented.Line "leaf"
    indented.Out()
    Console.WriteLine("{0:X4} {1,6:F1}|{2,-4}|", 255, 2.25, "ab")
    Console.Write("{0} ", [| box 1 |])
    Console.Write 'x'
    Console.WriteLine [| 'o'; 'k' |]
    Console.WriteLine 1.0
    Console.WriteLine 1.5M
    Console.WriteLine true
    Console.WriteLine(Some 3)
    Console.WriteLine DayOfWeek.Friday
    Console.WriteLine()
    Console.Error.WriteLine "to the other stream"
    eprintfn "as this"
    let write: TextWriter -> string -> unit = fun w s -> w.Write s
    write stdout "by a function\n"
    stdout.Write("{0}, {1}\n", "a", "b")
    stdout.WriteLine "end"
    // What is written while the output is another goes there.
    let held = Console.Out
    let other = new StringWriter()
    Console.SetOut other
    Console.WriteLine "captured"
    Console.Out.Write "too"
    printf " and %d" 5
    printfn " more"
    Console.SetOut held
    printfn "%A" (other.ToString())
    (task { do! Console.Out.WriteLineAsync "from a task" }).Wait()
    0
