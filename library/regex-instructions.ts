// The instructions of a compiled pattern: a word each, then operands. A set, text or slot is an index into the program's tables; a register holds an integer that
// backtracking restores. `_BACK` goes to the left.

/** unit */
export const UNIT: int32 = 0;
export const UNIT_BACK: int32 = 1;
/** set */
export const ONE: int32 = 2;
export const ONE_BACK: int32 = 3;
/** text */
export const STRING: int32 = 4;
/** set, min, max: as many as there are, giving them back one by one */
export const RUN: int32 = 5;
export const RUN_BACK: int32 = 6;
/** set, min, max: as many as there are, once and for all */
export const ATOMIC_RUN: int32 = 7;
/** unit, min: everything up to a unit, giving back one by one */
export const RUN_UNTIL: int32 = 8;
/** unit, min: everything up to a unit, once and for all */
export const ATOMIC_RUN_UNTIL: int32 = 9;
/** target: goes on, later at the target */
export const SPLIT: int32 = 10;
/** target: goes to the target, later on */
export const SPLIT_AWAY: int32 = 11;
/** target */
export const JUMP: int32 = 12;
/** register: a count and a position */
export const LOOP_START: int32 = 13;
/** register, min, max, body: after the body, or before the first time; lazily leaves over the next instruction, LAZY_AGAIN */
export const LOOP_NEXT: int32 = 14;
export const LAZY_NEXT: int32 = 15;
/** register, body */
export const LAZY_AGAIN: int32 = 16;
/** register */
export const CAPTURE_START: int32 = 17;
/** register, slot */
export const CAPTURE_END: int32 = 18;
/** slot, length */
export const CAPTURE_FIXED: int32 = 19;
/** register, slot or -1, other slot */
export const CAPTURE_BALANCED: int32 = 20;
/** register: remembers the choices */
export const MARK: int32 = 21;
/** register: forgets the choices since MARK */
export const CUT: int32 = 22;
/** register: remembers the choices and the position */
export const LOOK_START: int32 = 23;
/** register: forgets the choices since then and goes back */
export const LOOK_END: int32 = 24;
/** register, target: remembers the choices and the position; where the body does not match goes to the target */
export const NOT_START: int32 = 25;
/** register: the body has matched, which fails */
export const NOT_END: int32 = 26;
/** slot, target: to the target where the slot has no capture */
export const UNLESS_CAPTURED: int32 = 27;
/** slot, caseless, back */
export const REFERENCE: int32 = 28;
/** code of regex-node.ts */
export const ASSERT: int32 = 29;
export const DONE: int32 = 30;
/** slot: JavaScript forgets captures before each turn of a loop */
export const FORGET: int32 = 31;
