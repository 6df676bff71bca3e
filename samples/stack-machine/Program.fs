open Machine
open System
let dup = [ Push 1 ]
let fact =
  [ Push 5; Call "f"; Out; Halt; Label "f"; Push 3; Bin(Cpu.mul, "mul"); Ret ]
let show (r, info) = match r with Ok out -> printfn "ok %s [%s]" (String.concat "," out) info | Error e -> printfn "error %s [%s]" e info
show (Cpu.run 100 fact)
show (Cpu.run 100 [ Out ])
show (Cpu.run 100 [ Push 1; Jnz "nowhere" ])
show (Cpu.run 100 [ Push 1 ])
show (Cpu.run 50 [ Label "a"; Push 1; Jnz "a" ])
show (Cpu.run 100 [ Push Int32.MaxValue; Push 2; Bin(Cpu.add, "add"); Out; Halt ])
printfn "%A" (fact |> List.choose (|Arith|_|))
printfn "%A" (Mov(A, B), Push 3, Out)
let counts = fact |> List.countBy (function Push _ -> "push" | Arith n -> n | Out | Halt | Ret -> "ctl" | _ -> "other")
printfn "%A" counts
type Counter = { mutable N: int } with member c.Incr() = c.N <- c.N + 1; c
let c = { N = 0 }
printfn "%d %b" (c.Incr().Incr().N) (obj.ReferenceEquals(c, c.Incr()))
let table = Array2D.init 3 4 (fun i j -> if i = j then 1.0 else float (i * j) / 2.0)
printfn "%A" table
for i = 2 downto 0 do printf "%g " table.[i, 1]
printfn ""
let mutable acc = []
for KeyValue(k, v) in Map [ 2, "b"; 1, "a" ] do acc <- (k, v) :: acc
for (i, s) in acc |> Seq.sortBy fst do printf "%d%s " i s
printfn ""
let rec collatz n = seq { yield n; if n > 1L then yield! collatz (if n % 2L = 0L then n / 2L else 3L * n + 1L) }
printfn "%A %d" (collatz 6L |> Seq.toList) (collatz 27L |> Seq.length)
let sieve n =
  let p = Array.create (n + 1) true
  for i in 2 .. int (sqrt (float n)) do
    if p.[i] then for j in i * i .. i .. n do p.[j] <- false
  [ for i in 2..n do if p.[i] then i ]
printfn "%A" (sieve 50)
let bits = [ 1 <<< 3; -16 >>> 2; 0xF0 &&& 0x3C; 5 ^^^ 3; ~~~0 ]
printfn "%A %d %d" bits (0xFFFFFFFFu >>> 28) (1L <<< 40)
printfn "%d %d %d %d" (7 / -2) (7 % -2) (-7 / 2) (-7 % 2)
printfn "%A" (Math.Round 2.5, Math.Round(2.5, MidpointRounding.AwayFromZero), round -0.5, truncate -1.7, ceil 1.2, int -1.7)
printfn "%A" (nan = nan, nan.Equals nan, compare nan 1.0, max 1.0 nan, infinity > 1.0)
printfn "%d" (try (let m = Int32.MaxValue in Checked.(+) m 1) with :? OverflowException -> -1)
