/** Functions of several parameters from curried ones, and back. */
export function uncurry2(f: any): any {
  if (f == null) return undefined;
  return (a1: any, a2: any): any => f(a1)(a2);
}
export function curry2(f: any): any {
  return (a1: any): any =>
    (a2: any): any =>
      f(a1, a2);
}
export function uncurry3(f: any): any {
  if (f == null) return undefined;
  return (a1: any, a2: any, a3: any): any => f(a1)(a2)(a3);
}
export function curry3(f: any): any {
  return (a1: any): any =>
    (a2: any): any =>
    (a3: any): any =>
      f(a1, a2, a3);
}
export function uncurry4(f: any): any {
  if (f == null) return undefined;
  return (a1: any, a2: any, a3: any, a4: any): any => f(a1)(a2)(a3)(a4);
}
export function curry4(f: any): any {
  return (a1: any): any =>
    (a2: any): any =>
    (a3: any): any =>
    (a4: any): any =>
      f(a1, a2, a3, a4);
}
export function uncurry5(f: any): any {
  if (f == null) return undefined;
  return (a1: any, a2: any, a3: any, a4: any, a5: any): any => f(a1)(a2)(a3)(a4)(a5);
}
export function curry5(f: any): any {
  return (a1: any): any =>
    (a2: any): any =>
    (a3: any): any =>
    (a4: any): any =>
    (a5: any): any =>
      f(a1, a2, a3, a4, a5);
}
export function uncurry6(f: any): any {
  if (f == null) return undefined;
  return (a1: any, a2: any, a3: any, a4: any, a5: any, a6: any): any => f(a1)(a2)(a3)(a4)(a5)(a6);
}
export function curry6(f: any): any {
  return (a1: any): any =>
    (a2: any): any =>
    (a3: any): any =>
    (a4: any): any =>
    (a5: any): any =>
    (a6: any): any =>
      f(a1, a2, a3, a4, a5, a6);
}
export function uncurry7(f: any): any {
  if (f == null) return undefined;
  return (a1: any, a2: any, a3: any, a4: any, a5: any, a6: any, a7: any): any => f(a1)(a2)(a3)(a4)(a5)(a6)(a7);
}
export function curry7(f: any): any {
  return (a1: any): any =>
    (a2: any): any =>
    (a3: any): any =>
    (a4: any): any =>
    (a5: any): any =>
    (a6: any): any =>
    (a7: any): any =>
      f(a1, a2, a3, a4, a5, a6, a7);
}
export function uncurry8(f: any): any {
  if (f == null) return undefined;
  return (a1: any, a2: any, a3: any, a4: any, a5: any, a6: any, a7: any, a8: any): any => f(a1)(a2)(a3)(a4)(a5)(a6)(a7)(a8);
}
export function curry8(f: any): any {
  return (a1: any): any =>
    (a2: any): any =>
    (a3: any): any =>
    (a4: any): any =>
    (a5: any): any =>
    (a6: any): any =>
    (a7: any): any =>
    (a8: any): any =>
      f(a1, a2, a3, a4, a5, a6, a7, a8);
}
export function uncurry9(f: any): any {
  if (f == null) return undefined;
  return (a1: any, a2: any, a3: any, a4: any, a5: any, a6: any, a7: any, a8: any, a9: any): any => f(a1)(a2)(a3)(a4)(a5)(a6)(a7)(a8)(a9);
}
export function curry9(f: any): any {
  return (a1: any): any =>
    (a2: any): any =>
    (a3: any): any =>
    (a4: any): any =>
    (a5: any): any =>
    (a6: any): any =>
    (a7: any): any =>
    (a8: any): any =>
    (a9: any): any =>
      f(a1, a2, a3, a4, a5, a6, a7, a8, a9);
}
export function uncurry10(f: any): any {
  if (f == null) return undefined;
  return (a1: any, a2: any, a3: any, a4: any, a5: any, a6: any, a7: any, a8: any, a9: any, a10: any): any => f(a1)(a2)(a3)(a4)(a5)(a6)(a7)(a8)(a9)(a10);
}
export function curry10(f: any): any {
  return (a1: any): any =>
    (a2: any): any =>
    (a3: any): any =>
    (a4: any): any =>
    (a5: any): any =>
    (a6: any): any =>
    (a7: any): any =>
    (a8: any): any =>
    (a9: any): any =>
    (a10: any): any =>
      f(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10);
}
export function uncurry11(f: any): any {
  if (f == null) return undefined;
  return (a1: any, a2: any, a3: any, a4: any, a5: any, a6: any, a7: any, a8: any, a9: any, a10: any, a11: any): any => f(a1)(a2)(a3)(a4)(a5)(a6)(a7)(a8)(a9)(a10)(a11);
}
export function curry11(f: any): any {
  return (a1: any): any =>
    (a2: any): any =>
    (a3: any): any =>
    (a4: any): any =>
    (a5: any): any =>
    (a6: any): any =>
    (a7: any): any =>
    (a8: any): any =>
    (a9: any): any =>
    (a10: any): any =>
    (a11: any): any =>
      f(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11);
}
export function uncurry12(f: any): any {
  if (f == null) return undefined;
  return (a1: any, a2: any, a3: any, a4: any, a5: any, a6: any, a7: any, a8: any, a9: any, a10: any, a11: any, a12: any): any =>
    f(a1)(a2)(a3)(a4)(a5)(a6)(a7)(a8)(a9)(a10)(a11)(a12);
}
export function curry12(f: any): any {
  return (a1: any): any =>
    (a2: any): any =>
    (a3: any): any =>
    (a4: any): any =>
    (a5: any): any =>
    (a6: any): any =>
    (a7: any): any =>
    (a8: any): any =>
    (a9: any): any =>
    (a10: any): any =>
    (a11: any): any =>
    (a12: any): any =>
      f(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12);
}
