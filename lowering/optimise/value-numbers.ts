/**
 * Numbers for what expressions give: of two with the same number where a walk is, the second gives what the first did, and raises nothing. What others may write
 * has a new number behind each write.
 */
import { builtins } from "../../schemas/isa/builtins.ts";
import { shapeOf } from "../../schemas/isa/instruction.ts";
import { type Mnemonic, mnemonics } from "../../schemas/isa/table.ts";
import type { Expr, Stmt, Var } from "../ir/nodes.ts";
import { type Visit, visitExpression, visitStatement } from "../ir/parts.ts";
import type { ProgramFacts } from "./program-facts.ts";

/** What can be written: variables, slots by their index, and areas; a call may write all of the world. */
type Place = Var | number | "elements" | "lengths" | "world";

const elementLoads: ReadonlySet<Mnemonic> = new Set(
  (["element", "item"] as const).flatMap((of) => (["", "_i32", "_f64", "_bool", "_str"] as const).map((kind) => `get_${of}${kind}` as const)),
);
const stores: { readonly [M in Mnemonic]?: readonly Place[] } = {
  set_element: ["elements"],
  set_item: ["elements"],
  array_set: ["elements"],
  set_index: ["elements", "lengths"],
};

const values = /^(?:imm|(?:use|def)\.(?:i32|u32|f64|i64|u64|bool|str))$/;
/** Instructions on numbers, bools and texts alone, and casts, which say what a value is for good. */
const functions: ReadonlySet<Mnemonic> = new Set(
  mnemonics.filter((mnemonic) => {
    const { spec, operands } = shapeOf(mnemonic);
    if (spec.flow !== "next" || spec.charge !== undefined) return false;
    return mnemonic.startsWith("cast_") || (operands[0]?.kind.startsWith("def.") === true && operands.every(({ kind }) => values.test(kind)));
  }),
);

/** Builtins on texts and numbers alone. */
const isFunction = ({ builtin }: Expr & { op: "builtin" }): boolean => /^(?:str|math)_/.test(builtin) && builtins[builtin].params.every((kind) => kind !== "any");

const isArrayLength = (value: Expr): boolean => value.op === "get_property" && value.name === "length" && value.object.ty.array === true;

/** What an expression writes itself. */
const writtenBy = (value: Expr): Place | undefined => {
  switch (value.op) {
    case "call":
    case "call_closure":
    case "call_method":
    case "call_import":
    case "set_property":
      return "world";
    case "get_property":
      return isArrayLength(value) ? undefined : "world";
    case "builtin":
      return isFunction(value) ? undefined : "world";
    default:
      return undefined;
  }
};

/** … and a statement. */
const writtenIn = (one: Stmt): readonly Place[] => {
  if (one.op === "assign" || one.op === "let" || one.op === "renew" || one.op === "let_cell") return [one.local];
  if (one.op === "set_slot") return [one.slot];
  return one.op === "set_global" ? ["world"] : one.op === "prim" ? (stores[one.mnemonic] ?? ["world"]) : [];
};

export class ValueNumbers {
  private readonly facts: ProgramFacts;
  private readonly known = new Map<unknown, number>();
  private last = 0;
  private readonly current = new Map<Place, number>();
  /** Everything that was written on the way, with what stood there before. */
  private readonly log: { readonly place: Place; readonly before: number | undefined }[] = [];

  constructor(facts: ProgramFacts) {
    this.facts = facts;
  }

  /** The number of what has a text, or is a thing of the program. */
  private numberOf(key: unknown): number {
    let found = this.known.get(key);
    if (found === undefined) this.known.set(key, (found = ++this.last));
    return found;
  }

  private at(place: Place): number {
    return this.current.get(place) ?? 0;
  }

  /** The number of an expression whose parts have these; 0 where each time may give another value. */
  of(value: Expr, parts: readonly number[]): number {
    if (parts.length > 0 && parts.includes(0)) return 0;
    switch (value.op) {
      case "const":
        return this.numberOf(`${value.ty.kind} ${typeof value.value} ${Object.is(value.value, -0) ? "-0" : String(value.value)}`);
      case "local":
        return value.local.cell ? 0 : this.at(value.local) || this.numberOf(value.local);
      case "global":
        return this.numberOf(`g${this.numberOf(value.global)} ${this.at("world")}`);
      case "get_slot": {
        const { type } = value.object.ty;
        const when = type && this.facts.isFixedSlot(type, value.slot) ? "" : `${this.at("world")},${this.at(value.slot)}`;
        return this.numberOf(`s${value.slot} ${parts[0]} ${value.ty.kind} ${when}`);
      }
      case "get_property":
        return isArrayLength(value) ? this.numberOf(`l${parts[0]} ${this.at("world")},${this.at("lengths")}`) : 0;
      case "builtin":
        return isFunction(value) ? this.numberOf(`${value.builtin} ${parts.join()}`) : 0;
      case "prim": {
        const loads = elementLoads.has(value.mnemonic);
        if (!loads && !functions.has(value.mnemonic) && value.mnemonic !== "to_any" && value.mnemonic !== "to_int32_any") return 0;
        const when = loads ? `${this.at("world")},${this.at("elements")}` : "";
        return this.numberOf(`${value.mnemonic} ${parts.join()} ${value.imm ?? ""} ${value.info ? this.numberOf(value.info) : ""} ${when}`);
      }
      default:
        return 0;
    }
  }

  private write(place: Place, number = ++this.last): void {
    this.log.push({ place, before: this.current.get(place) });
    this.current.set(place, number);
  }

  private writeAll(places: Iterable<Place>): void {
    for (const place of places) this.write(place);
  }

  /** What an expression does beyond its parts. */
  pass(value: Expr): void {
    const place = writtenBy(value);
    if (place !== undefined) this.write(place);
  }

  /** What a statement does; `number` is that of the value it gives a variable. */
  passStatement(one: Stmt, number: number): void {
    if ((one.op === "let" || one.op === "assign") && !one.local.cell && number !== 0) this.write(one.local, number);
    else this.writeAll(writtenIn(one));
  }

  /** A part that may not run, or not to its end: behind it the state is that before. Gives what it wrote. */
  apart(walk: () => void): ReadonlySet<Place> {
    const from = this.log.length;
    walk();
    const places = new Set<Place>();
    for (let at = this.log.length - 1; at >= from; at--) {
      const { place, before } = this.log[at]!;
      places.add(place);
      if (before === undefined) this.current.delete(place);
      else this.current.set(place, before);
    }
    return places;
  }

  /** Behind parts one of which has run. */
  join(...written: readonly ReadonlySet<Place>[]): void {
    this.writeAll(new Set(written.flatMap((places) => [...places])));
  }

  /** What statements write, however often they run. */
  writes(body: readonly Stmt[]): ReadonlySet<Place> {
    const places = new Set<Place>();
    const visit: Visit = {
      expression: (value) => {
        const place = writtenBy(value);
        if (place !== undefined) places.add(place);
        visitExpression(value, visit);
      },
      statement: (one) => {
        for (const place of writtenIn(one)) places.add(place);
        visitStatement(one, visit);
      },
    };
    for (const one of body) visit.statement(one);
    return places;
  }
}
