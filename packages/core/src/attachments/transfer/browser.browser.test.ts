import { describe, expect, inject, it } from 'vitest'
import { describeDownloader } from '../../../test/transfer/describeDownloader.ts'
import { describeUploader } from '../../../test/transfer/describeUploader.ts'
import { fileBytes } from '../../../test/transfer/fileBytes.ts'
import { place } from '../../../test/transfer/place.ts'
import { sha256Hex } from '../../../test/transfer/sha256Hex.ts'
import { browserDownloader } from './browserDownloader.ts'
import { browserUploader } from './browserUploader.ts'

const store = (): string => inject('fileStore')

describeUploader('a browser’s uploader', {
  create: browserUploader,
  fileOf: (bytes, name, mime) => Promise.resolve(new File([bytes], name, { type: mime })),
  store,
  foreign: { path: '/tmp/lake.png', size: 3_000 },
})

describeDownloader('a browser’s downloader', {
  create: browserDownloader,
  bytesOf: async file => ('path' in file ? Promise.reject(new Error('no Blob')) : new Uint8Array(await file.arrayBuffer())),
  store,
})

describe('what a browser alone can do with a file', () => {
  const bytes = fileBytes(3_000)
  const upload = (url: string, name = 'lake.png') =>
    browserUploader({ url }).upload({ conversation: 'direct:bob', file: new Blob([bytes]), name, mime: 'image/png' })

  it('[ATT2] tells its digest, where the store doesn’t', async () => {
    const { url } = await place(store())
    expect(await upload(url)).toMatchObject({ digest: await sha256Hex(bytes) })
  })

  it('[SEC1] notices that the store has other bytes', async () => {
    const { url } = await place(store(), { text: JSON.stringify({ url: 'https://files.example/1', digest: 'f'.repeat(64) }) })
    await expect(upload(url)).rejects.toMatchObject({ code: 'protocol' })
  })

  it('[ATT2] sends it under the name and the media type of the message, whatever is in the name', async () => {
    const name = 'a "lake"; filename="b".png 湖'
    const { url, seen } = await place(store())
    expect(await upload(url, name)).toMatchObject({ name, mime: 'image/png' })
    expect((await seen(1))[0]?.file).toMatchObject({ name, mime: 'image/png' })
  })
})
