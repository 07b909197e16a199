import type { Transport, TransportEvent } from '@parlance/core'
import type { Mock } from 'vitest'
import { expect, vi } from 'vitest'
import { deletion } from '../src/deletion/deletion.ts'
import { easemob } from '../src/easemob.ts'
import { groups } from '../src/groups/groups.ts'
import { people } from '../src/people/people.ts'
import { reactions } from '../src/reactions/reactions.ts'
import { search } from '../src/search/search.ts'
import type { SettingsOptions } from '../src/settings/settings.ts'
import { settings } from '../src/settings/settings.ts'
import { typing } from '../src/typing/typing.ts'
import type { Answers, FakeSdk } from './fakeSdk.ts'
import { fakeSdk } from './fakeSdk.ts'

/** The adapter over an SDK that does what a test says. */
export interface Linked {
  readonly sdk: FakeSdk
  readonly transport: Transport
  readonly events: TransportEvent[]
  readonly credentials: Mock<() => Promise<string>>
  readonly ended: () => 'no' | 'completed'
  readonly leave: () => void
}

/** What is asked for along with pages and lists. */
const nothingBesides: Answers = {
  getGroupInfo: () => Promise.resolve({ data: [] }),
  getServerPinnedMessages: () => Promise.resolve({ data: { list: [], cursor: '' } }),
  getSilentModeForConversations: () => Promise.resolve({ data: { user: {}, group: {} } }),
}

/** Opens a link of alice's, without waiting. */
export const link = (answers: Answers = {}, settled: SettingsOptions = { marks: { markedUnread: 0, archived: 1 } }): Linked => {
  const sdk = fakeSdk({ ...nothingBesides, ...answers })
  const credentials = vi.fn(() => Promise.resolve('token'))
  const transport = easemob({
    sdk: () => Promise.resolve({ default: sdk.module }),
    appKey: 'org#app',
    user: 'Alice',
    credentials,
    parts: [people, groups, reactions, typing, deletion, search, settings(settled)],
  })
  const events: TransportEvent[] = []
  let ended: 'no' | 'completed' = 'no'
  const subscription = transport.connect().subscribe({
    next: event => void events.push(event),
    complete() {
      ended = 'completed'
    },
  })
  return { sdk, transport, events, credentials, ended: () => ended, leave: () => subscription.unsubscribe() }
}

/** Rejects as the SDK does. */
export const refuse = (reason: { type: number; message: string }): Promise<never> => Promise.reject(Object.assign(new Error(), reason))
export const types = (events: readonly TransportEvent[]): readonly string[] => events.map(({ type }) => type)
export const synced = async (linked: Linked): Promise<Linked> => {
  await vi.waitFor(() => expect(types(linked.events)).toContain('synced'))
  return linked
}
