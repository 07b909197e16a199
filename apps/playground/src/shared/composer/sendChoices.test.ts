import { direct, group } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { createCell } from '../cell.ts'
import { createSendChoices } from './sendChoices.ts'

const choices = (id: Parameters<typeof createSendChoices>[0]) => createSendChoices(id, { countsReaders: createCell(true) })

describe('what goes along with a message', () => {
  it('is a wish for a read count in groups, and nothing between two', () => {
    expect(choices(group('lake')).read()).toEqual({ wantsReadCount: true })
    expect(choices(direct('bob')).read()).toEqual({})
  })

  it('is for one message: whom it is for, and extra data', () => {
    const { only, ext, read, clear } = choices(group('lake'))
    only.set(['bob'])
    ext.set(' {"a": [1]} ')
    expect(read()).toEqual({ wantsReadCount: true, to: ['bob'], ext: { a: [1] } })
    clear()
    expect(read()).toEqual({ wantsReadCount: true })
  })

  it.for(['[1]', 'null', '{"a"', 'a'])('%s is no extra data, and says so', written => {
    const { ext, read } = choices(direct('bob'))
    ext.set(written)
    expect(read()).toMatch(/^Extra data: .*JSON object/)
  })
})
