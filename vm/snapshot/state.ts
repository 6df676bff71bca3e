/** What a machine has beside its heap and stack: totals, globals, shared values, the exception thrown last, the host call it waits for. */
import { double, flag, index, list, record, text, type Wire } from "../../schemas/fzb/wire.ts";
import type { OpenCall } from "../host-calls.ts";
import type { MeteringState } from "../metering.ts";
import type { TraceFrame } from "../traps.ts";
import { Closure } from "../value.ts";
import { readFrames, writeFrames } from "./frames.ts";
import type { HeapSink, HeapSource } from "./heap.ts";
import { any, object, readValue, writeValue } from "./values.ts";

/** A number at least 0, or infinite. */
const total: Wire<number> = {
  least: 8,
  write: double.write,
  read: (source) => {
    const at = source.bytes.at;
    const value = double.read(source);
    return value >= 0 && (value === Number.POSITIVE_INFINITY || value <= Number.MAX_SAFE_INTEGER) ? value : source.bytes.fail("bad_counter", "a total below 0", at);
  },
};
const count: Wire<number> = {
  least: 8,
  write: double.write,
  read: (source) => {
    const at = source.bytes.at;
    const value = double.read(source);
    return Number.isSafeInteger(value) && value >= 0 ? value : source.bytes.fail("bad_counter", "a total that is no whole number", at);
  },
};

interface Totals extends MeteringState {
  readonly deepest: number;
  readonly written: number;
  readonly nextId: number;
  readonly nextToken: number;
}

const totals = record<Totals>({
  spent: count,
  balance: total,
  debt: count,
  allocated: count,
  lookAt: total,
  lookDue: flag,
  peakLive: total,
  memory: total,
  deepest: index,
  written: count,
  nextId: index,
  nextToken: index,
});

const trace = list(record<TraceFrame>({ function: text, file: text, line: index, column: index }));

export function writeState(sink: HeapSink): void {
  const { machine } = sink;
  const { metering, hostCalls, globals, unwinding, loaded } = machine;
  const run = machine.saved === "ready";
  totals.write(sink, { ...metering.save(), deepest: machine.deepest, written: hostCalls.written, nextId: machine.nextId, nextToken: hostCalls.nextToken });
  for (const [at, of] of loaded.module.globals.entries()) writeValue(sink, of, globals[at]);
  writeShared(sink);
  const last = typeof unwinding.last?.value === "object" && unwinding.last.value !== null ? unwinding.last : undefined;
  flag.write(sink, last !== undefined);
  if (last !== undefined) {
    any.write(sink, last.value, 0);
    trace.write(sink, last.trace);
  }
  flag.write(sink, run);
  if (!run) return;
  const { open } = hostCalls;
  flag.write(sink, open !== undefined);
  writeFrames(sink, open !== undefined);
  if (open !== undefined) writeCall(sink, open);
}

/** Reads what `writeState` wrote into a new machine; gives the host call it waits for. */
export function readState(source: HeapSource, balance: number | undefined): OpenCall | undefined {
  const { machine } = source;
  const { metering, hostCalls, globals, unwinding, loaded } = machine;
  const saved = totals.read(source);
  metering.restore(balance === undefined ? saved : { ...saved, balance });
  hostCalls.written = saved.written;
  hostCalls.nextToken = saved.nextToken;
  machine.nextId = saved.nextId;
  for (const [at, of] of loaded.module.globals.entries()) globals[at] = readValue(source, of);
  readShared(source);
  if (flag.read(source)) unwinding.last = { value: any.read(source, 0), trace: trace.read(source) };
  const run = flag.read(source);
  let call: OpenCall | undefined;
  if (run) {
    const waiting = flag.read(source);
    const { dst, import: from } = readFrames(source, waiting);
    if (waiting) call = readCall(source, from, dst);
  }
  machine.takeOver(run ? "ready" : "idle", saved.deepest);
  return call;
}

/** The shared objects by type and tag, the closures of methods by function. */
function writeShared(sink: HeapSink): void {
  const { cases, closures } = sink.machine.shared;
  const made = cases.flatMap((ofType) => ofType.map((each) => each));
  index.write(sink, made.length);
  for (const each of made) object.write(sink, each, 0);
  const ofMethods = closures.filter((each) => each !== undefined);
  index.write(sink, ofMethods.length);
  for (const each of ofMethods) object.write(sink, each, 0);
}

function readShared(source: HeapSource): void {
  const { shared, types, loaded } = source.machine;
  const fail = (at: number): never => source.bytes.fail("bad_object", "a shared value is not one that the module shares", at);
  for (let left = source.bytes.count(1); left > 0; left--) {
    const at = source.bytes.at;
    const made = object.read(source, 0);
    const type = (made as { t?: (typeof types)[number] }).t ?? fail(at);
    const tag = (made as { g: number }).g;
    if (type.cases[tag]?.fields.length !== 0) fail(at);
    const cases = (shared.cases[type.index] ??= []);
    if (cases[tag] !== undefined) fail(at);
    cases[tag] = made as never;
  }
  for (let left = source.bytes.count(1); left > 0; left--) {
    const at = source.bytes.at;
    const made = object.read(source, 0);
    if (!(made instanceof Closure) || loaded.module.functions[made.fn].captures.length > 0 || shared.closures[made.fn] !== undefined) return fail(at);
    shared.closures[made.fn] = made;
  }
}

const answers = { none: 0, value: 1, error: 2 } as const;

function writeCall(sink: HeapSink, { token, args, settled }: OpenCall): void {
  index.write(sink, token);
  index.write(sink, args.length);
  for (const each of args) any.write(sink, each, 0);
  const given = settled !== undefined && "value" in settled && typeof settled.value !== "object" && typeof settled.value !== "function" && typeof settled.value !== "symbol";
  sink.bytes.byte(settled === undefined ? answers.none : given ? answers.value : answers.error);
  if (given) any.write(sink, settled.value, 0);
  else if (settled !== undefined)
    text.write(sink, "error" in settled ? String(settled.error instanceof Error ? settled.error.message : settled.error) : "the host's answer could not be saved");
}

function readCall(source: HeapSource, from: number, dst: number): OpenCall {
  const token = index.read(source);
  const args: unknown[] = [];
  const plain = (): unknown => {
    const at = source.bytes.at;
    const value = any.read(source, 0);
    return typeof value === "object" && value !== null ? source.bytes.fail("bad_kind", "a host call has an object", at) : value;
  };
  for (let left = source.bytes.count(1); left > 0; left--) args.push(plain());
  const answer = source.bytes.byte();
  if (answer > answers.error) source.bytes.fail("bad_number", `${answer} is no sort of answer`, source.bytes.at - 1);
  const settled = answer === answers.none ? undefined : answer === answers.value ? { value: plain() } : { error: text.read(source) };
  return { token, index: from, args, dst, settled };
}
