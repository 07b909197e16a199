import type { ConversationSettings } from '../../../model/conversation.ts'
import type { Capabilities } from '../../../protocol/capabilities.ts'
import { pair } from '../casts.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check } from '../contractCheck.ts'
import { demandCode, demandEqual, present } from '../demand.ts'
import { mark, markOf, formsOf } from '../marking.ts'
import { hear, say } from '../saying.ts'
import { entryOf } from '../listing.ts'

type Setting = Capabilities['settings'][number]

const values: Readonly<Record<Setting, readonly [ConversationSettings, ConversationSettings]>> = {
  pinned: [{ pinned: 2 }, { pinned: 0 }],
  silenced: [{ silenced: true }, { silenced: false }],
  archived: [{ archived: true }, { archived: false }],
  markedUnread: [{ markedUnread: true }, { markedUnread: false }],
}
const settings: readonly Setting[] = ['pinned', 'silenced', 'archived', 'markedUnread']

/** What is asked for of a setting: a backend may have ranks of its own for what is pinned, the same on all my devices. */
const standing = (setting: Setting, settings: ConversationSettings): unknown =>
  setting === 'pinned' ? (settings.pinned ?? 0) > 0 : settings[setting]

const kept = (setting: Setting, inList: boolean): Draft =>
  check(`[UNR6] ${setting} is kept for me on all my devices, and for nobody else [settings: ${setting}]`, async stage => {
    const { alice, bob, talk } = await pair(stage)
    const tablet = await stage.another(alice)
    await hear(bob, await say(alice, talk))
    for (const change of values[setting]) {
      const since = tablet.events.length
      const answer = await alice.ask(
        transport => present(transport.setConversation?.(talk(alice), change), 'setConversation'),
        'setConversation',
      )
      const told = await tablet.until(
        event =>
          event.type === 'conversation' && event.entry.id === talk(tablet) && event.entry[setting] !== undefined ? event.entry : undefined,
        `the setting ${setting}`,
        since,
      )
      demandEqual(standing(setting, told), standing(setting, change), `${setting} on the other device`)
      demandEqual(told[setting], { ...change, ...answer }[setting], `${setting} on the other device, as this one was answered`)
      if (inList) {
        const entry = present(await entryOf(alice, talk), 'entry of the conversation')
        demandEqual(entry[setting], told[setting], `${setting} in the list, as the other device was told`)
      }
    }
    if (inList)
      demandEqual(
        (await entryOf(bob, talk))?.[setting] ?? values[setting][1][setting],
        values[setting][1][setting],
        `${setting} in the peer’s list`,
      )
  })

const notKept = (setting: Setting): Draft =>
  check(`setting ${setting} is refused with unsupported [settings: not ${setting}]`, async stage => {
    const { alice, talk } = await pair(stage)
    await say(alice, talk)
    if (alice.transport.setConversation === undefined) return
    const refusal = await alice.refusal(transport => transport.setConversation?.(talk(alice), values[setting][0]), `setting ${setting}`)
    demandCode(refusal, ['unsupported'], `Setting ${setting}`)
  })

const clearedByMark = check('[UNR9] a mark clears markedUnread on all my devices [settings: markedUnread]', async stage => {
  const { alice, bob, talk } = await pair(stage)
  const tablet = await stage.another(alice)
  const said = await say(bob, talk)
  await hear(alice, said)
  await alice.ask(
    transport => present(transport.setConversation?.(talk(alice), { markedUnread: true }), 'setConversation'),
    'setConversation',
  )
  const since = tablet.events.length
  await mark(alice, talk, markOf(alice, [said]))
  await tablet.until(
    event => (event.type === 'conversation' && event.entry.markedUnread === false ? event : undefined),
    'markedUnread to be cleared',
    since,
  )
})

export const settingChecks = ({ capabilities }: ContractBackend): readonly Draft[] => {
  const { conversationList, read } = capabilities
  const declared = new Set(capabilities.settings)
  return [
    ...settings.map(setting => (declared.has(setting) ? kept(setting, conversationList) : notKept(setting))),
    ...(declared.has('markedUnread') && formsOf(read.direct).length > 0 ? [clearedByMark] : []),
  ]
}
