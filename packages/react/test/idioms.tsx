import type { Message } from '@parlance/core'
import { summaryOf, textOf } from '@parlance/conformance'
import type { Idiom, Props } from '@parlance/conformance'
import type { ComponentType, ReactNode } from 'react'
import { memo, useEffect, useMemo, useRef } from 'react'
import type { ConversationView } from '../src/index.ts'
import { useConversation, useDraft, useMessages, useReadWhileVisible } from '../src/index.ts'

type Talk = ConversationView<Props['id']>

const Dot = ({ id }: Props): ReactNode => {
  const talk = useConversation(id)
  return <p>{summaryOf(talk.messages, talk.unread)}</p>
}

const Destructured = ({ id }: Props): ReactNode => {
  const { messages, unread } = useConversation(id)
  return <p>{summaryOf(messages, unread)}</p>
}

const summary = (talk: Talk): string => summaryOf(talk.messages, talk.unread)

const Helper = ({ id }: Props): ReactNode => {
  const talk = useConversation(id)
  return <p>{summary(talk)}</p>
}

const Shown = memo(({ talk }: { readonly talk: Talk }): ReactNode => <p>{summaryOf(talk.messages, talk.unread)}</p>)
Shown.displayName = 'Shown'

const WholeObject = ({ id }: Props): ReactNode => {
  const talk = useConversation(id)
  return <Shown talk={talk} />
}

const Derived = ({ id }: Props): ReactNode => {
  const talk = useConversation(id)
  const shown = useMemo(() => summary(talk), [talk])
  return <p>{shown}</p>
}

const Effect = ({ id }: Props): ReactNode => {
  const talk = useConversation(id)
  const paragraph = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (paragraph.current !== null) paragraph.current.textContent = summary(talk)
  }, [talk])
  return <p ref={paragraph} />
}

const Late = ({ id, more = false }: Props): ReactNode => {
  const talk = useConversation(id)
  return <p>{`${talk.messages.map(textOf).join(',')}|${more ? talk.unread.count.toString() : ''}`}</p>
}

const Row = ({ message }: { readonly message: Message }): ReactNode => <li>{textOf(message)}</li>

const List = ({ id }: Props): ReactNode => {
  const messages = useMessages(id)
  return (
    <ul>
      {messages.map(message => (
        <Row key={message.key} message={message} />
      ))}
    </ul>
  )
}

const ReadingList = ({ id }: Props): ReactNode => {
  const messages = useMessages(id)
  const seen = useReadWhileVisible(id)
  return (
    <ul style={{ height: 250, overflow: 'auto', margin: 0, padding: 0 }}>
      {messages.map(message => (
        <li key={message.key} ref={seen(message.key)} style={{ height: 100 }}>
          {textOf(message)}
        </li>
      ))}
    </ul>
  )
}

const Composer = ({ id }: Props): ReactNode => {
  const [draft, setDraft] = useDraft(id)
  return <input value={draft?.text ?? ''} onChange={event => setDraft({ text: event.target.value })} />
}

export const components: Readonly<Record<Idiom | 'list' | 'readingList' | 'composer', ComponentType<Props>>> = {
  dot: Dot,
  destructured: Destructured,
  helper: Helper,
  wholeObject: WholeObject,
  derived: Derived,
  effect: Effect,
  late: Late,
  list: List,
  readingList: ReadingList,
  composer: Composer,
}
