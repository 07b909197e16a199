import type { ConversationId } from '@parlance/core'
import { filesFromDrop } from '@parlance/core/attachments'
import { composerOf } from '../composer/composerOf.ts'
import { part } from '../focus/part.ts'
import type { Panel } from './createPanel.ts'

/** Files that are dropped anywhere on a panel are attached in the conversation that is open. Gives back what ends that. */
export const takeDroppedFiles = (element: HTMLElement, panel: Panel): (() => void) => {
  const { chat, selected, focus } = panel
  const ending = new AbortController()
  const { signal } = ending
  const target = (): ConversationId | undefined => {
    const id = selected.get()
    return id !== undefined && chat.conversation(id).can.get().send ? id : undefined
  }
  const mark = (isOver: boolean): void => void element.toggleAttribute('data-dropping', isOver)

  const over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true) return
    // Else the browser opens them in place of the page.
    event.preventDefault()
    event.dataTransfer.dropEffect = target() === undefined ? 'none' : 'copy'
    mark(target() !== undefined)
  }
  const left = ({ relatedTarget }: DragEvent): void => {
    if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) mark(false)
  }
  const dropped = (event: DragEvent): void => {
    mark(false)
    if (event.dataTransfer?.types.includes('Files') !== true) return
    event.preventDefault()
    const id = target()
    if (id === undefined) return
    composerOf(panel, id).attach(filesFromDrop(event))
    focus.to(part.composer)
  }
  element.addEventListener('dragenter', over, { signal })
  element.addEventListener('dragover', over, { signal })
  element.addEventListener('dragleave', left, { signal })
  element.addEventListener('drop', dropped, { signal })
  return () => ending.abort()
}
