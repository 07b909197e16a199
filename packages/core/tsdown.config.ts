import { defineConfig } from 'tsdown'
import { libraryBuild } from '../../scripts/libraryBuild.ts'

export default defineConfig(
  libraryBuild({
    index: 'src/index.ts',
    attachments: 'src/attachments/index.ts',
    contacts: 'src/contacts/index.ts',
    emoji: 'src/emoji/index.ts',
    groups: 'src/groups/index.ts',
    testing: 'src/testing/index.ts',
  }),
)
