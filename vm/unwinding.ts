/** Guest exceptions on their way out of frames, and the traces they leave. */
import { messageMethod } from "../schemas/isa/exceptions.ts";
import type { DecodedFunction } from "./decode.ts";
import type { TypeDescriptor } from "./descriptor.ts";
import { giveTrace, isException, messageOf } from "./exceptions.ts";
import { status } from "./limits.ts";
import { metaColumn, metaStride } from "./load.ts";
import type { Machine } from "./machine.ts";
import { frameWords } from "./stack-layout.ts";
import { frameAt, functionAt } from "./trace.ts";
import { renderTrace, type TraceFrame } from "./traps.ts";
import { descriptorOfObject } from "./value.ts";

/** Frames that a trace shows; the innermost ones. */
const tracedFrames = 200;

/** Frames from the running one out to the one at `lastFp`; where there is debug information, without functions that stand in no file. */
export function traceTo(machine: Machine, lastFp: number): TraceFrame[] {
  const trace: TraceFrame[] = [];
  let { pc } = machine;
  for (let { fp } = machine; fp >= 0 && fp >= lastFp && trace.length < tracedFrames; fp -= frameWords) {
    const frame = frameAt(machine.loaded, pc);
    if (frame === undefined) break;
    if (frame.file !== "" || machine.loaded.module.debug === undefined) trace.push(frame);
    if (fp >= frameWords) pc = machine.stack.frames[fp - frameWords] - 1;
  }
  return trace;
}

export class Unwinding {
  /** The value thrown last and the way it took, for the trap when it turns out to be the end. */
  last: { readonly value: unknown; readonly trace: readonly TraceFrame[] } | undefined;

  /** Whether a message is being computed: an exception in there has none that is. */
  #computing = false;

  /** Goes on in the innermost handler, or traps. */
  throw(machine: Machine, value: unknown): number {
    let { pc, fp, base } = machine;
    for (;;) {
      const fn = functionAt(machine.loaded, pc);
      if (fn < 0) break;
      const { handlers } = machine.loaded.decoded[fn] as DecodedFunction;
      for (let row = 0; row < handlers.length; row += 4) {
        if (pc < handlers[row] || pc >= handlers[row + 1]) continue;
        this.#remember(machine, value, fp);
        machine.pc = handlers[row + 2];
        machine.base = base;
        machine.top = base + machine.meta[fn * metaStride + metaColumn.registers];
        machine.fp = fp;
        machine.registers[base + handlers[row + 3]] = value;
        return status.go;
      }
      fp -= frameWords;
      pc = machine.stack.frames[fp] - 1;
      base = machine.stack.frames[fp + 1];
    }
    const trace = this.#remember(machine, value, -1);
    const type = typeof value === "object" && value !== null ? descriptorOfObject(value, machine.types) : undefined;
    if (type === undefined || !isException(type)) return machine.trapWith("unhandled_exception", messageOf(value), trace);
    return machine.trapWith("unhandled_exception", this.#computed(machine, value, type) ?? messageOf(value), trace, type.name);
  }

  /** What the type's own method says the message is, by what the run's limits leave. */
  #computed(machine: Machine, value: unknown, type: TypeDescriptor): string | undefined {
    const entry = machine.loaded.messageEntries.get(type.member(messageMethod).method);
    if (entry === undefined || this.#computing || !machine.calling) return undefined;
    const { last } = this;
    this.#computing = true;
    try {
      const outcome = machine.nested(entry, [value]);
      return "done" in outcome && typeof outcome.value === "string" ? outcome.value : undefined;
    } finally {
      this.#computing = false;
      this.last = last;
    }
  }

  /** Keeps the way an exception takes, and gives it to the exception; thrown again, what it had stays and the rest follows. */
  #remember(machine: Machine, value: unknown, catchingFp: number): readonly TraceFrame[] {
    const here = traceTo(machine, catchingFp);
    const last = this.last;
    const again = last !== undefined && last.value === value && typeof value === "object";
    const trace = again ? [...last.trace, ...here.slice(1)].slice(0, tracedFrames) : here;
    this.last = { value, trace };
    giveTrace(value, () => renderTrace(trace));
    return trace;
  }
}
