import { afterEach, describe, expect, it } from 'vitest'
import type { Scene, SceneOptions } from './testing/scene.ts'
import { createScene } from './testing/scene.ts'

let scene: Scene | undefined
afterEach(async () => {
  await scene?.end()
  scene = undefined
})
const begin = async (options?: SceneOptions): Promise<Scene> => (scene = await createScene(options))

describe('messages', () => {
  it('a text comes to the other one, and its sender has its id', async () => {
    const { client } = await begin()
    const [alice, bob] = [await client('alice'), await client('bob')]
    const { serverMsgId } = await alice.connection.send(
      alice.text('bob', 'hello', { ext: { a: 1, b: { c: [true] }, d: 'x', e: 1.5, f: false } }),
    )
    expect(await bob.next('onTextMessage')).toMatchObject({
      id: serverMsgId,
      type: 'txt',
      chatType: 'singleChat',
      from: 'alice',
      to: 'bob',
      msg: 'hello',
      onlineState: 1,
      ext: { a: 1, b: { c: [true] }, d: 'x', e: 1.5, f: false },
    })
    expect(await alice.next('onReceivedMessage')).toMatchObject({ mid: serverMsgId, to: 'bob' })
  })
})
