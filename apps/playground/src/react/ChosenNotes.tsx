import { useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import type { Composer } from '../shared/composer/createComposer.ts'
import { listOfNames } from '../shared/format/listOfNames.ts'
import { Icon } from './Icon.tsx'
import { useNameOf } from './useNameOf.ts'

/** What was chosen for the next message, as long as it stands. */
export const ChosenNotes = ({ composer: { choices } }: { readonly composer: Composer }): ReactNode => {
  const nameOf = useNameOf()
  const only = useReadable(choices.only)
  const ext = useReadable(choices.ext)
  return (
    <div className="composer-notes">
      {only.length > 0 && (
        <p className="composer-note" data-testid="chosen-only">
          <Icon name="lock" />
          <span>Only to {listOfNames(only.map(nameOf))}</span>
          <button type="button" className="icon-button" aria-label="To everybody" onClick={() => choices.only.set([])}>
            <Icon name="close" />
          </button>
        </p>
      )}
      {ext !== '' && (
        <p className="composer-note" data-testid="chosen-ext">
          <Icon name="code" />
          <span>With extra data</span>
          <button type="button" className="icon-button" aria-label="Without extra data" onClick={() => choices.ext.set('')}>
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  )
}
