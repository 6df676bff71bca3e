/** An event's handlers, called in the order they were added. */
export class Event$2 {
  delegates: any;
  constructor() {
    this.delegates = [];
  }
  _add(handler: any): void {
    // Handlers are called from a copy: one that subscribes or unsubscribes meanwhile changes the next time.
    this.delegates = this.delegates.concat([handler]);
  }
  _remove(handler: any): void {
    const at: int32 = this.delegates.lastIndexOf(handler);
    if (at < 0) return;
    const rest: any = this.delegates.slice(0, at);
    this.delegates = rest.concat(this.delegates.slice(at + 1));
  }
  get Publish(): any {
    return createEvent(
      (handler: any): any => this._add(handler),
      (handler: any): any => this._remove(handler),
    );
  }
  Trigger(senderOrValue: any, value: any): void {
    const handlers: any = this.delegates;
    for (let i: int32 = 0; i < handlers.length; i++) {
      const handler: any = handlers[i];
      if (value === undefined) handler(undefined, senderOrValue);
      else handler(senderOrValue, value);
    }
  }
}

export class Event extends Event$2 {}

export function createEvent(addHandler: any, removeHandler: any): any {
  return {
    AddHandler(handler: any): void {
      addHandler(handler);
    },
    RemoveHandler(handler: any): void {
      removeHandler(handler);
    },
    Subscribe(observer: any): any {
      const handler: any = (_: any, args: any): any => observer.OnNext(args);
      addHandler(handler);
      return {
        Dispose(): void {
          removeHandler(handler);
        },
      };
    },
  };
}
