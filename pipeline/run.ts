/** Runs a valid module to its end, in slices of fuel, within limits, with what the host grants. The one place of the pipeline that knows the machine. */
import type { Diagnostic } from "../schemas/diagnostics/diagnostic.ts";
import type { ValidModule } from "../schemas/fzb/validate.ts";
import { type LimitName, type Limits, load, Machine, type PauseReason, renderTrace, type Trap } from "../vm/index.ts";
import { exitCodes } from "./exit-codes.ts";
import { capabilityFlags, hostImports } from "./host.ts";
import type { Output } from "./output.ts";

/** As the machine has them; fuel is what this run may use. */
export type RunLimits = { readonly [L in LimitName]?: number | undefined };

export interface RunRequest {
  readonly module: ValidModule;
  /** What diagnostics call the module. */
  readonly path: string;
  readonly args: readonly string[];
  readonly output: Output;
  readonly limits: RunLimits;
  readonly capabilities: ReadonlySet<string>;
  /** Whether functions are compiled for the host: all, the hot ones (the default), or none. */
  readonly tier?: "interpreter" | "jit" | "auto" | undefined;
  /** Fuel between two pauses. */
  readonly slice?: number | undefined;
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

/** Fuel between looks at the outside world: some ten milliseconds. */
const ordinarySlice = 2_000_000;

/** Diagnostics are made late: a run without any does not load their table. */
const diagnosticTable = async () => (await import("../schemas/diagnostics/table.ts")).diagnostics;

export async function runModule(request: RunRequest): Promise<RunResult> {
  const refusal = await refuse(request);
  if (refusal !== undefined) return refusal;
  const startLoad = performance.now();
  const machine = new Machine(load(request.module), {
    imports: grantImports(request),
    tier: request.tier ?? "auto",
    limits: machineLimits(request.limits),
  });
  machine.start();
  const startRun = performance.now();
  const end = await runToEnd(machine, request);
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

/** What the machine watches; fuel is granted by steps. */
function machineLimits({ fuel: _, ...limits }: RunLimits): Partial<Limits> {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}

type End = Pick<RunResult, "outcome" | "exitCode"> & Partial<Pick<RunResult, "diagnostics" | "trace" | "limit">>;

async function runToEnd(machine: Machine, request: RunRequest): Promise<End> {
  const slice = request.slice ?? ordinarySlice;
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
      await machine.hostCalls.settled();
    } else if (outcome.reason !== "fuel" || left === 0) {
      return limitEnd(machine, outcome.reason, request);
    }
    if (request.output.broken) return { outcome: "interrupted", exitCode: exitCodes.brokenPipe };
    if (granted >= ordinarySlice) {
      granted = 0;
      request.output.flush();
      await new Promise((resolve) => setImmediate(resolve));
      if (request.interrupted?.()) return { outcome: "interrupted", exitCode: exitCodes.interrupted };
    }
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
  return { outcome: "refused", exitCode: exitCodes.capabilityRefused, diagnostics: [diagnostics.missingImport({ name: trap.message }, { file: request.path })] };
}

/** What lets a run that paused so go further. */
function flagOf(reason: PauseReason): string {
  if (reason === "interrupt" || reason === "breakpoint") return `no ${reason}`;
  return reason === "fuel" ? "--fuel" : `--max-${reason}`;
}

async function limitEnd(machine: Machine, reason: PauseReason, request: RunRequest): Promise<End> {
  const diagnostics = await diagnosticTable();
  const trace = machine.stackTrace();
  const amount = request.limits[reason as LimitName];
  return {
    outcome: "limit",
    exitCode: exitCodes.limitSpent,
    limit: reason,
    diagnostics: [diagnostics.limitSpent({ limit: reason, amount, flag: flagOf(reason) }, { file: request.path })],
    ...(trace === "" ? {} : { trace: `${trace}\n` }),
  };
}

function grantImports({ output, args, capabilities }: RunRequest): Record<string, (...given: unknown[]) => unknown> {
  const state = { output, args };
  const granted = Object.entries(hostImports).filter(([, { capability }]) => capabilities.has(capability));
  return Object.fromEntries(granted.map(([name, { call }]) => [name, (...given: unknown[]) => call(state, ...given)]));
}

/** Why the module cannot run here, found before it starts. */
async function refuse({ module, path, capabilities }: RunRequest): Promise<RunResult | undefined> {
  const refused = module.imports.filter((wanted) => hostImports[`${wanted.module}.${wanted.name}`] === undefined || !capabilities.has(wanted.capability));
  if (refused.length === 0 && module.entry >= 0) return undefined;
  const diagnostics = await diagnosticTable();
  const nothing = { fuel: 0, peakBytes: 0, peakDepth: 0, times: { load: 0, run: 0 } };
  if (module.entry < 0) return { outcome: "failed", exitCode: exitCodes.diagnostics, diagnostics: [diagnostics.notRunnable({ path })], ...nothing };
  return {
    outcome: "refused",
    exitCode: exitCodes.capabilityRefused,
    diagnostics: refused.map(({ module: from, name, capability }) => {
      const known = hostImports[`${from}.${name}`];
      return known === undefined
        ? diagnostics.missingImport({ name: `${from}.${name}` }, { file: path })
        : diagnostics.refusedCapability({ capability, ...(capabilityFlags[capability] === undefined ? {} : { flag: capabilityFlags[capability] }) }, { file: path });
    }),
    ...nothing,
  };
}
