/** Prints regions of structured control flow, with the charges of branches and the ways out; what stands in them is another's. */
import type { Shape } from "../../schemas/isa/instruction.ts";
import { endOf, followingAt, lengthAt, shapeAt } from "../instructions.ts";
import type { LoadedModule } from "../load.ts";
import type { Exits, Way } from "./exits.ts";
import { Facts, type KnownRegisters } from "./facts.ts";
import type { Frame } from "./frame.ts";
import { type FuelPlace, inCell, inLocal, moveFuel, withCell } from "./fuel.ts";
import { isQuiet } from "./inlining.ts";
import type { Span } from "./sharing.ts";
import type { Constants } from "./spelling.ts";

export interface BodyContext {
  readonly loaded: LoadedModule;
  readonly constants: Constants;
  readonly exits: Exits;
  readonly isOpen: (fn: number) => boolean;
  /** The function whose whole text this is, -1 in a resumption's. */
  readonly own: number;
  /** Nested tail calls beyond which they are left to the caller. */
  readonly tails: number;
  readonly turns: (fn: number) => ReadonlyMap<number, number>;
}

export interface Region {
  readonly label: string;
  /** Where it starts in the printed lines. */
  readonly line: number;
  readonly opener: Shape;
  readonly offset: number;
  readonly printed: boolean;
  /** How a branch to its label goes to the next turn, where it is a loop. */
  readonly again: "continue" | "break";
  /** Where fuel is expected behind its end, and in it. */
  readonly outside: FuelPlace;
  readonly inside: FuelPlace;
  /** What is known in all of it, and behind its end but for what it writes. */
  readonly known: KnownRegisters;
  /** Whether it is around what is printed: what leads there is left. */
  readonly around: boolean;
}

export class RegionPrinter {
  readonly lines: string[] = [];
  protected readonly context: BodyContext;
  protected readonly regions: Region[] = [];
  protected frame: Frame;
  protected fuel: FuelPlace;
  protected readonly facts: Facts;
  /** Lines of the regions. */
  readonly spans: Span[] = [];
  #numbers = 0;
  usesLocalFuel = false;

  constructor(context: BodyContext, frame: Frame, fuel: FuelPlace) {
    this.context = context;
    this.facts = new Facts(context.loaded.types);
    this.frame = frame;
    this.fuel = fuel;
    this.usesLocalFuel = fuel.local;
  }

  // ---- ways out

  /** Hands over the frame at an instruction, and those around it. */
  protected leave(at: number, way: Way = {}): string {
    return this.context.exits.leave(this.frame, at, this.fuel, way);
  }

  protected returnText(value: string): string {
    const { place } = this.frame;
    return place === undefined ? `{ ${moveFuel(this.fuel, false)}return ${value}; }` : `{ ${place.dst} = ${value}; ${moveFuel(this.fuel, place.local)}break ${place.done}; }`;
  }

  /** What `make` prints for fuel that is in the cell. */
  protected inCell<T>(make: () => T): T {
    const fuel = this.fuel;
    this.fuel = inCell;
    try {
      return make();
    } finally {
      this.fuel = fuel;
    }
  }

  protected withCell(make: () => string): string {
    return withCell(this.fuel, this.inCell(make));
  }

  protected pay(charge: number, at: number): string {
    return `if (${this.fuel.local ? `(fuel = (fuel - ${charge}) | 0)` : `(meter[0] -= ${charge})`} < 0) ${this.leave(at, { charge })}`;
  }

  /** Unique in the text. */
  protected number(): number {
    return this.#numbers++;
  }

  // ---- regions

  protected open(shape: Shape, at: number, text: string): void {
    const { code } = this.frame.fn;
    const outside = this.fuel;
    if (shape.mnemonic === "loop") {
      const end = endOf(code, at + lengthAt(code, at));
      if (this.frame.pcs.has(at) && !outside.local && isQuiet(this.context.loaded, this.frame, at, end)) {
        this.fuel = inLocal;
        this.usesLocalFuel = true;
        this.lines.push("fuel = meter[0];");
      }
      this.facts.forgetWritten(this.frame, at, end);
    }
    const region = this.#push(shape, at, outside, "continue");
    if (region.printed) this.lines.push(`${region.label}: ${text}{`);
  }

  /** Opens one turn of a loop, whose next ones are behind it; gives the label behind it. */
  protected openTurn(shape: Shape, at: number): string {
    const { label } = this.#push(shape, at, this.fuel, "break");
    this.lines.push(`${label}: {`);
    return label;
  }

  #push(opener: Shape, offset: number, outside: FuelPlace, again: "continue" | "break"): Region {
    const region = {
      label: `L${this.number()}`,
      line: this.lines.length,
      opener,
      offset,
      printed: this.frame.pcs.has(offset),
      again,
      outside,
      inside: this.fuel,
      known: this.facts.save(),
      around: false,
    };
    this.regions.push(region);
    return region;
  }

  /** Opens a region that is around what is printed. */
  protected surround(shape: Shape, at: number): void {
    this.regions.push({ label: "", line: 0, opener: shape, offset: at, printed: false, again: "break", outside: this.fuel, inside: this.fuel, known: new Map(), around: true });
  }

  /** Closes a region whose last instruction ends at an offset. */
  protected close(at: number): void {
    const { printed, opener, again, label, line, outside, offset, known } = this.regions.pop() as Region;
    this.facts.restore(known);
    this.facts.forgetWritten(this.frame, offset, at);
    if (printed) this.spans.push({ from: line, to: this.lines.length + 1 });
    if (printed) this.lines.push(opener.mnemonic === "loop" && again === "continue" ? `break ${label}; } ${moveFuel(this.fuel, outside.local)}` : "}");
    this.fuel = outside;
  }

  /** Text of a branch from the instruction at an offset; a switch goes to a loop's head, which charges. */
  protected branch(label: number, at: number): string {
    const target = this.regions[this.regions.length - 1 - label];
    const { code } = this.frame.fn;
    if (target.around) {
      if (target.opener.mnemonic === "loop") return this.#passTurn(target.offset, at);
      const end = endOf(code, target.offset + lengthAt(code, target.offset));
      return this.passBehind(end + lengthAt(code, end));
    }
    if (target.opener.mnemonic !== "loop") {
      // A branch that stays in a strip's turn leaves its fuel where it is.
      const stays = this.fuel.strip !== undefined && target.outside.strip === this.fuel.strip;
      const moved = stays ? "" : moveFuel(this.fuel, target.outside.local);
      return moved === "" ? `break ${target.label};` : `{ ${moved}break ${target.label}; }`;
    }
    const { fn, index } = this.frame;
    const charged = shapeAt(fn.code, at).flow === "switch" ? target.offset : at;
    return `{ ${this.pay(this.context.turns(index).get(target.offset) as number, charged)} ${moveFuel(this.fuel, target.inside.local)}${target.again} ${target.label}; }`;
  }

  /** Text that leaves to what runs behind the instruction or region that ends at an offset. */
  protected passBehind(end: number): string {
    const at = followingAt(this.frame.fn.code, end);
    return this.frame.pcs.has(at) ? this.leave(at, { passes: true }) : "";
  }

  /** Text that pays for a turn of a loop around what is printed and leaves it to the loop's own resumption. */
  #passTurn(loop: number, at: number): string {
    const charged = shapeAt(this.frame.fn.code, at).flow === "switch" ? loop : at;
    return `{ ${this.pay(this.context.turns(this.frame.index).get(loop) as number, charged)} ${this.leave(loop, { passes: true, behind: true })} }`;
  }
}
