import { useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { useId } from 'react'
import type { Composer } from '../shared/composer/createComposer.ts'
import { EXT_EXAMPLE } from '../shared/composer/sendChoices.ts'
import { toggled } from '../shared/composer/toggled.ts'
import { usePanel } from './panelContext.ts'
import { useNameOf } from './useNameOf.ts'
import { ChoiceSwitch } from './ChoiceSwitch.tsx'

export const Choices = ({ composer }: { readonly composer: Composer }): ReactNode => {
  const { countsReaders } = usePanel()
  const nameOf = useNameOf()
  const { choices, others } = composer
  const people = useReadable(others)
  const only = useReadable(choices.only)
  const ext = useReadable(choices.ext)
  const asks = useReadable(countsReaders)
  const id = useId()
  return (
    <>
      {people.length > 0 && (
        <>
          <ChoiceSwitch label="Ask who has read it" isOn={asks} testId="counts-readers" onToggle={() => countsReaders.set(!asks)} />
          <div role="group" aria-labelledby={`${id}-only`}>
            <p id={`${id}-only`} className="choices-title">
              Only to
            </p>
            {people.map(user => (
              <ChoiceSwitch
                key={user}
                label={nameOf(user)}
                isOn={only.includes(user)}
                testId={`only-${user}`}
                onToggle={() => choices.only.set(toggled(only, user))}
              />
            ))}
          </div>
        </>
      )}
      <label className="choices-title" htmlFor={`${id}-ext`}>
        Extra data, as JSON
      </label>
      <textarea
        id={`${id}-ext`}
        className="entry is-code"
        data-testid="ext"
        rows={2}
        placeholder={EXT_EXAMPLE}
        value={ext}
        onChange={event => choices.ext.set(event.target.value)}
      />
    </>
  )
}
