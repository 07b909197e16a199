import type { ConversationId } from '@parlance/core'
import { useConversation, useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { conversationTitle } from '../shared/wording/conversationTitle.ts'
import { Composer } from './Composer.tsx'
import { PinBar } from './PinBar.tsx'
import { SearchPanel } from './SearchPanel.tsx'
import { usePanel } from './panelContext.ts'
import { TalkBar } from './TalkBar.tsx'
import { Timeline } from './Timeline.tsx'
import { Trouble } from './Trouble.tsx'

export const Talk = ({ id }: { readonly id: ConversationId }): ReactNode => {
  const { name, nameOf, searching } = usePanel()
  const isSearching = useReadable(searching)
  const talk = useConversation(id)
  const title = conversationTitle(talk.info, nameOf)
  return (
    <section className="talk" aria-label={`${name}: ${title}`} data-testid="talk" data-conversation={id}>
      <TalkBar title={title} conversation={talk.info} typing={talk.typing} />
      <PinBar id={id} pinned={talk.pinned} />
      {isSearching && <SearchPanel id={id} />}
      <Timeline talk={talk} label={`${name}’s messages: ${title}`} />
      <Trouble />
      <Composer id={id} title={title} can={talk.can} />
    </section>
  )
}
