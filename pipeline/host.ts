/** What `fusabi run` lets a program see: one row per import, with the capability it needs and the flag that grants it. */
import type { Clock } from "./clock.ts";
import type { Output } from "./output.ts";

export interface HostState {
  readonly output: Output;
  readonly input: { read(): unknown };
  readonly clock: Clock;
  readonly args: readonly string[];
  /** Set when the program ended itself. */
  exitCode: number | undefined;
}

/** The answer to a call that does not come back. */
const never = new Promise<never>(() => {});

export interface HostImport {
  readonly capability: string;
  readonly call: (state: HostState, ...args: unknown[]) => unknown;
}

export const hostImports: Readonly<Record<string, HostImport>> = {
  "fusabi.write": { capability: "stdout", call: ({ output }, text) => output.write(String(text)) },
  "fusabi.write_error": { capability: "stderr", call: ({ output }, text) => output.write(String(text), 2) },
  "fusabi.arg_count": { capability: "args", call: ({ args }) => args.length },
  "fusabi.arg": { capability: "args", call: ({ args }, index) => args[Number(index)] ?? "" },
  "fusabi.read": {
    capability: "stdin",
    call: ({ input, output }) => {
      output.flush();
      return input.read();
    },
  },
  "fusabi.exit": {
    capability: "exit",
    call: (state, code) => {
      state.exitCode = Number(code);
      return never;
    },
  },
  "fusabi.environment_variable": { capability: "env", call: (_, name) => process.env[String(name)] ?? null },
  "fusabi.sleep": { capability: "timer", call: ({ clock }, milliseconds) => clock.sleep(Number(milliseconds)) },
  "fusabi.start_sleep": { capability: "timer", call: ({ clock }, milliseconds) => clock.sleep(Number(milliseconds)) },
  // The machine itself answers it.
  "fusabi.settled": { capability: "timer", call: () => undefined },
  "fusabi.now": { capability: "clock", call: ({ clock }) => clock.now() },
  "fusabi.random": { capability: "random", call: () => Math.random() },
};

/** Granted without a flag. */
export const ordinaryCapabilities = ["stdout", "stderr", "stdin", "args", "exit", "timer"] as const;

/** What else may be granted, and by which option. */
export const capabilityFlags: Readonly<Record<string, string>> = { clock: "--allow-clock", env: "--allow-env", random: "--allow-random" };
