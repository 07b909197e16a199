import { easemob } from '@parlance/easemob'
import { deletion } from '@parlance/easemob/deletion'
import { groups } from '@parlance/easemob/groups'
import { people } from '@parlance/easemob/people'
import { reactions } from '@parlance/easemob/reactions'
import { search } from '@parlance/easemob/search'
import { settings } from '@parlance/easemob/settings'
import { typing } from '@parlance/easemob/typing'
import type { EasemobAccount } from './account.ts'
import type { ClientLink } from './clientLink.ts'
import { fileUrlOf } from './fileUrlOf.ts'

/** Of Easemob's marks, what this application means by them: the same on all devices. */
const marks = { markedUnread: 0, archived: 1 } as const

/** Over the SDK, which is loaded when the link is opened. */
export const easemobLink = ({ server, appKey, url, user, token }: EasemobAccount): ClientLink => ({
  transport: easemob({
    sdk: () => import('easemob-websdk'),
    appKey,
    user,
    credentials: () => token,
    parts: [people, groups, reactions, typing, deletion, search, settings({ marks })],
    // Each tab is a device of its own.
    isFixedDeviceId: false,
    ...(url !== undefined && { isHttpDNS: false, url, apiUrl: new URL(url.replace(/^ws/, 'http')).origin }),
  }),
  unconfirmed: () => 0,
  fileUrl: fileUrlOf(server),
})
