import { isChatError } from '@parlance/core'

/** Does what a policy may have taken away; then nothing comes of it. */
export const attempt = (run: () => void): void => {
  try {
    run()
  } catch (thrown) {
    if (!isChatError(thrown)) throw thrown
  }
}
