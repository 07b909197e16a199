import type { ConversationId } from '@parlance/core'
import { useBlocklist, useConversation, useReadable, useUser } from '@parlance/react'
import type { ReactNode } from 'react'
import { closing } from '../shared/composer/closing.ts'
import { conversationTitle } from '../shared/wording/conversationTitle.ts'
import { ClosedComposer } from './ClosedComposer.tsx'
import { Composer } from './Composer.tsx'
import { PinBar } from './PinBar.tsx'
import { SearchPanel } from './SearchPanel.tsx'
import { usePanel } from './panelContext.ts'
import { TalkBar } from './TalkBar.tsx'
import { Timeline } from './Timeline.tsx'
import { Trouble } from './Trouble.tsx'
import { useNameOf } from './useNameOf.ts'

export const Talk = ({ id }: { readonly id: ConversationId }): ReactNode => {
  const panel = usePanel()
  const isSearching = useReadable(panel.searching)
  const nameOf = useNameOf()
  const { name } = useUser(panel.chat.self)
  const talk = useConversation(id)
  const closed = closing(panel, id, talk.can, useBlocklist())
  const title = conversationTitle(talk.info, nameOf)
  return (
    <section className="talk" aria-label={`${name}: ${title}`} data-testid="talk" data-conversation={id}>
      <TalkBar title={title} conversation={talk.info} typing={talk.typing} />
      <PinBar id={id} pinned={talk.pinned} />
      {isSearching && <SearchPanel id={id} />}
      <Timeline talk={talk} label={`${name}’s messages: ${title}`} />
      <Trouble />
      {closed === undefined ? <Composer id={id} title={title} /> : <ClosedComposer closing={closed} />}
    </section>
  )
}
