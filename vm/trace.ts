/** From places in decoded code to F# positions. */
import { positionWords } from "../schemas/fzb/module.ts";
import type { LoadedModule } from "./load.ts";
import type { TraceFrame } from "./traps.ts";

/** Index of the function whose code holds a pc, -1 for code that only enters functions. */
export function functionAt(loaded: LoadedModule, pc: number): number {
  const { starts } = loaded;
  let low = 0;
  let high = starts.length - 1;
  if (pc < starts[0]) return -1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= pc) low = middle;
    else high = middle;
  }
  return low;
}

/** The word offset, in a function's own code, of the instruction around a pc. */
export function offsetAt(offsets: Int32Array, pc: number): number {
  let low = 0;
  let high = offsets.length >> 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (offsets[2 * middle + 1] <= pc) low = middle;
    else high = middle;
  }
  return offsets.length === 0 ? 0 : offsets[2 * low];
}

const none = new Int32Array(0);

/** Where in a function's positions the one of an offset begins; negative where there is none. */
function positionAt(positions: Int32Array, offset: number): number {
  let low = 0;
  let high = positions.length / positionWords;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (positions[positionWords * middle] <= offset) low = middle + 1;
    else high = middle;
  }
  return positionWords * (low - 1);
}

/** The frame that is at a pc; undefined outside functions. */
export function frameAt(loaded: LoadedModule, pc: number): TraceFrame | undefined {
  const index = functionAt(loaded, pc);
  if (index < 0) return undefined;
  const { functions, debug } = loaded.module;
  const positions = debug?.positions[index] ?? none;
  const at = positionAt(positions, offsetAt(loaded.offsets(index), pc));
  if (at < 0) return { function: functions[index].name, file: "", line: 0, column: 0 };
  return { function: functions[index].name, file: debug?.files[positions[at + 1]] ?? "", line: positions[at + 2], column: positions[at + 3] };
}
