import { get_item, new_tuple } from "fusabi:op";
import { failThreeLists, requireNonNegative } from "./collection-errors.ts";
import { ArgumentException } from "./exceptions.ts";
import { checkBothEnded, empty, FSharpList, length, reverse } from "./list.ts";
import { value } from "./option.ts";

/** The functions of List that make new lists element by element, forward: each cell's tail is set once the next one exists. */

const emptyList: FSharpList = empty();

export function map(mapping: any, xs: FSharpList): FSharpList {
  const root: FSharpList = new FSharpList(undefined, null);
  let node: FSharpList = root;
  let rest: FSharpList = xs;
  while (rest.tail != null) {
    const cell: FSharpList = new FSharpList(mapping(rest.head), null);
    node.tail = cell;
    node = cell;
    rest = rest.tail;
  }
  node.tail = emptyList;
  return root.tail!;
}
export function mapIndexed(mapping: any, xs: FSharpList): FSharpList {
  const root: FSharpList = new FSharpList(undefined, null);
  let node: FSharpList = root;
  let rest: FSharpList = xs;
  for (let i: int32 = 0; rest.tail != null; i++) {
    const cell: FSharpList = new FSharpList(mapping(i, rest.head), null);
    node.tail = cell;
    node = cell;
    rest = rest.tail;
  }
  node.tail = emptyList;
  return root.tail!;
}
export function map2(mapping: any, xs: FSharpList, ys: FSharpList): FSharpList {
  const root: FSharpList = new FSharpList(undefined, null);
  let node: FSharpList = root;
  let a: FSharpList = xs;
  let b: FSharpList = ys;
  while (a.tail != null && b.tail != null) {
    const cell: FSharpList = new FSharpList(mapping(a.head, b.head), null);
    node.tail = cell;
    node = cell;
    a = a.tail;
    b = b.tail;
  }
  checkBothEnded(a, b);
  node.tail = emptyList;
  return root.tail!;
}
export function filter(f: any, xs: FSharpList): FSharpList {
  const root: FSharpList = new FSharpList(undefined, null);
  let node: FSharpList = root;
  let rest: FSharpList = xs;
  while (rest.tail != null) {
    const x: any = rest.head;
    if (f(x)) {
      const cell: FSharpList = new FSharpList(x, null);
      node.tail = cell;
      node = cell;
    }
    rest = rest.tail;
  }
  node.tail = emptyList;
  return root.tail!;
}
export function choose(f: any, xs: FSharpList): FSharpList {
  const root: FSharpList = new FSharpList(undefined, null);
  let node: FSharpList = root;
  let rest: FSharpList = xs;
  while (rest.tail != null) {
    const chosen: any = f(rest.head);
    if (chosen != null) {
      const cell: FSharpList = new FSharpList(value(chosen), null);
      node.tail = cell;
      node = cell;
    }
    rest = rest.tail;
  }
  node.tail = emptyList;
  return root.tail!;
}
export function collect(mapping: any, xs: FSharpList): FSharpList {
  const root: FSharpList = new FSharpList(undefined, null);
  let node: FSharpList = root;
  let rest: FSharpList = xs;
  while (rest.tail != null) {
    let inner: FSharpList = mapping(rest.head);
    while (inner.tail != null) {
      const cell: FSharpList = new FSharpList(inner.head, null);
      node.tail = cell;
      node = cell;
      inner = inner.tail;
    }
    rest = rest.tail;
  }
  node.tail = emptyList;
  return root.tail!;
}
export function initialize(n: int32, f: any): FSharpList {
  requireNonNegative(n, "count");
  const root: FSharpList = new FSharpList(undefined, null);
  let node: FSharpList = root;
  for (let i: int32 = 0; i < n; i++) {
    const cell: FSharpList = new FSharpList(f(i), null);
    node.tail = cell;
    node = cell;
  }
  node.tail = emptyList;
  return root.tail!;
}
export function replicate(n: int32, x: any): FSharpList {
  if (n < 0) throw new ArgumentException("The input must be non-negative.", "count");
  let xs: FSharpList = emptyList;
  for (let i: int32 = 0; i < n; i++) xs = new FSharpList(x, xs);
  return xs;
}

export function indexed(xs: FSharpList): FSharpList {
  return mapIndexed((i: int32, x: any): any => new_tuple("tuple", i, x), xs);
}
export function mapIndexed2(mapping: any, xs: FSharpList, ys: FSharpList): FSharpList {
  let i: int32 = -1;
  return map2(
    (x: any, y: any): any => {
      i++;
      return mapping(i, x, y);
    },
    xs,
    ys,
  );
}
export function map3(mapping: any, xs: FSharpList, ys: FSharpList, zs: FSharpList): FSharpList {
  const root: FSharpList = new FSharpList(undefined, null);
  let node: FSharpList = root;
  let a: FSharpList = xs;
  let b: FSharpList = ys;
  let c: FSharpList = zs;
  while (a.tail != null && b.tail != null && c.tail != null) {
    const cell: FSharpList = new FSharpList(mapping(a.head, b.head, c.head), null);
    node.tail = cell;
    node = cell;
    a = a.tail;
    b = b.tail;
    c = c.tail;
  }
  if (a.tail != null || b.tail != null || c.tail != null) failThreeLists(length(xs), length(ys), length(zs));
  node.tail = emptyList;
  return root.tail!;
}
export function mapFold(mapping: any, state: any, xs: FSharpList): any {
  let acc: any = state;
  const mapped: FSharpList = map((x: any): any => {
    const pair: any = mapping(acc, x);
    acc = get_item("tuple<obj,obj>", 1, pair);
    return get_item("tuple<obj,obj>", 0, pair);
  }, xs);
  return new_tuple("tuple", mapped, acc);
}
export function mapFoldBack(mapping: any, xs: FSharpList, state: any): any {
  let acc: any = state;
  let mapped: FSharpList = emptyList;
  let rest: FSharpList = reverse(xs);
  while (rest.tail != null) {
    const pair: any = mapping(rest.head, acc);
    mapped = new FSharpList(get_item("tuple<obj,obj>", 0, pair), mapped);
    acc = get_item("tuple<obj,obj>", 1, pair);
    rest = rest.tail;
  }
  return new_tuple("tuple", mapped, acc);
}
export function scan(folder: any, state: any, xs: FSharpList): FSharpList {
  const first: FSharpList = new FSharpList(state, null);
  let node: FSharpList = first;
  let acc: any = state;
  let rest: FSharpList = xs;
  while (rest.tail != null) {
    acc = folder(acc, rest.head);
    const cell: FSharpList = new FSharpList(acc, null);
    node.tail = cell;
    node = cell;
    rest = rest.tail;
  }
  node.tail = emptyList;
  return first;
}
export function scanBack(folder: any, xs: FSharpList, state: any): FSharpList {
  let acc: any = state;
  let result: FSharpList = new FSharpList(state, emptyList);
  let rest: FSharpList = reverse(xs);
  while (rest.tail != null) {
    acc = folder(rest.head, acc);
    result = new FSharpList(acc, result);
    rest = rest.tail;
  }
  return result;
}
export function unfold(generator: any, state: any): FSharpList {
  const root: FSharpList = new FSharpList(undefined, null);
  let node: FSharpList = root;
  let step: any = generator(state);
  while (step != null) {
    const cell: FSharpList = new FSharpList(get_item("tuple<obj,obj>", 0, step), null);
    node.tail = cell;
    node = cell;
    step = generator(get_item("tuple<obj,obj>", 1, step));
  }
  node.tail = emptyList;
  return root.tail!;
}
export function zip(xs: FSharpList, ys: FSharpList): FSharpList {
  return map2((x: any, y: any): any => new_tuple("tuple", x, y), xs, ys);
}
export function zip3(xs: FSharpList, ys: FSharpList, zs: FSharpList): FSharpList {
  const root: FSharpList = new FSharpList(undefined, null);
  let node: FSharpList = root;
  let a: FSharpList = xs;
  let b: FSharpList = ys;
  let c: FSharpList = zs;
  while (a.tail != null && b.tail != null && c.tail != null) {
    const cell: FSharpList = new FSharpList(new_tuple("tuple", a.head, b.head, c.head), null);
    node.tail = cell;
    node = cell;
    a = a.tail;
    b = b.tail;
    c = c.tail;
  }
  if (a.tail != null || b.tail != null || c.tail != null) failThreeLists(length(a), length(b), length(c));
  node.tail = emptyList;
  return root.tail!;
}
export function unzip(xs: FSharpList): any {
  return new_tuple(
    "tuple",
    map((t: any): any => get_item("tuple<obj,obj>", 0, t), xs),
    map((t: any): any => get_item("tuple<obj,obj>", 1, t), xs),
  );
}
export function unzip3(xs: FSharpList): any {
  return new_tuple(
    "tuple",
    map((t: any): any => get_item("tuple<obj,obj,obj>", 0, t), xs),
    map((t: any): any => get_item("tuple<obj,obj,obj>", 1, t), xs),
    map((t: any): any => get_item("tuple<obj,obj,obj>", 2, t), xs),
  );
}
export function partition(f: any, xs: FSharpList): any {
  const yes: FSharpList = new FSharpList(undefined, null);
  const no: FSharpList = new FSharpList(undefined, null);
  let lastYes: FSharpList = yes;
  let lastNo: FSharpList = no;
  let rest: FSharpList = xs;
  while (rest.tail != null) {
    const cell: FSharpList = new FSharpList(rest.head, null);
    if (f(rest.head)) {
      lastYes.tail = cell;
      lastYes = cell;
    } else {
      lastNo.tail = cell;
      lastNo = cell;
    }
    rest = rest.tail;
  }
  lastYes.tail = emptyList;
  lastNo.tail = emptyList;
  return new_tuple("tuple", yes.tail, no.tail);
}
export function allPairs(xs: FSharpList, ys: FSharpList): FSharpList {
  return collect((x: any): any => map((y: any): any => new_tuple("tuple", x, y), ys), xs);
}
export function pairwise(xs: FSharpList): FSharpList {
  return xs.tail == null ? emptyList : pairUp(xs.head, xs.tail);
}
function pairUp(first: any, xs: FSharpList): FSharpList {
  let previous: any = first;
  return map((x: any): any => {
    const pair: any = new_tuple("tuple", previous, x);
    previous = x;
    return pair;
  }, xs);
}
