/**
 * Arrays of several dimensions: an F# array of all items, the last index running fastest, which a table marks with its shape. What only reads items in order (Seq, Length,
 * hash) needs to know nothing of it.
 */
import { weak_map_get, weak_map_new, weak_map_set } from "fusabi:builtin";
import { InvalidOperationException, NullReferenceException } from "./exceptions.ts";

export class Shape {
  /** 2 or 3 dimensions; only arrays of two have lower bounds other than 0. */
  rank: int32;
  length1: int32;
  length2: int32;
  length3: int32;
  base1: int32;
  base2: int32;
  constructor(rank: int32, length1: int32, length2: int32, length3: int32, base1: int32, base2: int32) {
    this.rank = rank;
    this.length1 = length1;
    this.length2 = length2;
    this.length3 = length3;
    this.base1 = base1;
    this.base2 = base2;
  }
  equals(other: Shape): boolean {
    if (this.rank !== other.rank || this.length1 !== other.length1 || this.length2 !== other.length2) return false;
    return this.length3 === other.length3 && this.base1 === other.base1 && this.base2 === other.base2;
  }
}

const shapes: any = weak_map_new();
let shapedAny: boolean = false;
let lastArray: any;
let lastShape: any;

export function mark(array: any, shape: Shape): any {
  shapedAny = true;
  weak_map_set(shapes, array, shape);
  return array;
}

/** The shape of an array of several dimensions. */
export function shapeOf(array: any): Shape {
  if (array === lastArray) return lastShape;
  if (array == null) throw new NullReferenceException();
  const shape: any = weak_map_get(shapes, array);
  if (shape === undefined) throw new InvalidOperationException("An array that the host gave has one dimension: take an array of arrays, and make one of several by Array2D.init.");
  lastArray = array;
  lastShape = shape;
  return shape;
}
/** Undefined for an ordinary array. */
export function knownShape(array: any): any {
  return shapedAny ? weak_map_get(shapes, array) : undefined;
}

/** Whether two arrays of one length have the same dimensions. */
export function sameShape(a: any, b: any): boolean {
  if (!shapedAny) return true;
  const x: any = knownShape(a);
  const y: any = knownShape(b);
  return x === y || (x !== undefined && y !== undefined && x.equals(y));
}
