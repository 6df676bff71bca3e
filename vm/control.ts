/**
 * What control and call instructions do in the interpreter. A frame is three words: where to go on in the caller, the caller's base, and the register (absolute)
 * that gets the result. The callee's window starts where the caller's ends; the running closure is its last register.
 */
import type { Mnemonic, WithFlow } from "../schemas/isa/table.ts";
import { status } from "./limits.ts";
import { metaColumn, metaStride } from "./load.ts";
import { type Condition, conditionNames, type Spelled, spellCondition } from "./semantics.ts";

export const save = "machine.pc = pc; machine.base = base; machine.top = top; machine.fp = fp;";
const restore = "pc = machine.pc; base = machine.base; top = machine.top; fp = machine.fp;";

/**
 * The rare things that may come before an instruction: it leaves the dispatch loop with what it wants, gets it or the run ends, and starts again. They are in one
 * place because the host's compiler throws its code away when it meets a path for the first time.
 */
export const want = { nothing: 0, fuel: 1, entry: 2, room: 3, registers: 4, compiled: 5, turn: 6 } as const;

const wait = (wanted: keyof typeof want, amount: string): string => `{ wanted = ${want[wanted]}; amount = ${amount}; break dispatch; }`;

/** Asks the compiled tier to go on: with the function whose frame was just made, or from the start of a loop's body. */
const compiled = (wanted: "compiled" | "turn", amount: string): string => `if (tier !== undefined) ${wait(wanted, amount)}`;

/** Text that serves a want; `amount` is fuel, a function's index, the end of a window, or a pc. */
export const serve = `if (wanted !== ${want.nothing}) {
  ${save}
  if (wanted >= ${want.compiled}) {
    const went = wanted === ${want.compiled} ? tier!.enter(amount) : tier!.turn(amount);
    if (went > ${status.go}) return went;
    wanted = ${want.nothing}; frames = stack.frames; frameLimit = stack.limit;
    if (went === ${status.go}) { ${restore} }
    continue;
  }
  const served = wanted === ${want.fuel} ? machine.refuel(amount) : wanted === ${want.entry} ? machine.refuelEntry(amount) : wanted === ${want.room} ? stack.makeRoom(fp, amount) : stack.widen(amount);
  if (served !== ${status.go}) return served;
  wanted = ${want.nothing}; frames = stack.frames; frameLimit = stack.limit;
}`;

/** Pays, or wants fuel. */
export const payStatic = (cost: string): string => `if ((meter[0] -= ${cost}) < 0) ${wait("fuel", cost)}`;
/** Pays, or leaves with the instruction to be run again. */
export const payDynamic = (cost: string): string =>
  `const cost = ${cost}; if (cost !== 0) { ${save} const paid = machine.metering.spend(cost); if (paid !== ${status.go}) return paid; }`;

const meta = (name: keyof typeof metaColumn): string => `meta[row + ${metaColumn[name]}]`;

interface Call {
  readonly fn: string;
  readonly tail: boolean;
  /** Arguments as text: how many, each one. */
  readonly count: string;
  readonly argument: (index: string) => string;
  /** The receiver as first argument, and when it is passed; none for a known function. */
  readonly receiver?: { readonly value: string; readonly when: string };
  readonly closure?: string;
  readonly next: string;
  readonly dst: string;
  /** Done before the callee starts, the arguments being copied. */
  readonly first?: string;
}

/** Enters a function: room, charge, arguments, frame; nothing has happened before the charge is paid. */
function enter(call: Call): string {
  const { tail, receiver, closure } = call;
  const window = tail ? "base" : "top";
  const text = [
    `const fn = ${call.fn}; const row = fn * ${metaStride};`,
    `const end = ${window} + ${meta("registers")};`,
    `if (${tail ? "" : "fp >= frameLimit || "}end > R.length) ${wait(tail ? "registers" : "room", "end")}`,
    `if ((meter[0] -= ${meta("charge")}) < 0) ${wait("entry", "fn")}`,
    `const count = ${call.count};`,
  ];
  const from = tail ? "scratch[i]" : call.argument("i");
  if (tail) text.push(`for (let i = 0; i < count; i++) scratch[i] = ${call.argument("i")};`);
  if (receiver === undefined && !tail)
    text.push(`if (count > 0) { R[top] = ${call.argument("0")}; if (count > 1) { R[top + 1] = ${call.argument("1")}; for (let i = 2; i < count; i++) R[top + i] = ${from}; } }`);
  else if (receiver === undefined) text.push(`for (let i = 0; i < count; i++) R[${window} + i] = ${from};`);
  else {
    text.push(
      `const params = ${meta("params")}; let at = 0;`,
      `if (${receiver.when}) R[${window} + at++] = ${receiver.value};`,
      `for (let i = 0; i < count && at < params; i++) R[${window} + at++] = ${from};`,
      `while (at < params) R[${window} + at++] = undefined;`,
    );
  }
  if (closure !== undefined) text.push(`if (${closure} !== undefined && ${closure}.of.captures > 0) R[end - 1] = ${closure};`);
  text.push(`if (${meta("initials")} !== 0) machine.initialise(fn, ${window});`);
  if (call.first !== undefined) text.push(call.first);
  if (!tail) text.push(`frames[fp] = ${call.next}; frames[fp + 1] = base; frames[fp + 2] = ${call.dst}; fp += 3; base = top;`);
  text.push(`top = end; pc = ${meta("start")}; ${compiled("compiled", "fn")} continue;`);
  return text.join("\n");
}

/** Where the operands of a decoded instruction are: their words, and the length without a list's items. */
export interface Place {
  readonly operand: (name: string) => string;
  readonly length: number;
}

/** Goes on behind an instruction whose list has `count` items. */
const behind = (place: Place, count: string): string => `pc + ${place.length} + ${count}`;
const absolute = (place: Place): string => `base + ${place.operand("dst")}`;

interface Dynamic {
  readonly place: Place;
  readonly tail: boolean;
  readonly count: string;
  readonly argument: (index: string) => string;
  readonly next: string;
}

/** `return` of a value from the running frame. */
const leave = (value: string): string => `const value = ${value}; top = base; fp -= 3; pc = frames[fp]; base = frames[fp + 1]; R[frames[fp + 2]] = value; continue;`;

function callClosure(callee: string, d: Dynamic): string {
  const { place, tail, count, argument, next } = d;
  return `const callee = callable(${callee});\n${enter({
    fn: "callee.of.index",
    tail,
    count,
    argument,
    closure: "callee",
    receiver: { value: "undefined", when: `${meta("receiver")} !== 0` },
    next,
    dst: tail ? "" : absolute(place),
  })}`;
}

function callMethod(o: { receiver: string; name: Spelled<"call_method">["name"] }, d: Dynamic): string {
  const { place, tail, count, argument, next } = d;
  const call = enter({
    fn: "callee === undefined ? member.method : callee.of.index",
    tail,
    count,
    argument,
    closure: "callee",
    receiver: { value: "receiver", when: `callee === undefined || ${meta("receiver")} !== 0` },
    next,
    dst: tail ? "" : absolute(place),
  });
  const given = `machine.gather(base, ${count}, pc + ${place.length})`;
  const builtin = [
    save,
    `const given = ${given}; ${payDynamic("machine.methodCost(member.builtin, receiver, given)")}`,
    `const result = machine.callMethod(member.builtin, receiver, given);`,
    tail ? leave("result") : `R[${absolute(place)}] = result; pc = ${next}; continue;`,
  ].join(" ");
  return [
    `const receiver = ${o.receiver}; const member = memberOf(machine, receiver, ${o.name.text}, ${o.name.site}); let callee;`,
    `if (member.slot >= 0) callee = callable(readMember(machine, receiver, member));`,
    `else if (member.method < 0) { if (member.builtin < 0) machine.missing(receiver, ${o.name.text}); ${builtin} }`,
    call,
  ].join("\n");
}

type Controlled = Exclude<Mnemonic, WithFlow<"next"> | "block" | "try" | "else" | "catch" | "end">;
type Entry<M extends Mnemonic> = (o: Spelled<M>, place: Place) => string;

const jumps = Object.fromEntries(
  conditionNames.map((mnemonic) => [
    mnemonic,
    (o: never, place: Place) => {
      const { check, test } = spellCondition(mnemonic, o);
      return `${check}${check === "" ? "" : " "}if (${test}) pc += ${place.length + 1}; else pc = code[pc + ${place.length}]; continue;`;
    },
  ]),
) as unknown as { readonly [M in Condition]: Entry<M> };

export const control: { readonly [M in Controlled]: Entry<M> } = {
  ...jumps,
  loop: () => `${payStatic("code[pc + 1]")} pc += 2; continue;`,
  branch: () => "pc = code[pc + 1]; continue;",
  switch: (o) => `const value = ${o.value}, last = code[pc + 2] - 1; pc = code[pc + 3 + (value >= 0 && value < last ? value : last)]; continue;`,
  return: (o) => leave(o.src),
  throw: (o) =>
    `const value = ${o.src}; if (value === undefined || value === null) raise("NullReference"); ${save} const thrown = machine.throwValue(value); if (thrown !== ${status.go}) return thrown; ${restore} continue;`,

  call: (o, place) => enter({ fn: o.fn, tail: false, count: o.args.count, argument: (i) => o.args.item(i), next: behind(place, "count"), dst: absolute(place) }),
  tail_call: (o) => enter({ fn: o.fn, tail: true, count: o.args.count, argument: (i) => o.args.item(i), next: "", dst: "" }),
  call_closure: (o, place) => callClosure(o.callee, { place, tail: false, count: o.args.count, argument: (i) => o.args.item(i), next: behind(place, o.args.count) }),
  tail_call_closure: (o, place) => callClosure(o.callee, { place, tail: true, count: o.args.count, argument: (i) => o.args.item(i), next: "" }),
  call_method: (o, place) => callMethod(o, { place, tail: false, count: o.args.count, argument: (i) => o.args.item(i), next: behind(place, o.args.count) }),
  tail_call_method: (o, place) => callMethod(o, { place, tail: true, count: o.args.count, argument: (i) => o.args.item(i), next: "" }),
  call_getter: (o, place) =>
    `const receiver = ${o.receiver}; const member = memberOf(machine, receiver, ${o.name.text}, ${o.name.site});\n` +
    `if (member.getter < 0) { ${o.dst} = readMember(machine, receiver, member); pc += ${place.length}; continue; }\n` +
    enter({
      fn: "member.getter",
      tail: false,
      count: "0",
      argument: () => "undefined",
      receiver: { value: "receiver", when: "params > 0" },
      next: `pc + ${place.length}`,
      dst: absolute(place),
    }),
  // register 0 of the machine is nobody's: a setter's result goes there
  call_setter: (o, place) =>
    `const receiver = ${o.receiver}; const member = memberOf(machine, receiver, ${o.name.text}, ${o.name.site});\n` +
    `if (member.setter < 0) { writeMember(machine, receiver, member, ${o.name.text}, ${o.src}); ${o.dst} = undefined; pc += ${place.length}; continue; }\n` +
    enter({
      fn: "member.setter",
      tail: false,
      count: "1",
      argument: () => o.src,
      receiver: { value: "receiver", when: "params > 0" },
      next: `pc + ${place.length}`,
      dst: "0",
      first: `${o.dst} = undefined;`,
    }),
  call_import: (o, place) =>
    `${save} const answered = machine.callHost(${o.import}, ${o.args.array}, ${absolute(place)}, ${behind(place, o.args.count)}); if (answered !== ${status.go}) return answered; ${restore} continue;`,
};

/** A branch to a loop. */
export const turnText = `${payStatic("code[pc + 2]")} pc = code[pc + 1]; ${compiled("turn", "pc")} continue;`;
/** Reached only by falling off the code of an entry point. */
export const haltText = `${save} return ${status.done};`;
export { restore };
