import { describe, expect, it } from 'vitest'
import { direct, group } from '../src/model/ids.ts'
import { createScriptedChat, startChat } from './startChat.ts'

describe('[CNV5] a draft', () => {
  it('belongs to its conversation, whole, and no other shows it', async () => {
    const { chat } = await startChat()
    const draft = { text: 'half a', replyTo: { conversation: direct('bob'), id: 'm1' }, mentions: ['bob'] }
    chat.conversation(direct('bob')).setDraft(draft)
    expect(chat.conversation(direct('bob')).draft.get()).toEqual(draft)
    expect([direct('carol'), group('bob')].map(id => chat.conversation(id).draft.get())).toEqual([undefined, undefined])
  })

  it('stays when something else is sent, and goes when it is taken away', async () => {
    const { chat } = await startChat()
    const talk = chat.conversation(direct('bob'))
    talk.setDraft({ text: 'later' })
    chat.conversation(direct('carol')).send('words')
    talk.send('now')
    expect(talk.draft.get()).toEqual({ text: 'later' })
    talk.setDraft(undefined)
    expect(talk.draft.get()).toBeUndefined()
  })

  it('is a copy: what I do with mine afterwards changes nothing, and nothing stops me', () => {
    const { chat } = createScriptedChat()
    const talk = chat.conversation(direct('bob'))
    const draft = { text: 'a', mentions: ['carol'] }
    talk.setDraft(draft)
    draft.text = 'b'
    draft.mentions.push('dave')
    expect(talk.draft.get()).toEqual({ text: 'a', mentions: ['carol'] })
    expect(() => talk.setDraft(Object.create(null))).toThrow('A draft has a text')
  })
})
