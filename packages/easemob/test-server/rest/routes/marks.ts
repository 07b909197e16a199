import { direct } from '@parlance/core'
import { conversationNews } from '../../facts/conversationNews.ts'
import { isJsonObject } from '../../frames/json.ts'
import type { RestHandler } from '../request.ts'
import { text } from '../request.ts'
import type { Route } from '../route.ts'

/** Puts a mark to conversations, or takes it away; other devices of the same user are told of each. */
const mark =
  (isOn: boolean): RestHandler =>
  ({ hub, user, actor, json }) => {
    const name = text(json['mark'])
    const { targets } = json
    for (const target of Array.isArray(targets) ? targets.filter(isJsonObject) : []) {
      const to = text(target['to'])
      const conversation = text(target['type']) === 'chat' ? direct(to) : hub.addresses.shared(to)
      if (!hub.marks.set(user, conversation, name, isOn)) continue
      const news = conversationNews(hub, conversation, isOn ? 'mark' : 'mark_delete', { from: user, ext: name })
      for (const device of hub.devices(user)) if (device !== actor.device) hub.tell(device, news)
    }
    return { data: { ignore: [] } }
  }

export const markRoutes: readonly Route[] = [
  { method: 'POST', path: 'sdk/user/:me/user_channels/mark', handler: mark(true) },
  { method: 'DELETE', path: 'sdk/user/:me/user_channels/mark', handler: mark(false) },
]
