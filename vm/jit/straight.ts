/** Prints straight-line instructions: the texts of `semantics`, or what `inlines` has in their place, with ways out to the interpreter where they raise. */
import type { Fn } from "../../schemas/fzb/module.ts";
import { builtins } from "../../schemas/isa/builtins.ts";
import type { Shape } from "../../schemas/isa/instruction.ts";
import type { TypeDescriptor } from "../descriptor.ts";
import type { LoadedModule } from "../load.ts";
import { semantics } from "../semantics.ts";
import { closureType } from "./calls.ts";
import type { CastFacts } from "./facts.ts";
import { allocating, type FuelPlace, touchesCell, withCell } from "./fuel.ts";
import { inlines } from "./inline.ts";
import { shapesOf } from "./shapes.ts";
import { sharedNumber } from "./shared-numbers.ts";
import { type Constants, failing, leaving, literal, nulling, type Operands, ofKind, settle } from "./spelling.ts";

/** Why an instruction is left: it raises, `error` was thrown, or what it checks is null. */
export type Reason = "raises" | "failed" | "null";

export interface StraightContext {
  readonly loaded: LoadedModule;
  readonly constants: Constants;
  readonly fn: Fn;
  readonly operands: Operands;
  readonly fuel: FuelPlace;
  /** Whether what it checks for null is known to be an object, or a text. */
  readonly checked: boolean;
  /** Of a cast to a type. */
  readonly cast: CastFacts | undefined;
  /** The type that an element must have, or what follows raises. */
  readonly expected: TypeDescriptor | undefined;
  /** Text that hands the frame over; `cell` says that fuel is in the cell there. */
  readonly leave: (reason: Reason, cell: boolean) => string;
}

/** `const a = r1; … a.s0 …` as `… r1.s0 …`: texts write a register last. */
const withoutAlias = (text: string): string => {
  const [, alias, register, rest] = /^const (\w+) = (\w+); (.*)$/s.exec(text) ?? [];
  return alias === undefined ? text : rest.replace(new RegExp(`\\b${alias}\\b`, "g"), register);
};

type AnyEntry = (operands: unknown) => string;
const straight = semantics as unknown as Readonly<Record<string, AnyEntry>>;

const reasons = [
  [leaving, "raises"],
  [failing, "failed"],
  [nulling, "null"],
] as const;

/** The builtin that sees frames. */
const stackTrace = literal(builtins.stack_trace.code);
/** Instructions that take a value from where any kind may be. */
const loads: ReadonlySet<string> = new Set(["get_slot", "get_upvalue", "get_cell", "get_global"]);

export function printStraight(shape: Shape, at: number, context: StraightContext): string {
  const { loaded, constants, fn, operands, fuel, checked, cast, expected, leave } = context;
  const { mnemonic } = shape;
  if (mnemonic === "call_builtin" && operands["builtin"] === stackTrace) return leave("raises", false);
  const filled = (text: string, cell: boolean): string => reasons.reduce((all, [mark, reason]) => all.replaceAll(mark, () => leave(reason, cell)), text);
  const placed = (text: string): string => (fuel.local && touchesCell(text) ? `{ ${withCell(fuel, filled(text, true))} }` : filled(allocating(fuel, text), false));
  const type = shape.operands.findIndex(({ kind }) => kind === "type");
  const inline = inlines[mnemonic]?.(operands, {
    type: type < 0 ? undefined : loaded.types[fn.code[at + 1 + type]],
    name: (value) => constants.name(value),
    closureType: constants.name(loaded.types[closureType]),
    types: loaded.types,
    callees: loaded.callees,
    shared: (of) => sharedNumber(loaded, of),
    shape: (each) => shapesOf(loaded).of(each),
    known: checked,
    cast,
    expected,
    kindOf: (operand) => fn.registers[fn.code[at + 1 + shape.operands.findIndex(({ name }) => name === operand)]].kind,
  });
  if (typeof inline === "string") return placed(`{ ${inline} }`);
  const text = withoutAlias((straight[mnemonic] as AnyEntry)(operands));
  const general = placed(inline?.otherwise ?? settle(text));
  if (inline !== undefined) {
    const chosen = `if (${inline.when}) { ${placed(inline.then)} } else ${general}`;
    return inline.before === undefined ? chosen : `{ ${filled(inline.before, false)} ${chosen} }`;
  }
  const dst = loads.has(mnemonic) ? operands["dst"] : undefined;
  if (typeof dst !== "string") return general;
  const taken = ofKind(fn.registers[fn.code[at + 1]].kind, dst);
  return taken === dst ? general : `${general} ${dst} = ${taken};`;
}
