/** Register allocation: every variable and temporary has a register of its kind and type; those whose scope has ended are used again. */
import type { KindOf } from "../../schemas/fzb/module.ts";
import type { Ty } from "../ir/nodes.ts";

export class Registers {
  readonly declared: KindOf[] = [];
  private readonly free = new Map<string, number[]>();
  private readonly keys: string[] = [];
  private readonly typeIndex: (ty: Ty) => number;

  constructor(typeIndex: (ty: Ty) => number) {
    this.typeIndex = typeIndex;
  }

  take(ty: Ty): number {
    const type = ty.kind === "ref" ? this.typeIndex(ty) : 0;
    const key = `${ty.kind}:${type}`;
    const again = this.free.get(key)?.pop();
    if (again !== undefined) return again;
    this.keys.push(key);
    return this.declared.push({ kind: ty.kind, type }) - 1;
  }

  release(register: number): void {
    const key = this.keys[register]!;
    const list = this.free.get(key);
    if (list) list.push(register);
    else this.free.set(key, [register]);
  }
}
