/// A partial application evaluates what it is given at once, mutable variables too.
module PartialApplications
let mutable n = 0
let next () = n <- n + 1; printfn "next %d" n; n
let add a b = a + b
let add3 a b c = a + b + c
type C(k:int) =
  member _.M(a:int) (b:int) = a + b + k
  static member S (a:int) (b:int) = a * b
let mk () = printfn "mk"; C(100)
type R = { F : int -> int -> int }
let getR () = printfn "getR"; { F = fun a b -> a - b }
let g = add (next ())
printfn "%d %d" (g 1) (g 2)
let g3 = add3 (next ()) (next ())
printfn "%d %d" (g3 1) (g3 2)
let h = (mk ()).M n
printfn "%d %d" (h 1) (h 2)
let s = C.S (next ())
printfn "%d %d" (s 1) (s 2)
let r = (getR ()).F (next ())
printfn "%d %d" (r 1) (r 2)
let m = List.map (add (next ())) [1;2;3]
printfn "%A" m
let fm = List.map (let k = next () in fun x -> x + k)
printfn "%A %A" (fm [1]) (fm [2])
let lst = List.fold add (next ())
printfn "%d %d" (lst [1;2]) (lst [3])
let p = sprintf "%d-%d" (next ())
printfn "%s %s" (p 1) (p 2)
let comp = add (next ()) >> add (next ())
printfn "%d %d" (comp 1) (comp 2)
let ofPipe = next () |> add
printfn "%d %d" (ofPipe 1) (ofPipe 2)
let mutable cell = 10
let readsCell = add cell
cell <- 20
printfn "%d" (readsCell 1)
let addsCell = List.map (add cell)
cell <- 30
printfn "%A" (addsCell [ 1; 2 ])
let readsLate = fun b -> add cell b
cell <- 40
printfn "%d" (readsLate 1)
let arr = [|1;2|]
let readsArr = add arr.[0]
arr.[0] <- 50
printfn "%d" (readsArr 1)
let dflt = Option.defaultValue (next ())
printfn "%d %d" (dflt None) (dflt None)
let tryIt = try (add (failwith "boom")) with e -> printfn "caught %s" e.Message; id
printfn "%d" (tryIt 5)
let curried = (fun a -> printfn "got a"; fun b -> a + b)
let c1 = curried 1
printfn "%d %d" (c1 1) (c1 2)
let inner () =
  let k = add (next ())
  let loc a b = a * b
  let l = loc (next ())
  [k 1; k 2; l 3; l 4]
printfn "%A" (inner ())
let ctor = Array.create (next())
printfn "%A %A" (ctor 'a') (ctor 'b')
let union = Some << add (next ())
printfn "%A %A" (union 1) (union 2)


// A function that only reads a mutable variable of a module sees what it holds when called.
module Level =
  let mutable current = Some 3
  let read = fun () -> current
let ask (question: unit -> 'a) = question ()
let mutable height = 3
let mutable missing: string = null
let mutable handler: unit -> int = fun () -> height
let held = fun () -> Some height
printfn "%A %A %A %d" (ask (fun () -> Some height)) (ask (fun () -> missing)) (ask (fun () -> Level.current)) ((ask (fun () -> handler)) ())
height <- 9
missing <- "x"
Level.current <- None
handler <- fun () -> 1
printfn "%A %A %A %d" (held ()) (ask (fun () -> missing)) (Level.read ()) ((ask (fun () -> handler)) ())
