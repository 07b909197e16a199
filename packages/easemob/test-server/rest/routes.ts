import type { Route } from './route.ts'
import { alertRoutes } from './routes/alerts.ts'
import { blockRoutes } from './routes/blocks.ts'
import { contactRoutes } from './routes/contacts.ts'
import { conversationRoutes } from './routes/conversations.ts'
import { fileRoutes } from './routes/files.ts'
import { groupRoutes } from './routes/groups.ts'
import { historyRoutes } from './routes/history.ts'
import { markRoutes } from './routes/marks.ts'
import { memberRoutes } from './routes/members.ts'
import { pinRoutes } from './routes/pins.ts'
import { presenceRoutes } from './routes/presence.ts'
import { reactionRoutes } from './routes/reactions.ts'
import { readerRoutes } from './routes/readers.ts'
import { roomRoutes } from './routes/rooms.ts'
import { tokenRoutes } from './routes/token.ts'
import { userRoutes } from './routes/users.ts'

/** Everything the SDK asks for over REST that this server knows. */
export const routes: readonly Route[] = [
  ...tokenRoutes,
  ...historyRoutes,
  ...conversationRoutes,
  ...markRoutes,
  ...alertRoutes,
  ...readerRoutes,
  ...reactionRoutes,
  ...pinRoutes,
  ...fileRoutes,
  ...contactRoutes,
  ...blockRoutes,
  ...presenceRoutes,
  ...userRoutes,
  ...groupRoutes,
  ...roomRoutes,
  ...memberRoutes,
]
