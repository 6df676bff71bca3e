/** The call that an entry's code starts with, made without the interpreter's loop: what a host calls is often compiled, and the loop is a large function for the host to compile. */

import { isa } from "../schemas/isa/table.ts";
import { status } from "./limits.ts";
import { metaColumn, metaStride, undecoded } from "./load.ts";
import type { Machine } from "./machine.ts";
import { frameWords } from "./stack-layout.ts";

/** The function that the code of an entry is about to call; -1 where a run is elsewhere. */
export const aboutToEnter = ({ pc, code, loaded: { starts } }: Machine): number => (pc < starts[0] && code[pc] === isa.call.code ? code[pc + 2] : -1);

/** What the interpreter's instruction does, for the function of `aboutToEnter`: `go` where its frame is made and paid for; otherwise nothing happened. */
export function makeEntryFrame(machine: Machine, fn: number): number {
  const { stack, meta, metering, registers, pc, base, top, fp } = machine;
  const row = fn * metaStride;
  const end = top + meta[row + metaColumn.registers];
  const room = stack.makeRoom(fp, end);
  if (room !== status.go) return room;
  if (meta[row + metaColumn.charge] === undecoded) machine.loaded.prepare(fn);
  const charge = meta[row + metaColumn.charge];
  if (metering.cells[0] < charge) {
    const paid = metering.ensure(charge);
    if (paid !== status.go) return paid;
  }
  metering.cells[0] -= charge;
  const params = meta[row + metaColumn.params];
  for (let index = 0; index < params; index++) registers[top + index] = registers[base + index];
  if (meta[row + metaColumn.initials] !== 0) machine.initialise(fn, top);
  // dst 0 of the entry's own window
  stack.frames[fp] = pc + 4 + params;
  stack.frames[fp + 1] = base;
  stack.frames[fp + 2] = base;
  machine.fp = fp + frameWords;
  machine.base = top;
  machine.top = end;
  machine.pc = meta[row + metaColumn.start];
  return status.go;
}
