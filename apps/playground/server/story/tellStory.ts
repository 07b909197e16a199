import type { Attachment, ConversationId, UserId } from '@parlance/core'
import { image } from '@parlance/core'
import type { SandboxBackend } from '@parlance/sandbox'
import type { StoryClock } from '../storyClock.ts'
import { makeAcquainted } from './makeAcquainted.ts'
import { lakePicture, lakeSize } from './lakePicture.ts'
import type { Deed, Step } from './step.ts'
import { steps } from './steps.ts'

const MINUTE = 60_000

/** Lets the sandbox's users have done what the story says, at the times that it says. */
export const tellStory = (backend: SandboxBackend, clock: StoryClock): void => {
  makeAcquainted(backend)
  const now = Date.now()
  for (const step of steps) {
    clock.show(now - step.ago * MINUTE)
    take(backend, step)
  }
  clock.show(undefined)
}

const take = (backend: SandboxBackend, { by, in: conversation, do: deed }: Step): void => {
  if ('say' in deed) backend.post(by, conversation, deed.say, deed.countsReaders === true ? { wantsReadCount: true } : {})
  else if ('show' in deed) backend.post(by, conversation, image(uploadLake(backend, by, conversation), lakeSize))
  else if ('read' in deed) backend.act(by, 'markRead', { conversation, target: { whole: true } })
  else if ('set' in deed) backend.act(by, 'setConversation', { conversation, settings: deed.set })
  else change(backend, by, conversation, deed)
}

const change = (
  backend: SandboxBackend,
  by: UserId,
  conversation: ConversationId,
  deed: Extract<Deed, { edit: string } | { recall: true }>,
): void => {
  const newest = backend.inspect(conversation, by).at(-1)
  if (newest === undefined) throw new Error(`The story changes a message in ${conversation}, where there is none.`)
  const target = { conversation, id: newest.id }
  if ('edit' in deed) backend.act(by, 'edit', { target, body: { type: 'text', text: deed.edit } })
  else backend.act(by, 'recall', { target })
}

const uploadLake = (backend: SandboxBackend, by: UserId, conversation: ConversationId): Attachment => {
  const bytes = lakePicture().toString('base64')
  const part = { conversation, upload: 'lake', offset: 0, bytes, last: true, name: 'The lake at sunrise.png', mime: 'image/png' }
  const attachment = backend.act(by, 'uploadPart', part)
  if (attachment === null) throw new Error('The picture of the story was not taken.')
  return attachment
}
