export type { ChatGroups } from './chatGroups.ts'
export { groups } from './groups.ts'
export type { MemberPages } from './memberLoad.ts'
export { membersOrNone } from './membersOrNone.ts'
