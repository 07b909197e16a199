import type { BackendOptions, SandboxBackend } from '@parlance/sandbox'
import { createBackend } from '@parlance/sandbox'
import type { EasemobChat } from 'easemob-websdk'
import type { Sdk, SdkName } from '../sdk/loadSdk.ts'
import { loadSdk } from '../sdk/loadSdk.ts'
import type { EasemobServer, ServeEasemobOptions } from '../serveEasemob.ts'
import { serveEasemob } from '../serveEasemob.ts'

/** As the SDK dispatches them; its types have forgotten one. */
type Handlers = EasemobChat.EventHandlerType & { onCombineMessage?: (message: EasemobChat.CombineMsgBody) => void }
/** What one of the SDK's events hands over. */
export type EventOf<Name extends keyof Handlers> = Parameters<NonNullable<Handlers[Name]>>[0]

export interface TestClient {
  readonly connection: EasemobChat.Connection
  /** The next event of a name, also one that has come already and that nobody waited for. */
  next<Name extends keyof Handlers>(name: Name): Promise<EventOf<Name>>
  /** Those that have come and that nobody waited for. */
  waiting(name: keyof Handlers): number
  message(options: EasemobChat.CreateMsgType): EasemobChat.MessageBody
  text(to: string, msg: string, more?: Partial<EasemobChat.CreateTextMsgParameters>): EasemobChat.TextMsgBody
  close(): void
}

export interface Scene {
  readonly backend: SandboxBackend
  readonly server: EasemobServer
  readonly sdk: Sdk
  client(
    user: string,
    options?: { readonly device?: string; readonly delivery?: boolean; readonly replaced?: boolean; readonly token?: string },
  ): Promise<TestClient>
  end(): Promise<void>
}

export interface SceneOptions extends Partial<BackendOptions> {
  readonly sdk?: SdkName
  readonly server?: Partial<ServeEasemobOptions>
}

/** Three users, a group and a room behind a server, and real clients for them. */
export const createScene = async ({ sdk: name, server: serving, ...options }: SceneOptions = {}): Promise<Scene> => {
  const sdk = loadSdk(name)
  const backend = createBackend({
    users: ['alice', 'bob', 'carol'],
    groups: [{ id: '42', title: 'Friends', owner: 'alice', members: ['bob', 'carol'] }],
    rooms: [{ id: '7', title: 'Hall', owner: 'alice' }],
    ...options,
  })
  const server = await serveEasemob({ backend, ...serving })
  const clients: TestClient[] = []
  return {
    backend,
    server,
    sdk,
    async client(user, { device = `${user}-phone`, delivery = false, replaced = false, token } = {}) {
      const connection = new sdk.connection({
        appKey: server.appKey,
        url: server.url,
        apiUrl: server.apiUrl,
        isHttpDNS: false,
        isFixedDeviceId: false,
        deviceId: device,
        delivery,
        useReplacedMessageContents: replaced,
      })
      const client = watch(sdk, connection)
      clients.push(client)
      await connection.open({ user, accessToken: token ?? server.token(user) })
      return client
    },
    async end() {
      for (const client of clients) client.close()
      await server.close()
    },
  }
}

const watch = (sdk: Sdk, connection: EasemobChat.Connection): TestClient => {
  const come = new Map<string, unknown[]>()
  const waiters = new Map<string, ((event: unknown) => void)[]>()
  const take = (name: string, event: unknown): void => {
    const waiter = waiters.get(name)?.shift()
    if (waiter !== undefined) waiter(event)
    else come.set(name, [...(come.get(name) ?? []), event])
  }
  const handlers = new Proxy({}, { get: (_target, name) => (event: unknown) => take(String(name), event) })
  connection.addEventHandler('test', handlers)
  return {
    connection,
    next: name =>
      new Promise(resolve => {
        const queue = come.get(name) ?? []
        const settle = (event: unknown): void => resolve(event)
        if (queue.length > 0) settle(queue.shift())
        else waiters.set(name, [...(waiters.get(name) ?? []), settle])
      }),
    waiting: name => come.get(name)?.length ?? 0,
    message: options => sdk.message.create(options),
    text: (to, msg, more = {}) => sdk.message.create({ type: 'txt', chatType: 'singleChat', to, msg, ...more }) as EasemobChat.TextMsgBody,
    close: () => connection.close(),
  }
}
