/** What `fusabi run` lets a program see: one row per import, with the capability it needs and the flag that grants it. */
import { BoundedStore, type Files, fetchFrom, fetchImport, fileImports, NotGranted, type Send, type Store, stateImports } from "../vm/index.ts";
import type { Clock } from "./clock.ts";
import type { Output } from "./output.ts";
import { readFrom } from "./readable-files.ts";

/** What of a capability is granted, by its name: variables, folders, hosts; `*` is all of it, as is a capability that is not named. */
export type GrantScopes = Readonly<Record<string, readonly string[]>>;

export interface HostState {
  readonly output: Output;
  readonly input: { read(): unknown };
  readonly clock: Clock;
  readonly args: readonly string[];
  readonly variable: (name: string) => string | null;
  readonly files: Files;
  readonly send: Send;
  readonly store: Store;
  /** Set when the program ended itself. */
  exitCode: number | undefined;
}

/** UTF-16 units of what a program may keep by key. */
const storeUnits = 2 ** 24;

export function scopedState(scopes: GrantScopes = {}, store: Store = new BoundedStore(storeUnits)): Pick<HostState, "variable" | "files" | "send" | "store"> {
  const { env = ["*"], read = ["*"], net = ["*"] } = scopes;
  let files: Files | undefined;
  return {
    variable: (name) => {
      if (!env.includes(name) && !env.includes("*")) throw new NotGranted(name);
      return process.env[name] ?? null;
    },
    get files() {
      return (files ??= readFrom(...read));
    },
    send: fetchFrom(net),
    store,
  };
}

/** The answer to a call that does not come back. */
const never = new Promise<never>(() => {});

export interface HostImport {
  readonly capability: string;
  readonly call: (state: HostState, ...args: unknown[]) => unknown;
}

/** Imports that a thing of the state answers. */
const rows = <T>(capability: string, made: Readonly<Record<string, (thing: T) => (...args: never[]) => unknown>>, thing: (state: HostState) => T): Record<string, HostImport> =>
  Object.fromEntries(
    Object.entries(made).map(([name, make]) => [`fusabi.${name}`, { capability, call: (state, ...args) => (make(thing(state)) as (...given: unknown[]) => unknown)(...args) }]),
  );

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
  "fusabi.environment_variable": { capability: "env", call: ({ variable }, name) => variable(String(name)) },
  "fusabi.fetch": { capability: "net", call: ({ send }, method, url, headers, body) => fetchImport(send)(String(method), String(url), String(headers), String(body)) },
  "fusabi.log": { capability: "log", call: ({ output }, level, text) => output.write(`${level}: ${text}\n`, 2) },
  ...rows("read", fileImports, ({ files }) => files),
  ...rows("state", stateImports, ({ store }) => store),
  "fusabi.sleep": { capability: "timer", call: ({ clock }, milliseconds) => clock.sleep(Number(milliseconds)) },
  "fusabi.start_sleep": { capability: "timer", call: ({ clock }, milliseconds) => clock.sleep(Number(milliseconds)) },
  // The machine itself answers it.
  "fusabi.settled": { capability: "timer", call: () => undefined },
  "fusabi.now": { capability: "clock", call: ({ clock }) => clock.now() },
  "fusabi.random": { capability: "random", call: () => Math.random() },
};

/** Granted without a flag. */
export const ordinaryCapabilities = ["stdout", "stderr", "stdin", "args", "exit", "timer", "log", "state"] as const;

/** What else may be granted, and by which option. */
export const capabilityFlags: Readonly<Record<string, string>> = { clock: "--allow-clock", env: "--allow-env", net: "--allow-net", random: "--allow-random", read: "--allow-read" };

/** Those that may be granted in part. */
export const scopedCapabilities = ["env", "net", "read"] as const;
