/**
 * Random well-typed F# programs: a record, a union, functions over them, and lines that each print one expression or the exception that it raises. `pick` decides everything, so
 * a seed gives the same program again.
 */
import { declarations, declaredRules } from "./declared.ts";
import { commonRules, literals, type Operand, type Rule, rulesOver } from "./rules.ts";

/** A number in 0 .. below - 1. */
export type Pick = (below: number) => number;

const fieldTypes = ["int", "string", "float", "int64", "bool", "char", "decimal", "byte", "int option", "string list", "float list", "Point", "Either"];

const byResult = (rules: readonly Rule[]): Map<string, Rule[]> => {
  const index = new Map<string, Rule[]>();
  for (const one of rules) {
    const list = index.get(one.gives) ?? [];
    list.push(one);
    index.set(one.gives, list);
  }
  return index;
};

const common = byResult([...commonRules, ...declaredRules]);

class Writer {
  private readonly pick: Pick;
  private readonly own: Rule[] = [];
  private names = 0;

  constructor(pick: Pick) {
    this.pick = pick;
  }

  private one<T>(list: readonly T[]): T {
    return list[this.pick(list.length)]!;
  }

  private rulesFor(type: string): readonly Rule[] {
    return [...(common.get(type) ?? []), ...this.own.filter((each) => each.gives === type)];
  }

  private leaf(type: string, scope: readonly [string, string][]): string {
    const known = scope.filter(([, of]) => of === type);
    const constants = literals[type];
    if (known.length > 0 && (constants === undefined || this.pick(3) > 0)) return this.one(known)[0];
    if (constants !== undefined) return this.one(constants);
    const simplest = [...this.rulesFor(type)].sort((a, b) => weight(a, type) - weight(b, type)).slice(0, 2);
    return this.apply(this.one(simplest), scope, 0);
  }

  private apply(rule: Rule, scope: readonly [string, string][], depth: number): string {
    return rule.text(...rule.takes.map((operand) => this.operand(operand, scope, depth)));
  }

  private operand(operand: Operand, scope: readonly [string, string][], depth: number): string {
    if (typeof operand === "string") return this.expression(operand, scope, depth);
    const params = operand.params.map((type): [string, string] => [`p${this.names++}`, type]);
    return `(fun ${params.map(([name, type]) => `(${name}: ${type})`).join(" ")} -> ${this.expression(operand.result, [...scope, ...params], depth)})`;
  }

  expression(type: string, scope: readonly [string, string][], depth: number): string {
    if (depth <= 0) return this.leaf(type, scope);
    switch (this.pick(12)) {
      case 0:
        return this.leaf(type, scope);
      case 1:
        return `(if ${this.expression("bool", scope, depth - 1)} then ${this.expression(type, scope, depth - 1)} else ${this.expression(type, scope, depth - 1)})`;
      case 2: {
        const local: [string, string] = [`v${this.names++}`, this.one(["int", "string", "float", "int list"])];
        return `(let ${local[0]} : ${local[1]} = ${this.expression(local[1], scope, depth - 1)} in ${this.expression(type, [...scope, local], depth - 1)})`;
      }
      default: {
        const rules = this.rulesFor(type);
        return rules.length === 0 ? this.leaf(type, scope) : this.apply(this.one(rules), scope, depth - 1);
      }
    }
  }

  private declareRecord(lines: string[]): void {
    const fields = Array.from({ length: 2 + this.pick(3) }, (_, i): [string, string] => [`F${i}`, this.one(fieldTypes)]);
    lines.push("type Row =", `    { ${fields.map(([name, type]) => `${name}: ${type}`).join("; ")} }`, "");
    this.own.push({ gives: "Row", takes: fields.map(([, type]) => type), text: (...values) => `{ ${fields.map(([name], i) => `F${i} = ${values[i] ?? name}`).join("; ")} }` });
    for (const [name, type] of fields) {
      this.own.push({ gives: type, takes: ["Row"], text: (row) => `((${row}: Row).${name})` });
      this.own.push({ gives: "Row", takes: ["Row", type], text: (row, value) => `({ (${row}: Row) with ${name} = ${value} })` });
    }
    this.own.push(...rulesOver("Row"));
  }

  private declareUnion(lines: string[]): void {
    const cases = Array.from({ length: 2 + this.pick(3) }, (_, i): [string, string[]] => [
      `Case${i}`,
      Array.from({ length: i === 0 ? this.pick(2) : 1 + this.pick(2) }, () => (i > 0 && this.pick(4) === 0 ? "Shape" : this.one([...fieldTypes, "Row"]))),
    ]);
    lines.push("type Shape =", ...cases.map(([name, types]) => `    | ${name}${types.length > 0 ? ` of ${types.join(" * ")}` : ""}`), "");
    for (const [name, types] of cases) this.own.push({ gives: "Shape", takes: types, text: (...values) => (values.length > 0 ? `(${name}(${values.join(", ")}))` : name) });
    this.own.push(...rulesOver("Shape"));
    const result = this.one(["int", "string", "float"]);
    const size = `size${this.names++}`;
    const arms = cases.map(([name, types]) => {
      const fields = types.map((type): [string, string] => [`f${this.names++}`, type]);
      const inner = fields.filter(([, type]) => type === "Shape").map(([field]): [string, string] => [`(${size} ${field})`, result]);
      return `    | ${name}${fields.length > 0 ? `(${fields.map(([field]) => field).join(", ")})` : ""} -> ${this.expression(result, [...fields, ...inner], 2)}`;
    });
    lines.push(`let rec ${size} (shape: Shape) : ${result} =`, "    match shape with", ...arms, "");
    this.own.push({ gives: result, takes: ["Shape"], text: (shape) => `(${size} ${shape})` });
  }

  private declareFunction(lines: string[]): void {
    const name = `fn${this.names++}`;
    const result = this.one(["int", "string", "float", "int64", "Shape", "Row", "int list", "decimal", "uint32"]);
    const given: [string, string] = [`a${this.names++}`, this.one(["int", "string", "int list", "Row", "Shape"])];
    switch (this.pick(3)) {
      case 0:
        lines.push(`let ${name} (${given[0]}: ${given[1]}) : ${result} =`, `    ${this.expression(result, [given], 3)}`, "");
        break;
      case 1:
        lines.push(
          `let ${name} (${given[0]}: ${given[1]}) : ${result} =`,
          `    let mutable state : ${result} = ${this.expression(result, [given], 2)}`,
          `    for i in ${this.pick(3)} .. ${2 + this.pick(4)} do`,
          `        state <- ${this.expression(result, [given, ["state", result], ["i", "int"]], 3)}`,
          "    state",
          "",
        );
        break;
      default:
        lines.push(
          `let ${name} (${given[0]}: ${given[1]}) : ${result} =`,
          `    let rec go (n: int) (state: ${result}) : ${result} =`,
          `        if n <= 0 then state else go (n - 1) ${this.expression(
            result,
            [
              ["state", result],
              ["n", "int"],
            ],
            3,
          )}`,
          `    go ${2 + this.pick(4)} ${this.expression(result, [given], 2)}`,
          "",
        );
    }
    this.own.push({ gives: result, takes: [given[1]], text: (value) => `(${name} ${value})` });
  }

  write(): string[] {
    const lines: string[] = [];
    this.declareRecord(lines);
    this.declareUnion(lines);
    for (let i = this.pick(3); i > 0; i--) this.declareFunction(lines);
    lines.push("let run () =");
    const plain = ["int", "int64", "float", "decimal", "byte", "uint32", "string", "char", "float32", "uint64", "sbyte"];
    const shown = [...plain, "Row", "Shape", "int list", "Row list", "Shape option", "Point", "Either", "Set<int>", "Result<int, string>", "(int * string) list", "int * string"];
    for (let i = 0; i < 4; i++) {
      const type = this.one(shown);
      lines.push(`    show "${i}" (fun () -> sprintf "%A" ${this.expression(type, [], 3)})`);
    }
    return lines;
  }
}

const weight = (rule: Rule, type: string): number => rule.takes.reduce((sum, each) => sum + (each === type ? 100 : typeof each === "string" && literals[each] ? 1 : 10), 0);

/** One module of F# whose `run` prints four lines. */
export const writeProgram = (name: string, pick: Pick): string =>
  [`module ${name} =`, ...new Writer(pick).write().map((line) => (line === "" ? "" : `    ${line}`)), ""].join("\n");

/** Prints a value, or the exception that computing it raises. */
export const preamble = `let describe (error: exn) =
    match error with
    | :? System.DivideByZeroException -> "DivideByZeroException"
    | :? System.OverflowException -> "OverflowException"
    | :? System.IndexOutOfRangeException -> "IndexOutOfRangeException"
    | :? System.Collections.Generic.KeyNotFoundException -> "KeyNotFoundException"
    | :? System.FormatException -> "FormatException"
    | :? System.ArgumentException -> "ArgumentException"
    | _ -> "another exception"

let show (label: string) (compute: unit -> string) =
    try
        printfn "%s: %s" label (compute ())
    with error ->
        printfn "%s! %s: %s" label (describe error) error.Message

${declarations}`;
