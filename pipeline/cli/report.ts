/** Diagnostics and progress on stderr. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Diagnostic } from "../../schemas/diagnostics/diagnostic.ts";
import { type MessageFormat, renderDiagnostics } from "../../schemas/diagnostics/render.ts";
import { exitCodes } from "../exit-codes.ts";

/** The text of a file that a compilation's diagnostics name. */
export type SourceReader = (file: string) => string | undefined;

export function printDiagnostics(all: readonly Diagnostic[], format: MessageFormat = "human", source?: SourceReader): void {
  const text = renderDiagnostics(all, { format, color: useColor(), source: (file) => source?.(file) ?? readSource(file) });
  if (text !== "") process.stderr.write(text);
}

function readSource(file: string): string | undefined {
  try {
    return readFileSync(path.resolve(file), "utf8");
  } catch {
    return undefined;
  }
}

/** https://no-color.org, and FORCE_COLOR for logs that show colours. */
function useColor(): boolean {
  if (process.env.NO_COLOR) return false;
  if (process.env.FORCE_COLOR) return process.env.FORCE_COLOR !== "0";
  return process.stderr.isTTY === true && process.env.TERM !== "dumb";
}

/** One changing line on a terminal; nothing where there is none, and in CI. */
export class Progress {
  readonly #shown = process.stderr.isTTY === true && !process.env.CI;

  show(text: string): void {
    if (this.#shown) process.stderr.write(`\r\u001b[K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
  }

  clear(): void {
    if (this.#shown) process.stderr.write("\r\u001b[K");
  }
}

const exitByCode: Readonly<Record<string, number>> = {
  FZ0101: exitCodes.noSuchInput,
  FZ0106: exitCodes.noSuchInput,
  FZ0105: exitCodes.usage,
  FZ0114: exitCodes.usage,
  FZ0501: exitCodes.invalidArtifact,
  FZ0502: exitCodes.internal,
  FZ0601: exitCodes.capabilityRefused,
  FZ0602: exitCodes.capabilityRefused,
  FZ0603: exitCodes.limitSpent,
  FZ0701: exitCodes.cannotWrite,
  FZ0702: exitCodes.noSuchInput,
  FZ0704: exitCodes.noSuchInput,
};

/** The exit code that the first error among the diagnostics of one input stands for. */
export function exitCodeOf(all: readonly Diagnostic[]): number {
  const error = all.find((diagnostic) => diagnostic.severity === "error");
  return error === undefined ? exitCodes.success : (exitByCode[error.code] ?? exitCodes.diagnostics);
}
