import type { ReactNode } from 'react'
import type { Composer } from '../shared/composer/createComposer.ts'
import { attachMenu } from '../shared/menu/attachMenu.ts'
import { MenuButton } from './MenuButton.tsx'
import { usePanel } from './panelContext.ts'

export const AttachMenu = ({ composer }: { readonly composer: Composer }): ReactNode => {
  const panel = usePanel()
  return <MenuButton label="Attach" icon="attach" testId="attach" items={() => attachMenu(panel, composer)} />
}
