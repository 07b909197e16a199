import { createWorld, macrotask, textOf } from '@parlance/conformance'
import type { Conversation, ConversationId, Draft, Sequence } from '@parlance/core'
import { direct } from '@parlance/core'
import type { ReactNode } from 'react'
import { memo, startTransition, useDeferredValue, useEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import type { ConversationView } from '../src/index.ts'
import { ChatProvider, useConversation, useConversations, useDraft } from '../src/index.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Given by vitest.config.ts: whether these components were compiled by the React Compiler. */
    reactCompiler: boolean
  }
}

const render = async (content: ReactNode): Promise<{ readonly element: HTMLElement; readonly settle: () => Promise<void> }> => {
  const element = document.body.appendChild(document.createElement('main'))
  const root = createRoot(element)
  onTestFinished(() => {
    root.unmount()
    element.remove()
  })
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 3; turn++) await macrotask()
    flushSync(() => undefined)
  }
  flushSync(() => root.render(content))
  await settle()
  return { element, settle }
}

const bob = direct('bob')
const texts = (talk: ConversationView): string => talk.messages.map(textOf).join()

/** What only React has, or does in its own way. */
export const describeReact = (): void => {
  describe('React', () => {
    it('runs these components as the React Compiler makes them, in the project that says so', () => {
      const Plain = ({ text }: { readonly text: string }): ReactNode => <p>{text}</p>
      expect(Plain.toString().includes('react.memo_cache_sentinel') || /\$\[\d\]/.test(Plain.toString())).toBe(inject('reactCompiler'))
    })

    it('[BND3] gives a new view only when something changed that was read of it', async () => {
      const { alice, bob: bobsChat, say, quiet } = await createWorld()
      await say(bobsChat, direct('alice'), 'one')
      const views = new Set<ConversationView>()
      let draws = 0
      const Child = memo(({ talk }: { readonly talk: ConversationView }): ReactNode => {
        draws++
        views.add(talk)
        return <p>{texts(talk)}</p>
      })
      Child.displayName = 'Child'
      const Parent = (): ReactNode => {
        const talk = useConversation(bob, { chat: alice })
        return <Child talk={talk} />
      }
      const { element, settle } = await render(<Parent />)
      await quiet()
      await settle()
      const before = [draws, views.size]
      bobsChat.conversation(direct('alice')).setTyping(true)
      await quiet()
      await settle()
      expect(alice.conversation(bob).typing.get()).toEqual(['bob'])
      expect([draws, views.size]).toEqual(before)
      await say(bobsChat, direct('alice'), 'two')
      await settle()
      expect(element.textContent).toBe('one,two')
      expect(views.size).toBe(before[1]! + 1)
    })

    it('[BND2] keeps what was read of an older view as it was', async () => {
      const { alice, bob: bobsChat, say } = await createWorld()
      await say(bobsChat, direct('alice'), 'one')
      const views: ConversationView[] = []
      const Component = (): ReactNode => {
        const talk = useConversation(bob, { chat: alice })
        useEffect(() => {
          views.push(talk)
        }, [talk])
        return <p>{texts(talk)}</p>
      }
      const { settle } = await render(<Component />)
      const first = views[0]!
      await say(bobsChat, direct('alice'), 'two')
      await settle()
      expect([texts(first), texts(views.at(-1)!)]).toEqual(['one', 'one,two'])
    })

    it('[BND4] reads nothing of a view by spreading or listing it', async () => {
      const { alice, counts } = await createWorld()
      let spread: object = {}
      const Component = (): ReactNode => {
        spread = { ...useConversation(bob, { chat: alice }) }
        return null
      }
      await render(<Component />)
      expect(counts.subscriptions).toBe(0)
      expect(Object.keys(spread)).toContain('send')
      expect(Object.keys(spread)).not.toContain('messages')
    })

    it('[BND1] follows what an event handler was the first to read', async () => {
      const { alice, bob: bobsChat, say, quiet, until } = await createWorld()
      await say(bobsChat, direct('alice'), 'one')
      let draws = 0
      const clicked: number[] = []
      const Component = (): ReactNode => {
        const talk = useConversation(bob, { chat: alice })
        draws++
        return <button onClick={() => clicked.push(talk.unread.count)}>read</button>
      }
      const { element, settle } = await render(<Component />)
      const button = element.querySelector('button')!
      button.click()
      await settle()
      const before = draws
      await until(alice.conversation(bob).markRead())
      await quiet()
      await settle()
      button.click()
      expect(clicked).toEqual([1, 0])
      expect(draws).toBe(before + 1)
    })

    it('[BND2] shows no mixture while a transition to another conversation is interrupted by messages', async () => {
      const { alice, bob: bobsChat, carol, say, quiet } = await createWorld()
      await say(bobsChat, direct('alice'), 'b1')
      await say(carol, direct('alice'), 'c1')
      const shown: string[] = []
      let select: (id: ConversationId) => void = () => undefined
      const Slow = ({ id }: { readonly id: ConversationId }): ReactNode => {
        const talk = useConversation(id)
        const text = texts(talk)
        const drawn = `${id} ${text} ${talk.messages.length.toString()}`
        shown.push(drawn)
        return <p>{drawn}</p>
      }
      const App = (): ReactNode => {
        const [id, setId] = useState<ConversationId>(bob)
        const deferred = useDeferredValue(id)
        select = setId
        return (
          <>
            <Slow id={id} />
            <Slow id={deferred} />
          </>
        )
      }
      const { element, settle } = await render(
        <ChatProvider chat={alice}>
          <App />
        </ChatProvider>,
      )
      startTransition(() => select(direct('carol')))
      await say(bobsChat, direct('alice'), 'b2')
      await say(carol, direct('alice'), 'c2')
      await quiet()
      await settle()
      expect([...element.children].map(child => child.textContent)).toEqual(['direct:carol c1,c2 2', 'direct:carol c1,c2 2'])
      for (const drawn of shown) expect(drawn).toMatch(/^direct:(bob (b1 1|b1,b2 2)|carol ( 0|c1 1|c1,c2 2))$/)
    })

    it('[CNV5] sets the draft of the conversation whose render gave the setter', async () => {
      const { alice } = await createWorld()
      const setters: ((draft: Draft | undefined) => void)[] = []
      let select: (id: ConversationId) => void = () => undefined
      const Composer = (): ReactNode => {
        const [id, setId] = useState<ConversationId>(bob)
        const [draft, setDraft] = useDraft(id, { chat: alice })
        useEffect(() => {
          setters.push(setDraft)
        }, [setDraft])
        select = setId
        return <p>{draft?.text}</p>
      }
      const { element, settle } = await render(<Composer />)
      flushSync(() => select(direct('carol')))
      setters[0]!({ text: 'typed for bob, saved late' })
      await settle()
      expect(element.textContent).toBe('')
      expect(alice.conversation(bob).draft.get()?.text).toBe('typed for bob, saved late')
    })

    it('[BND6] keeps a filtered list the same object though its predicate is written in place', async () => {
      const { alice, bob: bobsChat, say } = await createWorld()
      await say(bobsChat, direct('alice'), 'one')
      const lists = new Set<Sequence<Conversation>>()
      let redraw: (count: number) => void = () => undefined
      const Component = (): ReactNode => {
        const [count, setCount] = useState(0)
        redraw = setCount
        const list = useConversations(({ unread }) => unread.count > 0, { chat: alice })
        const effects = useRef(0)
        useEffect(() => {
          effects.current++
          lists.add(list)
        }, [list])
        return (
          <p>
            {count} {list.length}
          </p>
        )
      }
      const { element } = await render(<Component />)
      for (const count of [1, 2, 3]) flushSync(() => redraw(count))
      expect(element.textContent).toBe('3 1')
      expect(lists.size).toBe(1)
    })
  })
}
