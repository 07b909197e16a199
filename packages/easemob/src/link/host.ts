import type { UserId } from '@parlance/core'
import type { SdkConnection } from '../sdk/connection.ts'
import type { SdkOptions, SdkSource } from '../sdk/module.ts'
import { loadSdk } from '../sdk/module.ts'

/** Gives an access token of the user; asked at every login, and when one runs out. */
export type AskToken = () => string | Promise<string>

/** Where a link gets its connection from, and what it may do with it. */
export interface ConnectionHost {
  acquire(): Promise<SdkConnection>
  /** Logs in, or does nothing where that is the application's business. Resolves or rejects as the SDK does. */
  open(connection: SdkConnection): Promise<void>
  /** Lets go of it: resolves when nothing of it can come any more. */
  release(connection: SdkConnection): Promise<void>
  /** Asks for a token and gives it to a connection that is open. */
  renew?(connection: SdkConnection): Promise<void>
}

/** What it takes to make connections and to open them. */
export interface OwnConnection {
  readonly sdk: SdkSource
  readonly appKey: string
  readonly credentials: AskToken
}

const atOnce = (): Promise<void> => Promise.resolve()

/** Connections that the adapter makes: a new one for each login, so that nothing of an old one gets in its way. */
export const ownConnections = ({ sdk, appKey, credentials }: OwnConnection, user: UserId, options: SdkOptions): ConnectionHost => {
  const opening = new WeakMap<SdkConnection, Promise<unknown>>()
  const left = new WeakSet<SdkConnection>()
  return {
    async acquire() {
      const { connection: Connection } = await loadSdk(sdk)
      // The SDK's own delivery acks leave a rejection unhandled when the link is lost: the adapter sends them itself.
      return new Connection({ ...options, appKey, delivery: false })
    },
    async open(connection) {
      const accessToken = await credentials()
      // Whoever logged in now would be taken for the next link's device.
      if (left.has(connection)) return
      const login = connection.open({ user, accessToken })
      opening.set(connection, login)
      await login
    },
    async release(connection) {
      left.add(connection)
      // A login that is under way would try twice more, whatever is closed meanwhile.
      Object.assign(connection, { retryConnectTimes: Infinity })
      connection.close()
      await opening.get(connection)?.then(
        () => connection.close(),
        () => {},
      )
    },
    renew: renewing(credentials),
  }
}

/** A connection that the application opens and closes itself. */
export const foreignConnection = (connection: SdkConnection, credentials: AskToken | undefined): ConnectionHost => ({
  acquire: () => Promise.resolve(connection),
  open: atOnce,
  release: atOnce,
  ...(credentials && { renew: renewing(credentials) }),
})

const renewing =
  (credentials: AskToken) =>
  async (connection: SdkConnection): Promise<void> => {
    await connection.renewToken(await credentials())
  }
