/** How deep compiled code may nest on the host's stack. */

/** Bytes of the host frame that one unit of the budget stands for. */
const unit = 1536;
/** Bytes of a frame of `probe`: its locals, parameters and what every frame has. */
const probeFrame = 27 * 8;
/** Bytes that are looked for: stack once touched stays in the process's memory, and frames that do not fit go on from the heap. */
const wanted = 1 << 20;

function probe(depth: { reached: number }, a: number, b: number): number {
  if (++depth.reached * probeFrame >= wanted) return 0;
  const c = a ^ b,
    d = c ^ a,
    e = d ^ c,
    f = e ^ d,
    g = f ^ e,
    h = g ^ f,
    i = h ^ g,
    j = i ^ h;
  const below = probe(depth, c, d);
  return below ^ a ^ b ^ c ^ d ^ e ^ f ^ g ^ h ^ i ^ j;
}

let measured: number | undefined;

/** Bytes of host stack below the first caller. */
function stackBytes(): number {
  if (measured === undefined) {
    const depth = { reached: 0 };
    try {
      probe(depth, 1, 2);
    } catch {
      // the end of the stack
    }
    measured = depth.reached * probeFrame;
  }
  return measured;
}

export interface StackBudget {
  /** Nested frames of weight 1. */
  readonly frames: number;
  /** Nested tail calls, which are host frames without being guest frames. */
  readonly tails: number;
}

/** Six tenths of the stack in all: the rest is for the host, for builtins, and for how little is known of frames. */
export function stackBudget(): StackBudget {
  const bytes = stackBytes();
  return { frames: Math.max(8, Math.floor((bytes * 0.45) / unit)), tails: Math.max(4, Math.floor((bytes * 0.15) / unit)) };
}

/** Variables that a text declares: the host's interpreter keeps a word of the frame for each, in whatever block it stands. */
export const declaredIn = (body: string): number => body.match(/\b(?:const|let) /g)?.length ?? 0;

/** Units of a function's host frame of so many registers, parameters and values handed over at once. */
export const frameWeight = (words: number): number => Math.ceil((8 * (words + 30)) / unit);
