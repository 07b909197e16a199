import type { ConversationAbilities, ConversationId } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import { useDraft, useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { useMemo, useRef } from 'react'
import { composerKeys } from '../shared/composer/composerKeys.ts'
import { createComposer } from '../shared/composer/createComposer.ts'
import { isEmpty } from '../shared/composer/draft.ts'
import { insertText } from '../shared/composer/insertText.ts'
import { lineCount } from '../shared/composer/lineCount.ts'
import { pasteFiles } from '../shared/composer/pasteFiles.ts'
import { abilityLabel } from '../shared/wording/abilityLabel.ts'
import { AttachButton } from './AttachButton.tsx'
import { ComposerFiles } from './ComposerFiles.tsx'
import { EmojiButton } from './EmojiButton.tsx'
import { Icon } from './Icon.tsx'
import { usePanel } from './panelContext.ts'
import { QuoteBar } from './QuoteBar.tsx'

export interface ComposerProps {
  readonly id: ConversationId
  readonly title: string
  readonly can: ConversationAbilities
}

export const Composer = ({ id, title, can }: ComposerProps): ReactNode => {
  const panel = usePanel()
  const composer = useMemo(() => createComposer(panel, id), [panel, id])
  const [draft] = useDraft(id)
  const editing = useReadable(panel.editing)
  const countsReaders = useReadable(panel.countsReaders)
  const field = useRef<HTMLTextAreaElement>(null)

  if (!can.send) return <p className="composer-closed">{abilityLabel(can)}</p>
  const text = editing?.text ?? draft?.text ?? ''
  const attachments = editing === undefined ? (draft?.attachments ?? []) : []
  return (
    <form
      className="composer"
      onSubmit={event => {
        event.preventDefault()
        composer.submit()
      }}
    >
      <div className="composer-box">
        {editing !== undefined && (
          <div className="composer-editing">
            <Icon name="edit" />
            Editing a message
            <button type="button" className="icon-button" aria-label="Stop editing" onClick={composer.cancelEdit}>
              <Icon name="close" />
            </button>
          </div>
        )}
        {editing === undefined && draft?.replyTo !== undefined && (
          <QuoteBar id={id} replyTo={draft.replyTo} onCancel={composer.cancelReply} />
        )}
        <ComposerFiles attachments={attachments} onRemove={composer.detach} />
        <div className="composer-line">
          {editing === undefined && <AttachButton onPick={files => void composer.attach(files)} />}
          <textarea
            ref={field}
            className="composer-text"
            data-testid="composer"
            rows={lineCount(text)}
            dir="auto"
            placeholder="Write a message"
            aria-label={`Message to ${title}`}
            value={text}
            onChange={event => composer.write(event.target.value)}
            onKeyDown={event => composerKeys(event.nativeEvent, composer)}
            onPaste={event => pasteFiles(event.nativeEvent, composer)}
          />
          {conversationKind(id) !== 'direct' && editing === undefined && (
            <button
              type="button"
              className="icon-button counts-readers"
              aria-label="Count readers"
              title="Ask for a read count"
              aria-pressed={countsReaders}
              onClick={() => panel.countsReaders.set(!countsReaders)}
            >
              <Icon name="users" />
            </button>
          )}
          <EmojiButton onPick={emoji => field.current && insertText(field.current, emoji)} />
          <button
            type="submit"
            className="icon-button composer-send"
            data-testid="send"
            aria-label={editing === undefined ? 'Send' : 'Save'}
            aria-disabled={isEmpty({ text, attachments })}
          >
            <Icon name={editing === undefined ? 'send' : 'check'} />
          </button>
        </div>
      </div>
    </form>
  )
}
