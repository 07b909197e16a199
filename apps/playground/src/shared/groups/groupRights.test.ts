import type { GroupAbility, Membership, Role } from '@parlance/core'
import { group } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { groupRights, rightsLabel, standsBelow } from './groupRights.ts'

const everything: readonly GroupAbility[] = ['create', 'invite', 'remove', 'mute', 'roles', 'dissolve', 'update', 'members']
const as = (role?: Role): Membership => ({ conversation: group('lake'), user: 'me', state: 'member', ...(role && { role }) })
const mine = (role?: Role, groups = everything): readonly string[] =>
  Object.entries(groupRights({ groups }, as(role)))
    .filter(([, may]) => may)
    .map(([ability]) => ability)

describe('what I may do in a group', () => {
  it('goes by my role', () => {
    expect(mine('owner')).toEqual(['update', 'invite', 'remove', 'mute', 'roles', 'dissolve'])
    expect(mine('admin')).toEqual(['update', 'invite', 'remove', 'mute'])
    expect(mine('member')).toEqual([])
    expect(mine()).toEqual([])
  })

  it('is no more than the backend can do, and nothing where I am no member', () => {
    expect(mine('owner', ['invite'])).toEqual(['invite'])
    expect(Object.values(groupRights({}, as('owner')))).not.toContain(true)
    expect(Object.values(groupRights({ groups: everything }, { ...as('owner'), state: 'left' }))).not.toContain(true)
    expect(Object.values(groupRights({ groups: everything }, undefined))).not.toContain(true)
  })

  it('is about those who stand below me', () => {
    expect([as('member'), as(), as('admin'), as('owner')].map(other => standsBelow(other, as('admin')))).toEqual([true, true, false, false])
    expect(standsBelow(as(), undefined)).toBe(false)
  })

  it('is explained where it is nothing', () => {
    expect(rightsLabel(as())).toContain('Owners and admins')
    expect(rightsLabel(as('admin'))).toBeUndefined()
    expect(rightsLabel(undefined)).toBe('You are not in it.')
  })
})
