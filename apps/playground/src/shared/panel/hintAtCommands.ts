import type { Panel } from './createPanel.ts'

/** Commands are for programs: this one says that they came. Gives back what ends that. */
export const hintAtCommands = ({ chat, hint, nameOf }: Panel): (() => void) => {
  const listening = chat.commands$.subscribe(({ from, mine, body }) => {
    if (body?.type === 'command') hint.say(`${mine ? 'You' : nameOf(from)} sent the command “${body.action}”`)
  })
  return () => listening.unsubscribe()
}
