import { write, write_error } from "fusabi:host";

/** What the F# prelude of fable-bridge calls. */

export function write_text(text: string): void {
  write(text);
}
export function write_error_text(text: string): void {
  write_error(text);
}

/** `stdout` and `stderr`. */
export const standard_output = (text: string): void => {
  write(text);
};
export const standard_error = (text: string): void => {
  write_error(text);
};

export { runSynchronously } from "./async.ts";
export { blockFor } from "./event-loop.ts";
