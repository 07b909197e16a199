import { direct } from '@parlance/core'
import type { Chat } from '@parlance/core'
import type { Scene, View } from './driver.ts'
import { textOf } from './textOf.ts'
import type { World } from './world.ts'

const rows: View = (hooks, props) => {
  const timeline = hooks.useTimeline(() => props().id)
  const list = hooks.useConversations(() => ({}))
  const total = hooks.useTotalUnread()
  const connection = hooks.useConnection()
  return () => {
    const items = timeline().map(item => (item.type === 'message' ? textOf(item.message) : item.type === 'date' ? item.day : item.type))
    const titles = list().map(({ id, unread }) => `${id} ${unread.count.toString()}`)
    return [...items, ...titles, total().count.toString(), connection().state].join(' / ')
  }
}

/** What a server draws and a browser takes over: the same conversation in several ways. */
export const serverScene = (chat: Chat): Scene => ({
  parts: ['dot', 'destructured', 'list', 'composer', rows],
  chat,
  connect: true,
  props: { id: direct('bob') },
})

/** Alice's chat as a server makes it: from a snapshot, never connected. */
export const serverChat = async ({ alice, bob, say, quiet, chatOf }: World): Promise<Chat> => {
  await say(bob, direct('alice'), 'one', 'two & "three" < 4')
  alice.conversation(direct('bob')).setDraft({ text: 'a draft' })
  await quiet()
  return chatOf('alice', { snapshot: alice.snapshot() })
}
