module Program
open System
open System.IO
open System.Text

let x = 3
let name = "ann"
printf $"{x} "
printf $"%d{x}|%5.2f{1.5}|{name,6}|\n"
printf "%d-%s\n" x name
Printf.printf "plain %d\n" x
Printf.printf $"{name}\n"
Printf.printfn "%s" name
let s = sprintf $"{x}{name}"
printfn $"{s}"

// A logger of the program's own takes formats and ready texts.
let log format = Printf.kprintf (fun text -> printfn "[%s]" text) format
log "count %d" x
log $"name {name}"
let fail format = Printf.ksprintf (fun text -> raise (InvalidOperationException text)) format
for attempt in [ (fun () -> fail "bad %d" 1); (fun () -> fail $"worse {x}"); (fun () -> failwithf $"worst {x}") ] do
    try attempt () with e -> printfn "%s: %s" (e.GetType().Name) e.Message

let builder = StringBuilder()
Printf.bprintf builder "%d;" x
Printf.bprintf builder $"{name};"
printfn "%O" builder
let writer = new StringWriter()
fprintf writer "%s=%d" name x
fprintf writer $" {x}"
fprintfn writer " end"
Printf.fprintf writer "%c" 'z'
printf "%s\n" (writer.ToString())
fprintf stdout "to %s\n" "stdout"
[ 1; 2 ] |> List.iter (printf "%d;")
[ "a", 1 ] |> List.iter (fun (key, value) -> printf "%s=%d\n" key value)
let show = printf "%s:%d\n"
show "b" 2
printf "100%%\n"
printf $"{{}}%%\n"
