import type { ConversationId, ConversationSettings } from '@parlance/core'
import { conversationAt } from '../conversations.ts'
import { metAt } from '../events/metAt.ts'
import type { PartContext } from '../part.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import { needed } from '../sdk/needed.ts'
import { rawOf, textOf } from '../sdk/raw.ts'
import type { marked } from './marked.ts'
import { isSilent } from './silence.ts'

/** What another device of mine set of a conversation. */
export const settingEvents = (
  { known }: PartContext,
  marks: ReturnType<typeof marked>,
  learn: (conversation: ConversationId, settings: ConversationSettings, origin: 'live') => void,
  before: SdkHandler,
): SdkHandler => ({
  onMultiDeviceEvent(payload) {
    before.onMultiDeviceEvent?.(payload)
    const { operation, conversationId, conversationType, type, conversationMark, data } = rawOf(payload)
    const isMarked = operation === 'markConversation'
    if (isMarked || operation === 'unMarkConversation') {
      const setting = marks.by(conversationMark)
      if (setting !== undefined) learn(needed(conversationAt(conversationType, textOf(conversationId))), { [setting]: isMarked }, 'live')
    }
    const isSet = operation === 'setSilentModeForConversation'
    // Hours without alerts are told without a word for what holds otherwise.
    if (isSet ? rawOf(data)['type'] !== undefined : operation === 'removeSilentModeForConversation') {
      learn(metAt(known, type, conversationId), { silenced: isSet && isSilent(data) }, 'live')
    }
  },
})
