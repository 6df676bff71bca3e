import { defaultToken } from "./cancellation.ts";
import { Context, cancelled } from "./computation.ts";
import { Event } from "./event.ts";
import { schedule, startTimer, stopTimer, waitFor } from "./event-loop.ts";
import { InvalidOperationException, TimeoutException } from "./exceptions.ts";
import { some } from "./option.ts";

/** An agent: messages in the order of their posting, and the one receiver that waits for them. */
export class MailboxProcessor {
  static readonly $type: string = "Microsoft.FSharp.Control.FSharpMailboxProcessor`1";
  body: any;
  token: any;
  messages: any;
  /** Called when a message comes; a scan passes over those that it does not take. */
  receiver: any;
  started: boolean;
  failed: any;
  DefaultTimeout: int32;

  constructor(body: any, token?: any) {
    this.body = body;
    this.token = token ?? defaultToken();
    this.messages = [];
    this.receiver = undefined;
    this.started = false;
    this.failed = new Event();
    this.DefaultTimeout = -1;
  }
  get CurrentQueueLength(): int32 {
    return this.messages.length;
  }
  get Error(): any {
    return this.failed.Publish;
  }
  Dispose(): void {}
}

function begin(agent: MailboxProcessor): any {
  if (agent.started) throw new InvalidOperationException("The MailboxProcessor has already been started.");
  agent.started = true;
  return (): any => {
    let computation: any;
    try {
      computation = agent.body(agent);
    } catch (e) {
      agent.failed.Trigger(e);
      return undefined;
    }
    return computation(
      new Context(
        (_: any): any => undefined,
        (e: any): any => agent.failed.Trigger(e),
        (_: any): any => undefined,
        agent.token,
      ),
    );
  };
}
export function startInstance(agent: MailboxProcessor): void {
  schedule(begin(agent));
}
export function startImmediateInstance(agent: MailboxProcessor): void {
  begin(agent)();
}
export function start(body: any, token?: any): MailboxProcessor {
  const agent: MailboxProcessor = new MailboxProcessor(body, token);
  startInstance(agent);
  return agent;
}
export function startImmediateAgent(body: any, token?: any): MailboxProcessor {
  const agent: MailboxProcessor = new MailboxProcessor(body, token);
  startImmediateInstance(agent);
  return agent;
}

export function post(agent: MailboxProcessor, message: any): void {
  agent.messages.push(message);
  const receiver: any = agent.receiver;
  if (receiver === undefined) return;
  agent.receiver = undefined;
  schedule(receiver);
}

/** The first message that `take` has something for is removed; what it had is given. */
const scanMessages = (agent: MailboxProcessor, take: any): any => {
  const messages: any = agent.messages;
  for (let i: int32 = 0; i < messages.length; i++) {
    const taken: any = take(messages[i]);
    if (taken === undefined) continue;
    if (i === 0) messages.shift();
    else messages.splice(i, 1);
    return taken;
  }
  return undefined;
};

/** Waits for a message that `take` has something for; `late` is what to do when none comes in time. */
function waiting(agent: MailboxProcessor, take: any, timeout: int32, success: any, late: any): any {
  return (ctx: Context): any => {
    if (ctx.token.isCancelled) return cancelled(ctx);
    if (agent.receiver !== undefined) return ctx.onError(new InvalidOperationException("multiple waiting reader continuations for mailbox"));
    let timer: any;
    let registration: any;
    const settle = (): void => {
      agent.receiver = undefined;
      if (timer !== undefined) stopTimer(timer);
      if (registration !== undefined) registration.Dispose();
    };
    const look = (): any => {
      if (ctx.token.isCancelled) return undefined;
      let taken: any;
      try {
        taken = scanMessages(agent, take);
      } catch (e) {
        settle();
        return ctx.onError(e);
      }
      if (taken === undefined) {
        agent.receiver = look;
        return undefined;
      }
      settle();
      return success(ctx, taken);
    };
    if (agent.messages.length > 0) {
      let taken: any;
      try {
        taken = scanMessages(agent, take);
      } catch (e) {
        return ctx.onError(e);
      }
      if (taken !== undefined) return success(ctx, taken);
    }
    if (timeout === 0) return late(ctx);
    agent.receiver = look;
    if (timeout > 0) {
      timer = startTimer(
        timeout,
        (): any => {
          settle();
          return late(ctx);
        },
        false,
      );
    }
    registration = ctx.token.register((): any => {
      settle();
      return cancelled(ctx);
    });
    return undefined;
  };
}

/** Messages may be anything, undefined too: what is taken of one is held in an array. */
const whole = (message: any): any => [message];
const timeoutOf = (agent: MailboxProcessor, given: any): int32 => given ?? agent.DefaultTimeout;
const tooLate = (ctx: Context): any => ctx.onError(new TimeoutException("Mailbox.Receive timed out."));
const scannedTooLate = (ctx: Context): any => ctx.onError(new TimeoutException("Mailbox.Scan timed out."));
const without = (ctx: Context): any => ctx.onSuccess(undefined);

export function receive(agent: MailboxProcessor, timeout?: any): any {
  return waiting(agent, whole, timeoutOf(agent, timeout), (ctx: any, taken: any): any => ctx.onSuccess(taken[0]), tooLate);
}
export function tryReceive(agent: MailboxProcessor, timeout?: any): any {
  return waiting(agent, whole, timeoutOf(agent, timeout), (ctx: any, taken: any): any => ctx.onSuccess(some(taken[0])), without);
}
/** The scanner gives the computation to go on with for the message it takes. */
export function scan(agent: MailboxProcessor, scanner: any, timeout?: any): any {
  return waiting(agent, scanner, timeoutOf(agent, timeout), (ctx: any, taken: any): any => taken(ctx), scannedTooLate);
}
export function tryScan(agent: MailboxProcessor, scanner: any, timeout?: any): any {
  const success = (ctx: any, taken: any): any => taken(new Context((x: any): any => ctx.onSuccess(some(x)), ctx.onError, ctx.onCancel, ctx.token));
  return waiting(agent, scanner, timeoutOf(agent, timeout), success, without);
}

class ReplyChannel {
  static readonly $type: string = "Microsoft.FSharp.Control.FSharpAsyncReplyChannel`1";
  answer: any;
  answered: boolean;
  receiver: any;
  constructor() {
    this.answer = undefined;
    this.answered = false;
    this.receiver = undefined;
  }
  reply(answer: any): void {
    if (this.answered) return;
    this.answered = true;
    this.answer = answer;
    if (this.receiver !== undefined) schedule(this.receiver);
  }
  Reply(answer: any): void {
    this.reply(answer);
  }
}

function ask(agent: MailboxProcessor, buildMessage: any): ReplyChannel {
  const channel: ReplyChannel = new ReplyChannel();
  post(agent, buildMessage(channel));
  return channel;
}
function replyOf(agent: MailboxProcessor, buildMessage: any, timeout: int32, success: any, late: any): any {
  const channel: ReplyChannel = ask(agent, buildMessage);
  return (ctx: Context): any => {
    if (channel.answered) return ctx.onSuccess(success(channel.answer));
    let timer: any;
    let registration: any;
    const settle = (): void => {
      channel.receiver = undefined;
      if (timer !== undefined) stopTimer(timer);
      registration.Dispose();
    };
    channel.receiver = (): any => {
      settle();
      return ctx.onSuccess(success(channel.answer));
    };
    registration = ctx.token.register((): any => {
      settle();
      return cancelled(ctx);
    });
    if (timeout >= 0) {
      timer = startTimer(
        timeout,
        (): any => {
          settle();
          return late(ctx);
        },
        false,
      );
    }
    return undefined;
  };
}
const itself = (x: any): any => x;

export function postAndAsyncReply(agent: MailboxProcessor, buildMessage: any, timeout?: any): any {
  const late = (ctx: Context): any => ctx.onError(new TimeoutException("MailboxProcessor.PostAndAsyncReply timed out."));
  return replyOf(agent, buildMessage, timeoutOf(agent, timeout), itself, late);
}
export function postAndTryAsyncReply(agent: MailboxProcessor, buildMessage: any, timeout?: any): any {
  return replyOf(agent, buildMessage, timeoutOf(agent, timeout), some, without);
}
export function tryPostAndReply(agent: MailboxProcessor, buildMessage: any, timeout?: any): any {
  const channel: ReplyChannel = ask(agent, buildMessage);
  return waitFor(timeoutOf(agent, timeout), (): boolean => channel.answered) ? some(channel.answer) : undefined;
}
export function postAndReply(agent: MailboxProcessor, buildMessage: any, timeout?: any): any {
  const channel: ReplyChannel = ask(agent, buildMessage);
  if (!waitFor(timeoutOf(agent, timeout), (): boolean => channel.answered)) throw new TimeoutException("MailboxProcessor.PostAndReply timed out.");
  return channel.answer;
}
