/**
 * Where frames that the interpreter has go on in compiled code: behind the head of a loop, whose turn is paid; at a call, which is made; behind a call that has
 * returned, the host's too. A function has one resumption for all its points, a long one others for regions with loops in it: the host's compiler refuses what is very long.
 */
import { decodedLength } from "../decode.ts";
import { behindUnit, followingAt, lengthAt, shapeAt } from "../instructions.ts";
import type { LoadedModule } from "../load.ts";
import { decodedHead } from "./exits.ts";
import { type Frame, frameOf } from "./frame.ts";
import { mayReturn } from "./inlining.ts";

/** Words of a function that has one resumption. */
const mostWhole = 2_500;

export interface Point {
  /** In the order of the text, from 1. */
  readonly number: number;
  readonly pc: number;
  /** Offset of the call, the loop or the region. */
  readonly at: number;
  readonly is: "at" | "inside" | "behind";
  /** Registers that may be read from there on. */
  readonly live: readonly number[];
}

export interface Resumption {
  readonly fn: number;
  readonly from: number;
  readonly to: number;
  readonly points: readonly Point[];
  /** Offsets of the regions in it that have resumptions of their own. */
  readonly apart: ReadonlySet<number>;
}

export function resumptionsOf(loaded: LoadedModule, fn: number): readonly Resumption[] {
  const frame = frameOf(loaded, fn);
  const { code } = frame.fn;
  const apart = code.length > mostWhole ? regionsApart(frame) : [];
  const from = (start: number, end: number, others: readonly number[]): Resumption => {
    const set = new Set(others);
    return { fn, from: start, to: end, points: pointsOf(loaded, frame, start, end, set), apart: set };
  };
  return [from(0, code.length, apart), ...apart.map((at) => from(at, behindUnit(code, at), []))];
}

/** The largest regions with loops in them that are not too long. */
function regionsApart(frame: Frame): number[] {
  const { code } = frame.fn;
  const found: number[] = [];
  for (let at = 0; at < code.length; ) {
    const end = behindUnit(code, at);
    const taken = shapeAt(code, at).flow === "open" && end - at <= mostWhole && hasLoop(frame, at, end);
    if (taken) found.push(at);
    at = taken ? end : at + lengthAt(code, at);
  }
  return found;
}

/** Whether control may come to a loop from one offset to another. */
export function hasLoop({ fn: { code }, pcs }: Frame, from: number, to: number): boolean {
  for (let at = from; at < to; at += lengthAt(code, at)) if (shapeAt(code, at).mnemonic === "loop" && pcs.has(at)) return true;
  return false;
}

function pointsOf(loaded: LoadedModule, frame: Frame, from: number, to: number, apart: ReadonlySet<number>): Point[] {
  const { code } = frame.fn;
  const { before, across } = loaded.liveness(frame.index);
  const points: Point[] = [];
  // Where a resumption hands frames on, another goes on with them: a call or a region may end there too.
  const handedOn = new Set([...apart, followingAt(code, to)].map((at) => frame.pcs.get(at)));
  const add = (is: Point["is"], at: number, pc: number | undefined, live: readonly number[]): void => {
    if (pc !== undefined && !handedOn.has(pc)) points.push({ number: points.length + 1, pc, at, is, live });
  };
  for (let at = from, next = 0; at < to; at = next) {
    next = at + lengthAt(code, at);
    const { flow, mnemonic } = shapeAt(code, at);
    const pc = frame.pcs.get(at);
    if (pc === undefined) continue;
    if (apart.has(at)) {
      next = behindUnit(code, at);
      const following = followingAt(code, next);
      add("behind", at, frame.pcs.get(following), before(following));
      continue;
    }
    // what only throws is left to the interpreter
    if ((mnemonic === "call" && !mayReturn(loaded, code[at + 2])) || (mnemonic === "tail_call" && !mayReturn(loaded, code[at + 1]))) continue;
    if (flow === "call" || flow === "tail" || (at === from && at > 0)) add("at", at, pc, before(at));
    if (flow === "call" || flow === "host") add("behind", at, pc + decodedLength(code, at), [...new Set([...across(at), code[at + 1]])]);
    if (mnemonic === "loop") add("inside", at, pc + decodedHead, before(at));
  }
  return points;
}
