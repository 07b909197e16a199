import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { MiniProgramDownload, MiniProgramTask, MiniProgramUpload } from '../../src/attachments/transfer/miniProgram.ts'

/** How much is written at once. */
const chunk = 64 * 1024

interface Listeners {
  readonly progress: ((update: { readonly progress: number }) => void)[]
  readonly headers: ((answer: { readonly header: Readonly<Record<string, unknown>> }) => void)[]
}

/** What a mini program's platform does with files, over real HTTP: forms from paths, files in a folder, progress in per cent, failures in words. */
export const wxOverHttp = (folder: string): MiniProgramUpload & MiniProgramDownload => ({
  uploadFile: ({ url, filePath, name, formData = {}, header = {}, success, fail }) =>
    task(
      async (begin, { progress, headers }) => {
        const bytes = await readFile(filePath).catch(() => {
          throw new Error(`no such file or directory, open '${filePath}'`)
        })
        const boundary = randomUUID()
        const fields = Object.entries(formData).map(
          ([field, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
        )
        const opening = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${basename(filePath)}"\r\nContent-Type: application/octet-stream\r\n\r\n`
        const body = Buffer.concat([Buffer.from(fields.join('') + opening), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
        const post = begin(
          httpRequest(url, {
            method: 'POST',
            headers: { ...header, 'Content-Type': `multipart/form-data; boundary=${boundary}`, 'Content-Length': body.length },
          }),
        )
        const answering = answerTo(post)
        // Whoever breaks off while it is being written hears of it there.
        answering.catch(() => {})
        for (let at = 0; at < body.length; at += chunk) {
          await new Promise<void>((resolve, reject) =>
            post.write(body.subarray(at, at + chunk), error => (error ? reject(error) : resolve())),
          )
          const share = Math.min(1, (at + chunk) / body.length)
          for (const listener of progress) listener({ progress: Math.round(share * 100) })
        }
        post.end()
        const answer = await answering
        for (const listener of headers) listener({ header: answer.headers })
        const parts: Buffer[] = []
        for await (const part of answer) parts.push(part as Buffer)
        success?.({ statusCode: answer.statusCode ?? 0, data: Buffer.concat(parts).toString() })
      },
      words => fail?.({ errMsg: `uploadFile:fail ${words}` }),
    ),

  downloadFile: ({ url, header = {}, success, fail }) =>
    task(
      async (begin, { progress, headers }) => {
        const get = begin(httpRequest(url, { headers: header }))
        get.end()
        const answer = await answerTo(get)
        for (const listener of headers) listener({ header: answer.headers })
        const tempFilePath = join(folder, randomUUID())
        const total = Number(answer.headers['content-length'] ?? 0)
        let got = 0
        answer.on('data', (part: Buffer) => {
          got += part.length
          for (const listener of progress) listener({ progress: total === 0 ? 0 : Math.round((got / total) * 100) })
        })
        await pipeline(answer, createWriteStream(tempFilePath))
        success?.({ statusCode: answer.statusCode ?? 0, tempFilePath })
      },
      words => fail?.({ errMsg: `downloadFile:fail ${words}` }),
    ),
})

type Begin = (request: ClientRequest) => ClientRequest

/** Listeners may be added as long as nothing has happened: that begins a turn later. */
const task = (run: (begin: Begin, listeners: Listeners) => Promise<void>, fail: (words: string) => void): MiniProgramTask => {
  const listeners: Listeners = { progress: [], headers: [] }
  let under: ClientRequest | undefined
  let aborted = false
  const begin: Begin = request => {
    under = request
    if (aborted) request.destroy()
    return request
  }
  void Promise.resolve()
    .then(() => run(begin, listeners))
    .catch((thrown: unknown) => fail(aborted ? 'abort' : thrown instanceof Error ? thrown.message : 'unknown'))
  return {
    abort: () => {
      aborted = true
      under?.destroy()
    },
    onProgressUpdate: listener => void listeners.progress.push(listener),
    onHeadersReceived: listener => void listeners.headers.push(listener),
  }
}

const answerTo = (request: ClientRequest): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request.on('response', resolve)
    request.on('error', reject)
  })
