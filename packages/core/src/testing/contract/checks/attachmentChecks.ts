import type { Attachment } from '../../../model/body.ts'
import { attachmentOf } from '../../../model/body.ts'
import { isSafeUrl } from '../../../model/url.ts'
import { outside, pair } from '../casts.ts'
import type { Client } from '../client.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check, notApplying } from '../contractCheck.ts'
import { demand, demandCode, demandEqual, present } from '../demand.ts'
import { readMessages } from '../reading.ts'
import { draftOf, hear, say } from '../saying.ts'
import type { Talk } from '../stage.ts'

/** Every byte there is, often enough to need more than one part in most backends. */
const bytesOf = (size: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: size }, (_, index) => (index * 7 + (index >> 8)) & 0xff)

const upload = (client: Client, talk: Talk, file: Blob, onProgress: (share: number) => void = () => {}): Promise<Attachment> =>
  client.ask(
    transport =>
      present(transport.upload?.({ conversation: talk(client), file, name: 'pixel 😀.png', mime: 'image/png' }, { onProgress }), 'upload'),
    'an upload',
  )

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), byte => byte.toString(16).padStart(2, '0')).join('')

const roundTrip = (size: number, download: (url: string) => Promise<Blob>): Draft =>
  check(`[SND7] a file of ${size} bytes makes the round trip, with its size, its digest and every byte [attachments]`, async stage => {
    const { alice, bob, talk } = await pair(stage)
    const bytes = bytesOf(size)
    const shares: number[] = []
    const attachment = await upload(alice, talk, new Blob([bytes], { type: 'image/png' }), share => void shares.push(share))
    demandEqual(
      [attachment.name, attachment.mime, attachment.size],
      ['pixel 😀.png', 'image/png', size],
      'Name, type and size of the attachment',
    )
    const url = present(attachment.url, 'URL of the attachment')
    demand(isSafeUrl(url), `The URL ${url} may not be followed.`)
    if (attachment.digest !== undefined) demandEqual(attachment.digest, await sha256(bytes), 'The digest')
    demandEqual(
      shares,
      [...shares].sort((a, b) => a - b),
      'The progress, which never falls',
    )
    demandEqual(
      shares.filter(share => share < 0 || share > 1),
      [],
      'Progress outside of 0 to 1',
    )

    await alice.ask(transport => transport.send(draftOf(alice, talk, { body: { type: 'image', attachment, width: 3, height: 2 } })), 'send')
    const { body } = await bob.until(event => (event.type === 'message' ? event.message : undefined), 'the picture')
    demandEqual(body, { type: 'image', attachment, width: 3, height: 2 }, 'The body that arrived')
    const [stored] = await readMessages(bob, talk)
    demandEqual(stored?.body, body, 'The body in history')
    const got = new Uint8Array(await (await download(present(attachmentOf(body)?.url, 'URL that arrived'))).arrayBuffer())
    demand(got.length === size && got.every((byte, index) => byte === bytes[index]), `Other bytes came back: ${got.length} of ${size}.`)
  })

/** Larger files take too long to make up and to send. */
const LARGEST = 64 * 1024 * 1024

const withAttachments = (maxBytes: number, download: (url: string) => Promise<Blob>): readonly Draft[] => [
  roundTrip(0, download),
  roundTrip(Math.min(maxBytes, 600_000), download),

  maxBytes > LARGEST
    ? notApplying('a file above maxBytes is refused with tooLarge [attachments.maxBytes]', `maxBytes is above ${LARGEST}`)
    : check('a file above maxBytes is refused with tooLarge [attachments.maxBytes]', async stage => {
        const { alice, talk } = await pair(stage)
        const file = new Blob([new Uint8Array(maxBytes + 1)])
        const refusal = await alice.refusal(
          transport => transport.upload?.({ conversation: talk(alice), file, name: 'x', mime: 'image/png' }),
          'an upload that is too large',
        )
        demandCode(refusal, ['tooLarge'], 'An upload that is too large')
      }),

  check('an upload that is aborted rejects with cancelled, and the next one succeeds [attachments]', async stage => {
    const { alice, talk } = await pair(stage)
    const abort = new AbortController()
    const file = new Blob([bytesOf(Math.min(maxBytes, 600_000))])
    const uploading = alice.refusal(
      transport => transport.upload?.({ conversation: talk(alice), file, name: 'x', mime: 'image/png' }, { signal: abort.signal }),
      'an aborted upload',
    )
    abort.abort()
    demandCode(await uploading, ['cancelled'], 'An aborted upload')
    await upload(alice, talk, new Blob(['small']))
  }),

  check('who isn’t in a group can’t upload to it [attachments]', async stage => {
    const { alice, bob, mallory, talk } = await outside(stage)
    const refusal = await mallory.refusal(
      transport => transport.upload?.({ conversation: talk(mallory), file: new Blob(['x']), name: 'x', mime: 'image/png' }),
      'an upload by an outsider',
    )
    demandCode(refusal, ['notMember', 'forbidden', 'groupNotFound', 'notFound'], 'An upload by an outsider')
    await hear(bob, await say(alice, talk))
  }),
]

const withoutAttachments = check('upload is absent, or refused with unsupported [attachments: none]', async stage => {
  const { alice, talk } = await pair(stage)
  if (alice.transport.upload === undefined) return
  const refusal = await alice.refusal(
    transport => transport.upload?.({ conversation: talk(alice), file: new Blob(['x']), name: 'x', mime: 'image/png' }),
    'upload',
  )
  demandCode(refusal, ['unsupported'], 'upload')
})

export const attachmentChecks = ({ capabilities: { attachments }, download = fetched }: ContractBackend): readonly Draft[] =>
  attachments === undefined ? [withoutAttachments] : withAttachments(attachments.maxBytes, download)

const fetched = async (url: string): Promise<Blob> => (await fetch(url)).blob()
