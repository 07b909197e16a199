import type { Op, User, UserId } from '@parlance/core'
import { userOf } from '../conversations.ts'
import type { PartContext } from '../part.ts'
import { said } from '../said.ts'
import { rawOf, textOf } from '../sdk/raw.ts'

/** Names and pictures of users, of those who have any. */
export const directory =
  ({ ask }: PartContext) =>
  async (ids: readonly UserId[], op?: Op): Promise<readonly User[]> => {
    const { data } = rawOf(await ask(connection => connection.fetchUserInfoById([...ids]), op))
    return Object.entries(rawOf(data)).flatMap(([id, info]) => {
      const { nickname, avatarurl } = rawOf(info)
      const [name, avatar] = [textOf(nickname), textOf(avatarurl)]
      return (name ?? avatar) === undefined ? [] : [said({ id: userOf(id), name: name ?? id, avatar })]
    })
  }
