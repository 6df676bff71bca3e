import { arg, arg_count, now, random, write, write_error } from "fusabi:host";
import { to_string } from "./format-text.ts";

/** What the host grants. */

export function process_args(): any {
  const args: any = [];
  const count: int32 = arg_count();
  for (let i: int32 = 0; i < count; i++) args.push(arg(i));
  return args;
}
export function Date_now(): float64 {
  return now();
}
export function Math_random(): float64 {
  return random();
}

/** `console.log`: a line of text. */
export function console_log(x: any): void {
  write(to_string(x) + "\n");
}
export function console_error(x: any): void {
  write_error(to_string(x) + "\n");
}
