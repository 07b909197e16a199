import type { NoticeBody, UserId } from '@parlance/core'
import { createMessage } from './createMessage.ts'
import { audienceOf, messageNews } from './messageNews.ts'
import type { Talk } from './talk.ts'
import type { World } from './world.ts'

/**
 * Puts into a group's or room's log what happened to it, if the policy says so: a row for those who are there then, which nobody has
 * to read [NTC1]. `from` did it.
 */
export const tellNotice = (world: World, talk: Talk, from: UserId, notice: Omit<NoticeBody, 'type'>): void => {
  if (!world.policy.notices || talk.kind === 'direct') return
  const message = createMessage(world, from, talk, { body: { type: 'notice', ...notice } })
  world.index.add({ talk, message })
  talk.log.put(message)
  world.devices.tell(audienceOf(talk, message), messageNews(world, talk, message))
}
