import { describe, expect, it } from 'vitest'
import { commandForm } from './commandForm.ts'
import { createFormState } from './createFormState.ts'
import type { Form, FormValues } from './form.ts'
import { imageAddressForm } from './imageAddressForm.ts'
import { locationForm } from './locationForm.ts'
import { pollForm } from './pollForm.ts'

const problems = ({ read }: Form, values: FormValues): FormValues => {
  const reading = read(values)
  return 'problems' in reading ? reading.problems : {}
}
const body = ({ read }: Form, values: FormValues): unknown => {
  const reading = read(values)
  return 'body' in reading ? reading.body : undefined
}

describe('an image by address', () => {
  it('needs an address that others may follow', () => {
    for (const url of ['', 'lake.png', 'javascript:alert(1)', 'https://', 'ftp://lake.example/a.png'])
      expect(Object.keys(problems(imageAddressForm, { url }))).toEqual(['url'])
    expect(body(imageAddressForm, { url: ' https://lake.example/a.png ' })).toEqual({ type: 'urlImage', url: 'https://lake.example/a.png' })
  })

  it('takes a size of whole pixels, or none', () => {
    const url = 'https://lake.example/a.png'
    expect(body(imageAddressForm, { url, width: '640', height: '400' })).toMatchObject({ width: 640, height: 400 })
    for (const width of ['0', '1.5', '-3', 'wide', '1e9'])
      expect(Object.keys(problems(imageAddressForm, { url, width }))).toEqual(['width'])
  })
})

describe('a location', () => {
  it('needs a latitude and a longitude on earth, and says so in sentences', () => {
    expect(problems(locationForm, { lat: '90.1', lng: '-181' })).toEqual({
      lat: 'Latitude is a number from −90 to 90.',
      lng: 'Longitude is a number from −180 to 180.',
    })
    expect(Object.keys(problems(locationForm, { name: 'Pier' }))).toEqual(['lat', 'lng'])
    expect(Object.keys(problems(locationForm, { lat: 'north', lng: '0' }))).toEqual(['lat'])
  })

  it('is read as people write it', () => {
    expect(body(locationForm, { name: ' Pier ', lat: '47,37', lng: '−8.54' })).toEqual({
      type: 'location',
      name: 'Pier',
      lat: 47.37,
      lng: -8.54,
    })
    expect(body(locationForm, { lat: '-90', lng: '180', address: 'Nowhere 1' })).toEqual({
      type: 'location',
      lat: -90,
      lng: 180,
      address: 'Nowhere 1',
    })
  })
})

describe('a poll', () => {
  it('has a question and two to nine options', () => {
    expect(Object.keys(problems(pollForm, { options: 'Only one\n\n Only one ' }))).toEqual(['question', 'options'])
    const many = Array.from({ length: 10 }, (_, index) => index.toString()).join('\n')
    expect(problems(pollForm, { question: 'Which?', options: many })).toEqual({ options: 'At most 9 options: there are 10.' })
    expect(body(pollForm, { question: 'When?', options: 'Friday\n\n Saturday\nFriday' })).toEqual({
      type: 'custom',
      event: 'poll',
      data: { question: 'When?', options: ['Friday', 'Saturday'] },
    })
  })
})

describe('a command', () => {
  it('has an action, and a JSON object if it has parameters', () => {
    for (const params of ['5', '[]', 'null', '{"a":', 'since'])
      expect(Object.keys(problems(commandForm, { action: 'refresh', params }))).toEqual(['params'])
    expect(Object.keys(problems(commandForm, {}))).toEqual(['action'])
    expect(body(commandForm, { action: 'refresh' })).toEqual({ type: 'command', action: 'refresh' })
    expect(body(commandForm, { action: 'refresh', params: '{"since":5}' })).toEqual({
      type: 'command',
      action: 'refresh',
      params: { since: 5 },
    })
  })
})

describe('a form that is filled in', () => {
  it('shows its problems when it is to be sent, each until its field is written', () => {
    const sent: unknown[] = []
    const { view, write, submit } = createFormState(commandForm, made => sent.push(made))
    write('params', '{')
    expect(view.get().problems).toEqual({})
    submit()
    expect(Object.keys(view.get().problems)).toEqual(['action', 'params'])
    write('action', 'refresh')
    expect(Object.keys(view.get().problems)).toEqual(['params'])
    write('params', '')
    submit()
    expect(sent).toEqual([{ type: 'command', action: 'refresh' }])
  })

  it('is filled in by what knows, or says why not', async () => {
    const answers: (FormValues | string)[] = ['Nobody knows.', { lat: '1', lng: '2' }]
    const form: Form = { ...locationForm, filler: { label: '', run: () => Promise.resolve(answers.shift() ?? '') } }
    const { view, write, fill } = createFormState(form, () => undefined)
    write('name', 'Pier')
    await fill()
    expect(view.get().filling).toEqual({ state: 'failed', sentence: 'Nobody knows.' })
    const filled = fill()
    expect(view.get().filling).toEqual({ state: 'busy' })
    await filled
    expect(view.get()).toEqual({ values: { name: 'Pier', lat: '1', lng: '2' }, problems: {}, filling: { state: 'idle' } })
  })
})
