import type AgoraChat from 'agora-chat'
import type EasemobChat from 'easemob-websdk'
import { expectTypeOf, it } from 'vitest'
import type { SdkConnection } from './connection.ts'
import type { SdkModule } from './module.ts'

type Easemob = InstanceType<typeof EasemobChat.connection>
type Agora = InstanceType<typeof AgoraChat.connection>

it('both SDKs’ connections are connections of the adapter', () => {
  expectTypeOf<Easemob>().toExtend<SdkConnection>()
  expectTypeOf<Agora>().toExtend<SdkConnection>()
})

it('both SDKs’ exports are modules of the adapter', () => {
  expectTypeOf<typeof EasemobChat>().toExtend<SdkModule>()
  expectTypeOf<typeof AgoraChat>().toExtend<SdkModule>()
})
