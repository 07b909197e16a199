import type { ServerDriver } from '@parlance/conformance'
import { renderToString } from 'react-dom/server'
import { reactScene } from './reactScene.ts'

export const reactServerDriver: ServerDriver = {
  framework: 'React',
  render: scene => Promise.resolve(renderToString(reactScene(scene, scene.props ?? {}, scene.chat))),
}
