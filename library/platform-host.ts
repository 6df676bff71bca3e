import { arg, arg_count, now, random } from "fusabi:host";

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
