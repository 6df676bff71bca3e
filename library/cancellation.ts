/** Cancellation: a source and its token are one object, as in Fable. */

import { startTimer, stopTimer } from "./event-loop.ts";
import { AggregateException, ObjectDisposedException, OperationCanceledException } from "./exceptions.ts";

class Registration {
  token: any;
  callback: any;
  constructor(token: any, callback: any) {
    this.token = token;
    this.callback = callback;
  }
  Dispose(): void {
    const token: CancellationToken = this.token;
    const at: int32 = token.registrations.indexOf(this);
    if (at >= 0) token.registrations.splice(at, 1);
  }
  Unregister(): boolean {
    const had: boolean = this.token.registrations.indexOf(this) >= 0;
    this.Dispose();
    return had;
  }
}

export class CancellationToken {
  static readonly $type: string = "System.Threading.CancellationTokenSource";
  isCancelled: boolean;
  registrations: any;
  timer: any;
  disposed: boolean;

  constructor(cancelled?: any) {
    this.isCancelled = cancelled === true;
    this.registrations = [];
    this.timer = undefined;
    this.disposed = false;
  }

  get IsCancellationRequested(): boolean {
    return this.isCancelled;
  }
  get CanBeCanceled(): boolean {
    return this !== none;
  }

  /** The last registered is called first, as on .NET; what they raise is collected. */
  cancel(): void {
    if (this.disposed) throw new ObjectDisposedException(undefined, "The CancellationTokenSource has been disposed.");
    if (this.isCancelled) return;
    this.isCancelled = true;
    this.stopClock();
    const failures: any = [];
    while (this.registrations.length > 0) {
      const registration: Registration = this.registrations.pop();
      try {
        registration.callback();
      } catch (e) {
        failures.push(e);
      }
    }
    if (failures.length > 0) throw new AggregateException(failures);
  }

  cancelAfter(milliseconds: float64): void {
    this.stopClock();
    if (milliseconds < 0 || this.isCancelled) return;
    this.timer = startTimer(milliseconds, (): void => this.cancel(), true);
  }

  stopClock(): void {
    if (this.timer !== undefined) stopTimer(this.timer);
    this.timer = undefined;
  }

  register(callback: any, state?: any): any {
    const run: any = state === undefined ? callback : (): any => callback(state);
    const registration: Registration = new Registration(this, run);
    if (this.isCancelled) run();
    else this.registrations.push(registration);
    return registration;
  }

  addListener(callback: any): any {
    return this.register(callback);
  }

  Dispose(): void {
    this.stopClock();
    this.disposed = true;
  }
}

/** The token of what cannot be cancelled. */
export const none: CancellationToken = new CancellationToken();

let ordinary: CancellationToken = new CancellationToken();

/** The token of what is started without one. */
export function defaultToken(): CancellationToken {
  return ordinary;
}
export function cancelDefaultToken(): void {
  const cancelled: CancellationToken = ordinary;
  ordinary = new CancellationToken();
  cancelled.cancel();
}

export function createCancellationToken(start?: any): CancellationToken {
  const token: CancellationToken = new CancellationToken(start === true);
  if (typeof start === "number") token.cancelAfter(start);
  return token;
}
/** A source that is cancelled with any of others. */
export function createLinked(tokens: any): CancellationToken {
  const linked: CancellationToken = new CancellationToken();
  for (const token of tokens) token.register((): void => linked.cancel());
  return linked;
}
export function createLinkedFrom(first: any, second?: any): CancellationToken {
  return createLinked(first instanceof CancellationToken ? (second === undefined ? [first] : [first, second]) : first);
}
export function noToken(): CancellationToken {
  return none;
}
export function cancel(token: any): void {
  token.cancel();
}
export function cancelAfter(token: any, milliseconds: float64): void {
  token.cancelAfter(milliseconds);
}
export function isCancellationRequested(token: any): boolean {
  return token?.isCancelled === true;
}
export function throwIfCancellationRequested(token: any): void {
  if (isCancellationRequested(token)) throw new OperationCanceledException();
}
export function isCancellation(e: any): boolean {
  return e instanceof OperationCanceledException;
}
