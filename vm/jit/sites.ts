/** The places of one compiled function where it may hand frames over. */
import { lengthAt, shapeAt } from "../instructions.ts";
import type { LoadedModule } from "../load.ts";
import type { Frame } from "./frame.ts";
import type { Site } from "./site.ts";

export class Sites {
  readonly list: Site[] = [];
  /** The most values that frames hand over at once. */
  most = 0;
  readonly #loaded: LoadedModule;
  readonly #numbers = new Map<string, number>();

  constructor(loaded: LoadedModule) {
    this.#loaded = loaded;
  }

  /** The number of an instruction's site, and what is handed over there. */
  at(frame: Frame, offset: number): { readonly number: number; readonly values: readonly string[] } {
    const { index, fn, pcs, register } = frame;
    const { code, registers } = fn;
    const captures = fn.captures.length > 0;
    const live = this.#loaded.liveness(index).before(offset);
    const values = [...live.map(register), ...(captures ? ["closure"] : [])];
    const key = `${index}:${offset}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      const { mnemonic, operands } = shapeAt(code, offset);
      number = this.list.length;
      this.#numbers.set(key, number);
      this.most = Math.max(this.most, values.length);
      const pc = pcs.get(offset) as number;
      const named = operands[0]?.name === "dst";
      this.list.push({
        fn: index,
        pc,
        registers: captures ? [...live, registers.length] : live,
        // a name takes one more word in decoded code
        next: pc + lengthAt(code, offset) + operands.filter(({ kind }) => kind === "name").length,
        dst: named && mnemonic !== "call_setter" ? code[offset + 1] : -1,
        cleared: mnemonic === "call_setter" ? code[offset + 1] : -1,
      });
    }
    return { number, values };
  }
}
