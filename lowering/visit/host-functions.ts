/** What hosts answer by themselves: the functions of `fusabi:host`, which F# may import from "fusabi" too. */
import type { Kind } from "../../schemas/isa/kinds.ts";

export interface HostFunction {
  /** What the host must grant. */
  readonly capability: string;
  readonly params: readonly Kind[];
  readonly result: Kind;
}

export const hostFunctions: Readonly<Record<string, HostFunction>> = {
  write: { capability: "stdout", params: ["str"], result: "any" },
  write_error: { capability: "stderr", params: ["str"], result: "any" },
  arg_count: { capability: "args", params: [], result: "i32" },
  arg: { capability: "args", params: ["i32"], result: "str" },
  sleep: { capability: "timer", params: ["f64"], result: "any" },
  start_sleep: { capability: "timer", params: ["f64"], result: "i32" },
  settled: { capability: "timer", params: [], result: "any" },
  read: { capability: "stdin", params: [], result: "any" },
  exit: { capability: "exit", params: ["i32"], result: "any" },
  environment_variable: { capability: "env", params: ["str"], result: "any" },
  read_file: { capability: "read", params: ["str"], result: "str" },
  read_bytes: { capability: "read", params: ["str"], result: "str" },
  file_exists: { capability: "read", params: ["str"], result: "bool" },
  /** Method, URL, headers as lines, body; the answer's text is that of vm/embed/network.ts. */
  fetch: { capability: "net", params: ["str", "str", "str", "str"], result: "any" },
  /** Level and text. */
  log: { capability: "log", params: ["str", "str"], result: "any" },
  state_get: { capability: "state", params: ["str"], result: "any" },
  state_set: { capability: "state", params: ["str", "str"], result: "any" },
  state_remove: { capability: "state", params: ["str"], result: "any" },
  /** Every key behind its length and a colon. */
  state_keys: { capability: "state", params: [], result: "str" },
  now: { capability: "clock", params: [], result: "f64" },
  random: { capability: "random", params: [], result: "f64" },
  /** A function of the host's that it gave, and what it is called with. */
  invoke: { capability: "callbacks", params: ["any", "any"], result: "any" },
  /** The same where F# expects an async or a task. */
  invoke_later: { capability: "callbacks", params: ["any", "any"], result: "i32" },
};
