import type { RemoteMessage } from '@parlance/core'
import { messageFromSdk } from '../src/messages/messageFromSdk.ts'
import { rawOf } from '../src/sdk/raw.ts'
import type { SdkOutgoing } from '../src/sdk/connection.ts'
import type { SdkName } from '../test-server/sdk/loadSdk.ts'
import { loadSdk } from '../test-server/sdk/loadSdk.ts'

/** What the SDK has inside, as far as it takes to have it encode and decode without a server. */
interface Insides {
  readonly root: { lookup(name: string): { decode(bytes: Uint8Array): { payload: Uint8Array; meta: { id: unknown; from: unknown } } } }
  readonly mSync: { encodeChatMsg(message: object): Uint8Array; distributeMeta(metas: readonly object[], status: object): Promise<void> }
  readonly context: { userId: string; jid: object }
  readonly token: string
  addEventHandler(id: string, handler: { [event: string]: (payload: unknown) => void }): void
}

const insidesOf = (name: SdkName, user: string): Insides => {
  const { connection: Connection } = loadSdk(name)
  const connection: unknown = new Connection({ appKey: 'org#app', isHttpDNS: false, url: 'ws://127.0.0.1:9', apiUrl: 'http://127.0.0.1:9' })
  const insides = connection as Insides
  Object.assign(insides.context, { userId: user, jid: { appKey: 'org#app', name: user, domain: 'easemob.com', clientResource: 'web' } })
  return insides
}

/** What comes of a message of alice's at bob's, through the encoder and the decoder of the unmodified SDK. */
export const overTheWire = async (message: SdkOutgoing, name: SdkName = 'easemob-websdk'): Promise<RemoteMessage | undefined> => {
  const [alice, bob] = [insidesOf(name, 'alice'), insidesOf(name, 'bob')]
  Object.assign(alice, { _msgHash: { [message.id]: {} } })
  const { payload } = alice.root.lookup('easemob.pb.MSync').decode(alice.mSync.encodeChatMsg(message))
  const { meta } = alice.root.lookup('easemob.pb.CommSyncUL').decode(payload)
  Object.assign(meta, { from: { appKey: 'org#app', name: 'alice', domain: 'easemob.com', clientResource: 'phone' } })
  let came: unknown
  bob.addEventHandler('test', {
    onMessage: batch => {
      came = Array.isArray(batch) ? batch[0] : undefined
    },
    onCmdMessage: command => {
      came = command
    },
  })
  await bob.mSync.distributeMeta([meta], { errorCode: 0 })
  return came === undefined ? undefined : messageFromSdk(rawOf(came), 'bob')
}
