namespace Machine
type Reg = A | B | C
[<Sealed>]
type Stack<'T>() =
  let mutable items : 'T list = []
  member _.Push x = items <- x :: items
  member _.Pop() = match items with x :: rest -> items <- rest; x | [] -> invalidOp "stack empty"
  member _.Count = items.Length
exception MachineFault of code: int * pc: int
[<AutoOpen>]
module Instr =
  type Instr =
    | Push of int
    | Mov of Reg * Reg
    | Bin of op: (int -> int -> int) * name: string
    | Jnz of label: string
    | Label of string
    | Out
    | Call of string
    | Ret
    | Halt
  let (|Arith|_|) = function Bin(_, n) -> Some n | _ -> None
