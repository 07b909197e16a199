import type { ServerDriver } from '@parlance/conformance'
import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { vueScene } from './vueScene.ts'

export const vueServerDriver: ServerDriver = {
  framework: 'Vue',
  render: scene => renderToString(createSSRApp(vueScene(scene, { props: scene.props ?? {}, chat: scene.chat }))),
}
