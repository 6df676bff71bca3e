/**
 * Equality, comparison and hash of values whose F# type is known: a function for each type that something reachable asks about.
 *
 *     equal tuple<int32,string>:   (x, y) => x.Item1 === y.Item1 && x.Item2 === y.Item2
 *
 * Types that decide for themselves, and those that nothing is known of, are asked by `library/equality.ts`. The last field is asked in tail position, so that
 * right-nested data needs no stack.
 */
import { type FSharpType, printFSharpType } from "../schemas/fsharp-type.ts";
import { coerce, toAny } from "./coerce.ts";
import { not, relational, strictEqual } from "./comparisons.ts";
import { any, bool, builtin, constant, type Expr, type IrFn, i32, i64, local, prim, type Stmt, type Ty, type Var } from "./ir/nodes.ts";
import type { Program } from "./program.ts";
import { builtinInfos, refTo, type TypeInfo } from "./type-infos.ts";

interface QuestionRow {
  /** The question that has the same answer where no value differs from itself, as NaN does. */
  readonly plain: "equal" | "compare" | "hash";
  readonly result: Ty;
  /** What answers for types that nothing is known of, and for floats. */
  readonly generic: string;
  readonly float?: string;
}

/**
 * `equal` is F#'s `=`, `same` is Equals, by which NaN is equal to itself and an array to itself only. `compare` orders NaN before all numbers; of `below` and `above`, which `<` and `>` ask, the first
 * takes whatever meets a NaN for greater, the second for less.
 */
const questions = {
  equal: { plain: "equal", result: bool, generic: "equals" },
  same: { plain: "equal", result: bool, generic: "same", float: "same_float" },
  compare: { plain: "compare", result: i32, generic: "compare", float: "compare_float" },
  below: { plain: "compare", result: i32, generic: "compareBelow", float: "compare_float_below" },
  above: { plain: "compare", result: i32, generic: "compareAbove", float: "compare_float_above" },
  hash: { plain: "hash", result: i32, generic: "structuralHash" },
} as const satisfies Record<string, QuestionRow>;
export type Question = keyof typeof questions;
export const isQuestion = (name: string): name is Question => name in questions;

const listFunctions = { equal: "equalLists", compare: "compareLists", hash: "hashList" } as const;
const arrayFunctions = { equal: "equalArrays", compare: "compareArrays", hash: "hashArray" } as const;
const ownHashes: Readonly<Record<string, string>> = {
  int8: "hash_int8",
  int16: "hash_int16",
  float32: "hash_float32",
  float64: "hash_float64",
  char: "hash_char",
  string: "hash_string",
};
const goldenRatio = -1640531527;
/** Types whose text is longer, as those of polymorphic recursion get, have no function of their own. */
const longest = 400;

interface Field {
  readonly slot: number;
  readonly type: FSharpType;
}
/** A type that is compared field by field: one case for all but unions. */
interface Layout {
  readonly info: TypeInfo;
  readonly cases: readonly (readonly Field[])[];
}

const isFloat = (type: FSharpType): boolean => type.name === "float64" || type.name === "float32";
/** Types without derived ones. */
const isPlain = (info: TypeInfo | undefined): boolean => info?.kind === "record" || info?.kind === "union" || info?.kind === "tuple";
const isOption = (type: FSharpType): boolean => type.name === "option" || type.name === "voption";

const returning = (value: Expr): Stmt => ({ op: "return", value });
const when = (test: Expr, value: Expr): Stmt => ({ op: "if", test, then: [returning(value)], otherwise: [] });
const isNull = (value: Expr): Expr => prim("is_nullish", bool, [value]);
const integer = (value: number): Expr => constant(value, i32);
const yes = constant(true, bool);
const no = constant(false, bool);

export class Structural {
  private readonly program: Program;
  private readonly fns = new Map<string, IrFn>();
  private readonly reflexive = new Map<string, boolean>();

  constructor(program: Program) {
    this.program = program;
  }

  /** The answer about one value (hash) or two, which are variables or constants where the type is a number. */
  ask(asked: Question, type: FSharpType, values: readonly Expr[]): Expr {
    if (asked === "same" && type.name === "array") return prim("eq_any", bool, values.map(toAny));
    const question = this.simplify(asked, type);
    const primitive = this.ofPrimitive(question, type, values);
    if (primitive) return primitive;
    const fn = this.fnOf(question, type);
    return this.call(
      fn,
      values.map((value, i) => coerce(value, fn.params[i]!.ty)),
    );
  }

  /** What a value is before it is asked about: any where the function for its type takes any, since a derived type may stand for it. */
  operandTy(type: FSharpType): Ty {
    const ty = this.program.types.tyOf(type);
    return ty.kind !== "ref" || type.name === "list" || isPlain(ty.type) ? ty : any;
  }

  private simplify(question: Question, type: FSharpType): Question {
    const { plain } = questions[question];
    return question === plain || this.isReflexive(type) ? plain : question;
  }

  private call(fn: IrFn, args: readonly Expr[]): Expr {
    return { op: "call", fn, args, ty: fn.result };
  }

  private library(name: string, module = "library/equality.ts"): IrFn {
    return this.program.calls.libraryFn(module, name)!;
  }

  private generic(question: Question): IrFn {
    return this.library(questions[question].generic);
  }

  private ofPrimitive(question: Question, type: FSharpType, values: readonly Expr[]): Expr | undefined {
    const ty = this.program.types.tyOf(type);
    if (ty.kind === "any" || ty.kind === "ref") return undefined;
    const [x, y] = values.map((value) => coerce(value, ty)) as [Expr, Expr];
    if (question === "hash") return this.hashOfPrimitive(type, x);
    const row: QuestionRow = questions[question];
    if (row.float !== undefined && isFloat(type)) return this.call(this.library(row.float), [x, y]);
    return row.plain === "compare" ? this.order(type, x, y) : strictEqual(x, y);
  }

  private order(type: FSharpType, x: Expr, y: Expr): Expr {
    if (type.name === "char") return builtin("str_compare", i32, [x, y]);
    if (type.name === "string") return this.call(this.library("compare_string"), [x, y]);
    const [a, b] = x.ty.kind === "bool" ? [boolAsInteger(x), boolAsInteger(y)] : [x, y];
    const otherwise: Expr = { op: "cond", test: relational("<", b, a), then: integer(1), otherwise: integer(0), ty: i32 };
    return { op: "cond", test: relational("<", a, b), then: integer(-1), otherwise, ty: i32 };
  }

  private hashOfPrimitive(type: FSharpType, x: Expr): Expr {
    const own = ownHashes[type.name];
    if (own) return this.call(this.library(own), [x]);
    if (x.ty.kind === "bool") return boolAsInteger(x);
    if (x.ty.kind !== "i64" && x.ty.kind !== "u64") return coerce(x, i32);
    const signed = coerce(x, i64);
    return prim("xor_i32", i32, [prim("i64_to_i32", i32, [signed]), prim("i64_to_i32", i32, [prim("shr_i64", i64, [signed, integer(32)])])]);
  }

  /** The function that answers for a type. */
  private fnOf(asked: Question, type: FSharpType): IrFn {
    const question = this.simplify(asked, type);
    const text = printFSharpType(type);
    const known = this.fns.get(`${question} ${text}`);
    if (known) return known;
    const body = text.length > longest ? undefined : this.bodyOf(question, type);
    if (!body) return this.generic(question);
    const fn = this.program.newFn(`${question} ${text}`, questions[question].result);
    this.fns.set(`${question} ${text}`, fn);
    const ty = this.program.types.tyOf(type);
    if (ty.type) this.program.live(ty.type);
    fn.params = (question === "hash" ? ["x"] : ["x", "y"]).map((name): Var => ({ name, ty, cell: false }));
    fn.body = body(...fn.params.map(local));
    return fn;
  }

  /** What makes the body, which may ask for the function itself. */
  private bodyOf(question: Question, type: FSharpType): ((...values: Expr[]) => Stmt[]) | undefined {
    const [element] = type.args;
    if (element && type.name === "list") return (...values) => [this.overElements(listFunctions[questions[question].plain], question, element, values)];
    if (element && type.name === "array") return (...values) => [this.overElements(arrayFunctions[questions[question].plain], question, element, values)];
    if (element && isOption(type)) return this.isErased(element) ? (x, y) => this.ofOption(question, element, x!, y!) : undefined;
    const layout = this.layoutOf(question, type);
    if (!layout) return undefined;
    if (question === "hash") return (x) => (layout.info.kind === "tuple" ? this.hashTuple(layout, x!) : this.hashFields(layout, x!));
    return (x, y) => [...this.shortcuts(question, type, layout, x!, y!), ...this.ofFields(question, layout, x!, y!)];
  }

  private overElements(name: string, question: Question, element: FSharpType, values: readonly Expr[]): Stmt {
    const fn = this.library(name, "library/structural.ts");
    const one: Expr = { op: "closure", fn: this.program.wrapper(this.elementFn(question, element)), captured: [], ty: refTo(builtinInfos.closure) };
    return returning(
      this.call(
        fn,
        [...values, one].map((value, i) => coerce(value, fn.params[i]!.ty)),
      ),
    );
  }

  private elementFn(asked: Question, type: FSharpType): IrFn {
    const question = this.simplify(asked, type);
    const ty = this.program.types.tyOf(type);
    if (ty.kind === "any" || ty.kind === "ref") return this.fnOf(question, type);
    const key = `${question} ${type.name}`;
    let fn = this.fns.get(key);
    if (!fn) {
      this.fns.set(key, (fn = this.program.newFn(key, questions[question].result)));
      fn.params = (question === "hash" ? ["x"] : ["x", "y"]).map((name): Var => ({ name, ty, cell: false }));
      fn.body = [returning(this.ask(question, type, fn.params.map(local)))];
    }
    return fn;
  }

  /** Whether a Some of this type is always its value itself, which is never null. */
  private isErased(type: FSharpType): boolean {
    const { kind, type: info } = this.program.types.tyOf(type);
    if (kind === "any" || type.name === "string") return false;
    return kind !== "ref" || isPlain(info) || type.name === "list";
  }

  private ofOption(question: Question, element: FSharpType, x: Expr, y: Expr): Stmt[] {
    const inner = (value: Expr): Expr => coerce(value, this.program.types.tyOf(element));
    if (question === "hash") return [when(isNull(x), integer(0)), returning(mix(integer(1), this.ask(question, element, [inner(x)])))];
    const [none, some]: readonly [Expr, Expr] =
      questions[question].plain === "compare" ? [{ op: "cond", test: isNull(y), then: integer(0), otherwise: integer(-1), ty: i32 }, integer(1)] : [isNull(y), no];
    const body: Stmt[] = [when(isNull(x), none), when(isNull(y), some)];
    return [...body, ...this.settle(question, element, inner(x), inner(y), true)];
  }

  /** The fields by case, with this type's arguments in the place of parameters. */
  private layoutOf(question: Question, type: FSharpType): Layout | undefined {
    const isTuple = type.name === "tuple" || type.name === "struct_tuple";
    const ty = this.program.types.tyOf(type);
    const info = isTuple ? ty.type : this.program.types.named(type);
    if (!info || ty.type !== info || !isPlain(info)) return undefined;
    if ((questions[question].plain === "compare" ? info.comparison : info.equality) !== "structural") return undefined;
    const given = new Map(info.generics.map((name, i) => [name, type.args[i]]));
    const filled = (one: FSharpType): FSharpType => given.get(one.name) ?? { name: one.name, args: one.args.map(filled) };
    const field = (slot: number, text: string): Field => ({ slot, type: filled(this.program.types.parse(text)) });
    if (info.kind === "union") return { info, cases: info.cases.map((one) => one.fields.map(({ slot, fsharp }) => field(slot, fsharp))) };
    return { info, cases: [info.slots.map(({ fsharp }, slot) => field(slot, fsharp))] };
  }

  /** Whether every value of a type is surely equal to itself. */
  private isReflexive(type: FSharpType): boolean {
    const text = printFSharpType(type);
    const known = this.reflexive.get(text);
    if (known !== undefined) return known;
    this.reflexive.set(text, true);
    const found = text.length <= longest && this.isReflexiveByParts(type);
    this.reflexive.set(text, found);
    return found;
  }
  private isReflexiveByParts(type: FSharpType): boolean {
    const { kind } = this.program.types.tyOf(type);
    if (kind !== "any" && kind !== "ref") return !isFloat(type);
    if (type.name === "list" || type.name === "array" || isOption(type)) return type.args.every((arg) => this.isReflexive(arg));
    return this.layoutOf("equal", type)?.cases.every((fields) => fields.every((field) => this.isReflexive(field.type))) ?? false;
  }

  /** Answers that need no look at fields. */
  private shortcuts(question: Question, type: FSharpType, { info }: Layout, x: Expr, y: Expr): Stmt[] {
    if (info.kind === "tuple") return [];
    const [itself, null_] = questions[question].plain === "compare" ? [integer(0), integer(1)] : [yes, no];
    const identical = when(prim("eq_any", bool, [toAny(x), toAny(y)]), itself);
    return [...(this.isReflexive(type) ? [identical] : []), when(isNull(y), null_)];
  }

  private ofFields(question: Question, layout: Layout, x: Expr, y: Expr): Stmt[] {
    const { info, cases } = layout;
    const compares = questions[question].plain === "compare";
    const alike = compares ? integer(0) : yes;
    const fieldsOf = (fields: readonly Field[]): Stmt[] => {
      if (fields.length === 0) return [returning(alike)];
      return fields.flatMap(({ slot, type }, i) => this.settle(question, type, slotOf(x, info, slot), slotOf(y, info, slot), i === fields.length - 1));
    };
    if (cases.length === 1) return fieldsOf(cases[0]!);
    const tag = (value: Expr): Expr => prim("get_tag", i32, [value]);
    const body: Stmt[] = [];
    if (compares) {
      const difference: Var = { name: "difference", ty: i32, cell: false };
      body.push({ op: "let", local: difference, value: prim("sub_i32", i32, [tag(x), tag(y)]) }, when(prim("ne_i32", bool, [local(difference), integer(0)]), local(difference)));
    } else body.push(when(prim("ne_i32", bool, [tag(x), tag(y)]), no));
    return [...body, ...this.byCase(tag(x), cases, fieldsOf), returning(alike)];
  }

  /** What differs between cases; those without fields go on behind it. */
  private byCase(tag: Expr, cases: Layout["cases"], body: (fields: readonly Field[], tag: number) => Stmt[]): Stmt[] {
    const made = cases.flatMap((fields, i) => (fields.length === 0 ? [] : [{ values: [i], body: body(fields, i) }]));
    return made.length === 0 ? [] : [{ op: "switch", value: tag, cases: made, otherwise: [] }];
  }

  /** Returns where these parts decide; the last ones always do. */
  private settle(question: Question, type: FSharpType, x: Expr, y: Expr, isLast: boolean): Stmt[] {
    const { kind } = this.program.types.tyOf(type);
    const ty: Ty = kind === "any" || kind === "ref" ? x.ty : this.program.types.tyOf(type);
    const a: Var = { name: "a", ty, cell: false };
    const b: Var = { name: "b", ty, cell: false };
    const body: Stmt[] = [
      { op: "let", local: a, value: coerce(x, ty) },
      { op: "let", local: b, value: coerce(y, ty) },
    ];
    const answer = this.ask(question, type, [local(a), local(b)]);
    if (isLast) return [...body, returning(answer)];
    if (questions[question].plain !== "compare") return [...body, when(not(answer), no)];
    const order: Var = { name: "order", ty: i32, cell: false };
    return [...body, { op: "let", local: order, value: answer }, when(prim("ne_i32", bool, [local(order), integer(0)]), local(order))];
  }

  private hashFields({ info, cases }: Layout, x: Expr): Stmt[] {
    const hashOf = (fields: readonly Field[], tag: number): Stmt[] => {
      const mixed = [...fields].reverse().reduce((hash, { slot, type }) => this.mixInto(hash, type, slotOf(x, info, slot)), { before: [] as Stmt[], hash: integer(tag) });
      return [...mixed.before, returning(mixed.hash)];
    };
    if (info.kind !== "union") return hashOf(cases[0]!, 0);
    return [...this.byCase(prim("get_tag", i32, [x]), cases, hashOf), returning(prim("get_tag", i32, [x]))];
  }

  private mixInto({ before, hash }: { before: Stmt[]; hash: Expr }, type: FSharpType, value: Expr): { before: Stmt[]; hash: Expr } {
    const held: Var = { name: "hash", ty: i32, cell: false };
    return { before: [...before, { op: "let", local: held, value: hash }], hash: mix(local(held), this.ask("hash", type, [value])) };
  }

  /** The first four items in two pairs, as FSharp.Core does. */
  private hashTuple({ info, cases }: Layout, x: Expr): Stmt[] {
    const parts = cases[0]!.map(({ slot, type }) => this.ask("hash", type, [slotOf(x, info, slot)]));
    const [first, ...rest] = parts.length < 4 ? parts : [combine(combine(parts[0]!, parts[1]!), combine(parts[2]!, parts[3]!)), ...parts.slice(4)];
    return [returning(rest.reduce(combine, first!))];
  }
}

const slotOf = (object: Expr, info: TypeInfo, slot: number): Expr => ({ op: "get_slot", object, slot, ty: info.slots[slot]!.ty });

export const boolAsInteger = (value: Expr): Expr => ({ op: "cond", test: value, then: integer(1), otherwise: integer(0), ty: i32 });

/** `golden + (part + ((hash << 6) + (hash >> 2)))`, as F# mixes the fields of records and unions. */
const mix = (hash: Expr, part: Expr): Expr => {
  const spread = prim("add_i32", i32, [prim("shl_i32", i32, [hash, integer(6)]), prim("shr_i32", i32, [hash, integer(2)])]);
  return prim("add_i32", i32, [integer(goldenRatio), prim("add_i32", i32, [part, spread])]);
};

/** `(first * 33) ^ second`, as F# combines the items of tuples. */
const combine = (first: Expr, second: Expr): Expr => prim("xor_i32", i32, [prim("mul_i32", i32, [first, integer(33)]), second]);
