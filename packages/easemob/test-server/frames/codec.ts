import type { Root } from 'protobufjs'
import type { MessageBody } from './messageBody.ts'
import type { Meta } from './meta.ts'
import type { MSync, Notice, Provision, SyncDown, SyncUp, UnreadDown } from './msync.ts'
import type { MucBody } from './muc.ts'
import type { RosterBody } from './roster.ts'
import type { StatisticsBody } from './statistics.ts'

export interface Codec<T> {
  encode(value: T): Uint8Array
  decode(bytes: Uint8Array): T
}

/** A codec for each message of the wire that this server speaks. */
export interface Codecs {
  readonly msync: Codec<MSync>
  readonly provision: Codec<Provision>
  readonly syncUp: Codec<SyncUp>
  readonly syncDown: Codec<SyncDown>
  readonly unreadDown: Codec<UnreadDown>
  readonly notice: Codec<Notice>
  readonly meta: Codec<Meta>
  readonly body: Codec<MessageBody>
  readonly muc: Codec<MucBody>
  readonly roster: Codec<RosterBody>
  readonly statistics: Codec<StatisticsBody>
}

export const createCodecs = (root: Root): Codecs => ({
  msync: codec(root, 'MSync'),
  provision: codec(root, 'Provision'),
  syncUp: codec(root, 'CommSyncUL'),
  syncDown: codec(root, 'CommSyncDL'),
  unreadDown: codec(root, 'CommUnreadDL'),
  notice: codec(root, 'CommNotice'),
  meta: codec(root, 'Meta'),
  body: codec(root, 'MessageBody'),
  muc: codec(root, 'MUCBody'),
  roster: codec(root, 'RosterBody'),
  statistics: codec(root, 'StatisticsBody'),
})

/** 64 bit numbers are strings, enumerations go by name, and what wasn't sent isn't there. The types are what the descriptor says. */
const codec = <T extends object>(root: Root, name: string): Codec<T> => {
  const type = root.lookupType(`easemob.pb.${name}`)
  return {
    encode: value => type.encode(type.fromObject(value)).finish(),
    decode: bytes => type.toObject(type.decode(bytes), { longs: String, enums: String }) as T,
  }
}
