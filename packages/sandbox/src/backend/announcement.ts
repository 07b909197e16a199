import type { Fact, Origin, UserId } from '@parlance/core'

/**
 * Something that happened, told to each device in its user's own terms. The fact is made when it is handed over, from what the
 * server knows then: what was erased since is told to nobody.
 */
export interface Announcement {
  fact(viewer: UserId, origin: Origin): Fact
  /** Only of the moment: not kept for devices that are away. */
  readonly fleeting?: true
  /** Called after a device that was attached got it. */
  handedOver?(viewer: UserId): void
}
