import { write, write_error } from "fusabi:host";
import { to_string } from "./format-text.ts";

/** JavaScript's console: a line of text each. */

export function console_log(x: any): void {
  write(typeof x === "string" ? x + "\n" : to_string(x) + "\n");
}
export function console_error(x: any): void {
  write_error(typeof x === "string" ? x + "\n" : to_string(x) + "\n");
}
