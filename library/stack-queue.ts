import { array_pop, array_push, array_reverse, array_set_from, array_set_length, array_slice } from "fusabi:builtin";
import { checkNotNegative, checkNotNull, failIndex, failPart } from "./argument-checks.ts";
import { EnumeratorIterator, failModified } from "./enumerators.ts";
import { equals } from "./equality.ts";
import { InvalidOperationException } from "./exceptions.ts";
import { Array_from } from "./platform-array.ts";
import { SequenceEnumerator } from "./sequence.ts";

/** Stack and Queue of System.Collections.Generic, under the names Fable gives their members. */

/** The top is the last item. */
export class Stack$1 {
  static readonly $type: string = "System.Collections.Generic.Stack";
  items: any;
  version: int32;

  constructor(items: any) {
    this.items = items;
    this.version = 0;
  }
  GetEnumerator(): any {
    return new StackEnumerator(this);
  }
  "System.Collections.IEnumerable.GetEnumerator"(): any {
    return new StackEnumerator(this);
  }
  [Symbol.iterator](): any {
    return new EnumeratorIterator(new StackEnumerator(this));
  }
  "System.Collections.Generic.IReadOnlyCollection`1.get_Count"(): int32 {
    return this.items.length;
  }
}
class StackEnumerator extends SequenceEnumerator {
  stack: Stack$1;
  index: int32;
  version: int32;
  constructor(stack: Stack$1) {
    super();
    this.stack = stack;
    this.index = stack.items.length;
    this.version = stack.version;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    if (this.stack.version !== this.version) throw new InvalidOperationException("Collection was modified after the enumerator was instantiated.");
    if (this.index <= 0) return false;
    this.index = this.index - 1;
    this.current = this.stack.items[this.index];
    return true;
  }
}

export function Stack$1_$ctor(): any {
  return new Stack$1([]);
}
export function Stack$1_$ctor_Z524259A4(capacity: int32): any {
  checkNotNegative(capacity, "capacity");
  return new Stack$1([]);
}
export function Stack$1_$ctor_BB573A(items: any): any {
  checkNotNull(items, "collection");
  return new Stack$1(Array_from(items));
}
export function Stack$1__GetEnumerator(stack: Stack$1): any {
  return new StackEnumerator(stack);
}
export function Stack$1__get_Count(stack: Stack$1): int32 {
  return stack.items.length;
}
export function Stack$1__Push_2B595(stack: Stack$1, item: any): void {
  stack.version = stack.version + 1;
  array_push(stack.items, item);
}
export function Stack$1__Pop(stack: Stack$1): any {
  if (stack.items.length === 0) throw new InvalidOperationException("Stack empty.");
  stack.version = stack.version + 1;
  return array_pop(stack.items);
}
export function Stack$1__Peek(stack: Stack$1): any {
  const count: int32 = stack.items.length;
  if (count === 0) throw new InvalidOperationException("Stack empty.");
  return stack.items[count - 1];
}
export function Stack$1__TryPop_1F3DB691(stack: Stack$1, result: any): boolean {
  if (stack.items.length === 0) return false;
  result.contents = Stack$1__Pop(stack);
  return true;
}
export function Stack$1__TryPeek_1F3DB691(stack: Stack$1, result: any): boolean {
  if (stack.items.length === 0) return false;
  result.contents = Stack$1__Peek(stack);
  return true;
}
export function Stack$1__Contains_2B595(stack: Stack$1, item: any): boolean {
  for (let i: int32 = 0; i < stack.items.length; i++) {
    if (equals(item, stack.items[i])) return true;
  }
  return false;
}
export function Stack$1__Clear(stack: Stack$1): void {
  stack.version = stack.version + 1;
  array_set_length(stack.items, 0);
}
export function Stack$1__TrimExcess(_stack: Stack$1): void {}
export function Stack$1__ToArray(stack: Stack$1): any {
  return array_reverse(array_slice(stack.items));
}

/** Items from `head` on; what was taken before it is dropped once it is more than half. */
export class Queue$1 {
  static readonly $type: string = "System.Collections.Generic.Queue";
  items: any;
  head: int32;
  version: int32;

  constructor(items: any) {
    this.items = items;
    this.head = 0;
    this.version = 0;
  }
  GetEnumerator(): any {
    return new QueueEnumerator(this);
  }
  "System.Collections.IEnumerable.GetEnumerator"(): any {
    return new QueueEnumerator(this);
  }
  [Symbol.iterator](): any {
    return new EnumeratorIterator(new QueueEnumerator(this));
  }
  "System.Collections.Generic.IReadOnlyCollection`1.get_Count"(): int32 {
    return Queue$1__get_Count(this);
  }
}
class QueueEnumerator extends SequenceEnumerator {
  queue: Queue$1;
  index: int32;
  version: int32;
  constructor(queue: Queue$1) {
    super();
    this.queue = queue;
    this.index = queue.head;
    this.version = queue.version;
  }
  "System.Collections.IEnumerator.MoveNext"(): boolean {
    if (this.queue.version !== this.version) failModified();
    const i: int32 = this.index;
    if (i >= this.queue.items.length) return false;
    this.index = i + 1;
    this.current = this.queue.items[i];
    return true;
  }
}

/** Taken items that are kept at least, so that short queues are not copied all the time. */
const keptAtLeast: int32 = 32;

export function Queue$1_$ctor(): any {
  return new Queue$1([]);
}
export function Queue$1_$ctor_Z524259A4(capacity: int32): any {
  checkNotNegative(capacity, "capacity");
  return new Queue$1([]);
}
export function Queue$1_$ctor_BB573A(items: any): any {
  checkNotNull(items, "collection");
  return new Queue$1(Array_from(items));
}
export function Queue$1__GetEnumerator(queue: Queue$1): any {
  return new QueueEnumerator(queue);
}
export function Queue$1__get_Count(queue: Queue$1): int32 {
  const end: int32 = queue.items.length;
  return end - queue.head;
}
export function Queue$1__Enqueue_2B595(queue: Queue$1, item: any): void {
  queue.version = queue.version + 1;
  array_push(queue.items, item);
}
export function Queue$1__Dequeue(queue: Queue$1): any {
  const head: int32 = queue.head;
  const end: int32 = queue.items.length;
  if (head >= end) throw new InvalidOperationException("Queue empty.");
  queue.version = queue.version + 1;
  const item: any = queue.items[head];
  queue.items[head] = undefined;
  const taken: int32 = head + 1;
  queue.head = taken;
  if (taken > keptAtLeast && taken + taken > end) {
    queue.items = array_slice(queue.items, taken, end);
    queue.head = 0;
  }
  return item;
}
export function Queue$1__Peek(queue: Queue$1): any {
  if (queue.head >= queue.items.length) throw new InvalidOperationException("Queue empty.");
  return queue.items[queue.head];
}
export function Queue$1__TryDequeue_1F3DB691(queue: Queue$1, result: any): boolean {
  if (queue.head >= queue.items.length) return false;
  result.contents = Queue$1__Dequeue(queue);
  return true;
}
export function Queue$1__TryPeek_1F3DB691(queue: Queue$1, result: any): boolean {
  if (queue.head >= queue.items.length) return false;
  result.contents = queue.items[queue.head];
  return true;
}
export function Queue$1__Contains_2B595(queue: Queue$1, item: any): boolean {
  for (let i: int32 = queue.head; i < queue.items.length; i++) {
    if (equals(item, queue.items[i])) return true;
  }
  return false;
}
export function Queue$1__Clear(queue: Queue$1): void {
  queue.version = queue.version + 1;
  queue.items = [];
  queue.head = 0;
}
export function Queue$1__TrimExcess(_queue: Queue$1): void {}
export function Queue$1__ToArray(queue: Queue$1): any {
  return array_slice(queue.items, queue.head, queue.items.length);
}
export function Queue$1__CopyTo_Z3B4C077E(queue: Queue$1, target: any, start: int32): void {
  checkNotNull(target, "array");
  if (start < 0 || start > target.length) failIndex("arrayIndex", "or equal to ");
  if (Queue$1__get_Count(queue) > target.length - start) failPart();
  array_set_from(target, Queue$1__ToArray(queue), start);
}
export function Queue$1__toSeq(queue: Queue$1): any {
  return queue;
}
