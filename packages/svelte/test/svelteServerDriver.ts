import type { ServerDriver } from '@parlance/conformance'
import { render } from 'svelte/server'
import SceneRoot from './SceneRoot.svelte'

export const svelteServerDriver: ServerDriver = {
  framework: 'Svelte',
  render: ({ parts, props = {}, chat, connect = false }) =>
    Promise.resolve(render(SceneRoot, { props: { parts, input: props, chat, connect } }).body),
}
