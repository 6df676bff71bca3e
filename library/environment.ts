import { bigint_of } from "fusabi:builtin";
import { environment_variable, exit } from "fusabi:host";
import { elapsed } from "./event-loop.ts";
import { process_args } from "./platform-host.ts";

/** Ends the program with an exit code: the host does not come back. */
export function exitProgram(code: int32): any {
  exit(code);
  return undefined;
}
export function getEnvironmentVariable(name: string): any {
  return environment_variable(name) ?? undefined;
}
/** What only a terminal would show. */
export function doNothing(): void {}
export function processorCount(): int32 {
  return 1;
}
export function tickCount(): int32 {
  return Math.trunc(elapsed()) | 0;
}
export function tickCount64(): int64 {
  return bigint_of(Math.trunc(elapsed()));
}
/** The program's name, then what it was called with. */
export function commandLineArgs(): any {
  return ["program"].concat(process_args());
}
