/** How deep compiled code may nest on the host's stack. */

/** Bytes of the host frame that one unit of the budget stands for. */
const unit = 1536;
/** Bytes of a frame of `probe`: its locals, parameters and what every frame has. */
const probeFrame = 27 * 8;
/** Bytes that are looked for at once, from where the stack is, and how often: what was touched stays in the process's memory, and frames that do not fit go on from the heap. */
const stretch = 1 << 18;
const mostStretches = 5;
/**
 * Of a stretch, for frames, for nested tail calls, which are host frames without being guest frames, and for one large frame, which is there before its weight is told: the
 * rest is for the host, for builtins, and for how little is known of frames.
 */
const share = { frames: 0.35, tails: 0.25, heaviest: 0.2 } as const;

const unitsOf = (bytes: number, part: keyof typeof share): number => Math.floor((bytes * share[part]) / unit);

function probe(depth: { reached: number }, a: number, b: number): number {
  if (++depth.reached * probeFrame >= stretch) return 0;
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

/** Bytes of a stretch that the host's stack has below its caller. */
function bytesBelow(): number {
  const depth = { reached: 0 };
  try {
    probe(depth, 1, 2);
  } catch {
    // the end of the stack
  }
  return Math.min(stretch, depth.reached * probeFrame);
}

/** What is known of the host's stack below the first caller. It is looked at no deeper than frames get. */
export class StackBudget {
  /** Nested frames of weight 1. */
  frames: number;
  readonly tails: number;
  /** Units of one frame at most. */
  readonly heaviest: number;
  #stretches = 1;

  constructor() {
    const bytes = bytesBelow();
    this.frames = Math.max(8, unitsOf(bytes, "frames"));
    this.tails = Math.max(4, unitsOf(bytes, "tails"));
    this.heaviest = Math.max(1, unitsOf(bytes, "heaviest"));
    if (bytes < stretch) this.#stretches = mostStretches;
  }

  /** Called where all frames are nested: whether there may be more now. */
  grow(): boolean {
    if (this.#stretches === mostStretches) return false;
    this.#stretches++;
    if (bytesBelow() < stretch) {
      this.#stretches = mostStretches;
      return false;
    }
    this.frames += unitsOf(stretch, "frames");
    return true;
  }
}

/** Variables that a text declares: the host's interpreter keeps a word of the frame for each, in whatever block it stands. */
export const declaredIn = (body: string): number => new Set(body.match(/\b(?:const|let|var) \w+/g)).size;

/** Units of a function's host frame of so many registers, parameters and values handed over at once. */
export const frameWeight = (words: number): number => Math.ceil((8 * (words + 30)) / unit);
