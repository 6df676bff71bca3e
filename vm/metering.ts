/**
 * Fuel and space. The run loop sees two int32 cells only: a charge or an allocation subtracts, and what falls below zero comes here. Whatever else wants
 * attention (a memory look, an interrupt) moves the cell's fuel back to the balance, so that the next charge comes here too; totals stay exact.
 */
import { Refused, raise } from "./exceptions.ts";
import { hostBounds, type Limits, limitTable, type SizeLimit, status } from "./limits.ts";

/** Fuel in the cell at most, and what the cell pays for at once. */
export const fullCell: number = 2 ** 30;
/** Units between two questions to the host, some milliseconds at most. */
const askedCell = 2 ** 17;
/** Units charged at most for the work of one instruction. */
const mostWork = 2 ** 29;
/** Larger allocations are checked against the limit before they happen. */
const largeBytes = 65536;
/** More than any run uses, and still exact. */
const loan = 2 ** 50;
/** What totals start from. The host keeps it as a float, as it does sums beyond 2^31: a field that becomes one later has all code compiled anew that knows the object. */
const nothing = -0;

/** Totals as they stand between two steps. */
export interface MeteringState {
  readonly spent: number;
  readonly balance: number;
  readonly debt: number;
  readonly allocated: number;
  readonly lookAt: number;
  readonly lookDue: boolean;
  readonly peakLive: number;
  /** The limit under which `lookAt` was chosen. */
  readonly memory: number;
}

export class Metering {
  /** [0] fuel, [1] bytes until the next memory look. While compiled code may run, its cells, which have more. */
  cells: Int32Array = new Int32Array(2);
  /** Whether frames are in compiled code, so that nothing can look at them. */
  compiled = false;
  /** Whether the last pause of an instruction is for its frames to come out of compiled code. */
  deferred = false;
  limits: Limits;
  interrupted = false;
  /** What the last dynamic charge took, to be given back when its instruction cannot go on. */
  charged = 0;
  peakLive = 0;
  #balance: number = nothing;
  #given = 0;
  #spent: number = nothing;
  /** Fuel of memory looks, added to the next charge. */
  #debt = 0;
  #spaceGiven = 0;
  #allocated: number = nothing;
  #lookAt: number = nothing;
  #lookDue = false;
  /** Whether the limit of allocations is passed. */
  #overAllocated = false;
  readonly #look: () => number;
  readonly #asked: (() => boolean) | undefined;
  /** Fuel in the cell at most: little where the host wants to be asked. */
  readonly #portion: number;

  /** `look` walks what is alive and gives its bytes; `asked` says, every few hundred thousand units at least, whether to interrupt. */
  constructor(limits: Limits, look: () => number, asked?: () => boolean) {
    this.limits = limits;
    this.#look = look;
    this.#asked = asked;
    this.#portion = asked === undefined ? fullCell : askedCell;
    this.#lookAt = limits.memory;
    this.#fillSpace();
  }

  get fuelUsed(): number {
    return this.#spent + this.#given - this.cells[0];
  }

  get allocatedBytes(): number {
    return this.#allocated + this.#spaceGiven - this.cells[1];
  }

  /** Whether a charge needs nothing but fuel. */
  get quiet(): boolean {
    return !this.interrupted && !this.#lookDue && !this.#overAllocated;
  }

  /** Whether it is the limit, and not the step, that leaves no more fuel. */
  get exhausted(): boolean {
    this.request();
    return this.limits.fuel - this.#spent < this.#balance;
  }

  /** Drops what is left of earlier steps: another run starts. */
  forfeit(): void {
    this.request();
    this.#balance = 0;
    this.interrupted = false;
  }

  /** Adds to the carried balance. */
  grant(fuel: number): void {
    this.#balance += fuel;
  }

  /** Lets a run inside a host call use fuel beyond the running step's; the step's own charges come after. */
  lend(): void {
    this.request();
    this.#balance += loan;
  }

  takeBack(): void {
    this.request();
    this.#balance -= loan;
  }

  /** Makes the next charge come here. */
  request(): void {
    this.#spent += this.#given - this.cells[0];
    this.#balance += this.cells[0];
    this.#given = 0;
    this.cells[0] = 0;
  }

  setLimits(limits: Limits): void {
    const raised = limits.memory - this.limits.memory;
    this.limits = limits;
    this.request();
    this.#settleSpace();
    if (raised !== 0 && !this.#lookDue) this.#lookAt = Math.max(this.#allocated, this.#lookAt + raised);
    this.#fillSpace();
  }

  /** A dynamic charge, of any size: `status.go` when it is paid, otherwise nothing was taken. */
  spend(cost: number): number {
    this.charged = cost;
    if (cost > this.cells[0]) {
      if (cost > fullCell) return this.#spendMuch(cost);
      const ensured = this.ensure(cost);
      if (ensured !== status.go) return ensured;
    }
    this.cells[0] -= cost;
    return status.go;
  }

  /**
   * Charges for work an instruction found beside its first charge, before its first effect. Where the cell does not hold that much, the instruction is run again
   * after `ensure`.
   */
  work(fuel: number): void {
    const cost = Math.min(fuel, mostWork);
    if (cost > this.cells[0]) throw new Refused(status.fuel, this.charged + cost);
    this.cells[0] -= cost;
    this.charged += cost;
  }

  /** Refuses a value that is larger than its limit, and raises where none so large can be. */
  within(limit: SizeLimit, size: number): void {
    if (size > this.limits[limit]) throw new Refused(limitTable[limit].status);
    if (size > hostBounds[limit]) raise("OutOfMemory");
  }

  /** Fills the cell with at least the cost of the next charge, after everything else that wants attention; takes nothing where that fails. */
  ensure(cost: number): number {
    const attended = this.#attend(cost);
    if (attended !== status.go) return attended;
    this.#given = Math.min(this.#available(), Math.max(cost, this.#portion));
    this.cells[0] = this.#given;
    this.#balance -= this.#given;
    return status.go;
  }

  #spendMuch(cost: number): number {
    const attended = this.#attend(cost);
    if (attended !== status.go) return attended;
    this.#spent += cost;
    this.#balance -= cost;
    return status.go;
  }

  /** What stands before a charge: an interrupt, a memory look that is due, the fuel of looks. */
  #attend(cost: number): number {
    this.request();
    if (this.#asked?.()) this.interrupted = true;
    if (this.interrupted) {
      // frames in compiled code come out first, and the charge is asked for again
      this.interrupted = this.compiled;
      return status.interrupt;
    }
    if (this.#overAllocated) return status.allocations;
    if (this.#lookDue && !this.#lookNow(0)) return status.memory;
    if (cost + this.#debt > this.#available()) return status.fuel;
    this.#spent += this.#debt;
    this.#balance -= this.#debt;
    this.#debt = 0;
    return status.go;
  }

  #available(): number {
    return Math.min(this.#balance, this.limits.fuel - this.#spent);
  }

  /** Gives the last dynamic charge back. */
  refund(): void {
    this.#spent -= this.charged;
    this.#balance += this.charged;
    this.charged = 0;
  }

  /** Fuel of work that was done already: it is charged before anything else is. */
  owe(fuel: number): void {
    if (fuel === 0) return;
    this.#debt += fuel;
    this.request();
  }

  /** Counts bytes of any number; a look that becomes due happens at the next charge. */
  allocate(bytes: number): void {
    if (bytes < fullCell) {
      if ((this.cells[1] -= bytes) < 0) this.spaceSpent();
      return;
    }
    this.#settleSpace();
    this.#allocated += bytes;
    this.#fillSpace();
  }

  /** Counts bytes that an instruction is about to allocate, and pauses it where the limit does not leave them. */
  reserve(bytes: number): void {
    if (bytes > largeBytes) {
      this.#settleSpace();
      const much = this.#allocated + bytes > this.limits.allocations;
      if (much || (this.#allocated + bytes > this.#lookAt && (this.compiled || !this.#lookNow(bytes)))) {
        this.deferred = this.compiled && !much;
        this.#fillSpace();
        throw new Refused(much ? status.allocations : status.memory);
      }
      this.#fillSpace();
    }
    this.allocate(bytes);
  }

  /** The space cell fell below zero. */
  spaceSpent(): void {
    this.#settleSpace();
    this.#fillSpace();
  }

  #settleSpace(): void {
    this.#allocated += this.#spaceGiven - this.cells[1];
    this.#spaceGiven = 0;
    this.cells[1] = 0;
  }

  #fillSpace(): void {
    const due = this.#allocated > this.#lookAt;
    this.#overAllocated = this.#allocated > this.limits.allocations;
    if ((due && !this.#lookDue) || this.#overAllocated) this.request();
    this.#lookDue ||= due;
    this.#openSpace();
  }

  #openSpace(): void {
    const left = Math.min(this.#lookAt, this.limits.allocations) - this.#allocated;
    this.#spaceGiven = left < 0 ? fullCell : Math.floor(Math.min(left, fullCell));
    this.cells[1] = this.#spaceGiven;
  }

  /** Everything that decides how the run goes on, but the limits. */
  save(): MeteringState {
    this.request();
    return {
      spent: this.#spent,
      balance: this.#balance,
      debt: this.#debt,
      allocated: this.allocatedBytes,
      lookAt: this.#lookAt,
      lookDue: this.#lookDue,
      peakLive: this.peakLive,
      memory: this.limits.memory,
    };
  }

  /** Asks for a look where more lives than a run within the limit has between two looks. */
  admit(): void {
    if (!this.#lookDue && this.#look() > 1.5 * this.limits.memory) this.#lookDue = true;
  }

  /** Goes on from what was saved, within this machine's limits. */
  restore(state: MeteringState): void {
    this.#spent = state.spent;
    this.#balance = state.balance;
    this.#debt = state.debt;
    this.#allocated = state.allocated;
    this.peakLive = state.peakLive;
    this.#lookDue = state.lookDue;
    const { memory } = this.limits;
    // no look is further away than the limit allows, whatever the state says
    this.#lookAt = Math.min(memory === state.memory ? state.lookAt : Math.max(state.allocated, state.lookAt + memory - state.memory), state.allocated + memory);
    this.#overAllocated = state.allocated > this.limits.allocations;
    this.#openSpace();
    this.request();
  }

  /** Whether what lives and `more` bytes are within the limit; sets the next look if so. */
  #lookNow(more: number): boolean {
    const live = this.#look();
    this.peakLive = Math.max(this.peakLive, live);
    if (live + more > this.limits.memory) return false;
    this.#debt += Math.ceil(live / 128);
    this.#lookDue = false;
    this.#settleSpace();
    this.#lookAt = this.#allocated + more + Math.max(this.limits.memory - live - more, live / 2);
    this.#fillSpace();
    return true;
  }
}
