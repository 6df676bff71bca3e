/**
 * Prints a function as JavaScript, for `new Function`:
 *
 *     function f7(depth, r0) { var n = 0, error, w0; OUT: { if (depth >= meter[2] && enter(depth)) return S; if ((meter[0] -= 9) < 0) { n = 0; break OUT; } let r1 = 0; …; return r1; } return leave(X, n, 0, w0); }
 *
 * A resumption starts at one of the function's points, with registers from the interpreter's frame:
 *
 *     function f7(depth, R, base, at) { …; var r0 = 0; r0 = R[base] | 0; switch (at) { … } … }
 *
 * Handlers are not printed: a guest exception leaves for the interpreter, which goes on in the handler. Only a resumption has those with points in them.
 */
import { chargesOf } from "../charges.ts";
import { type LoadedModule, metaColumn, metaStride } from "../load.ts";
import { BodyPrinter } from "./body.ts";
import { Exits } from "./exits.ts";
import { comesBack, declareRegisters, frameOf, initialRegisters } from "./frame.ts";
import { inCell, inLocal } from "./fuel.ts";
import { isQuiet } from "./inlining.ts";
import type { Resumption } from "./points.ts";
import type { BodyContext } from "./regions.ts";
import { ResumePrinter } from "./resume.ts";
import { type Constants, initialText, ofKind, register } from "./spelling.ts";

export interface Request {
  readonly loaded: LoadedModule;
  readonly index: number;
  readonly constants: Constants;
  readonly isOpen: (fn: number) => boolean;
  readonly tails: number;
}

export interface Printed {
  readonly parameters: string;
  readonly body: string;
  /** The words of its ways out. */
  readonly exits: Int32Array;
  /** Registers and values handed over at once: what the host's frame is likely to hold. */
  readonly words: number;
}

export function printFunction(request: Request): Printed {
  const { loaded, index, isOpen } = request;
  const own = frameOf(loaded, index);
  const { code, params, registers } = own.fn;
  const charge = loaded.meta[index * metaStride + metaColumn.charge];
  const restart = comesBack(loaded, index);
  const local = restart && isQuiet(loaded, { ...own, restart: { label: "Z", local: false } }, 0, code.length);
  const context = contextOf(request, index, charge);
  const printer = new BodyPrinter(context, restart ? { ...own, restart: { label: "Z", local } } : own, local ? inLocal : inCell);
  printer.walk(0, code.length);
  const { text, moves } = context.exits.place(printer.lines, printer.spans);

  const names = Array.from({ length: params }, (_, at) => register(at));
  const head = [`if (depth >= meter[2] && enter(depth)) return S;`, `if ((meter[0] -= ${charge}) < 0) { n = 0; break OUT; }`];
  for (let each = 0; each < params; each++) {
    const known = ofKind(registers[each].kind, register(each));
    if (known !== register(each)) head.push(`${register(each)} = ${known};`);
  }
  const initial = initialRegisters(loaded, index);
  const declared = mentionedIn(text + moves).filter((each) => each >= params);
  head.push(...declareRegisters(declared.map((each) => ({ name: register(each), value: initial.get(each) }))));
  if (local) head.push("fuel = meter[0];");
  const body = bodyOf(printer, context, head, restart ? `Z: for (;;) {\n${text}\n}` : text, moves);
  return {
    parameters: ["depth", ...(isOpen(index) ? ["closure"] : []), ...names].join(", "),
    body,
    exits: Int32Array.from(context.exits.words),
    words: registers.length + params + printer.inlinedRegisters + context.exits.most,
  };
}

export function printResumption(request: Request, resumption: Resumption): Printed {
  const { loaded, index } = request;
  const frame = frameOf(loaded, index);
  const { captures, registers } = frame.fn;
  const context = contextOf(request, -1, 0);
  const printer = new ResumePrinter(context, frame, resumption);
  printer.print();
  const { text, moves } = context.exits.place(printer.lines, printer.spans);
  const head = [
    ...declareRegisters(mentionedIn(text + moves).map((each) => ({ name: register(each), value: initialText[registers[each].kind] }))),
    ...(captures.length > 0 ? [`var closure = R[base + ${registers.length}];`] : []),
  ];
  return {
    parameters: "depth, R, base, at",
    body: bodyOf(printer, context, head, text, moves),
    exits: Int32Array.from(context.exits.words),
    words: registers.length + printer.inlinedRegisters + context.exits.most,
  };
}

function contextOf({ loaded, constants, isOpen, tails }: Request, own: number, charge: number): BodyContext {
  const turns = new Map<number, ReadonlyMap<number, number>>();
  return {
    loaded,
    constants,
    exits: new Exits(loaded, charge),
    isOpen,
    tails,
    own,
    turns: (each) => {
      const known = turns.get(each) ?? chargesOf(loaded.module.functions[each]).turns;
      turns.set(each, known);
      return known;
    },
  };
}

/** The function's own registers that a text names. */
const mentionedIn = (text: string): number[] => [...new Set(text.match(/\br\d+\b/g))].map((name) => Number(name.slice(1))).sort((a, b) => a - b);

/** Variables of single instructions as the function's own: the host keeps a register for every declaration, and names those beyond its first hundred at length. */
const hoisted = (text: string): string => text.replace(/\b(?:const|let) (?=[a-z]+\b)/g, "var ");

/** What a function does first, its instructions, and the one way out. */
function bodyOf({ usesLocalFuel }: BodyPrinter, { exits }: BodyContext, head: readonly string[], text: string, moves: string): string {
  const handed = Array.from({ length: exits.most }, (_, each) => `w${each}`);
  return [
    `var ${["n = 0", "error", ...handed].join(", ")};`,
    ...(usesLocalFuel ? ["let fuel = 0;"] : []),
    "OUT: {",
    ...(/\bmachine\b/.test(text) ? ["const machine = activation.machine;"] : []),
    ...head,
    hoisted(text),
    `} ${moves}`,
    `return leave(${["X", "n", usesLocalFuel ? "fuel" : "0", ...handed].join(", ")});`,
  ].join("\n");
}
