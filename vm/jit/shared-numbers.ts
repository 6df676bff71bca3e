/** Numbers for a module's shared values, given when compiled code first names one: each machine has its own values at them (`SharedValues.numbered`). */
import type { LoadedModule } from "../load.ts";

export type SharedName = `case ${number} ${number}` | `closure ${number}`;

const known = new WeakMap<LoadedModule, Map<string, number>>();

/** The number of the constant case of a type and tag, or of a function's closure. */
export function sharedNumber(loaded: LoadedModule, of: SharedName): number {
  const numbers = known.get(loaded) ?? new Map<string, number>();
  known.set(loaded, numbers);
  const number = numbers.get(of) ?? numbers.size;
  numbers.set(of, number);
  return number;
}
