import { urlImage } from '@parlance/core'
import { readFields } from './fieldReaders.ts'
import type { Form } from './form.ts'

const PIXELS = { least: 1, most: 100_000, isWhole: true, sentence: 'Pixels are a whole number from 1.' }

/** A picture that is on the web already. */
export const imageAddressForm: Form = {
  id: 'urlImage',
  title: 'Image by address',
  note: 'Nothing is uploaded: everybody fetches it from there.',
  fields: [
    { id: 'url', label: 'Address', kind: 'url', placeholder: 'https://' },
    { id: 'width', label: 'Width', kind: 'number', hint: 'Pixels, if you know them' },
    { id: 'height', label: 'Height', kind: 'number', hint: 'Pixels, if you know them' },
  ],
  read: values => {
    const { webAddress, number, problems } = readFields(values)
    const url = webAddress('url')
    const width = number('width', PIXELS)
    const height = number('height', PIXELS)
    if (Object.keys(problems).length > 0) return { problems }
    return { body: urlImage({ url, ...(width !== undefined && { width }), ...(height !== undefined && { height }) }) }
  },
}
