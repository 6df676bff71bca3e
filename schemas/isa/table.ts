/**
 * The instruction set: the only place where an instruction is defined. Encoding, validation, printing, the interpreter, the compiled
 * tier and INSTRUCTIONS.md derive from it.
 *
 * In memory a function's code is a sequence of words: the instruction's code, then its operands in table order, a list as its
 * length followed by its items. Control flow is structured as in WebAssembly: `block`, `loop`, `if…`, `try` open a region that `end`
 * closes; a label is the number of enclosing regions to leave out (0 = innermost); branching to a `loop` goes to its head, to any other
 * region behind its end.
 *
 * Operands: `def.K` a register written, `use.K` a register read, of kind K. `t` stands for any kind, the same in the whole instruction;
 * `v` for any or ref. `imm` a signed 32-bit number; `const.K` an index into the constants of that kind; `name` a string constant; `type slot
 * upvalue fn global import builtin label` indices; `uses`, `labels` lists.
 *
 * `raises` names the .NET exceptions an instruction may throw into the guest (`vm/exceptions`). `charge: "dynamic"` marks a charge point of its own.
 */
export type OperandKind =
  | `def.${"i32" | "u32" | "f64" | "i64" | "u64" | "bool" | "str" | "ref" | "any" | "t"}`
  | `use.${"i32" | "u32" | "f64" | "i64" | "u64" | "bool" | "str" | "ref" | "any" | "t" | "v"}`
  | `const.${"f64" | "i64" | "u64" | "str" | "bigint"}`
  | "imm"
  | "name"
  | "type"
  | "slot"
  | "upvalue"
  | "fn"
  | "global"
  | "import"
  | "builtin"
  | "label"
  | "uses"
  | "labels";

/** How control leaves an instruction; `next` ones are straight-line and have an entry in vm/semantics. */
export type Flow = "next" | "open" | "else" | "catch" | "end" | "branch" | "switch" | "return" | "throw" | "call" | "tail" | "host";

export interface InstructionSpec {
  readonly code: number;
  readonly operands: Readonly<Record<string, OperandKind>>;
  readonly flow: Flow;
  readonly fuel: number;
  readonly charge?: "dynamic";
  readonly raises?: readonly string[];
  readonly doc: string;
}

const define = <const T extends Record<string, InstructionSpec>>(table: T): T => table;

const unary = <const C extends number, const D extends string, const S extends string, const O extends string>(code: C, dst: D, src: S, doc: O) => ({ code, operands: { dst: `def.${dst}`, src: `use.${src}` }, flow: "next", fuel: 1, doc }) as const;
const binary = <const C extends number, const K extends string, const O extends string>(code: C, kind: K, doc: O) => ({ code, operands: { dst: `def.${kind}`, lhs: `use.${kind}`, rhs: `use.${kind}` }, flow: "next", fuel: 1, doc }) as const;
const raising = <const C extends number, const K extends string, const R extends readonly string[], const O extends string>(code: C, kind: K, raises: R, doc: O) => ({ code, operands: { dst: `def.${kind}`, lhs: `use.${kind}`, rhs: `use.${kind}` }, flow: "next", fuel: 2, raises, doc }) as const;
const fused = <const C extends number, const A extends string, const B extends string, const E extends string, const O extends string>(code: C, first: A, second: B, third: E, doc: O) =>
  ({ code, operands: { dst: "def.f64", [first]: "use.f64", [second]: "use.f64", [third]: "use.f64" } as { dst: "def.f64" } & { [N in A | B | E]: "use.f64" }, flow: "next", fuel: 2, doc }) as const;
const shift = <const C extends number, const K extends string, const O extends string>(code: C, kind: K, doc: O) => ({ code, operands: { dst: `def.${kind}`, lhs: `use.${kind}`, rhs: "use.i32" }, flow: "next", fuel: 1, doc }) as const;
const immediate = <const C extends number, const O extends string>(code: C, doc: O) => ({ code, operands: { dst: "def.i32", lhs: "use.i32", value: "imm" }, flow: "next", fuel: 1, doc }) as const;
const compare = <const C extends number, const K extends string, const O extends string>(code: C, kind: K, doc: O) => ({ code, operands: { dst: "def.bool", lhs: `use.${kind}`, rhs: `use.${kind}` }, flow: "next", fuel: 1, doc }) as const;
const test = <const C extends number, const K extends string, const O extends string>(code: C, kind: K, doc: O) => ({ code, operands: { lhs: `use.${kind}`, rhs: `use.${kind}` }, flow: "open", fuel: 1, doc }) as const;
const testImmediate = <const C extends number, const O extends string>(code: C, doc: O) => ({ code, operands: { lhs: "use.i32", value: "imm" }, flow: "open", fuel: 1, doc }) as const;
const cast = <const C extends number, const K extends string>(code: C, kind: K) => ({ code, operands: { dst: `def.${kind}`, src: "use.any" }, flow: "next", fuel: 1, raises: ["InvalidCast", "NullReference"], doc: `dst := src, which must be ${kind}` }) as const;

const element = <const C extends number, const K extends string, const R extends string>(code: C, kind: K, outside: R) =>
  ({ code, operands: { dst: `def.${kind}`, array: "use.v", index: "use.i32" }, flow: "next", fuel: 2, raises: ["NullReference", "InvalidCast", outside], doc: `dst := array[index], of any kind of array, which must be ${kind}; a bool of an array_bool counts as 0 or 1 where a number is asked for` }) as const;

export const isa = define({
  // moves and constants
  move: unary(1, "t", "t", "dst := src; a ref may widen to a base type"),
  to_any: unary(2, "any", "t", "dst := src"),
  const_i32: { code: 3, operands: { dst: "def.i32", value: "imm" }, flow: "next", fuel: 1, doc: "dst := value" },
  const_u32: { code: 4, operands: { dst: "def.u32", value: "imm" }, flow: "next", fuel: 1, doc: "dst := value >>> 0" },
  const_f64: { code: 5, operands: { dst: "def.f64", value: "const.f64" }, flow: "next", fuel: 1, doc: "dst := constant" },
  const_i64: { code: 6, operands: { dst: "def.i64", value: "const.i64" }, flow: "next", fuel: 1, doc: "dst := constant" },
  const_u64: { code: 7, operands: { dst: "def.u64", value: "const.u64" }, flow: "next", fuel: 1, doc: "dst := constant" },
  const_str: { code: 8, operands: { dst: "def.str", value: "const.str" }, flow: "next", fuel: 1, doc: "dst := constant" },
  const_bigint: { code: 9, operands: { dst: "def.any", value: "const.bigint" }, flow: "next", fuel: 1, doc: "dst := constant" },
  const_bool: { code: 10, operands: { dst: "def.bool", value: "imm" }, flow: "next", fuel: 1, doc: "dst := value != 0" },
  const_undefined: { code: 11, operands: { dst: "def.any" }, flow: "next", fuel: 1, doc: "dst := undefined (unit, None)" },
  const_null: { code: 12, operands: { dst: "def.any" }, flow: "next", fuel: 1, doc: "dst := null" },
  const_null_ref: { code: 13, operands: { dst: "def.ref" }, flow: "next", fuel: 1, doc: "dst := the null reference" },
  const_type: { code: 14, operands: { dst: "def.any", type: "type" }, flow: "next", fuel: 1, doc: "dst := the first-class value of the type" },

  const_null_str: { code: 15, operands: { dst: "def.str" }, flow: "next", fuel: 1, doc: "dst := the null string" },

  // checked casts out of any
  cast_i32: cast(20, "i32"),
  cast_u32: cast(21, "u32"),
  cast_f64: cast(22, "f64"),
  cast_i64: cast(23, "i64"),
  cast_u64: cast(24, "u64"),
  cast_bool: cast(25, "bool"),
  cast_str: { code: 26, operands: { dst: "def.str", src: "use.any" }, flow: "next", fuel: 1, raises: ["InvalidCast"], doc: "dst := src, which must be null, undefined or a string; null becomes the null string" },
  cast_ref: { code: 27, operands: { dst: "def.ref", src: "use.v", type: "type" }, flow: "next", fuel: 2, raises: ["InvalidCast"], doc: "dst := src, which must be null, undefined or of the type; null becomes the null reference" },
  is_type: { code: 28, operands: { dst: "def.bool", src: "use.v", type: "type" }, flow: "next", fuel: 2, doc: "dst := src is an object of the type or a derived one" },

  // int32; int8..uint16 are int32 wrapped after each operation
  add_i32: binary(30, "i32", "dst := (lhs + rhs) | 0"),
  sub_i32: binary(31, "i32", "dst := (lhs - rhs) | 0"),
  mul_i32: binary(32, "i32", "dst := low 32 bits of lhs * rhs"),
  div_i32: raising(33, "i32", ["DivideByZero", "Overflow"], "dst := lhs / rhs toward zero"),
  rem_i32: raising(34, "i32", ["DivideByZero"], "dst := lhs % rhs, the sign of lhs"),
  and_i32: binary(35, "i32", "dst := lhs & rhs"),
  or_i32: binary(36, "i32", "dst := lhs | rhs"),
  xor_i32: binary(37, "i32", "dst := lhs ^ rhs"),
  shl_i32: binary(38, "i32", "dst := lhs << (rhs & 31)"),
  shr_i32: binary(39, "i32", "dst := lhs >> (rhs & 31)"),
  neg_i32: unary(40, "i32", "i32", "dst := (-src) | 0"),
  not_i32: unary(41, "i32", "i32", "dst := ~src"),
  wrap_i8: unary(42, "i32", "i32", "dst := low 8 bits of src, signed"),
  wrap_u8: unary(43, "i32", "i32", "dst := src & 0xff"),
  wrap_i16: unary(44, "i32", "i32", "dst := low 16 bits of src, signed"),
  wrap_u16: unary(45, "i32", "i32", "dst := src & 0xffff"),
  add_i32_imm: immediate(46, "dst := (lhs + value) | 0"),
  mul_i32_imm: immediate(47, "dst := low 32 bits of lhs * value"),
  rem_i32_imm: { code: 48, operands: { dst: "def.i32", lhs: "use.i32", value: "imm" }, flow: "next", fuel: 2, raises: ["DivideByZero"], doc: "dst := lhs % value" },
  and_i32_imm: immediate(49, "dst := lhs & value"),
  shl_i32_imm: immediate(50, "dst := lhs << (value & 31)"),
  shr_i32_imm: immediate(51, "dst := lhs >> (value & 31)"),
  add_i32_checked: raising(52, "i32", ["Overflow"], "dst := lhs + rhs"),
  sub_i32_checked: raising(53, "i32", ["Overflow"], "dst := lhs - rhs"),
  mul_i32_checked: raising(54, "i32", ["Overflow"], "dst := lhs * rhs"),
  div_i32_imm: { code: 55, operands: { dst: "def.i32", lhs: "use.i32", value: "imm" }, flow: "next", fuel: 2, raises: ["DivideByZero", "Overflow"], doc: "dst := lhs / value toward zero" },

  // uint32
  add_u32: binary(60, "u32", "dst := (lhs + rhs) >>> 0"),
  sub_u32: binary(61, "u32", "dst := (lhs - rhs) >>> 0"),
  mul_u32: binary(62, "u32", "dst := low 32 bits of lhs * rhs"),
  div_u32: raising(63, "u32", ["DivideByZero"], "dst := lhs / rhs"),
  rem_u32: raising(64, "u32", ["DivideByZero"], "dst := lhs % rhs"),
  and_u32: binary(65, "u32", "dst := lhs & rhs"),
  or_u32: binary(66, "u32", "dst := lhs | rhs"),
  xor_u32: binary(67, "u32", "dst := lhs ^ rhs"),
  shl_u32: shift(68, "u32", "dst := lhs << (rhs & 31)"),
  shr_u32: shift(69, "u32", "dst := lhs >>> (rhs & 31)"),
  not_u32: unary(70, "u32", "u32", "dst := ~src >>> 0"),

  // float64; float32 is float64 rounded after each operation
  add_f64: binary(80, "f64", "dst := lhs + rhs"),
  sub_f64: binary(81, "f64", "dst := lhs - rhs"),
  mul_f64: binary(82, "f64", "dst := lhs * rhs"),
  div_f64: binary(83, "f64", "dst := lhs / rhs"),
  rem_f64: binary(84, "f64", "dst := lhs % rhs"),
  neg_f64: unary(85, "f64", "f64", "dst := -src"),
  round_f32: unary(86, "f64", "f64", "dst := src rounded to float32"),
  sqrt_f64: unary(106, "f64", "f64", "dst := the square root of src"),
  abs_f64: unary(107, "f64", "f64", "dst := src without its sign"),
  floor_f64: unary(108, "f64", "f64", "dst := the largest whole number that is not above src"),
  add_mul_f64: fused(102, "addend", "lhs", "rhs", "dst := addend + lhs * rhs, rounded twice"),
  mul_add_f64: fused(103, "lhs", "rhs", "addend", "dst := lhs * rhs + addend, rounded twice"),
  sub_mul_f64: fused(104, "from", "lhs", "rhs", "dst := from - lhs * rhs, rounded twice"),
  mul_sub_f64: fused(105, "lhs", "rhs", "less", "dst := lhs * rhs - less, rounded twice"),

  // int64 and uint64
  add_i64: binary(90, "i64", "dst := lhs + rhs, wrapped"),
  sub_i64: binary(91, "i64", "dst := lhs - rhs, wrapped"),
  mul_i64: binary(92, "i64", "dst := lhs * rhs, wrapped"),
  div_i64: raising(93, "i64", ["DivideByZero", "Overflow"], "dst := lhs / rhs toward zero"),
  rem_i64: raising(94, "i64", ["DivideByZero"], "dst := lhs % rhs"),
  and_i64: binary(95, "i64", "dst := lhs & rhs"),
  or_i64: binary(96, "i64", "dst := lhs | rhs"),
  xor_i64: binary(97, "i64", "dst := lhs ^ rhs"),
  shl_i64: shift(98, "i64", "dst := lhs << (rhs & 63), wrapped"),
  shr_i64: shift(99, "i64", "dst := lhs >> (rhs & 63)"),
  neg_i64: unary(100, "i64", "i64", "dst := -src, wrapped"),
  not_i64: unary(101, "i64", "i64", "dst := ~src"),
  add_u64: binary(110, "u64", "dst := lhs + rhs, wrapped"),
  sub_u64: binary(111, "u64", "dst := lhs - rhs, wrapped"),
  mul_u64: binary(112, "u64", "dst := lhs * rhs, wrapped"),
  div_u64: raising(113, "u64", ["DivideByZero"], "dst := lhs / rhs"),
  rem_u64: raising(114, "u64", ["DivideByZero"], "dst := lhs % rhs"),
  and_u64: binary(115, "u64", "dst := lhs & rhs"),
  or_u64: binary(116, "u64", "dst := lhs | rhs"),
  xor_u64: binary(117, "u64", "dst := lhs ^ rhs"),
  shl_u64: shift(118, "u64", "dst := lhs << (rhs & 63), wrapped"),
  shr_u64: shift(119, "u64", "dst := lhs >> (rhs & 63)"),
  not_u64: unary(120, "u64", "u64", "dst := ~src, wrapped"),

  // conversions, as .NET's unchecked conv instructions
  i32_to_u32: unary(130, "u32", "i32", "dst := src >>> 0"),
  u32_to_i32: unary(131, "i32", "u32", "dst := src | 0"),
  i32_to_f64: unary(132, "f64", "i32", "dst := src"),
  u32_to_f64: unary(133, "f64", "u32", "dst := src"),
  f64_to_i32: unary(134, "i32", "f64", "dst := src toward zero, saturated; NaN is 0"),
  f64_to_u32: unary(135, "u32", "f64", "dst := src toward zero, saturated; NaN is 0"),
  i32_to_i64: unary(136, "i64", "i32", "dst := src"),
  u32_to_i64: unary(137, "i64", "u32", "dst := src"),
  f64_to_i64: unary(138, "i64", "f64", "dst := src toward zero, saturated; NaN is 0"),
  f64_to_u64: unary(139, "u64", "f64", "dst := src toward zero, saturated; NaN is 0"),
  i64_to_i32: unary(140, "i32", "i64", "dst := low 32 bits, signed"),
  i64_to_u32: unary(141, "u32", "i64", "dst := low 32 bits"),
  i64_to_f64: unary(142, "f64", "i64", "dst := nearest double"),
  u64_to_f64: unary(143, "f64", "u64", "dst := nearest double"),
  i64_to_u64: unary(144, "u64", "i64", "dst := the same 64 bits"),
  u64_to_i64: unary(145, "i64", "u64", "dst := the same 64 bits"),

  // comparisons into a bool
  eq_i32: compare(150, "i32", "dst := lhs = rhs"),
  ne_i32: compare(151, "i32", "dst := lhs <> rhs"),
  lt_i32: compare(152, "i32", "dst := lhs < rhs"),
  le_i32: compare(153, "i32", "dst := lhs <= rhs"),
  eq_u32: compare(154, "u32", "dst := lhs = rhs"),
  lt_u32: compare(155, "u32", "dst := lhs < rhs"),
  le_u32: compare(156, "u32", "dst := lhs <= rhs"),
  eq_f64: compare(157, "f64", "dst := lhs = rhs; false with NaN"),
  ne_f64: compare(158, "f64", "dst := lhs <> rhs; true with NaN"),
  lt_f64: compare(159, "f64", "dst := lhs < rhs"),
  le_f64: compare(160, "f64", "dst := lhs <= rhs"),
  eq_i64: compare(161, "i64", "dst := lhs = rhs"),
  lt_i64: compare(162, "i64", "dst := lhs < rhs"),
  le_i64: compare(163, "i64", "dst := lhs <= rhs"),
  eq_u64: compare(164, "u64", "dst := lhs = rhs"),
  lt_u64: compare(165, "u64", "dst := lhs < rhs"),
  le_u64: compare(166, "u64", "dst := lhs <= rhs"),
  eq_str: compare(167, "str", "dst := lhs = rhs"),
  lt_str: compare(168, "str", "dst := lhs before rhs by UTF-16 units; null counts as empty"),
  le_str: compare(169, "str", "dst := lhs not behind rhs by UTF-16 units; null counts as empty"),
  eq_bool: compare(170, "bool", "dst := lhs = rhs"),
  not_bool: unary(171, "bool", "bool", "dst := not src"),
  eq_ref: compare(172, "ref", "dst := the same object"),
  eq_any: compare(173, "any", "dst := lhs === rhs"),
  is_nullish: { code: 174, operands: { dst: "def.bool", src: "use.v" }, flow: "next", fuel: 1, doc: "dst := src is null or undefined" },
  truthy: unary(175, "bool", "any", "dst := JavaScript's truth of src"),
  concat_str: { code: 176, operands: { dst: "def.str", lhs: "use.str", rhs: "use.str" }, flow: "next", fuel: 2, raises: ["OutOfMemory"], doc: "dst := lhs followed by rhs; null counts as empty" },
  len_str: { code: 177, operands: { dst: "def.i32", src: "use.str" }, flow: "next", fuel: 1, raises: ["NullReference"], doc: "dst := length in UTF-16 units" },
  char_code: unary(178, "i32", "str", "dst := the first unit of src, 0 where it has none"),

  // control
  block: { code: 180, operands: {}, flow: "open", fuel: 0, doc: "opens a region; a branch to it goes behind its end" },
  loop: { code: 181, operands: {}, flow: "open", fuel: 1, doc: "opens a region; a branch to it goes to its head, its end falls through; a charge point" },
  if: { code: 182, operands: { test: "use.bool" }, flow: "open", fuel: 1, doc: "enters its region when test holds, else the part behind else, or behind end" },
  if_eq_i32: test(183, "i32", "if lhs = rhs"),
  if_ne_i32: test(184, "i32", "if lhs <> rhs"),
  if_lt_i32: test(185, "i32", "if lhs < rhs"),
  if_le_i32: test(186, "i32", "if lhs <= rhs"),
  if_eq_i32_imm: testImmediate(187, "if lhs = value"),
  if_ne_i32_imm: testImmediate(188, "if lhs <> value"),
  if_lt_i32_imm: testImmediate(189, "if lhs < value"),
  if_le_i32_imm: testImmediate(190, "if lhs <= value"),
  if_gt_i32_imm: testImmediate(191, "if lhs > value"),
  if_ge_i32_imm: testImmediate(192, "if lhs >= value"),
  if_lt_f64: test(193, "f64", "if lhs < rhs"),
  if_le_f64: test(194, "f64", "if lhs <= rhs"),
  if_not: { code: 195, operands: { test: "use.bool" }, flow: "open", fuel: 1, doc: "enters its region when test does not hold" },
  else: { code: 200, operands: {}, flow: "else", fuel: 0, doc: "the other part of an if" },
  end: { code: 201, operands: {}, flow: "end", fuel: 0, doc: "closes the innermost region" },
  branch: { code: 202, operands: { target: "label" }, flow: "branch", fuel: 1, doc: "goes to the label" },
  switch: { code: 203, operands: { value: "use.i32", targets: "labels" }, flow: "switch", fuel: 1, doc: "goes to targets[value], to the last one when out of range" },
  return: { code: 204, operands: { src: "use.t" }, flow: "return", fuel: 1, doc: "returns src, of the function's result kind" },
  throw: { code: 205, operands: { src: "use.v" }, flow: "throw", fuel: 2, doc: "throws src; null throws NullReference" },
  try: { code: 206, operands: { caught: "def.any" }, flow: "open", fuel: 1, doc: "opens a region whose guest exceptions go to the part behind catch, in caught" },
  catch: { code: 207, operands: {}, flow: "catch", fuel: 0, doc: "the handler of a try; the protected part goes behind its end" },

  // calls: the only instructions that enter guest code
  call: { code: 210, operands: { dst: "def.t", fn: "fn", args: "uses" }, flow: "call", fuel: 3, doc: "dst := fn(args), kinds as fn declares" },
  call_closure: { code: 211, operands: { dst: "def.any", callee: "use.v", args: "uses" }, flow: "call", fuel: 4, raises: ["NullReference", "InvalidCast"], doc: "dst := callee(args); missing arguments are undefined, further ones dropped" },
  call_method: { code: 212, operands: { dst: "def.any", receiver: "use.v", name: "name", args: "uses" }, flow: "call", fuel: 5, raises: ["NullReference", "MissingMethod"], doc: "dst := receiver.name(args): a method of its type, or a closure in the slot" },
  call_getter: { code: 213, operands: { dst: "def.any", receiver: "use.v", name: "name" }, flow: "call", fuel: 4, raises: ["NullReference"], doc: "dst := receiver.name, by its getter where it has one" },
  call_setter: { code: 214, operands: { dst: "def.any", receiver: "use.v", name: "name", src: "use.any" }, flow: "call", fuel: 4, raises: ["NullReference"], doc: "receiver.name := src, by its setter where it has one; dst := undefined" },
  call_import: { code: 215, operands: { dst: "def.t", import: "import", args: "uses" }, flow: "host", fuel: 5, doc: "dst := what the host's function gives" },
  call_builtin: { code: 216, operands: { dst: "def.t", builtin: "builtin", args: "uses" }, flow: "next", fuel: 2, charge: "dynamic", doc: "dst := builtin(args), kinds and cost as the table of builtins declares" },
  tail_call: { code: 217, operands: { fn: "fn", args: "uses" }, flow: "tail", fuel: 3, doc: "returns fn(args) in place of this frame; the same result kind; not inside try" },
  tail_call_closure: { code: 218, operands: { callee: "use.v", args: "uses" }, flow: "tail", fuel: 4, raises: ["NullReference", "InvalidCast"], doc: "returns callee(args) in place of this frame" },
  tail_call_method: { code: 219, operands: { receiver: "use.v", name: "name", args: "uses" }, flow: "tail", fuel: 5, raises: ["NullReference", "MissingMethod"], doc: "returns receiver.name(args) in place of this frame" },

  // closures, cells, globals
  new_closure: { code: 230, operands: { dst: "def.ref", fn: "fn", captured: "uses" }, flow: "next", fuel: 3, doc: "dst := a closure; fn takes and gives any, captured are its upvalues" },
  const_closure: { code: 237, operands: { dst: "def.ref", fn: "fn" }, flow: "next", fuel: 1, doc: "dst := the one shared closure of a function without upvalues; it takes and gives any" },
  get_upvalue: { code: 231, operands: { dst: "def.t", upvalue: "upvalue" }, flow: "next", fuel: 1, doc: "dst := the running closure's upvalue" },
  new_cell: { code: 232, operands: { dst: "def.ref", type: "type", src: "use.t" }, flow: "next", fuel: 2, doc: "dst := a cell holding src" },
  get_cell: { code: 233, operands: { dst: "def.t", cell: "use.ref" }, flow: "next", fuel: 1, raises: ["NullReference"], doc: "dst := what the cell holds" },
  set_cell: { code: 234, operands: { cell: "use.ref", src: "use.t" }, flow: "next", fuel: 1, raises: ["NullReference"], doc: "the cell holds src" },
  get_global: { code: 235, operands: { dst: "def.t", global: "global" }, flow: "next", fuel: 1, doc: "dst := global" },
  set_global: { code: 236, operands: { global: "global", src: "use.t" }, flow: "next", fuel: 1, doc: "global := src" },

  // objects
  new_object: { code: 240, operands: { dst: "def.ref", type: "type", tag: "imm", slots: "uses" }, flow: "next", fuel: 3, doc: "dst := an object of the type with that union tag (0 where it is no union); slots not given hold their kind's initial value" },
  get_slot: { code: 241, operands: { dst: "def.t", object: "use.ref", slot: "slot" }, flow: "next", fuel: 1, raises: ["NullReference"], doc: "dst := slot of object" },
  set_slot: { code: 242, operands: { object: "use.ref", slot: "slot", src: "use.t" }, flow: "next", fuel: 1, raises: ["NullReference"], doc: "slot of object := src" },
  get_tag: { code: 243, operands: { dst: "def.i32", object: "use.ref" }, flow: "next", fuel: 1, raises: ["NullReference"], doc: "dst := the union tag of object" },
  if_tag: { code: 244, operands: { object: "use.ref", tag: "imm" }, flow: "open", fuel: 1, raises: ["NullReference"], doc: "if the union tag of object = tag" },
  const_case: { code: 245, operands: { dst: "def.ref", type: "type", tag: "imm" }, flow: "next", fuel: 1, doc: "dst := the one shared object of a union case without fields" },

  // arrays
  new_array: { code: 250, operands: { dst: "def.ref", type: "type", length: "use.i32" }, flow: "next", fuel: 3, charge: "dynamic", raises: ["Overflow"], doc: "dst := an array of length elements, each its kind's initial value" },
  array_of: { code: 251, operands: { dst: "def.ref", type: "type", items: "uses" }, flow: "next", fuel: 3, doc: "dst := an array of the items" },
  array_get: { code: 252, operands: { dst: "def.t", array: "use.ref", index: "use.i32" }, flow: "next", fuel: 1, raises: ["NullReference", "IndexOutOfRange"], doc: "dst := array[index]" },
  array_set: { code: 253, operands: { array: "use.ref", index: "use.i32", src: "use.t" }, flow: "next", fuel: 1, raises: ["NullReference", "IndexOutOfRange"], doc: "array[index] := src" },
  array_length: { code: 254, operands: { dst: "def.i32", array: "use.ref" }, flow: "next", fuel: 1, raises: ["NullReference"], doc: "dst := number of elements" },

  get_element: { code: 255, operands: { dst: "def.any", array: "use.v", index: "use.i32" }, flow: "next", fuel: 2, raises: ["NullReference", "InvalidCast", "IndexOutOfRange"], doc: "dst := array[index], of any kind of array" },
  set_element: { code: 256, operands: { array: "use.v", index: "use.i32", src: "use.t" }, flow: "next", fuel: 2, raises: ["NullReference", "InvalidCast", "IndexOutOfRange"], doc: "array[index] := src, of any kind of array; a typed one takes numbers only" },

  get_element_i32: element(257, "i32", "IndexOutOfRange"),
  get_element_f64: element(258, "f64", "IndexOutOfRange"),
  get_element_bool: element(259, "bool", "IndexOutOfRange"),
  get_element_str: element(260, "str", "IndexOutOfRange"),
  get_length: { code: 261, operands: { dst: "def.i32", array: "use.v" }, flow: "next", fuel: 1, raises: ["NullReference", "InvalidCast"], doc: "dst := length of any kind of array, or of a string" },
  // a ResizeArray is an array too, whose exception is another
  get_item: { code: 262, operands: { dst: "def.any", array: "use.v", index: "use.i32" }, flow: "next", fuel: 2, raises: ["NullReference", "InvalidCast", "ItemOutOfRange"], doc: "dst := array[index], of any kind of array" },
  set_item: { code: 263, operands: { array: "use.v", index: "use.i32", src: "use.t" }, flow: "next", fuel: 2, raises: ["NullReference", "InvalidCast", "ItemOutOfRange"], doc: "array[index] := src, of any kind of array; a typed one takes numbers only" },
  get_item_i32: element(264, "i32", "ItemOutOfRange"),
  get_item_f64: element(265, "f64", "ItemOutOfRange"),
  get_item_bool: element(266, "bool", "ItemOutOfRange"),
  get_item_str: element(267, "str", "ItemOutOfRange"),

  // JavaScript's operations, for library code without types: total on any, and never enter guest code
  add_any: binary(270, "any", "dst := lhs + rhs on numbers, bigints and strings; an object raises InvalidCast"),
  sub_any: binary(271, "any", "dst := lhs - rhs"),
  mul_any: binary(272, "any", "dst := lhs * rhs"),
  div_any: { ...binary(273, "any", "dst := lhs / rhs"), raises: ["DivideByZero"] },
  rem_any: { ...binary(274, "any", "dst := lhs % rhs"), raises: ["DivideByZero"] },
  pow_any: binary(275, "any", "dst := lhs ** rhs"),
  neg_any: unary(276, "any", "any", "dst := -src"),
  and_any: binary(277, "any", "dst := lhs & rhs"),
  or_any: binary(278, "any", "dst := lhs | rhs"),
  xor_any: binary(279, "any", "dst := lhs ^ rhs"),
  shl_any: binary(280, "any", "dst := lhs << rhs"),
  shr_any: binary(281, "any", "dst := lhs >> rhs"),
  shru_any: binary(282, "any", "dst := lhs >>> rhs"),
  not_any: unary(283, "any", "any", "dst := ~src"),
  lt_any: compare(284, "any", "dst := lhs < rhs"),
  le_any: compare(285, "any", "dst := lhs <= rhs"),
  gt_any: compare(286, "any", "dst := lhs > rhs"),
  ge_any: compare(287, "any", "dst := lhs >= rhs"),
  typeof_any: unary(288, "str", "any", "dst := JavaScript's typeof src"),
  to_int32_any: unary(289, "i32", "any", "dst := src | 0 on numbers"),
  to_number_any: unary(290, "f64", "any", "dst := +src"),
  get_property: { code: 291, operands: { dst: "def.any", object: "use.v", name: "name" }, flow: "next", fuel: 3, raises: ["NullReference"], doc: "dst := object.name: a slot, a method as closure, or undefined" },
  set_property: { code: 292, operands: { object: "use.v", name: "name", src: "use.any" }, flow: "next", fuel: 3, raises: ["NullReference", "InvalidCast"], doc: "object.name := src; the type must have the slot" },
  get_index: { code: 293, operands: { dst: "def.any", object: "use.v", index: "use.any" }, flow: "next", fuel: 2, raises: ["NullReference"], doc: "dst := object[index] of an array or string; undefined outside" },
  set_index: { code: 294, operands: { object: "use.v", index: "use.any", src: "use.any" }, flow: "next", fuel: 2, charge: "dynamic", raises: ["NullReference", "IndexOutOfRange", "InvalidCast"], doc: "object[index] := src; an array grows by one when index is its length" },
});

export type Mnemonic = keyof typeof isa;
export type WithFlow<F extends Flow> = { [M in Mnemonic]: (typeof isa)[M]["flow"] extends F ? M : never }[Mnemonic];
export const mnemonics = Object.keys(isa) as readonly Mnemonic[];
