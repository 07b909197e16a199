import type { UserId } from '@parlance/core'
import { userOf } from '../conversations.ts'
import { rawOf, textsOf } from '../sdk/raw.ts'

/** The users that an answer lists. */
export const idsIn = (answer: unknown): readonly UserId[] => textsOf(rawOf(answer)['data']).map(userOf)
