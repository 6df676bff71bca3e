/** The F# that stands for the suite's test framework: `Util.Testing` with a runner that reports each case on a line of its own. */

/** Begins a line of the runner's: a test writes none. */
export const mark = "\u0001";

export const testingSource = `module Util.Testing

type TestKind =
    | TestList of string * TestKind seq
    | TestCase of string * (unit -> unit)
    | TestCaseAsync of string * (unit -> Async<unit>)

let testList (name: string) (tests: TestKind seq) = TestList(name, tests)
let testCase (name: string) (test: unit -> unit) = TestCase(name, test)
let testCaseAsync (name: string) (test: unit -> Async<unit>) = TestCaseAsync(name, test)

let equal (expected: 'T) (actual: 'T) : unit =
    if not (Unchecked.equals actual expected) then failwith (sprintf "expected %A, got %A" expected actual)
let notEqual (expected: 'T) (actual: 'T) : unit =
    if Unchecked.equals actual expected then failwith (sprintf "expected anything but %A" actual)

module Runner =
    let rec private flatten (path: string) (test: TestKind) : (string * TestKind) list =
        let under (name: string) = if path = "" then name else path + " / " + name
        match test with
        | TestList(name, tests) -> tests |> Seq.toList |> List.collect (flatten (under name))
        | TestCase(name, _)
        | TestCaseAsync(name, _) -> [ under name, test ]

    let private report (verb: string) (text: string) : unit =
        System.Console.WriteLine("${"\\u0001"}" + verb + " " + text.Replace("\\r", "").Replace("\\n", "${"\\u0002"}"))

    /// Runs the cases from one on, each guarded; a case that ends everything is told by its missing result.
    let run (tests: TestKind) (first: int) : unit =
        let cases = flatten "" tests |> List.toArray
        report "count" (string cases.Length)
        let rec next (at: int) : unit =
            if at < cases.Length then
                let name, case = cases.[at]
                report "start" (string at + " " + name)
                match case with
                | TestCaseAsync(_, test) ->
                    Async.StartWithContinuations(
                        async { do! test () },
                        (fun () -> report "pass" ""; next (at + 1)),
                        (fun error -> report "fail" error.Message; next (at + 1)),
                        (fun error -> report "fail" error.Message; next (at + 1)))
                | TestCase(_, test) ->
                    (try
                        test ()
                        report "pass" ""
                     with error -> report "fail" error.Message)
                    next (at + 1)
                | TestList _ -> next (at + 1)
        next first
`;

/** The file with the entry point; the argument is the number of the first case to run. */
export const mainSource = (module: string): string => `module FableSuite.Main

[<EntryPoint>]
let main argv =
    Util.Testing.Runner.run ${module}.tests (int argv.[0])
    0
`;
