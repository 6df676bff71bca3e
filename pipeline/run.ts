/** Runs a valid module to its end, in slices of fuel, within limits, with what the host grants. The one place of the pipeline that knows the machine. */
import type { Diagnostic } from "../schemas/diagnostics/diagnostic.ts";
import type { ValidModule } from "../schemas/fzb/validate.ts";
import { FzbError, type LimitName, type Limits, load, Machine, type PauseReason, renderTrace, restore, type Store, snapshot, type Trap, type Ungranted } from "../vm/index.ts";
import { type Clock, RealClock } from "./clock.ts";
import { exitCodes } from "./exit-codes.ts";
import { capabilityFlags, type GrantScopes, type HostState, hostImports, scopedState } from "./host.ts";
import { Input } from "./input.ts";
import type { Output } from "./output.ts";

/** As the machine has them; fuel is what this run may use. */
export type RunLimits = { readonly [L in LimitName]?: number | undefined };

export interface RunRequest {
  readonly module: ValidModule;
  /** What diagnostics call the module. */
  readonly path: string;
  readonly args: readonly string[];
  readonly output: Output;
  /** Standard input and the clock, where not the process's own. */
  readonly input?: HostState["input"] | undefined;
  readonly clock?: Clock | undefined;
  /** What the program keeps by key; its own, in memory, where none is given. */
  readonly store?: Store | undefined;
  readonly limits: RunLimits;
  readonly capabilities: ReadonlySet<string>;
  /** What of them, where not all of it. */
  readonly scopes?: GrantScopes | undefined;
  /** Whether functions are compiled for the host: all, the hot ones (the default), or none. */
  readonly tier?: "interpreter" | "jit" | "auto" | undefined;
  /** Fuel between two pauses. */
  readonly slice?: number | undefined;
  /** Milliseconds for the run. */
  readonly timeout?: number | undefined;
  /** A state to go on from, instead of the start. */
  readonly state?: Uint8Array | undefined;
  /** The file that gets the state of a run which a limit or an interrupt stops. */
  readonly keep?: string | undefined;
  /** Asked at every pause. */
  readonly interrupted?: () => boolean;
}

export type RunOutcome = "done" | "unhandled" | "limit" | "refused" | "interrupted" | "failed";

export interface RunResult {
  readonly outcome: RunOutcome;
  readonly exitCode: number;
  /** Why it was not started, or stopped. */
  readonly diagnostics: readonly Diagnostic[];
  /** What .NET prints on stderr after an unhandled exception, or where a limit was spent. */
  readonly trace?: string;
  /** The file that has the state to go on from. */
  readonly kept?: string;
  /** Which limit was spent. */
  readonly limit?: string;
  readonly fuel: number;
  readonly peakBytes: number;
  readonly peakDepth: number;
  /** What the compiled tier did; absent where nothing may be compiled. */
  readonly tiers?: ReturnType<Machine["tierStats"]>;
  /** Milliseconds. */
  readonly times: { readonly load: number; readonly run: number };
}

const nothingRan = { fuel: 0, peakBytes: 0, peakDepth: 0, times: { load: 0, run: 0 } } as const;
/** Fuel between looks at the outside world: some ten milliseconds. */
const ordinarySlice = 2_000_000;

/** Milliseconds between looks whether a waiting run was interrupted. */
const patience = 100;

/** Diagnostics are made late: a run without any does not load their table. */
const diagnosticTable = async () => (await import("../schemas/diagnostics/table.ts")).diagnostics;

export async function runModule(request: RunRequest): Promise<RunResult> {
  const refusal = await refuse(request);
  if (refusal !== undefined) return refusal;
  const startLoad = performance.now();
  const { output, input = new Input(), clock = new RealClock(), args, scopes } = request;
  const host: HostState = Object.assign(scopedState(scopes, request.store), { output, input, clock, args, exitCode: undefined });
  const machine = await makeMachine(request, host);
  if (!(machine instanceof Machine)) return { outcome: "failed", exitCode: exitCodes.invalidArtifact, diagnostics: [machine], ...nothingRan };
  const startRun = performance.now();
  const end = await runToEnd(machine, request, host);
  const { fuelUsed, peakLiveBytes, deepestStack } = machine.stats();
  return {
    diagnostics: [],
    ...end,
    fuel: fuelUsed,
    peakBytes: peakLiveBytes,
    peakDepth: deepestStack,
    tiers: machine.tierStats(),
    times: { load: startRun - startLoad, run: performance.now() - startRun },
  };
}

/** A machine that is about to run; or what is wrong with the state it should go on from. */
async function makeMachine(request: RunRequest, host: HostState): Promise<Machine | Diagnostic> {
  const { module, state, tier = "auto", limits } = request;
  const options = { imports: grantImports(request, host), tier, limits: machineLimits(limits) };
  if (state === undefined) {
    const machine = new Machine(load(module), options);
    machine.start();
    return machine;
  }
  try {
    const machine = restore(state, load(module), options);
    if (machine.saved === "idle") machine.start();
    return machine;
  } catch (error) {
    if (!(error instanceof FzbError)) throw error;
    return (await diagnosticTable()).invalidState({ text: error.message }, { file: request.path });
  }
}

/** What the machine watches; fuel is granted by steps. */
function machineLimits({ fuel: _, ...limits }: RunLimits): Partial<Limits> {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}

type End = Pick<RunResult, "outcome" | "exitCode"> & Partial<Pick<RunResult, "diagnostics" | "trace" | "limit" | "kept">>;

async function runToEnd(machine: Machine, request: RunRequest, host: HostState): Promise<End> {
  const slice = request.slice ?? ordinarySlice;
  const deadline = performance.now() + (request.timeout ?? Number.POSITIVE_INFINITY);
  let left = request.limits.fuel ?? Number.POSITIVE_INFINITY;
  let granted = 0;
  for (;;) {
    const fuel = Math.min(slice, left);
    left -= fuel;
    granted += fuel;
    const outcome = machine.step(fuel);
    if ("done" in outcome) return { outcome: "done", exitCode: exitCodeOf(outcome.value) };
    if ("trapped" in outcome) return trapEnd(outcome.trap, request);
    if ("waiting" in outcome) {
      request.output.flush();
      if (host.exitCode !== undefined) return { outcome: "done", exitCode: exitCodeOf(host.exitCode) };
      await settledBy(machine, deadline, request);
      granted = ordinarySlice;
    } else if (outcome.reason !== "fuel" || left === 0) {
      return limitEnd(machine, outcome.reason, request);
    }
    if (request.output.broken) return { outcome: "interrupted", exitCode: exitCodes.brokenPipe };
    if (granted >= ordinarySlice) {
      granted = 0;
      request.output.flush();
      await new Promise((resolve) => setImmediate(resolve));
      if (request.interrupted?.()) return { outcome: "interrupted", exitCode: exitCodes.interrupted, ...(await keepState(machine, request)) };
    }
    if (performance.now() > deadline) return limitEnd(machine, "time", request);
  }
}

/** The entry point's result, as the operating system takes it. */
function exitCodeOf(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) ? value & 0xff : exitCodes.success;
}

async function trapEnd(trap: Trap, request: RunRequest): Promise<End> {
  const trace = renderTrace(trap.trace);
  if (trap.code === "unhandled_exception") {
    const title = `Unhandled exception. ${trap.exceptionType === undefined ? "" : `${trap.exceptionType}: `}${trap.message}\n`;
    return { outcome: "unhandled", exitCode: exitCodes.unhandledException, trace: `${title}${trace === "" ? "" : `${trace}\n`}` };
  }
  const diagnostics = await diagnosticTable();
  const { refused } = trap;
  const [{ file, line } = { file: request.path, line: undefined }] = trap.trace.filter(({ file: place }) => place !== "" && !place.startsWith("library/"));
  const place = { file, ...(line === undefined ? {} : { range: { startLine: line, startColumn: 0, endLine: line, endColumn: 1 } }) };
  return {
    outcome: "refused",
    exitCode: exitCodes.capabilityRefused,
    diagnostics: [refused === undefined ? diagnostics.missingImport({ name: trap.message }, place) : refusal(diagnostics, refused, place)],
    trace: `${trace}\n`,
  };
}

function refusal(
  diagnostics: Awaited<ReturnType<typeof diagnosticTable>>,
  { capability, scope }: Ungranted,
  place: Parameters<typeof diagnostics.refusedCapability>[1],
): Diagnostic {
  const flag = capabilityFlags[capability];
  const needed = scope === undefined ? {} : { scope };
  return diagnostics.refusedCapability({ capability, ...needed, ...(flag === undefined ? {} : { flag: scope === undefined ? flag : `${flag}=${scope}` }) }, place);
}

/** What lets a run that paused so go further. */
function flagOf(reason: PauseReason | "time"): string {
  if (reason === "time") return "--timeout";
  if (reason === "interrupt" || reason === "breakpoint") return `no ${reason}`;
  return reason === "fuel" ? "--fuel" : `--max-${reason}`;
}

/** Waits for the host's answer, at most until the deadline or an interrupt. */
async function settledBy(machine: Machine, deadline: number, { interrupted }: RunRequest): Promise<void> {
  let answered = false;
  const answer = machine.settled().then(() => {
    answered = true;
  });
  while (!answered && !interrupted?.() && performance.now() <= deadline) {
    let timer: NodeJS.Timeout | undefined;
    const look = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, Math.min(patience, Math.max(0, deadline - performance.now()) + 1));
    });
    await Promise.race([answer, look]);
    clearTimeout(timer);
  }
}

/** Writes the state to the file that is to keep it; says why that was not possible. */
async function keepState(machine: Machine, { keep }: RunRequest): Promise<Pick<End, "kept" | "diagnostics">> {
  if (keep === undefined) return {};
  const { replaceFile } = await import("./files.ts");
  try {
    replaceFile(keep, snapshot(machine));
    return { kept: keep };
  } catch (error) {
    return { diagnostics: [(await diagnosticTable()).cannotWrite({ path: keep, reason: error instanceof Error ? error.message : String(error) })] };
  }
}

async function limitEnd(machine: Machine, reason: PauseReason | "time", request: RunRequest): Promise<End> {
  const diagnostics = await diagnosticTable();
  const trace = machine.stackTrace();
  const { diagnostics: trouble = [], ...kept } = await keepState(machine, request);
  const amount = reason === "time" ? (request.timeout ?? 0) / 1000 : request.limits[reason as LimitName];
  return {
    outcome: "limit",
    exitCode: exitCodes.limitSpent,
    limit: reason,
    diagnostics: [diagnostics.limitSpent({ limit: reason, amount, flag: flagOf(reason) }, { file: request.path }), ...trouble],
    ...kept,
    ...(trace === "" ? {} : { trace: `${trace}\n` }),
  };
}

function grantImports({ capabilities }: RunRequest, state: HostState): Record<string, (...given: unknown[]) => unknown> {
  const granted = Object.entries(hostImports).filter(([, { capability }]) => capabilities.has(capability));
  return Object.fromEntries(granted.map(([name, { call }]) => [name, (...given: unknown[]) => call(state, ...given)]));
}

/** Why the module cannot run here, found before it starts. A capability that is not granted ends the run only when it is used. */
async function refuse({ module, path }: RunRequest): Promise<RunResult | undefined> {
  const unknown = module.imports.filter((wanted) => hostImports[`${wanted.module}.${wanted.name}`] === undefined);
  if (unknown.length === 0 && module.entry >= 0) return undefined;
  const diagnostics = await diagnosticTable();
  if (module.entry < 0) return { outcome: "failed", exitCode: exitCodes.diagnostics, diagnostics: [diagnostics.notRunnable({ path })], ...nothingRan };
  return {
    outcome: "refused",
    exitCode: exitCodes.capabilityRefused,
    diagnostics: unknown.map(({ module: from, name }) => diagnostics.missingImport({ name: `${from}.${name}` }, { file: path })),
    ...nothingRan,
  };
}
