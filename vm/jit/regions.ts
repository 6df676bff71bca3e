/** Prints regions of structured control flow, with the charges of branches and the ways out; what stands in them is another's. */
import type { Shape } from "../../schemas/isa/instruction.ts";
import { endOf, lengthAt, shapeAt } from "../instructions.ts";
import type { LoadedModule } from "../load.ts";
import type { Exits, Way } from "./exits.ts";
import { Facts } from "./facts.ts";
import type { Frame } from "./frame.ts";
import { type FuelPlace, inCell, inLocal, moveFuel, withCell } from "./fuel.ts";
import { isQuiet } from "./inlining.ts";
import type { Constants } from "./spelling.ts";

export interface BodyContext {
  readonly loaded: LoadedModule;
  readonly constants: Constants;
  readonly exits: Exits;
  readonly isOpen: (fn: number) => boolean;
  /** The function whose whole text this is, -1 in a part's. */
  readonly own: number;
  /** Nested tail calls beyond which they are left to the caller. */
  readonly tails: number;
  readonly turns: (fn: number) => ReadonlyMap<number, number>;
}

export interface Region {
  readonly label: string;
  readonly opener: Shape;
  readonly offset: number;
  readonly printed: boolean;
  /** Where fuel is expected behind its end, and in it. */
  readonly outside: FuelPlace;
  readonly inside: FuelPlace;
  /** What is known in all of it, and behind its end but for what it writes. */
  readonly known: ReadonlySet<string>;
  /** Whether it is around the part that is printed: what leads there is left to the interpreter. */
  readonly around: boolean;
}

export class RegionPrinter {
  readonly lines: string[] = [];
  protected readonly context: BodyContext;
  protected readonly regions: Region[] = [];
  protected frame: Frame;
  protected fuel: FuelPlace;
  protected readonly facts: Facts = new Facts();
  #numbers = 0;
  usesLocalFuel = false;

  constructor(context: BodyContext, frame: Frame, fuel: FuelPlace) {
    this.context = context;
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
    const printed = this.frame.pcs.has(at);
    const outside = this.fuel;
    if (shape.mnemonic === "loop") {
      const end = endOf(code, at + lengthAt(code, at));
      if (printed && !outside.local && isQuiet(this.context.loaded, this.frame, at, end)) {
        this.fuel = inLocal;
        this.usesLocalFuel = true;
        this.lines.push("fuel = meter[0];");
      }
      this.facts.forgetWritten(this.frame, at, end);
    }
    const region = { label: `L${this.number()}`, opener: shape, offset: at, printed, outside, inside: this.fuel, known: this.facts.save(), around: false };
    this.regions.push(region);
    if (printed) this.lines.push(`${region.label}: ${text}{`);
  }

  /** Opens a region that the printed part is in the midst of. */
  protected surround(shape: Shape, at: number): void {
    this.regions.push({ label: "", opener: shape, offset: at, printed: false, outside: this.fuel, inside: this.fuel, known: new Set(), around: true });
  }

  /** Closes a region whose last instruction ends at an offset. */
  protected close(at: number): void {
    const { printed, opener, label, outside, offset, known } = this.regions.pop() as Region;
    this.facts.restore(known);
    this.facts.forgetWritten(this.frame, offset, at);
    if (printed) this.lines.push(opener.mnemonic === "loop" ? `break ${label}; } ${moveFuel(this.fuel, outside.local)}` : "}");
    this.fuel = outside;
  }

  /** Text of a branch from the instruction at an offset; a switch goes to a loop's head, which charges. */
  protected branch(label: number, at: number): string {
    const target = this.regions[this.regions.length - 1 - label];
    if (target.around) return target.opener.mnemonic === "loop" ? this.pass(target.offset, at) : this.leave(at);
    if (target.opener.mnemonic !== "loop") {
      // A branch that stays in a strip's turn leaves its fuel where it is.
      const stays = this.fuel.strip !== undefined && target.outside.strip === this.fuel.strip;
      const moved = stays ? "" : moveFuel(this.fuel, target.outside.local);
      return moved === "" ? `break ${target.label};` : `{ ${moved}break ${target.label}; }`;
    }
    const { fn, index } = this.frame;
    const charged = shapeAt(fn.code, at).flow === "switch" ? target.offset : at;
    return `{ ${this.pay(this.context.turns(index).get(target.offset) as number, charged)} ${moveFuel(this.fuel, target.inside.local)}continue ${target.label}; }`;
  }

  /** Text that pays for a turn of a loop and leaves it to the loop's own part. */
  protected pass(loop: number, at: number): string {
    const charged = shapeAt(this.frame.fn.code, at).flow === "switch" ? loop : at;
    return `{ ${this.pay(this.context.turns(this.frame.index).get(loop) as number, charged)} ${this.context.exits.leave(this.frame, loop, this.fuel, { paid: true })} }`;
  }
}
