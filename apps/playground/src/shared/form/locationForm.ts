import { location } from '@parlance/core'
import { readFields } from './fieldReaders.ts'
import { findPosition } from './findPosition.ts'
import type { Form } from './form.ts'

const LATITUDE = { least: -90, most: 90, sentence: 'Latitude is a number from −90 to 90.' }
const LONGITUDE = { least: -180, most: 180, sentence: 'Longitude is a number from −180 to 180.' }

export const locationForm: Form = {
  id: 'location',
  title: 'Location',
  fields: [
    { id: 'name', label: 'Name', kind: 'text', hint: 'If it has one' },
    { id: 'address', label: 'Address', kind: 'text', hint: 'If it has one' },
    { id: 'lat', label: 'Latitude', kind: 'number', placeholder: '47.37' },
    { id: 'lng', label: 'Longitude', kind: 'number', placeholder: '8.54' },
  ],
  filler: { label: 'Use my position', run: findPosition },
  read: values => {
    const { text, required, number, problems } = readFields(values)
    const name = text('name')
    const address = text('address')
    required('lat', LATITUDE.sentence)
    required('lng', LONGITUDE.sentence)
    const lat = number('lat', LATITUDE)
    const lng = number('lng', LONGITUDE)
    if (Object.keys(problems).length > 0 || lat === undefined || lng === undefined) return { problems }
    return { body: location({ lat, lng, ...(name !== '' && { name }), ...(address !== '' && { address }) }) }
  },
}
