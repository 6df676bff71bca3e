/** What a memory look starts from: the registers that frames still need, which are the same however the frames came to be where they are. */
import { metaColumn, metaStride } from "./load.ts";
import type { Machine } from "./machine.ts";
import { frameWords } from "./stack-layout.ts";
import { functionAt, offsetAt } from "./trace.ts";

/** Where a run is. */
export type Place = Pick<Machine, "pc" | "base" | "top" | "fp">;

/** Values of all live registers of a run, from its innermost frame out. */
export function liveRegisters(machine: Machine, place: Place): unknown[] {
  const { loaded, registers, meta } = machine;
  const { frames } = machine.stack;
  const roots: unknown[] = [];
  let { pc, base, fp } = place;
  for (let running = true; ; running = false) {
    const fn = functionAt(loaded, pc);
    if (fn < 0) {
      if (running) for (let register = base; register < place.top; register++) roots.push(registers[register]);
      return roots;
    }
    const offset = offsetAt(loaded.offsets(fn), pc);
    const live = loaded.liveness(fn);
    for (const register of running ? live.before(offset) : live.across(offset)) roots.push(registers[base + register]);
    if (loaded.module.functions[fn].captures.length > 0) roots.push(registers[base + meta[fn * metaStride + metaColumn.registers] - 1]);
    fp -= frameWords;
    pc = frames[fp] - 1;
    base = frames[fp + 1];
  }
}
