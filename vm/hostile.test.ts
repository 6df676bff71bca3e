import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BuiltinSpec, builtins } from "../schemas/isa/builtins.ts";
import { exceptions } from "../schemas/isa/exceptions.ts";
import { shapeOf } from "../schemas/isa/instruction.ts";
import { builtinTypes, type Kind } from "../schemas/isa/kinds.ts";
import { type Mnemonic, mnemonics } from "../schemas/isa/table.ts";
import type { Machine } from "./machine.ts";
import { MapTable } from "./map-table.ts";
import { makeObject } from "./object.gen.ts";
import { exceptionType, type FnText, type KindText, type Line, type ModuleText, machineFor, type TypeText } from "./test-assembler.ts";
import { Boxed, Cell, Handle, makeArray, makeClosure, WeakTable } from "./value.ts";

const types: Record<string, TypeText> = {
  Shape: { kind: "union", slots: { size: "f64", next: "ref Shape", name: "str" }, cases: { Dot: {}, Circle: { size: 0 }, Named: { name: 2, next: 1 } } },
  Point: {
    kind: "record",
    slots: { x: "i32", y: "any", length: "bool", toString: "any" },
    methods: { area: ["method", "identity"], half: ["getter", "identity"], twice: ["setter", "second"] },
  },
  Wide: { kind: "class", slots: Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`f${index}`, "i64" as KindText])) },
  Extra: { kind: "extension", parent: "array_any", methods: { map: ["method", "identity"] } },
  ...Object.fromEntries(Object.values(exceptions).map(({ type }) => [type, exceptionType()])),
};
const shared: Record<string, FnText> = {
  identity: { params: 1, registers: ["any"], receiver: true, code: [["return", 0]] },
  second: { params: 2, registers: ["any", "any"], receiver: true, code: [["return", 1]] },
  none: { params: 0, registers: ["any"], code: [["return", 0]] },
};

const names = [
  "x",
  "y",
  "length",
  "size",
  "toString",
  "area",
  "half",
  "twice",
  "push",
  "map",
  "get",
  "message",
  "constructor",
  "__proto__",
  "valueOf",
  "hasOwnProperty",
  "indexOf",
  "t",
  "g",
  "s0",
  "",
];
const scalars: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -0,
  1,
  -1,
  3,
  2147483647,
  -2147483648,
  4294967295,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1e300,
  5e-324,
  0n,
  1n,
  -1n,
  2n ** 63n - 1n,
  -(2n ** 63n),
  2n ** 64n - 1n,
  2n ** 200n,
  -(2n ** 3000n),
  "",
  "a",
  "0",
  "2",
  "-1",
  "abc😀\ud800",
  "1e5",
  " 12 ",
  "x".repeat(500),
  ...names,
];

/** Every sort of guest object. */
function objects(machine: Machine): unknown[] {
  const type = (name: keyof typeof builtinTypes) => machine.types[builtinTypes[name].index];
  const own = (name: string) => machine.loaded.typesByName.get(name) as (typeof machine.types)[number];
  const map = new MapTable(type("map"));
  map.set("a", 1);
  map.set(Number.NaN, 2);
  const set = new MapTable(type("set"));
  set.set(5, 5);
  const mixed = [1, "two", undefined, null, 3n, map];
  const arrays = Object.entries(builtinTypes)
    .filter(([name]) => name.startsWith("array_"))
    .map(([, { index }]) => makeArray(index, 3));
  const cyclic: unknown[] = [1];
  cyclic.push(cyclic);
  return [
    ...arrays,
    mixed,
    [],
    ["b", "a"],
    cyclic,
    map,
    set,
    makeClosure(machine.closureType, machine.callees[0], []),
    makeClosure(machine.closureType, machine.callees[1], []),
    makeClosure(machine.closureType, machine.callees[2], []),
    new Cell(type("cell_any"), 1),
    new Boxed(type("boxed"), "int32", 5),
    new Handle(type("handle"), {}),
    new WeakTable(type("weak_map")),
    machine.typeValue(own("Point")),
    makeObject(own("Shape"), 0, []),
    makeObject(own("Shape"), 2, [1, undefined, "n"]),
    makeObject(own("Point"), 0, [1, "y", true, makeClosure(machine.closureType, machine.callees[0], [])]),
    makeObject(own("Point"), 0, []),
    makeObject(own("Wide"), 0, []),
    makeObject(own("System.Exception"), 0, ["m"]),
  ];
}

const fits: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  i32: (value) => typeof value === "number" && Object.is(value | 0, value),
  u32: (value) => typeof value === "number" && Object.is(value >>> 0, value),
  f64: (value) => typeof value === "number",
  i64: (value) => typeof value === "bigint" && BigInt.asIntN(64, value) === value,
  u64: (value) => typeof value === "bigint" && BigInt.asUintN(64, value) === value,
  bool: (value) => typeof value === "boolean",
  str: (value) => value === undefined || typeof value === "string",
  ref: () => true,
  any: () => true,
};

/** Runs one instruction on values put straight into its registers; gives what came out, which is of the kind declared or an exception. */
function probe(params: readonly Kind[], result: Kind, code: readonly Line[], pick: (choices: number) => number): void {
  const text: ModuleText = {
    types,
    functions: { ...shared, probe: { params: params.length, registers: [...params, result], result, code: [...code, ["return", params.length]] } },
  };
  const machine = machineFor(text, { limits: { memory: 1 << 22 } });
  const pool = [...scalars, ...objects(machine)];
  machine.start(
    "probe",
    params.map((kind) => (kind === "any" ? undefined : { i32: 0, u32: 0, f64: 0, i64: 0n, u64: 0n, bool: false, str: "", ref: undefined }[kind])),
  );
  params.forEach((kind, index) => {
    const choices = pool.filter(fits[kind]);
    machine.registers[1 + index] = choices[pick(choices.length)];
  });
  const outcome = machine.step(100_000);
  if ("done" in outcome) expect(fits[result](machine.registers[1])).toBe(true);
  else if ("trapped" in outcome) expect(outcome.trap.code).toBe("unhandled_exception");
  else expect(outcome).toHaveProperty("paused");
}

const picks = fc.infiniteStream(fc.nat());
const picker = (stream: Iterator<number>) => (choices: number) => (stream.next().value as number) % choices;
const runs = 60;

/** Instructions whose register operands are all `any` or values, beside names. */
const probed = mnemonics.filter((mnemonic) => {
  const { operands, flow } = shapeOf(mnemonic);
  return (
    (flow === "next" || flow === "call" || flow === "throw") &&
    operands.some(({ kind }) => kind === "use.any" || kind === "use.v") &&
    operands.every(({ kind }) => /^(?:def\.(?!ref)\w+|use\.\w+|name|uses)$/.test(kind) && !kind.endsWith(".t"))
  );
});

describe("any instruction on any values", () => {
  it("covers what takes any", () => {
    expect(probed).toContain("call_method");
    expect(probed.length).toBeGreaterThan(40);
  });

  it.each(probed)("%s gives a value of its kind or a guest exception", (mnemonic: Mnemonic) => {
    fc.assert(
      fc.property(picks, (stream) => {
        const pick = picker(stream);
        const params: Kind[] = [];
        let result: Kind = "any";
        const { operands } = shapeOf(mnemonic);
        const uses = operands.filter(({ kind }) => kind.startsWith("use.")).length;
        const extra = pick(4);
        const total = uses + (operands.some(({ kind }) => kind === "uses") ? extra : 0);
        const given = operands.map(({ kind }) => {
          if (kind === "name") return names[pick(names.length)];
          if (kind === "uses") return Array.from({ length: extra }, () => params.push("any") - 1);
          if (kind.startsWith("def.")) {
            result = kind.slice(4) as Kind;
            return total;
          }
          return params.push(kind === "use.v" ? "any" : (kind.slice(4) as Kind)) - 1;
        });
        // registers are numbered as they are met, lists last, so the result follows them all
        probe(params, result, [[mnemonic, ...given] as unknown as Line], pick);
      }),
      { numRuns: runs },
    );
  });

  it.each(Object.entries(builtins) as [string, BuiltinSpec][])("builtin %s gives a value of its kind or a guest exception", (name, { params, result }) => {
    fc.assert(
      fc.property(picks, (stream) => {
        const pick = picker(stream);
        const required = params.reduce((least, kind, index) => (kind === "any" ? least : index + 1), 0);
        const given = params.slice(0, required + pick(params.length - required + 1));
        probe(given, result, [["call_builtin", given.length, name, given.map((_, index) => index)]], pick);
      }),
      { numRuns: runs },
    );
  });
});
