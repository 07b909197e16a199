import type { Idiom, Props, Scene, View } from '@parlance/conformance'
import type { Chat } from '@parlance/core'
import type { Component, PropType } from 'vue'
import { defineComponent, h } from 'vue'
import { provideChat } from '../src/index.ts'
import DerivedIdiom from './DerivedIdiom.vue'
import DestructuredIdiom from './DestructuredIdiom.vue'
import DotIdiom from './DotIdiom.vue'
import DraftComposer from './DraftComposer.vue'
import EffectIdiom from './EffectIdiom.vue'
import HelperIdiom from './HelperIdiom.vue'
import LateIdiom from './LateIdiom.vue'
import MessageList from './MessageList.vue'
import ReadingList from './ReadingList.vue'
import { vueHooks } from './vueHooks.ts'
import WholeObjectIdiom from './WholeObjectIdiom.vue'

const components: Readonly<Record<Idiom | 'list' | 'readingList' | 'composer', Component>> = {
  dot: DotIdiom,
  destructured: DestructuredIdiom,
  helper: HelperIdiom,
  wholeObject: WholeObjectIdiom,
  derived: DerivedIdiom,
  effect: EffectIdiom,
  late: LateIdiom,
  list: MessageList,
  readingList: ReadingList,
  composer: DraftComposer,
}

const Probe = defineComponent({
  props: {
    view: { type: Function as PropType<View>, required: true },
    input: { type: Object as PropType<Props>, required: true },
  },
  setup(props) {
    const draw = props.view(vueHooks, () => props.input)
    return () => h('p', draw())
  },
})

/** What a mounted scene may change. */
export interface SceneState {
  props: Props
  chat: Chat | undefined
}

/** A scene as one root component over state that may change. */
export const vueScene = ({ parts, connect = false }: Scene, state: SceneState): Component =>
  defineComponent({
    setup() {
      if (state.chat !== undefined) {
        const first = state.chat
        provideChat(() => state.chat ?? first, { connect })
      }
      return () =>
        parts.map(part => {
          const { key: _key, ...rest } = state.props
          return h('div', [typeof part === 'function' ? h(Probe, { view: part, input: state.props }) : h(components[part], rest)])
        })
    },
  })
