/**
 * Calls in compiled code. A call of a known function:
 *
 *     { const t = k7.code(depth + 3, r1, r2); if (t === S) …leave…; r0 = t; }
 *
 * `k7` is the function's `Callee`, which closures lead to as well: `r1.of.asClosure(depth + 3, r1, r2)`.
 */
import type { Fn } from "../../schemas/fzb/module.ts";
import { builtinsByCode } from "../../schemas/isa/builtins.ts";
import { builtinTypes } from "../../schemas/isa/kinds.ts";
import type { Mnemonic } from "../../schemas/isa/table.ts";
import type { TypeDescriptor } from "../descriptor.ts";
import type { LoadedModule } from "../load.ts";
import type { SpelledList, SpelledName } from "../semantics.ts";
import { arrayPush, callTableMethod } from "./builtin-calls.ts";
import { hasTailCalls } from "./frame.ts";
import { isHeld, pushes, pushFuel, type Role, slotHolders } from "./members.ts";
import { shapesOf } from "./shapes.ts";
import { caught, isOfType, type Operands } from "./spelling.ts";

export interface CallContext {
  readonly loaded: LoadedModule;
  /** Text that leaves with the instruction to be run again, or hands over the frame of a call. */
  readonly leave: string;
  /** Text that hands over the frame when `error` was thrown. */
  readonly fail: string;
  /** Text that leaves a tail call, its target and arguments, to the caller. */
  readonly bounce: (tailCall: readonly string[]) => string;
  /** Text that leaves after a tail call that did not return. */
  readonly leaveTail: string;
  /** The depth of the calling frame and of its callees, as text. */
  readonly depth: string;
  readonly below: string;
  /** The function whose text this is, -1 in a loop's. */
  readonly own: number;
  /** Whether the callee's register holds a closure or null. */
  readonly isClosure: boolean;
  readonly isOpen: (fn: number) => boolean;
  /** Names a value that the text refers to. */
  readonly name: (value: unknown) => string;
  /** The result `t` of a known function, as one of its kind. */
  readonly result: string;
  /** Nested tail calls beyond which they are left to the caller. */
  readonly tails: number;
  /** Whether the calling frame is printed in the place of its call, so that tail calls of it do not nest. */
  readonly inPlace: boolean;
  /** Text that returns a value. */
  readonly returns: (value: string) => string;
}

export const closureType: number = builtinTypes.closure.index;

/** Whether a register holds a closure or null. */
export const isClosureRegister = ({ registers }: Fn, register: number): boolean => registers[register].kind === "ref" && registers[register].type === closureType;

/** A call and what it gave; `bounces` says whether that may be a tail call that is to be made. */
const callOf = (target: string, depth: string, args: readonly string[], bounces = true): string =>
  `let t = ${target}(${[depth, ...args].join(", ")});${bounces ? ` if (t === B) t = bounce(${depth});` : ""}`;

const call = (target: string, args: readonly string[], after: string, c: CallContext, bounces = true): string =>
  `{ ${callOf(target, c.below, args, bounces)} if (t === S) ${c.leave} ${after} }`;

/**
 * A tail call: nested on the host's stack while there is room, or left to the caller. In a frame that is printed in the place of its call, it is a call of the
 * caller's.
 */
function tail(target: string, args: readonly string[], c: CallContext): string {
  const after = `if (t === S) ${c.leaveTail} ${c.returns("t")}`;
  if (c.inPlace) return `{ ${callOf(target, c.depth, args)} ${after} }`;
  return `{ if (meter[3] >= ${c.tails}) ${c.bounce([target, ...args])} meter[3]++; const t = ${target}(${[c.depth, ...args].join(", ")}); meter[3]--; ${after} }`;
}

type CallMnemonic = Exclude<Extract<Mnemonic, `${"call" | "tail_call"}${"" | "_closure" | "_method" | "_getter" | "_setter"}`>, "tail_call_getter">;

const items = (operand: unknown): string[] => {
  const list = operand as SpelledList;
  return Array.from({ length: Number(list.count) }, (_, index) => list.item(index));
};

/** Leaves where a value is no closure. */
const closureOrLeave = (operand: string, c: CallContext): string => `if (!(${isOfType(operand, [c.name(c.loaded.types[closureType])])})) ${c.leave}`;

const checkCallee = (operand: string, c: CallContext): string => (c.isClosure ? `if (${operand} === undefined) ${c.leave}` : closureOrLeave(operand, c));

const callee = (fn: number, c: CallContext): string => c.name(c.loaded.callees[fn]);

/** Finds what a name means on the receiver. */
const find = (o: Operands, c: CallContext): string => {
  const { text, site } = o["name"] as SpelledName;
  return `let member; try { member = memberOf(machine, ${o["receiver"] as string}, ${text}, ${site}); } ${caught(c.fail)}`;
};

/** Arguments for a known function: among them is its receiver, where it takes one. */
const known = (o: Operands, c: CallContext): readonly string[] => {
  const fn = Number(o["fn"]);
  return [...(c.isOpen(fn) ? ["undefined"] : []), ...items(o["args"])];
};

/** What compiled code calls as the found member. */
const found = (role: "getter" | "setter"): string => `machine.callees[member.${role}].code`;

/** Text that declares `known`: the compiled member that the receiver's shape leads to. */
function knownByShape(o: Operands, c: CallContext, role: Role): string | undefined {
  const name = (o["name"] as SpelledName).name as string;
  if (!isHeld(c.loaded.types, name, role)) return undefined;
  const receiver = o["receiver"] as string;
  return `const known = ${receiver}?.${shapesOf(c.loaded).field(name, role)};`;
}

/** A call of the closure that is in `held`, of the few functions that take the receiver with it. */
const callHeld = (receiver: string, args: readonly string[], called: (target: string, args: readonly string[]) => string, c: CallContext): string =>
  `${closureOrLeave("held", c)} if (held.of.receiver) ${called("held.of.code", ["held", receiver, ...args])} else ${called("held.of.code", ["held", ...args])}`;

/** Text for receivers of the few types that have the closure in a slot, with an `else` behind it. */
const bySlot = (o: Operands, c: CallContext, called: (target: string, args: readonly string[]) => string): string =>
  slotHolders(c.loaded.types, (o["name"] as SpelledName).name as string)
    .map(({ type, slot }) => {
      const receiver = o["receiver"] as string;
      return `if (${isOfType(receiver, [c.name(type)])}) { const held = ${receiver}.s${slot}; ${callHeld(receiver, items(o["args"]), called, c)} } else `;
    })
    .join("");

/** `push` on an array, with an `else` behind it. */
function pushing(o: Operands, c: CallContext, args: readonly string[]): string {
  if ((o["name"] as SpelledName).name !== "push" || !pushes(c.loaded.types)) return "";
  const receiver = o["receiver"] as string;
  const pushed = arrayPush(receiver, args[0] ?? "undefined");
  return `if (${pushed.when}) { if (${pushFuel} <= meter[0]) meter[0] -= ${pushFuel}; else if (spend(${pushFuel})) ${c.leave} ${o["dst"] as string} = ${pushed.value}; } else `;
}

/** A method of the machine's tables, with an `else` behind it. */
function onTable(o: Operands, c: CallContext, args: readonly string[]): string {
  const receiver = o["receiver"] as string;
  const texts = new Map<string, string[]>();
  for (const owner of ["map", "set"] as const) {
    const type = c.loaded.types[builtinTypes[owner].index] as TypeDescriptor;
    const { method, slot, builtin: code } = type.member((o["name"] as SpelledName).name as string);
    const spec = builtinsByCode[code];
    if (method >= 0 || slot >= 0 || spec === undefined || spec.per !== undefined || spec.params.some((kind) => kind !== "any")) continue;
    const given = [receiver, ...spec.params.slice(1).map((_, index) => args[index] ?? "undefined")];
    const called = callTableMethod({ code, dst: o["dst"] as string, args: given, name: c.name }, c.leave, c.fail);
    texts.set(called, [...(texts.get(called) ?? []), c.name(type)]);
  }
  return [...texts].map(([called, types]) => `if (${isOfType(receiver, types)}) { ${called} } else `).join("");
}

const calls: { readonly [M in CallMnemonic]: (o: Operands, c: CallContext) => string } = {
  call: (o, c) => {
    const fn = Number(o["fn"]);
    const target = fn === c.own ? "self" : `${callee(fn, c)}.code`;
    return call(target, known(o, c), `${o["dst"] as string} = ${c.result};`, c, hasTailCalls(c.loaded.module.functions[fn]));
  },
  call_closure: (o, c) => {
    const target = o["callee"] as string;
    return `${checkCallee(target, c)} ${call(`${target}.of.asClosure`, [target, ...items(o["args"])], `${o["dst"] as string} = t;`, c)}`;
  },
  call_method: (o, c) => {
    const args = items(o["args"]);
    const receiver = o["receiver"] as string;
    const { text, site } = o["name"] as SpelledName;
    const after = `${o["dst"] as string} = t;`;
    const looked = `callMember(${[c.below, receiver, text, site, ...args].join(", ")})`;
    const known = knownByShape(o, c, "method");
    const value = known === undefined ? looked : `known !== undefined ? known(${[c.below, "undefined", receiver, ...args].join(", ")}) : ${looked}`;
    return (
      `${bySlot(o, c, (target, given) => call(target, given, after, c))}${pushing(o, c, args)}${onTable(o, c, args)}` +
      `{ ${known ?? ""} let t = ${value}; if (t === B) t = bounce(${c.below}); if (t === S) ${c.leave} ${after} }`
    );
  },
  call_getter: (o, c) => {
    const receiver = o["receiver"] as string;
    const called = (code: string): string => call(code, ["undefined", receiver], `${o["dst"] as string} = t;`, c);
    const known = knownByShape(o, c, "getter");
    return (
      `{ ${known === undefined ? "" : `${known} if (known !== undefined) ${called("known")} else `}{ ${find(o, c)} ` +
      `if (member.getter < 0) ${o["dst"] as string} = readMember(machine, ${receiver}, member); else ${called(found("getter"))} } }`
    );
  },
  call_setter: (o, c) =>
    `{ ${find(o, c)} if (member.setter < 0) try { writeMember(machine, ${o["receiver"] as string}, member, ${(o["name"] as SpelledName).text}, ${o["src"] as string}); } ${caught(c.fail)} ` +
    `else ${call(found("setter"), ["undefined", o["receiver"] as string, o["src"] as string], "", c)} ${o["dst"] as string} = undefined; }`,
  tail_call: (o, c) => tail(`${callee(Number(o["fn"]), c)}.code`, known(o, c), c),
  tail_call_closure: (o, c) => {
    const target = o["callee"] as string;
    return `${checkCallee(target, c)} ${tail(`${target}.of.asClosure`, [target, ...items(o["args"])], c)}`;
  },
  tail_call_method: (o, c) => {
    const receiver = o["receiver"] as string;
    const args = items(o["args"]);
    const { text, site } = o["name"] as SpelledName;
    const known = knownByShape(o, c, "method");
    const byShape = known === undefined ? "" : `${known} if (known !== undefined) ${tail("known", ["undefined", receiver, ...args], c)} else `;
    return `${bySlot(o, c, (target, given) => tail(target, given, c))}{ ${byShape}${tail("callMember", [receiver, text, site, ...args], c)} }`;
  },
};

export const printCall = (mnemonic: Mnemonic, operands: Operands, context: CallContext): string => calls[mnemonic as CallMnemonic](operands, context);
