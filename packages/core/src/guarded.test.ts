import { filter, Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { direct } from './model/ids.ts'
import { observe } from './observe.ts'
import { guarded } from './guarded.ts'
import { startChat } from '../test/startChat.ts'

const bob = direct('bob')
const boom = (): never => {
  throw new Error('boom')
}

describe('[BND7] a subscriber that throws', () => {
  it('of an Observable of the chat, piped or not, is internal on errors$, and the others are told', async () => {
    const { chat, script, clock, errors } = await startChat()
    const heard: string[] = []
    chat.incoming$.subscribe(boom)
    chat.incoming$.pipe(filter(() => true)).subscribe({ next: boom })
    chat.facts$.subscribe(boom)
    observe(chat.totalUnread).subscribe(({ count }) => count > 0 && boom())
    chat.incoming$.subscribe(({ id }) => heard.push(id ?? ''))
    for (const id of ['m1', 'm2'])
      script.tell({
        type: 'message',
        origin: 'live',
        message: { conversation: bob, from: 'bob', id, position: id, body: { type: 'text', text: id } },
      })
    await clock.settle()
    expect(heard).toEqual(['m1', 'm2'])
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['internal']))
    expect(errors.length).toBeGreaterThanOrEqual(7)
  })

  it('hears the end and may end itself, as of any Observable', () => {
    const source = new Subject<number>()
    const heard: unknown[] = []
    const subscription = guarded(source, thrown => heard.push(thrown)).subscribe(value => heard.push(value))
    guarded(source, () => undefined).subscribe({ complete: () => heard.push('end') })
    source.next(1)
    subscription.unsubscribe()
    source.next(2)
    source.complete()
    expect(heard).toEqual([1, 'end'])
  })
})
