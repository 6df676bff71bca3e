(* The programs of the folder above in OCaml. `bench ROUNDS NAME SIZE NAME SIZE ...`; see ../../natives.mjs. *)
let count n = let acc = ref 0 in for i = 1 to n do acc := i - !acc done; !acc
let loop n = let acc = ref 0 in for i = 1 to n do acc := (!acc * 31 + i) mod 65521 done; !acc

let rec fib n = if n < 2 then n else fib (n - 1) + fib (n - 2)

let rec sum_to acc i n = if i > n then acc else sum_to ((acc + i) mod 1000003) (i + 1) n
let rec is_even n = if n = 0 then true else is_odd (n - 1)
and is_odd n = if n = 0 then false else is_even (n - 1)
let tail_rec n =
  let evens = ref 0 in
  for i = 1 to n / 1000 do if is_even (900 + i mod 100) then incr evens done;
  (sum_to 0 1 n + !evens) mod 1000003

let map f xs = List.rev (List.rev_map f xs)
let lists n =
  let xs = List.init n (fun i -> i) in
  let ys = xs |> map (fun x -> x * 3 mod 1009) |> List.filter (fun x -> x mod 2 = 0) in
  let total = List.fold_left (fun a x -> (a + x) mod 1000003) 0 ys in
  (total * 31 + List.length (List.rev ys)) mod 1000003

type op = Add | Sub | Mul
type expr = Const of int | Var of string | Neg of expr | Bin of op * expr * expr
type env = { x : int; y : int }
let rec build depth seed =
  if depth = 0 then
    match seed mod 3 with 0 -> Var "x" | 1 -> Var "y" | _ -> Const (seed mod 10)
  else
    let l = build (depth - 1) ((seed * 7 + 3) mod 1013) in
    let r = build (depth - 1) ((seed * 13 + 5) mod 1013) in
    match seed mod 5 with
    | 0 -> Bin (Sub, l, r) | 1 -> Bin (Mul, l, r)
    | 2 -> Neg (Bin (Add, l, r)) | _ -> Bin (Add, l, r)
let rec eval env = function
  | Const c -> c
  | Var "x" -> env.x
  | Var _ -> env.y
  | Neg a -> - (eval env a)
  | Bin (Add, a, b) -> (eval env a + eval env b) mod 10007
  | Bin (Sub, a, b) -> (eval env a - eval env b) mod 10007
  | Bin (Mul, a, b) -> (eval env a * eval env b) mod 10007
let expr_tree depth =
  let tree = build depth 1 and acc = ref 0 in
  for i = 1 to 4 do acc := (!acc * 3 + eval { x = i; y = i + 7 } tree) mod 10007 done; !acc

let rec safe col dist = function
  | [] -> true
  | q :: rest -> q <> col && abs (q - col) <> dist && safe col (dist + 1) rest
let rec place n row qs =
  if row = n then 1
  else
    List.init n (fun i -> i)
    |> List.filter (fun c -> safe c 1 qs)
    |> List.fold_left (fun a c -> a + place n (row + 1) (c :: qs)) 0
let queens n = place n 0 []

let escape cx cy max_iter =
  let rec go x y i =
    if i >= max_iter || x *. x +. y *. y > 4.0 then i
    else go (x *. x -. y *. y +. cx) (2.0 *. x *. y +. cy) (i + 1) in
  go 0.0 0.0 0
let mandel size =
  let total = ref 0 and s = float size in
  for py = 0 to size - 1 do
    for px = 0 to size - 1 do
      total := (!total + escape (3.0 *. float px /. s -. 2.0) (2.0 *. float py /. s -. 1.0) 50) mod 1000003
    done
  done; !total

type body = { mutable px : float; mutable py : float; mutable pz : float;
              mutable vx : float; mutable vy : float; mutable vz : float; mass : float }
let sm = 39.47841760435743 and days = 365.24
let body px py pz vx vy vz m =
  { px; py; pz; vx = vx *. days; vy = vy *. days; vz = vz *. days; mass = m *. sm }
let system () =
  let bs = [|
    body 0. 0. 0. 0. 0. 0. 1.;
    body 4.84143144246472090 (-1.16032004402742839) (-0.103622044471123109) 0.00166007664274403694 0.00769901118419740425 (-0.0000690460016972063023) 0.000954791938424326609;
    body 8.34336671824457987 4.12479856412430479 (-0.403523417114321381) (-0.00276742510726411143) 0.00499852801234917238 0.0000230417297573763929 0.000285885980666130812;
    body 12.8943695621391310 (-15.1111514016986312) (-0.223307578892655734) 0.00296460137564761618 0.00237847173959480950 (-0.0000296589568540237556) 0.0000436624404335156298;
    body 15.3796971148509165 (-25.9193146099879641) 0.179258772950371181 0.00268067772490389322 0.00162824170038242295 (-0.0000951592254519715870) 0.0000515138902046611451 |] in
  let sum f = Array.fold_left (fun a b -> a +. f b *. b.mass) 0. bs in
  let x = sum (fun b -> b.vx) and y = sum (fun b -> b.vy) and z = sum (fun b -> b.vz) in
  bs.(0).vx <- -. x /. sm; bs.(0).vy <- -. y /. sm; bs.(0).vz <- -. z /. sm; bs
let advance bs dt =
  let n = Array.length bs in
  for i = 0 to n - 1 do
    let a = bs.(i) in
    for j = i + 1 to n - 1 do
      let b = bs.(j) in
      let dx = a.px -. b.px and dy = a.py -. b.py and dz = a.pz -. b.pz in
      let d2 = dx *. dx +. dy *. dy +. dz *. dz in
      let mag = dt /. (d2 *. sqrt d2) in
      a.vx <- a.vx -. dx *. b.mass *. mag; a.vy <- a.vy -. dy *. b.mass *. mag; a.vz <- a.vz -. dz *. b.mass *. mag;
      b.vx <- b.vx +. dx *. a.mass *. mag; b.vy <- b.vy +. dy *. a.mass *. mag; b.vz <- b.vz +. dz *. a.mass *. mag
    done
  done;
  Array.iter (fun b ->
    b.px <- b.px +. dt *. b.vx; b.py <- b.py +. dt *. b.vy; b.pz <- b.pz +. dt *. b.vz) bs
let energy bs =
  let e = ref 0. and n = Array.length bs in
  for i = 0 to n - 1 do
    let a = bs.(i) in
    e := !e +. 0.5 *. a.mass *. (a.vx *. a.vx +. a.vy *. a.vy +. a.vz *. a.vz);
    for j = i + 1 to n - 1 do
      let b = bs.(j) in
      let dx = a.px -. b.px and dy = a.py -. b.py and dz = a.pz -. b.pz in
      e := !e -. a.mass *. b.mass /. sqrt (dx *. dx +. dy *. dy +. dz *. dz)
    done
  done; !e
let nbody steps =
  let bs = system () in
  for _ = 1 to steps do advance bs 0.01 done;
  int_of_float (energy bs *. -1e9)

type tree = Leaf | Node of tree * tree
let rec make d = if d = 0 then Leaf else let l = make (d - 1) in Node (l, make (d - 1))
let rec check = function Leaf -> 1 | Node (l, r) -> 1 + check l + check r
let bin_trees max_depth =
  let long = make max_depth and acc = ref 0 and d = ref 4 in
  while !d <= max_depth do
    for _ = 1 to 1 lsl (max_depth - !d + 4) do acc := (!acc + check (make !d)) mod 1000003 done;
    d := !d + 2
  done;
  (!acc + check long) mod 1000003

module IM = Map.Make (Int)
module SM = Map.Make (String)
let map_int n =
  let m = List.fold_left (fun m i -> IM.add (i * 7919 mod 100003) i m) IM.empty (List.init n succ) in
  let acc = ref 0 in
  for i = 0 to n - 1 do
    match IM.find_opt i m with Some v -> acc := (!acc + v) mod 1000003 | None -> incr acc
  done;
  (!acc + IM.fold (fun k v s -> (s + k * 3 + v) mod 1000003) m 0) mod 1000003
let map_str n =
  let key i = "key" ^ string_of_int (i * 7919 mod 100003) in
  let m = List.fold_left (fun m i -> SM.add (key i) i m) SM.empty (List.init n succ) in
  let acc = ref 0 in
  for i = 0 to n - 1 do
    match SM.find_opt (key (i * 2)) m with Some v -> acc := (!acc + v) mod 1000003 | None -> incr acc
  done;
  !acc + SM.cardinal m

let int64s n =
  let open Int64 in
  let x = ref 42L and h = ref 0L in
  for _ = 1 to n do
    x := add (mul !x 6364136223846793005L) 1442695040888963407L;
    h := mul (logxor !h (shift_right !x 33)) 1099511628211L
  done;
  to_int (logand (shift_right !h 40) 0xFFFFFL)

let closures n =
  let compose fs = List.fold_left (fun f g x -> g (f x)) (fun x -> x) fs in
  let add a b = a + b and apply f x = f x in
  let pipeline = compose [ add 1; (fun x -> x * 3); (fun x -> x mod 10007); (fun x -> x lxor 5) ] in
  let adders = Array.init 8 (fun k -> fun x -> fun y -> (x + y + k) mod 10007) in
  let acc = ref 0 in
  for i = 1 to n do
    let f = adders.(i land 7) !acc in
    acc := pipeline (apply f i)
  done; !acc

let seqs n =
  let rec range i () = if i > n then Seq.Nil else Seq.Cons (i, range (i + 1)) in
  range 1 |> Seq.filter (fun i -> i mod 3 <> 0) |> Seq.map (fun i -> i * 2)
  |> Seq.map (fun x -> x mod 1009 + 1) |> Seq.filter (fun x -> x mod 2 = 0)
  |> Seq.fold_left (fun acc x -> (acc * 3 + x) mod 1000003) 0

let rec sort a lo hi =
  if lo < hi then begin
    let pivot = a.((lo + hi) / 2) and i = ref lo and j = ref hi in
    while !i <= !j do
      while a.(!i) < pivot do incr i done;
      while a.(!j) > pivot do decr j done;
      if !i <= !j then begin
        let t = a.(!i) in a.(!i) <- a.(!j); a.(!j) <- t; incr i; decr j
      end
    done;
    sort a lo !j; sort a !i hi
  end
let qsort n =
  let seed = ref 42 in
  let a = Array.init n (fun i -> seed := (!seed * 1103 + 12345) mod 65536; !seed * 16 + i mod 16) in
  (sort : int array -> int -> int -> unit) a 0 (n - 1);
  Array.fold_left (fun h x -> (h * 31 + x) mod 65521) 0 a

let sieve n =
  let composite = Array.make (n + 1) false and count = ref 0 in
  for i = 2 to n do
    if not composite.(i) then begin
      incr count;
      let j = ref (i + i) in
      while !j <= n do composite.(!j) <- true; j := !j + i done
    end
  done; !count

let table = [ "Count", count; "Loop", loop; "Fib", fib; "TailRec", tail_rec; "Lists", lists; "ExprTree", expr_tree;
  "Queens", queens; "Mandel", mandel; "NBody", nbody; "BinTrees", bin_trees; "MapInt", map_int;
  "MapStr", map_str; "Int64s", int64s; "Closures", closures; "Seqs", seqs; "QSort", qsort; "Sieve", sieve ]

let timed turns run size =
  let began = Sys.time () and result = ref 0 in
  for _ = 1 to turns do result := run size done;
  !result, (Sys.time () -. began) *. 1000. /. float_of_int turns

let () =
  let rounds = int_of_string Sys.argv.(1) in
  for i = 1 to (Array.length Sys.argv - 2) / 2 do
    let name = Sys.argv.(2 * i) and size = int_of_string Sys.argv.(2 * i + 1) in
    match List.assoc_opt name table with
    | None -> ()
    | Some run ->
      let turns = max 1 (int_of_float (20. /. max 0.001 (snd (timed 1 run size)))) in
      let samples = List.init rounds (fun _ -> timed turns run size) in
      let shown = List.map (fun (_, each) -> Printf.sprintf "%.6f" each) samples in
      Printf.printf "%s %d %s\n" name (fst (List.hd samples)) (String.concat "," shown)
  done
