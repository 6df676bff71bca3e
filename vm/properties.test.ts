import { describe, expect, it } from "vitest";
import { exceptions } from "../schemas/isa/exceptions.ts";
import { exceptionType, type FnText, type Line, type ModuleText, machineFor, runText } from "./test-assembler.ts";

const main = (code: readonly Line[]): FnText => ({ params: 0, registers: ["any", "any", "any", "ref Square", "i32", "str", "bool", "ref closure"], code });
const method = (params: number, code: readonly Line[]): FnText => ({ params, registers: ["any", "any", "any", "any"], receiver: true, code });

const module = (code: readonly Line[]): ModuleText => ({
  types: {
    Shape: {
      kind: "class",
      slots: { name: "str", handler: "any" },
      methods: { describe: ["method", "describe"], area: ["getter", "noArea"] },
      interfaces: ["IShape<int32>", "IPair<list<string>,'T>"],
    },
    Square: { kind: "class", parent: "Shape", slots: { name: "str", handler: "any", side: "i32" }, methods: { area: ["getter", "squareArea"], grow: ["setter", "grow"] } },
    Listing: { kind: "extension", parent: "array_any", methods: { second: ["method", "second"], push: ["method", "second"] } },
    Words: { kind: "extension", parent: "string", methods: { shout: ["method", "shout"] } },
    IShape: { kind: "interface" },
    ...Object.fromEntries(Object.values(exceptions).map(({ type }) => [type, exceptionType()])),
  },
  functions: {
    main: main(code),
    describe: method(2, [
      ["get_property", 2, 0, "name"],
      ["add_any", 2, 2, 1],
      ["return", 2],
    ]),
    noArea: method(1, [
      ["const_undefined", 1],
      ["return", 1],
    ]),
    squareArea: method(1, [
      ["get_property", 1, 0, "side"],
      ["mul_any", 1, 1, 1],
      ["return", 1],
    ]),
    grow: method(2, [
      ["get_property", 2, 0, "side"],
      ["add_any", 2, 2, 1],
      ["set_property", 0, "side", 2],
      ["return", 2],
    ]),
    second: {
      ...method(1, [
        ["const_i32", 4, 1],
        ["get_element", 1, 0, 4],
        ["return", 1],
      ]),
      registers: ["any", "any", "any", "any", "i32"],
    },
    shout: {
      ...method(1, [
        ["const_str", 4, "!"],
        ["to_any", 1, 4],
        ["add_any", 1, 0, 1],
        ["return", 1],
      ]),
      registers: ["any", "any", "any", "any", "str"],
    },
    plain: { params: 2, registers: ["any", "any"], code: [["return", 0]] },
    own: method(1, [["return", 0]]),
  },
});

/** A square of side 3 in registers 0 (any) and 3. */
const square: readonly Line[] = [
  ["const_str", 5, "sq"],
  ["const_undefined", 1],
  ["const_i32", 4, 3],
  ["new_object", 3, "Square", 0, [5, 1, 4]],
  ["to_any", 0, 3],
];
const text = (value: string): Line[] => [
  ["const_str", 5, value],
  ["to_any", 1, 5],
];
const run = (...code: Line[]): unknown => {
  const outcome = runText(module(code), "main");
  return "done" in outcome ? outcome.value : "trapped" in outcome ? outcome.trap.exceptionType : outcome;
};

describe("members", () => {
  it("are methods, inherited ones too, with missing arguments undefined", () => {
    expect(run(...square, ...text("!"), ["call_method", 2, 0, "describe", [1]], ["return", 2])).toBe("sq!");
    expect(run(...square, ["call_method", 2, 3, "describe", []], ["return", 2])).toBe("squndefined");
    expect(run(...square, ...text("?"), ["tail_call_method", 0, "describe", [1, 1]])).toBe("sq?");
    expect(run(...square, ["call_method", 2, 0, "nothing", []], ["return", 2])).toBe(exceptions.MissingMethod.type);
    expect(run(["const_undefined", 0], ["call_method", 2, 0, "nothing", []], ["return", 2])).toBe(exceptions.NullReference.type);
  });

  it("are getters and setters, the own type's before its base's", () => {
    expect(run(...square, ["call_getter", 2, 0, "area"], ["return", 2])).toBe(9);
    expect(run(...square, ["call_getter", 2, 0, "side"], ["return", 2])).toBe(3);
    expect(run(...square, ["const_i32", 4, 2], ["to_any", 1, 4], ["call_setter", 2, 0, "grow", 1], ["call_getter", 2, 0, "area"], ["return", 2])).toBe(25);
    expect(run(...square, ["const_i32", 4, 2], ["to_any", 1, 4], ["call_setter", 2, 0, "side", 1], ["get_property", 1, 0, "side"], ["return", 1])).toBe(2);
  });

  it("keep their slots' kinds", () => {
    expect(run(...square, ...text("x"), ["set_property", 0, "side", 1], ["return", 1])).toBe(exceptions.InvalidCast.type);
    expect(run(...square, ...text("x"), ["set_property", 0, "nothing", 1], ["return", 1])).toBe(exceptions.InvalidCast.type);
    expect(run(...square, ["get_property", 1, 0, "area"], ["return", 1])).toBeUndefined();
  });

  it("are closures in slots, which get the receiver when they take one", () => {
    expect(
      run(
        ...square,
        ["new_closure", 7, "plain", []],
        ["to_any", 1, 7],
        ["set_property", 0, "handler", 1],
        ["const_i32", 4, 7],
        ["to_any", 2, 4],
        ["call_method", 2, 0, "handler", [2]],
        ["return", 2],
      ),
    ).toBe(7);
    expect(
      run(
        ...square,
        ["new_closure", 7, "own", []],
        ["to_any", 1, 7],
        ["set_property", 0, "handler", 1],
        ["call_method", 2, 0, "handler", []],
        ["eq_any", 6, 2, 0],
        ["to_any", 2, 6],
        ["return", 2],
      ),
    ).toBe(true);
    expect(run(...square, ["new_closure", 7, "own", []], ["call_closure", 2, 7, [0]], ["return", 2])).toBeUndefined();
    expect(run(...square, ["get_property", 1, 0, "describe"], ["get_property", 2, 0, "describe"], ["eq_any", 6, 1, 2], ["to_any", 2, 6], ["return", 2])).toBe(true);
  });

  it("are builtins and extensions of arrays, strings and numbers", () => {
    expect(run(...text("shh"), ["call_method", 2, 1, "shout", []], ["return", 2])).toBe("shh!");
    expect(run(...text("shh"), ["call_method", 2, 1, "toUpperCase", []], ["return", 2])).toBe("SHH");
    expect(run(...text("shh"), ["tail_call_method", 1, "toUpperCase", []])).toBe("SHH");
    expect(run(...text("abc"), ["get_property", 2, 1, "length"], ["return", 2])).toBe(3);
    expect(run(...text("abc"), ["const_i32", 4, 255], ["to_any", 0, 4], ["const_i32", 4, 16], ["to_any", 1, 4], ["call_method", 2, 0, "toString", [1]], ["return", 2])).toBe("ff");
    expect(run(...text("abc"), ["call_method", 2, 1, "padStart", [1]], ["return", 2])).toBe(exceptions.InvalidCast.type);
  });

  it("name interfaces with or without their arguments", () => {
    for (const [name, expected] of [
      ["IShape", true],
      ["IShape<int32>", true],
      ["IShap", false],
      ["IShape<string>", false],
      ["IPair<list<string>,list<int32>>", true],
      ["IPair<list<string>>", false],
      ["IPair<list<int32>,string>", false],
    ] as const) {
      expect(run(...square, ["const_str", 5, name], ["call_builtin", 6, "object_implements", [0, 5]], ["to_any", 1, 6], ["return", 1])).toBe(expected);
    }
  });

  it("of arrays: an extension's before a builtin's", () => {
    const items: ModuleText = module([...text("a"), ["const_undefined", 0], ["return", 0]]);
    const machine = machineFor({
      ...items,
      functions: {
        ...items.functions,
        main: {
          params: 0,
          registers: ["str", "any", "ref array_any", "any", "ref array_i32", "i32"],
          code: [
            ["const_str", 0, "x"],
            ["to_any", 1, 0],
            ["const_i32", 5, 6],
            ["array_of", 4, "array_i32", [5, 5]],
            ["to_any", 3, 4],
            ["array_of", 2, "array_any", [1, 3]],
            ["call_method", 3, 2, "push", []],
            ["call_method", 3, 3, "second", []],
            ["return", 3],
          ],
        },
      },
    });
    machine.start("main");
    expect(machine.step()).toEqual({ done: true, value: 6 });
  });
});
