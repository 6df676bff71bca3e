/**
 * Decides in one linear pass, without recursion, whether a module can be run. Nothing needs to be assigned before it is read: a register
 * starts with its kind's initial value (isa/kinds). A ref may be null wherever it is used: instructions check that as they run.
 */

import { CodeCheck } from "./code-check.ts";
import { FzbError, type FzbErrorCode } from "./error.ts";
import { costTableVersion, limits, oldestCostTableVersion } from "./limits.ts";
import { type Fn, type Method, type Module, positionWords, type TypeDef } from "./module.ts";
import { isIndex, kindCode, TypeGraph } from "./type-graph.ts";

declare const valid: unique symbol;

/** A module that `validate` accepted: the only thing a machine loads. Changing it afterwards is misuse. */
export type ValidModule = Module & { readonly [valid]: true };

/** Gives the module back as valid; throws only FzbError. */
export const validate = (module: Module): ValidModule => {
  if (module.costTable < oldestCostTableVersion || module.costTable > costTableVersion) {
    throw new FzbError("unsupported_version", 0, `cost table ${module.costTable}, known are ${oldestCostTableVersion} to ${costTableVersion}`);
  }
  checkCounts(module);
  checkTexts(module);
  const graph = new TypeGraph(module);
  checkImports(module);
  for (let i = 0; i < module.globals.length; i++) if (!graph.isKind(module.globals[i])) graph.failKind(module.globals[i], i, `global ${i} (${module.globals[i].name})`);
  for (let i = 0; i < module.functions.length; i++) checkSignature(module.functions[i], i, graph);
  const uniform = new Uint8Array(module.functions.length);
  for (let i = 0; i < uniform.length; i++) uniform[i] = isUniform(module.functions[i]) ? 1 : 0;
  for (let i = 0; i < module.types.length; i++) checkMethods(module.types[i], i, module, uniform);
  checkEntries(module);
  const code = new CodeCheck(module, graph, uniform);
  for (let i = 0; i < module.functions.length; i++) code.check(i);
  checkDebug(module);
  return module as ValidModule;
};

const checkCounts = (module: Module): void => {
  for (const table of ["functions", "globals", "imports"] as const) {
    if (module[table].length > limits[table]) throw new FzbError("limit_exceeded", 0, `${module[table].length} ${table}`);
  }
};

const checkTexts = (module: Module): void => {
  for (let i = 0; i < module.strings.length; i++) {
    if (module.strings[i].length > limits.textUnits) throw new FzbError("limit_exceeded", i, `string ${i} has ${module.strings[i].length} units`);
  }
  for (let i = 0; i < module.integers.length; i++) {
    const integer = module.integers[i];
    if (BigInt.asIntN(64, integer) !== integer && takesTooMuch(integer)) throw new FzbError("limit_exceeded", i, `integer ${i} takes more than ${limits.integerBytes} bytes`);
  }
};

const takesTooMuch = (integer: bigint): boolean => {
  const bound = 1n << BigInt(8 * limits.integerBytes);
  return integer >= bound || integer <= -bound;
};

const checkImports = (module: Module): void => {
  for (const [i, each] of module.imports.entries()) {
    const wrong = [...each.params, each.result].find((kind) => kindCode[kind] === undefined || kind === "ref");
    if (wrong !== undefined) throw new FzbError("bad_kind", i, `import ${i} (${each.module}.${each.name}): a host takes and gives no ${wrong}`);
    if (each.capability === "") throw new FzbError("bad_capability", i, `import ${i} (${each.module}.${each.name}) names no capability`);
  }
  const needed = [...new Set(module.imports.map((each) => each.capability))].sort();
  const stated = module.capabilities;
  if (needed.length !== stated.length || needed.some((capability, i) => capability !== stated[i])) {
    throw new FzbError("bad_capability", 0, `capabilities are [${stated.join(" ")}], the imports need [${needed.join(" ")}]`);
  }
};

const checkSignature = (fn: Fn, i: number, graph: TypeGraph): void => {
  const { registers, captures, code, params, result } = fn;
  if (registers.length > limits.registers) failFn("limit_exceeded", fn, i, `${registers.length} registers`);
  if (captures.length > limits.captures) failFn("limit_exceeded", fn, i, `${captures.length} captures`);
  if (code.length > limits.codeWords) failFn("limit_exceeded", fn, i, `${code.length} words`);
  if (registers.length * code.length > limits.registerWords) failFn("limit_exceeded", fn, i, `${registers.length} registers over ${code.length} words`);
  if (!isIndex(params, registers.length + 1)) failFn("bad_function", fn, i, `${params} parameters in ${registers.length} registers`);
  if (fn.receiver && params === 0) failFn("bad_function", fn, i, "it takes a receiver but no parameter");
  for (let k = 0; k < registers.length; k++) if (!graph.isKind(registers[k])) graph.failKind(registers[k], i, `${functionName(fn, i)}, register ${k}`, i);
  for (let k = 0; k < captures.length; k++) if (!graph.isKind(captures[k])) graph.failKind(captures[k], i, `${functionName(fn, i)}, capture ${k}`, i);
  if (!graph.isKind(result)) graph.failKind(result, i, `${functionName(fn, i)}, result`, i);
};

const functionName = (fn: Fn, i: number): string => `function ${i}${fn.name === "" ? "" : ` (${fn.name})`}`;

const failFn = (code: FzbErrorCode, fn: Fn, i: number, detail: string): never => {
  throw new FzbError(code, i, `${functionName(fn, i)}: ${detail}`, i);
};

/** Whether parameters and result are all any, as closures and methods need. */
const isUniform = (fn: Fn): boolean => {
  for (let i = 0; i < fn.params; i++) if (fn.registers[i].kind !== "any") return false;
  return fn.result.kind === "any";
};

const checkMethods = (type: TypeDef, i: number, module: Module, uniform: Uint8Array): void => {
  for (const method of type.methods) {
    const fail = (code: "bad_reference" | "bad_function", detail: string): never => {
      throw new FzbError(code, i, `type ${i} (${type.name}), ${method.kind} ${method.name}: ${detail}`);
    };
    if (!isIndex(method.fn, module.functions.length)) fail("bad_reference", `function ${method.fn} of ${module.functions.length}`);
    const fn = module.functions[method.fn];
    if (!fn.receiver || uniform[method.fn] === 0 || fn.captures.length > 0)
      fail("bad_function", `function ${method.fn} must take a receiver, take and give any, and capture nothing`);
    if (fn.params !== (methodParams[method.kind] ?? fn.params))
      fail("bad_function", `a ${method.kind} takes ${methodParams[method.kind]} parameters, function ${method.fn} ${fn.params}`);
  }
};

const methodParams: Readonly<Record<Method["kind"], number | undefined>> = { method: undefined, getter: 1, setter: 2 };

const checkEntries = (module: Module): void => {
  const names = new Set<string>();
  for (const [i, each] of module.exports.entries()) {
    if (!isIndex(each.fn, module.functions.length)) throw new FzbError("bad_reference", i, `export ${i} (${each.name}): function ${each.fn} of ${module.functions.length}`);
    if (module.functions[each.fn].captures.length > 0) throw new FzbError("bad_function", i, `export ${i} (${each.name}): function ${each.fn} has captures`);
    // The entry is the one without a name.
    if (each.name === "") throw new FzbError("bad_function", i, `export ${i} has no name`);
    names.add(each.name);
    if (names.size === i) throw new FzbError("bad_function", i, `export ${i}: ${each.name} is exported twice`);
  }
  if (module.entry === -1) return;
  if (!isIndex(module.entry, module.functions.length)) throw new FzbError("bad_reference", 0, `entry: function ${module.entry} of ${module.functions.length}`);
  const entry = module.functions[module.entry];
  if (entry.params > 0 || entry.captures.length > 0 || entry.result.kind !== "any")
    throw new FzbError("bad_function", 0, `entry: function ${module.entry} must take and capture nothing and give any`);
};

const checkDebug = (module: Module): void => {
  if (module.debug === undefined) return;
  const { files, positions } = module.debug;
  if (positions.length !== module.functions.length) throw new FzbError("bad_debug", 0, `positions for ${positions.length} of ${module.functions.length} functions`);
  for (let i = 0; i < positions.length; i++) {
    const each = positions[i];
    const { length } = module.functions[i].code;
    let last = 0;
    if (each.length % positionWords !== 0) throw new FzbError("bad_debug", 0, `function ${i}: ${each.length} words of positions`, i);
    for (let k = 0; k < each.length; k += positionWords) {
      const offset = each[k];
      const file = each[k + 1];
      const line = each[k + 2];
      const column = each[k + 3];
      if (offset < last || offset >= length || file < 0 || file >= files.length || line < 0 || column < 0) {
        throw new FzbError("bad_debug", offset, `function ${i}, word ${offset}: position ${file}:${line}:${column} is out of order or outside its file or code`, i);
      }
      last = offset;
    }
  }
};
