/**
 * Objects that never leave the function they are made in, as a variable for each slot: enumerators of loops, tuples that a fold hands on. A variable holds
 * such objects only if each value it is given is made right there or is another such variable, and nothing is done with it but reading and writing slots,
 * or returning it: then it is made. Objects that several variables hold must not be written to.
 *
 *     let e = new E(xs, 0); … e.s1 = e.s1 + 1      let e.0 = xs; let e.1 = 0; … e.1 = e.1 + 1
 */
import { coerce, initialOf } from "../coerce.ts";
import { type Expr, type IrFn, local, type Stmt, type Var } from "../ir/nodes.ts";
import { type Change, changeExpression, changeStatement, type Visit, visitExpression, visitStatement } from "../ir/parts.ts";
import type { TypeInfo } from "../type-infos.ts";
import type { Variables } from "./variables.ts";

/** A type and its case. */
interface Made {
  readonly info: TypeInfo;
  readonly tag: number;
}

const same = (a: Made | undefined, b: Made | undefined): boolean => a !== undefined && b !== undefined && a.info === b.info && a.tag === b.tag;

interface Holder extends Made {
  readonly slots: readonly Var[];
}

/** The variable whose object a return gives, as it is or as a value of any kind. */
const returned = (value: Expr): Var | undefined => {
  const inner = value.op === "prim" && value.mnemonic === "to_any" ? value.args[0]! : value;
  return inner.op === "local" && inner.ty.kind === "ref" ? inner.local : undefined;
};

class Search {
  /** Types of the objects that variables are given; undefined where they are given something else too. */
  readonly infos = new Map<Var, Made | undefined>();
  readonly copies: [Var, Var][] = [];
  /** The slots that are written to. */
  readonly written = new Map<Var, Set<number>>();
  /** Used as a whole. */
  readonly escaping = new Set<Var>();
  private readonly visit: Visit = { expression: (value) => this.expression(value), statement: (one) => this.statement(one) };

  constructor(fn: IrFn) {
    for (const param of [...fn.params, ...fn.captures]) this.escaping.add(param);
    for (const one of fn.body) this.statement(one);
  }

  private expression(value: Expr): void {
    if (value.op === "local") this.escaping.add(value.local);
    else if (value.op === "closure") for (const one of value.captured) this.escaping.add(one);
    else if (value.op === "get_slot" && value.object.op === "local") return;
    else visitExpression(value, this.visit);
  }

  private statement(one: Stmt): void {
    if (one.op === "set_slot" && one.object.op === "local") {
      const slots = this.written.get(one.object.local) ?? new Set();
      this.written.set(one.object.local, slots.add(one.slot));
      this.expression(one.value);
    } else if (one.op === "return" && returned(one.value)) return;
    else if ((one.op === "let" || one.op === "assign") && !one.local.cell && one.value) this.given(one.local, one.value);
    else visitStatement(one, this.visit);
  }

  private given(variable: Var, value: Expr): void {
    if (value.op === "local" && value.ty.kind === "ref") {
      this.copies.push([variable, value.local]);
      return;
    }
    const made = value.op === "object" ? { info: value.info, tag: value.tag } : undefined;
    this.infos.set(variable, this.infos.has(variable) && !same(this.infos.get(variable), made) ? undefined : made);
    this.expression(value);
  }
}

/** What stands for the objects of each variable that can do without. */
const findHolders = (search: Search): Map<Var, Holder> => {
  const infos = new Map(search.infos);
  const bad = new Set(search.escaping);
  for (const [variable, info] of infos) if (!info) bad.add(variable);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [to, from] of search.copies) {
      const [a, b] = [infos.get(to), infos.get(from)];
      const known = a ?? b;
      const fits = same(a ?? known, b ?? known) && !bad.has(to) && !bad.has(from) && !search.written.has(to) && !search.written.has(from);
      if (known && fits) {
        if (a && b) continue;
        infos.set(to, known);
        infos.set(from, known);
        changed = true;
      } else if (known && !(bad.has(to) && bad.has(from))) {
        bad.add(to);
        bad.add(from);
        changed = true;
      }
    }
  }
  const holders = new Map<Var, Holder>();
  for (const [variable, info] of infos) {
    if (!info || bad.has(variable)) continue;
    holders.set(variable, { ...info, slots: info.info.slots.map((slot) => ({ name: `${variable.name}.${slot.name}`, ty: slot.ty, cell: false })) });
  }
  return holders;
};

export const takeApart = (fn: IrFn, variables: Variables): boolean => {
  const search = new Search(fn);
  const holders = findHolders(search);
  if (holders.size === 0) return false;
  for (const [variable, { slots }] of holders) {
    const written = search.written.get(variable);
    for (const [i, slot] of slots.entries()) if (written?.has(i) || !variables.isFixed(variable)) variables.assigned.add(slot);
  }
  const holderOf = (value: Expr): Holder | undefined => (value.op === "local" ? holders.get(value.local) : undefined);
  const change: Change = {
    expression: (value) => {
      const holder = value.op === "get_slot" ? holderOf(value.object) : undefined;
      return holder && value.op === "get_slot" ? coerce(local(holder.slots[value.slot]!), value.ty) : changeExpression(value, change);
    },
    body: (body) => body.flatMap((one) => apart(one)),
  };
  /** All values first, since those of an assignment may read what it writes. */
  const apart = (one: Stmt): readonly Stmt[] => {
    const at = one.pos ? { pos: one.pos } : {};
    if (one.op === "set_slot") {
      const holder = holderOf(one.object);
      if (holder) return [{ op: "assign", local: holder.slots[one.slot]!, value: coerce(change.expression(one.value), holder.slots[one.slot]!.ty), ...at }];
    }
    if (one.op === "return") {
      const variable = returned(one.value);
      const holder = variable && holders.get(variable);
      if (!holder) return [changeStatement(one, change)];
      const whole: Expr = { op: "object", info: holder.info, tag: holder.tag, slots: holder.slots.map(local), ty: variable.ty };
      return [{ ...one, value: coerce(whole, one.value.ty) }];
    }
    const holder = one.op === "let" || one.op === "assign" ? holders.get(one.local) : undefined;
    if (!holder || (one.op !== "let" && one.op !== "assign")) return [changeStatement(one, change)];
    if (!one.value) return holder.slots.map((slot) => ({ op: "let", local: slot, value: initialOf(slot.ty), ...at }));
    const from = holderOf(one.value);
    const values = holder.slots.map((slot, i) =>
      from ? local(from.slots[i]!) : one.value?.op === "object" && one.value.slots[i] ? coerce(change.expression(one.value.slots[i]), slot.ty) : initialOf(slot.ty),
    );
    if (one.op === "let") return holder.slots.map((slot, i) => ({ op: "let", local: slot, value: values[i]!, ...at }));
    const held = holder.slots.map((slot): Var => ({ name: slot.name, ty: slot.ty, cell: false }));
    return [
      ...held.map((each, i): Stmt => ({ op: "let", local: each, value: values[i]!, ...at })),
      ...holder.slots.map((slot, i): Stmt => ({ op: "assign", local: slot, value: local(held[i]!), ...at })),
    ];
  };
  fn.body = change.body(fn.body) as Stmt[];
  return true;
};
