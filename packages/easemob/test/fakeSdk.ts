import type { SdkConnection } from '../src/sdk/connection.ts'
import type { SdkEvent, SdkHandler } from '../src/sdk/handler.ts'
import type { SdkModule } from '../src/sdk/module.ts'

/** How a fake connection answers a call; what isn't given never settles, as some of the SDK's promises don't. */
export type Answers = { readonly [call: string]: (...parameters: readonly never[]) => unknown }

export interface FakeConnection {
  readonly options: object
  readonly handlers: Map<string, SdkHandler>
  /** What was called, in order. */
  readonly calls: { readonly call: string; readonly parameters: readonly unknown[] }[]
  /** Lets an event happen, as the SDK does it: handler by handler, until one throws. */
  happen(event: SdkEvent, payload?: unknown): void
  readonly connection: SdkConnection
}

export interface FakeSdk {
  readonly module: SdkModule
  readonly connections: FakeConnection[]
  /** The newest. */
  readonly last: () => FakeConnection
}

/** Logs in, and says so the way the SDK does. */
const logIn = (fake: FakeConnection): Promise<void> => {
  Object.assign(fake.connection, { opened: true, logOut: false })
  fake.happen('onConnected')
  return Promise.resolve()
}

const fakeConnection = (options: object, answers: Answers): FakeConnection => {
  const handlers = new Map<string, SdkHandler>()
  const calls: FakeConnection['calls'] = []
  const state: Record<string | symbol, unknown> = {
    opened: false,
    logOut: true,
    token: 'token',
    apiUrl: 'http://files.example',
    orgName: 'org',
    appName: 'app',
  }
  const own: { readonly [call: string]: (...parameters: readonly never[]) => unknown } = {
    addEventHandler: (id: string, handler: SdkHandler) => handlers.set(id, handler),
    removeEventHandler: (id: string) => handlers.delete(id),
    isOpened: () => state['opened'],
    open: () => logIn(fake),
    close() {
      Object.assign(state, { opened: false, logOut: true })
    },
    ...answers,
  }
  const connection = new Proxy(state, {
    get: (target, name) => {
      if (name in target || typeof name === 'symbol' || name === 'then') return target[name]
      const answer = own[name]
      return (...parameters: readonly never[]) => {
        calls.push({ call: name, parameters })
        return answer === undefined ? new Promise(() => {}) : answer(...parameters)
      }
    },
  }) as unknown as SdkConnection
  const fake: FakeConnection = {
    options,
    handlers,
    calls,
    connection,
    happen(event, payload) {
      for (const handler of handlers.values()) handler[event]?.(payload)
    },
  }
  return fake
}

/** An SDK that does what a test says: for what no server brings about at will. */
export const fakeSdk = (answers: Answers = {}): FakeSdk => {
  const connections: FakeConnection[] = []
  function Connection(options: object): SdkConnection {
    const fake = fakeConnection(options, answers)
    connections.push(fake)
    return fake.connection
  }
  return {
    module: { connection: Connection as unknown as SdkModule['connection'] },
    connections,
    last() {
      const fake = connections.at(-1)
      if (fake === undefined) throw new Error('Nothing was connected yet.')
      return fake
    },
  }
}
