import type { ReactNode, RefObject } from 'react'
import type { MentionChoice, MentionPicker } from '../shared/mentions/createMentionPicker.ts'
import { optionId } from '../shared/mentions/optionId.ts'
import { Avatar } from './Avatar.tsx'
import { UserAvatar } from './UserAvatar.tsx'

export interface MentionListProps {
  readonly listId: string
  readonly choice: MentionChoice
  readonly picker: MentionPicker
  readonly field: RefObject<HTMLTextAreaElement | null>
}

/** Who may be meant by what is written after an `@`. The field keeps the focus. */
export const MentionList = ({ listId, choice, picker, field }: MentionListProps): ReactNode => (
  <ul id={listId} className="mentions" role="listbox" aria-label="Mention" data-testid="mention-list">
    {choice.people.map((person, index) => (
      <li
        key={person.handle}
        id={optionId(listId, index)}
        className="mention-option"
        role="option"
        aria-selected={index === choice.active}
        ref={option => {
          if (index === choice.active) option?.scrollIntoView({ block: 'nearest' })
        }}
        onPointerDown={event => event.preventDefault()}
        onClick={() => field.current && picker.choose(field.current, person)}
      >
        {person.user === undefined ? (
          <Avatar name={person.name} className="is-small" />
        ) : (
          <UserAvatar user={person.user} className="is-small" />
        )}
        <span>{person.name}</span>
        {person.handle !== person.name && <span className="mention-handle">@{person.handle}</span>}
      </li>
    ))}
  </ul>
)
