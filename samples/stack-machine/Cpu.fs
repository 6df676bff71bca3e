[<RequireQualifiedAccess>]
module Machine.Cpu
open System
open System.Collections.Generic
open Checked
type State =
  { mutable Pc: int
    Stack: Stack<int>
    Calls: System.Collections.Generic.Stack<int>
    Output: ResizeArray<string>
    mutable Steps: int }
type private Outcome = Next | Jump of int | Stop
let private link (program: Instr[]) =
  program |> Array.indexed |> Array.choose (function i, Label l -> Some(l, i) | _ -> None) |> Map.ofArray
let run limit (program: Instr list) =
  let code = Array.ofList program
  let labels = link code
  let s = { Pc = 0; Stack = Stack(); Calls = System.Collections.Generic.Stack(); Output = ResizeArray(); Steps = 0 }
  let target l = match labels.TryFind l with Some i -> i | None -> raise (MachineFault(404, s.Pc))
  let step instr =
    match instr with
    | Push n -> s.Stack.Push n; Next
    | Bin(f, _) ->
      let b = s.Stack.Pop()
      let a = s.Stack.Pop()
      s.Stack.Push(f a b)
      Next
    | Jnz l -> if s.Stack.Pop() <> 0 then Jump(target l) else Next
    | Out -> s.Output.Add(string (s.Stack.Pop())); Next
    | Call l -> s.Calls.Push(s.Pc + 1); Jump(target l)
    | Ret -> (match s.Calls.TryPop() with | true, pc -> Jump pc | _ -> Stop)
    | Label _ | Mov _ -> Next
    | Halt -> Stop
  let mutable go = true
  let result =
   try
    try
      while go do
        if s.Steps >= limit then raise (TimeoutException $"after {s.Steps}")
        if s.Pc >= code.Length then raise (MachineFault(1, s.Pc))
        s.Steps <- s.Steps + 1
        match step code[s.Pc] with
        | Next -> s.Pc <- s.Pc + 1
        | Jump pc -> s.Pc <- pc
        | Stop -> go <- false
      Ok(List.ofSeq s.Output)
    with
    | MachineFault(404, pc) -> Error $"no label at {pc}"
    | MachineFault _ as e -> Error(sprintf "%A" e)
    | :? InvalidOperationException | :? TimeoutException as e -> Error e.Message
    | :? OverflowException -> Error "overflow"
   finally
    s.Output.Insert(0, sprintf "%d steps" s.Steps)
  result, s.Output[0]
let mul a b : int = a * b
let add a b : int = a + b
