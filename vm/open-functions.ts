/** Which functions closures can be of: those that some instruction makes one of, and methods, whose closures are made when they are read as values. */
import type { Module } from "../schemas/fzb/module.ts";
import { isa } from "../schemas/isa/table.ts";
import { lengthAt } from "./instructions.ts";

/** By function: 1 where a closure of it can be. */
export function openFunctions({ functions, types }: Module): Uint8Array {
  const open = new Uint8Array(functions.length);
  for (const { methods } of types) for (const { fn } of methods) open[fn] = 1;
  functions.forEach(({ code, captures }, index) => {
    if (captures.length > 0) open[index] = 1;
    for (let at = 0; at < code.length; at += lengthAt(code, at)) if (code[at] === isa.new_closure.code || code[at] === isa.const_closure.code) open[code[at + 2]] = 1;
  });
  return open;
}
