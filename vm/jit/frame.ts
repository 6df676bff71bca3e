/**
 * Whose code is being printed: the compiled function, or one that is printed in the place of its call. The interpreter sees no difference: a frame in place is
 * charged, counted and handed over as any other.
 */
import type { Fn } from "../../schemas/fzb/module.ts";
import { lengthAt, shapeAt } from "../instructions.ts";
import type { LoadedModule } from "../load.ts";
import { frameWords } from "../stack-layout.ts";
import { initialText, register } from "./spelling.ts";

/** Where a frame in the place of a call goes on. */
export interface Place {
  /** The calling frame, and where its call is. */
  readonly caller: Frame;
  readonly at: number;
  /** Label to leave once the result is stored. */
  readonly done: string;
  readonly dst: string;
  /** Whether fuel is in the local there. */
  readonly local: boolean;
}

export interface Frame {
  readonly index: number;
  readonly fn: Fn;
  /** Decoded place of each reachable instruction, by offset. */
  readonly pcs: ReadonlyMap<number, number>;
  readonly register: (index: number) => string;
  /** Frames around it in the same host function. */
  readonly level: number;
  /** None for the compiled function itself. */
  readonly place: Place | undefined;
  /** The loop around its body, for tail calls of itself. */
  readonly restart: { readonly label: string; readonly local: boolean } | undefined;
  /** The frame in whose place it is by a tail call. */
  readonly tailOf: Frame | undefined;
}

export function pcsOf(loaded: LoadedModule, index: number): ReadonlyMap<number, number> {
  loaded.prepare(index);
  const offsets = loaded.offsets(index);
  const pcs = new Map<number, number>();
  for (let at = 0; at < offsets.length; at += 2) pcs.set(offsets[at], offsets[at + 1]);
  return pcs;
}

/** The frame of a compiled function itself. */
export function frameOf(loaded: LoadedModule, index: number): Frame {
  return { index, fn: loaded.module.functions[index], pcs: pcsOf(loaded, index), register, level: 0, place: undefined, restart: undefined, tailOf: undefined };
}

/** Registers that are read before they are written, with the text of what they hold then. */
export function initialRegisters(loaded: LoadedModule, index: number): ReadonlyMap<number, string> {
  loaded.prepare(index);
  const { registers } = loaded.module.functions[index];
  return new Map((loaded.initials[index] ?? []).map(([each]) => [each, initialText[registers[each].kind]] as const));
}

/** Text that declares registers: what is written before it is read takes no instruction, wherever in the function it stands. */
export function declareRegisters(declared: readonly Declared[]): string[] {
  return declared.length === 0 ? [] : [`var ${declared.map(({ name, value }) => (value === undefined ? name : `${name} = ${value}`)).join(", ")};`];
}

/** Text of the depth of frames so many levels above the host function's own. */
export const depthText = (level: number): string => (level === 0 ? "depth" : `depth + ${frameWords * level}`);

/** The frame among itself and those it took the place of whose tail call a call of the function is, if its body has a loop around it. */
export function restarted(frame: Frame, callee: number): Frame | undefined {
  for (let each: Frame | undefined = frame; each !== undefined; each = each.tailOf) if (each.index === callee && each.restart !== undefined) return each;
  return undefined;
}

/** Whether a function's frame is among a frame and those around it. */
export function encloses(frame: Frame | undefined, callee: number): boolean {
  for (let each = frame; each !== undefined; each = each.tailOf ?? each.place?.caller) if (each.index === callee) return true;
  return false;
}

export interface InPlace {
  readonly loaded: LoadedModule;
  readonly caller: Frame;
  readonly callee: number;
  readonly args: readonly string[];
  /** The caller where the call is in tail position. */
  readonly tailOf: Frame | undefined;
  readonly place: Place | undefined;
  readonly local: boolean;
  /** Unique in the host function. */
  readonly number: number;
}

/** A register of a frame in place, and what it holds at first; undefined where it is written before it is read. */
export interface Declared {
  readonly name: string;
  readonly value: string | undefined;
}

/** The frame of a call in place, and the registers it declares with their values; parameters that nothing writes are the caller's registers. */
export function frameInPlace({ loaded, caller, callee, args, tailOf, place, local, number }: InPlace): {
  readonly frame: Frame;
  readonly declared: readonly Declared[];
} {
  const fn = loaded.module.functions[callee];
  const written = new Set<number>();
  let tails = false;
  for (let at = 0; at < fn.code.length; at += lengthAt(fn.code, at)) {
    const { def } = shapeAt(fn.code, at);
    if (def >= 0) written.add(fn.code[at + def]);
    tails ||= shapeAt(fn.code, at).flow === "tail";
  }
  const own = (each: number): string => `v${number}_${each}`;
  const kept = (each: number): boolean => each < args.length && each < fn.params && !tails && !written.has(each);
  const frame: Frame = {
    index: callee,
    fn,
    pcs: pcsOf(loaded, callee),
    register: (each) => (kept(each) ? args[each] : own(each)),
    level: tailOf === undefined ? caller.level + 1 : caller.level,
    place,
    restart: comesBack(loaded, callee) ? { label: `Z${number}`, local } : undefined,
    tailOf,
  };
  const initial = initialRegisters(loaded, callee);
  const declared = fn.registers.flatMap((_, each) => (kept(each) ? [] : [{ name: own(each), value: each < fn.params ? (args[each] ?? "undefined") : initial.get(each) }]));
  return { frame, declared };
}

const tailCallees = ({ code }: Fn): number[] => {
  const found: number[] = [];
  for (let at = 0; at < code.length; at += lengthAt(code, at)) if (shapeAt(code, at).mnemonic === "tail_call") found.push(code[at + 1]);
  return found;
};

/** Whether a function has calls in tail position, which it may leave to its caller. */
export const hasTailCalls = ({ code }: Fn): boolean => {
  for (let at = 0; at < code.length; at += lengthAt(code, at)) if (shapeAt(code, at).flow === "tail") return true;
  return false;
};

/** Whether a function calls itself in tail position, by way of one other at most. */
export function comesBack({ module: { functions } }: LoadedModule, index: number): boolean {
  return tailCallees(functions[index]).some((callee) => callee === index || tailCallees(functions[callee]).includes(index));
}
