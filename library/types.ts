import { getEnumerator } from "./enumerators.ts";
import { to_string } from "./format-text.ts";

/** A reference cell. One made of a getter and a setter is a byref: it reads and writes a variable or field elsewhere. */
export class FSharpRef {
  static readonly $type: string = "Microsoft.FSharp.Core.FSharpRef";
  value: any;
  getter: any;
  setter: any;

  constructor(contentsOrGetter: any, setter?: any) {
    if (setter === undefined) {
      this.value = contentsOrGetter;
    } else {
      this.getter = contentsOrGetter;
      this.setter = setter;
    }
  }

  get contents(): any {
    return this.getter === undefined ? this.value : this.getter();
  }

  set contents(v: any) {
    if (this.setter === undefined) this.value = v;
    else this.setter(v);
  }
}

export class Attribute {}

/** What structs that are no records inherit from: their ToString is the name of their type. */
export class Record {}

/** .NET's ToString of any value. */
export function toString(x: any): string {
  return to_string(x);
}

function itemToString(x: any): string {
  return x == null ? "null" : to_string(x);
}

/** The first three elements, as ToString of lists, sets and sequences writes them. */
export function seqToString(xs: any): string {
  const e: any = getEnumerator(xs);
  let text: string = "[";
  let n: int32 = 0;
  while (e["System.Collections.IEnumerator.MoveNext"]()) {
    if (n === 3) {
      text = text + "; ... ";
      break;
    }
    if (n > 0) text = text + "; ";
    text = text + itemToString(e["System.Collections.Generic.IEnumerator`1.get_Current"]());
    n++;
  }
  e.Dispose();
  return text + "]";
}
