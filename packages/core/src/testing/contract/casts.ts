import type { Client } from './client.ts'
import type { Said } from './saying.ts'
import { hear, say } from './saying.ts'
import type { Stage, Talk } from './stage.ts'
import { between } from './stage.ts'

/** Two who talk with each other. */
export interface Pair {
  readonly alice: Client
  readonly bob: Client
  readonly talk: Talk
}

export const pair = async (stage: Stage): Promise<Pair> => {
  const [alice, bob] = [await stage.online('alice'), await stage.online('bob')]
  return { alice, bob, talk: between(alice, bob) }
}

/** Two, one of them with a second device. */
export const pairAndTablet = async (stage: Stage): Promise<Pair & { readonly tablet: Client }> => {
  const cast = await pair(stage)
  return { ...cast, tablet: await stage.another(cast.alice) }
}

/** Three in a group. */
export interface Trio extends Pair {
  readonly carol: Client
}

export const trio = async (stage: Stage): Promise<Trio> => {
  const [alice, bob, carol] = [await stage.online('alice'), await stage.online('bob'), await stage.online('carol')]
  const group = await stage.group([alice, bob, carol])
  return { alice, bob, carol, talk: () => group }
}

/** A group of two, and somebody who isn't in it. */
export const outside = async (stage: Stage): Promise<Pair & { readonly mallory: Client }> => {
  const [alice, bob, mallory] = [await stage.online('alice'), await stage.online('bob'), await stage.online('mallory')]
  const group = await stage.group([alice, bob])
  return { alice, bob, mallory, talk: () => group }
}

/** Two, and three messages that the first has sent and the second has got. */
export interface Told extends Pair {
  readonly first: Said
  readonly second: Said
  readonly third: Said
  readonly all: readonly [Said, Said, Said]
}

export const told = async (stage: Stage): Promise<Told> => {
  const { alice, bob, talk } = await pair(stage)
  const [first, second, third] = [await say(alice, talk), await say(alice, talk), await say(alice, talk)]
  for (const said of [first, second, third]) await hear(bob, said)
  return { alice, bob, talk, first, second, third, all: [first, second, third] }
}
