import type { ConversationId } from '@parlance/core'
import { useDraft, useReadable } from '@parlance/react'
import { useAttachments } from '@parlance/react/attachments'
import type { ReactNode } from 'react'
import { useCallback, useEffect, useId, useRef } from 'react'
import { composerKeys } from '../shared/composer/composerKeys.ts'
import { composerOf } from '../shared/composer/composerOf.ts'
import { isEmpty } from '../shared/composer/draft.ts'
import { insertText } from '../shared/composer/insertText.ts'
import { lineCount } from '../shared/composer/lineCount.ts'
import { pasteFiles } from '../shared/composer/pasteFiles.ts'
import { part } from '../shared/focus/part.ts'
import { followField } from '../shared/mentions/followField.ts'
import { optionId } from '../shared/mentions/optionId.ts'
import { hasMicrophone } from '../shared/voice/hasMicrophone.ts'
import { AttachMenu } from './AttachMenu.tsx'
import { ChoicesButton } from './ChoicesButton.tsx'
import { ChosenNotes } from './ChosenNotes.tsx'
import { ComposerFiles } from './ComposerFiles.tsx'
import { EmojiButton } from './EmojiButton.tsx'
import { Icon } from './Icon.tsx'
import { MentionList } from './MentionList.tsx'
import { usePanel } from './panelContext.ts'
import { QuoteBar } from './QuoteBar.tsx'
import { VoiceBar } from './VoiceBar.tsx'
import { VoiceButton } from './VoiceButton.tsx'

export interface ComposerProps {
  readonly id: ConversationId
  readonly title: string
}

export const Composer = ({ id, title }: ComposerProps): ReactNode => {
  const panel = usePanel()
  const composer = composerOf(panel, id)
  const { mentions, recorder } = composer
  const [draft] = useDraft(id)
  const { items } = useAttachments(id)
  const editing = useReadable(panel.editing)
  const choice = useReadable(mentions.choice)
  const recording = useReadable(recorder.recording)
  const canRecord = useReadable(hasMicrophone)
  // Loads them while somebody may want to name one.
  useReadable(composer.others)
  const field = useRef<HTMLTextAreaElement>(null)
  const listId = useId()
  const follow = useCallback(
    (element: HTMLTextAreaElement | null) => {
      field.current = element
      return element === null ? undefined : followField(element, mentions)
    },
    [mentions],
  )
  useEffect(() => recorder.cancel, [recorder])

  const isEditing = editing !== undefined
  const text = editing?.text ?? draft?.text ?? ''
  const isNothing = isEmpty({ text }, isEditing ? [] : items)
  return (
    <form
      className="composer"
      onSubmit={event => {
        event.preventDefault()
        composer.submit()
      }}
    >
      {choice !== undefined && <MentionList listId={listId} choice={choice} picker={mentions} field={field} />}
      <div className="composer-box">
        {isEditing ? (
          <p className="composer-note">
            <Icon name="edit" />
            <span>Editing a message</span>
            <button type="button" className="icon-button" aria-label="Stop editing" onClick={composer.cancelEdit}>
              <Icon name="close" />
            </button>
          </p>
        ) : (
          <>
            {draft?.replyTo !== undefined && <QuoteBar id={id} replyTo={draft.replyTo} onCancel={composer.cancelReply} />}
            <ChosenNotes composer={composer} />
            <ComposerFiles items={items} onRemove={composer.detach} />
          </>
        )}
        {recording.state === 'idle' ? (
          <div className="composer-line">
            {!isEditing && <AttachMenu composer={composer} />}
            <textarea
              ref={follow}
              className="composer-text"
              data-testid="composer"
              rows={lineCount(text)}
              dir="auto"
              placeholder="Write a message"
              aria-label={`Message to ${title}`}
              aria-autocomplete="list"
              aria-controls={choice && listId}
              aria-activedescendant={choice && optionId(listId, choice.active)}
              value={text}
              onChange={event => composer.write(event.target.value)}
              onKeyDown={event => composerKeys(event.nativeEvent, composer)}
              onPaste={event => pasteFiles(event.nativeEvent, composer)}
            />
            {!isEditing && <ChoicesButton composer={composer} />}
            <EmojiButton onPick={emoji => field.current && insertText(field.current, emoji)} />
            {isNothing && canRecord && !isEditing ? (
              <VoiceButton recorder={recorder} />
            ) : (
              <button
                type="submit"
                className="icon-button composer-send"
                data-testid="send"
                aria-label={isEditing ? 'Save' : 'Send'}
                aria-disabled={isNothing}
              >
                <Icon name={isEditing ? 'check' : 'send'} />
              </button>
            )}
          </div>
        ) : (
          <VoiceBar recording={recording} recorder={recorder} onEnd={() => panel.focus.to(part.composer)} />
        )}
      </div>
    </form>
  )
}
