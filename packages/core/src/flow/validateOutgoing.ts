import type { Body } from '../model/body.ts'
import { chatError, isChatError } from '../model/error.ts'
import { isConversationId } from '../model/ids.ts'
import type { MessageRef } from '../model/messageRef.ts'
import { failed, succeeded, type Outcome } from '../model/outcome.ts'
import type { Ext } from '../model/register.ts'
import type { OutgoingMessage } from '../protocol/remoteMessage.ts'
import type { Transport } from '../protocol/transport.ts'
import { copyJson } from './copyJson.ts'
import { outgoingBody } from './outgoing.ts'
import { checkedBody, ids, invalid, name, object, type BodyLimits } from './validateBody.ts'
import type { FlowContext } from './flowContext.ts'

/** What a chat may send, as its transport and capabilities are now. */
export const bodyLimits = ({
  transport,
  capabilities,
  attachments,
}: Pick<FlowContext, 'transport' | 'capabilities' | 'attachments'>): BodyLimits => ({
  capabilities: capabilities(),
  uploads: attachments.uploader !== undefined || transport.upload !== undefined,
  rules: attachments.rules,
  fold: foldOf(transport),
})

const foldOf =
  (transport: Transport): ((id: string) => string) =>
  id =>
    transport.canonical?.(id) ?? id

/**
 * A message that was handed in, checked and copied before it is queued [SND11]. Fails with `invalid` (`path`), `tooLarge`
 * (`limit`, bytes) or `unsupported`: such a message never reaches the transport. Never throws.
 */
export const validateOutgoing = (message: OutgoingMessage, limits: BodyLimits): Outcome<OutgoingMessage> =>
  judged(() => {
    const { conversation, localId, to, replyTo, wantsReadCount, forwardedFrom } = message
    const body = checkedBody(message.body, limits)
    const ext = message.ext === undefined ? undefined : copyJson(object(message.ext, 'ext'), 'ext')
    if (to !== undefined && to.length === 0) throw invalid('to', 'a list of at least one id')
    if (wantsReadCount !== undefined && typeof wantsReadCount !== 'boolean') throw invalid('wantsReadCount', 'true or false')
    checkSize(body, ext, limits)
    return {
      conversation,
      localId,
      body,
      ...(ext !== undefined && { ext }),
      ...(to !== undefined && { to: ids(to, 'to', limits) }),
      ...(replyTo !== undefined && { replyTo: checkedReply(replyTo) }),
      ...(wantsReadCount !== undefined && { wantsReadCount }),
      ...(forwardedFrom !== undefined && { forwardedFrom: name(forwardedFrom, 'forwardedFrom') }),
    }
  })

/** The same for a body alone: what `send` would say of it. */
export const validateBody = (body: Body, limits: BodyLimits): Outcome<Body> =>
  judged(() => {
    const checked = checkedBody(body, limits)
    checkSize(checked, undefined, limits)
    return checked
  })

/** The same for the new body of a message that is sent already: what it refers to has to be there for others. */
export const validateEdit = (body: Body, limits: BodyLimits): Outcome<Body> => {
  const checked = validateBody(body, { ...limits, uploads: false })
  return checked.ok ? succeeded(outgoingBody(checked.value)) : checked
}

const judged = <T>(check: () => T): Outcome<T> => {
  try {
    return succeeded(check())
  } catch (thrown) {
    // What isn't our own verdict is a getter or a proxy that threw, or a body that is none.
    return failed(
      isChatError(thrown) ? thrown : chatError('invalid', { path: 'body', cause: thrown, message: 'The message could not be read.' }),
    )
  }
}

const checkSize = (body: Body, ext: Ext | undefined, { capabilities: { maxMessageBytes } }: BodyLimits): void => {
  const bytes = new TextEncoder().encode(JSON.stringify({ body: outgoingBody(body), ext })).length
  if (bytes <= maxMessageBytes) return
  const path = ext !== undefined && JSON.stringify(ext).length > maxMessageBytes / 2 ? 'ext' : 'body'
  throw chatError('tooLarge', {
    path,
    limit: maxMessageBytes,
    message: `A message may have ${maxMessageBytes} bytes; this one has ${bytes}.`,
  })
}

const checkedReply = (replyTo: MessageRef): MessageRef => {
  const { conversation, id, from, localId } = object(replyTo, 'replyTo')
  if (id === undefined && (from === undefined || localId === undefined)) throw invalid('replyTo', 'a message, by id or by from and localId')
  if (conversation !== undefined && !isConversationId(conversation)) throw invalid('replyTo.conversation', "a conversation's id")
  return {
    ...(conversation !== undefined && { conversation }),
    ...(id !== undefined && { id: name(id, 'replyTo.id') }),
    ...(from !== undefined && { from: name(from, 'replyTo.from') }),
    ...(localId !== undefined && { localId: name(localId, 'replyTo.localId') }),
  }
}
