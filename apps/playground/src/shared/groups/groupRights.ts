import type { Capabilities, GroupAbility, Membership, Role } from '@parlance/core'

/** What I may do about a group or room. */
export type GroupRights = Readonly<Record<Exclude<GroupAbility, 'create' | 'members'>, boolean>>

/** Which role it takes, as backends commonly have it; one that sees it otherwise refuses, and that is shown. */
const least: Readonly<Record<keyof GroupRights, Role>> = {
  update: 'admin',
  invite: 'admin',
  remove: 'admin',
  mute: 'admin',
  roles: 'owner',
  dissolve: 'owner',
}
const ranks: Readonly<Record<Role, number>> = { member: 0, admin: 1, owner: 2 }

/** What the backend can do, as far as it is mine to do. `own`: my membership, if I have one. */
export const groupRights = ({ groups = [] }: Pick<Capabilities, 'groups'>, own: Membership | undefined): GroupRights => {
  const may = (ability: keyof GroupRights): boolean =>
    groups.includes(ability) && own?.state === 'member' && ranks[own.role ?? 'member'] >= ranks[least[ability]]
  return {
    update: may('update'),
    invite: may('invite'),
    remove: may('remove'),
    mute: may('mute'),
    roles: may('roles'),
    dissolve: may('dissolve'),
  }
}

/** Whether somebody's standing is mine to change: only of who stands below me. */
export const standsBelow = (member: Membership, own: Membership | undefined): boolean =>
  own !== undefined && ranks[member.role ?? 'member'] < ranks[own.role ?? 'member']

/** Why somebody finds nothing to do in a group. */
export const rightsLabel = (own: Membership | undefined): string | undefined => {
  if (own?.state !== 'member') return 'You are not in it.'
  return (own.role ?? 'member') === 'member' ? 'Owners and admins invite, mute and remove members.' : undefined
}
