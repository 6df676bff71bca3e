/**
 * The stack: of each frame its function, the word offset of the instruction it is at in the artifact's own code, and the registers that are still read. All else
 * (where windows lie, where results go) follows from these, so nothing else can be wrong.
 */
import type { Fn, KindOf } from "../../schemas/fzb/module.ts";
import { index } from "../../schemas/fzb/wire.ts";
import { builtinTypes } from "../../schemas/isa/kinds.ts";
import { isa } from "../../schemas/isa/table.ts";
import { decodedLength } from "../decode.ts";
import { shapeAt } from "../instructions.ts";
import { type LoadedModule, metaColumn, metaStride } from "../load.ts";
import type { Machine } from "../machine.ts";
import { firstBase, frameWords } from "../stack-layout.ts";
import { functionAt, offsetAt } from "../trace.ts";
import { Closure } from "../value.ts";
import type { HeapSink, HeapSource } from "./heap.ts";
import { readValue, writeValue } from "./values.ts";

/** At an instruction that runs next, or behind a call whose result is awaited. */
type Place = "before" | "across";

interface Frame {
  readonly fn: number;
  readonly offset: number;
  readonly base: number;
}

const closureOf: KindOf = { kind: "ref", type: builtinTypes.closure.index };
const anything: KindOf = { kind: "any", type: 0 };

/** Registers read later, where the running closure is none of them. */
const liveAt = (loaded: LoadedModule, fn: number, offset: number, place: Place): readonly number[] => loaded.liveness(fn)[place](offset);

/** Frames from the innermost out, and the pc in the code that entered the first one. */
function framesOf(machine: Machine, waiting: boolean): { readonly frames: Frame[]; readonly entry: number } {
  const { loaded } = machine;
  const frames: Frame[] = [];
  let pc = machine.pc - (waiting ? 1 : 0);
  let { base, fp } = machine;
  for (;;) {
    const fn = functionAt(loaded, pc);
    if (fn < 0) return { frames, entry: pc };
    frames.push({ fn, offset: offsetAt(loaded.offsets(fn), pc), base });
    fp -= frameWords;
    pc = machine.stack.frames[fp] - 1;
    base = machine.stack.frames[fp + 1];
  }
}

/** Code that enters a function: where it starts, what stands in its registers, what comes back, and where to. */
interface Entrance {
  readonly pc: number;
  readonly kinds: readonly KindOf[];
  readonly result: KindOf;
  readonly end: number;
}

/** Words of a call without its arguments. */
const callWords = 4;

/** The entry and the exports in the module's order, then calls of closures by their number of arguments. */
function entrances({ entries, closureEntries, module }: LoadedModule): Entrance[] {
  const named = [...entries.values()].map(({ fn, pc }) => {
    const { params, registers, result } = module.functions[fn];
    return { pc, kinds: registers.slice(0, params), result, end: pc + callWords + params };
  });
  const ofClosures = closureEntries.map(({ pc }, count) => ({ pc, kinds: new Array<KindOf>(count + 1).fill(anything), result: anything, end: pc + callWords + count }));
  return [...named, ...ofClosures];
}

const entranceAt = (all: readonly Entrance[], at: number): number => all.findIndex(({ pc, end }) => at >= pc && at < end);

/** The entry that a machine's run came through, by its name among the module's ("" is its own start); undefined where the host called a closure. */
export function cameThrough(machine: Machine): string | undefined {
  const { entry } = framesOf(machine, machine.hostCalls.waitingFor !== undefined);
  return [...machine.loaded.entries.keys()][entranceAt(entrances(machine.loaded), entry)];
}

/** Writes the run of a machine: the entry it came through, then its frames from the outermost in; for one that has not entered any, the arguments. */
export function writeFrames(sink: HeapSink, waiting: boolean): void {
  const { machine } = sink;
  const { loaded, registers } = machine;
  const { frames, entry } = framesOf(machine, waiting);
  const all = entrances(loaded);
  const came = entranceAt(all, entry);
  index.write(sink, came);
  index.write(sink, frames.length);
  if (frames.length === 0) {
    for (const [at, kind] of all[came].kinds.entries()) writeValue(sink, kind, registers[machine.base + at]);
  }
  for (let at = frames.length - 1; at >= 0; at--) {
    const { fn, offset, base } = frames[at];
    const { registers: kinds, captures } = loaded.module.functions[fn];
    index.write(sink, fn);
    index.write(sink, offset);
    const live = liveAt(loaded, fn, offset, at === 0 && !waiting ? "before" : "across");
    index.write(sink, live.length);
    for (const register of live) {
      index.write(sink, register);
      writeValue(sink, kinds[register], registers[base + register]);
    }
    if (captures.length > 0) writeValue(sink, closureOf, registers[base + kinds.length]);
  }
}

/** What a function that a frame waits for must give, and the register that gets it; undefined where the instruction is no call of guest code. */
function calleeOf(loaded: LoadedModule, { code }: Fn, offset: number): { readonly result: KindOf; readonly dst: number } | undefined {
  if (shapeAt(code, offset).flow !== "call") return undefined;
  if (code[offset] === isa.call.code) return { result: loaded.module.functions[code[offset + 2]].result, dst: code[offset + 1] };
  return { result: anything, dst: code[offset] === isa.call_setter.code ? -1 : code[offset + 1] };
}

const gives = (source: HeapSource, from: KindOf, to: KindOf): boolean => {
  const { types } = source.machine;
  return from.kind === to.kind && (from.kind !== "ref" || types[from.type].is(types[to.type]));
};

/** The pc of an instruction that is reached, and where a frame can be. */
function pcAt(source: HeapSource, fn: number, offset: number, at: number): number {
  const { loaded } = source.machine;
  loaded.prepare(fn);
  const offsets = loaded.offsets(fn);
  let low = 0;
  let high = offsets.length >> 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (offsets[2 * middle] <= offset) low = middle;
    else high = middle;
  }
  const pc = offsets.length > 0 && offsets[2 * low] === offset ? offsets[2 * low + 1] : -1;
  if (pc < 0 || offsetAt(offsets, pc) !== offset) source.bytes.fail("bad_frame", `word ${offset} of function ${fn} is no place to go on from`, at);
  return pc;
}

/** Reads what `writeFrames` wrote into a machine that has no run. Gives the register of the host call the run waits for, -1 where it does not wait. */
export function readFrames(source: HeapSource, waiting: boolean): { readonly dst: number; readonly import: number } {
  const { machine, bytes } = source;
  const { loaded, meta } = machine;
  const { functions } = loaded.module;
  const fail = (detail: string, at = bytes.at): never => bytes.fail("bad_frame", detail, at);
  const start = bytes.at;
  const entry = entrances(loaded)[index.read(source)] ?? fail("no such entry", start);
  const count = bytes.count(3);
  const { kinds } = entry;
  machine.base = firstBase;
  machine.top = firstBase + Math.max(kinds.length, 1);
  machine.stack.extend(machine.top);
  machine.pc = entry.pc;
  machine.fp = 0;
  if (count === 0) {
    if (waiting) fail("no frame waits");
    for (const [at, kind] of kinds.entries()) machine.registers[firstBase + at] = readValue(source, kind);
    return { dst: -1, import: -1 };
  }
  machine.stack.reserveFrames(count);
  let expected = entry.result;
  let next = entry.end;
  let dst = firstBase;
  for (let depth = 1; ; depth++) {
    const at = bytes.at;
    const fn = index.read(source);
    if (fn >= functions.length) bytes.fail("bad_reference", `function ${fn} of ${functions.length}`, at);
    const { code, result, captures, registers: declared } = functions[fn];
    if (!gives(source, result, expected)) fail(`function ${fn} does not give what its caller expects`, at);
    const offset = index.read(source);
    const pc = pcAt(source, fn, offset, at);
    machine.stack.frames[machine.fp] = next;
    machine.stack.frames[machine.fp + 1] = machine.base;
    machine.stack.frames[machine.fp + 2] = dst;
    machine.fp += frameWords;
    machine.base = machine.top;
    machine.top += meta[fn * metaStride + metaColumn.registers];
    if (machine.stack.widen(machine.top) !== 0) bytes.fail("limit_exceeded", "the stack takes more memory than the limit leaves", at);
    const innermost = depth === count;
    const live = liveAt(loaded, fn, offset, innermost && !waiting ? "before" : "across");
    let wanted = 0;
    let last = -1;
    for (let left = bytes.count(2); left > 0; left--) {
      const register = index.read(source);
      if (register <= last || register >= declared.length) fail(`register ${register} behind register ${last} of ${declared.length}`);
      if (register === live[wanted]) wanted++;
      last = register;
      machine.registers[machine.base + register] = readValue(source, declared[register]);
    }
    if (wanted < live.length) fail(`register ${live[wanted]} of function ${fn} is missing`);
    if (captures.length > 0) {
      const closure = readValue(source, closureOf);
      if (!(closure instanceof Closure) || closure.of.index !== fn) fail(`function ${fn} runs without a closure of its own`);
      machine.registers[machine.base + declared.length] = closure;
    }
    if (innermost) {
      machine.pc = pc;
      if (!waiting) return { dst: -1, import: -1 };
      if (code[offset] !== isa.call_import.code) fail("the innermost frame waits for no host call", at);
      machine.pc += decodedLength(code, offset);
      return { dst: machine.base + code[offset + 1], import: code[offset + 2] };
    }
    const callee = calleeOf(loaded, functions[fn], offset) ?? fail(`word ${offset} of function ${fn} is no call`, at);
    expected = callee.result;
    next = pc + decodedLength(code, offset);
    dst = callee.dst < 0 ? 0 : machine.base + callee.dst;
  }
}
