import type { UserId } from '@parlance/core'
import { portrait } from './portrait.ts'

/** Somebody in the sandbox. */
export interface SandboxPerson {
  readonly id: UserId
  readonly name: string
  /** A picture's URL. */
  readonly avatar?: string
}

const alice = portrait({ background: [255, 226, 196], skin: [247, 206, 176], hair: [154, 72, 38], shirt: [61, 87, 209], cut: 'long' })
const bob = portrait({ background: [203, 232, 222], skin: [232, 184, 150], hair: [60, 46, 40], shirt: [210, 110, 62], cut: 'short' })
const carol = portrait({ background: [226, 214, 246], skin: [150, 100, 72], hair: [38, 28, 30], shirt: [46, 140, 112], cut: 'curls' })
const dave = portrait({
  background: [206, 224, 248],
  skin: [240, 200, 172],
  hair: [172, 120, 62],
  shirt: [122, 74, 150],
  cut: 'short',
  beard: true,
})

/** Those who know each other, and are in the groups and rooms of the story. */
export const friends: readonly SandboxPerson[] = [
  { id: 'alice', name: 'Alice', avatar: alice },
  { id: 'bob', name: 'Bob', avatar: bob },
  { id: 'carol', name: 'Carol', avatar: carol },
  { id: 'dave', name: 'Dave', avatar: dave },
]

/** Who there is. Erin is a stranger, and has no picture. */
export const people: readonly SandboxPerson[] = [...friends, { id: 'erin', name: 'Erin Moss' }]
