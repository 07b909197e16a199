import { describe, expect, it } from 'vitest'
import { bundledModules } from '../../../scripts/bundledModules.mjs'

/** What an application that shows texts alone has no need of. */
const extras = /\/core\/src\/(emoji|attachments|contacts|groups|parts|testing)\/|upload|download/i

describe('what one import brings along', () => {
  it.each(['react', 'vue', 'svelte'])(
    'useConversation of @parlance/%s: no uploads, emoji, contacts or groups, and no chat',
    async binding => {
      const modules = await bundledModules(`export { useConversation } from '@parlance/${binding}'`)
      expect(modules).toContain(`packages/${binding}/src/useConversation.ts`)
      expect(modules.filter(module => extras.test(module))).toEqual([])
      expect(modules).not.toContain('packages/core/src/createChat.ts')
      expect(modules.length).toBeLessThan(60)
    },
  )

  it('createChat: nothing that has an entry of its own', async () => {
    const modules = await bundledModules("export { createChat } from '@parlance/core'")
    expect(modules).toContain('packages/core/src/createChat.ts')
    expect(modules.filter(module => /\/core\/src\/(emoji|attachments|contacts|groups|testing)\//.test(module))).toEqual([])
  })

  it('an id: itself', async () => {
    expect(await bundledModules("export { direct } from '@parlance/core'")).toEqual(['packages/core/src/model/ids.ts'])
  })
})
