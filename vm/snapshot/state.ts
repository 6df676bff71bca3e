/** What a machine has beside its heap and stack: totals, globals, shared values, the exception thrown last, the host call it waits for. */
import { double, flag, index, list, record, text, type Wire } from "../../schemas/fzb/wire.ts";
import type { OpenCall, Settled, Waiting } from "../host-calls.ts";
import { thrownText } from "../host-values.ts";
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
  totals.write(sink, { ...metering.save(), deepest: machine.stack.deepest, written: hostCalls.written, nextId: machine.nextId, nextToken: hostCalls.nextToken });
  for (const [at, of] of loaded.module.globals.entries()) writeValue(sink, of, globals[at]);
  writeShared(sink);
  const last = typeof unwinding.last?.value === "object" && unwinding.last.value !== null ? unwinding.last : undefined;
  flag.write(sink, last !== undefined);
  if (last !== undefined) {
    any.write(sink, last.value, 0);
    trace.write(sink, last.trace);
  }
  writeCalls(sink, hostCalls.openCalls);
  flag.write(sink, run);
  if (!run) return;
  const waiting = hostCalls.waitingFor;
  flag.write(sink, waiting !== undefined);
  writeFrames(sink, waiting !== undefined);
  // No token is 0.
  if (waiting !== undefined) index.write(sink, waiting.token ?? 0);
}

export interface SavedCalls {
  readonly calls: readonly OpenCall[];
  readonly waiting: Waiting | undefined;
}

/** Reads what `writeState` wrote into a new machine; gives the host calls that were open. */
export function readState(source: HeapSource, balance: number | undefined): SavedCalls {
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
  const calls = readCalls(source, saved.nextToken);
  const run = flag.read(source);
  let waiting: Waiting | undefined;
  if (run && flag.read(source)) {
    const { dst, import: from } = readFrames(source, true);
    const token = index.read(source);
    const right = token === 0 ? hostCalls.waitsForAny(from) : calls.some((call) => call.token === token && call.index === from);
    if (!right) source.bytes.fail("bad_reference", `the run waits for call ${token}, which is not open`);
    waiting = { token: token === 0 ? undefined : token, dst };
  } else if (run) readFrames(source, false);
  machine.takeOver(run ? "ready" : "idle", saved.deepest);
  return { calls, waiting };
}

/** The shared objects by type and tag, the closures by function. */
function writeShared(sink: HeapSink): void {
  const { cases, closures } = sink.machine.shared;
  const made = cases.flatMap((ofType) => ofType.map((each) => each));
  index.write(sink, made.length);
  for (const each of made) object.write(sink, each, 0);
  const asked = closures.filter((each) => each !== undefined);
  index.write(sink, asked.length);
  for (const each of asked) object.write(sink, each, 0);
}

function readShared(source: HeapSource): void {
  const { shared, types } = source.machine;
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
    if (!(made instanceof Closure) || made.of.captures > 0 || shared.closures[made.of.index] !== undefined) return fail(at);
    shared.closures[made.of.index] = made;
  }
}

const answers = { none: 0, accepted: 1, error: 2 } as const;

function writeCalls(sink: HeapSink, calls: readonly OpenCall[]): void {
  index.write(sink, calls.length);
  for (const call of calls) {
    const { token, index: of, args } = call;
    index.write(sink, token);
    index.write(sink, of);
    index.write(sink, args.length);
    for (const each of args) any.write(sink, each, 0);
    const settled = sink.machine.hostCalls.saved(call);
    if (settled === undefined) sink.bytes.byte(answers.none);
    else if ("accepted" in settled) {
      sink.bytes.byte(answers.accepted);
      any.write(sink, settled.accepted, 0);
      count.write(sink, settled.bytes);
    } else {
      sink.bytes.byte(answers.error);
      text.write(sink, thrownText((settled as { readonly error: unknown }).error));
    }
  }
}

function readCalls(source: HeapSource, nextToken: number): OpenCall[] {
  const { bytes, machine } = source;
  const calls: OpenCall[] = [];
  for (let left = bytes.count(4); left > 0; left--) {
    const token = index.read(source);
    if (token < 1 || token >= nextToken || calls.some((call) => call.token === token)) bytes.fail("bad_number", `call ${token} is open twice, or was never made`);
    const of = index.read(source);
    if (of >= machine.loaded.module.imports.length) bytes.fail("bad_reference", `import ${of} does not exist`);
    const args: unknown[] = [];
    for (let more = bytes.count(1); more > 0; more--) args.push(any.read(source, 0));
    const answer = bytes.byte();
    if (answer > answers.error) bytes.fail("bad_number", `${answer} is no sort of answer`, bytes.at - 1);
    calls.push({ token, index: of, args, settled: readAnswer(source, answer) });
  }
  return calls;
}

function readAnswer(source: HeapSource, answer: number): Settled | undefined {
  if (answer === answers.none) return undefined;
  return answer === answers.error ? { error: text.read(source) } : { accepted: any.read(source, 0), bytes: count.read(source) };
}
