import { defineConfig } from 'tsdown'
import { libraryBuild } from '../../scripts/libraryBuild.ts'

export default defineConfig(
  libraryBuild({
    index: 'src/index.ts',
    deletion: 'src/deletion/index.ts',
    groups: 'src/groups/index.ts',
    people: 'src/people/index.ts',
    reactions: 'src/reactions/index.ts',
    search: 'src/search/index.ts',
    settings: 'src/settings/index.ts',
    typing: 'src/typing/index.ts',
  }),
)
