import type { Attachment, MessageRef } from '@parlance/core'
import { custom, image, location } from '@parlance/core'
import type { SandboxBackend } from '@parlance/sandbox'
import { lakePicture, lakeSize } from './lakePicture.ts'
import type { Deed, Step } from './step.ts'

/** Lets somebody have done something. */
export const doDeed = (backend: SandboxBackend, step: Step): void => {
  const { by, in: conversation, do: deed } = step
  if ('say' in deed) say(backend, step, deed)
  else if ('show' in deed) backend.post(by, conversation, image(uploadLake(backend, step), lakeSize))
  else if ('place' in deed) backend.post(by, conversation, location(deed.place))
  else if ('poll' in deed) backend.post(by, conversation, custom('poll', deed.poll))
  else if ('react' in deed) backend.act(by, 'react', { target: saidBefore(backend, step, deed.to), emoji: deed.react, active: true })
  else if ('pin' in deed) backend.act(by, 'pin', { target: saidBefore(backend, step, deed.pin), pinned: true })
  else if ('title' in deed) backend.act(by, 'updateGroup', { conversation, change: deed })
  else if ('read' in deed) backend.act(by, 'markRead', { conversation, target: { whole: true } })
  else if ('set' in deed) backend.act(by, 'setConversation', { conversation, settings: deed.set })
  else if ('edit' in deed) backend.act(by, 'edit', { target: saidBefore(backend, step), body: { type: 'text', text: deed.edit } })
  else backend.act(by, 'recall', { target: saidBefore(backend, step) })
}

const say = (
  backend: SandboxBackend,
  step: Step,
  { say: words, countsReaders, answers, firstBy }: Extract<Deed, { say: string }>,
): void => {
  backend.post(step.by, step.in, words, {
    ...(countsReaders === true && { wantsReadCount: true }),
    ...(answers !== undefined && { replyTo: saidBefore(backend, step, answers) }),
    ...(firstBy !== undefined && { forwardedFrom: firstBy }),
  })
}

/** The newest message there that begins like this. */
const saidBefore = (backend: SandboxBackend, { by, in: conversation }: Step, words = ''): MessageRef & { readonly id: string } => {
  const found = backend
    .inspect(conversation, by)
    .filter(({ body }) => words === '' || (body?.type === 'text' && body.text.startsWith(words)))
    .at(-1)
  if (found === undefined) throw new Error(`The story names a message “${words}” in ${conversation} that isn’t there.`)
  return { conversation, id: found.id }
}

const uploadLake = (backend: SandboxBackend, { by, in: conversation }: Step): Attachment => {
  const bytes = lakePicture().toString('base64')
  const part = { conversation, upload: 'lake', offset: 0, bytes, last: true, name: 'The lake at sunrise.png', mime: 'image/png' }
  const attachment = backend.act(by, 'uploadPart', part)
  if (attachment === null) throw new Error('The picture of the story was not taken.')
  return attachment
}
