/**
 * Prints a function as JavaScript, for `new Function`:
 *
 *     function f7(depth, r0) { var n = 0, error, w0; OUT: { if (depth >= meter[2] && enter(depth)) return S; if ((meter[0] -= 9) < 0) { n = 0; break OUT; } let r1 = 0; …; return r1; } return leave(X, n, 0, w0); }
 *
 * A part of a function starts behind the head of a loop, or behind a call, with registers from the interpreter's frame:
 *
 *     function f7(depth, R, base, again) { let r0 = R[base]; … }
 *
 * Handlers are not printed: a guest exception leaves for the interpreter, which goes on in the handler. Only a part inside of one has it.
 */
import { chargesOf } from "../charges.ts";
import { shapeAt } from "../instructions.ts";
import { type LoadedModule, metaColumn, metaStride } from "../load.ts";
import { type Exit, Exits } from "./exits.ts";
import { comesBack, declareRegisters, type Frame, initialRegisters, pcsOf } from "./frame.ts";
import { inCell, inLocal } from "./fuel.ts";
import { isQuiet } from "./inlining.ts";
import { PartPrinter } from "./part.ts";
import type { BodyContext } from "./regions.ts";
import { type Constants, initialText, ofKind, register } from "./spelling.ts";

export interface Request {
  readonly loaded: LoadedModule;
  readonly index: number;
  /** Offset of the loop to start in, or of the call to go on behind; -1 for the whole function. */
  readonly from: number;
  readonly constants: Constants;
  readonly isOpen: (fn: number) => boolean;
  readonly tails: number;
}

export interface Printed {
  readonly parameters: string;
  readonly body: string;
  readonly exits: readonly Exit[];
  /** Registers and values handed over at once: what the host's frame is likely to hold. */
  readonly words: number;
}

export function printFunction({ loaded, index, from, constants, isOpen, tails }: Request): Printed {
  const whole = from < 0;
  const fn = loaded.module.functions[index];
  const { code, params, registers } = fn;
  const pcs = pcsOf(loaded, index);
  const row = index * metaStride;
  const charge = loaded.meta[row + metaColumn.charge];
  const exits = new Exits(loaded, charge);
  const frame: Frame = {
    index,
    fn,
    pcs,
    register,
    level: 0,
    place: undefined,
    restart: whole && comesBack(loaded, index) ? { label: "Z", local: false } : undefined,
    tailOf: undefined,
  };
  const local = frame.restart !== undefined && isQuiet(loaded, frame, 0, code.length);
  const turns = new Map<number, ReadonlyMap<number, number>>();
  const context: BodyContext = {
    loaded,
    constants,
    exits,
    isOpen,
    tails,
    own: whole ? index : -1,
    turns: (each) => {
      const known = turns.get(each) ?? chargesOf(loaded.module.functions[each]).turns;
      turns.set(each, known);
      return known;
    },
  };
  const printer = new PartPrinter(context, local ? { ...frame, restart: { label: "Z", local } } : frame, local ? inLocal : inCell);
  if (whole) printer.walk(0, code.length);
  else printer.printFrom(from);
  const body = hoisted(printer.lines.join("\n"));

  const mentioned = new Set<string>(body.match(/\br\d+\b/g));
  const head: string[] = [];
  const names = Array.from({ length: params }, (_, at) => register(at));
  const declared = new Set<number>(whole ? names.keys() : []);
  if (/\bmachine\b/.test(body)) head.push("const machine = activation.machine;");
  if (whole) {
    head.push(`if (depth >= meter[2] && enter(depth)) return S;`, `if ((meter[0] -= ${charge}) < 0) { n = 0; break OUT; }`);
    for (let each = 0; each < params; each++) {
      const known = ofKind(registers[each].kind, register(each));
      if (known !== register(each)) head.push(`${register(each)} = ${known};`);
    }
  } else {
    for (const { register: each, value } of registersAt(loaded, index, from)) {
      head.push(`let ${register(each)} = ${value};`);
      declared.add(each);
    }
    if (fn.captures.length > 0) head.push(`const closure = R[base + ${registers.length}];`);
  }
  const undeclared = Array.from(registers.keys()).filter((each) => !declared.has(each) && mentioned.has(register(each)));
  const initial = initialRegisters(loaded, index);
  head.push(...declareRegisters(undeclared.map((each) => ({ name: register(each), value: whole ? initial.get(each) : undefined }))));
  const handed = Array.from({ length: exits.most }, (_, each) => `w${each}`);
  const lines = [
    `var ${["n = 0", "error", ...handed].join(", ")};`,
    ...(printer.usesLocalFuel ? ["let fuel = 0;"] : []),
    ...(printer.usesFirst ? ["let first = true;"] : []),
    "OUT: {",
    ...head,
    ...(local ? ["fuel = meter[0];"] : []),
    frame.restart === undefined ? body : `Z: for (;;) {\n${body}\n}`,
    "}",
    `return leave(${["X", "n", printer.usesLocalFuel ? "fuel" : "0", ...handed].join(", ")});`,
  ];
  const open = whole && isOpen(index) ? ["closure"] : [];
  return {
    parameters: (whole ? ["depth", ...open, ...names] : ["depth", "R", "base", "again"]).join(", "),
    body: lines.join("\n"),
    exits: exits.list,
    words: registers.length + params + printer.inlinedRegisters + exits.most,
  };
}

/** Variables of single instructions as the function's own: the host keeps a register for every declaration, and names those beyond its first hundred at length. */
const hoisted = (body: string): string => body.replace(/\b(?:const|let) (?=[a-z]+\b)/g, "var ");

/**
 * What registers hold where a part starts that may be read there, as text: at a call it depends on whether the call is still to be made. What its frame does not
 * need is of any kind.
 */
function registersAt(loaded: LoadedModule, index: number, from: number): readonly { readonly register: number; readonly value: string }[] {
  const { code, registers } = loaded.module.functions[index];
  const { before, across } = loaded.liveness(index);
  const needed = before(from);
  const given = (each: number): string => ofKind(registers[each].kind, `R[base + ${each}]`);
  const always = (each: number) => ({ register: each, value: given(each) });
  if (shapeAt(code, from).mnemonic === "loop") return needed.map(always);
  const kept = across(from);
  const result = code[from + 1];
  const initial = (each: number): string => initialText[registers[each].kind];
  return [
    ...kept.map(always),
    { register: result, value: needed.includes(result) ? given(result) : `again ? ${initial(result)} : ${given(result)}` },
    ...needed.filter((each) => each !== result && !kept.includes(each)).map((each) => ({ register: each, value: `again ? ${given(each)} : ${initial(each)}` })),
  ];
}
