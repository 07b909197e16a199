import type { Pipe, PipeListener } from '@parlance/websocket'
import { testClock } from '@parlance/core/testing'
import { expect, it } from 'vitest'
import { memoryPipe } from './memoryPipe.ts'

const setUp = () => {
  const clock = testClock()
  const heard: string[] = []
  const listener = (name: string): PipeListener => ({
    opened: () => void heard.push(`${name} opened`),
    frame: text => void heard.push(`${name} got ${text}`),
    closed: () => void heard.push(`${name} closed`),
  })
  const ends: Pipe[] = []
  const open = memoryPipe(clock, end => {
    ends.push(end)
    return listener('server')
  })
  const client = open(listener('client'))
  const server = ends[0]!
  return { clock, heard, client, server }
}

it('opens both ends and carries frames both ways, in order, never while somebody calls', async () => {
  const { clock, heard, client, server } = setUp()
  for (const frame of ['a', 'b', 'c']) client.send(frame)
  server.send('d')
  expect(heard).toEqual([])
  await clock.settle()
  expect(heard).toEqual(['server opened', 'client opened', 'server got a', 'server got b', 'server got c', 'client got d'])
})

it('lets last words arrive before the end, and tells only the other side of it', async () => {
  const { clock, heard, client, server } = setUp()
  await clock.settle()
  heard.length = 0
  server.send('bye')
  server.close()
  server.close()
  server.send('too late')
  await clock.settle()
  expect(heard).toEqual(['client got bye', 'client closed'])
  client.send('nobody hears')
  client.close()
  await clock.settle()
  expect(heard).toHaveLength(2)
})

it('tells whoever has closed nothing more, not even what was on its way', async () => {
  const { clock, heard, client, server } = setUp()
  await clock.settle()
  heard.length = 0
  server.send('on its way')
  client.close()
  await clock.settle()
  expect(heard).toEqual(['server closed'])
})
