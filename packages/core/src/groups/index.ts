export type { ChatGroups } from './chatGroups.ts'
export { groups } from './groups.ts'
export type { MemberPages } from './memberLoad.ts'
