/** What a host may grant beyond its own functions: one row per import of the runtime library. */
import { type Files, fileImports } from "./files.ts";
import { fetchFrom, fetchImport, type Send } from "./network.ts";
import { type Store, stateImports } from "./state.ts";

export interface Capabilities {
  /** Milliseconds since 1970; `true` is the machine's clock. */
  readonly clock?: boolean | (() => number);
  /** A number of [0, 1); `true` is JavaScript's generator. */
  readonly random?: boolean | (() => number);
  /** Ends after so many milliseconds; the host's timers where nothing is said: asyncs need them. */
  readonly timer?: boolean | ((milliseconds: number) => PromiseLike<unknown> | undefined);
  /** Text of standard input, null at its end. */
  readonly stdin?: () => string | null | PromiseLike<string | null>;
  /** The value of an environment variable, null where there is none. */
  readonly env?: (name: string) => string | null;
  /** Files that may be read. */
  readonly read?: Files;
  /** Hosts that requests may go to (`host`, `host:port`, `*`), or what sends them. */
  readonly net?: readonly string[] | Send;
  /** Gets what the program logs. */
  readonly log?: (level: string, text: string) => void;
  /** Texts that the program keeps beyond its run; a `Map` is one. */
  readonly state?: Store;
}

export interface Grants extends Capabilities {
  /** Gets what the program prints; without it programs that print are refused. */
  readonly onPrint?: ((text: string, stream: "stdout" | "stderr") => void) | undefined;
  /** The command line's arguments. */
  readonly args?: readonly string[] | undefined;
}

type Import = ((...args: never[]) => unknown) | undefined;

/** Taken before any guest runs. */
const { random } = Math;
const { now } = Date;
const { setTimeout } = globalThis as { setTimeout?: (work: () => void, milliseconds: number) => unknown };

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve, reject) => {
    if (setTimeout === undefined) reject(new Error("this host has no timers"));
    else setTimeout(resolve, milliseconds);
  });

/** Imports that a granted thing answers. */
const from =
  <T>(granted: (grants: Grants) => T | undefined, make: (thing: T) => Import) =>
  (grants: Grants): Import => {
    const thing = granted(grants);
    return thing && make(thing);
  };
const rows = <T>(granted: (grants: Grants) => T | undefined, made: Readonly<Record<string, (thing: T) => Import>>): Record<string, (grants: Grants) => Import> =>
  Object.fromEntries(Object.entries(made).map(([name, make]) => [`fusabi.${name}`, from(granted, make)]));

const chosen = <F>(choice: boolean | F | undefined, standard: F): F | undefined => (choice === true ? standard : choice === false ? undefined : choice);

/** By import; undefined is not granted. */
export const builtinImports: Readonly<Record<string, (grants: Grants) => Import>> = {
  "fusabi.write": ({ onPrint }) => onPrint && ((text: string) => onPrint(text, "stdout")),
  "fusabi.write_error": ({ onPrint }) => onPrint && ((text: string) => onPrint(text, "stderr")),
  "fusabi.arg_count":
    ({ args = [] }) =>
    () =>
      args.length,
  "fusabi.arg":
    ({ args = [] }) =>
    (index: number) =>
      args[index] ?? "",
  "fusabi.sleep": ({ timer = true }) => chosen(timer, sleep),
  "fusabi.start_sleep": ({ timer = true }) => chosen(timer, sleep),
  "fusabi.read": ({ stdin }) => stdin,
  "fusabi.environment_variable": ({ env }) => env,
  "fusabi.fetch": ({ net }) => net && fetchImport(typeof net === "function" ? net : fetchFrom(net)),
  "fusabi.log": ({ log }) => log && ((level: string, text: string) => void log(level, text)),
  ...rows(({ read }) => read, fileImports),
  ...rows(({ state }) => state, stateImports),
  // What is embedded has no process to end: who calls `exit` gets an exception.
  "fusabi.exit": () => (code: number) => {
    throw new Error(`exit with code ${code}`);
  },
  "fusabi.now": ({ clock }) => chosen(clock, now),
  "fusabi.random": ({ random: choice }) => chosen(choice, random),
};

/** What to write to grant a capability of the runtime library. */
export const grantOf: Readonly<Record<string, string>> = {
  stdout: "give the engine onPrint",
  stderr: "give the engine onPrint",
  clock: "give the engine capabilities: { clock: true }",
  random: "give the engine capabilities: { random: true }",
  stdin: "give the engine capabilities: { stdin: () => text }",
  env: "give the engine capabilities: { env: (name) => value }",
  read: "give the engine capabilities: { read: readFrom(folder) }",
  net: 'give the engine capabilities: { net: ["host.name"] }',
  log: "give the engine capabilities: { log: (level, text) => {} }",
  state: "give the engine capabilities: { state: new Map() }",
  timer: "the engine's capabilities say timer: false",
};
