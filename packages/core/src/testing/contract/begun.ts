/** A command that is waited for later: should the check fail before that, nobody is to be troubled by its rejection. */
export const begun = <T>(command: Promise<T>): Promise<T> => {
  command.catch(() => {})
  return command
}
