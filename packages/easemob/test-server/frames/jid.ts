/** Who or where: a user with his device, or a group or room by its domain. */
export interface Jid {
  readonly appKey?: string
  readonly name?: string
  readonly domain?: string
  readonly clientResource?: string
}

const CONFERENCE = 'conference.easemob.com'

export const userJid = (name: string, clientResource?: string): Jid => ({
  name,
  domain: 'easemob.com',
  ...(clientResource !== undefined && { clientResource }),
})

export const sharedJid = (name: string): Jid => ({ name, domain: CONFERENCE })

export const isShared = ({ domain }: Jid): boolean => domain === CONFERENCE
