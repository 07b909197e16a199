/* eslint-disable no-console -- what it is for */
// Prints µs per operation on 1,000 and 100,000 messages, and the slope between them. Run: node orderedTree.bench.ts
import { OrderedTree, type TreeShape } from './orderedTree.ts'

interface Message {
  readonly position: string
  readonly day: number
  readonly isCountable: boolean
}
interface Summary {
  readonly messages: number
  readonly countable: number
  readonly firstDay: number
  readonly lastDay: number
  readonly dayChanges: number
}
type Tree = OrderedTree<string, Message, Summary>

const shape: TreeShape<string, Message, Summary> = {
  keyOf: message => message.position,
  compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  empty: { messages: 0, countable: 0, firstDay: 0, lastDay: 0, dayChanges: 0 },
  // A summary of its own for each message: the dear case. With shared constants a replacement keeps the cached summaries.
  measure: ({ day, isCountable }) => ({ messages: 1, countable: isCountable ? 1 : 0, firstDay: day, lastDay: day, dayChanges: 0 }),
  combine: (a, b) => {
    if (a.messages === 0) return b
    if (b.messages === 0) return a
    return {
      messages: a.messages + b.messages,
      countable: a.countable + b.countable,
      firstDay: a.firstDay,
      lastDay: b.lastDay,
      dayChanges: a.dayChanges + b.dayChanges + (a.lastDay === b.firstDay ? 0 : 1),
    }
  },
}

const messageAt = (place: number): Message => ({
  position: String(place * 100).padStart(12, '0'),
  day: Math.floor(place / 500),
  isCountable: Math.floor(place) % 5 > 0,
})

let state = 1
const random = (below: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 2 ** 32) * below)
}

const steps = 8_192
const burst = 16
/** What is timed: a place for each step, then what the step does with the message at that place. */
interface Case {
  readonly name: string
  readonly place: (size: number, step: number) => number
  readonly run: (tree: Tree, message: Message, step: number) => Tree
}

const anywhere = (size: number): number => random(size)
const atEnd = (size: number, step: number): number => size + step
const nearEnd = (size: number): number => size - 1 - random(50)
const read =
  (action: (tree: Tree, message: Message) => void): Case['run'] =>
  (tree, message) => {
    action(tree, message)
    return tree
  }

const cases: readonly Case[] = [
  { name: 'append', place: atEnd, run: (tree, message) => tree.set(message) },
  {
    name: 'append, summary read each time',
    place: atEnd,
    run: (tree, message) => {
      const next = tree.set(message)
      next.prefix(next.size)
      return next
    },
  },
  {
    name: `append, a range summed every ${burst}`,
    place: atEnd,
    run: (tree, message, step) => {
      const next = tree.set(message)
      if (step % burst === 0) next.summarize(next.at(-200)?.position, undefined)
      return next
    },
  },
  { name: 'replace within the last 50', place: nearEnd, run: (tree, message) => tree.set({ ...message }) },
  {
    name: `the same, summary read every ${burst}`,
    place: nearEnd,
    run: (tree, message, step) => {
      const next = tree.set({ ...message })
      if (step % burst === 0) next.prefix(next.size)
      return next
    },
  },
  { name: 'insert within the last 50', place: size => nearEnd(size) + random(99) / 100, run: (tree, message) => tree.set(message) },
  { name: 'insert anywhere', place: size => anywhere(size) + random(99) / 100, run: (tree, message) => tree.set(message) },
  { name: 'replace anywhere', place: anywhere, run: (tree, message) => tree.set({ ...message }) },
  { name: 'delete and set again anywhere', place: anywhere, run: (tree, message) => tree.delete(message.position).set(message) },
  { name: 'get', place: anywhere, run: read((tree, message) => tree.get(message.position)) },
  { name: 'rank', place: anywhere, run: read((tree, message) => tree.rank(message.position)) },
  { name: 'sum from a mark to the end', place: anywhere, run: read((tree, message) => tree.summarize(message.position, undefined)) },
  { name: 'seek', place: anywhere, run: read((tree, message) => tree.seek(message.day * 500, s => s.messages + s.dayChanges)) },
]

/** The least of several rounds: other work on the machine can only add. */
const microseconds = ({ place, run }: Case, size: number): number => {
  const start = OrderedTree.of(
    shape,
    Array.from({ length: size }, (_, index) => messageAt(index)),
  )
  start.prefix(size)
  const messages = Array.from({ length: steps }, (_, step) => messageAt(place(size, step)))
  let least = Infinity
  for (let round = 0; round < 15; round++) {
    let tree = start
    const began = performance.now()
    for (const [step, message] of messages.entries()) tree = run(tree, message, step)
    least = Math.min(least, ((performance.now() - began) * 1_000) / steps)
  }
  return least
}

// Equal modulo the size of a leaf: the last leaf is as long in both.
const small = 1_000
const large = 100_008

const row = (name: string, ...cells: readonly string[]): string => name.padEnd(36) + cells.map(cell => cell.padStart(9)).join('')
// Once for nothing, so that all that follows is compiled.
for (const one of cases) microseconds(one, small)
console.log(row('µs per operation', '1k', '100k', 'slope'))
for (const one of cases) {
  const [few, many] = [microseconds(one, small), microseconds(one, large)]
  console.log(row(one.name, few.toFixed(3), many.toFixed(3), (many / few).toFixed(2)))
}
