/** What a program gets from the process that runs it. */
import { arg, arg_count } from "fusabi:host";

/** The program's arguments, without the program's name. */
export function process_args(): any {
  const out: any = [];
  const count: int32 = arg_count();
  for (let i = 0; i < count; i++) out.push(arg(i));
  return out;
}
