import type { UserId } from '@parlance/core'
import type { RequestName, Requests, SandboxBackend } from '@parlance/sandbox'
import type { Addresses } from '../conversations/addresses.ts'
import type { Codecs } from '../frames/codec.ts'
import type { KeyValue } from '../frames/keyValue.ts'
import type { Link } from '../link/link.ts'
import type { Told } from '../facts/told.ts'
import type { Device } from './device.ts'
import type { MarkBook } from './markBook.ts'

/** Who does something just now, and what goes with it that the backend doesn't pass on. */
export interface Actor {
  readonly user: UserId
  readonly device?: Device | undefined
  /** What a reader wrote beside a receipt. */
  readonly content?: string | undefined
  /** What goes in the envelope of a recall. */
  readonly ext?: readonly KeyValue[] | undefined
}

export interface Login {
  readonly user: UserId
  readonly resource: string
  readonly token: string
  readonly link: Link
  /** For the devices whose place it takes. */
  readonly extension: string | undefined
}

/** Everything behind the sockets and the REST routes: who is there on which device, and what waits for them. */
export interface Hub {
  readonly backend: SandboxBackend
  readonly codecs: Codecs
  readonly addresses: Addresses
  readonly marks: MarkBook
  /** Whose request is being carried out. */
  readonly actor: Actor | undefined
  readonly eventId: () => string
  /** Throws the `ChatError` with which the backend refuses. */
  logIn(login: Login): Device
  /** A device's link is gone: the backend keeps what happens from now on. */
  leave(device: Device, link: Link): void
  /** Those of a user, linked or away. */
  devices(user: UserId): readonly Device[]
  /** Tells a device of what the backend doesn't know of. */
  tell(device: Device, told: Told): void
  /** Has somebody do something. Throws the `ChatError` with which it is refused. */
  request<Name extends RequestName>(actor: Actor, name: Name, args: Requests[Name]['args']): Requests[Name]['answer']
}
