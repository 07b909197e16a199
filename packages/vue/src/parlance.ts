import type { Chat } from '@parlance/core'
import type { MaybeRefOrGetter, Plugin } from 'vue'
import { effectScope, toValue } from 'vue'
import { chatKey } from './chatKey.ts'
import type { ProvideOptions } from './provideChat.ts'
import { connectWhileMounted } from './provideChat.ts'

/**
 * The plugin that gives an app its chat.
 * @example
 * createApp(App).use(parlance(chat, { connect: true })).mount('#app')
 */
export const parlance = (chat: MaybeRefOrGetter<Chat>, options: ProvideOptions = {}): Plugin<[]> => ({
  install(app) {
    app.provide(chatKey, () => toValue(chat))
    if (options.connect !== true) return
    const mount = app.mount.bind(app)
    const scope = effectScope(true)
    app.mount = (...target) => {
      const root = mount(...target)
      scope.run(() => connectWhileMounted(chat))
      return root
    }
    app.onUnmount(() => scope.stop())
  },
})
