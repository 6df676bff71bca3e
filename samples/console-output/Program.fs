/// Everything .NET's console writes, with and without line ends.
module ConsoleOutput

open System
let write () =
    Console.Write "x"
    Console.Write 5
    Console.Write('c')
    Console.Write("a {0} {1}", 1, 2.0)
    Console.Write(3.0)
    Console.Error.Write "e"
    Console.Error.WriteLine "e"
    Console.Error.WriteLine()
    Console.Out.Write "o"
    Console.Out.WriteLine "o"
    Console.Out.WriteLine()
    Console.Out.Flush()
    Console.WriteLine()
    Console.WriteLine(1.0)
    Console.WriteLine(1.5f)
    Console.WriteLine(true)
    Console.WriteLine('c')
    Console.WriteLine(5L)
    Console.WriteLine(box 3)
    Console.WriteLine(Some 3)
    Console.WriteLine("{0:F2} {1}", 1.0, "x")
    Console.WriteLine(1.5m)
    Console.WriteLine([| 'a'; 'b' |])
    Console.WriteLine("{0} {1} {2} {3}", 1, 2, 3, true)
    Console.WriteLine("{0}", [| box 1; box 2 |])
    stdout.Write "so"
    stdout.WriteLine "so"
    stderr.WriteLine "se"
    fprintf stderr "x %d" 3
    fprintfn stderr "x %d" 3
    fprintfn Console.Out "x %d" 3
    Console.Error.WriteLine("{0}", 3)
    eprintf "x"
    Console.WriteLine(null: obj)
    Console.WriteLine(null: string)
    Console.WriteLine(infinity)
    Console.WriteLine(false)
    Console.Write(255uy)
    Console.WriteLine([1;2;3])
    Console.WriteLine($"{1.5} {true}")
    Console.Out.Write("{0}-{1}", 1, 'c')
    Console.WriteLine((1, "a"))
    printfn ""
    printf "%d %s" 3 "x"
    fprintf stdout "%s|" "y"
    stdout.Write('c')
    Console.ForegroundColor <- ConsoleColor.Red
    Console.ResetColor()
let s = seq { 1 .. 3 }
s |> Seq.iter Console.WriteLine
[ 'a' ] |> List.iter (fun c -> Console.Write c)

write ()
