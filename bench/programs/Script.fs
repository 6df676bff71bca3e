module Bench.Script

// an interpreter of a small imperative language: dictionaries for variables, a stack machine for expressions
type Op =
    | Push of int
    | Load of string
    | Store of string
    | Add
    | Sub
    | Mul
    | Mod
    | Less
    | JumpIfZero of int
    | Jump of int
    | Halt

type Vm =
    { Code: Op[]
      Stack: int[]
      Variables: System.Collections.Generic.Dictionary<string, int>
      mutable Top: int
      mutable Pc: int }

let push vm value =
    vm.Stack[vm.Top] <- value
    vm.Top <- vm.Top + 1

let pop vm =
    vm.Top <- vm.Top - 1
    vm.Stack[vm.Top]

let binary vm f =
    let right = pop vm
    let left = pop vm
    push vm (f left right)

let rec execute vm =
    let op = vm.Code[vm.Pc]
    vm.Pc <- vm.Pc + 1

    match op with
    | Halt -> ()
    | Push value ->
        push vm value
        execute vm
    | Load name ->
        push vm vm.Variables[name]
        execute vm
    | Store name ->
        vm.Variables[name] <- pop vm
        execute vm
    | Add ->
        binary vm (fun a b -> a + b)
        execute vm
    | Sub ->
        binary vm (fun a b -> a - b)
        execute vm
    | Mul ->
        binary vm (fun a b -> a * b)
        execute vm
    | Mod ->
        binary vm (fun a b -> a % b)
        execute vm
    | Less ->
        binary vm (fun a b -> if a < b then 1 else 0)
        execute vm
    | JumpIfZero target ->
        if pop vm = 0 then
            vm.Pc <- target

        execute vm
    | Jump target ->
        vm.Pc <- target
        execute vm

// total = 0; i = 0; while i < n do total = (total * 3 + i * i) % 10007; i = i + 1
let program n =
    [| Push 0; Store "total"; Push 0; Store "i"
       Load "i"; Push n; Less; JumpIfZero 24
       Load "total"; Push 3; Mul; Load "i"; Load "i"; Mul; Add; Push 10007; Mod; Store "total"
       Load "i"; Push 1; Add; Store "i"; Jump 4; Halt
       Halt |]

let run (n: int) : int =
    let vm =
        { Code = program n
          Stack = Array.zeroCreate 16
          Variables = System.Collections.Generic.Dictionary()
          Top = 0
          Pc = 0 }

    execute vm
    vm.Variables["total"]
