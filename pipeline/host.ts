/** What `fusabi run` lets a program see: one row per import, with the capability it needs and the flag that grants it. */
import type { Output } from "./output.ts";

export interface HostState {
  readonly output: Output;
  readonly args: readonly string[];
}

export interface HostImport {
  readonly capability: string;
  readonly call: (state: HostState, ...args: unknown[]) => unknown;
}

const sleep = (milliseconds: unknown): Promise<void> => new Promise((resolve) => setTimeout(resolve, Number(milliseconds)));

export const hostImports: Readonly<Record<string, HostImport>> = {
  "fusabi.write": { capability: "stdout", call: ({ output }, text) => output.write(String(text)) },
  "fusabi.write_error": { capability: "stderr", call: ({ output }, text) => output.write(String(text), 2) },
  "fusabi.arg_count": { capability: "args", call: ({ args }) => args.length },
  "fusabi.arg": { capability: "args", call: ({ args }, index) => args[Number(index)] ?? "" },
  "fusabi.sleep": { capability: "timer", call: (_, milliseconds) => sleep(milliseconds) },
  "fusabi.start_sleep": { capability: "timer", call: (_, milliseconds) => sleep(milliseconds) },
  // The machine itself answers it.
  "fusabi.settled": { capability: "timer", call: () => undefined },
  "fusabi.now": { capability: "clock", call: () => Date.now() },
  "fusabi.random": { capability: "random", call: () => Math.random() },
};

/** Granted without a flag. */
export const ordinaryCapabilities = ["stdout", "stderr", "args", "timer"] as const;

export const capabilityFlags: Readonly<Record<string, string>> = { clock: "--allow-clock", random: "--allow-random" };
