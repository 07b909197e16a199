import type { Message } from '@parlance/core'
import type { ReactNode } from 'react'
import { reactionsBelow } from '../shared/reactions/reactionsBelow.ts'
import { reactionLabel } from '../shared/wording/reactionLabel.ts'
import { Emoji } from './Emoji.tsx'
import { usePanel } from './panelContext.ts'
import { useNameOf } from './useNameOf.ts'

/** What people have put to a message. */
export const Reactions = ({ message }: { readonly message: Message }): ReactNode => {
  const { chat } = usePanel()
  const nameOf = useNameOf()
  const reactions = reactionsBelow(message)
  return (
    reactions.length > 0 && (
      <ul className="reactions" role="list" aria-label="Reactions">
        {reactions.map(reaction => {
          const { emoji, count, mine } = reaction
          const label = reactionLabel(reaction, nameOf)
          return (
            <li key={emoji}>
              <button
                type="button"
                className="reaction"
                data-testid="reaction"
                data-emoji={emoji}
                data-count={count}
                aria-pressed={mine}
                aria-label={`${label} ${count}`}
                title={label}
                onClick={() => void chat.conversation(message.conversation).react(message.key, emoji, !mine)}
              >
                <Emoji emoji={emoji} isDecorative />
                {count}
              </button>
            </li>
          )
        })}
      </ul>
    )
  )
}
