/** Bytecode as text for people: one line per instruction, indented by region, with the names of what it refers to. */
import { type Fn, type Module, positionWords, type TypeDef } from "../fzb/module.ts";
import { builtins } from "./builtins.ts";
import type { Instruction } from "./codec.ts";
import { instructionsOf } from "./codec.ts";
import type { OperandShape } from "./instruction.ts";
import type { Kind } from "./kinds.ts";
import { builtinTypes, firstOwnType } from "./kinds.ts";
import type { OperandKind } from "./table.ts";

const builtinNamesByCode = new Map<number, string>(Object.entries(builtins).map(([name, { code }]) => [code, name]));
const builtinTypeNames = new Map<number, string>(Object.entries(builtinTypes).map(([name, { index }]) => [index, name]));

const typeName = (module: Module, index: number): string => builtinTypeNames.get(index) ?? module.types[index - firstOwnType]?.name ?? `type ${index}`;
const kindText = (module: Module, of: { readonly kind: Kind; readonly type: number }): string => (of.kind === "ref" ? `ref ${typeName(module, of.type)}` : of.kind);
const functionText = (module: Module, index: number): string => `fn ${index}${module.functions[index]?.name ? ` ${module.functions[index].name}` : ""}`;
const numberText = (value: number): string => (Object.is(value, -0) ? "-0" : String(value));

/** How an operand that is one number reads, by its kind; registers and anything else are handled apart. */
const spelled: { readonly [K in OperandKind]?: (module: Module, value: number) => string } = {
  imm: (_, value) => String(value),
  name: (module, value) => JSON.stringify(module.strings[value]) ?? `string ${value}`,
  "const.str": (module, value) => JSON.stringify(module.strings[value]) ?? `string ${value}`,
  "const.f64": (module, value) => (value in module.doubles ? numberText(module.doubles[value]) : `double ${value}`),
  "const.i64": (module, value) => `${module.integers[value] ?? `integer ${value}`}`,
  "const.u64": (module, value) => `${module.integers[value] ?? `integer ${value}`}`,
  "const.bigint": (module, value) => `${module.integers[value] ?? `integer ${value}`}`,
  type: typeName,
  fn: functionText,
  global: (module, value) => `global ${value} ${module.globals[value]?.name ?? ""}`,
  import: (module, value) => `import ${value} ${module.imports[value]?.module ?? ""}.${module.imports[value]?.name ?? ""}`,
  builtin: (_, value) => builtinNamesByCode.get(value) ?? `builtin ${value}`,
  upvalue: (_, value) => `upvalue ${value}`,
  label: (_, value) => `^${value}`,
};

const isRegister = (kind: OperandKind): boolean => kind.startsWith("def.") || kind.startsWith("use.");

const slotText = (module: Module, fn: Fn, { operands }: Instruction, slot: number): string => {
  const object = fn.registers[operands.object as number];
  const type = object?.kind === "ref" ? module.types[object.type - firstOwnType] : undefined;
  return `.${type?.slots[slot]?.name ?? slot}`;
};

const operandText = (module: Module, fn: Fn, instruction: Instruction, { name, kind }: OperandShape): string => {
  const value = instruction.operands[name];
  if (typeof value !== "number") return kind === "labels" ? `[${value.map((label) => `^${label}`).join(" ")}]` : `(${value.map((register) => `r${register}`).join(" ")})`;
  if (kind === "slot") return slotText(module, fn, instruction, value);
  return isRegister(kind) ? `r${value}` : (spelled[kind]?.(module, value) ?? String(value));
};

/** One instruction without its offset and indentation: `r2 := add_i32 r0 r1`. */
export const instructionText = (module: Module, fn: Fn, instruction: Instruction): string => {
  const { mnemonic, operands } = instruction.shape;
  const written = operands.filter(({ kind }) => kind.startsWith("def.")).map((operand) => operandText(module, fn, instruction, operand));
  const rest = operands.filter(({ kind }) => !kind.startsWith("def.")).map((operand) => operandText(module, fn, instruction, operand));
  return `${written.length === 0 ? "" : `${written.join(" ")} := `}${[mnemonic, ...rest].join(" ")}`;
};

/** Where the F# position changes: its text by word offset. */
const positionTexts = ({ debug }: Module, index: number): ReadonlyMap<number, string> => {
  const texts = new Map<number, string>();
  const words = debug?.positions[index] ?? [];
  for (let k = 0; k < words.length; k += positionWords) texts.set(words[k], `${debug?.files[words[k + 1]] ?? words[k + 1]}:${words[k + 2]}:${words[k + 3] + 1}`);
  return texts;
};

/** A function: its signature, its registers and its code. */
export const functionLines = (module: Module, index: number): readonly string[] => {
  const fn = module.functions[index];
  const register = (at: number): string => `r${at}: ${kindText(module, fn.registers[at])}`;
  const params = Array.from({ length: fn.params }, (_, i) => register(i));
  const lines = [`${functionText(module, index)}(${params.join(", ")}): ${kindText(module, fn.result)}${fn.receiver ? ", with receiver" : ""}`];
  if (fn.captures.length > 0) lines.push(`  captures ${fn.captures.map((each, i) => `${i}: ${kindText(module, each)}`).join(", ")}`);
  if (fn.registers.length > fn.params)
    lines.push(
      `  registers ${fn.registers
        .slice(fn.params)
        .map((_, i) => register(fn.params + i))
        .join(", ")}`,
    );
  const positions = positionTexts(module, index);
  let depth = 0;
  let end = 0;
  for (const instruction of instructionsOf(fn.code)) {
    const { flow } = instruction.shape;
    if (flow === "end" || flow === "else" || flow === "catch") depth = Math.max(0, depth - 1);
    const position = positions.get(instruction.at);
    const text = `${String(instruction.at).padStart(5)}  ${"  ".repeat(depth)}${instructionText(module, fn, instruction)}`;
    lines.push(position === undefined ? text : `${text.padEnd(64)}  ; ${position}`);
    if (flow === "open" || flow === "else" || flow === "catch") depth++;
    end = instruction.end;
  }
  if (end < fn.code.length) lines.push(`${String(end).padStart(5)}  ${fn.code.length - end} words that are no instruction`);
  return lines;
};

const typeLines = (module: Module, type: TypeDef, index: number): readonly string[] => [
  `type ${index} ${type.name}${type.generics.length === 0 ? "" : `<${type.generics.join(", ")}>`}: ${type.kind}${type.parent === 0 ? "" : ` of ${typeName(module, type.parent)}`}`,
  ...type.slots.map((slot, i) => `  slot ${i} ${slot.name}: ${kindText(module, slot)}${slot.fsharp === "" ? "" : `  ; ${slot.fsharp}`}`),
  ...type.cases.map((each, i) => `  case ${i} ${each.name}${each.fields.length === 0 ? "" : ` (${each.fields.map((field) => `${field.name} in ${field.slot}`).join(", ")})`}`),
  ...type.methods.map((method) => `  ${method.kind} ${method.name} = ${functionText(module, method.fn)}`),
];

/** The whole module. */
export const disassemble = (module: Module): string => {
  const parts: (readonly string[])[] = [
    [`module ${module.name}, cost table ${module.costTable}${module.capabilities.length === 0 ? "" : `, needs ${module.capabilities.join(" ")}`}`],
    ...module.types.map((type, i) => typeLines(module, type, firstOwnType + i)),
    module.imports.map((each, i) => `import ${i} ${each.module}.${each.name}(${each.params.join(", ")}): ${each.result}, needs ${each.capability}`),
    module.globals.map((each, i) => `global ${i} ${each.name}: ${kindText(module, each)}`),
    module.exports.map((each) => `export ${each.name} = ${functionText(module, each.fn)}${each.fsharp === "" ? "" : `  ; ${each.fsharp}`}`),
    module.entry < 0 ? [] : [`entry ${functionText(module, module.entry)}`],
    ...module.functions.map((_, i) => functionLines(module, i)),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
};
