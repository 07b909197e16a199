import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { describeDownloader } from '../../../test/transfer/describeDownloader.ts'
import { describeUploader } from '../../../test/transfer/describeUploader.ts'
import { startFileServer, type FileServer } from '../../../test/transfer/fileServer.ts'
import { wxOverHttp } from '../../../test/transfer/wxOverHttp.ts'
import { miniProgramDownloader } from './miniProgramDownloader.ts'
import { miniProgramUploader } from './miniProgramUploader.ts'

let server: FileServer | undefined
let folder = ''
beforeAll(async () => {
  server = await startFileServer()
  folder = await mkdtemp(join(tmpdir(), 'parlance-'))
})
afterAll(async () => {
  await server?.close()
  await rm(folder, { recursive: true })
})

const store = (): string => server!.url

describeUploader('a mini program’s uploader', {
  create: options => miniProgramUploader(wxOverHttp(folder), options),
  fileOf: async (bytes, name, mime) => {
    const path = join(folder, name)
    await writeFile(path, bytes)
    return { path, size: bytes.length, type: mime }
  },
  store,
  foreign: new Blob(['x']),
})

describeDownloader('a mini program’s downloader', {
  create: options => miniProgramDownloader(wxOverHttp(folder), options),
  bytesOf: async file => ('path' in file ? readFile(file.path) : Promise.reject(new Error('no path'))),
  store,
})
