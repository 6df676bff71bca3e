/** Runs a module for the command line: grants by flags, interrupts, exit code, `--stats`. */
import type { Diagnostic } from "../../schemas/diagnostics/diagnostic.ts";
import type { ValidModule } from "../../schemas/fzb/validate.ts";
import type { StatsReport } from "../../schemas/reports.ts";
import { limitTable } from "../../vm/index.ts";
import { capabilityFlags, ordinaryCapabilities, scopedCapabilities } from "../host.ts";
import { Output } from "../output.ts";
import { type RunLimits, type RunResult, runModule } from "../run.ts";
import type { OptionValues } from "./options.ts";

/** Milliseconds before the run. */
export interface StageTimes {
  readonly fable: number;
  readonly lowering: number;
  readonly load: number;
}

/** What a run may have besides its options. */
export interface RunExtras {
  /** A state to go on from, instead of the start. */
  readonly state?: Uint8Array;
  /** Stops the run, as an interrupt does. */
  readonly signal?: AbortSignal;
}

export async function executeModule(
  module: ValidModule,
  path: string,
  values: OptionValues,
  args: readonly string[],
  before: StageTimes,
  { state, signal }: RunExtras = {},
): Promise<number> {
  const output = new Output();
  const given = values as Readonly<Record<string, unknown>>;
  const granted = Object.entries(capabilityFlags).flatMap(([capability, flag]) => (given[flag.slice(2)] ? [capability] : []));
  const scopes = Object.fromEntries(
    scopedCapabilities.flatMap((capability) => (granted.includes(capability) ? [[capability, given[`allow-${capability}`] as readonly string[]]] : [])),
  );
  const capabilities = new Set<string>([...ordinaryCapabilities, ...granted]);
  let interrupted = false;
  const interrupt = () => {
    // The second time the process ends at once, should the program not come to a pause.
    if (interrupted) process.exit(130);
    interrupted = true;
  };
  process.on("SIGINT", interrupt);
  try {
    const limits = limitsOf(values);
    const timeout = values.timeout === undefined ? undefined : 1000 * values.timeout;
    const result = await runModule({
      module,
      path,
      args,
      output,
      limits,
      timeout,
      capabilities,
      scopes,
      tier: values.tier,
      interrupted: () => interrupted || signal?.aborted === true,
      state,
      keep: values.snapshot,
    });
    output.flush();
    if (result.diagnostics.length > 0) await printTrouble(result.diagnostics, values);
    if (result.kept !== undefined) process.stderr.write(`the state is in ${result.kept}; \`fusabi resume\` goes on from it\n`);
    if (result.trace !== undefined) process.stderr.write(result.trace);
    printStats(values, result, result.exitCode, before);
    return result.exitCode;
  } finally {
    output.flush();
    process.off("SIGINT", interrupt);
  }
}

/** The limits that options give: each is `--max-` and its name, but fuel's. */
function limitsOf(values: OptionValues): RunLimits {
  const given = values as Readonly<Record<string, number | undefined>>;
  return Object.fromEntries(Object.keys(limitTable).map((name) => [name, given[name === "fuel" ? name : `max-${name}`]]));
}

/** Prints diagnostics with what renders them, which a run without any does not load. Resolves to their exit code. */
export async function printTrouble(all: readonly Diagnostic[], values: OptionValues): Promise<number> {
  const { exitCodeOf, printDiagnostics } = await import("./report.ts");
  printDiagnostics(all, values["message-format"]);
  return exitCodeOf(all);
}

/** `--stats`: one JSON line on stderr, also for a run that never began. */
export function printStats(values: OptionValues, result: RunResult | undefined, exitCode: number, before: StageTimes = { fable: 0, lowering: 0, load: 0 }): void {
  if (!values.stats) return;
  const rounded = (milliseconds: number) => Math.round(milliseconds * 1000) / 1000;
  const report: StatsReport = {
    outcome: result?.outcome ?? "failed",
    exitCode,
    limit: result?.limit ?? null,
    fuel: result?.fuel ?? null,
    peakBytes: result?.peakBytes ?? null,
    peakDepth: result?.peakDepth ?? null,
    tiers: result?.tiers ?? null,
    milliseconds: {
      fable: rounded(before.fable),
      lowering: rounded(before.lowering),
      load: rounded(before.load + (result?.times.load ?? 0)),
      run: rounded(result?.times.run ?? 0),
    },
  };
  process.stderr.write(`${JSON.stringify(report)}\n`);
}
