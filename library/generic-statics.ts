// The static fields of generic classes: an object with them for each instantiation, initialised when it is first asked for.
import { parseType, type TypeNode } from "./type-text.ts";

class StaticFields {
  make: any;
  start: any;
  constructor(make: any, start: any) {
    this.make = make;
    this.start = start;
  }
}

const classes: any = new Map();
const instantiations: any = new Map();

const keyOf = (name: string, arity: int32): string => name + "`" + arity;

/** `make` gives an object with the fields of class `name`, `start` initialises them, given the texts of its type arguments. */
export function declareStatics(name: string, arity: int32, make: any, start: any): void {
  classes.set(keyOf(name, arity), new StaticFields(make, start));
}

export function staticsOf(type: string): any {
  const known: any = instantiations.get(type);
  if (known !== undefined) return known;
  const node: TypeNode = parseType(type);
  const { make, start } = classes.get(keyOf(node.name, node.args.length));
  const made: any = make();
  instantiations.set(type, made);
  start(...node.args.map((arg: TypeNode) => arg.text));
  return made;
}
