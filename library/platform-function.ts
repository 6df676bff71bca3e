import { array_is } from "fusabi:builtin";
import { ArgumentException } from "./exceptions.ts";
import { Array_from } from "./platform-array.ts";

/** `f(...args)` */
export function apply_closure(f: any, values: any): any {
  const a: any = array_is(values) ? values : Array_from(values);
  switch (a.length) {
    case 0:
      return f();
    case 1:
      return f(a[0]);
    case 2:
      return f(a[0], a[1]);
    case 3:
      return f(a[0], a[1], a[2]);
    case 4:
      return f(a[0], a[1], a[2], a[3]);
    case 5:
      return f(a[0], a[1], a[2], a[3], a[4]);
    case 6:
      return f(a[0], a[1], a[2], a[3], a[4], a[5]);
    case 7:
      return f(a[0], a[1], a[2], a[3], a[4], a[5], a[6]);
    case 8:
      return f(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7]);
    default:
      throw new ArgumentException("A call with spread arguments takes at most 8.");
  }
}
