import type { Message, MessageRef } from '@parlance/core'
import { attachmentOf, conversationKind } from '@parlance/core'
import type { NameOf } from '../client/person.ts'
import { bytesLabel } from '../format/bytesLabel.ts'
import { listOfNames } from '../format/listOfNames.ts'

/** A line of what is known about a message. */
export interface Detail {
  readonly id: string
  readonly label: string
  readonly value: string
  /** Something for programs: drawn as it is. */
  readonly isCode?: boolean
}

const moment = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'medium', hourCycle: 'h23' })

/** Everything that this device knows about a message besides what it says. */
export const messageDetails = (message: Message, nameOf: NameOf): readonly Detail[] => {
  const { id, localId, position, conversation, from, sentAt, to, replyTo, forwardedFrom, edited, recalled, send, ext, body } = message
  const attachment = body && attachmentOf(body)
  const details: (Detail | undefined)[] = [
    code('id', 'Message', id),
    code('localId', 'Local id', localId),
    code('position', 'Position', position),
    code('conversation', conversationKind(conversation) === 'direct' ? 'Conversation' : 'Group or room', conversation),
    line('from', 'From', `${nameOf(from)} (${from})`),
    line('sentAt', 'Sent', moment.format(sentAt)),
    line('state', 'State here', send?.state),
    line('to', 'Only to', to && listOfNames(to.map(nameOf))),
    code('replyTo', 'Answers', replyTo && refLabel(replyTo)),
    line('forwardedFrom', 'Forwarded from', forwardedFrom && nameOf(forwardedFrom)),
    line('edited', 'Changed', edited && `${moment.format(edited.at)} by ${nameOf(edited.by)}`),
    line('recalled', 'Recalled', recalled && `by ${nameOf(recalled.by)}`),
    code('type', 'Body', body?.type),
    line('file', 'File', attachment && `${attachment.name}, ${attachment.mime}, ${bytesLabel(attachment.size)}`),
    code('digest', 'SHA-256', attachment?.digest),
    code('ext', 'Extra data', ext && JSON.stringify(ext, undefined, 2)),
  ]
  return details.filter(detail => detail !== undefined)
}

const line = (id: string, label: string, value: string | undefined): Detail | undefined =>
  value === undefined ? undefined : { id, label, value }
const code = (id: string, label: string, value: string | undefined): Detail | undefined =>
  value === undefined ? undefined : { id, label, value, isCode: true }

const refLabel = ({ id, from, localId }: MessageRef): string => id ?? `${localId ?? ''} of ${from ?? ''}`
