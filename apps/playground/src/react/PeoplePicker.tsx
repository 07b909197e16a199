import { useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { Picking } from '../shared/groups/createPicking.ts'
import { UserAvatar } from './UserAvatar.tsx'
import { UserName } from './UserName.tsx'

export interface PeoplePickerProps {
  readonly legend: string
  readonly picking: Picking
}

export const PeoplePicker = ({ legend, picking }: PeoplePickerProps): ReactNode => {
  const offered = useReadable(picking.offered)
  const picked = useReadable(picking.picked)
  const [id, setId] = useState('')
  const add = (): void => {
    picking.name(id)
    setId('')
  }
  return (
    <fieldset className="form-part" data-testid="picker">
      <legend className="form-heading">{legend}</legend>
      <ul className="picks" role="list">
        {offered.map(user => (
          <li key={user}>
            <label className="pick">
              <UserAvatar user={user} className="is-small" />
              <UserName user={user} />
              <input type="checkbox" checked={picked.has(user)} data-testid="pick" data-user={user} onChange={() => picking.toggle(user)} />
            </label>
          </li>
        ))}
      </ul>
      <div className="form-line">
        <input
          className="field"
          aria-label="Id of somebody else"
          placeholder="Id of somebody else"
          value={id}
          data-testid="pick-id"
          onChange={event => setId(event.target.value)}
          onKeyDown={event => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
        />
        <button type="button" className="button" data-testid="pick-add" disabled={id.trim() === ''} onClick={add}>
          Add
        </button>
      </div>
    </fieldset>
  )
}
