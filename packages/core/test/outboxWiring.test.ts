import { expect, it } from 'vitest'
import { chatError } from '../src/model/error.ts'
import { direct } from '../src/model/ids.ts'
import { startChat } from './startChat.ts'
const bob = direct('bob')
it('[SND5] a retry that is accepted without a position is sent, whatever its former attempt was refused for', async () => {
  const { chat, script, clock, message } = await startChat({ capabilities: { order: 'late' } })
  const talk = chat.conversation(bob)
  const key = talk.send('a')
  script.next('send').refuse(chatError('muted'))
  await clock.settle()
  await talk.retry(key)
  script.next('send').answer({ id: 'm1' })
  await clock.settle()
  expect(message(key)?.send?.state).toBe('sent')
})
it('[SND10] a second refusal after an ack counts as the first did', async () => {
  const { chat, script, clock, message } = await startChat({ capabilities: { order: 'late', refusalAfterAck: true } })
  const talk = chat.conversation(bob)
  const key = talk.send('a')
  script.next('send').refuse(chatError('muted'))
  await clock.settle()
  await talk.retry(key)
  script.next('send').answer({ id: 'm1' })
  await clock.settle()
  script.tell({ type: 'refused', origin: 'live', localId: script.asked('send')[1]!.args[0].localId, error: chatError('blocked') })
  await clock.settle()
  expect(message(key)?.send).toMatchObject({ state: 'failed', error: { code: 'blocked' } })
})
it('[CON2] what is asked over a link that is given up does not come any more; the next link asks anew', async () => {
  const { chat, script, clock, message, goOffline, goOnline } = await startChat()
  const talk = chat.conversation(bob)
  const key = talk.send('a')
  await goOffline()
  script.next('send').answer({ id: 'm1', position: '1' })
  await clock.settle()
  expect(message(key)?.send?.state).toBe('queued')
  await goOnline()
  expect(script.asked('send')).toHaveLength(2)
})
it('[SND8] an edit of one that is out is shown at once', async () => {
  const { chat, message } = await startChat()
  const talk = chat.conversation(bob)
  const key = talk.send('a')
  void talk.edit(key, 'better')
  expect(message(key)?.body).toMatchObject({ text: 'better' })
})
it('[SND10] a receipt that names my localId proves acceptance', async () => {
  const { chat, script, clock, message } = await startChat({ capabilities: { dedupe: 'none', localIdVisible: false } })
  const talk = chat.conversation(bob)
  const key = talk.send('a')
  script.next('send').refuse(chatError('timeout'))
  await clock.settle()
  expect(message(key)?.send?.state).toBe('uncertain')
  script.tell({
    type: 'receipt',
    origin: 'live',
    conversation: bob,
    user: 'bob',
    kind: 'read',
    target: { exactly: [{ conversation: bob, from: 'alice', localId: script.asked('send')[0]!.args[0].localId }] },
  })
  await clock.settle()
  expect(message(key)?.send?.state).toBe('sent')
})
