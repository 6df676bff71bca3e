// Text with places where it may break into lines: the page model of F#'s structured printing.
// A block is a leaf or two blocks joined; a joint holds them on one line, may break, or is broken, and then the second block starts on a line of its own,
// indented from where the first one starts. A page too narrow breaks its outermost open joint first, as long as that moves text to the left.
import { str_join, str_repeat } from "fusabi:builtin";

export const fixedJoint: int32 = 0;
export const openJoint: int32 = 1;
export const brokenJoint: int32 = 2;

export class Block {
  text: string;
  left: any;
  right: any;
  joint: int32;
  indent: int32;
  /** Whether no blank stands between this block and its neighbour on that side. */
  tightLeft: boolean;
  tightRight: boolean;
  constructor(text: string, left: any, right: any, joint: int32, indent: int32, tightLeft: boolean, tightRight: boolean) {
    this.text = text;
    this.left = left;
    this.right = right;
    this.joint = joint;
    this.indent = indent;
    this.tightLeft = tightLeft;
    this.tightRight = tightRight;
  }
}

export const word = (text: string): Block => new Block(text, undefined, undefined, fixedJoint, 0, false, false);
/** Holds on to what follows: an opening bracket. */
export const opening = (text: string): Block => new Block(text, undefined, undefined, fixedJoint, 0, false, true);
/** Holds on to what precedes: a closing bracket, a separator. */
export const closing = (text: string): Block => new Block(text, undefined, undefined, fixedJoint, 0, true, false);
/** Holds on to both. */
export const joining = (text: string): Block => new Block(text, undefined, undefined, fixedJoint, 0, true, true);

const join = (left: Block, right: Block, joint: int32, indent: int32): Block => new Block("", left, right, joint, indent, left.tightLeft, right.tightRight);

export const beside = (left: Block, right: Block): Block => join(left, right, fixedJoint, 0);
export const before = (left: Block, right: Block, indent: int32): Block => join(left, right, openJoint, indent);
export const above = (top: Block, bottom: Block): Block => join(top, bottom, brokenJoint, 0);

export const enclose = (open: string, block: Block, close: string): Block => beside(beside(opening(open), block), closing(close));

/** `a; b; c` between brackets, breaking behind separators. */
export function listOf(open: string, items: any, separator: string, close: string): Block {
  if (items.length === 0) return beside(opening(open), closing(close));
  let row: Block = items[0];
  for (let i: int32 = 1; i < items.length; i++) row = before(beside(row, closing(separator)), items[i], 0);
  return enclose(open, row, close);
}

/** `Case argument`. */
export const application = (name: string, argument: Block): Block => before(word(name), argument, 2);

/** Columns of a page, unless a format says otherwise. */
export const pageWidth: int32 = 80;

/** Decides which open joints break so that lines have at most `width` columns where that is possible. */
class Page {
  width: int32;
  /** Columns that each open joint around the place we are at would save; negative once it is broken. */
  savings: any = [];
  /** The first of them that is not broken. */
  unbroken: int32 = 0;
  column: int32 = 0;
  /** Columns of the last line of the block just set. */
  size: int32 = 0;

  constructor(width: int32) {
    this.width = width;
  }

  setText(length: int32): void {
    while (this.column + length > this.width && this.unbroken < this.savings.length) {
      const saving: int32 = this.savings[this.unbroken];
      this.savings[this.unbroken] = -saving;
      this.unbroken = this.unbroken + 1;
      this.column = this.column - saving;
    }
    this.column = this.column + length;
    this.size = length;
  }

  set(block: Block): void {
    if (block.left === undefined) {
      this.setText(block.text.length);
      return;
    }
    const left: Block = block.left;
    const right: Block = block.right;
    const blank: int32 = left.tightRight || right.tightLeft ? 0 : 1;
    this.set(left);
    const leftSize: int32 = this.size;
    if (block.joint === brokenJoint) {
      this.column = this.column - leftSize + block.indent;
      this.set(right);
      this.size = block.indent + this.size;
      return;
    }
    this.column = this.column + blank;
    const saving: int32 = leftSize + blank - block.indent;
    if (block.joint === openJoint && saving > 0) {
      this.savings.push(saving);
      this.set(right);
      if (this.unbroken === this.savings.length) this.unbroken = this.unbroken - 1;
      const mark: int32 = this.savings.pop();
      if (mark < 0) {
        block.joint = brokenJoint;
        this.size = block.indent + this.size;
        return;
      }
    } else this.set(right);
    this.size = leftSize + blank + this.size;
  }
}

class Writer {
  parts: any = [];
  column: int32 = 0;
  breaks: boolean;
  constructor(breaks: boolean) {
    this.breaks = breaks;
  }

  put(text: string): void {
    this.parts.push(text);
    this.column = this.column + text.length;
  }

  write(block: Block, start: int32): void {
    if (block.left === undefined) {
      this.put(block.text);
      return;
    }
    const left: Block = block.left;
    const right: Block = block.right;
    this.write(left, start);
    if (block.joint === brokenJoint && this.breaks) {
      this.parts.push("\n" + str_repeat(" ", start + block.indent));
      this.column = start + block.indent;
      this.write(right, start + block.indent);
      return;
    }
    if (!left.tightRight && !right.tightLeft) this.put(" ");
    this.write(right, this.column);
  }
}

/** The text of a block on a page of so many columns; 0 puts all on one line. Decided joints stay decided. */
export function renderBlock(block: Block, width: int32): string {
  if (block.left === undefined) return block.text;
  if (width > 0) new Page(width).set(block);
  const writer: Writer = new Writer(width !== 0);
  writer.write(block, 0);
  return str_join(writer.parts, "");
}
