import { inject } from 'vitest'
import { describeDownloader } from '../../../test/transfer/describeDownloader.ts'
import { describeUploader } from '../../../test/transfer/describeUploader.ts'
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
