/** Prints vm/interpreter.gen.ts: the run loop with a literal case per instruction, from the tables of semantics and control. */
import { type Shape, shapesByCode } from "../../schemas/isa/instruction.ts";
import { control, haltText, type Place, payDynamic, restore, save, serve, turnText } from "../../vm/control.ts";
import { haltCode, turnCode } from "../../vm/decode.ts";
import { status } from "../../vm/limits.ts";
import { captureField, environment, raiseNull, type SpelledList, type SpelledName, semantics } from "../../vm/semantics.ts";
import { variants } from "../../vm/variants.ts";

const wide: Readonly<Record<string, number>> = { upvalue: 2, name: 2 };

interface Printed {
  readonly operands: Record<string, string | SpelledList | SpelledName | ((text: string) => string)>;
  readonly place: Place;
}

/** The operands of a decoded instruction, as the interpreter reads them; `known` gives the value of one that a variant fixes. */
function spell(shape: Shape, known: Readonly<Record<string, number>>): Printed {
  const operands: Printed["operands"] = { charge: payDynamic, state: `${save} machine.metering.charged = 0;`, notNull: raiseNull };
  const words = new Map<string, number>();
  let at = 1;
  for (const { name, kind } of shape.operands) {
    const start = at;
    const word = (offset = 0): string => `code[pc + ${start + offset}]`;
    words.set(name, start);
    at += wide[kind] ?? 1;
    if (kind === "uses") {
      operands[name] = {
        count: word(),
        item: (index) => `R[base + code[pc + ${typeof index === "number" ? start + 1 + index : `${start + 1} + ${index}`}]]`,
        array: `machine.gather(base, ${word()}, pc + ${start + 1})`,
      };
    } else if (kind === "use.i64" || kind === "use.u64") operands[name] = `(R[base + ${word()}] as bigint)`;
    else if (kind === "name") operands[name] = { text: `strings[${word()}]`, site: word(1) };
    else if (kind.startsWith("use.") || kind.startsWith("def.")) operands[name] = `R[base + ${word()}]`;
    else if (kind === "const.str") operands[name] = `strings[${word()}]`;
    else if (kind === "const.f64") operands[name] = `doubles[${word()}]`;
    else if (kind.startsWith("const.")) operands[name] = `integers[${word()}]`;
    else if (kind === "type") operands[name] = `types[${word()}]`;
    else if (kind === "upvalue") operands[name] = captureField(`R[base + ${word()}]`, known[name] === undefined ? word(1) : String(known[name]));
    else operands[name] = known[name] === undefined ? word() : String(known[name]);
  }
  return { operands, place: { operand: (name) => `code[pc + ${words.get(name) as number}]`, length: at } };
}

type AnyEntry = (operands: unknown, place: Place) => string;

function bodyOf(shape: Shape, known: Readonly<Record<string, number>> = {}): string | undefined {
  const { operands, place } = spell(shape, known);
  const straight = (semantics as Readonly<Record<string, AnyEntry>>)[shape.mnemonic];
  if (straight === undefined) return (control as Readonly<Record<string, AnyEntry>>)[shape.mnemonic]?.(operands, place);
  const items = shape.list < 0 ? "" : ` + ${(operands[shape.operands[shape.list].name] as SpelledList).count}`;
  return `${straight(operands, place)} pc += ${place.length}${items}; continue;`;
}

const printCase = (code: number, comment: string, body: string): string =>
  `        case ${code}: { // ${comment}\n${body
    .split("\n")
    .map((line) => `          ${line}`)
    .join("\n")}\n        }`;

/**
 * Whether an instruction's case is in a function of its own beside the run loop: what calls a function anyway or is slow by nature. The host's compiler takes
 * time by the loop's size, and starts again when an instruction in it is met for the first time.
 */
const isApart = ({ flow, spec, operands }: Shape): boolean =>
  flow === "next" && spec.charge === undefined && operands.some(({ kind }) => /^(?:def|use)\.(?:u32|i64|u64)$|^use\.(?:any|v)$/.test(kind));

/** The text of a case that gives the next pc, with what the run loop has as locals reached through the machine. */
const apart = (body: string): string =>
  body
    .replace(/pc \+= (.*?); continue;$/, "return pc + $1;")
    .replace(/\b(types|strings|doubles|integers)\[/g, "machine.$1[")
    .replace(/\bmeter\[/g, "machine.metering.cells[");

export function printInterpreter(): string {
  const cases = [printCase(haltCode, "halt", haltText), printCase(turnCode, "branch to a loop", turnText)];
  const others: string[] = [];
  for (const shape of shapesByCode) {
    if (shape === undefined) continue;
    const body = bodyOf(shape);
    if (body !== undefined && isApart(shape)) others.push(printCase(shape.code, shape.mnemonic, apart(body)));
    else if (body !== undefined) cases.push(printCase(shape.code, shape.mnemonic, body));
    const variant = variants[shape.mnemonic];
    variant?.values.forEach((value, index) => {
      cases.push(
        printCase(variant.first + index, `${shape.mnemonic}, ${variant.operand} ${value}`, bodyOf(shape, variant.by === "value" ? { [variant.operand]: value } : {}) as string),
      );
    });
  }
  const body = cases.join("\n");
  const imports = Object.entries(environment).flatMap(([from, names]) => {
    const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(`${serve} ${body} ${others.join()}`));
    return used.length === 0 ? [] : [`import { ${used.join(", ")} } from "${from}";`];
  });
  return `// Generated by pipeline/generate/interpreter.ts from vm/semantics.ts and vm/control.ts. Do not edit.
${imports.join("\n")}
import type { Machine } from "./machine.ts";

/** Runs until something other than going on is to be said; \`machine\` holds where. */
export function run(machine: Machine): number {
  const code = machine.code, meta = machine.meta, meter = machine.metering.cells, types = machine.types;
  const strings = machine.strings, doubles = machine.doubles, integers = machine.integers, scratch = machine.scratch as any[], R = machine.registers as any[];
  const tier = machine.tier, stack = machine.stack;
  let frames = stack.frames, frameLimit = stack.limit, pc = 0, base = 0, top = 0, fp = 0, wanted = 0, amount = 0;
  ${restore}
  for (;;) {
    try {
      for (;;) {
${serve
  .split("\n")
  .map((line) => `        ${line}`)
  .join("\n")}
        dispatch: for (;;) switch (code[pc]) {
${body}
        default:
          pc = runOther(machine, code, R, base, pc); continue;
        }
      }
    } catch (error) {
      ${save}
      const recovered = machine.recover(error);
      if (recovered !== ${status.go}) return recovered;
      ${restore}
    }
  }
}

/** Instructions beside the loop: gives the next pc. */
function runOther(machine: Machine, code: Int32Array, R: any[], base: number, pc: number): number {
  switch (code[pc]) {
${others.join("\n")}
        default:
          throw new Error(\`no instruction \${code[pc]} at \${pc}\`);
  }
}
`;
}
