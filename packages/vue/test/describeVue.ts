import { createWorld, macrotask } from '@parlance/conformance'
import type { Chat } from '@parlance/core'
import { direct } from '@parlance/core'
import { readableCell } from '@parlance/core/testing'
import { describe, expect, it, onTestFinished } from 'vitest'
import { computed, createApp, effectScope, h, nextTick, ref, shallowRef, watchEffect } from 'vue'
import { parlance, useConnection, useConversation, useDraft, useReadable } from '../src/index.ts'

const container = (): HTMLElement => {
  const element = document.body.appendChild(document.createElement('main'))
  onTestFinished(() => element.remove())
  return element
}

/** What only Vue has, or does in its own way. */
export const describeVue = (): void => {
  describe('Vue', () => {
    it('[BND4] the plugin connects after mounting and disconnects after unmounting', async () => {
      const { alice, counts, quiet } = await createWorld({ aliceConnects: false })
      const element = container()
      const app = createApp({
        setup() {
          const connection = useConnection()
          return () => h('p', connection.value.state)
        },
      })
      app.use(parlance(alice, { connect: true }))
      expect(counts.connects).toBe(0)
      app.mount(element)
      await quiet()
      await nextTick()
      expect(element.textContent).toBe('online')
      app.unmount()
      await quiet()
      expect([counts.connects, counts.disconnects, counts.disposals, counts.subscriptions]).toEqual([1, 1, 0, 0])
    })

    it('[BND4] the plugin follows a ref to another account', async () => {
      const { alice, counts, chatOf, quiet } = await createWorld({ aliceConnects: false })
      const chat = shallowRef<Chat>(alice)
      const element = container()
      const app = createApp({
        setup() {
          const connection = useConnection()
          return () => h('p', connection.value.state)
        },
      })
      app.use(parlance(chat, { connect: true })).mount(element)
      await quiet()
      const carol = chatOf('carol')
      chat.value = carol
      await quiet()
      await nextTick()
      expect([counts.connects, counts.disconnects, carol.connection.get().state]).toEqual([1, 1, 'online'])
      app.unmount()
      await quiet()
      expect(carol.connection.get().state).toBe('offline')
    })

    it('[BND4] a ref that nobody reads subscribes to nothing; one that is read does, until its scope ends', async () => {
      const { alice, counts } = await createWorld()
      const scope = effectScope()
      const talk = scope.run(() => useConversation(() => direct('bob'), { chat: alice, open: false }))!
      expect(counts.subscriptions).toBe(0)
      expect(talk.unread.value.count).toBe(0)
      expect(talk.unread.value.count).toBe(0)
      expect(counts.subscriptions).toBe(1)
      scope.stop()
      expect(counts.subscriptions).toBe(0)
      expect(talk.unread.value.count).toBe(0)
      expect(counts.subscriptions).toBe(0)
    })

    it('[BND4] works in a scope without a component, and there opens at once', async () => {
      const { alice, counts } = await createWorld()
      const scope = effectScope()
      scope.run(() => useConversation(direct('bob'), { chat: alice }))
      expect(counts.open).toBe(1)
      scope.stop()
      expect(counts.open).toBe(0)
    })

    it('[BND4] throws the way out where there is no scope to end with', () => {
      expect(() => useReadable(readableCell(1))).toThrow(
        'Call this in setup() or in an effectScope: it ends its subscription when that ends.',
      )
    })

    it('[BND1] a ref feeds computed values and effects', async () => {
      const source = readableCell(1)
      const which = ref(0)
      const other = readableCell(100)
      const scope = effectScope()
      const seen: number[] = []
      const value = scope.run(() => useReadable(() => (which.value === 0 ? source : other)))!
      scope.run(() => {
        const double = computed(() => value.value * 2)
        watchEffect(() => seen.push(double.value), { flush: 'sync' })
      })
      source.set(2)
      which.value = 1
      other.set(200)
      source.set(3)
      scope.stop()
      other.set(300)
      await macrotask()
      expect(seen).toEqual([2, 4, 200, 400])
      which.value = 0
      expect(value.value).toBe(3)
      expect([source.subscribers, other.subscribers]).toEqual([0, 0])
    })

    it('[BND6] refuses to be written to, but for a draft', async () => {
      const { alice } = await createWorld()
      const scope = effectScope()
      onTestFinished(() => scope.stop())
      const { talk, draft } = scope.run(() => ({
        talk: useConversation(direct('bob'), { chat: alice }),
        draft: useDraft(direct('bob'), { chat: alice }),
      }))!
      const { typing } = talk
      expect(() => Object.assign(typing, { value: [] })).toThrow('This ref is read only: a chat changes by its commands.')
      draft.value = { text: 'written' }
      expect(talk.draft.value?.text).toBe('written')
    })
  })
}
