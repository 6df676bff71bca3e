namespace Machine
type Reg = A | B | C
[<Sealed>]
type Stack<'T> =
  new : unit -> Stack<'T>
  member Push : 'T -> unit
  member Pop : unit -> 'T
  member Count : int
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
  val (|Arith|_|) : Instr -> string option
