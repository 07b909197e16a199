import type { Props, Scene, View } from '@parlance/conformance'
import type { Chat } from '@parlance/core'
import type { ReactNode } from 'react'
import { createElement, StrictMode } from 'react'
import { ChatProvider } from '../src/index.ts'
import { components } from './idioms.tsx'
import { reactHooks } from './reactHooks.ts'

const Probe = ({ view, props }: { readonly view: View; readonly props: Props }): ReactNode =>
  createElement('p', null, view(reactHooks, () => props)())

/** A scene as one element, with the props and the chat that it has now. */
export const reactScene = ({ parts, connect = false, strict = false }: Scene, props: Props, chat: Chat | undefined): ReactNode => {
  const drawn = parts.map((part, index) => {
    // Named otherwise, because React keeps `key` for itself.
    const { key: _key, ...rest } = props
    const content = typeof part === 'function' ? createElement(Probe, { view: part, props }) : createElement(components[part], rest)
    return createElement('div', { key: index }, content)
  })
  const provided = chat === undefined ? drawn : createElement(ChatProvider, { chat, connect }, drawn)
  return strict ? createElement(StrictMode, null, provided) : provided
}
